"""How a therapist's answer sounds that steps past what was said, presses against it, or stays; in classes of words."""

from reattune.speech.leaning.lexicon import Lexicon

ANSWER = Lexicon(
    {
        "soothes": """im sure, sure, dont worry, worry, normal, natural, common, everyone, everybody, at least, bright
            side, positive, treatable, these days, look at you, mustnt, be all right, be alright, be fine, be okay,
            be ok, all right, get better, got better, onwards, cheer, cheer up, chin up, strong, stronger, brave,
            resilient, doing well, well done, doing great, young, plenty, lots of, plenty of, loads of, time heals,
            could be worse, have been worse, silver lining, for the best, for a reason, good news, bright, lucky,
            fortunate, blessing, proud of, good for you, fine, great, brilliant, wonderful, fantastic, lovely,
            excellent, marvellous, super, amazing, excited, most people, we all, all of us, a phase, pass, passes,
            blow over, nothing to, not to, try not, no need, silly, never mind, there there, ah, dear, come along,
            keep going, youll be, youll find, youll get, youll see, hell come, shell come, itll, theyll, as well as
            you, i wish all, soldier on, onwards and, look on, moving forward, upwards, bless, it happens""",
        "switches": """anyway, anyhow, right so, so then, okay so, ok so, moving on, move on, moving, were we, up to,
            got to with, hows the, hows your, how is the, how was the, how are the, how did the, what about the,
            what about your, did you, have you done, have you had, have you seen, ever get, get back, by the way,
            lets, shall we, before we, next week, next time, last week, where have you, where did, and the, and
            your, and how, any news, speaking of, reminds me, that reminds, on that note, let me just, let me, ill
            just, just going to, i just need, while i, remember, tell me how, what else, anything else, to finish,
            to start, agenda, plan, list, on to, back to, coming along, getting on with, get on with, going with
            the, going with your, did the, has the, have the, is the, who won, what did you, when is, when are,
            what time, park, parked, pop, put a pin, practical note, practically, one practical, tissues, tissue,
            box, lovely day, sun, weather, coat, new coat, haircut, your hair, jumper, scarf, hows work, hows
            school, hows mum, hows the sleep, eating, sleeping, walking, gym, pick up, carry on, crack on, press
            on, another time, some other, for another, later, come back to""",
        "lectures": """tends to, tend to, people, what happens, happens is, research, studies, study, evidence, cycles,
            cycle, brain, amygdala, hormones, cortisol, adrenaline, serotonin, nervous system, a lot of, about
            that, lot about, typical, typically, usually, generally, often, in general, statistically, per cent,
            percent, average, known as, called, term, theory, theories, literature, book, article, podcast, author,
            model, stage, stages, kubler, attachment, psychology, psychological, mechanism, response, reaction,
            symptom, symptoms, diagnosis, criteria, disorder, scale, score, scores, questionnaire, technique,
            techniques, exercise, exercises, breathing, breathe, breath, worksheet, handout, leaflet, sheet, diary,
            app, website, strategies, strategy, skill, skills, tool, tools, homework, goal, goals, step, steps,
            hygiene, mindfulness, grounding, cognitive, distortion, thought record, behavioural, behavioral,
            caffeine, screens, exercise more, vitamin, gp, doctor, helpline, number, refer, referral, service,
            services, waiting list, form, forms, policy, procedure, data, invoice, fee, fees, payment,
            receptionist, tuesday, wednesday, thursday, monday, friday, oclock, appointment, calendar, slot, book,
            booking, room, window, heating, parking, minutes, the hour, the time, concept, interesting,
            fascinating, phenomenon, word, latin, greek, freud, jung, winnicott, ninety minutes""",
        "own": """same here, tell me about it, snap, at ours, weve a, ive a, ive got, i know how, believe me, ours,
            mine, my, my husband, my wife, my sister, my brother, my mother, my mum, my dad, my father, my
            daughter, my son, my dog, my own, my garden, my car, my friend, my neighbour, my gran, my partner, i
            had, i went, ive had, ive been, weve, we had, we lost, we went, we got, we used, when i was, happened
            to me, same thing, me too, i know the, im the same, i was, i always, i never, i love, i hate, i used
            to, i myself, i remember, all of mine, of mine""",
        "stays": """feel, feels, feeling, felt, sorry, hear, hearing, hard, dreadful, awful, terrible, painful, heavy,
            slow, slowly, stay, stays, staying, with you, with me, be there, here, say more, what was that, what is
            that, whats that, tears, eyes, holding, for a bit, for a moment, a moment, take your, must be, must
            have, sounds, sound, alone, lonely, to ask, to carry, carry, carrying, gently, breath catch, scared,
            frightened, frightening, sad, sadness, ashamed, hurt, hurts, grief, missing, lost, whole, trust, thank
            you for, telling me, told me, moment with, no rush, all the time, heart, hands, face, youve, heard,
            quiet, silence, first time, big thing, lot to, weight, unbearable, happening now, right now, in the
            room, between us, did i, i missed, i think i, i got, my fault, i wonder, wonder, what would, what do
            you need, help me, understand, like for you, for you, notice, noticed, not have to, dont have to, both,
            matter, matters, can i ask, is it all right, is that all right, would you, makes sense, how long have,
            who knows, who else knows""",
        "presses": """you should, you must, you need, you have to, you ought, you cant, you dont, you didnt, you wont,
            you never, you always, you keep, you just, youve got to, youll have, youd better, you could at, youre
            not, youre being, youre just, youre making, youre an adult, youre thirty, youre forty, youre twenty,
            youre a grown, need to, have to, must, ought, should, simply, incorrect, wrong, mistaken, untrue, not
            true, nonsense, rubbish, ridiculous, silly, childish, selfish, come on, look at me, sit up, answer,
            answer the, answer me, the question, ill decide, i decide, quit, grow up, mommy, mummy, hiding, hide,
            excuse, excuses, wriggle, wriggling, dodge, dodging, avoid, avoiding, avoidance, resisting, resistance,
            resistant, defensive, denial, sabotage, manipulative, victim, attention, drama, dramatic, self pity,
            what a surprise, might as well, talk to the, the wall, whose doing, whose fault, whose choice, after
            all ive, all ive, done for you, for you, owed, ungrateful, grateful, gratitude, straight with you,
            nobody else, no one else, you and i both, both know, in my notes, in the notes, my notes, at some
            point, sooner or later, honestly, surely, really, again, always, never, point is, the fact, facts, fact
            is, truth is, read back, read it, on the page, i said, i told, i explained, i asked you, i never, i
            didnt, i did not, i dont, thats not, that isnt, thats simply, thats just, thats your, its your, no,
            not, listen, look, stop, enough, because i, as i, if youd, if you, you chose, your choice,
            responsibility, effort, try harder, trying, tried, commitment, committed, serious, seriously, willing,
            motivated, want to get, want this, want to change, pull yourself, get over, get a grip, man up,
            pathetic, weak, lazy, disappointed, disappointing, disappoint, expected, expect, expecting, waste,
            wasted, wasting, my time, how many times, once more, third time, every week, every time, of course,
            obviously, clearly, frankly, blunt, honest with, believe me, trust me, the expert, qualified, trained,
            years, experience, professional, supervisor, not having, not going to, wont have, let you, allow,
            allowed, better than that, id have thought, would have thought, i would have, i must say, im afraid,
            but, why didnt, why dont, why cant, why on earth, why would you, what did you expect, think about,
            consider, your mother, your kids, your children, poor, imagine how, how do you think, convenient, funny
            how, really ?, oh, is it now, is that so, so you say, apparently, according to, thats rich, charming,
            listen to yourself, hear yourself, off you go, there you go, there we are, told you, why would, what
            did you think, always something, always someone, isnt it, arent you, havent you, didnt you, dont you,
            wasnt it, arent we, the dog that, greatest respect, hardly think, as it may, been over this, gone over
            this, been through this, a bit rich, expect better, my other clients, most of my, most people, other
            people manage, others manage, door is there, doors there, nobodys forcing, no ones forcing, trying to
            help you, only listen, your problem, the problem is, there it is, classic, you would say, and yet,
            whose, my fault, take that tone, that tone, beg your pardon, excuse me, thank you to, let me finish,
            wasnt finished, hadnt finished, sit down, calm down, lower your voice, no need for, uncalled for,
            unacceptable, inappropriate, i wont be, not prepared, spoken to, how dare, hurtful, offended, unfair,
            ive been doing, this long, ive seen, i know what, know best, for your own, own good, do as, as i say,
            when i say, my room, my rules, rules are, we agreed, you agreed, you signed, you promised, you said
            you, third week, two weeks running, second time, havent done, didnt do, not done, again, cant be, cant
            help, help yourself, want my help, work with, waste of, discharge, stop seeing, end here, how
            seriously, your attitude, attitude, tantrum, sulk, sulking, moaning, whining, whinging, complaining,
            feeling sorry, pity, woe, poor you, martyr, blame, blaming, finger, look in the mirror, mirror, take a
            look, long hard, reality, real world, realistic, reasonable, rational, irrational, illogical, logic,
            logical, sense, common sense, adult, grown up, mature, immature, child, teenager, petulant, difficult,
            awkward, stubborn, negative, pessimistic, dramatic, exaggerating, exaggeration, catastrophising""",
        "soft": """i like, sort of, kind of, would you say, when had, happy to, cross it, cross that, i dont know, it
            costs, costs you, was it, sorry, wonder, wondering, maybe, perhaps, could, might, would, tell me, help
            me, understand, hear, sounds, fair, youre right, right about, may be, might be, may have, might have, i
            may, i might, i got, i missed, i hadnt, my mistake, own up, im glad, glad, thank you, thanks, curious,
            interested, what makes, what was, what would, whats it, how was, how is, how does, how would, feel,
            feels, felt, hard, it turned, okay so, ok so, both of us, together, we could, can we, shall we, if you
            like, up to you, either way, no rush, okay, good, trying to, what it, say more, teach me, show me, a
            bit, a little, seems, seem, for a moment, if im wrong, correct me, do you want, would it, could it, let
            me try""",
        "bites": "?, you, your, youre, youve, youll, youd",
    }
)
SAID = Lexicon(
    {
        "hard": """not coping, cant cope, cope, coping, wipes eyes, cries, crying, cried, sobs, tears, whispers,
            quietly, looks away, pause, silence, shaking, voice, died, dead, death, dying, die, killed, kill,
            suicide, not being here, not be here, end it, gone, lost, funeral, grave, ashes, hospital, cancer,
            tumour, scan, biopsy, chemo, liver, lump, hospice, ill, pregnant, baby, miscarried, miscarriage,
            abortion, stillborn, hit, hits, hit me, slapped, punched, hurt, hurts, raped, touched, abused, filmed,
            dirt, disgusting, dirty, filthy, ashamed, shame, guilty, guilt, humiliated, embarrassed, alone, lonely,
            nobody, no one, never told, not told, not said, never said, first time, secret, scared, terrified,
            frightened, afraid, fear, panic, panicking, anxious, sad, low, empty, numb, hopeless, worthless,
            useless, stupid, failure, hate, hated, myself, burden, tired of, exhausted, cant go on, cant do, cant
            stop, cant breathe, cant sleep, cant pick, cant face, cant even, couldnt, dont want, dont know how,
            dont know if, give up, giving up, what if, what if i, left me, leave me, left us, walked out, leaving,
            divorce, affair, cheated, drunk, drinking again, drink again, cut myself, harm, blood, pills, overdose,
            police, prison, court, fired, sacked, redundant, homeless, debt, miss him, miss her, miss them,
            missing, his chair, her chair, his coat, her coat, his spade, empty chair, gone to seed, still lay,
            still buy, voicemail, dad, mum, mom, father, mother, son, daughter, husband, wife, brother, sister,
            worst, awful, horrible, unbearable, too much, hard, heart, broke, broken, breaking, nightmare,
            nightmares, flashback, memory, love, loved, want to feel, felt, feel, feeling, angry, furious, rage,
            nights, every night, most nights, at night, alone in""",
        "us": """you, your, you looked, you look, you said, you make me, you made me, you never, you dont, you didnt,
            with you, to you, here, in here, this, therapy, session, sessions, last week, these sessions, go on
            like, talk to me, between us, trust, listen, listening, somebody else, someone else, another therapist,
            stop coming, not coming, do this any, any more, anymore, homework, exercise, sheet, diary, you think,
            you want, your fault, judging, judged, bored, helping, working, point""",
        "no": """no, not, dont, didnt, wasnt, isnt, wont, cant, couldnt, havent, never, wouldnt, shouldnt, nothing,
            nah, rather not, sort of, kind of, kind of have, forgot, late, sorry, i was going, but, disagree,
            wrong, stop, enough, didnt do, didnt go, didnt ring, missed, cancelled, hungry, just, only, tired,
            busy, have to, if i must, i guess, i suppose, maybe""",
        "light": """[sneezes], sneezes, hay fever, cold, cough, sniffles, weather, rain, grass, garden, lettuces,
            slugs, tomatoes, allotment, bins, landlord, council, boiler, plumber, traffic, bus, train, parking,
            car, sale, shop, shopping, cake, recipe, lunch, dinner, tea, coffee, football, match, game, film,
            series, book, holiday, wedding, party, dog, cat, puppy, kitten, hamster, joke, funny, haha, laughs,
            laughing, lol, guess what, riddle, quiz, pirate, prisoner, play, do the, do it again, be the, pretend,
            act, line, lines, script, rehearse, practise, practice, say it like, say it as, like shed, like hed, as
            if, in her voice, in his voice, broken record, role, what would she, what would he, what does it say,
            read me, read it, read out, on the form, form, spell, spelled, spelt, is it with, the date, the time,
            what time, when is, how long does, how do i, how do you, how does it, what do you do about, what do you
            do, could you run, run that, past me, explain, tell me about, show me, remind me, what was that, whats
            that called, thing again, again please, before i go, one more time, you wont believe, go on say, say
            it, go on then, dropped the, fish tank, hilarious, silly, daft, whats the rule, the rule, leaflet, how
            much is, how many, which one, which day, is it the, is it on, do i need, should i bring, can i bring,
            could i borrow, have you seen, did you see, do you know, do you like, whats your, have i got, have i
            got this, got this right, is this right, right?, do you have, have you got, youve a, any tips, tip,
            advice, question, finished, done with, sorted, fine, good, great, lovely, happy, pleased, brilliant,
            thanks, thank you, cheers, excited, passed, won, promotion, new, moved, painted, wallpaper, sofa,
            phone, laptop, printer, password, app, screen, mute, hear me, can you hear, next week, next time,
            appointment, book, holiday dates, invoice, receipt, moving on, the other thing, next thing, can we
            move, can we talk, talk about something, enough of that, lets move, id like to move, back to, as i
            asked, you asked""",
    }
)
