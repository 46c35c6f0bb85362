"""The therapist steps back from what was just said: changes the subject, reassures quickly, goes to technique."""

from collections.abc import Iterable
from dataclasses import replace

from reattune.language import _
from reattune.model import Role
from reattune.speech.asking import Asked
from reattune.speech.expression import Expression
from reattune.speech.leaning.score import leans, tempered
from reattune.speech.moves import about_us, content, declines, feels, tender
from reattune.speech.place import Place
from reattune.speech.rule import Family, Hit, Matches, Rule, Span
from reattune.speech.strategies import sentence
from reattune.speech.weighing import Ease, Sign, Signs, before


def _moves_on() -> str:
    return _("After what the client said, the therapist goes on to something else.")


def _reassures() -> str:
    return _("After what the client said, the therapist reassures or evens it out.")


def _technique() -> str:
    return _("After what the client said, the therapist goes to a technique, an explanation or the general.")


def _schedule() -> str:
    return _("After what the client said, the therapist turns to times, forms or arrangements.")


_SIGNS = (
    Sign(
        "moves-on",
        r"\b(?:let'?s (?:\w+ )?(?:move|get (?:back|on)|turn|go (?:back|on|through|over)|look at|talk about|start|"
        r"focus|park|leave|put|not|return|come back|stick|crack on|think about (?:the|some)|do|review|pick|see|save|"
        r"set|try|make|check)|moving on|(?:shall|should|can|could) we (?:\w+ )?(?:move|get (?:back|on)|turn|"
        r"go (?:back|on|through|over)|look at|talk about|start|focus|park|leave|return|come back|do|review|pick|set|"
        r"try)|(?:^|[.!?] ?)(?:anyway|right|okay|ok|well|good|so|alright|mm|mhm|i see|sure|now|great)[,. -]+(?:so |"
        r"then |well |now |and |anyway,? )*(?:how (?:was|is|are|did|has)|what (?:about|did|else)|tell me about|"
        r"did you|have you|let'?s|where|last (?:week|time)|we were|you (?:were|mentioned|said)|shall|moving|on to|"
        r"about|the)|(?:to )?(?:change|changing) the subject|on (?:another|a different|a lighter|"
        r"a brighter) (?:note|subject)|(?:getting )?back to (?:the|your|what|our|where)|before (?:we|i) (?:forget|"
        r"go|finish|run|move|start|get)|speaking of|by the way|what else|anything else|next on|(?:on|to) (?:the|our|"
        r"today'?s) (?:agenda|list|plan|worksheet|goals|homework)|i (?:wanted|want|'d like|was hoping|"
        r"had planned) to (?:\w+ )?(?:move|talk about|go (?:over|through|back)|ask you about|check|look at|get|"
        r"hear about|cover|focus|review|use today))\b",
        0.5,
        _moves_on,
    ),
    Sign(
        "reassures",
        r"\b(?:i'?m sure (?:it|you|they|he|she|things|that|everything|this|your|there|we|one|the)|don'?t (?:worry|"
        r"be (?:so|silly|too)|think like|say that|feel (?:bad|like that|that way)|let (?:it|that)|cry|upset)|"
        r"no need to|(?:it|things|you|that|this|everything|they|he|she|we)(?:'ll| will|'s going to| is going to|"
        r"'re going to| are going to) (?:\w+ )?(?:be (?:fine|ok|okay|all right|alright|good|over|better|great)|"
        r"get better|work out|pass|get easier|come round|sort|feel better|settle|blow|improve|get there)|(?:look|"
        r"looking) on the bright|bright side|(?:could|might) (?:be|have been) worse|at least|silver lining|"
        r"every ?(?:one|body) (?:feels|has|goes|gets|makes|thinks|cries|struggles)|we all (?:feel|have|get|go|make)|"
        r"(?:perfectly|completely|totally|very|quite|so|pretty) (?:normal|natural|common|usual|understandable)|"
        r"(?:it|that)(?:'s| is) (?:normal|natural|common|only natural|just|part of)|lots of people|most people|"
        r"many (?:people|clients)|a lot of (?:people|my clients|clients)|cheer up|chin up|stay positive|"
        r"think positive\w*|positive side|time (?:heals|will)|these things (?:happen|take|pass)|you(?:'re|"
        r" are) (?:doing (?:fine|great|really well|so well|well|brilliantly)|strong|a strong|young|"
        r"being (?:too )?hard|overthinking|so (?:brave|strong))|you(?:'re| are) (?:so )?much (?:stronger|braver|"
        r"better|more)|(?:stronger|braver|better|tougher) than you|you (?:managed|coped|did|handled|"
        r"got through)(?: \w+){0,3} (?:beautifully|brilliantly|well|fine|great|it|through)|give yourself (?:more |"
        r"some |enough )?credit|well,? (?:you|it|that|at|she|he|they)(?: \w+)? (?:managed|survived|coped|got|did|"
        r"meant|came|here)|but (?:look|think|you(?:'re| are|'ve| have| did|'ll)|it'?s (?:over|done)|things|there)|"
        r"(?:anyway|still),? (?:you|it|he|she|they|that)|onwards|good for you|well done|that'?s (?:great|good|"
        r"wonderful|brilliant|progress|life)|you(?:'ve| have) (?:got|still got|so much|lots|plenty|a lot|come so)|"
        r"i wouldn'?t worry|nothing to (?:worry|be|cry)|not (?:as bad|that bad|the end|so bad|your fault)|"
        r"probably (?:just|nothing|fine|didn'?t|meant)|it happens|never mind|he (?:probably|didn'?t mean)|"
        r"she (?:probably|didn'?t mean)|there'?s always|everything happens|give it time|you'?ll (?:see|feel|soon|"
        r"find|get|meet|laugh))\b",
        0.55,
        _reassures,
    ),
    Sign(
        "technique",
        r"\b(?:research|studies|evidence|the (?:theory|literature|textbooks?|model|brain|amygdala|nervous system|"
        r"manual|protocol|diagram|cycle|chart|idea is)|in (?:cbt|act|dbt|general|this (?:model|approach))|"
        r"what we (?:call|know)|(?:it|that|this)(?:'s| is) (?:called|what we|known|a (?:classic|typical|textbook|"
        r"common|cognitive|form|kind|type|sign|symptom))|we call|(?:cognitive|thinking) (?:distortion|error|trap)s?|"
        r"catastrophi[sz]\w*|mind[- ]reading|black and white|automatic thought|thought record|core belief|"
        r"attachment (?:style|theory)|transference|projection|defen[cs]e mechanism|fight or flight|cortisol|"
        r"serotonin|symptoms?|diagnos\w*|typical(?:ly)?|generally|in many (?:cases|ways)|people (?:often|tend|with|"
        r"who|in|speak|talk|call)|it'?s (?:common|called|known|a (?:known|common|well))|interesting (?:one|"
        r"question)|(?:concept|notion|phenomenon|process|mechanism|phase|stage|cycle) (?:of|called|that|where|we)|"
        r"human beings|psychologically|scale (?:of|from)|(?:zero|0|one|1) to (?:ten|10|100|five)|out of (?:ten|10|"
        r"100)|rate (?:that|it|your|the)|breath\w*|exercise|technique|worksheet|handout|sheet|diary|homework|"
        r"mindful\w*|grounding|relaxation|coping (?:skill|strateg|card)\w*|step (?:one|1|two)|strateg\w+|tool\w*|"
        r"goal\w*|behaviou?ral|activation|app\b)\b",
        0.42,
        _technique,
        faint=True,
    ),
    Sign(
        "schedule",
        r"\b(?:next (?:week|time|session|appointment|month)|same time|book\w*|schedul\w*|reschedul\w*|diary for|"
        r"calendar|(?:we|you)(?:'ve| have|'re| are)? (?:\w+ )?(?:out of time|run(?:ning)? out|"
        r"(?:only )?(?:got )?(?:five|ten|two|a few|\w+) minutes|nearly (?:at|out|done)|time)|time (?:is|'s) (?:up|"
        r"nearly|almost|short)|(?:have|need) to (?:finish|stop|end|leave it|wrap)|wrap up|keep an eye on the time|"
        r"forms?|questionnaires?|paperwork|invoice|payment|policy|receptionist|another (?:time|day|session)|"
        r"some other time|later|(?:come|get|go) back to (?:that|this|it)|park (?:that|this|it)|hold (?:that|"
        r"on to that)|put (?:that|this|it) (?:aside|to one side|on)|set (?:that|this|it) aside|for now|noted|"
        r"make a note|i'?ll (?:note|write|make|pass)|tuesdays?|wednesdays?|thursdays?|mondays?|fridays?|o'?clock|"
        r"at (?:two|three|four|five|ten|eleven|half))\b",
        0.45,
        _schedule,
    ),
)

