"""How a client's reply turns to somebody: to others and their doings, to the therapist, or against themselves."""

from reattune.speech.leaning.lexicon import Lexicon

ELSEWHERE = {
    "others": """he, hes, hed, hell, his, him, she, shes, shed, her, hers, they, theyre, theyd, theyve, their, them, who, whos, whose,
        everybody, uncle, aunt, auntie, cousin, nephew, niece, neighbour, neighbours, neighbor, landlord, landlady, flatmate,
        roommate, colleague, colleagues, boss, manager, supervisor, sergeant, teacher, coach, captain, driver, plumber, builder,
        electrician, doctor, nurse, consultant, vicar, priest, policeman, barman, waiter, waitress, hairdresser, friend, friends,
        mate, mates, buddy, pal, lad, lads, bloke, blokes, fella, fellow, guy, guys, dude, girl, girls, boy, woman, women, man,
        lady, ladies, kid, kids, couple, crowd, team, band, brother, sister, in law, mother in law, nan, gran, grandad, dog, cat""",
    "story": """so theres, so there, there was, theres this, theres a, there were, there are, we had, theyd, he had, she had, hed, it
        turns out, turns out, turned out, you see, youd have to, you want, you have it, you never, if you please, you can imagine,
        so you can, you should see, you shouldve, you wouldnt believe, youll never, you will never, wouldnt believe, believe it,
        guess what, guess who, get this, picture this, imagine, im not joking, no joke, no word of, i kid you, honest to, swear
        to, right, and then, then he, then she, then they, so he, so she, so they, so we, so i, and he, and she, and they, and the,
        and theres, and this, and his, and her, one time, one day, once, one of, the one, the other, this one, that one, used to,
        back in, in those, by the, up the, down the, at the, next door, opposite, round the, on the, behind the, over the, comes,
        goes, came, went, says, goes to, turned up, turns up, shows up, starts, started, kept, keeps, was playing, was with, is
        with, with six, fixed, built, bought, sold, won, drove, parked, shouting, singing, laughing, hilarious, funny, massive,
        huge, enormous, proper, absolute, lovely, gorgeous, amazing, nightmare, the whole, whole, all the, all of, mainly, forty,
        twenty, thirty, fifty, sixty, hundred, two, three, four, five, six, eight, ten, dozen, well now, well it, oh so, oh wait,
        did i tell, have i told, have you seen, did you see, did you watch, have you been, have you ever, speaking of, talking of,
        reminds me, before i forget, by the way, anyway, actually, meant to tell, meant to ask, you know what, you know who, the
        thing is, thing is, long story, to cut a, closed the, in the end, any road, mind you, bless him, bless her, of course""",
    "answers": """you asked, your question, to answer, which is why, which is how, thats why, thats how, thats when, thats what, made me,
        makes me, same as, the same, same thing, like me, like that, like when, just like, reminds me of, and i, and me, i think,
        i felt, i feel, i couldnt, i cant, i still, i wanted, i was, i didnt, i never, i dont, i cried, for me, to me, on me""",
}
YIELDS = {
    "praise": """clever, wise, amazing, wonderful, brilliant, perfect, great, good, lovely, fantastic, kind, helpful, patient, tactful,
        generous, thoughtful, marvellous, excellent, incredible, the best, so good, so kind, too good, too kind, very good, very
        kind, ever so, nicely, beautifully, good point, great point, good idea, great idea, lovely idea, spot on, right, quite
        right, so right, always right, absolutely right, correct, exactly, genius, insightful, yours is, yours better, better than
        mine, loved, love it, love that, enjoyed, enjoy, grateful, thankful, thank you, thanks, thanks so, lucky, appreciate,
        blessed, honoured, privilege, couldnt ask, wouldnt change, no complaints, no criticism, nothing wrong, everything you,
        all you, you always, youve always, youre always, you make, you made it, glad you, you understand, you get me""",
    "yields": """whatever you, whichever you, anything you, however you, wherever you, as you, what you, how you, if you want, if you
        think, if you like, if you say, if you need, if you prefer, if you reckon, if thats, you think, you want, you say, you said,
        you like, you prefer, you wanted, you decide, you choose, you pick, you know, youd know, you would know, know best, know
        better, know more, see more, seen more, the expert, expert, professional, trained, training, studied, qualified, the boss,
        boss, in charge, your call, up to, leave it to, leave that to, trust you, trust your, in your hands, guided by, go by, go
        with, go along, goes along, happy to, happy with, fine by, fine with, ok with, okay with, works for me, suits me, dont
        mind, easy, im easy, either way, no preference, not fussed, sounds good, sounds great, sounds fine, sounds perfect, makes
        sense, of course, course, certainly, definitely, absolutely, totally, completely, yes yes, no no, yes of, yeah no, sure,
        okay, fair enough, agree, couldnt agree, agreed, ill do, ill try, ill go, ill make, ill say, ill ask, ill write, ill bring,
        ill get, ill be, ill stop, ill change, do it over, do it again, redo, from now on, in future, next time, promise, i will,
        tell me what, tell me how, what should i, should i, shall i, is it what, is that what, is this what, is that right, is it
        right, is that okay, is that ok, is it okay, is it ok, did i do, am i doing, was that, right answer, what you wanted,
        wanted me, want me, like me to, hope thats, hope its, hope i, hope you, who am i, far be it, wouldnt dream, not my place,
        its me, just me, my fault, on me, down to me, blame me, my bad, should have, shouldve, ought to have, i was being, im being,
        being silly, being stupid, being difficult, being daft, being a, im just, im only, slow, thick, stupid of, silly of, rude
        of, silly me, forget i, ignore me, dont mind me, dont listen, dont worry, please dont, no need, not at all, no trouble, no
        bother, its fine, its okay, its nothing, quite all right, quite alright, goodness no, god no, heavens no, not you, isnt you,
        wasnt you, nothing you, so much on, enough on, busy, other people, more important, take up, taking up, your time, waste your,
        keep you, bother you, trouble you, put you, make a fuss, making a fuss, a fuss, be a pain, be difficult, be awkward, be
        ungrateful, upset you, offend you, disappoint you, let you down, not complaining, deserved it, needed it, needed that,
        good for me, for my own good, youre trying, youre only, only trying, only human, you mean well, tried your""",
    "sorry": "sorry, apologies, apologise, apologize, forgive, pardon, beg your, my mistake, didnt mean, never meant, excuse me",
}
SPLITS = {
    "laughs": """laughs, laugh, laughing, laughter, chuckles, chuckle, chuckling, giggles, giggle, giggling, titters, titter, tittering,
        sniggers, snickers, snorts, cackles, guffaws, smiles, smile, smiling, grins, grin, grinning, smirks, smirking, beams, beaming,
        winks, wink, jokes, joking, brightly, cheerfully, cheerful, lightly, breezily, breezy, chirpy, chirpily, singsong, sing
        song, sings, singing, whistles, hums, humming, waves, claps, jokingly, amused, sweetly, evenly, flatly, flat, monotone,
        calmly, blankly, mechanically, matter of fact, deadpan, haha, hahaha, ha, hehe, heh, hee, lol, lmao, rofl, tee hee""",
    "jests": """funny, hilarious, comical, comedy, a scream, a hoot, a riot, a laugh, a giggle, joke, jokes, priceless, classic, iconic,
        legend, legendary, slay, slayed, yay, woohoo, woo hoo, whoop, whoopee, hooray, hurrah, ta da, tada, ta dah, tadah, tra la,
        la la, la di, hey ho, oh dear, oh well, oopsy, oops, whoops, dear oh, bless him, bless her, bless them, bless, charming,
        efficient, delightful, delicious, lovely, lovely job, brilliant, marvellous, fabulous, fab, super, smashing, splendid,
        wonderful, terrific, cracking, great stuff, great start, good times, fun times, happy days, best ever, best news, best
        day, best present, gold star, top marks, ten out of, full marks, badge, medal, prize, trophy, award, congratulations,
        bravo, hero, catch, charmer, star, gem, treat, what a, lucky me, lucky us, living the dream, free as a, footloose, single
        and, party, couldnt make it, you couldnt, had to be, you had to, got to laugh, have to laugh, gotta laugh, had to laugh,
        could have framed, wet myself, cracked up, cracks me, in stitches, sitcom, soap opera, carry on, pantomime, circus,
        typical, of course, naturally, obviously, as you do, as one does, fancy that, who knew, surprise, happy birthday, merry
        christmas, silver lining, bright side, onwards, never a dull, always look, every cloud, free gym, free weight, good diet,
        nothing further, all in order, end of report, so yeah, anyhoo, whatevs, moving on, thats showbiz, cest la vie, easy come,
        joy, oh joy, the joys, happy, magic, tremendous, glorious, heaven, bliss, romantic, fairy tale, fairytale, picnic, walk
        in the, piece of cake, holiday, all inclusive, five star, bargain, result, win, winner, jackpot, lottery, bonus, perk,
        perks, upside, plus side, at least i, at least he, at least she, at least they, look at me, thats me, me all, story of,
        aced, smashed it, nailed it, queen, mood, literally dead, i died, im dead, i cant even, hashtag, emoji, skull, lol""",
    "befell": """at me, on me, to me, me out, me off, me up, me down, left me, hit me, told me, called me, forgot me, without me,
        didnt want, never wanted, never came, never rang, never called, never once, not one, didnt come, didnt show, no show,
        nobody, no one, none, alone, on my own, by myself, lost the, lost my, lost it, taken, took the, took my, took everything,
        gone, dead, died, dying, buried, burying, ashes, weeks to, months to, months left, weeks left, sacked, fired, dumped,
        cheated, cut, cutting, bleeding, blood, stitches, bruise, bruises, black eye, broken, broke my, burned, burnt, drowned,
        police, ambulance, hospital, ward, prison, court, bailiffs, threw, thrown, smashed, slapped, punched, kicked, choked,
        strangled, screamed, screaming, bin bags, lawn, pavement, drunk, passed out, overdose, pills, the lot, bridge, rope,
        divorce, affair, funeral, coffin, wake, cancer, tumour, lump, chemo, baby, babys, kids, cant sleep, didnt sleep, cant eat,
        not eating, starving, sick, vomiting, crying, cried, sobbing, tears, livid, raging, furious, sad, lonely, hated, hates
        me, hate me, hates my, worst, ruined, wrecked, destroyed, failed, failing, rejected, turned down, forgotten, forgot my,
        uninvited, evicted, homeless, skint, broke, debt, bankrupt, empty, nothing left, no money, no house, no job, scan, spread""",
    "grieves": """horrible, awful, terrible, isnt funny, not funny, wasnt funny, nothing funny, not like that, dont know why, why im
        laughing, why i laugh, am i, do that, i laugh when, laugh or, or id cry, or ill cry, stops, cries, crying, cried, tears,
        tearful, voice shakes, voice breaks, shakes, quietly, quiet, whispers, swallows, pause, hurts, it hurt, sad, scared,
        frightened, ashamed, lonely, miss, missed, i felt, i feel, i wanted, i want, cant sleep, what do i do, thank you, grateful,
        together, we laughed, we both, all of us laughed, first time in years, so pleased, proud, relieved, glad""",
}
SINKS = {
    "bad": """useless, worthless, pathetic, hopeless, stupid, idiot, idiotic, thick, dumb, moron, fool, failure, loser, waste, wasted,
        waster, wasting, waster, dead loss, lost cause, write off, no hoper, basket case, nutcase, disaster, catastrophe, car crash,
        train wreck, mess, wreck, shambles, joke, laughing stock, embarrassment, disgrace, disappointment, let down, burden, dead
        weight, millstone, nuisance, pain, parasite, leech, drain, mould, mold, rot, rotten, rotten to, poison, poisonous, toxic,
        disease, cancer, plague, curse, cursed, jinx, jinxed, black cloud, bad egg, bad apple, bad penny, bad seed, damaged, damaged
        goods, faulty, defective, broken, broken beyond, beyond repair, beyond help, unfixable, ruined, spoiled, spoilt, wrong un,
        wired wrong, made wrong, built wrong, something missing, missing something, hollow, empty, nothing inside, dead inside,
        plastic, cardboard, weed, rubbish, trash, garbage, dirt, scum, filth, muck, slug, worm, rat, dog, pig, cow, monster, freak,
        weirdo, creep, witch, bitch, evil, wicked, nasty, horrible, vile, hateful, hate myself, disgusting, disgust, repulsive,
        ugly, fat, gross, unlovable, unloved, unwanted, unlikeable, annoying, boring, dull, weak, feeble, spineless, coward,
        cowardly, lazy, selfish, ungrateful, incapable, inadequate, incompetent, inferior, no good, no use, good for nothing, not
        good enough, not worth, unworthy, undeserving, dont deserve, deserve it, deserved it, deserve this, my fault, own fault, to
        blame, blame me, terrible mother, terrible father, bad mother, bad father, terrible person, bad person, awful person, i ruin,
        i spoil, i wreck, i break, i mess, i fail, i disappoint, i let, ruin everything, goes sour, turns to, taking up, in the
        way, space, spare part, extra, nobody, no one, leave me, left me, would leave, forgetting, forget me, miss me, notice if,
        sad case, saddo, hot mess, clown, mug, sucker, mistake, accident, afterthought, mishap, reject, write me off, damaged me,
        shell, husk, ghost, shadow, shell of, dead wood, passenger, wet blanket, killjoy, downer, drag, chore, liability, problem,
        the problem, problem is me, thats my problem, common denominator, cant do anything, never do anything, cant even, get
        everything wrong, do everything wrong, always wrong, screw up, screwup, screw everything, fuck up, fuckup, fuck everything,
        cock up, mess up, mess it, mess everything, break everything, hurt everyone, hurt people, drive people, push people, put
        people off, let everyone, let people, disappoint everyone, not normal, not right, wrong with me, something wrong, not a
        proper, not a real, less than, beneath, bottom of, lowest, worst, hate me, sick of myself, cant stand myself, despise,
        stupid cow, silly cow, silly bitch, stupid bitch, old fool, fat cow, lazy cow, idiot me, typical me, thats typical""",
    "names_self": """im a, im an, im the, im just, im such, im that, im too, im so, im not, im no, im nothing, im always, im only,
        im like, im basically, im obviously, im clearly, i am a, i am the, i was a, i was the, ive always, ill always, i always, i
        never, i just, i only, i ruin, i go, like a, kind of a, sort of a, what i am, who i am, how i am, thats me, its me, me all
        over, made me, my fault, of me, on me, with me, like me, me too""",
    "absolute": """always, never, ever, everything, everybody, everyone, nobody, nothing, anything, anybody, anyone, all, only, just,
        forever, completely, totally, obviously, clearly, simply""",
    "ends": """no point, the point, whats the, what for, no use, the use, no hope, hope, hoping, hopeless, pointless, too late, too far,
        too old, far gone, past it, past help, had it, had my, over for, its over, all over, finished, done, done for, the end, no
        future, no way, no cure, cure for, cant change, wont change, never change, doesnt change, nothing changes, nothing helps,
        nothing works, nothing will, nothings going, nothing does, never going, not going to, isnt going to, wont work, wont help,
        wont last, wont make, doesnt work, doesnt help, cant be, cant help, cant fix, never get, dont get better, wont get, never
        be, never have, never had, never was, never will, always be, always been, always will, ill always, always was, forever,
        for good, for life, till i die, same old, story of, just how, just who, the way i, how i am, who i am, who i, made that way,
        made the same, born, born like, in the blood, in my blood, in the genes, in my, genes, runs in, our lot, my lot, people like
        me, someone like me, somebody like, anyone like, like me, give up, given up, giving up, gave up, id give up, pack it in,
        stop trying, stopped trying, stopped hoping, why bother, why try, dont bother, save your, save it, spare, your breath, your
        time, your sympathy, your money, on me, its wasted, somebody who, someone who, somebody else, someone else, anybody else,
        another client, other people, better off, without me, if i were you, id not blame, wouldnt blame, dont blame, cant blame,
        even you, even this, cant even, ask anybody, ask anyone, anybody would, anyone would, everybody, everyone, nobody, no one,
        nobody would, no one would, nobody wants, whats left, nothing left, nothing to, nothing in, no idea why, dont know why you,
        long and short, simple as, end of, thats that, thats me, its me, just me, thats what i am, thats it, leave it, forget it""",
}
TOWARDS = Lexicon({**ELSEWHERE, **YIELDS, **SPLITS, **SINKS})
