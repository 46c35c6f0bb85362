"""Clarifying a misunderstanding: the therapist puts right what was meant, or what was taken up otherwise."""

from reattune.language import _
from reattune.speech.frames import THIRD, Frame, frame, lately, strained
from reattune.speech.leaning.leaned import leaned
from reattune.speech.place import Place
from reattune.speech.rule import Family, Rule
from reattune.speech.strategies import Met, Sign, clear, holds, strategy

_TAKEN = (
    r"\b(?:so you(?:'re| are)? (?:think|saying|want|mean|telling)|you (?:think|thought|said|"
    r"told|mean|meant|want|called|went|looked|seem\w*|sounded|made it sound|were)|"
    r"are you (?:saying|telling)|that'?s not what i|i (?:never |didn'?t )?(?:said|say|mean|"
    r"meant)|i thought (?:you|that)|(?:it'?s|it is|was|all) my fault|i knew you|so that'?s it|"
    r"(?:i'm|am i) not (?:allowed|wanted|good enough)|why did you|is that what you|"
    r"you don'?t believe|"
    r"you'd had enough|mark it|blam\w*|accus\w*|getting rid of)\b"
)

SIGNS = (
    Sign(
        "puts_meant",
        (
            r"\b(?:what i (?:meant|was trying to|was (?:really |actually )?(?:asking|getting at|"
            r"saying|wanting|wondering)|wanted to (?:say|ask)|should have said|had in mind)|"
            r"by (?:\w+ ){1,3}?i (?:meant|mean)|i (?:only |just |really |actually |had )?meant|i(?:'d|"
            r" had) (?:said|meant)|i mean(?:t)? (?:it|that) (?:the other|different\w*|as))\b"
        ),
        0.6,
    ),
    Sign(
        "puts_not",
        (
            r"\bi (?:didn'?t|did not|don'?t|wasn'?t|was not|never|hadn'?t|'m not|am not)(?: at all|"
            r" for a moment)? (?:mean|meant|intend\w*|trying to (?:say|suggest|tell)|saying|"
            r"suggesting|implying|telling you|want(?:ing)? (?:to (?:say|suggest|imply|blame|"
            r"criticis\w*)|you to (?:think|feel|believe))|asking you to|blaming|criticis\w*|judging|"
            r"had enough|explain|thinking)\b"
        ),
        0.65,
        never=r"\b(?:i don'?t mean to (?:interrupt|rush|be)|mean to keep you)\b",
    ),
    Sign(
        "puts_im_not",
        (
            r"\bi(?:'m| am) not (?:saying|suggesting|blaming|criticis\w+|judging|telling|cross|angry|"
            r"annoyed|disgusted|disappointed|accusing|sending|getting rid|trying to)\b"
        ),
        0.55,
    ),
    Sign(
        "puts_again",
        (
            r"\b(?:(?:let me|can i|could i|may i|i'?d like to|i want to|maybe i should|i should|i'?ll|"
            r"let's) (?:\w+ )?(?:clarify|rephrase|explain (?:that|what|myself|better|again)|put (?:it|"
            r"that|this) (?:differently|another way|better|right|more)|say (?:it|that|this) (?:again|"
            r"differently|better|more)|correct (?:that|myself)|clear (?:that|this|something|it) up|"
            r"try (?:that|it) (?:again|differently)|be (?:clear|clearer)|start (?:again|over)|"
            r"take that again)|(?:that|it|this) (?:came out|came across|sounded|"
            r"landed) (?:\w+ )?(?:wrong\w*|badly|differently|harsh\w*|other|clumsily|as if|as though|"
            r"like)|i (?:put|said|phrased|worded|explained|expressed) (?:that|it|this|"
            r"myself) (?:\w+ )?(?:badly|poorly|clumsily|wrong\w*|awkwardly|unclearly)|i (?:wasn'?t|"
            r"was not|haven'?t been|hadn'?t been) (?:very |really )?clear|explain(?:ed)? (?:it|that|"
            r"this|myself) (?:right|well|properly|badly))\b"
        ),
        0.6,
        never=r"\b(?:you said it|could you (?:explain|clarify))\b",
    ),
    Sign(
        "puts_crossed",
        (
            r"\b(?:misunderst\w+|misheard|mishear\w*|misread|wires crossed|crossed wires|"
            r"cross(?:ed)? purposes|got crossed|talk\w* past each other|wrong end of the stick|"
            r"mix(?:ed)?.?(?:up|it up)|confusion between|(?:you|we|i) (?:took|heard|read|"
            r"understood) (?:it|that|this|me|you|\"|')(?: \w+){0,3}? (?:as|differently|to mean|"
            r"another way|wrong)|putting me right|setting me straight|i(?:'d| had) taken (?:it|that|"
            r"you)|i heard [\"']|i (?:took|heard|read|understood) (?:it|you|that|what you)\b)"
        ),
        0.6,
        never=r"\b(?:he|she|they|your \w+) (?:\w+ )?(?:misunderst\w+|misheard|misread)",
    ),
    Sign(
        "puts_thought",
        (
            r"\b(?:i thought (?:you|that you) (?:meant|wanted|were|said)|so you (?:weren'?t|didn'?t|"
            r"don'?t|wanted|meant|mean)|you (?:weren'?t|were not) (?:asking|saying|blaming)|"
            r"is that how it (?:sounded|came across|landed)|i (?:can )?(?:see|hear) (?:how|that|"
            r"why) (?:it|that|this|i)(?:'d| would| might| could)? (?:\w+ )?(?:came|come|sound\w*|"
            r"look\w*|seem\w*|land\w*|be heard|felt like)|it looked like something else)\b"
        ),
        0.5,
    ),
    Sign(
        "puts_why",
        (
            r"\bi (?:went|was|looked|paused|stopped|laughed|smiled|asked|said|wrote|checked|"
            r"moved) (?:\w+ ){0,3}?(?:because|since|as i)\b"
        ),
        0.5,
    ),
    Sign(
        "puts_never",
        (
            r"\b(?:(?:it|that|this)(?:'s| is| was|'d)? (?:not|never|n't) (?:for|about|that|you|meant|"
            r"what i|a (?:test|punishment|judg\w*|criticism|reproach))|(?:it|that) wasn'?t (?:that|"
            r"about you|you|meant|a|what)|not (?:us|you|that you|because of you)\.)"
        ),
        0.35,
    ),
)
_FACTS = (
    r"\b(?:o'?clock|monday|tuesday|wednesday|thursday|friday|half past|the (?:door|bell|"
    r"stairs|route|entrance|bus|train)|round the back|car park|invoice|address|email)\b"
)


