"""The therapist presses, argues, lectures or defends themselves, and so moves against what the client said."""

from collections.abc import Iterable

from reattune.language import _
from reattune.model import Role
from reattune.speech.leaning.score import leans, tempered
from reattune.speech.moves import about_us, content, declines
from reattune.speech.place import Place
from reattune.speech.rule import Family, Hit, Matches, Rule
from reattune.speech.weighing import LEAST, Ease, Sign, Signs, before


def _presses() -> str:
    return _("The therapist tells the client what they should do.")


def _argues() -> str:
    return _("The therapist argues against what the client said.")


def _names() -> str:
    return _("The therapist puts a critical name on what the client does.")


def _own() -> str:
    return _("The therapist defends what they said or did.")


def _repeats() -> str:
    return _("After the client turned something down, the therapist says it again.")


_SIGNS = (
    Sign(
        "should",
        r"\b(?:you (?:really |just |simply |actually |do |still |also |honestly )*(?:should|shouldn'?t|need to|must|"
        r"mustn'?t|have to|have got to|'ve got to|ought to|can'?t (?:just|keep|expect|go on|let|say|blame)|"
        r"had better|need to start|owe it)|you'?ve (?:just |really )?got to|you'?d better|what you (?:need|should|"
        r"have) (?:to do|is|do)|i (?:really |strongly )?(?:need|expect|insist|must insist|urge) you (?:to|at)|"
        r"you(?:'re| are) going to have to|just (?:do it|pull yourself|get on|get over)|stop (?:being|thinking|"
        r"making|blaming|avoiding|worrying|saying|running|feeling)|it'?s time (?:you|to)|the (?:sensible|right|"
        r"mature|adult|healthy|best|only) thing)\b",
        0.5,
        _presses,
    ),
    Sign(
        "but",
        r"(?:^|[.!?,;-] ?)(?:(?:yes|yeah|okay|ok|well|right|sure|i (?:understand|hear (?:that|you)|see|know|"
        r"get)(?: \w+){0,4}|maybe|fine|fair enough|that may be|that'?s as may be|perhaps|true|no|"
        r"i appreciate (?:that|it))[,. -]+)+(?:but|however|still|although)\b",
        0.5,
        _argues,
    ),
    Sign(
        "but-you",
        r"\b(?:but (?:you|surely|isn'?t|don'?t you|if you|have you|haven'?t you|is that|the (?:fact|point|evidence|"
        r"truth|reality|thing) is|it is|we (?:agreed|know|talked|said)|why|how|think|i (?:did|said|think|told|"
        r"explained|don'?t|still|was)|what about|look|wouldn'?t|she|he|they|as i|in (?:my|reality|fact)|research|"
        r"most|every)|surely|honestly|come on|let'?s (?:be|face) (?:honest|realistic|it|fair|clear|serious|real)|"
        r"be (?:honest|realistic|reasonable|fair|serious)|with (?:all )?(?:due )?respect|i(?:'d|"
        r" would)? (?:have to )?(?:disagree|argue|beg to|challenge|don'?t agree|don'?t accept|don'?t buy|"
        r"don'?t think (?:that'?s|you|so|it'?s))|i (?:don'?t|can'?t) (?:agree|accept|buy|believe|think that'?s)|"
        r"you(?:'re| are) (?:wrong|mistaken|missing the point|not seeing|not listening|twisting|misremember\w*)|"
        r"that(?:'s| is| was)(?: just| simply| really)? (?:not (?:true|realistic|fair|how|what (?:happened|we|it)|"
        r"the case|quite (?:fair|true|accurate)|really (?:true|fair)|a (?:reason|good))|untrue|wrong|an? (?:excuse|"
        r"distortion|assumption|exaggeration|cop-out|choice)|unfair|just (?:your|an|a|the)|ridiculous|nonsense|"
        r"irrational|unhelpful|all in)|the (?:fact|truth|reality|evidence) is|actually,? (?:you|it|that|if|no|most|"
        r"the)|don'?t you (?:think|see|want|realise|realize|agree|care)|can'?t you (?:see|just|try)|isn'?t (?:it|"
        r"that)(?: \w+){0,4} (?:true|possible|excuse|bit|time|convenient|really)|you(?:'d| would) (?:feel|be|see|"
        r"find)(?: \w+){0,3} (?:better|if you|happier|different)|what did you expect|after (?:all|"
        r"everything) we(?:'ve| have)|what did you think (?:was|would)|would you do (?:that|such)|how could you|"
        r"what were you thinking|why (?:on earth )?(?:didn'?t|don'?t|haven'?t|can'?t|won'?t|wouldn'?t|would) you|"
        r"how (?:can|could|do) you (?:expect|say that|hope))\b",
        0.45,
        _argues,
    ),
    Sign(
        "names",
        r"\b(?:you(?:'re| are|'re just| seem| are just)? (?:\w+ )?(?:being (?:\w+ )?(?:defensive|resistant|"
        r"difficult|unreasonable|dramatic|negative|passive|unfair|stubborn|childish|irrational|manipulative|"
        r"avoidant|aggressive|over-?sensitive|selfish|oppositional|a victim|evasive|hostile|silly|a bit|hard)|"
        r"getting (?:\w+ )?(?:defensive|angry|upset|carried|worked)|resist\w*|avoid\w*|in denial|deflect\w*|"
        r"intellectuali[sz]\w*|sabotag\w*|making excuses|overreact\w*|exaggerat\w*|catastrophi[sz]\w*|"
        r"not (?:listening|trying|engaging|committed|taking|doing the|being (?:honest|fair|open)|willing|"
        r"really trying|ready to|helping yourself|motivated)|push\w* (?:me|back|people) ?(?:away)?|playing (?:the|"
        r"games)|choosing|blaming|hiding|running away|dodging|test\w* me|attack\w* me|put\w* up (?:walls|barriers)|"
        r"wallow\w*|letting yourself|afraid to|defensive|resistant)|your resistance|resistance to (?:me|us|change|"
        r"this|the)|(?:your|a) (?:denial|defen[cs]es?|avoidance|defensiveness|projection|transference|excuses?|"
        r"stubbornness)|in denial|(?:just|another|an) excuse|this is (?:exactly )?(?:what you do|your|"
        r"the (?:pattern|resistance|problem)|a (?:defen[cs]e|pattern|way of))|that(?:'s|"
        r" is) (?:exactly )?(?:what you (?:always )?do|your (?:anxiety|depression|illness|resistance|disorder|"
        r"defen[cs]e|pattern|avoidance|anger)|the (?:depression|anxiety|illness|avoidance|resistance|problem)|"
        r"you avoiding)|you (?:always|never|keep|constantly)(?: \w+)? (?:do|say|find|make|making|avoid\w*|com\w+|"
        r"put\w*|blam\w*|chang\w*|want|finding|saying|doing|try|give|listen|push\w*|turn\w*|cancel\w*|refus\w*|"
        r"run\w*)|projecting|victim|attention[- ]seeking|self[- ]pity|grow up|pull yourself|snap out|get over it|"
        r"move on from|your own (?:fault|worst)|you (?:chose|made (?:that|your) choice|brought|let (?:it|him|her|"
        r"them)|wanted this|only have yourself))\b",
        0.55,
        _names,
    ),
    Sign(
        "own",
        r"\b(?:i(?:'m| am| was)(?: just| only| simply| merely)+ (?:trying|doing|asking|saying|pointing|suggesting|"
        r"here|being|wanting|giving|explaining|offering|reflecting)|i(?:'m| am| was) (?:trying|doing my best|"
        r"trying my best) to (?:help|understand|explain|support|get)|(?:that'?s|this is) not what i (?:said|meant|"
        r"was|did)|i (?:never|didn'?t|did not|certainly didn'?t|don'?t think i) (?:said?|say|mean|imply|suggest\w*|"
        r"forget|judge|ignore|interrupt|laugh|promise|look\w*|criticis\w*|dismiss)|the (?:only )?reason (?:i|we|why|"
        r"for|that)|as i (?:\w+ )?(?:said|explained|told|mentioned)|i(?:'ve| have) (?:already |been (?:very |"
        r"perfectly )?|just )(?:explained|told|said|clear|tried|asked|answered|doing this|trained|working)|"
        r"i (?:already )?(?:explained|told you|made (?:it|that) clear)|i know what i(?:'m| am) doing|trust me|"
        r"i(?:'ve| have) (?:been doing|done|helped|seen|worked|had|trained|got)(?: \w+){0,6} (?:years|people|"
        r"clients|decades|experience|cases|training)|in my (?:\w+ )?(?:experience|opinion|judgement)|(?:with|"
        r"after) \w+ years|i(?:'m| am) (?:the|a|an) (?:\w+ )?(?:therapist|professional|expert|trained|qualified|"
        r"experienced|accredited|psychologist|listener|counsell?or)|evidence[- ]based|gold standard|(?:other|"
        r"most of my|my other|all my|most|nobody else|none of my|no other) (?:clients?|people|"
        r"patients)(?: \w+){0,4} (?:find|found|don'?t|do|manage|say|has|have|complain\w*|love|benefit|seem)|"
        r"it works (?:for|if)|(?:works|worked) for (?:everyone|most|other|all|plenty)|i (?:have|'ve) (?:other|"
        r"a lot of|many|lots of) (?:clients|people|patients)|i (?:was|am|have been|have|do) (?:actually |always |"
        r"very |in fact )*(?:listening|heard|hear|care|listen|paying|remember|taking notes|perfectly|busy|entitled|"
        r"allowed|supposed)|it(?:'s| is) (?:my job|how (?:this|it|therapy) works|the (?:process|policy|way|model))|"
        r"that'?s (?:how (?:this|therapy|it) works|my job|the (?:process|policy|rule)|the way (?:it|this))|"
        r"you agreed|we agreed|you (?:signed|knew|asked for this|were told)|i did (?:explain|say|tell|mention|warn|"
        r"ask)|merely|you see it that way|you feel that way|commitment|the point is|i don'?t think i (?:did|was|"
        r"said|have)|word for word|in my notes|i (?:wrote|noted) (?:it|that) down|i think (?:that'?s|you'?ll find|"
        r"it'?s) (?:unfair|harsh|not|clear|a bit)|that feels unfair|i find (?:that|it) (?:unfair|hurtful|"
        r"difficult to))\b",
        0.5,
        _own,
    ),
    Sign(
        "moral",
        r"\b(?:if you (?:really |truly |actually |just |only )?(?:wanted|cared|loved|tried|made|put|listened|did|"
        r"don'?t (?:do|try|change|put)|stopped|gave)(?: \w+){0,8}|think (?:about|of) (?:how|what|your|the|him|her|"
        r"them)(?: \w+){0,4} (?:feels?|felt|kids|children|wife|husband|family|mother|through|want)|(?:a good|any|"
        r"a real|a responsible|a decent) (?:mother|father|parent|person|partner|husband|wife|adult|friend)|"
        r"other people (?:manage|cope)|have it (?:much |far |a lot )?worse|(?:be|should be) (?:grateful|thankful|"
        r"ashamed)|count your|for the sake of|how do you think (?:he|she|they|i) (?:feel|felt|feels)|your (?:duty|"
        r"obligations?|responsibility)|it(?:'s| is) (?:wrong|selfish|irresponsible|not right|not fair) (?:to|of|on|"
        r"that)|adults? (?:don'?t|do|would)|at your age|you(?:'re| are) (?:an adult|a grown|old enough|lucky|"
        r"not (?:a child|the only))|no one (?:else )?(?:can|is going to|made|will)|nobody (?:else )?(?:can|"
        r"is going to|made|will)|only you can|(?:up|down) to you to|you(?:'ll| will) (?:never|end up|lose|regret|"
        r"be sorry|not get|just|keep)|(?:drinking|smoking|that|it|this) (?:will|is going to|'s going to|'ll|"
        r"could) (?:kill|ruin|destroy))\b",
        0.42,
        _presses,
        faint=True,
    ),
    Sign(
        "sarcasm",
        r"\b(?:how (?:convenient|interesting|nice for)|really\?|oh,? (?:really\?|i see,|come on|please)|is that so|"
        r"(?:well,? )?that(?:'s| is) (?:convenient|funny|rich|interesting,? (?:because|coming|since|given)|a first|"
        r"new|nice)|so (?:it'?s|that'?s|you'?re|everyone|now|this is|nothing|i'?m)(?: \w+){0,3} (?:everyone|my|"
        r"fault|always|never|else|the (?:bad|problem)|wrong|perfect|again|to blame|nothing)|"
        r"(?:it'?s )?always (?:something|someone|somebody|the|a reason)|(?:^|[.?!] )of course\.|of course you (?:do|"
        r"did|are|were|have|didn'?t)|again\?|as (?:usual|always)|what a surprise|funny how|every single (?:time|"
        r"week|session)|not (?:this|that) again|we(?:'ve| have) been (?:through|over) this|(?:i'?ll|let me) (?:say|"
        r"explain|ask|repeat) (?:it|this|that|you|myself)? ?again|once (?:again|more)|i(?:'ll| will) (?:repeat|ask)|"
        r"if i(?:'ve| have) (?:said|told))\b",
        0.42,
        _argues,
        faint=True,
    ),
    Sign(
        "hard-word",
        r"\b(?:you (?:won'?t|can'?t|don'?t|refuse to|will not|do not|simply won'?t|just won'?t|aren'?t|haven'?t|"
        r"weren'?t)(?: \w+)? (?:own|be bothered|face|admit|accept|listen|try|take|want to (?:get|be|change|hear|see|"
        r"look|know|do|admit|face)|see|let|give|hear|help|commit|engage|do the|be honest|work|make (?:the|any|an))|"
        r"(?:precisely|exactly|just) what you(?:'re| are)? (?:\w+ )?(?:do|doing|did|say)|can'?t be bothered|"
        r"how seriously|take (?:this|it) (?:more )?seriously|take responsibility|what (?:do|did|are|"
        r"were) you (?:expect|hoping|doing here)|(?:two|three|four|five|second|third|fourth|several|"
        r"\d) times? (?:now|in a row|running|this)|(?:and )?i(?:'d| would)? (?:say|think) (?:it|that|you|they|he|"
        r"she) (?:is|are|was|were|did|do|does|has|have)\b|perfectly (?:well|clear|aware|reasonable|capable)|"
        r"quite (?:clear|capable|simple|sure|certain)|doing this (?:for )?a long time|(?:for|in) (?:\w+ )?years|"
        r"(?:don'?t|can'?t|fail to) see (?:how|why|what|that)|i(?:'ll| will| would| may|"
        r" might)(?: \w+)? have to (?:discharge|stop|end|close|let you|ask you to|write|report|think)|discharg\w*|"
        r"(?:there'?s|then|not) (?:nothing|little|no point|much|sure)(?: \w+){0,4} (?:i can|we can|can do|help|"
        r"carrying|continuing|point)|(?:nobody|no one|anybody|anyone|i) can(?:'t)? help you|perhaps ask yourself|"
        r"ask yourself|isn'?t (?:it|that)[.?]|aren'?t you[.?]|don'?t you[.?]|didn'?t you[.?]|wasn'?t it[.?]|"
        r"do you\?$|that'?s (?:life|the point|how it is|what they all)|you(?:'re| are) (?:angry|cross|annoyed|"
        r"jealous|hiding|scared|punishing|testing|just (?:scared|angry|afraid)|simply|clearly|obviously|afraid of)|"
        r"the only (?:one|person)|it'?s not (?:rocket|that hard|difficult|complicated|about)|hardly|frankly|"
        r"to be (?:blunt|frank|honest)|i(?:'m| am) afraid (?:that'?s|you|it|i)|nonetheless|nevertheless|even so|"
        r"all the same|be that as|you won'?t (?:get|feel|be|see|change|ever)|hiding from|you do need|though[.!]|"
        r"arms crossed|you are (?:angry|upset|avoiding|hiding))\b",
        0.36,
        _names,
        faint=True,
    ),
    Sign(
        "try-it",
        r"\b(?:give it (?:a |another |one more |some )?(?:proper |real |fair |more )?(?:go|chance|try|shot|time)|"
        r"(?:just |at least |still |really )?(?:try|trying) (?:it|again|anyway|harder|once|one more|a bit)|"
        r"you (?:haven'?t|didn'?t|never)(?: \w+)? (?:tried|try|given|give|even|put|done|do|really)|how (?:do|can|"
        r"would) you know (?:if|until|unless|it)|(?:it|that|this) (?:really does|does|will|only) (?:help|work|"
        r"do you|works?)(?: if| once)?|i(?:'d| would)? still (?:think|want|like|believe|feel|suggest|say|recommend|"
        r"encourage)|i (?:really |honestly |do |strongly |genuinely )+(?:think|believe|feel|recommend|suggest|"
        r"want you)|what(?:'s| is) (?:stopping|the (?:harm|worst)|so (?:hard|difficult|bad))|it(?:'s|"
        r" is) (?:really not|for your own|important (?:that )?you|good for you)|you(?:'ll| will) (?:see|thank|feel|"
        r"find|get used|be glad)|(?:homework|exercise|it)(?: \w+){0,2} (?:is|was) (?:essential|important|part of|"
        r"necessary|non-negotiable|for a reason)|(?:the|this) (?:treatment|therapy|approach|method|exercise|"
        r"homework|technique) (?:only|won'?t|doesn'?t|works|has been|is (?:proven|designed|effective)|can'?t))\b",
        0.42,
        _repeats,
        faint=True,
    ),
)

