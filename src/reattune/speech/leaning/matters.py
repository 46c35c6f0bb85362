"""What the objections of each family are about: tasks, the frame, the way so far, blame, orders, by classes."""

MATTERS = {
    "unmet": """listen, listening, listened, hear, heard, understand, understood, care, cared, cares, remember,
        bothered, interested, attention, notice, noticed, clue, foggiest, faintest, idea, scribble, nod, nods,
        nodded, nodding, yawn, yawned, clock, notes, clipboard, pen, robot, machine, wall, cold, colder, warmer,
        fridge, fridges, blank, stare, stared, staring, bored, asleep, nodded off, glazed, managed, handled,
        judged, judging, judge, judgey, patronised, fobbed, brushed, dismissed, unheard, invisible, number, case,
        file, job, paid, wages, qualified, trained, training, certificate, degree, expert, posh, young, kids of
        your, skint, lived, trust, fake, smile, tone, look, face, sides, side, fault, wrong, lecture, lectured,
        told off, headmistress, teacher, my mother, my father, my mum, my dad, my ex, my last, last one, last
        therapist, someone else, somebody else, proper, human, human being, normal person, textbook, waffle,
        script, switch off, lamp, mistake, name, forgot""",
    "task": """sheet, sheets, worksheet, form, folder, handout, handouts, homework, exercise, exercises, diary,
            journal, journalling, journaling, log, chart, charts, wheel, scale, scales, raisin, raisins, breathing,
            breathe, breaths, meditation, meditate, meditating, mindfulness, mindful, relaxation, app, tape,
            recording, chair, role play, roleplay, draw, drawing, drawings, paint, painting, letter, letters,
            write, writing, list, lists, dream, dreams, memory, memories, childhood, past, raking, digging,
            dredging, talking, going over, technique, techniques, tool, tools, evidence, card, cards, box, boxes,
            out of ten, one to ten, all this, feelings, hypnosis, tapping, visualise, visualising, imagine,
            imagining, picture, pictures, affirmation, affirmations, ladder, experiment, goals, values, compassion,
            gratitude, practice, practise, practising, plan, steps, school, numbers, metaphor, metaphors, sand,
            puppets, clay, crayons, felt tips, colouring, beach, candle, body scan, toes, tense, muscles, pebble,
            pebbles, cushion, pillow, poem, poems, inner child, parts, timeline, family tree, genogram, questions,
            rating, ratings, thought record, thought records, positive, positives, homeworks, task, tasks,
            programme, module, modules, chapter, book, workbook, video, videos, eyes closed, close my eyes,
            pendulum, lights, silence, silences, technical, science, scientific, engineer, practical, advice,
            answers, doing, stuff, thing, things""",
    "frame": """room, rooms, wall, walls, door, chair, chairs, clock, mirror, camera, screen, audience, window,
            corridor, reception, receptionist, waiting, waiting room, fee, fees, bill, bills, money, cost, costs,
            price, pay, paid, paying, charge, charged, charging, invoice, quid, pounds, dollars, bucks, hour,
            hours, minutes, minute, sixty, fifty, slot, slots, appointment, appointments, cancel, cancelled,
            cancelling, holiday, holidays, leave, break, breaks, away, form, forms, questionnaire, questionnaires,
            recording, recorder, recorded, tape, zoom, link, video, phone, email, emails, text, texts, late, wait,
            waited, parking, meter, rules, rule, policy, limit, limits, end, ending, ended, six, eight, ten,
            twelve, sessions, session, fortnight, fortnightly, weekly, once a, twice a, week, month, months,
            monday, tuesday, wednesday, thursday, friday, august, christmas, summer, building, lift, stairs, bus,
            trains, journey, drive, noise, noisy, hear, heating, cold, freezing, hot, light, lights, plant,
            tissues, box of tissues, sofa, couch, desk, table, supervisor, supervision, trainee, student, students,
            notes, consent, confidential, data, insurance, receipt, card, cash, direct debit, upfront, advance,
            afford, expensive, cheap, cheaper, on the dot, time, times, timer, chucked, chucked out, kicked out,
            run out, turfed out, herded, buffering, freezes, frozen, signal, screen, mute, unmute, behind it, next
            door, list, queue, place, £, $, per cent, percent, penny, pence, by the minute, rent""",
    "gripe": """too short, too long, too cold, too hot, too early, too late, too much, too few, too small, steep,
            daylight, robbery, rip off, ripoff, unfair, not fair, fair, never know, puts you off, put off, not
            private, private, privacy, relax, comfortable, uncomfortable, be myself, on show, watched, overheard,
            exposed, like cattle, conveyor, factory, production line, sausage machine, taxi, meter, moved, shunted,
            shoved, put, bumped, passed, third, fourth, another, different room, every week, each week, again,
            chucked, kicked, thrown, dumped, left, hanging, abandoned, who decided, whose idea, nobody asked,
            nobody told, wasnt asked, no say, without asking, expect, expected, should be, supposed, ought, would
            be nice, itd be nice, couldnt you, cant you, cant we, why cant, why do, for that, that sort of money,
            nearly fell, arm and a leg, worked it out, on top, as well, and all, sooner, not the same, hate, cant
            stand, bothers, annoys, ridiculous, joke, barely, hardly, only just, just as, just when, just got, sat,
            talking to a, watching, no offence, feels like""",
    "way": """still, same, no different, no further, no better, no nearer, no closer, no wiser, no fuller, no
            happier, no change, nothing changes, not changed, hasnt changed, havent changed, same as, square one,
            back where, started, begin, began, beginning, circles, round and, flat, stuck, worse, worsening,
            backwards, downhill, nowhere, standing still, treading, plateau, stalled, by now, yet, months, weeks,
            sessions, year, years, how long, how many more, how much longer, when does, when will, am i any, any
            better, any different, pancake, needle, budge, budged, shift, shifted, hole, progress, improvement,
            point, worth, results, result, difference, gone, hoped, hopes, hoping, expected, thought there, thought
            itd, thought id, supposed, this it, that it, any more, what good, to show, getting anywhere, got
            anywhere, going anywhere, get anywhere, further on, further forward, no fuller, nineteen now, just as,
            as bad, as ever, as before, every week, week in, another, here i am, here we are, i still, im still,
            and i still, and im still, hes still, shes still, stopped telling, sacked, refund, money back, placebo,
            for nothing, quid, pounds, doesnt, knowing why, understand why, insight, explains, explained, talk,
            talking, talked, chat, chats, chatting, wonder if, starting to, beginning to, giving up, packing it in,
            jack it in, call it a day, kidding, point in, going through, motions, hamster, wheel, rut, limbo, no
            movement, zero, zilch, nada, zip, diddly, sod all, bugger all, naff all, not a lot, not much, not a
            thing, not a sausage, not an inch, no joy, no dice, no luck, used to it, thats all, is all, wait,
            waiting, miracle, fixed, fix, cure, cured, drop""",
    "blame": """its not like, not like i, not as if, not my fault, my fault, fault, blame, blaming, blamed, accuse,
            accusing, accused, judging, judge, actually, i did, i do, i had to, id have, anyone would, anybody
            would, you would, youd have, youd do, what was i, what else, what could, one, only, once, just the,
            only had, never once, in writing, prove, proof, evidence, ask them, ask her, ask him, ask anyone, you
            can ask, the record, excuse, excuses, reason, reasons, deadline, choice, no choice, judgement, misread,
            misunderstood, misquoted, unfair, not fair, its legal, legal, normal, everyone does, everybody does,
            everyone, everybody, plenty, theres plenty, worse, good dad, good mum, good mom, good father, good
            mother, good wife, good husband, good son, good daughter, good parent, best, my best, did my best, a
            lot on, busy, entitled, allowed, right to, every right, crime, sit there, tell me i, look at me, im not
            the, im not a, im not some, im no, not some, junkie, alcoholic, monster, liar, lying, lied, thief,
            drunk, addict, lazy, selfish, bad person, villain, bad guy, who wouldnt, wouldnt you, havent you, what
            would you, what do you, what did you, you try, let me finish, i was told, he said, she said, they said,
            she started, he started, they started, started it, asked for it, her idea, his idea, their idea, wasnt
            me, it wasnt me, nothing to do, i told you, i said, i rang, i called, i texted, i emailed, i left, i
            paid, i put, i never, never touched, never laid, never missed, never hit, not once, not a penny, not
            one, in ten years, all week, two jobs, single handed, on my own, by myself, who else, somebody had to,
            someone had to, had no, couldnt have, wasnt going to, be fair, to be clear, with respect, again, make
            it sound, making out, make out, sound like, trying to, trying my, im trying, i try, i tried, i avoided,
            go without, gone without, cold, hungry, again friday, one hit, one drink, one glass, two glasses,
            couple of, hardly, barely, nobody, nobodyd, say a word, traffic, train, bus, ill, sick, poorly, forgot,
            meant to, here we go, look, listen, hang on, hold on, excuse me, since when, so what, and, oh""",
    "owned": """hindsight, my own, should have, shouldnt have, shouldve, shouldnt, wish i, i could have, couldve,
            ashamed, more than, youre right, you were right, to be fair, fair point, god help, i know i, i can see,
            stupid, i hated, i hate, i liked, even liked, proud, it was yes, i did, yes i, guilty, regret, sorry,
            lost it, cant believe i, part of me, the truth, true, if im honest, hurts, hard to, dont know why, was
            i, i looked, i wanted, i knew, caught, dodged, ducked, ran, hid, chickened, bottled, coward, handy, an
            excuse, suited me, before, too""",
    "orders": """you will, youll, youd better, you must, you need, you have to, you should, i want, i want it, i
            need you, i expect, i demand, i insist, answer, answer me, tell me, fix it, do it, do as, sit, sit
            back, sit down, sit still, stop, stop that, stop it, listen, listen to me, write it, sign it, sign,
            now, right now, before i leave, till you, until you, till i, till i hear, till four, until i, not
            leaving, not going anywhere, not moving, sit here, i decide, im the one, who decides, in charge, i say,
            when i say, my way, rules, are we clear, is that clear, understood, or else, or ill, or im, otherwise,
            if you dont, if you cant, if you wont, unless, report, complaint, complain, solicitor, lawyer, manager,
            supervisor, ombudsman, board, review, reviews, papers, press, know where, you live, you work, memory,
            shame if, a shame, id hate, people heard, people knew, regret, careful, watch it, i pay, paying you,
            pay you, paid, your job, promise me, swear, prove it, in writing, youll speak, youll answer, youll do,
            didnt ask, not asking, wasnt asking, another word, not saying another, youre going to, you can start,
            none of that, there will be, therell be, lets establish, let me make, going to happen, heres what, what
            happens, your turn, no more, say it, say sorry, apologise, apologize, take it back, admit it, admit,
            give me, hand it, hand over, show me, get me, get it, make it, make him, make her, ring him, ring her,
            call him, call her, phone, sort it, sort, earn, work for me, and you, hear one thing, about you, look
            at me, dont look, dont you, dont write, dont ask, dont, shut, shut up, hush, quiet, back off, wait, ill
            wait, all day, got all, your licence, your license, registration, governing, tomorrow, by friday, by
            monday, tonight, last chance, final, warning, warned, on you, on your head, your conscience, your fault
            if""",
    "closer": """gorgeous, darling, beautiful, sexy, pretty, handsome, babe, sweetheart, honey, cutie, hot, a
            drink, dinner, lunch, coffee, pub, your number, hug, kiss, cuddle, hold my, hold me, like me, love you,
            love me, fancy, attracted, attractive, single, married, boyfriend, girlfriend, husband, wife, going to
            know, needs to know, have to know, secret, our secret, between us, special, favourite, favorite,
            perfume, dress, hair, legs, lips, eyes, skirt, blouse, tonight, tell me about you, tell me about your,
            come over, come round, after work, weekend, saturday, friend, friends, facebook, instagram, followed,
            looked you up, found you, online, drove past, your house, your street, your road, your kids, your son,
            your daughter, the rest of, than the rest, you know you do, ten minutes, five minutes, just once, this
            once, exception, bend, dream about you, dreamt about, think about you, thinking about you, one of us,
            you and me, us two, the two of us, lonely, prefer me, better than""",
}