def _weigh(met: Met) -> float:
    where, before = frame(met.place), lately(met.place)
    strength = met.sign.strength
    taken = holds(_TAKEN, before)
    if holds(_FACTS, before) or (holds(_FACTS, met.sentence) and not taken):
        return 0.0
    if holds(THIRD, met.sentence) and not holds(r"\b(?:i|we|me|us)\b", met.sentence):
        return 0.0
    if met.sign.name == "puts_never" and not taken:
        return 0.0
    strength += 0.2 * taken if where is Frame.BETWEEN else -0.2 * (not taken)
    return clear(strength + 0.05 * strained(met.place))


def _reason(place: Place) -> str:
    if holds(_TAKEN, lately(place)):
        return _("You said again what you had meant, after it seemed to have been taken otherwise.")
    return _("You said again what you had meant, or what you had taken otherwise.")


_RULE = strategy(
    "clarifies",
    Family.CLARIFIES,
    SIGNS,
    looks_at=lambda: _(
        "Whether the therapist puts right what was meant between the two, after it was taken otherwise."
    ),
    benign=lambda: (
        _("People say “what I mean is” all the time, only to find a better word."),
        _("It may be a plain fact put right, such as a time or a place."),
    ),
    reason=_reason,
    weigh=_weigh,
)
RULES: tuple[Rule, ...] = leaned(_RULE)
