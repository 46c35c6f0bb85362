"""Content and affect apart: laughter or a bright tone beside words for something hard."""

from collections.abc import Iterable

from reattune.language import _
from reattune.model import Role
from reattune.speech.expression import Expression
from reattune.speech.finding import clearest, hit, patterns
from reattune.speech.leaning.faint import faintly
from reattune.speech.leaning.ways import jesting
from reattune.speech.place import Place
from reattune.speech.probing import weight
from reattune.speech.rule import Family, Hit, Matches, Rule
from reattune.speech.words import HEAVY, weighty

_NAME = "split.bright"
_NAMED = {
    "laughs": (
        0.7,
        (
            r"[\(\[\*<{](?:\w+ ){0,3}(?:laugh\w*|chuckl\w*|giggl\w*|smil\w*|grin\w*|snort\w*|smirk\w*|cheerful\w*|"
            r"bright\w*|light\w*|sing-?song|jok\w+|beam\w*|amused)(?: \w+){0,4}[\)\]\*>}]|&=laugh\w*|\b(?:haha\w*|"
            r"ha,? ha\b(?:,? ha)*|hehe\w*|heh|lol|lmao|tee hee)\b|\bha[,!.]|😂|😅|🤣|😄|🙂"
        ),
    ),
    "funny": (
        0.6,
        (
            r"\b(?:comical|hilarious|charming,? (?:eh|isn't|i know|really)|(?:mother|father|husband|wife|boss|family|"
            r"parent|catch|man|year|sister|friend) of the (?:year|century)|third time lucky|what a (?:catch|charmer|"
            r"hero|treat|gem|star|lovely)|lucky (?:old )?me|the joys|happy birthday to me|merry christmas to me|"
            r"living the dream|(?:it's|it was|that's|that was|which is|which was|isn't it|it is|quite|kind of|"
            r"kinda|really|so|pretty|actually|almost|rather|bit|how|just|the) (?:\w+ ){0,3}(?:funny|a laugh|a joke|"
            r"laughable|ridiculous|a comedy|comedy|amusing|entertaining)|(?:got to|gotta|have to|had to|just have to|"
            r"must) laugh|what a laugh|best (?:news|day|present) (?:all|ever|i|of)|you(?:'ve|'d)? (?:got to|have to|"
            r"gotta|had to|would have|'d have|should have) laugh\\w*|(?:nearly|almost) (?:framed|wet|died laughing|"
            r"fell off)|cracked (?:me )?up|cracks me up|in stitches|pissing myself|laughing my|stop laughing|had (?:a|"
            r"to) (?:giggle|laugh|chuckle)|best joke|joke'?s on me|like a (?:sitcom|comedy|soap|bad film|bad movie)|"
            r"funny,? (?:really|right|isn't it|huh|when)|(?:was|it's|what) a (?:bit of a|good|right|proper) laugh|"
            r"silly me|lucky me|good times|fun times|happy days|classic me|typical me|oh joy|yay|woo ?hoo|ta-da)\b"
        ),
    ),
    "exclaims": (
        0.5,
        (
            r"\b(?:lovely|brilliant|marvellous|fantastic|wonderful|great|super|perfect|charming|nice)!|\b(?:brilliant|"
            r"great|lovely|cracking|perfect) (?:start|end|timing|birthday|christmas)\b|made a man of me|"
            r"character building|what a (?:week|day|year|start|birthday|christmas)\b"
        ),
    ),
    "bright": (
        0.5,
        (
            r"\b(?:(?:it's|i'm|everything's|we're|that's|all|it was|i was|so it's) (?:all |just |totally |absolutely |"
            r"perfectly |really |completely |honestly )*(?:good|fine|"
            r"great|grand|brilliant|lovely|fab|fantastic|okay|ok|"
            r"cool|wonderful|super|happy|perfect|amazing|marvellous)|no (?:worries|biggie|big deal|drama|bother)|"
            r"can't complain|mustn't grumble|onwards and upwards|every cloud|silver lining|could be worse|"
            r"looking on the bright side|bright side|what can you do|onwards|living the dream|hey ho|oh well|la di da|"
            r"la la la|that's life|such is life|them's the breaks|shit happens)\b"
        ),
    ),
}
_PAIN = Expression(
    rf"\b(?:{HEAVY}|cry\w*|cried|(?:about|only|maybe) (?:a|one|two|six|three) (?:years?|months?)(?: left| to live|"
    rf"[.])|months? left|out on the (?:lawn|street|pavement)|bin bags|i cut|cutting|hurts?|hurting|pain\w*|alone|"
    rf"lonely|scared|terrified|ashamed|"
    rf"humiliat\w+|hate[ds]? (?:me|myself|him|her)|hit|hits|slap\w*|worst|worse|dead|gone|losing|lost|"
    r"broken|breaking|heart\w*|ruined|destroyed|depress\w+|panic\w*|can't (?:sleep|eat|breathe|stop|cope|get up)|"
    r"couldn't (?:sleep|eat|stop|cope|get up|move)|didn't (?:sleep|eat|want me|love me|come|show)|forgot (?:my|me|"
    r"about me|i)|forgotten|ignored|never (?:came|called|rang|hugged|said|told|asked|wanted|noticed|once)|nobody|"
    r"no one|not one|"
    r"called me|told me i|said i (?:was|am|'m)|kicked|threw|thrown|smashed|drunk|drinking|bruise\w*|blood|stitches|"
    r"debt|court|police|chemo\w*|tumou?r|terminal|weeks to live|months to live|sick|ill|hospice|coma|stroke|"
    r"heart attack|miserable|useless|worthless|sad|angry|empty|numb|afraid|begged|begging|starv\w+|hid|hiding|locked|"
    r"walked out|dumped|unfaithful|fell apart|nothing left|end it|not be here|disappear|failed)\b"
)
_AWARE = Expression(
    r"\b(?:(?:i'?m|i am|i always|i do|i tend to|i|here i am|why (?:am i|do i)) (?:just |still |even |keep |only |"
    r"always )?(?:laugh\w*|smil\w*|jok\w+|giggl\w*|mak\w+ (?:a )?jokes?)|(?:if|when) i (?:don't |didn't )?laugh|"
    r"laugh (?:or|so|because|instead|when|but)|not (?:actually |really |that |even |very )?funny|isn't (?:actually |"
    r"really |that |even )?funny|wasn't (?:actually |really |that |even |at all )?funny|"
    r"i don't know why i(?:'m)? (?:laugh|smil|jok)\w*|nervous laugh\w*|inside i|i could cry|want to cry|"
    r"wanted to cry|but (?:it|i|actually|underneath|inside|really|that) (?:really |actually |still |do |did |"
    r"does )?(?:hurts?|hurting|feel|felt|cried|miss|wasn't|isn't|not|was|is so)|"
    r"it (?:really |actually |still |did |does )+hurts?|it(?:'s| is| was) (?:so |really |very |quite |still |"
    r"also )?(?:painful|sad|hard|awful|terrible|heartbreaking|horrible)|i (?:cried|miss|felt|feel)|thank you|"
    r"we laughed|made (?:me|us) laugh|(?:he|she|they|everyone|people|everybody|kids) (?:all |just |would |were |was |"
    r"started )*laugh\w*|laughed at me|laughing at me|cover\w* (?:it )?up|mask|that was years)\b"
)
_SOME = 0.45
_BRIGHT_CLOSE = 140
"""Characters between a bright word and a hard one that still stand side by side."""


