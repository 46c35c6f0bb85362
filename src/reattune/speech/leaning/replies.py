"""How replies sound that close or turn against, and how they sound where they open up, in classes of words."""

CLOSES = {
    "no": """not, dont, doesnt, didnt, isnt, arent, wasnt, werent, cant, cannot, couldnt, wont, wouldnt, shouldnt,
        havent, hasnt, hadnt, never, no, nothing, nobody, nowhere, none, neither, nor, nope, nah, hardly, barely,
        aint, without, no one, not even, not one, not once, at all""",
    "starts_no": "no no, well no, um no, er no, no im, no i, no its, no thats, no thank, not really, no ta",
    "scorn": """ridiculous, pointless, useless, rubbish, nonsense, bollocks, crap, daft, silly, stupid, childish,
        babyish, cringe, cringey, lame, patronising, patronizing, joke, gimmick, gimmicky, waffle, psychobabble,
        claptrap, twaddle, tosh, poppycock, hogwash, baloney, bull, bullshit, horseshit, garbage, codswallop, guff,
        drivel, mumbo jumbo, woo, hippy, hippie, airy fairy, touchy feely, flannel, bunk, bogus, load of, loads of,
        bunch of, pile of, meaningless, dumb, idiotic, insulting, insult, laughable, farce, farcical, pathetic,
        futile, textbook, fluff, cliche, cheesy, corny, naff, cobblers, malarkey, hooey, hokey, phoney, phony,
        fake, forced, contrived, artificial, absurd, ludicrous, preposterous, nuts, bonkers, barking, tedious,
        boring, clever clogs, a game, games, business, script, slogan, fortune cookie, horoscope, greetings card,
        fridge magnet, simplistic, far fetched, a stretch, nonsensical, gibberish, jargon, theory, theories, faff,
        palaver, song and dance, trick, tricks, nitpicking, rigmarole, so called, little, fancy""",
    "waste": "waste, wasted, wasting, chore, drag, slog, torture, nightmare, misery, purgatory, punishment, bother",
    "irony": """oh great, oh good, oh lovely, oh brilliant, oh fantastic, oh wonderful, here we go, here it comes, what
        a surprise, big surprise, how convenient, how original, how kind, how clever, very clever, very funny,
        lucky me, lucky you, bully for, thanks a lot, thanks for nothing, of course you, shall i, am i supposed, am
        i meant, yeah right, oh please, come on, oh come, give over, give it a, give me a, pull the other, do me a,
        spare me, get real, dream on, as if, fat lot, fat chance, some hope, not likely, if we must, if i must, if
        you must, if you say, whatever you, no offence, no offense, with respect, all due, if you want my, frankly,
        be blunt, be frank, lets be honest, clearly, obviously, apparently, supposedly, love, sunshine, pal, geez,
        jeez, christ, gods sake, oh lord, heavens sake, honest to god, you people, you lot, says who, says you, big
        deal, whoop, bravo, genius, rocket science, no kidding, no shit, you dont say, tell me something, go
        figure, i bet, surprise surprise, must be nice, nice for you, all very well, easy for you, at half price,
        for that money, hows that going, ill let you, i could have told, couldve told you, wow, and, and all, good
        one, nice try, thats rich, news to me, every time""",
    "oath": """bloody, sodding, damn, damned, goddamn, flipping, flaming, effing, fucking, fuck, fucks, hell, piss,
        pissed, arse, ass, shit, sod, bugger, buggered, bastard, feck, freaking, frigging, crying out loud""",
    "declines": """not doing, not going, i wont, i will not, id rather, id sooner, sooner not, rather not, count me,
        leave it, leave that, leave you, leave off, drop it, forget it, forget that, forget about, not for me, not
        my thing, no thanks, no thank, pass, next, stop, enough, done with, done that, did that, been there, no
        more, not again, not today, not interested, dont want, dont wanna, cant be, couldnt be, anything else,
        something else, move on, change the subject, ask me something, not really one, not one for, not a fan, im
        not, ive tried, tried that, tried it, tried them, heard it, second time, all before, i pass, skip it, not
        having, wont be, not playing, no way, no chance, over my dead, not on your, hard pass, not happening, not
        my bag, never been one, not built, not the type, not wired, dont do, dont hold with, dont believe, dont
        buy, dont see, wrong tree, off the mark, way off, miles off, wide of, cold, nothing there, not there, gave
        up, bored of, sick of, tired of, fed up, had it with, off me, lost me, no comment, mind your, putting
        stuff, putting words, reading into, reading too, overthinking, just a, just tired, was just, its just,
        thats all, thats it, end of, simple as, full stop, period""",
    "futile": """the point, what point, what good, good does, good will, good would, goods it, what use, no use, no
        good, point of, point in, how does that, how is that, how will, how would, hows that, hows it, hows a, got
        to do, nothing to do, anything to do, to do with, why does, why would, why do, why are, why should, why
        bother, who cares, so what, and then what, what then, what difference, is this it, is that it, what for,
        for what, to what end, any difference, no difference, doesnt work, didnt work, wont work, doesnt help,
        didnt help, wont help, not helping, not working, any good, does nothing, did nothing, no earthly, bring
        back, bring him, bring her, pay the, fix, change anything, change the fact, make any, compared to what, who
        says, who decided, who asked, supposed to, meant to, how am i, how do i, isnt going to, not going to, what
        does it""",
    "cool": """fine, whatever, anyway, ok, okay, sure, yeah, alright, right, well, fair enough, i guess, i suppose, its
        fine, im fine""",
    "certain": """always, never, every, everyone, everything, all, just, only, ever, even, still, actually, simply,
        honestly, completely, totally, exactly, obviously, clearly, again, another, yet another, same""",
    "retort": """im sixty, im fifty, im forty, im seventy, im thirty, im an, ive buried, ive raised, ive worked, ive
        run, ive got a, ive a, i have a, im no, im only, im just, im hardly, i was only, my age, at my age, a
        grown, adult, not a child, not a kid, not five, not stupid, not daft, not an idiot, wasnt born, people like
        me""",
    "asks": "?, who, why, how, what",
    "cries": "!",
    "tag": """isnt it, does it, is it, wont you, dont you, arent you, doesnt it, did you, are you, shall i, will you,
        havent you, do they, do you, have you, did they, didnt you, arent we, is there, wasnt it, hasnt it""",
    "me": "i, im, ive, id, ill, me, my, myself, mine",
    "third": """he, she, him, her, his, hers, they, them, their, hes, shes, theyre, hed, shed, theyd, hell, theyve,
        somebody, someone, people, everybody""",
}
OPENS = {
    "good": """better, lighter, easier, different, helped, helps, helping, useful, good, nice, lovely, great,
        brilliant, glad, pleased, relief, relieved, calm, calmer, calmed, peaceful, proud, loved, like it, i like,
        liked, enjoy, enjoyed, works, worked, worth, improved, improving, progress, slept, laughed, smile, smiled,
        managed, happier, stronger, free, freer, came down, gone down, getting there, looking forward, makes sense,
        made sense, sleeping, happy, quiet, fun, surprised, surprise, decent, sweet, kind, warm, welcome,
        interesting, handy, right, twelve, some good, a bit of, comfort, comforting, soothing, clicked, stuck with,
        stayed with, opened, hope, hopeful, fond, thankful, grateful, blessing, treat, delight, comfy, safe, safer,
        cosy, plenty""",
    "turns": """hang on, come to think, now you say, now you mention, thinking about it, and then, but then, though,
        although, actually maybe, all right then, go on, so well, so yeah, or maybe, then i, until, in the end,
        after all, hindsight, to be fair, fair point, true, thats true, thats right, exactly, youre right, you were
        right, spot on, mind you, funny enough, oddly, strange, strangely, funny, i must admit, i admit, have to
        admit, god help me, a sting, before, so far, well""",
    "may": """maybe, perhaps, possibly, wonder, wondering, suppose, could be, might be, sort of, kind of, i could, i
        might, i can, ill try, could we, can we, would you, could you, can you, shall we, what if, id like, i would
        like, quite, a bit, probably, i think, i guess, seems, bit of""",
    "feels": """feel, feels, feeling, felt, sad, scared, ashamed, hurt, cried, crying, cry, tears, lonely, alone,
        realise, realised, realize, realized, notice, noticed, remember, remembered, sorry, my fault, my part,
        afraid, frightened, guilty, guilt, shame, embarrassed, miss, missed, heart, ache, thought about, been
        thinking, wanted, needed, dreamt, dreamed, underneath""",
    "mild": """please, thanks, thank you, happy to, no problem, i see, i get it, whenever, at some point, if thats, is
        that ok, let me, when youve, dont mind, id sooner, cheers, ta, bless, sorry, i appreciate, i was wondering,
        just checking, i did wonder, by the way, next time, next week, need to check, remind me""",
    "did": """i did, i managed, i got, i had a go, did it, i tried, i wrote, i went, came out, i sat, i tasted, i
        found, i saw, i heard, i told, i rang, i asked, i counted, i put""",
}
YOU = {
    "you": "you, your, yours, youre, youve, youd, youll, yourself",
    "you_bad": """you never, you always, you just, you dont, you cant, you didnt, you havent, you only, you keep, you
        wouldnt, you couldnt, you wont, you sit, you sat, you look, you looked, you get, you got, you forgot, you
        missed, you said, you told, you think, you want, you love, you make, you made, you people, you lot, youve
        never, youre just, youre not, youre always, youre only, youre paid, youre meant, youre supposed, your face,
        your voice, your notes, your pen, your sort, your theory, your job, your books, your book, your clipboard,
        your handouts, with your, all your, call yourself, like you, of yours, thats you, its you, you lost, you
        light up, you nod, you hide, you switch, youll switch, youll forget, youve forgotten, youve got no, you
        sigh, you yawn, you yawned, you smirk, you smirked, you laughed, you cut, you rush, you rushed, you talk,
        you treat, you judge, you judged, you haven't the, you were late, you let me, you left, you cancelled, you
        couldnt care, you went, you turned, you glaze, you glazed, you roll, you rolled, you write, you scribble,
        you wrote, you change, you changed, you act, you assume, you assumed, you decided, you decide, you put, you
        say it, you say that, you ask, you asked me, youd put, youd rather, youd sooner, youd know, youd say, you
        weren't, you werent, you arent, you aint, you havent, youre the one, you twist, you twisted, you sound, you
        sounded, you seem, you take, you took, you side, you sided, you remind, you clearly, you obviously, you
        lean, do you ever, do you even, have you ever, did you even, are you even, are you listening, pays you, on
        at me, that one""",
    "you_good": """you were right, you helped, you noticed, you remembered, you stayed, thank you, you knew, you
        waited, youre right, like you said, as you said, you see, you know, you listened, you understood, you get
        me, you got me, you do it for me, you made me laugh, you made it easier, trust you, tell you, told you, you
        let me talk, when youre, if youre, like you to, dont you worry, you never know, see you, hear you, youre
        kind""",
}
