"""Disclosing one's own experience: the therapist says what goes on in them, here, with this person."""

from reattune.language import _
from reattune.speech.frames import Frame, frame, strained
from reattune.speech.leaning.leaned import leaned
from reattune.speech.place import Place
from reattune.speech.rule import Family, Rule
from reattune.speech.strategies import Met, Sign, clear, holds, strategy

_FEELING = (
    r"(?:sad\w*|moved|touched|worried|concerned|anxious|nervous|tense|protective|stuck|lost|"
    r"confused|puzzled|pulled|pushed|shut out|left out|kept out|"
    r"held off|distant|distance|far away|further away|close|closer|warm\w*|tender\w*|helpless|"
    r"powerless|useless|frustrat\w+|irritat\w+|annoyed|"
    r"hurt|uneasy|uncomfortable|torn|cautious|careful|eggshells|tiptoe|heavy|heaviness|alone|"
    r"lonely|glad|grateful|honou?red|privileged|"
    r"disappointed|afraid|scared|frightened|angry|tight\w*|disconnected|cut off|criticis\w+|"
    r"guilty|ashamed|breathless|tired|sleepy|weary|numb|"
    r"blank|rattled|stung|thrown|wobbly|admiration|awe|respect|ache|aching|tears|tearful|"
    r"welling|choked|lump|fond|hopeful|relieved|defensive|"
    r"on edge|wary|clumsy|small|unsure|at a loss|dismissed|sidelined|put off|kind of|a bit|"
    r"a pull|an urge|a wish|as if (?:i|we|there)|like (?:i|i'm|we|we're|there's|a (?:wall|"
    r"distance|door))\b)"
)
_NOW = (
    r"\b(?:us|you|your|here|right now|just now|now|when you|as you|as i|listening|hearing|"
    r"between|with you|today|this room|sitting|at the moment|"
    r"that last|what you|telling me|talking)\b"
)
_TOUCHED = (
    r"\b(?:us|between us|right now|just now|when you (?:say|said|tell|told|look\w*|go|went|"
    r"talk\w*)|as (?:you|i)|listening|hearing (?:you|that|this)|with you|"
    r"sitting|at the moment|what you|telling me|told me|let me|trust\w*|by (?:that|what|how|"
    r"you|this)|for you|aware of)\b"
)
_ELSE = (
    r"\b(?:last (?:night|summer|year|weekend)|on holiday|years ago|film|match|weather|traffic|"
    r"bus|train|clock|time we have|heating|cold in here|coffee|lunch|"
    r"in (?:cusco|town|london|paris|the garden))\b"
)
_NOT = (
    r"\bi (?:feel|felt) (?:that )?(?:we|you|it|this|there|he|she|they)(?:'d|'s|"
    r"'re)? (?:should|need|could|would|might|ought|must|can|have to|has|have done|"
    r"is important)|\bfeel (?:free|confident that|it's (?:important|best|worth))|"
    r"\bhow (?:would|do|did) i feel\b"
)

