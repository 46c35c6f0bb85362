"""Acknowledging one's own part: the therapist says what they themselves did, or left out, between the two."""

from reattune.language import _
from reattune.speech.frames import THIRD, Frame, frame, lately, strained
from reattune.speech.leaning.leaned import leaned
from reattune.speech.place import Place
from reattune.speech.rule import Family, Rule
from reattune.speech.strategies import Met, Sign, clear, holds, strategy

_MISSED = (
    r"(?:pushed|rushed|pressed|pressured|hurried|lectured|interrupted|missed|misread|"
    r"misjudged|misheard|misunderst\w+|overlooked|"
    r"forgot|assumed|presumed|dismissed|ignored|brushed|glossed|skipped|skated|jumped|barged|"
    r"steamrollered|hijacked|talked over|"
    r"cut (?:you|across|in)|took (?:over|sides|that away)|left (?:you|that|it|out)|let (?:you|"
    r"that|it|my)|kept (?:you|on|at|going|pushing|"
    r"asking)|hurt|upset|offended|embarrassed|lost (?:you|track|sight|the thread)|blundered|"
    r"slipped|failed to|neglected|"
    r"went (?:too|on|straight|ahead|off|into)|got (?:\w+ ){0,2}(?:wrong|ahead|carried away|"
    r"defensive|impatient|hold of)|ran (?:on|ahead|over)|"
    r"put (?:words|you|pressure)|made (?:a mistake|you|it (?:harder|worse|about)|that harder)|"
    r"spoke (?:too|over)|said too much|"
    r"asked (?:it|that) (?:like|too|so|clumsily|badly)|asked too (?:much|many|soon)|sounded|"
    r"came across|contributed|played a part|"
    r"treated you|handled|put it (?:badly|clumsily)|turned (?:up|away)|cancelled|moved (?:too|"
    r"your|our)|called you|mixed)"
)
_WAS = (
    r"(?:pushing|rushing|pressing|lecturing|leading|steering|too (?:\w+ )?(?:quick|fast|pushy|"
    r"eager|keen|harsh|hard|busy|blunt|soon|focused|"
    r"much|sure|slow|brisk|clever|caught up)|(?:a bit |rather |quite |being )?(?:late|"
    r"distracted|elsewhere|defensive|clumsy|careless|unfair|"
    r"tactless|insensitive|impatient|thoughtless|short with|harsh|cold|miles away|off)|"
    r"not (?:really |fully )?(?:listening|with you|there|paying)|"
    r"in too much|caught up|so (?:busy|keen|focused|caught)|trying too|talking as if|thinking more about (?:my|the))"
)
_LACKED = (
    r"(?:listen\w*|hear\w*|see|ask\w*|notice|notic\w+|check\w*|wait\w*|explain\w*|warn\w*|"
    r"give you|leave you|let you|tell(?:ing)? you|pick\w* up|"
    r"take (?:you|that|it) (?:seriously|in)|think (?:about|of) (?:how|what|you)|make (?:room|"
    r"space|that clear|it clear)|stay\w* with|stopp\w*|"
    r"follow\w*|remember\w*|realis\w+|realiz\w+|respond|answer|slow\w*|said|asked|listened|been|done)"
)
_SORRY = r"\b(?:sorry|apologi[sz]e|apologies|apology)\b"
_NEVER = (
    r"\b(?:if i(?:'d|'ve| had| have|'m)? (?:\w+ )?(?:pushed|been|missed|left|got|asked|"
    r"forgot\w*|misunder\w*|saw)|he said|she said|as though to say|i hope i|don'?t think i|"
    r"router|wifi|printer|coffee|glasses|"
    r"heating|tissues|my (?:pen|keys|phone|diary))\b"
)