_EASES = (
    Ease(
        r"\b(?:you(?:'re| are) (?:right|welcome|absolutely right|free)|i(?:'m| am) (?:\w+ )?sorry|my (?:mistake|"
        r"fault)|i (?:got|may have|might have|missed|can see (?:why|how|that)|hear (?:you|that)|understand|"
        r"was wrong|should have|pushed|rushed|can hear|appreciate|think i (?:got|may|might|missed|pushed|rushed|"
        r"went)|wasn'?t)|fair (?:point|enough)|thank you for|i'?m glad you|that makes sense|makes (?:a lot of |"
        r"complete |perfect |total )?sense|good to know|that'?s (?:fair|okay|fine|important|understandable|useful|"
        r"really)|of course,? (?:you (?:can|may|don)|we|it|that)|no pressure|don'?t (?:have|need) to|no (?:right|"
        r"wrong|need)|only if|if you(?:'d| would)? (?:like|want|rather|prefer)|up to you|whatever you|"
        r"let'?s (?:leave|drop|slow|stop|not|put|find|look|think|see|stay|set))\b",
        0.4,
    ),
    Ease(
        r"\b(?:i wonder|i(?:'m| am) (?:wondering|curious|interested)|tell me (?:more|about|what|how)|say more|"
        r"help me understand|what (?:was|is|do|did|would|might|makes|feels|about)(?: \w+){0,5} (?:you|like|that|it|"
        r"for you)\b|how (?:was|is|does|do|did|would)(?: \w+){0,5} (?:you|that|it|feel|land|like)|would you (?:be|"
        r"like|want|say|mind)|could (?:it|we|you) |what do you (?:think|make|need)|it sounds|sounds like|"
        r"you (?:felt|feel|sound|seem)|maybe (?:we|it|that|there|i)|perhaps|might be|is (?:that|there)|does that|"
        r"or (?:not|something)|am i)\b",
        0.55,
    ),
)
_QUOTES = Ease(
    r"\b(?:(?:he|she|they|part of you|a (?:part|voice)|the voice|your (?:mum|mother|dad|father|boss|partner|"
    r"critic)\w*)(?: \w+){0,4} (?:say\w*|said|tell\w*|told|think\w*|shout\w*|insist\w*)|you (?:said|"
    r"mentioned) (?:you|that|he|she|they|it)|you (?:told me|described|heard|were told|grew up|learned|feel you|"
    r"felt you|think you|thought you|believe you|tell yourself|felt (?:that|like))|(?:feel|felt|feeling|think|"
    r"thought|belief|idea|rule|sense) (?:like |that )?you (?:should|need|must|have|had)|as if you)\b",
    0.45,
)

