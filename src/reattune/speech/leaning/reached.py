"""How a client takes what was offered: it lands, is new, is gone on with, or is nodded through."""

from collections.abc import Mapping

REACHED: Mapping[str, str] = {
    "lands": """nutshell, finger on, put it like, put like, set me off, have me in, starts me off, exhales, breathes
        out, long breath, sighs, nods slowly, long pause, in one, got it in, you do get, finally, at last, about time,
        huh, well now, well ill, ill be, fancy, crumbs, lord, heck, hell, sheesh, whew, phew, mate, oh, ooh, oof,
        ouch, wow, gosh, god, blimey, crikey, jeez, whoa, bingo, exactly, precisely, spot on, bang on, nailed it, nail
        on, thats it, thats right, that is it, thats the word, the word, thats me, thats how, thats what, got me, got
        it, got me there, you get, you got, youve got, you see, you saw, you noticed, you heard, you hear, you
        listened, you listen, you understand, you understood, you know me, you believe, on to something, onto
        something, hit home, hits home, hit me, hits me, struck, landed, lands, sunk in, sinks in, went in, through
        me, right through, got to me, gets me, gets to me, ten out, how did you, howd you, bullseye, yes, yeah, yep,
        aye, mm, true, so true, absolutely, totally, completely, keep going, go on, say that again, say it again,
        again please, write that down, can you say, can i write""",
    "opens": """just me, not just me, a name, name for, stone lighter, pounds lighter, makes sense now, makes sense
        of, clicked, clicks, into place, penny, never knew, didnt know, so thats, thats why i, stay with, stay there,
        stay on that, again, i could cry, might cry, gonna cry, going to cry, out of me, off me, off my chest, off my
        shoulders, own up, nobody, no one, no ones, nobodys, never, first time, the first, years, year, all my life,
        my whole life, whole life, decades, waiting, waited, always wanted, wanted someone, wanted somebody, a person
        to, someone to, somebody to, before, never said, never told, never thought, hadnt thought, havent thought, not
        looked, hadnt looked, never looked, not seen, hadnt seen, not thought, never heard, from that side, that side,
        that way, like that, out loud, realise, realised, realize, realized, noticed, dont know why, im not, not mad,
        not crazy, not alone, wasnt my, not my fault, allowed, permission, believed, believes me, understood, heard,
        seen, met, safe, trust, relief, relieved, lighter, easier, softer, warm, calmer, quieter, quiet, still,
        breathe, breath, breathing, shoulders, chest, stomach, throat, arms, skin, hairs, goosebumps, shiver, shivers,
        tingling, tears, tear, crying, cry, cried, welling, filling up, lump, tissue, eyes, voice, shaking, trembling,
        heart, weight, drop, dropped, let go, unclench, thaw, melt, give me a, a sec, a second, a minute, a moment,
        hang on, sorry, i needed, needed that, needed to hear, means a lot, means something, thank you, thank you for,
        kind, glad, grateful, funny, strange, weird, odd, nice, good, because, since, since before, even, its like,
        like this, so its, and its, and i, and then, thats why, which is why, when i, can i show, can i tell, theres
        something, theres more, more, i feel, i felt, underneath, good weird, meant, what i meant, obvious, like i
        was, explain it, straight away, didnt have to, didnt think you, you remembered, thats kind, means, the truth,
        honest, admit, must be, mustve, somebody knows, someone knows, you stayed, didnt laugh, didnt flinch, didnt
        run""",
    "passes": """easy, thanks, thanks for, cheers, ta, okay, ok, right, sure, could be, might be, maybe so, if you
        say, whatever, anyway, i suppose, i guess, dont suppose, suppose so, guess so, probably, doesnt matter, dont
        matter, matters, not really, dont know, dunno, everyone, everybody, everyones, people, anyone, anybody,
        somebody has, someone has, one does, you do, that people, people do, a thing people, they have, who knows,
        youd know, youre the expert, the expert, you tell me, it is what, what it is, fair enough, makes sense, good
        point, point taken, noted, ill think, ill try, will do, go now, can i go, is that it, are we done, what time,
        times up, next week, though, but, other way, any other, always have, always has, nothing, nothing new, heard
        that, said that, been told, so they, so they say, so youve said, already, obviously, clearly, course, not
        that, no, nope, nah, wrong, way off, fine, its fine, im fine, moving on, the thing is, interesting, thats
        interesting, nice way, nice phrase, nice one, very good, very clever, clever, deep, in general, generally,
        technically, statistically""",
}
"""Classes of words in a client's answer."""

OFFERED: Mapping[str, str] = {
    "you": "you, your, yours, youre, youve, youd, youll, yourself",
    "asks": "?",
    "sees": """i saw it, thinking of you, inquest, on your side, that i saw, that i said, waited, longed, youve
        waited, wished, my sense, you were, you werent, youve been, youve had, you had, youve never, you never, youd
        no, youd been, youd had, you wanted, you want, you dont want, you needed, you need, you felt, you feel, you
        gave, you paid, you did, you held, you kept, you carried, you lost, you learned, you learnt, you hoped, you
        tried, you couldnt, you didnt, you must, you still, you miss, you love, you loved, as if, as though, its like,
        like a, sounds like, it sounds, seems, i imagine, i wonder, i believe, i hear, i can hear, i see, i can see, i
        get, part of you, some of you, nobody, no one, never, alone, on your own, by yourself, scared, frightened,
        afraid, lonely, sad, grief, hurt, ashamed, angry, tired, exhausted, heavy, burden, small, little, child, six,
        seven, eight, nine, ten, mother, father, mum, dad, funeral, died, dead, death, loss, fault, blame, difficult,
        hard, brave, no wonder, course, enough, allowed, deserve, deserved, someone, somebody, held, holding, carry,
        carrying, holding your breath, your breath, since, all those, all that, all these, without, yourself, im not
        going, i wont, believe you, for you, to you, does for you""",
    "plain": """milk, sugar, bank, in the end, and how did, how did it, got you a, got one, got you one, downstairs,
        upstairs, printed, moved the, fixed the, saved you, the next slot, window, door, chair, heating, light, blind,
        curtain, coat, bag, glasses, keys, phone, remote, umbrella, tissue, tissues, water, tea, coffee, biscuit, cup,
        appointment, appointments, slot, tuesday, wednesday, thursday, friday, monday, oclock, half past, quarter,
        next week, fortnight, holiday, break, form, forms, letter, receipt, invoice, fee, payment, email, address,
        link, screen, sound, mute, parking, bus, train, taxi, lift, stairs, traffic, weather, rain, snow, cold, hot,
        draught, clue, crossword, quiz, answer, number, spelling, name of, the word for, the film, the book, song,
        recipe, match, score, team, capital, map, route, shop, bakery, cafe, jumper, shoes, haircut, dog, cat, garden,
        plumber, boiler, insurance, passport, tablets, dose, prescription, leaflet, password, app, printer, next door,
        the one on, theres a, i put, i saw you, did you, have you, do you want, would you like, shall i, can i get,
        here is, heres your, heres the""",
}
"""Classes of words in what a therapist had offered."""