SIGNS = (
    Sign(
        "tells_self",
        (
            r"\b(?:i(?:'m| am)?(?: can| also| really| just)? (?:notice|noticed|noticing|find|found|"
            r"finding|catch|caught|catching|sense|felt|observe|became aware of)(?: that)? (?:myself|"
            r"i(?:'m|'d|'ve| am| was| feel| felt| want\w*| keep| get| got| went| start\w*)|my own|"
            r"something in me|a (?:part|bit) of me|in (?:me|myself)))\b"
        ),
        0.7,
        never=_ELSE,
    ),
    Sign(
        "tells_feel",
        (
            r"\bi(?:'m| am| was|'ve been)? (?:\w+ ){0,2}?(?:feel|felt|feeling|left feeling|sense|get|"
            r"got|experience)\b"
        ),
        0.6,
        also=(
            rf"\bi(?:'m| am| was|'ve been)? (?:\w+ ){{0,2}}?(?:feel|felt|feeling|sense|get|got|"
            rf"experience)(?: \w+){{0,4}}? {_FEELING}\b"
        ),
        never=rf"{_ELSE}|{_NOT}",
    ),
    Sign(
        "tells_am",
        (
            r"\bi(?:'m| am| was)(?: really| quite| very| so| also| just| a bit| a little| rather|"
            r" honestly| genuinely| actually){0,2} (?:moved|touched|struck|sad|saddened|worried|"
            r"concerned|torn|stuck|lost|puzzled|unsure|scared|afraid|nervous|anxious|hurt|"
            r"disappointed|frustrated|glad|grateful|honoured|honored|uneasy|wary|aware of (?:a|my|"
            r"feeling|how|wanting)|at a loss|close to tears|tearful|welling up)\b"
        ),
        0.55,
        also=_TOUCHED,
        never=_ELSE
        + (
            r"|\b(?:health|drinking|smoking|weight|safety of|glad (?:the|it|he|she|they) |"
            r"worried about (?:the )?time|not sure (?:if|what) (?:the|time))|struck by (?:how|the way|"
            r"what) (?:you|he|she)"
        ),
    ),
    Sign(
        "tells_in_me",
        (
            r"\b(?:(?:part|bit|side|something) (?:of|in) me|in me\b|inside me|comes? up (?:in|for) me|"
            r"(?:going|goes|went|happens|happening|stirs?|stirred) (?:on )?(?:up )?(?:in|for|"
            r"inside) me|my (?:own )?(?:heart|stomach|chest|gut|throat|shoulders|reaction|"
            r"first reaction|feeling|feelings|experience|sadness|worry|fear|frustration|tears|impulse|"
            r"instinct|mind (?:went|goes|keeps|wandered))|for me,? (?:too|right now|sitting|listening|"
            r"hearing)|my eyes (?:are|have|fill)|it (?:touches|moves|saddens|pains|frightens|scares|"
            r"worries|gets to|got to) me|makes me (?:\w+ )?(?:sad|feel|want|worried|wonder if i|angry|"
            r"smile|nervous)|(?:it'?s|it is|it was|that'?s|that was) (?:\w+ )?(?:hard|painful|"
            r"difficult|moving|sad|touching|good|lovely|strange) for me)"
        ),
        0.6,
        never=_ELSE + r"|\byou said|tells? me|in me\?",
    ),
    Sign(
        "tells_want",
        (
            r"\bi (?:\w+ )?(?:wanted|want|feel pulled|felt pulled|feel tempted|am tempted|was tempted|"
            r"felt like|feel like) (?:to )?(?:\w+ )?(?:knock\w*|reach\w*|rescu\w*|protect\w*|hold\w*|"
            r"jump\w*|fix\w*|reassur\w*|persuad\w*|convinc\w*|tiptoe\w*|apologi\w*|please|run|running|"
            r"hide|hiding|shake|hug|stay\b|walking on|being kept|being pushed|i'm|i am|i can'?t|"
            r"you'?re)"
        ),
        0.5,
        never=_ELSE,
    ),
    Sign(
        "tells_too",
        (
            r"\b(?:i (?:feel|felt|notice|sense|see) (?:it|that|this) (?:too|as well|myself|in me|"
            r"here)|so do i)\b"
        ),
        0.5,
        never=_ELSE,
    ),
    Sign("tells_word", r"\bi (?:feel|felt)\b", 0.2, never=rf"{_ELSE}|{_NOT}"),
)


def _weigh(met: Met) -> float:
    strength = met.sign.strength
    where = frame(met.place)
    if met.place.text.endswith("?") and holds(r"\bdo you (?:think|want|feel)\b", met.sentence):
        strength -= 0.1
    strength += 0.1 * holds(_NOW, met.sentence) + 0.1 * (where is Frame.BETWEEN) + 0.1 * strained(met.place)
    return clear(strength)


def _reason(place: Place) -> str:
    if strained(place):
        return _("You said what went on in you, just after words that may have been strained.")
    return _("You said what went on in you as you sat with them.")


_RULE = strategy(
    "discloses",
    Family.DISCLOSES,
    SIGNS,
    looks_at=lambda: _("Whether the therapist speaks of their own experience here and now, with this person."),
    benign=lambda: (
        _("“I feel that ...” is often just a way of saying what one thinks."),
        _("A friendly word about oneself can be simple warmth, with no strain before it."),
    ),
    reason=_reason,
    weigh=_weigh,
)
RULES: tuple[Rule, ...] = leaned(_RULE)
