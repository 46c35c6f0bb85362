"""What a client's words leave a therapist to answer: the two of them, a task, a doubt, a wall; or things elsewhere."""

from collections.abc import Mapping

GROUNDS: Mapping[str, str] = {
    "you": "you, your, yours, youre, youve, youd, youll, yourself",
    "idiom": """you know, thank you, see you, you never know, you get used, you have to, youve got to, if you like,
        you see, did you see, have you seen, do you like, you can get, you need to, you want to, when youre, where
        you, you change""",
    "here": """lately, hasnt it this, isnt it this, this, all this, here, in here, this room, therapy, session,
        sessions, counselling, counseling, treatment, coming here, come here, come in, came in, last week, last time,
        last few times, last session, the other week, this stuff, your notes, your pen, your pad, your clipboard, your
        voice, your face, your eyes, your watch, your clock, your email, your voicemail, your message, your text, your
        letter, your holiday, your fee, the fee, your holidays, us two, me and you, you and me, between us, people
        like you, you people, you lot, you therapists, shrink, shrinks, your job, your lot, paid to, you said, you
        told, you asked, you think, you thought, you want, you wanted, you look, you looked, you laughed, you smiled,
        you sighed, you never, you always, you keep, you kept, you just, you dont, you didnt, you wont, you werent,
        you forgot, you cut, you moved, you changed, you went, you made, you make, youre doing, youre just, youre not,
        youre only, youll be, youll think, youll say, youre going, youve got your, youd had, youd be, with you, at
        you, from you, to you, about you, by you, of you, told you, tell you, telling you, trust you, for you, late,
        cancel, cancelled, stop coming, helping, my therapist, the last one, other therapist, talk about it, talking
        about it, talking, feel like talking, aren't you glad, go again, there you go, i suppose you, i bet you, i
        thought you, hope you""",
    "me": "i, im, ive, id, ill, me, my, myself, mine",
    "asks": "?",
    "strain": """no, not, never, nothing, dont, didnt, cant, couldnt, wont, wouldnt, isnt, wasnt, havent, hadnt,
        shouldnt, point, pointless, stupid, useless, waste, wrong, whatever, fine, okay, forget, stop, leave, sorry,
        sick, tired, enough, hate, hated, annoyed, annoying, angry, cross, furious, mad, hurt, hurts, hurtful, upset,
        flat, stuck, judged, judging, judge, pushed, pushing, rushed, rushing, watched, analysed, lectured, told off,
        small, silly, daft, embarrassed, ashamed, humiliated, patronised, dismissed, ignored, invisible, forgotten,
        let down, too much, too fast, too hard, too soon, awful, horrible, cold, weird, fake, silent, quiet, blank,
        numb, distant, gone, as if, like a, like being, felt like, feels like, supposed, should, why, even, again,
        charming, cheers for, thanks a lot, great, brilliant, sure, i guess, i suppose, if you say, rubbish, crap,
        shit, bloody, hard work, my fault, stood there, on my own, all hot, hear me, careful, behave, prove, test,
        testing, worried, scared, afraid, dread, dreading, nervous, hard, difficult, awkward, bit much, a bit much,
        round my head, cringe, cringing, shouldnt have, regret, exposed, naked, laid bare""",
    "third": """brothers, sisters, mothers, fathers, mums, moms, dads, sons, daughters, wifes, husbands, partners,
        nans, grans, bosses, managers, cousins, uncles, aunts, he, she, him, her, his, hers, hes, shes, hed, theyre,
        theyve, they, them, their, husband, wife, boyfriend, girlfriend, partner, ex, mum, mom, mam, dad, mother,
        father, gran, nan, grandad, grandma, sister, brother, son, daughter, kids, boss, manager, teacher, neighbour,
        neighbours, landlord, plumber, dentist, doctor, gp, physio, coach, friend, friends, mate, mates, colleague,
        colleagues, cousin, uncle, aunt, auntie, flatmate, roommate, girl, bloke, man, woman, lad, lads, guy, guys,
        baby, dog, cat, team, council, company, builder, builders, driver, nurse, vicar, priest, choir, people""",
    "things": """mug, cup, chip, pantry, wasp, wasps, bee, spider, mouse, mice, foil, seedlings, remote, tram,
        umbrella, ladder, crossword, across, down, clue, clues, boxes, statements, treadmill, wedding, resit, exam,
        exams, resits, essay, photograph, photographs, photo, exhibition, gallery, club, running, race, marathon,
        trains, train, bus, buses, hospital, front page, paper, news, programme, podcast, series, film, telly, game,
        match, go, rubbish ones, bridge, stop, station, airport, flight, plane, ferry, boat, lake, sea, beach, tide,
        storm, rain, snow, wind, roof, ceiling, window, heating, boiler, kettle, radiator, door, lock, key, keys, car,
        bike, engine, garage, garden, lawn, hedge, fence, chicken, fish, sandwich, cake, bread, tea, coffee, milk,
        soup, dinner, lunch, breakfast, recipe, oven, pan, saucepan, knife, dress, coat, shoe, shoes, boots, hat,
        jumper, sofa, bed, carpet, curtains, wallpaper, paint, painting, tin, bag, parcel, post, stamp, letter box,
        printer, laptop, phone, app, password, screen, email address, computer, wifi, router, jab, needle, tooth,
        filling, drill, glasses, hearing aid, knee, ankle, back, hip, tablets, inhaler, allergy, cold, cough, flu,
        sneezing, kitten, puppy, rabbit, hamster, parrot, hen, hens, sheep, cow, horse, pony, goat, tennis, golf,
        football, cricket, rugby, chess, cards, darts, snooker, dice, quiz, riddle, bingo, lottery, raffle, party,
        concert, band, choir, song, guitar, piano, drums, play, actor, novel, author, poem, chapter, history, maths,
        physics, spanish, french, german, homework from school, tax, council tax, bank, invoice, receipt, insurance,
        mortgage, rent, forms to fill, passport, visa, ticket, tickets, parking, car park, machine""",
    "social": """would you ever, have you always, do your kids, your kids, your husband, your wife, your mum, your
        car, your cat, your kitchen, your knee, your back, your course, your exam, your essay, your book, your talk,
        your lunch, your coffee, any plans, you up to, you been up, your christmas, you drive, you cook, you bake, you
        run, when you were, did you ever, have you ever, did you go, did you have, did you get, did you see, did you
        manage, did you like, do you like, do you play, do you do, do you have, do you watch, have you got, have you
        been, are you going, are you off, you look hot, you look well, your running, your weekend, your holiday, your
        garden, your dog, your club, your team, your training, starting out, good weekend, nice weekend, good holiday,
        where did you, what did you, whats it like, hows your, how was your, how was it, how were they, how are you,
        whats yours, for your essay, in the book, in the play, in the film, say it as, pretend, be my, be him, be her,
        role play, rehearse, practise, practising, practice, read it, hows that sound, is it right, have i got, where
        were we, where was i, whered i got, whered i, lost my thread, lost my train, what was i, hang on, excuse me,
        bless you, cheers, ta, lovely, smashing, ha ha, haha, joke, funny, laughing, i love""",
    "task": """exercise, exercises, sheet, sheets, worksheet, worksheets, form, forms, homework, diary, log, journal,
        chart, scale, numbers, cards, feelings cards, chair, chairs, breathing, breathe, breath, meditation,
        mindfulness, mindful, app, tape, recording, list, lists, letter, drawing, draw, writing, write, written, write
        down, plan, planned, goal, goals, agenda, panic, steps, step, ladder, exposure, practice, practising,
        technique, picture, pictures, imagine, eyes closed, shut my eyes, memory, memories, childhood, questions,
        asking, mark, marks, tally, rating, score, questionnaire, role play, puppet, sand, pebble, cushion, pillow,
        thing on, this thing, sat here, sitting here, do it, doing this, doing it, do this, do that, doing the, doing
        that, stay up, get up, early, slower, faster, pace, fast, meant to, supposed to, the idea, talking to,
        tapping, tap, hypnosis, raisin, dream, dreams, past, back over, going over, silence, video, camera, email,
        weekly, fortnight, tool""",
    "balks": """cant, couldnt, wont, wouldnt, dont, didnt, not doing, not getting, never, hate, hated, loathe, dread,
        dreading, stupid, silly, daft, rubbish, pointless, useless, babyish, kids, childish, too much, too big, too
        hard, too fast, too soon, too long, worse, no good, no use, rather not, not for me, not helping, not working,
        doesnt help, doesnt work, didnt help, didnt work, like a, like being, feel like, feels like, makes me feel,
        its just, sick of, fed up, bored, tired, struggling, struggle, stuck, lost, forgot, blank, freeze, froze,
        panic, panicked, if im honest, to be honest, look, honestly, i know were, i know we, meant to be, instead, can
        we, could we, not sure, never did, never wanted, dont want, do i have, have to, make me, scared, scary,
        frightened, nightmares, shaking, sick, exhausted, knackered, wiped out, overwhelmed, seal, lab rat, school,
        headmaster, headmasters, exam, test, robot, fake, weird, creepy, ridiculous, embarrassing, embarrassed,
        nothing comes""",
    "doubts": """why, whats the point, point, point of, use, use of, sense, the sense, makes no sense, no sense, in
        aid of, aid of, got to do, to do with, what for, for what, how does, how will, how is, hows, how would,
        supposed to, meant to, what good, good is, do any good, help, the idea, idea with, the purpose, reason, dont
        see, dont get, dont understand, cant see, do i have, do i really, do we, do you have, have to, got to, again,
        every time, every week, always, never just, every single, all these, another, makes me feel, what does, what
        is, whats this, whats that, whats it, is it for, is this for, is there, really, seriously, sounds mad, sounds
        daft, upside down, backwards, how come, whose idea, whats my, just tell me, cant you just, cant we just, why
        cant, why dont, why do, why are, why not, i came about, i came for, i came here, what difference""",
    "guards": """i dont, i cant, i wont, i didnt, i couldnt, i wouldnt, i never, i havent, im not, ive never, id
        rather, rather not, dont do, not telling, not saying, not going, keep, kept, keeping, hide, hiding, hid,
        hidden, wall, walls, armour, armor, shield, mask, shell, front, act, joke, jokes, joking, laugh it off, clown,
        change the subject, shut down, shut up, shut off, switch off, switched off, zone out, numb, blank, go quiet,
        went quiet, quiet, silent, clam up, walk out, walked out, leave, leave it, left it, on purpose, late, always
        late, cancel, cancelled, avoid, avoided, avoiding, run, ran, bolt, push, pushed, push people, away, distance,
        distant, cold, trust, trusting, test, tested, testing, lie, lied, lying, fib, pretend, pretended, fine, agree,
        disagree, argue, arguing, argument, fight, fought, angry, rude, snap, snapped, swear, swore, sarcastic,
        stubborn, awkward, difficult, control, controlling, in charge, check, checking, plan, lists, busy, work,
        working, drink, drinking, smoke, eat, eating, sleep, sleeping, cut, screws, shed, alone, on my own, by myself,
        nobody, no one, none of your, only thing, only way, automatic, habit, trick, skip, skipped, avoid it, not
        ready, not yet, dont want, wary, careful, cautious, guarded, suspicious, secret, secrets, private, bottle,
        bottled, bury, buried, box, locked, lock, cry, crying, tears, feel, feeling, feelings, cant tell, never told,
        half, bits, vague, sort of, whatever, dunno, dont know, look away""",
    "drifts": """anyway, also, oh and, by the way, and another thing, speaking of, reminds me, talking of, did i tell,
        have i told, gotta tell, funny thing, funny story, you wont believe, guess what, honestly, no but, and then,
        and of course, of course, apparently, they say, quoted, quote, pounds, quid, dollars, bucks, grand, percent,
        price, prices, cost, costs, expensive, offer, sale, weather, traffic, motorway, junction, parking, roadworks,
        council, planning, conservatory, kitchen, extension, builder, builders, decorating, boiler, roof, interest
        rates, politics, government, americans, election, news, article, programme, podcast, series, telly, episode,
        film, match, football, team, season, recipe, biscuits, cake, cat, cats, dog, dogs, kitten, puppy, vet, garden,
        allotment, tomatoes, neighbour, neighbours, bins, hedge, fence, holiday, flights, hotel, luggage, caravan,
        cruise, camping, bloke, this guy, this woman, man who, cousin, brother in law, sister in law, mate, knows a,
        phone, app, broadband, laptop, wifi, deal, contract, delivery, parcel, shop, shopping, supermarket, sofa,
        curtains, car, van, tyre, garage, mot, train, trains, bus, buses, timetable, platform, weird, mad, crazy,
        hilarious, haha, lol, raises, special""",
    "returns": """lost my thread, lost my train, where was i, whered i got, where were we, what was i, stick with,
        stay with, go back, back to, come back, what im saying, all along, written them, wrote them, as you said, like
        you said, you asked, the list, the question, i want to, id like to, can we talk, can we, could we, sorry,
        where did i, what i wanted, the thing is, the real thing, really about, i suppose""",
}
"""Classes of words in what a client said before."""