_STAYS = (
    Ease(
        r"\b(?:(?:that|it|this) (?:sounds|must|seems|feels|looks|makes (?:so much |a lot of |complete |"
        r"perfect )?sense)|sounds (?:like|really|so|as|very|incredibly)|i (?:can )?(?:hear|see|sense|feel|imagine|"
        r"notice)|i'?m (?:so |really |very )?(?:sorry|touched|moved|glad|struck|sad)|you (?:felt|feel|must|sound|"
        r"look|seem)|you(?:'re| are) (?:feeling|so|hurting|sad|scared|angry|carrying|left|saying|telling)|"
        r"(?:so )?(?:hard|painful|lonely|sad|frightening|scary|heavy|much to carry|awful)|feel\w*|tears|hurts?|"
        r"stay with|stay (?:here|there)|sit with|slow down|take (?:your|a moment|all the)|no rush|tell me (?:more|"
        r"about that)|say more|what (?:is|was) (?:that|it) like|what(?:'s| is) (?:coming|happening|going on)|"
        r"help me understand|thank you for (?:telling|saying|sharing|trusting|being)|i(?:'m| am) (?:here|with you|"
        r"listening)|makes sense)\b",
        0.4,
    ),
    Ease(
        r"\b(?:would you (?:like|rather|prefer|want)|do you want|what would (?:you|help|be)|is (?:that|it) (?:ok|"
        r"okay|all right|alright)|how (?:would|does|do|is|was) (?:that|it|you)|up to you|if you(?:'d|"
        r" would)? (?:like|prefer|want)|as you asked|you asked|you wanted|shall we stay|or (?:would|shall) (?:you|"
        r"we) (?:rather|stay|like))\b",
        0.55,
    ),
    Ease(
        r"\b(?:i (?:got|missed|didn'?t|may have|might have|think i|was|wasn'?t|rushed|should)(?: \w+){0,4} (?:wrong|"
        r"that|you|it|listen\w*|hear\w*|fast|quick\w*|away)|did i|have i|i'?d like to (?:hear|understand|stay|know)|"
        r"between us|matters (?:to me)?|important)\b",
        0.5,
    ),
)

