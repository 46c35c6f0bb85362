"""More of what each family's objections sound like: idioms and turns of phrase, by the classes that they add to."""

FURTHER = {
    "task": """pages, page, columns, column, rows, stars, stickers, smiley, faces, feelings wheel, the faces, stones,
        figures, toys, drumming, humming, chanting, om, namaste, yoga, stretching, power pose, poses, mantra,
        mantras, safe place, happy place, waterfall, leaves on a stream, the stream, clouds, bus, passengers,
        quicksand, tug of war, mountain, tree, roots, onion, iceberg, pie, pie chart, traffic light, hot cross,
        downward arrow, arrows, diagram, diagrams, whiteboard, flip chart, post its, post it, thinking traps,
        errors, distortions, the cycle, vicious circle, boundaries, assertive, assertiveness, i statements,
        scripts, mirroring, paraphrasing, hypotheses, phone call, ring someone, walk round, cold water, ice cubes,
        ice, elastic band, sensory, senses, five things, four seven eight, square breathing, box breathing, count
        to, counting, worry time, worry tree, sleep diary, food diary, step count, rewards, gold star, thank you
        list, three good things, kindness, self care, bath, bubble bath, candles, oil, smell, weighted, tapping,
        wiggling, eye thing, finger, fingers, buzzers, constellations, family sculpt, dolls, tarot, crystals,
        horoscopes, statistics, science, proof, going back, back there, going there, opening, opened, stirring,
        stirred, picking at, scab, old wounds, old ground, ancient history, every detail, blow by blow, again and
        again, over and over, the why, whys, analysing, analyzing, naming, labelling, label, say it out loud, out
        loud, to a chair, to a cushion, to myself, to thin air, an empty, sat there, stood there, like a child,
        like a kid, like a toddler, on my phone, reminders, notifications, pings, beeps, the voice, soothing voice,
        american woman, whale song, pan pipes, panpipes, gongs, bells, bowl, bowls""",
    "frame": """intake, waitlist, wait list, waiting list, agency, trust, clinic, centre, center, service, provider,
        insurer, eap, nhs, my insurance, deductible, copay, co pay, sliding scale, rate, rates, rise, put up, gone
        up, goes up, went up, seventy, eighty, ninety, hundred, bank transfer, standing order, deposit, refund,
        penalty, fine, forty eight, twenty four, notice, missed, no show, whether i, turn up, in advance, cab,
        taxis, petrol, gas money, babysitter, childcare, time off work, day off, lunch hour, lunch break, half day,
        shift, evenings, mornings, half past, nine oclock, eight oclock, school run, rush hour, upstairs,
        downstairs, basement, cupboard, broom cupboard, prefab, portakabin, toilets, loo, smell, smells, damp,
        mould, carpet, strip light, strip lights, hum, buzz, buzzer, buzzing, intercom, doorbell, footsteps,
        hoover, drilling, kids next, next client, the one before, the one after, person before, person after, coat
        off, coat on, getting going, got going, warmed up, mid sentence, middle of, cut off, cuts out, lag,
        lagging, glitch, pixels, pixelated, postage stamp, headset, ipad, tablet, laptop, my kitchen, my bedroom,
        in my car, the other side, walls like, paper thin, thin walls, soundproof, pass word, portal, online form,
        tick, ticked, box, boxes, same ten, same nine, nine questions, every single week, who reads, who sees, who
        listens, where does it, where it goes, on file, on record, on tape, on film, transcript, software,
        computer, server, cloud, reports, report, letter to, my gp, discharged, discharge, signed off, handed over,
        handover, transferred, passed on, replaced, locum, cover, out of office, voicemail, reply, replies, between
        times, between sessions, in between, till then, until then, weekends, bank holiday, three weeks, two weeks,
        four weeks, five weeks, easter, half term, maternity, conference, off sick, skiing, spain, france, beach,
        your diary, swap, swapped, shuffled, moved me, moved us, double booked, overrun, overran, ran over, running
        late, kept waiting, left waiting, quarter of an hour, stopwatch, egg timer, on the nose, to the second""",
    "gripe": """what am i, who looks, look after me, put on hold, press two, press one, computer says, jobsworth, red
        tape, policy is, rules are rules, even when, even if, funeral, ill or, come or not, not as if, who else,
        over my, by the time, no sooner, hardly worth, barely worth, mid, like a dentist, like the dentist,
        dentists, airport, bank, prison, police, hospital, school, call centre, supermarket, checkout, deli
        counter, take a number, number, ticket, next please, in and out, wham bam, herded, squashed, crammed,
        squeezed, fobbed, palmed off, farmed out, lumbered, stuck with, stuck in, left with, leaves me, leaving me,
        left me, high and dry, in the lurch, all right for some, alright for some, nice for some, some of us, do
        what, made of money, money tree, grow on trees, broke, skint, daylight, mortgage, remortgage, second
        mortgage, bleed, bled, bleeding, milking, milk, rinsing, fleeced, ripped, robbed, charged me, charge me,
        charging me, docked, fined, punished, penalised, penalized, told off, cant hear, cant see, cant think, cant
        talk, cant concentrate, cant afford, cant keep, cant make, cant get, cant do, couldnt hear, couldnt see,
        whisper, whispering, keep my voice, overhear, earwig, earwigging, listening in, spied, spying, bugged,
        guarded, censor, watching what i, watch what i, careful what i, hold back, holding back, not telling, wont
        say, clam, shiver, shivering, sweating, sweltering, gagging, boiling, stinks, stink, reeks, stuffy,
        wobbles, creaks, springs, lumpy, low, too low, hard chair""",
    "unmet": """miles away, anyone home, anybody home, hello, third time, second time, told you that, told you this,
        already told, just saying, saying that, only saying, paid to, get it, gets it, relate, lived it, had kids,
        got kids, own kids, children of, talking to a wall, brick wall, parrot, parroting, echo, echoing, repeat,
        repeating, repeat back, back to me, say back, mm, mhm, hmm, head on one side, head tilt, tilt, that look,
        that voice, the voice, the face, pity, pitying, sympathy voice, nurse voice, who trained, anybody senior,
        someone senior, senior, supervisor, older, younger, twelve, first year, placement, newly, beginner, my last
        one, the last one, other one, old one, proper one, real one, another one, not last, last five minutes, what
        would you, how would you, keep saying, kept saying, leave this room, between us, went behind, behind my
        back, believed her, believed him, agreed with, took his, took her, siding, sided, on his, on her, check,
        checked, checking, glance, glanced, glancing, watch, went red, dont like, like me, cant wait, get rid, shot
        of, sick of me, fed up with me, bored with me, bored of me, one of many, next one, your ten, your eleven,
        your tuesday, mixed me up, muddle, muddled, somebody elses, someone elses, other client, wrong name, my
        name, called me, my sisters name, the dogs name, remembered wrong, got wrong, cup of tea for, phone went,
        phone buzz, your phone, typed, typing, screen, yawns, stifled, stifling, sleepy, tired eyes, ask a
        question, questions, question, answer, straight answer, nothing back, give nothing, gives nothing, poker,
        poker face, sphinx, statue, mannequin, dummy, ice, iceberg, glass, window, behind glass, behind that, hide
        behind, hiding behind, clever, cleverer, smarter, superior, looking down, down on, down your nose, high
        horse, holier, saint, perfect, perfect life, your life, your world, your sort, cushy, comfy, nice car, nice
        shoes, nice house, husband at home, hurt me, stung, hurt my, felt small, small, tiny, this big, an inch,
        stupid, silly, nothing to you, didnt ask, never asked, never ask, once asked, not once, didnt notice, never
        noticed, didnt even, dont even, forgotten""",
    "blame": """you werent there, werent there, ask my, ask anybody, ask the, an accident, accident, was tired, was
        knackered, dead on my, ive never, no more than, than anyone, than anybody, hit me first, first, what about
        her, what about him, what about them, in advance, did tell, did say, did ring, did call, did text, on my
        phone, no signal, battery, in the diary, nobody explained, nobody said, nobody told, no one told, no one
        said, only meant, wrong way, the wrong way, twisting, twist it, out of context, brought up, never did me,
        did me no, discipline, strict, a joke, banter, joking, my way, sixty hours, fifty hours, my doctor, doctor
        said, gp said, have you tried, try it, try living, try having, you want to, some of us, it happens, these
        things, one of those, bad day, long day, long week, hell of a, ran late, running late, couldnt get, couldnt
        find, was supposed, wasnt supposed, was meant, wasnt me, never me, always me, why me, why is it, how is
        that my, hows that my, on me now, down to me, pinning, pin it, pin that, hang it on, lay it, drop it on,
        dumping, guilt trip, get at, getting at, having a go, go at me, on my case, on at me, ganging, gang up,
        both of you, third degree, interrogation, inquisition, grilling, cross examine, in the dock, on trial,
        witness, evidence, exhibit, lawyer, judge and jury, hanged, innocent, not guilty, didnt do, didnt start,
        didnt ask, didnt know, didnt mean, didnt want, didnt think, didnt touch, didnt say, didnt even, never said,
        never did, never started, never asked, never knew, never meant, never wanted, i never once, thank you very,
        very much, as it happens, if you must, must know, for your information, fyi, matter of fact, i happen,
        happen to, perfectly, reasonable, reasonably, sensible, legally, rights, my right, law, allowed to, free
        country, grown man, grown woman, provide, provided, roof over, food on, on the table, clean, fed, clothed,
        homework done, every night, every morning, every day, every weekend, without fail, like clockwork, good
        job, good at, decent, hard working, hardworking, honest, loyal, faithful, patient, patience of, done my,
        did my, i do my, i give, i gave, ive given, gave up, bend over, bent over, backwards for, break my back,
        slave, slaving, somebody has to, someone has to, has to""",
    "owned": """knew i shouldnt, no excuse, looking back, im straight, pathetic of, his face, her face, was right,
        showing off, hands up, fair cop, guilty as, its on me, thats on me, mea culpa, my bad, i own, i lied, truth
        be told, bit of both, i did say it, i did shout, didnt i, i can be, i do that, i do it, i do tend, i tend,
        i keep doing, i always do, my temper, my mouth, my doing, i started, i pushed, i wound, i provoked, i
        drank, i spent, i hid, i sulked, i ignored, i left her, i left him, id had enough, i snapped, i flew, i
        blew, overreacted, over the top, unfair of, unkind of, mean of, rotten of, selfish of, cruel of, petty,
        childish of, i hate that, i hate how, not proud, cant defend, no defence, deserve, deserved, serves me, i
        owe, apologise, apologised, made it up, want to stop, want to change, got to stop, need to stop, wish id,
        if id, wonder if i, wonder why i, why i, what i did, how i did, how i was, im the same, like my dad, like
        my mum, like him, like her, turning into, frightened me, scared me, shocked me, upset me""",
    "orders": """now look, look here, listen here, heres the deal, the deal is, deal, simple, one thing, two things,
        first thing, first of all, youre to, you are to, your choice, you choose, up to you, over to you, off you
        go, on you go, chop chop, get on with, hurry, come on then, well then, well, waiting, im waiting, ive
        asked, i asked, i asked you, i said, i told you, last time, ever again, never again, dare, i want a, i want
        that, i want them, i want the, i want you, i wont have, not having, not accepting, no is not, not good
        enough, better than that, nothing less, at once, straight away, this minute, today, by the time, by
        tonight, end of the day, before you, before i go, until its, till its, unless you, if it isnt, if its not,
        if i dont, if you were, if you cared, if you really, you owe, owe me, entitled, my money, my hour, my time,
        my session, my rules, i run, i choose, i pick, i start, i end, i finish, i talk, you talk, you listen, you
        sit, you write, you do, you ring, you call, you sort, you fix, you tell, you say, you answer, you go,
        names, name, your name, full name, i know people, know people, friends in, a friend in, journalist,
        facebook, google, online, trustpilot, one star, stars, tribunal, court, small claims, sue, police, gmc,
        bacp, hcpc, licensing, wife know, husband know, boss know, your boss, cheque, check book, blank, on record,
        recording this, recorded, ive recorded, screenshots, i have emails, wouldnt want, would you want, wouldnt
        it, be a pity, pity if, sad if, unfortunate, accidents, things happen, who knows, you never know, just
        saying, im just saying, dont push, dont test, dont make me, you dont want, wouldnt like, when im angry, you
        havent seen, careful now, mind how, think carefully, think about it, think twice, kill myself, kill me, ill
        do it, top myself, jump, on your hands""",
    "closer": """love to see, see you in, see more of, take you, pick you up, drive you, meet up, meet me, a walk, the
        cinema, a film, for a bite, my place, your place, hotel, weekend away, present for, bought you, brought
        you, made you, gift, chocolates, flowers, necklace, smell nice, smell lovely, look lovely, look nice, look
        tired, suits you, that colour, your smile, your laugh, your legs, nice legs, nice top, knees, sit closer,
        sit here, sit next, closer, come here, touch, stroke, massage, lap, bed, naked, underwear, turn me on,
        turned on, sexual, sex, relationship, married are you, happy at home, does he, does she, jealous, wed be,
        we could be, we are good, good together, soulmate, connection, chemistry, feel it too, you feel it, admit
        it, first name, call me, mates, pals, mum to me, adopt me, my mum, be my, i wish you, i want to be, more
        than a, just a client, not just, the only one, nobody else, only you, need you, cant without""",
    "way": """all that, all this, after all, so long, long time, ages, half a year, since spring, since autumn, since
        january, a year on, ninth, tenth, twelfth, twentieth, thirtieth, session six, session ten, week eight, week
        ten, here we go, merry go round, roundabout, groundhog, deja vu, carbon copy, same chair, same tears, same
        box, same story, same row, same rows, same me, same old, same as it, as it was, as i was, where i was, no
        forwarder, no farther, further back, sliding, slipping, sinking, down again, up and down, back to, square,
        start again, scratch, first base, bottom rung, at the bottom, foot of, plodding, slogging, grinding,
        spinning, wheels, spinning wheels, going nowhere, idling, stuck record, needle stuck, scratched, sticking
        plaster, band aid, plaster, paper over, cracks, tip of, drop in the, drop in, dent, made a dent, scratch
        the, surface, roots, get to the, the bottom, nitty, moved on, moved forward, moved an, changed a, change a,
        changed anything, done anything, did anything, do anything, doing anything, doing nothing, done nothing,
        does nothing, gets me, got me, getting me, take me, taking me, leading, leads, heading, headed, light at,
        end of the tunnel, tunnel, destination, finish line, goalposts, target, targets, what i wanted, came for,
        came in for, signed up, wanted from, in return, for my money, value, value for, bang for, worth it, worth
        the, bus fare, petrol, sleep no, sleeping no, still up, still awake, still cry, still crying, still shout,
        still shouting, still drink, still drinking, still here, still cant, still dont, still wont, still not,
        still no, still the, still in, still on, still a, still get, still got, still have, my wife says, my
        husband says, my mum says, they say, everyone says, people ask, they ask, asked me if, whats changed, whats
        different, whats happened, supposed to feel, feel any, notice any, see any, see no, feel no, felt no, made
        no, make no, makes no, not feeling, not seeing, not noticing, not convinced, not sure its, not sure this""",
}