SIGNS = (
    Sign(
        "owns_did",
        (
            r"\bi(?:'d|'ve| had| have| may have| might have| think i)?(?: just| really| rather|"
            rf" probably| clearly| also| even| only)? {_MISSED}\b"
        ),
        0.6,
        never=_NEVER,
    ),
    Sign(
        "owns_was",
        (
            r"\bi(?: was|'ve been| have been|'d been| had been| may have been|"
            rf" might have been) (?:just |probably |perhaps |maybe )?{_WAS}\b"
        ),
        0.65,
        never=_NEVER,
    ),
    Sign(
        "owns_lacked",
        r"\bi (?:didn'?t|did not|wasn'?t|hadn'?t|never|should(?:n'?t)? have|should'?ve|"
        r"could(?:n'?t)? have|could'?ve|ought to have|"
        rf"might have|needed to) (?:\w+ ){{0,2}}?{_LACKED}\b",
        0.55,
        never=_NEVER + r"|\bi (?:didn'?t|never) (?:say|said|ask|asked|hear|catch)\b|quite catch|what you said\?",
    ),
    Sign(
        "owns_again",
        r"\bi(?:'ve| have|'m| am)? (?:just )?(?:done|did|doing) (?:it|that|the same) again\b",
        0.6,
        never=_NEVER,
    ),
    Sign(
        "owns_mine",
        r"\b(?:my (?:\w+ )?(?:part in|fault|mistake|doing|responsibility|slip|error|own stuff|"
        r"own worry|own agenda|blind spot|clumsiness|"
        r"impatience|bad|share)|(?:that|this|it)(?:'s| is| was)(?: all| partly| really)? (?:on|"
        r"down to) me|(?:that|it) was me\b|mine was|"
        r"(?:i|let me) (?:own|take (?:\w+ )?responsib\w+|take (?:that|it) back|hold my hands? up|"
        r"was (?:in the )?wrong|was at fault|(?:got|had) (?:it|that|this|you) (?:all |so )?wrong)|"
        r"(?:careless|clumsy|thoughtless|unfair|insensitive|wrong|unkind|unhelpful|tactless|"
        r"hasty) of me|part of (?:that|this|it) (?:is|was) me)",
        0.65,
        never=_NEVER + r"|\b(?:one|some|most|a lot|proud|think|aware|ahead|front|instead|because) of me\b",
    ),
    Sign(
        "owns_sorry",
        _SORRY,
        0.6,
        also=(
            r"\b(?:for (?:\w+ing|how|what|the way|not|my)|about (?:my|how i|what i|the way i)|"
            rf"sorry that i|if i|(?:i|and i|that i)(?:'d|'ve)? (?:{_MISSED}|was|wasn'?t|did|didn'?t|"
            r"should\w*|shouldn'?t|hadn'?t|left)|my (?:fault|mistake|doing)|of me|i (?:do )?(?:see|"
            r"hear) (?:how|that|why))\b"
        ),
        never=(
            r"\b(?:sorry (?:to (?:hear|stop|interrupt|ask|keep|butt|cut)|about your|for your (?:loss|"
            r"trouble)|that (?:he|she|they|you|it|your|this)|you (?:had|have|feel|went)|(?:he|she|"
            r"they|it))|"
            r"(?:say|saying|said|repeat) (?:that |it |you're |i'm )?(?:again|sorry)|"
            r"didn'?t (?:quite )?(?:catch|hear)|noise|heating|room|chair|form|parking|two minutes|"
            r"are you sorry|you(?:'re| are| were)? (?:\w+ )?sorry|feel sorry)\b"
        ),
    ),
    Sign(
        "owns_sorry_alone",
        (
            r"(?:^|[.!?] +)(?:i'm |i am |and i'm |yes,? |no,? )?(?:really |so |very |"
            r"truly )?sorry(?:\.|!| about that)"
        ),
        0.35,
    ),
    Sign(
        "owns_right",
        (
            r"\byou(?:'re| are) (?:\w+ )?right,? (?:about me|to (?:say|call|pull|tell|be)|that i|"
            r"and i|i (?:had|did|was|have|wasn|didn|got|went))"
        ),
        0.6,
        never=_NEVER,
    ),
    Sign(
        "owns_echo",
        (
            r"(?:^|[.!?] +)(?:yes,? |no,? )?i (?:did|was|wasn't|didn't|wouldn't|had|don't|can't)(?:\.|"
            r",? didn't i)"
        ),
        0.4,
    ),
    Sign(
        "owns_too",
        (
            r"\bthat was (?:too|a bit too|very|careless|clumsy|unfair|not fair|hard on you|harsh|"
            r"not okay|not right|wrong|a lot to)\b"
        ),
        0.3,
    ),
    Sign(
        "owns_how",
        (
            r"\bi (?:can|do)? ?(?:see|hear|understand|imagine) (?:how|that|why) (?:i|that|it|"
            r"my) (?:left|made|hurt|landed|came|must|would|felt|let|sounded)\b"
        ),
        0.4,
    ),
)
_PLAYED = r"\b(?:say it for me|what (?:you think )?(?:he|she|they)(?:'d| would) say|be him|be her|role.?play)\b"
_TO_YOU = r"\b(?:you|your|us|our|here|that|this|it)\b"


_DEEDS = {"owns_did", "owns_was", "owns_lacked", "owns_again"}
_APOLOGY = r"(?:^|[.!?] +)(?:and |so )?(?:i'm |i am )?(?:really |so |very |truly )?(?:sorry|i apologi[sz]e)\b"
"""What was done and an apology for it, in one turn, are the clearest."""


def _weigh(met: Met) -> float:
    strength = met.sign.strength
    where = frame(met.place)
    rest = met.place.text[met.span[1] : met.span[1] + 12]
    if holds(rf"^ {THIRD[2:-2]}\b", rest) and where is not Frame.BETWEEN:
        return 0.0
    if holds(_PLAYED, lately(met.place)):
        return 0.0
    if met.sign.name in _DEEDS and holds(_APOLOGY, met.place.text):
        strength += 0.25
    if not holds(_TO_YOU, met.sentence):
        strength -= 0.15
    if where is Frame.BETWEEN:
        strength += 0.15 + 0.1 * strained(met.place)
    elif met.sign.name in {"owns_echo", "owns_too"}:
        strength -= 0.2
    return clear(strength)


def _reason(place: Place) -> str:
    if frame(place) is Frame.BETWEEN:
        return _(
            "You named something of your own in what came between you, just after they had spoken of you or the work."
        )
    return _("You named something that you yourself did or left out.")


_RULE = strategy(
    "owns_part",
    Family.OWNS_PART,
    SIGNS,
    looks_at=lambda: _("Whether the therapist says what they themselves did, missed or left out with this person."),
    benign=lambda: (
        _("“Sorry” is often only politeness, and small slips are named in passing."),
        _("It may be about something practical, such as being two minutes late."),
    ),
    reason=_reason,
    weigh=_weigh,
)
RULES: tuple[Rule, ...] = leaned(_RULE)