_WARM = Expression("|".join(f"(?:{ease.expression})" for ease in _STAYS))
_PLEA = Expression(
    r"\b(?:please (?:say|tell|help)|say something|never told|(?:told|tell) (?:a soul|anyone|anybody|no one)|"
    r"you're the first|first (?:time|person)|do you (?:think|even|like|hate|care|mind|believe)|"
    r"what do you think|are you (?:angry|disappointed|there|listening|shocked|going)|is (?:that|it) (?:normal|"
    r"mad|bad|terrible)|am i (?:mad|bad|crazy|a bad|too|going)|you must think|don't know what to do|"
    r"can you help)\b"
)
_LONG = 60
_BRIEF = 4


_PUSHES = Expression(
    r"\b(?:i(?:'d| would)? (?:\w+ ){0,2}(?:like|want|need|expect) you to|(?:see|carry|stick) (?:it|this|that|with it|"
    r"with this) (?:through|out)|you (?:\w+ )?(?:need to|have to|must|should|ought to)|and then (?:you )?(?:stopped|"
    r"gave up|dropped|forgot))\b"
)
"""What asks for more does not even anything out."""
_SAYS_BACK = Expression(
    r"^\W*(?:(?:and|so|then|yes|well|right|okay)[, ]+)*you (?:\w+ )?(?:said|say|told me|answered|thought)(?: to me)?"
    r"(?:[,:] ?|(?: that)? ['\"])\w"
)
"""The client's own words said back, as words: nothing is gone on to."""


