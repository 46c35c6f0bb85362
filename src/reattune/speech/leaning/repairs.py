"""What a therapist may do for the two with a few words: own, tell, explain, offer, honour; or press on."""

from collections.abc import Mapping

REPAIRS: Mapping[str, str] = {
    "me": "i, im, ive, id, ill, me, my, mine, myself",
    "you": "you, your, yours, youre, youve, youd, youll, yourself",
    "us": """we, us, our, ours, weve, wed, were both, between us, you and i, you and me, us two, both of us, with us,
        here, in here, this room, in this room, together""",
    "aimed": """with me, to me, from me, at me, of me, about me, by me, for me, on me, towards me, toward me, after
        me, against me, i come across, i came across, i said, i did, i say, i do, i asked, i sound, my age, my face,
        my voice, my silence, somebody my, someone my, let down by, i get, i got, how i, what i, when i, that i, id
        get, id hear, sitting here, being here, coming here, in this chair, this chair, our last, with us, between us,
        you take me, take me for, think of me, make of me""",
    "third": """he, she, him, her, his, hers, hes, shes, hed, shed, theyre, theyve, theyd, they, them, their,
        somebody, husband, wife, boyfriend, girlfriend, partner, mum, mom, dad, mother, father, sister, brother, son,
        daughter, kids, boss, manager, teacher, neighbour, physio, coach, friend, friends, colleague, colleagues""",
    "asks": "?",
    "not": """no, not, never, dont, didnt, wasnt, isnt, wouldnt, hadnt, havent, cant, couldnt, neednt, nothing, no
        wish, doesnt""",
    "fault": """so taken, taken with, short shrift, taken up with, wrapped up, caught up, sided, took sides, taking
        sides, overdid, overdone, overstepped, crossed a line, thats mine, ill take that, hands up, landed badly, my
        eye off, eye off, the ball, let down, i hear it, hear it now, wrong foot, wrong note, put my foot, foot in it,
        trod, trod on, trampled on, stepped on, steered, my agenda, my plan, my worry, my nerves, my hurry, my rush,
        my impatience, too quick, too slow, too late, too little, reaching for, mine, mine was, panic, panicked, a bit
        of, missed, missed it, pushed, rushed, pressed, hurried, lectured, interrupted, misread, misjudged, misheard,
        overlooked, forgot, assumed, presumed, dismissed, ignored, brushed, glossed, skated, sailed past, sailed,
        jumped, jumped in, barged, barrelled, bulldozed, steamrollered, trample, trampled, trampling, charged,
        ploughed, plowed, waded, blundered, bungled, botched, fluffed, flunked, dropped the, dropped it, fumbled,
        mangled, muddled, slipped, slip, failed, neglected, let you, left you, lost you, shut you, hurt you, put you,
        made you, cut you, talked over, spoke over, went off, went into, went too, went on, got ahead, got carried,
        got it wrong, got that wrong, get it wrong, got defensive, ran ahead, too fast, too keen, too eager, too soon,
        too much, too clever, too busy, so busy, so set on, set on, so keen, keen, hasty, clumsy, careless,
        thoughtless, tactless, heavy handed, ham fisted, cack handed, insensitive, unfair, unkind, harsh, blunt,
        sharp, short with, snappy, cold, distracted, elsewhere, not listening, wasnt listening, half listening,
        stopped listening, miles away, asleep, on autopilot, form filling, my fault, my mistake, my bad, my doing, my
        part, my share, my error, my slip, my blind, my own, mine to, on me, down to me, at my door, my door, my end,
        my side, my hand, my hands, my job, of me, that was me, earned some, earned it, deserve, deserved, guilty,
        fair cop, bang to rights, caught me, you caught, told me, blame, responsible, sorry, apologise, apologize,
        apology, i owe, owe you, i should, should have, shouldve, ought to have, i shouldnt, could have, couldve, i
        didnt, i wasnt, i never, i hadnt, i havent, not much asked, i do that, i did, i was, i had, i put, i made, i
        let, i left, i took, i kept, i cut, i got, i went, i ran, frightened, nervous, defensive, back foot, no
        wonder, as good as, not good enough, not my best, not my finest, poor form, poor show, wrong of, big as,
        regret, i wish id, wish i had""",
    "felt": """sad, sadness, sorry, moved, touched, tender, fond, warm, warmth, glad, grateful, honoured, humbled,
        proud, admire, worried, concerned, anxious, nervous, scared, frightened, afraid, fright, fear, dread, jumpy,
        startled, shaken, rattled, tense, tight, tight in, knot, heavy, ache, aching, sore, sting, stung, hurt,
        wounded, bruised, prickly, irritated, irritation, cross, annoyed, angry, frustrated, impatient, bored, sleepy,
        tired, weary, flat, dull, foggy, fuzzy, blank, numb, drifting, drifted, wandering, far away, distant, lonely,
        alone, left out, shut out, kept out, spare, surplus, redundant, useless, helpless, powerless, small, tiny,
        about nine, schoolboy, schoolgirl, silly, foolish, clumsy, clunky, awkward, tongue tied, lost, stuck, at sea,
        adrift, puzzled, confused, muddled, torn, pulled, tugged, urge, an urge, the urge, itch, itching, want to,
        wanting to, wanted to, wish, longing, tempted, bolt, run, hide, rescue, protect, hold, hug, cry, tears,
        welling, lump, choked, throat, chest, stomach, gut, belly, heart, hearts, my heart, shoulders, jaw, skin,
        goosebumps, shiver, breath, breathing, cold, hot, flushed, blushing, shy, caught, found out, embarrassed,
        ashamed, guilty, guilt, uneasy, unsettled, uncomfortable, on edge, eggshells, tiptoeing, careful, wary,
        cautious, relieved, relief, hopeful, hope, joy, delighted, pleased, happy, curious, feel, feeling, felt, in
        me, inside me, notice, noticing, noticed, something in, part of me, bit of me, gone all, something goes,
        somethings gone, makes me, made me, leaves me, left me, keep getting, over here, sat here, sitting here, my
        mind, my eyes, my body, my hands, to tell you, tell you the, dont mind telling, be open with, be honest with,
        if im honest, honest with, truth is, to be straight, own up, let you know, let on, may sound odd, whether to
        say, risk saying, as though, as if""",
    "meant": """meant, mean, meaning, i mean, i meant, what i meant, was asking, was trying, was saying, i was asking,
        trying to, wanted to, intended, intend, intention, didnt mean, never meant, not what, wasnt that, isnt that,
        not that, not you, not at you, not about, not because, not doubt, never doubted, nothing to do, no wish, never
        code, code for, other way, wrong way, way about, way round, back to front, said it badly, put it badly, said
        badly, come over, came over, come across, came across, come out, came out, sounded, sounds like i, heard,
        misheard, you heard, misunderstood, misunderstanding, mistook, mistaken, misread, mix up, mixed up, mixup,
        muddle, crossed, wires, cross purposes, purposes, wrong end, stick, confused, confusion, lost in, garbled,
        dropped a word, typo, autocorrect, a word, the word, my words, my wording, badly, clumsily, unclear, not
        clear, clear, clearer, clear up, clear that, clarify, rephrase, reword, start again, try again, say again, let
        me try, put right, set straight, get straight, straighten, explain, untangle, unpick, ought to have, should
        have been, should have said, i can see, i see how, i see why, see where, see how, i can hear, looked like,
        looked that, looked as, must have looked, must have sounded, can see where, get why, thats not, it isnt, it
        wasnt, it was the, it was about, it was for, i was on, was about, i said, id said, when i said, by that, i
        thought you, took it, taken it, took that, read it as, heard it as, instead of, rather than, actually, the
        form, hold on, hang on, no no, oh no, ooh no, gosh no, heavens no, god no, oh dear, ah no, ah, oh, glad youve
        said, glad you said, still want, do want, very much, the opposite, quite the, far from, if anything, nor,
        only, just, not at all""",
    "offers": """lets, lets not, shall we, how about, what about, we could, could we, we can, can we, we might, we
        neednt, dont have to, neednt, no need, doesnt have, doesnt need, no law, would you rather, would you like,
        would you prefer, prefer, id rather, rather, sooner, you choose, you chose, youd choose, you pick, you decide,
        you say, you lead, you run, you tell me, up to you, your call, your choice, your pace, your way, your own, of
        your own, in place of, instead, or, another way, other way, other ways, different, differently, something
        else, anything else, swap, switch, change, change it, trade, replace, adapt, adjust, tweak, redo, rethink,
        rewrite, redraw, start over, start again, scrap, scrap it, drop, drop it, ditch, bin, bin it, tear, tear up,
        tear that, rip up, throw, chuck, shelve, skip, skip it, cut, cut it, cross out, off with, off it, out it,
        away, put away, put it, leave, leave it, leave that, park, park it, stop, stop there, pause, forget, forget
        it, never mind, go hang, hang for, can wait, it can, wait, not today, for today, today, half, half speed,
        halve, half as, smaller, small, shorter, short, slower, slow, slow down, easier, gentler, simpler, lighter,
        less, fewer, one line, one word, five minutes, two minutes, a bit, for a bit, new deal, new plan, deal, fresh,
        begin, where do, walk, walking, outside, out and, round the, draw, just talk, just sit, talk instead, eyes
        open, standing, without, no more, enough of, what would, what might, would help, more use, more useful, suit
        you, suits you, better fit, fit you, fits, work better, youd like, want instead, more like it, happy to, im
        happy, fine by, somebody elses, someone elses, wasnt yours, my idea, my plan, wrong, too big, too soon, too
        much, then, okay, right then, fair enough, try something, just try, meet you, tailor, built for, made for""",
    "presses": """as planned, we planned, carry on, keep going, keep at, stick to, stick with, press on, push on, one
        more, another go, once more, try again, try it, give it, have a go, next, next step, next one, step at, first
        step, finish, get through, get it done, stay with it, persevere, practice, practise, homework, well done,
        good, great, brilliant, glad thats, quite a, remember, dont forget, you need to, need to, you should, should,
        have to, got to, must, important, write it, write down, fill in, bring it, tonight, tomorrow, by friday, id
        like you, i want you, have a seat, start with, you start, whats next, not before, half past, as usual, same
        again, normal, everyone, most people, set an, alarm, plan for, you could, might try, why not, whats stopping,
        wonder what, what happens if, whatd happen, how did it, how was it, did you, was it, tell me""",
    "because": """because, cause, cos, so you, so that, so we, so i, so its, so it, in order, that way, then you, then
        we, then it, thats why, thats how, thats all, why i, why we, the reason, reason, the idea, idea is, my
        thinking, the thinking, the theory, theorys, theory, the thought, the point, the hope, hope is, the aim,
        purpose, meant to, supposed to, for, its for, there to, there for, a way, way of, way to, helps, help, helps
        you, lets you, lets us, gives you, gives us, giving, shows, show you, shows us, tells us, teaches, teach,
        learns, learn, learning, trains, gets used, used to, settles, calms, wears off, fades, shrinks, turns out,
        turned into, it turns, if you, if we, if it, if not, the more, the less, the longer, more you, less you,
        otherwise, or else, rather than, instead of, once, while, when you, when we, when its, without, before it,
        brain, body, mind, nerves, nervous system, muscle, memory, habit, fear, worry, panic, evidence, studies,
        research, people find, people who, most people, everybody, everyone, a bit like, its like, like a, like
        learning, like a muscle, think of it, imagine, picture, makes it, makes for, means, come away, end up, be
        able, being able, able to, easier, clearer, smaller, fewer, sooner, likely, less likely, more likely, sides,
        spot, notice, catch, see it, see what, see where, hear them, hear your, know where, know which, find, found,
        pattern, patterns, ill explain, explain, fair question, good question, i know, sounds odd, sounds mad, sounds
        upside""",
    "honours": """your cards, to your chest, a friend, good to you, heavy lifting, a coat, thick skin, daft not to,
        mad not to, silly not to, the ice, on your feet, on your toes, safest thing, best thing, the sane thing, right
        thing, a fault, a flaw, not broken, bodyguard, guard dog, watchman, lookout, bouncer, on duty, working hard,
        looking out, looked out, looks out, keep it up, came in handy, thank it, without it, where would, no flies,
        loyal to, kept it, kept that, kept things, kept them, kept him, kept her, kept people, kept everyone, staying
        small, stay small, good job, a job, why would you, why should you, why wouldnt you, why would, would have
        been, nobody there, no one there, good on you, look what, last time you, when you did, earned it, wise of,
        wise to, sense in, sense to, better safe, bet it, thats how you, what you had, all you had, the best you, best
        you, your best, with what you, not nothing, no small, quite something, quite a feat, feat, took some, takes
        some, takes guts, guts, courage, loyal, loyalty, no wonder, of course, course you, quite right, right too,
        rightly, sensible, fair enough, who wouldnt, wouldnt you, anyone would, anybody would, so would i, id do, i
        would too, id have, makes sense, made sense, good sense, perfect sense, good reason, with reason, for a
        reason, clever, genius, smart, wise, canny, shrewd, brilliant, skill, skilled, talent, trick, bad trick,
        tactic, strategy, good rule, craft, inventive, resourceful, brave, strong, strength, tough, dignity, self
        respect, kept you, keeps you, got you, gets you, saved you, saved your, served you, worked, it works, worked
        for, did the job, did its, done you, looked after, looks after, protects, protected, protecting, guarded,
        shield, shelter, safer, safest, alive, in one piece, one piece, sane, afloat, hold it together, somebody had,
        someone had, needed to, only way, survived, surviving, survival, walked in on, bit you, turned out to, hard to
        get, no hurry, in no hurry, no rush, not rush, not ask you, wont ask, wont push, wont make, wont try, not
        asking, not going to, dont have to, neednt, you dont owe, dont owe, as long as, till you, until you, when
        youre ready, your time, own time, at your pace, ill wait, allowed, entitled, a right, the right, every right,
        your right, welcome, it can stay, respect, honour, salute, admire, hats off, hat off, credit, good for, good
        on, thank, thanks to, glad you, glad it, more worried if, worried if, id be worried, worry more, rather you,
        id rather, better that, engine warm, near the door, fighting your, not bad, isnt bad, nothing wrong, not daft,
        not silly, not foolish, not stupid, not rude, not weak, not lazy, not mad, understandable, i see why, i get
        why, i understand why, dont blame, no blame, sounds like a""",
    "keeps": """either, testing the, test the, checking me, check me, checking first, hand on, one hand, one eye, an
        eye on, head down, the radar, that part, necessary, useful, handy, stayed out, staying out, going quiet, being
        quiet, saying nothing, say nothing, keep quiet, keeping quiet, to yourself, your business, your secret, hold
        back, holding back, slowly, slow, careful, caution, cautious, suspicious, wary, wariness, doubt, doubting,
        anger, angry, that no, your no, no is, a no, jokes, the joke, joking, laughing, numb, numbness, distance,
        known me, hardly know, barely know, youve only, only known, who would, whod have, been there, let you, have
        let, people have, others have, last person, paid for, cost you, price of, taught you, told you, punished,
        shouted at, laughed at, i bet, bet you, must have, mustve, rather than, at eight, at six, at ten, a child, a
        kid, a boy, a girl, small, little, fair, reasons, art, rule, protect, guard, guards, cover, safe, safety,
        standing, going, had to, needed, you needed, only door, survive, get by, get through, learned, learnt, taught,
        built, it was built, burnt, burned, bitten, stung, go at you, twice, let down, hurt, too often, for now, wait,
        stay, leave it up, keep it, keep the, hang on to, hold on to, hold onto, foot out, one foot, exit, way out,
        door, corner, armour, wall, human, natural, normal""",
    "probes": """bit much, too much, too little, too far, too fast, too slow, too close, wrong, off, missing, missed,
        left out, lacking, different, differently, better, worse, liked, like it, not like, didnt like, dont like,
        wanted, hoped, hoping, needed, expected, annoyed, annoying, annoy, cross, angry, irritated, irritate,
        irritates, bother, bothered, bothers, upset, hurt, stung, sting, sore, grate, grates, jar, jars, jarred,
        rankle, rankles, niggle, disappointed, disappoint, let down, fed up, put off, put out, put you, get on, get
        to, got to, wind you, winds you, rub, rubs, odd, strange, awkward, hard, difficult, safe, trust, comfortable,
        uncomfortable, uneasy, wary, doubt, doubts, unsure, mixed, honest, honestly, truth, truthfully, frank, bad
        news, cut, complaint, grumble, gripe, moan, criticism, feedback, marks, out of ten, mind, minded, opinion, say
        so, tell me, say it, hear it, hear about, know, like to know, want to know, land, landed, lands, come across,
        came across, take me, make of, made of, think of, feel about, feel towards, like for you, like being, like to
        be, like having, like telling, like sitting, be to, is it, was it, did it, does it, do i, did i, am i, was i,
        have i, left behind, left you, leave you, brave, dare, risk, allowed, welcome, fine to, okay to, ok to, all
        right to, wouldnt mind, suit, suits, fit, fits, use to you, any use, any good, help, helping, worth, for you,
        with you""",
    "now": """as i sit, sitting here, sat here, sitting with, sat with, being with, listening, listening to, hearing
        you, hearing that, hearing it, with you, reach you, near you, towards you, to you, from you, at you, of you,
        about you, for you, you said, you say, as you, when you, right now, just now, now, this minute, this moment,
        at the moment, today, in here, over here, here, this room, in the room, between us, just then, i got, i get, i
        keep, keep wanting, keep getting, keep finding, for a while, a minute ago, tell you, telling you, honest with,
        you should know, saying it, say it, looking at you, across from, alongside, opposite, still here, i do too""",
    "away": """last year, last summer, last winter, last night, last weekend, years ago, once, at school, at college,
        university, in my, when i was, on holiday, holiday, abroad, the bus, the train, the car, on the, at the, in
        the, in france, in spain, in italy, in town, my husband, my wife, my kids, my mother, my father, my dog, my
        cat, my sister, my brother, my knee, my back, training, the film, the book, the show, the concert, the match,
        weekend, garden, bench, beach, mountain, mountains, hill, marathon, running, gym, cooking, the weather, cold,
        coffee, lunch, hungry, sleep, my commute, traffic, glasses, pollen, hay fever, too hot, heating""",
    "solves": """could you, can you, you could, you might, just try, no good, let it, face it, facing it, usually
        find, by about now, what would it, might try, try, why not, what if, whatd happen, what would happen, what
        happens, wonder what, wonder whether, wonder if, have a bit, let it down, take it down, come down, drop it,
        lower, let go, let it go, get rid, get past, get over, move past, work on, tackle, challenge, change, fix,
        sort, solve, problem, issue, unhelpful, unhealthy, costing, cost you, price, holding you back, stops you,
        stopping you, in the way, need to, should, ought, must, better if, have to, plan, a plan, goal, alarm, set an,
        reminder, next time, from now, homework, practise, practice, open up, share, trust me, tell me, tell us, say
        more, a chance, how long, how often, what time, when did, did you, heard it all, not heard, seen a lot, more
        minded, think about, thinking about, do you think, do you want, would you be, curious what, what makes, what
        comes, how about""",
    "likens": """like, just like, like it, like that, like with, like when, like at, like your, a bit like, same, the
        same, same way, similar, remind, reminds, reminded, in mind of, mind of, familiar, echo, echoes, echoing, ring
        a, rings a, bell, bells, shade of, ghost of, voice of, another, another one, other, others, else, somebody
        else, someone elses, somebody elses, anyone else, who else, where else, anywhere else, too, as well, also,
        either, first, firstly, before me, long before, then, and now, now me, now this, and then, your list, on your
        list, in a line, a line of, one more, one of the, one of them, one of those, turned into, become, became, cast
        me, made me, put me, am i, have i, is it me, instead of, stand in, standing in, in the room, is she in, is he
        in, join, joins, company, camp, side, part of the, in the role, role, wearing, hat, shoes of, chair of, used
        to, once, back then, at home, at school, at work, growing up, as a kid, as a child, as a boy, as a girl, when
        you were, when you where, in your family, in your life, in that house, in the family, who taught, taught you,
        learnt, learned, know from, know that from, comes from, come from, started with, began with, older than,
        happens when, what happens when, does it, does that, do you do, with others, other people, everyone,
        elsewhere, outside, set me thinking, made me think, makes me think, i wonder, wonder, wonder if, its hard, if
        its, how it was""",
    "again": """all over, typical, classic, our thing, our little, off we, round we, back here, back where, ended up,
        each of us, both of us, lean in, lean out, step back, step forward, when i go, when i come, when i ask, when i
        get, when i push, if i, days after, week after, session after, the session, after a, after we, after i, not
        the first, first time this, umpteenth, yet again, clockwork, predictable, every third, deja vu, rhyme, rhymes,
        replay, rerun, repeat, repeating, repeats, sequence, goes like, step one, in turn, take turns, taking turns,
        swap places, other way round, and off, waiting for, you wait, i wait, you apologise, i apologise, i reassure,
        you reassure, you rescue, you go, again, whenever, every time, each time, any time, the moment, the minute,
        the second, as soon as, soon as, always, often, usually, tend to, tends to, keep, keeps, kept, same, the same,
        same as, it was so, was so in, like last, like in, like when, as before, before, last time, last week, last
        month, last year, other week, other day, weeks ago, months ago, a while back, in january, in february, in
        march, in april, in may, in june, in july, in august, in september, in october, in november, in december, at
        christmas, at easter, before christmas, after christmas, half term, the summer, the autumn, the spring, the
        winter, over the summer, after the, since, twice, three times, third time, second time, fourth time, thats
        three, thats two, thats twice, four times, a few times, several, week in, week out, one week, next week, see
        saw, seesaw, tug of war, tennis, ping pong, dance, the dance, game, cat and mouse, chase, chases, chasing,
        hide and seek, merry go round, round and round, loop, cycle, circle, pattern, a habit, our habit, habit of,
        groove, rut, old tune, tune, song, record, the drill, routine, ritual, how we are, where we are, thats where,
        here we are, there we, we go, we have it, were at, at it, been here, this spot, this place, this corner, this
        point, the more, the faster, the harder, the less, one of us, the other, other one, the other one, then you,
        then i, then its, and you, and i, and then, and its, so i, so you, i go, i get, you get, i ask, you say, i
        say, i come, you come, i push, i lean, i chase, you pull, you back, you disappear, you vanish, you go quiet,
        you shut, go to ground, come looking, get even, pay me, pay me off, happens, happened, happening, goes on,
        going on, comes up, crops up, familiar, notice, noticed, noticing, what i see, i reckon, been like""",
    "leads": """lets, let's, can we, could we, shall we, might we, may i, can i, could i, before we, before you, id
        like, id quite, id rather, i want, i wouldnt want, wouldnt want, id hate, i dont want, go back, come back,
        back to, back at, get back, bring us, bring you, take us, take you, steer, rewind, return, stay with, stick
        with, stay there, stay on, go there, go in, pause, hold on, hang on, slow, stop you, stop there, interrupt,
        butt in, cut in, cut across, break in, jump in, sorry, sorry sorry, forgive me, rude, excuse, pin in, put a
        pin, park, park that, park the, leave the, leave that, another time, another day, for later, later, much as,
        as much as, lovely as, before the clock, the clock, time left, got the time, while weve, minutes left,
        minutes, i notice, i noticed, i cant help, im conscious, im aware, im mindful, mindful, im struck, it strikes,
        struck, a feeling, a hunch, hiding, behind, underneath, slipped, slipping, slid, skipped, skated, drifted,
        drifting, wandered, wandering, moved on, moved off, moved away, off the, away from, got away, long way, far
        from, left it, left behind, dropped, passed over, went past, rushed past, tangent, detour, side road,
        sidetracked, thread, the thread, track, on track, topic, the subject, you were, youd got, youd been, youd
        just, youd started, you started, we started, started out, you began, we began, you said, youd said, you
        mentioned, you told me, a minute ago, a moment ago, just now, earlier, before that, at the start, first thing,
        the list, our list, top of, agenda, what about, where did it, and you, and what, what happened to, lost,
        unfinished, finish that, half a sentence, mid sentence, that sentence, that word, your hands, your face, your
        voice, your eyes, i asked, the question, my question, we said, we agreed, we came""",
    "follows": """love that, i do love, ha, haha, really, gosh, no way, goodness, wow, lovely, how funny, who, whos,
        how much, how many, what sort, what kind, which, is it, are they, does he, does she, do they, did he, did she,
        did they, was it, and did, youd trust, sounds fun, sounds nice, sounds great, must be, tell me about, tell me
        more, same here, me too, mine, isnt it, arent they, dont they, whatever next, and then""",
}
"""Classes of words in what a therapist said."""
