"""What the words before a reply were about: something hard, something close, or something light, in classes of words."""

from reattune.speech.leaning.lexicon import Lexicon

TOPICS = Lexicon(
    {
        "hard": """termination, scanner, mri, ward, rehab, detox, relapse, overdose, body, ashes, coffin, urn, wake, mourning,
            bereaved, bereavement, stillborn, incest, molested, groomed, touched you, beat you, beatings, belt, fists,
            strangled, choked, pinned, drowned, knife, gun, weapon, stabbed, shot, blade, razor, rope, bridge, ledge, tablets,
            pills, needle, heroin, crack, vodka, bottle, hungover, blackout, rock bottom, custody, tribunal, sentence, bail,
            parole, charges, restraining, injunction, social services, eviction, bailiffs, foreclosure, debts, arrears,
            insolvency, redundant, dismissed, sacking, demoted, passed over, turned down, turned you down, appeal, tumour,
            tumor, lump, biopsy, metastases, prognosis, palliative, transplant, dialysis, seizure, paralysed, wheelchair,
            amputation, infertile, infertility, embryo, premature, incubator, down syndrome, disabled, alzheimers, parkinsons,
            coma, ventilator, resuscitate, life support, how long, months left, weeks left, taken away, taken into care,
            gave up, gave you up, disowned, cast out, thrown out, kicked out, moved out, packing, packed his, packed her,
            suitcase, walked away, left home, ran away, missing, vanished, ghosted, blocked, betrayal, cheating, lies,
            the other woman, with someone else, divorce, decree, solicitor, separation, break up, breakup, dumped, jilted,
            stood up, didnt come, didnt show, never came, wouldnt come, nobody came, no one came, forgotten, left out,
            left alone, alone in, on your own, by yourself, without him, without her, without them, miss him, miss her,
            the last time, the end, wanted to die, want to die, not be here, not wake, end it, self harm, harming, cut
            yourself, scars, scar, burns, starving, not eating, bulimia, anorexia, laxatives, trauma, flashback, ptsd, combat,
            explosion, crash, collision, fire, flood, earthquake, attack, mugged, burgled, robbed, victim, witness, rape,
            bullying, teased, mocked, laughed at, spat, slurs, racist, homophobic, screaming, yelling, rowing, row, fell out,
            falling out, fight, slammed, hit, hits, punched, slap, smacked, kicked, hurt you, hurting, broke, broken, shame,
            guilty, blame, regret, mistake, failed, failing, failure, burnt out, burnout, breakdown, meltdown, panic, dread,
            terror, nightmares, crying, sobbing, tears, weeping, pain, suffering, agony, grief, loss, lost, losing, gone,
            hopeless, despair, suicidal, lonely, isolated, empty, abandoned, neglected, unloved, unwanted, reject, rejected,
            without you, off without, behind your back, taken the lot, took the lot, told you how, how long you, years left,
            never wanted, didnt want you, sent away, sent you away, put you in, locked in, locked out, called you, shouted at,
            scared of, afraid of, frightened of, ashamed of, couldnt cope, cant cope, cant go on, fell apart, falling apart,
            gave birth, lost count, walked out, stormed, snapped, lashed out, blew up, cut off, not speaking, stopped speaking,
            no contact, the news, bad news, diagnosis, diagnosed, results, operation, chemo, radiotherapy, funeral, died, dying,
            death, dead, killed, suicide, grave, cemetery, anniversary, miscarriage, abortion, affair, cheated, police, prison,
            court, redundancy, sacked, fired, laid off, evicted, homeless, debt, drinking, drunk, drugs, gambling, using,
            hospital, a and e, ambulance, intensive care, hospice, care home, dementia, stroke, heart attack, accident,
            raped, assaulted, attacked, harassed, followed, stalked, exposed, hand on, hands on, held down, held you, hold you,
            tied, dragged, shook you, shoved, pushed you, threw you, threw your, burnt your, broke your, smashed your, black eye,
            bruises, bleeding, blood, unconscious, collapsed, ambulances, stitches, casket, mortuary, morgue, cremated,
            crematorium, scattered, eulogy, obituary, will, inherited, estranged, cut you, cut off, disinherited, foster, fostered,
            adopted, orphanage, boarding school, sent you, left behind, left you, leaving you, leaving, leave you, stopped loving,
            doesnt love, didnt love, in love with, engaged to, remarried, new wife, new girlfriend, new boyfriend, moved on, with
            the kids, took the kids, took your, taken your, taken the, taken from, lose the, losing the, lost your, lost everything,
            lost a, lost the, lost his, lost her, repossessed, skint, starved, hungry, cold turkey, withdrawal, sectioned, psych
            ward, locked ward, restrained, medicated, attempt, attempted, tried to, jumped, jump off, hanged, pills, note you left,
            wake up, wanting to, cutting, drank, binge, purge, vomiting, throwing up, weighed, fainted, shaking, sweating, choking,
            suffocating, drowning, terrified, petrified, horrified, mortified, humiliated, ridiculed, booed, stripped, naked,
            pissed yourself, wet yourself, wet the, soiled, shouting, yelled, swore, swearing, called a, named and, disciplinary,
            struck off, suspended, expelled, excluded, bottom of, last in, sat alone, ate alone, no friends, no one to, nobody to,
            didnt invite, wasnt invited, not invited, uninvited, hung up, walked past, ignored, blanked, cancelled your, didnt turn
            up, never turned, waited for, waiting for him, waiting for her, waiting at, told you to, said you were, said she, said
            he, hed rather, shed rather, rather you, disappointment, ashamed of you, hates you, hated you, hate you, deaf, blind,
            lame, disfigured, hair fell, hair loss, mastectomy, hysterectomy, amputated, catheter, stoma, feeding tube, tests,
            the consultant, oncologist, spread, its back, come back, stage four, inoperable, two years, six months to, a year to,
            war, shelling, bombs, bombed, sniper, soldiers, border, refugee, asylum, deported, camp, raid, checkpoint, torture""",
        "close": """your chin, your lip, your lips, your mouth, your hands, your hand, your fists, your eyes, your voice, your
            face, your breathing, your breath, your shoulders, your body, your leg, your foot, your throat, your chest, your
            stomach, your jaw, your neck, your colour, your tone, your whole, you stopped, you paused, you went, youve gone,
            youve stopped, you looked, you look, you seem, you seemed, you sound, you sounded, you pulled, you turned, you
            swallowed, you sighed, you winced, you flinched, you hesitated, you trailed, you changed, you skipped, you rushed,
            you hurried, you slumped, youve slumped, you shrugged, you smiled, you laughed, youre smiling, youre laughing,
            you glanced, you covered, you shut, you closed, you folded, you crossed, you held, you blinked, you nearly,
            you almost, you were going, halfway, mid sentence, as you say, as you said, as i said, when i said, when you said,
            when you say, as you tell, as you talk, as you speak, just then, just now, a minute ago, a moment ago, i noticed,
            i notice, i see, i saw, i can see, i caught, i sense, i sensed, i have the sense, i get the sense, i had a feeling,
            i felt, i feel, i find myself, something about, somethings, something in, theres something, part of you, some of
            you, the part, stay with, sit with, stay there, slow down, go back to, come back to, i wonder, im wondering,
            im curious, im struck, it strikes me, i imagine, my sense, cross with me, angry with me, annoyed with me, upset
            with me, disappointed in me, let you down, what i said, what i did, something i, i got it wrong, i snapped, i was
            short, i forgot, i missed, i pushed, i hurt, trodden on, put my foot, between us, you and i, you and me, the two
            of us, in here with me, about us, with me, towards me, trust me, our last, last session, how i, how we, going away,
            away for, break in, ending, finishing, goodbye, your mum, your mom, your mother, your dad, your father, your
            brother, your sister, your son, your daughter, your wife, your husband, your partner, your baby, your child, your
            children, your parents, your family, your ex, your marriage, little you, the child, inside, underneath, deep down,
            behind that, for you, in you, to you, in yourself, yourself, love, loved, need, needed, afraid, scared, frightened,
            angry, sad, hurt, ashamed, lonely, proud, jealous, want, wanted, wish, long for, matter, mattered, matters, hardest,
            worst, hard, difficult, painful, heavy, what happened inside, what happens inside, what came up, what comes up,
            what was that like, what is that like, whats that like, whats it like, what was it like, how was that, how did that,
            how do you feel, how did you feel, how are you with, how are you about, what do you feel, what did you feel,
            what went through, what goes through, what do you notice, what happens when, what stops you, what would it mean,
            what did it mean, what are you, what were you afraid, what scares, what hurts, where did you go, where have you
            gone, tell me about that, say more, say some more, been able to, have you thought, have you let, do you ever,
            did you feel, are you feeling, do you feel, were you feeling, could it be, might it be, is it possible, take all the
            time, take your time, is there something, is there anything, something there, anything there, id want to hear,
            i want to hear, i want to know, id like to hear, id like to know, im asking about, i was asking, i asked, id asked,
            we were talking, back to, work with, work on, keep at, kept at, together, dont have to, no rush, its okay to""",
        "address": """you, youre, youve, youd, yourself, and you, with me, in here, here, we, us, weve, together, between us""",
        "apart": """he, hes, she, shes, they, theyre, theyve, theyd, it, your lot, your boss, your manager, your colleague, your
            neighbour, your landlord, your team, your friend, your mate, your cousin, your aunt, your uncle, in law, inlaws,
            hows your, hows the, hows he, hows she, how was the, how were the, how did the, hows that, whats the, whats he, whats
            she, whats it, what did it, what does it, what did he, what did she, what did they, what do they, what does he, what
            does she, what do people, do people, does anyone, do you call, do you spell, do you make, do you say, remind me how,
            explain, teach me, the steps, the difference between, how many, how much, what time, which one, how long does, how
            far, how old, what colour, what size, what kind of, what sort of, where is, wheres, when is, whens, did you get here,
            come in, you look frozen, you look well, you look tanned, was it bad, getting here, have you your, have you got,
            have you a, do you need a, do you want a, would you like a, would you like some, can i get, could you pass, shall i,
            good to see, nice to see, whats on, on about, im afraid, small print, glasses, spectacles, reading glasses""",
        "light": """umbrella, wallet, keys, purse, bag, luggage, queue, tickets, timetable, platform, bus stop, motorway, roundabout,
            satnav, tyre, tyres, petrol, garage, mot, puncture, bike, cycling, walking, hike, ramble, swim, pool, yoga, pilates,
            gym, tennis, golf, cricket, rugby, football, soccer, hockey, basketball, baseball, netball, darts, snooker, bowls,
            bowling, chess, cards, poker, bingo, puzzle, puzzles, sudoku, wordle, knitting, sewing, pottery, crafts, baking,
            cake, cakes, bread, sourdough, loaf, scones, pie, pies, curry, roast, sandwich, sandwiches, soup, salad, pasta,
            chips, takeaway, pudding, jam, biscuit, cheese, eggs, milk, sugar, mug, mugs, teapot, kettle, oven, fridge, freezer,
            microwave, toaster, hob, sink, tap, taps, leak, pipe, pipes, plumbing, plumber, electrician, builder, builders,
            decorator, wallpaper, curtains, carpet, rug, lamp, bulb, shelf, shelves, cupboard, drawer, ikea, mattress, duvet,
            pillow, laundry, ironing, hoover, vacuum, mop, bins, recycling, compost, lawn, mower, hedge, tomatoes, courgettes,
            roses, tulips, seeds, greenhouse, allotment, shed, weeds, pond, kitten, puppy, hamster, rabbit, goldfish, budgie,
            parrot, vet, walkies, weather, forecast, drizzle, snow, frost, heatwave, sunshine, windy, umbrella, wellies, coat,
            scarf, gloves, shoes, boots, jumper, sweater, dress, haircut, hairdresser, barber, nails, glasses, contact lenses,
            dentist, optician, flu jab, jab, plaster, bandage, screen, camera, microphone, mic, zoom, wifi, laptop, keyboard,
            printer, charger, battery, password, app, website, email, inbox, spreadsheet, powerpoint, slides, software, update,
            upgrade, server, form, forms, box, tick, signature, paperwork, leaflet, brochure, booklet, questionnaire, survey,
            receipt, invoice, refund, voucher, coupon, sale, discount, shopping, groceries, supermarket, aisle, till, checkout,
            delivery, parcel, courier, postman, stamp, library, novel, chapter, book, author, thesis, dissertation, essay, module,
            lecture, lecturer, seminar, tutor, syllabus, curriculum, exam, exams, coursework, poster, conference, talk you gave,
            sermon, preach, article, column, blog, podcast, documentary, museum, gallery, exhibition, theatre, play, musical,
            panto, pantomime, cinema, film, movie, series, episode, sitcom, quiz, game show, final, finals, semi final, cup,
            league, trophy, medal, match, kick off, referee, coach, team, squad, tournament, fixture, score, goal, goals scored,
            holiday, holidays, cruise, camping, caravan, hotel, airbnb, flight, airport, passport, suitcases, beach, seaside,
            skiing, picnic, barbecue, bbq, birthday party, party, raffle, fete, fair, christmas dinner, turkey, presents, wrapping,
            fireworks, bonfire, fancy dress, costume, choir, orchestra, guitar, piano, drums, band, gig, concert, karaoke, dance,
            dancing, salsa, appointment, appointments, reschedule, slot, diary, calendar, tuesdays, thursdays, mondays, fridays,
            wednesdays, half past, quarter past, quarter to, oclock, bank holiday, half term, cup of tea, cup of coffee, glass of
            water, a drink, a seat, take a seat, sit down, this chair, that chair, the chair, the window, the heating, the door,
            the light, the blind, the fan, the radiator, too warm, too cold, warm enough, stuffy, draughty, comfy, comfortable
            there, find us, find the place, get here, getting here, way here, parking, parked, the lift, the stairs, mind the
            step, careful, bless you, congratulations, well done, good luck, happy birthday, happy new year, merry christmas,
            new job, new car, new flat, redhead, ginger, freckles, tall, taller, height, shoe size, left handed, accent,
            in general, as a subject, the theory, theory of, the research, the study, the lecture, the idea of, the leaflet,
            the manual, the handout, the textbook, the book, the article, in the article, people generally, the exercise,
            the instructions, read it out, out loud, role play, in character, the part, script, scene, rehearse, rehearsing,
            practise, practice, pretend, the voice, the critic, would she say, would he say, would you have said, did he say,
            did she say, did they say, used to say, word for word, the story, the plot, anecdote, joke, punchline, funniest,
            neighbour, neighbours, council, landlord, postcode, next of kin, date of birth, surname, middle name, phone number,
            number for, in case, emergency contact, gp, surgery details, dosage, milligrams, prescription, allergies, allergic,
            appetite, units, weekly units, blood pressure, rattle through, quick check, tick box, routine, standard questions,
            stag, stag do, hen, hen do, hen party, best man, speech, dj, disco, prom, nativity, sports day, egg and spoon, sack race,
            tombola, raffle prize, jumble, car boot, charity shop, pond, canoe, kayak, dinghy, pedalo, seagull, pigeon, goose, swan,
            squirrel, wasp, spider, moth, mouse in, sheep, goat, cows, tractor, donkey, lasagne, casserole, stew, gravy, custard,
            trifle, jelly, toast, pancake, pancakes, sausages, bacon, egg, porridge, cereal, crisps, popcorn, ketchup, mustard, vinegar,
            eaten the, ate the, burnt the, burned the, spilled, spilt, dropped the, tripped, slipped on, fell in, fell off, wrong
            train, wrong bus, wrong house, wrong door, wrong number, locked yourself, locked out, lost property, left your, mislaid,
            parking ticket, speeding, fine for, second ticket, clamp, clamped, traffic, roadworks, diversion, sat nav, pothole, wig,
            moustache, beard, fancy dress, tights, trousers, zip, buttons, onesie, slippers, pyjamas, hat, bonnet, tie, bow tie, makeup,
            lipstick, mascara, fake tan, spray tan, perm, fringe, dye, hair dye, bleach, flat pack, wardrobe doors, screws, cot, shed
            roof, gutter, wallpapering, glue, varnish, drill, hammer, ladder, washing machine, tumble, dishwasher, boiler, thermostat,
            smoke alarm, doorbell, lawnmower, strimmer, hosepipe, sprinkler, paddling pool, trampoline, swing, slide, scooter, skates,
            skateboard, roller, ice rink, bumper cars, waltzer, rollercoaster, zoo, aquarium, safari, circus, clown, magician, magic
            trick, puppet, prank, practical joke, april fool, impression, stand up, comedian, comedy, sitcom, sketch, cartoon, meme,
            gif, tiktok, youtube, video of, selfie, filter, app store, autocorrect, typo, reply all, mute, unmute, on mute, raffle,
            secret santa, office party, works do, team building, away day, icebreaker, flipchart, stationery, stapler, photocopier,
            kettle club, rota, shift swap, lunch break, canteen, vending, car park, bike shed, school run, lunchbox, packed lunch,
            homework club, spelling test, times tables, recorder, violin, maths test, driving test, theory test, audition, talent show,
            bake off, strictly, eurovision, world cup, olympics, wimbledon, grand national, marathon, fun run, parkrun, league table,
            few questions, before we start, before we begin, i only ask, only ask since, i have to ask, house rules, admin""",
    }
)