def _stays(place: Place, name: str, span: Span) -> bool:
    start, end = sentence(place.text, (span[1] - 1, span[1]))
    said = place.text[start:end]
    return (name == "reassures" and _PUSHES.meets(said)) or (name == "moves-on" and _SAYS_BACK.meets(said))


def _find(place: Place, matches: Matches) -> Iterable[Hit]:
    kept = {
        name: spans
        for name, found in matches.items()
        if (spans := tuple(span for span in found if not _stays(place, name, span)))
    }
    return _AWAY.find(place, kept) if kept else ()


def _place(place: Place) -> float:
    said = before(place)
    if not said:
        return 0.1
    kept = 0.7 if _echoes(place) else 1.0
    if feels(said):
        return kept
    if about_us(said):
        return 0.7 * kept
    return kept * (0.8 if tender(said) else 0.3)


def _steps_past(place: Place) -> bool:
    said = before(place)
    if not said or not _BRIEF <= place.line.words <= _LONG or place.line.asks in {Asked.FEELING, Asked.US}:
        return False
    return (feels(said) or tender(said) or _is_remark(said)) and not _WARM.meets(place.text)


def _is_remark(said: str) -> bool:
    return about_us(said) and ("you " in said or "here" in said) and declines(said)


def _echoes(place: Place) -> bool:
    return len(content(place.text) & content(before(place))) > 0


def _pleads(place: Place) -> bool:
    if place.line.words >= _BRIEF or place.line.asks is not Asked.NOTHING:
        return False
    return _PLEA.meets(before(place))


def _nodded(place: Place, _matches: Matches) -> Iterable[Hit]:
    end = len(place.text.rstrip())
    start = len(place.text) - len(place.text.lstrip())
    if start < end and _pleads(place):
        reason = _("The client asked for an answer, or said something for the first time; the reply is a word or two.")
        yield Hit("therapist_away.nodded", Family.THERAPIST_AWAY, place.at, start, end, 0.35, reason)


def _past(place: Place, _matches: Matches) -> Iterable[Hit]:
    if not _steps_past(place):
        return
    text = place.text.rstrip()
    start = len(text) - len(text.lstrip())
    if start == len(text):
        return
    asks = place.line.asks is not Asked.NOTHING
    if _echoes(place):
        return
    strength = round((0.3 if asks else 0.25) * tempered(Family.THERAPIST_AWAY, place), 3)
    reason = _("The client spoke of a feeling or of the therapy; the reply does not take it up.")
    yield Hit("therapist_away.past", Family.THERAPIST_AWAY, place.at, start, len(text), strength, reason)


def _benign() -> tuple[str, ...]:
    return (
        _("Moving on can be kind: not every moment is one to stay with, and the client may have wanted it."),
        _("A plan, a word of comfort or an explanation is often what is needed."),
    )


_AWAY = Signs(
    "therapist_away",
    Family.THERAPIST_AWAY,
    Role.THERAPIST,
    lambda: _("What the therapist does right after the client spoke of a feeling or of the therapy."),
    _benign,
    _SIGNS,
    _STAYS,
    story=1.0,
    place=_place,
    leant=lambda place: tempered(Family.THERAPIST_AWAY, place),
)

RULES = (
    replace(_AWAY.rule(), find=_find),
    Rule(
        "therapist_away.past",
        Family.THERAPIST_AWAY,
        Role.THERAPIST,
        lambda: _("Whether a reply takes up the feeling, or the remark about the therapy, that came before it."),
        _benign,
        _past,
        shape=_steps_past,
    ),
    Rule(
        "therapist_away.nodded",
        Family.THERAPIST_AWAY,
        Role.THERAPIST,
        lambda: _("Whether a plea for an answer, or something said for the first time, gets more than a word."),
        lambda: (
            _("A nod can be a way to stay with somebody without getting in the way."),
            _("The answer may have been in the face or the voice, which no transcript has."),
        ),
        _nodded,
        shape=_pleads,
    ),
    leans(Family.THERAPIST_AWAY),
)