_AGAIN, _SHARED, _FEW, _AT_LEAST = 0.4, 0.3, 3, 2


def _place(place: Place) -> float:
    said = before(place)
    if not said:
        return 0.3
    return 1.1 if declines(said) or about_us(said) else 0.6


def _benign() -> tuple[str, ...]:
    return (
        _("A clear word, a reason or a second try can be just what is needed, when the two can speak about it."),
        _("Read alone it may sound harder than it was said."),
    )


_AGAINST = Signs(
    "therapist_against",
    Family.THERAPIST_AGAINST,
    Role.THERAPIST,
    lambda: _("Whether the therapist presses, argues, lectures or defends themselves, above all after an objection."),
    _benign,
    _SIGNS,
    (*_EASES, _QUOTES),
    story=1.0,
    place=_place,
    leant=lambda place: tempered(Family.THERAPIST_AGAINST, place),
)


def _insists(place: Place) -> bool:
    own = place.own
    if own is None or place.line.words < _FEW or not declines(before(place)):
        return False
    now, then = content(place.text), content(own.text)
    shared = len(now & then)
    return shared >= _AT_LEAST and shared >= _SHARED * len(now)


def _again(place: Place, _matches: Matches) -> Iterable[Hit]:
    strength = round(_AGAIN * _AGAINST.eased(place.text), 3)
    if strength >= LEAST and _insists(place):
        end = len(place.text.rstrip())
        start = len(place.text) - len(place.text.lstrip())
        yield Hit("therapist_against.again", Family.THERAPIST_AGAINST, place.at, start, end, strength, _repeats())


RULES = (
    _AGAINST.rule(),
    Rule(
        "therapist_against.again",
        Family.THERAPIST_AGAINST,
        Role.THERAPIST,
        lambda: _("Whether something is said again after the client turned it down."),
        _benign,
        _again,
        shape=_insists,
    ),
    leans(Family.THERAPIST_AGAINST),
)