def _find(place: Place, matches: Matches) -> Iterable[Hit]:
    text = place.text
    clear, pattern, span = clearest(_NAMED, matches)
    pain = _PAIN.search(text)
    near = 0.1 if place.other is None else max(0.1, min(1.0, 0.4 + weight(place.other)))
    own = place.own is not None and _hard(place.own.text)
    near = max(near, 0.8) if own else near
    strength = clear + 0.1 * (len(matches) - 1)
    if pain is not None:
        strength = (strength + (0.15 if weighty(text) else 0.0)) * (0.55 + 0.45 * near)
        span = _joined(span, pain)
    elif pattern != "bright" and near >= _SOME:
        strength *= 0.8 * near
    else:
        return ()
    if pattern == "bright" and not (weighty(text) or _PAIN.count(text) > 1):
        strength *= 0.4
    strength /= 1 + 0.9 * _AWARE.count(text)
    return hit(place, _NAME, Family.SPLIT, span, strength, _reason(pattern))


def _hard(text: str) -> bool:
    return weighty(text) or _PAIN.meets(text)


def _joined(one: tuple[int, int], two: tuple[int, int]) -> tuple[int, int]:
    start, end = min(one[0], two[0]), max(one[1], two[1])
    return (start, end) if end - start <= _BRIGHT_CLOSE else one


def _reason(pattern: str) -> str:
    if pattern == "laughs":
        return _("A laugh or a smile is written beside words for something hard.")
    if pattern == "funny":
        return _("Something hard is called funny.")
    return _("Bright words stand beside something hard.")


def _looks_at() -> str:
    return _("Laughter, jokes or bright words beside words for something hard.")


def _benign() -> tuple[str, ...]:
    return (
        _("People laugh about hard things for many reasons: to bear them, to share them, because they are past."),
        _("A laugh may be nervousness, or real humour."),
    )


RULES: tuple[Rule, ...] = (
    faintly("split.faint", Family.SPLIT, jesting, _benign),
    Rule(_NAME, Family.SPLIT, Role.CLIENT, _looks_at, _benign, _find, patterns(_NAMED)),
)
