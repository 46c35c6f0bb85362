"""Linking to other relationships: the therapist holds what happens between the two beside what happens elsewhere."""

from reattune.language import _
from reattune.speech.expression import compiled
from reattune.speech.frames import PERSONS, Frame, frame, lately
from reattune.speech.leaning.leaned import leaned
from reattune.speech.place import Place
from reattune.speech.rule import Family, Rule
from reattune.speech.strategies import Met, Sign, clear, holds, strategy

_IDIOM = compiled(
    r"\b(?:(?:sounds?|seems?|looks?|occurs|strikes|appears|sounded|"
    r"seemed) (?:like )?(?:to )?me|(?:tell|told|telling|help|let|remind|give|excuse|correct|"
    r"show) me|bear with me|pardon me|(?:like|as) i said|when i hear|makes me)\b"
)
_ME = (
    r"\b(?:with me|to me|from me|at me|of me|by me|me\b|between us|us\b|you and (?:me|i)|"
    r"we(?:'ve| have)? (?:just )?(?:done|did|do|had)|here|in this room|just now|right now|"
    r"(?:that|when|if|because|as if|how|way|thought) i(?:'m|'d|'ll|'ve| was| am| would| might|"
    r"'ll)?|i (?:was|did|looked|went|didn'?t|asked|said|cancelled|forgot|let|kept|sounded)|"
    r"our)\b"
)
_OTHERS = (
    rf"\b(?:{PERSONS}|people in your life|other people|others|other relationships?|"
    r"other places|outside|elsewhere|at home|at work|at school|anyone|anybody|someone else|"
    r"somebody else|who else|where else|anywhere else|childhood|growing up|as a (?:child|kid|"
    r"boy|girl)|when you were (?:little|small|young|a|\w+teen|\w+)|the people|first marriage|"
    r"everyone|every house|in your life|in the past|back then|the one before|taught you|learn\w*)\b"
)
_LIKE = (
    r"\b(?:like|same|similar\w*|reminds?|remind you|familiar|echo\w*|also|too|as well|either|"
    r"as (?:it|you|he|she) (?:did|do|was|used|were)|just as|the way|elsewhere|else|"
    r"anyone else|parallel|connect\w*|link\w*|know (?:this|that|it) from|know that one|"
    r"used to|does (?:that|this|it|what|\w+)|do (?:you|others)|is (?:that|this|it) (?:what|"
    r"how|the)|happen\w*|ring\w* (?:a|any) bells?|learn\w*|come from|comes from|other)\b"
)

_SHORT = 300
"""Characters of a turn that is read as a whole."""

SIGNS = (
    Sign(
        "links_taught",
        r"\b(?:who (?:first )?(?:taught|told|showed) you|where did you learn|where (?:have|"
        r"had) you (?:met|known|seen|learn\w*)|when did you learn|your (?:job|post|role|"
        r"part) (?:at home|in the family|back then))\b",
        0.35,
    ),
    Sign(
        "links_like",
        (
            r"\b(?:like (?:with|it|when|your|what|how|at|in|she|he|they|that|the)|as you (?:had|did|"
            r"used|learn\w*|were)|(?:a bit |just |so )?like your|same|similar|similarly|reminds?|"
            r"remind you|familiar|echo(?:es)?|parallel|the way (?:your|you|it|he|she)|as well|too|"
            r"either|elsewhere|who else|where else|anyone else|anybody else|anywhere else|"
            r"someone else|used to (?:happen|do|be|feel|say)|connected|connection|ring(?:s)? (?:a|"
            r"any) bells?|know (?:that one|this from|that from|it from))\b"
        ),
        0.25,
    ),
    Sign(
        "links_happen",
        (
            r"\b(?:(?:does|do|did|is|was|has|could|might|would|wonder if|wonder whether|wondering if|"
            r"wondering whether) (?:\w+ ){0,8}?(?:happen|happens|happened|come up|go|get|feel like|"
            r"familiar|with others|with people|outside))\b"
        ),
        0.25,
        also=_OTHERS,
    ),
    Sign(
        "links_first",
        (
            r"\b(?:first (?:time|person|learn\w*|felt)|(?:learn\w*|got used to|picked up|"
            r"had to) (?:\w+ ){0,4}?(?:with|from|at|as|growing|when)|goes (?:way )?back|older than|"
            r"long before (?:me|you came|us)|(?:voice|echo|ghost|shadow) (?:of|from))\b"
        ),
        0.25,
        also=_OTHERS,
    ),
)


def _weigh(met: Met) -> float:
    text = _IDIOM.sub("-", met.place.text)
    where = frame(met.place)
    here = holds(_ME, text)
    if not (
        holds(_OTHERS, text if len(text) < _SHORT else met.sentence)
        or holds(r"\bwith \w+ (?:as well|too)\b|\bdoes (?:\w+) get\b", text)
    ) or not (met.sign.name == "links_taught" or holds(_LIKE, met.place.text)):
        return 0.0
    strict = holds(
        (
            r"\b(?:with me|to me|from me|at me|between us|you and (?:me|i)|that i(?:'m|'d| was| am)|"
            r"tell me|when i|by me|i (?:was|became|must|looked|did))\b"
        ),
        text,
    )
    if where is not Frame.BETWEEN and not strict:
        return 0.0
    strength = met.sign.strength + 0.2 * strict + 0.1 * here + 0.15 * (where is Frame.BETWEEN)
    if holds(
        (
            rf"\b(?:with|does|did|like|as|when|to|who) (?:\w+ ){{0,4}}?(?:{PERSONS}|else|others|people|"
            r"anyone)\b"
        ),
        text,
    ):
        strength += 0.1
    if holds(r"\b(?:builders?|plumber|door|machine|dog|cat)\b", text + lately(met.place)):
        strength -= 0.35
    return clear(strength)


def _reason(place: Place) -> str:
    if frame(place) is Frame.BETWEEN:
        return _("You held what happened between you beside other relationships, just after they had spoken of you.")
    return _("You held what happens between you beside other relationships.")


_RULE = strategy(
    "links_outside",
    Family.LINKS_OUTSIDE,
    SIGNS,
    looks_at=lambda: _("Whether the therapist joins what happens between the two to what happens with others."),
    benign=lambda: (
        _("Likenesses between people in somebody's life are an ordinary subject."),
        _("It may join two stories from outside, with nothing between the two."),
    ),
    reason=_reason,
    weigh=_weigh,
)
RULES: tuple[Rule, ...] = leaned(_RULE)
