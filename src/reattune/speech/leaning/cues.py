"""How a client's reply sounds: opening up or closing, about whom, how concretely, in classes of words."""

from reattune.speech.leaning.lexicon import Lexicon

OPENS = {
    "i": "i, im, ive, id, ill, me, my, myself, mine",
    "you": "you, your, youre, youve, yours, youd, youll, you're",
    "opens": """i felt, i feel, i do feel, i did feel, i cried, i wept, i cry, i miss, i missed, i wanted, i want, i wish, i
        wished, i needed, i need, i hate, i hated, i loved, i love, i froze, i panicked, i couldnt, i cant, i can't, i notice,
        i noticed, i wonder, im wondering, i realise, i realised, i realize, i realized, i remember, i keep, i kept, i still,
        i do that, i nearly, i almost, i wasnt sure, i was so, i was scared, i was frightened, i was afraid, i was angry, i was
        ashamed, i was hurt, i was jealous, i was lonely, i was sad, im scared, im frightened, im afraid, im angry, im ashamed,
        im hurt, im jealous, im lonely, im sad, im livid, im furious, im numb, im tired, im low, im gutted, im cross, im upset,
        im annoyed, im worried, im confused, gutted, furious, heartbroken, homesick, scary, frightened, terrified, ashamed,
        shame, lonely, jealous, envious, hurts, it hurt, it hurts, it did, it does, you did, you are, i do, i did, i am, i have,
        yes it, yeah it, yeah theres, yes theres, theres something, there is something, something there, part of me, a bit of me,
        half of me, some of me, underneath, inside, deep down, my chest, my stomach, my throat, my heart, my hands, my chin, my
        voice, a lump, sick to, shaking, shook, like the floor, its like, it was like, as if, as though, sort of like, more like,
        its more, i dont know why, dont know why, i cant stop, cant stop, i never told, never told, ive never said, to be honest,
        if im honest, being honest, the truth is, truth be told, actually it, actually i, i actually, it isnt, and it isnt, its
        not fine, im not fine, not okay, theres more, because i, because it, its mine, for me, i think because, i think its, i
        think i, i guess i, maybe i, maybe its, i suppose i, that was when, thats when, thats why, thats what i, rotten, awful,
        horrible, thats horrible, cruel, unfair, so stupid, worst, dont want to lose, needs too, got needs, trying to, i try,
        yet, give me a, hang on, need a minute, a minute with, surprised me, funny feeling, that feeling, same feeling, old
        thought, old story, the voice, that voice, i can hear, i hear it, it comes back, comes up, land, landed, sat in my, sat
        there, stood there, couldnt turn, watched the, waiting for it, still smells, frightens, scares, worries, bothers me,
        gets me, got me, touched me, moved me, made me, makes me, left me, i let, i left, i shut, i ran, i hid, i lied, i drank,
        i told, i asked him, i asked her, i said no, isnt it, thats not, that isnt, my own, i never, i always wanted, wanted to""",
    "views": """id rather, id prefer, id like, id want, id add, id say, id still, i disagree, dont agree, not sure, not quite, not
        really, not exactly, not that, partly, half right, kind of, sort of, though, although, but i, but it, but the, but what,
        but not, but maybe, but can, but could, however, except, only if, could we, can we, what if, how about, instead, i think,
        i thought, i found, i tried, i did, i managed, i hated, i struggled, i didnt, i wouldnt, i mind, i minded, didnt fit,
        doesnt fit, odd, weird, hard, harder, tricky, didnt help, did help, helped with, used it, you did, did rather, that
        stung, it stung, i was cross, i was annoyed, i was hurt, bit annoyed, bit cross, mine, for me, to me, i still, i see it,
        my sense, off limits, plan, because, so that, wed, we could, we should, on tuesdays, my day, suits me, works for me""",
    "explores": """voice, critic, old thought, that thought, the thought, thoughts, i think itll, i started, i start going, i catch,
        caught myself, i notice, part of me, sometimes, some days, today, this week, all month, this month, lately, yesterday, at
        times, for now, right now, at the moment, when i, when he, when she, where it, comes from, came from, learned, learnt,
        my dad said, my mum said, used to tell, told me, what kind, what sort, is there, could i, could we, can we, how do, how
        would, maybe, might, perhaps, but i, but then, though, because, id need, id like, want to, i want, try, trying, again,
        scared, afraid, sad, ashamed, tired, low, hurts, a bit, not much, sort of, kind of, i was, he was, she was""",
}
CLOSES = {
    "waves": """nothing, nowt, naught, no biggie, no big, not a big, no great, not much, no drama, no dramas, no fuss, no bother,
        no harm, no worries, no matter, no mystery, no problem, no issue, no reason, no need, no point, no use, no story, no tears,
        no hard feelings, none of it, dont dwell, doesnt dwell, one doesnt, doesnt matter, didnt matter, never mind, nevermind,
        whatever, fine, its fine, im fine, was fine, all fine, all good, were good, im good, good now, okay, ok, alright, all
        right, perfectly happy, perfectly all, perfectly fine, happy enough, right as rain, not bothered, didnt bother, doesnt
        bother, dont bother, not fussed, not upset, not cross, not angry, not sad, not worried, not hurt, not crying, not
        really, not at all, not especially, not particularly, hardly, barely, long ago, long while, years ago, years back,
        ages ago, way back, back then, in the past, the past, ancient history, water under, old news, over it, over that, past
        it, done with, moved on, move on, moving on, move along, get on, got on, getting on, gets on, carry on, carried on,
        crack on, plod on, soldier on, press on, life goes, thats life, such is, these things, things happen, stuff happens,
        it happens, happens to, shit happens, it is what, is what it, one of those, part and, happens, everyone, everybody, people
        have, others have, loads of people, plenty of people, lots of people, most people, worse off, worse things, could be
        worse, couldve been worse, been worse, there are worse, not the end, end of the world, end of story, thats that, thats
        it, thats all, all that is, all this is, all it is, no more to, leave it, let it go, let it lie, drop it, forget it,
        forget about, forgot about, forget its, dont think about, didnt think, never think, didnt give, not give, sleep over,
        lose sleep, second thought, water off, ducks back, thick skin, thick skinned, tough, tough as, survive, ill live, ill
        survive, ill cope, ill manage, i cope, i manage, used to it, expected, expected it, knew it, saw it coming, saw that
        coming, fair enough, good for, good luck to, his loss, her loss, their loss, his business, her business, their
        business, business decision, nothing personal, dont take, cant complain, mustnt grumble, cest la vie, swings and,
        silly, daft, dramatic, soft, sentimental, fuss, big deal, deal, exaggerating, overreacting, making something, making a,
        reading too, reading into, too much into, blowing, imagining, imagination, just tired, tired, hay fever, hayfever,
        allergies, allergy, pollen, contact lenses, onions, the light, the heat, the cold, the air, the weather, the dust,
        coffee, hangover, hormones, time of the month, bad night, long day, shall we, so anyway, anyway, anyhow, so whats, whats
        next, wheres the, next question, on to, lets talk, lets move, can we go, did i, was i, why would, would i, who, who
        cares, so what, whos, big girl, big boy, grown up, grown man, adult, not made of""",
    "minimises": """just, only, bit, little, tiny, slight, slightly, simply, merely, really, honestly, seriously, truly, genuinely,
        literally, some, ordinary, normal, usual, typical, standard, another, piece of, bit of, couple of""",
    "no": """no, nah, nope, not, dont, didnt, doesnt, isnt, wasnt, arent, werent, wouldnt, couldnt, cant, wont, havent, hasnt,
        never, none, nothing, nobody, neither, nor, aint, without""",
    "flat": """yeah, yep, yup, yes, ya, mm, mmm, hm, hmm, mhm, mmhm, uh, um, er, erm, eh, meh, huh, oh, ah, ok, okay, k, right, fine,
        good, alright, all right, sall right, not bad, so so, soso, fair, fairly, average, middling, same, usual, normal, whatever,
        dunno, know, dont know, i dunno, no idea, no clue, pass, nothing, nowt, stuff, things, not much, not really, not sure,
        no, nah, nope, maybe, perhaps, possibly, probably, guess, i guess, suppose, i suppose, sure, bit, depends, sometimes, ish,
        okayish, is what it, it is, what it is, could be, been better, been worse, getting there, plodding, surviving, silence,
        shrugs, shrug, nods, pause, sighs, cant complain, mustnt grumble, you know, the usual, as usual, as ever, as always,
        nothing much, not a lot, bored, busy, tired, idk, tbh, nvm, meh""",
}
GENERAL = {
    "folk": """people, person, persons, everyone, everybody, anyone, anybody, someone, somebody, one, ones, oneself, we all, all of
        us, us all, most of us, we as, humans, human, human being, human beings, humanity, mankind, men, women, man, woman, males,
        females, society, culture, generation, generations, families, couples, parents, fathers, mothers, children, kids, siblings,
        adults, individuals, individual, patients, the world, the universe, universe, the system, the mind, the brain, the body,
        the self, the ego, the soul, the psyche, the individual, the times, nature, life, history, civilisation, the west, the
        media, the state, ones own, folk, folks, anyone would, any of us, who among us, they say, you know, you learn, you get,
        you have to, you just, you cant, you never, you do, you tend, you grow""",
    "ideas": """self, selves, sense, meaning, meanings, purpose, truth, reality, identity, existence, mortality, finitude, absence,
        presence, freedom, fate, destiny, time, memory, loss, grief, anger, love, trust, fear, anxiety, guilt, shame, desire,
        attachment, intimacy, conflict, closeness, distance, connection, disconnection, belonging, inclusion, exclusion, rejection,
        abandonment, growth, healing, energy, energies, vibration, alignment, misalignment, balance, harmony, flow, journey,
        process, processes, processing, letting go, acceptance, closure, forgiveness, resilience, strength, weakness,
        vulnerability, authenticity, autonomy, agency, control, power, boundaries, boundary, needs, values, norms, roles, role,
        expectation, expectations, obligation, duty, discipline, authority, responsibility, accountability, respect, tradition,
        understanding, perspective, perspectives, perception, interpretation, context, contexts, contingency, complexity, ambiguity,
        ambivalence, paradox, contradiction, tension, dynamic, dynamics, pattern, patterns, cycle, cycles, system, systems, systemic,
        structure, structures, structural, framework, frameworks, construct, constructs, concept, concepts, notion, idea, theory,
        principle, principles, factor, factors, variables, aspect, aspects, dimension, dimensions, element, elements, component,
        level, levels, layer, layers, stage, stages, phase, phases, degree, spectrum, continuum, mechanism, mechanisms, function,
        functions, response, responses, reaction, reactions, stimulus, trigger, triggers, cascade, material, narrative, narratives,
        discourse, dialectic, dichotomy, duality, transition, transitions, transformation, change, adjustment, adaptation, shift,
        evolution, development, regulation, dysregulation, dysregulated, activation, activated, cognition, cognitive, emotional,
        emotions, emotion, psychological, existential, societal, social, cultural, universal, relational, interpersonal, global,
        communication, collaboration, negotiated, negotiation, inputs, outputs, outcomes, outcome, metrics, stakeholders, buy in,
        bandwidth, capacity, deliverables, strategy, strategies, optimise, optimize, leverage, priorities, prioritise, resources,
        efficiency, performance, incentives, trade off, tradeoff, cost benefit, trajectory, parameters, feedback loop, ecosystem,
        cortisol, dopamine, serotonin, adrenaline, amygdala, limbic, cortex, neural, neurons, nervous system, hormones, genes,
        genetics, evolutionary, instinct, instincts, biology, chemistry, archetype, shadow, projection, transference, defence,
        defense, schema, schemas, inner child, coping, trauma, conditioning, patriarchy, capitalism, individualism, consumerism,
        modernity, ideology, phenomenon, phenomena, question of, matter of, kind of, form of, type of, nature of, quality, state""",
    "frames": """in general, generally, generally speaking, in theory, in principle, in a way, in a sense, in some ways, in many ways,
        as such, per se, as a whole, on the whole, by and large, at some level, on some level, on one level, on a level, to some
        extent, to a degree, one might, one could, one would, one has, one is, one does, one must, you could say, you might say,
        could say, might say, its about, it is about, its to do, to do with, its all about, its more of, its a question, its a
        matter, there is a, theres a, there are, there were, tends to, tend to, basically, essentially, fundamentally, ultimately,
        inevitably, naturally, typically, broadly, theoretically, objectively, rationally, logically, statistically, historically,
        philosophically, arguably, presumably, necessarily, always, isnt it, are we not, dont we, dont they, arent we, well
        understood, well known, studies, research, literature, ive read, i read, as they say, they say, so called, what is, what
        does, is to say, depends, depends on, every, everything, has its, have their, its own, their own, different, various,
        certain, complex, complicated, subjective, relative, the human, the whole, the nature, id say, i suppose, i would say""",
    "concrete": """monday, tuesday, wednesday, thursday, friday, saturday, sunday, yesterday, last night, this morning, morning, night,
        oclock, am, pm, kitchen, bedroom, bathroom, stairs, sofa, bed, table, door, window, car, bus, train, phone, sock, mug, coat,
        hook, letter, text, telly, tv, beans, dinner, tea, floor, wall, garden, street, shop, hospital, school, office, desk, chair,
        bottle, glass, plate, spoon, keys, bag, shoes, hands, hand, eyes, face, mouth, chest, stomach, throat, legs, he, she, him,
        her, his, hers, mum, mom, dad, my wife, my husband, my son, my daughter, my sister, my brother, said, told, asked, rang,
        called, sat, stood, walked, drove, looked, looking, cried, shouted, screamed, slammed, threw, ran, went, took, put, got, had""",
}
REPLY = Lexicon({**OPENS, **CLOSES, **GENERAL})
