"""Words that sound sour, sweet, shut or curious in everyday talk, British and American, in classes of words."""

TONES = {
    "sour": """abrupt, absurd, aggravating, annoying, annoyed, annoys, appalling, arduous, arrogant, awkward,
            awful, backfired, bad, baffling, banging on, barmy, beneath, bitter, bizarre, blah, bleak, blunt, bog
            standard, bored, bothersome, broke, cack, callous, cattle, cavalier, charade, cheap, cheek, cheeky,
            clinical, clueless, clumsy, cold, con, condescending, confusing, costly, creepy, crummy, cursed, dead
            end, deaf, demeaning, depressing, detached, dim, dire, disappointing, disappointed, disgrace,
            disgraceful, disgusted, disgusting, dismal, dismissive, disrespectful, distant, distracting, dodgy,
            dreadful, dreary, dry, dull, embarrassing, empty, exhausting, extortion, extortionate, failed, failing,
            fails, farcical, feeble, flat, fobbed, foolish, frustrating, frustrated, fuming, furious, ghastly,
            gormless, grating, greedy, grim, grotty, gutted, half arsed, half assed, half baked, harsh, hassle,
            hate, hated, hates, hateful, heartless, horrendous, horrible, horrid, hollow, humiliating, hurtful,
            idiot, ignorant, ignored, impersonal, impossible, inappropriate, incompetent, inconvenient,
            infuriating, insensitive, insincere, interrogated, interrogation, intrusive, invasive, irrelevant,
            irritating, irritated, irritates, judgmental, judgemental, lecturing, let down, lousy, ludicrous, mad,
            mean, mechanical, mental, mess, messing, miffed, minging, misery, miserable, mockery, monotonous,
            moronic, nagging, nasty, naff, narked, neglected, nosy, nosey, nuisance, obnoxious, obscene, odd,
            offended, offensive, out of order, out of touch, outrageous, overpriced, overrated, pain in, painful,
            palaver, panto, pantomime, patronised, peanuts, peed off, petty, phoney, plastic, pompous, poor,
            preachy, pretentious, pushed, pushing, pushy, puts me off, quack, racket, rammed, repetitive, rigid,
            robotic, rotten, rude, rushed, rushing, sad, scam, screwed, second rate, self help, sham, shambles,
            shameful, shocking, shoddy, short changed, sick, sickening, skint, slapdash, slow, smug, snide, snooty,
            sour, spouting, stale, stiff, stressful, stung, suffocating, superficial, suspicious, swindle, tacky,
            tasteless, terrible, threatened, tick box, tight, tiresome, tosser, tough luck, toxic, travesty,
            treadmill, ugly, unacceptable, unbearable, uncaring, unfair, unfeeling, unhelpful, unhelpfully, unkind,
            unnecessary, unprofessional, unreal, unrealistic, unreasonable, unsafe, unwelcome, uptight, vague,
            watched, weak, weird, winds me up, wooden, worn out, worse, worst, worthless, wrong, yawn, yawning,
            yuck, puke, cringing, cringy, squirm, prat, lemon, mug, muppet, plonker, numpty, wally, twit, berk,
            pillock, jerk, clown, puppet, guinea pig, lab rat, specimen, performing seal, performing monkey,
            circus, toddler, five year old, six year old, kindergarten, nursery, primary school, infant, classroom,
            detention, headmaster, headteacher, exam, test, tests, job interview, interview, police station,
            courtroom, on trial, dock, jury""",
    "sweet": """absorbed, accepted, adore, amazed, amazing, amused, appreciated, appreciate, at ease, at home,
            beautiful, blessed, bliss, brave, bright, brighter, bucked up, caring, cheered, cheerful, chuffed,
            clear, clearer, clearly better, close, closer to, comfortable, comforted, confident, connected,
            considerate, content, cool, cracking, curious, delighted, determined, ease, eased, easing, easy,
            encouraged, encouraging, excited, exciting, fab, fantastic, fascinated, fascinating, fixed it, fond,
            forgiving, friendly, fun, gained, generous, gentle, gently, genuine, gift, grand, grateful, great fun,
            grew, heartened, helpful, honest, hopeful, hoping to, human, impressed, inspired, interested,
            intrigued, joy, keen, keeping it, kinder, landed, laugh, laughing, learned, learning, learnt, less
            anxious, less scared, level, lifted, lifts, light, liking, listened to, looked forward, love, lovely,
            loves, loving, lucky, magic, manageable, meaningful, mellow, moved me, moving, natural, neat, nicer,
            opened up, optimistic, patient, peace, pleasant, pleasure, positive, practical help, precious,
            privilege, promising, reassured, reassuring, refreshed, refreshing, relaxed, relaxing, relieved,
            respect, rested, restful, rewarding, sense of, settled, settles, simpler, smiled, smiling, soft,
            softer, solid, sorted, special, spoiled, steadier, steady, stronger, successful, super, supported,
            supportive, surprisingly, sweet, tender, terrific, thankful, thoughtful, thrilled, tickled, tidy,
            touched, touching, treasure, trust, trusted, understood, uplifting, valued, warmed, warmer to, warmth,
            well done, wise, wonderful, wonders, works for, worthwhile, wow it, yay, made me laugh, made my day, on
            my side, did me good, does me good, done me good, did the trick, does the trick, spot on, hit the nail,
            nail on, bang on, rang a bell, rings a bell, rings true, rang true, sums it up, got me thinking, never
            thought, hadnt thought, seen it, see it now, makes me think, made me think, good idea, good point, good
            question, good to, glad to, glad of, happy with, fine with, ok with, okay with, used to it, getting
            used, warming to, grown on, growing on, more of, want more, another one, carry on, keep going, keep it
            up, lets try, try it, give it, have a go, had a go, took to, taken to, looking at it, thinking of, half
            of me, less than, fewer, down to, down from, up from, first time, for once, in years, at last, finally,
            all the way, right through, slept through, got through, made it""",
    "shut": """end of, full stop, thats that, and thats, case closed, nothing else, nothing more, nothing to, no
            need, leave it at, whatever, if you say, you would say, says you, believe what, think what, do what,
            suit yourself, as you like, as you wish, your call, up to you, please yourself, wouldnt know, couldnt
            say, cant say, no idea, dunno, who knows, search me, beats me, pass, next question, moving on, anyway,
            i said no, told you, already told, already said, already answered, same answer, how many times, for the
            last, once and for, lets not, shall we not, can we not, could we not, do we have, do i have, must we,
            must i, have to, got to, supposed to, made to, forced to, dragged, only came, only here, im here,
            whatever works""",
    "curious": """why i, what i, how i, i never knew, never knew, id never, i hadnt, hadnt noticed, i keep, it made
            me, makes me, what it is, whats that about, where that, where it comes, came from, comes from, i dont
            know why, not sure why, the odd thing, funny thing, strange thing, the thing is, what struck, it
            struck, it hit me, hit me, occurred to, dawned, clicked, sank in, sinking in, turned over, turning
            over, mulling, chewing on, chewed over, chewing it, sleep on, slept on, thinking on, pondering,
            puzzled, puzzling, asking myself, asked myself, ask myself, looked at, looking back, look back,
            remembered, reminded, reminds, like when, same as when, when i was, as a kid, as a child, as a boy, as
            a girl, little me, younger me, deep down, underneath, under it, behind it, beneath, more like, closer
            to, not quite, nearly, almost, partly, half right, bit of both, both, somewhere, something in,
            something about, there is something, theres something, could do, might do, will do, ill give, ill have,
            ill bring, ill write, ill ask, ill do, ive started, i started, ive begun, i began""",
}
