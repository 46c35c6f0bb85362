"""A client who justifies themselves to the therapist, as if they stood accused."""

from reattune.language import _
from reattune.model import Role
from reattune.speech.leaning.score import leans, tempered
from reattune.speech.moves import asks_account, interprets
from reattune.speech.place import Place
from reattune.speech.rule import Family
from reattune.speech.weighing import Ease, Sign, Signs, before

_LABEL = (
    r"(?:lying|making (?:it|this|excuses|things) up|making excuses|being (?:\w+ )?(?:difficult|lazy|awkward|"
    r"dramatic|defensive|unreasonable|stupid|selfish|oversensitive|paranoid|mean|funny|rude|unfair|silly|hard|"
    r"cruel|cold|negative|stubborn)|saying (?:that|it|i|he|she)|a bad (?:\w+)|that kind|that (?:bad|sort|"
    r"person)|one of (?:those|them)|the one|the (?:bad guy|villain|problem|only one|monster)|stupid|lazy|crazy|"
    r"mad|an? (?:alcoholic|addict|monster|idiot|liar|bully|child|drunk|snob|control freak|nag)|avoiding|"
    r"in denial|blaming|angry|defensive|dodging|hiding|running away|controlling|attacking|ashamed|jealous|"
    r"exaggerating|overreacting|pretending|moaning|asking for|trying to (?:get|avoid|hurt|be|make|control|"
    r"punish|hide|dodge)|to blame|doing (?:it|this|that) (?:on purpose|for|to)|not (?:trying|listening|even)|"
    r"against|selfish|weak|needy|ungrateful|irresponsible|obsessed|addicted|rude|like that)"
)


def _accused() -> str:
    return _("The client answers as if they had been accused.")


def _reasons() -> str:
    return _("The client gives reasons why it was not their doing, after words that may have sounded like a reproach.")


_SIGNS = (
    Sign(
        "not-like-i",
        r"\b(?:it'?s|it is|it was|it isn'?t|it wasn'?t)(?: not)? (?:like|as if|as though|that) i(?:'m| am|'ve| have|"
        r"'d| had)?(?: \w+){0,3}\b|\bnot (?:like|as if|as though) i\b",
        0.5,
        _accused,
    ),
    Sign(
        "fault",
        r"\b(?:(?:it'?s|it is|it was|that'?s|that was|that is|this is|not|n'?t)(?: \w+){0,3} (?:my|all my) (?:fault|"
        r"doing|problem|responsibility)|(?:how|why) is (?:that|it|this) my|not on me|so (?:now )?it'?s (?:all )?my|"
        r"(?:don'?t|can'?t|stop) (?:you )?(?:blame|blaming|pin|put|judge) (?:this|it|that|me)|nothing to do with me|"
        r"wasn'?t (?:just )?me|i'm not the (?:one|problem)|(?:he|she|they)(?:'s|'re| is| are| was|"
        r" were)? (?:the one|started|the ones)|don'?t look at me)\b",
        0.55,
        _accused,
        aimed=True,
    ),
    Sign(
        "supposed",
        r"\b(?:what (?:was|am|were|would|else was|else could|else should|could|the hell was|did you (?:want|expect)|"
        r"do you (?:want|expect))(?: (?:i|me|you|anyone|else))+ (?:supposed|meant|to do|to have|have done|do|done|"
        r"expect)|what (?:choice|option) did i|i (?:had|have|was given|didn'?t have|don'?t have) (?:no|any|much|a|"
        r"little) (?:choice|option|alternative)|i (?:couldn'?t|can'?t) (?:just|exactly|help (?:it|that|what|who|how|"
        r"if))|any(?:one|body) (?:would|else would|in my)|you(?:'d| would)(?:'ve| have)? (?:have )?(?:done|do|be|"
        r"been) (?:exactly )?(?:the same|too|angry|late|furious)|what would you(?:'ve| have)? (?:have )?(?:done|do)|"
        r"wouldn'?t you|who wouldn'?t|try (?:doing|living|being|having|working))\b",
        0.55,
        _reasons,
        aimed=True,
    ),
    Sign(
        "am-not",
        r"\b(?:i'?m not|i am not|i wasn'?t|i was not|i'm hardly|i'm no|i'?ve never been|i'm not (?:just|"
        rf"some kind of|trying to be|some)) {_LABEL}\b",
        0.5,
        _accused,
    ),
    Sign(
        "you-make-it",
        r"\b(?:you(?:'re| are)? (?:\w+ )?(?:mak\w+ (?:it|me|out) (?:sound|out|seem|look|as)|mak\w+ me (?:out|sound|"
        r"look|the)|say\w* (?:it|that) like|act\w* (?:like|as)|talk\w* (?:like|as)|look\w* at me (?:like|as)|"
        r"try\w* to (?:say|make|catch|blame|pin|trip)|blam\w*|accus\w*|judg\w*|impl\w*|suggest\w*|saying|"
        r"think i(?:'m| am| don'?t| didn'?t| want\w* to| like))|are you (?:saying|suggesting|blaming|accusing|"
        r"implying|telling me|calling|having a go|judging)|is that what you(?:'re| are)? (?:think|saying|getting)|"
        r"so you(?:'re| are)? (?:think\w*|say\w*|tell\w*|reckon)|now you(?:'re| are)?|(?:that|it|this) (?:sounds|"
        r"feels|felt) like (?:an accusation|you(?:'re| are)|blame|a (?:dig|telling|criticism|trial))|"
        r"you sound like (?:my|her|him|you)|(?:i feel|feels|feel) like i(?:'m| am) (?:on trial|being (?:told off|"
        r"blamed|accused|judged|interrogated|cross-examined|attacked))|on trial|third degree|having a go|"
        r"interrogat\w*|cross-examin\w*)\b",
        0.6,
        _accused,
        aimed=True,
    ),
    Sign(
        "never-said",
        r"\b(?:i (?:never|didn'?t|haven'?t|did not)(?: \w+)? (?:said?|say|mean|meant|do|did|done|ask\w*|want\w*|"
        r"claim\w*|agree\w*|start\w*|promise\w*|touch\w*|shout\w*|rais\w*|hit|threaten\w*|lie|lied|miss|forget|"
        r"push\w*|force\w*|call\w*|have (?:a choice|time|any))|that'?s not (?:what i|fair|true|how it)|(?:that|"
        r"which)(?: is|'s| was)(?: \w+)? (?:unfair|not fair|out of order|harsh))\b",
        0.4,
        _accused,
        faint=True,
    ),
    Sign(
        "i-did",
        r"\b(?:i(?:'ve| have)? (?:did|do|am|have|was|really|always|already|actually|honestly|tried|do actually|"
        r"did actually|do my|did my|am actually|am really)(?: \w+)? (?:try|trying|tried|my best|the best|everything|"
        r"all i (?:can|could)|care|listen\w*|ring|call(?:ed)?|tell|told|ask(?:ed)?|apologi[sz]\w*|do (?:my|the))|"
        r"i(?:'m| am) (?:doing|trying) (?:\w+ ){0,3}(?:best|what i can|everything|hard|as (?:much|hard)|here)|"
        r"doing my best|i do (?:my best|everything|what i can|try|care|listen|the|love|want)|i(?:'m| am) (?:a good|"
        r"the one who|here,? aren'?t)|i (?:only|hardly|barely) (?:had|have|did|drink|said|asked|shout\w*|raised|"
        r"missed|smoke|ever)|i had (?:good|perfectly|every|my|a (?:good|perfectly)|to (?:work|stay|look|pick|do|"
        r"take|protect)))\b",
        0.36,
        _reasons,
        faint=True,
    ),
    Sign(
        "rights",
        r"\b(?:if that'?s what you(?:'re| are)?|(?:i'?d|i had|i've|i have|had|got) every right|every right|(?:you|"
        r"they can) try (?:it|that|living|having|being)|(?:i'?m )?not going to be (?:made|told|called|blamed|"
        r"painted)|i(?:'m| am) not (?:some|having|going to (?:sit|apologi|take|be|feel)|the (?:sort|kind|type))|"
        r"because (?:he|she|they|you) (?:wanted|asked|told|said|started|made|never|didn'?t|wouldn'?t|won'?t|kept|"
        r"lied|pushed|need\w*)|what (?:was|am|could|else) i|i(?:'ve| have) got (?:a job|kids|a life|work|two|three|"
        r"bills|enough|a family)|(?:it'?s|that'?s) (?:\w+ )?(?:hundred miles|miles|hours|two hours|not easy|"
        r"easy to say)|i do have|don'?t (?:look at me|start|give me|you (?:dare|start)|go thinking)|any (?:mother|"
        r"father|parent|one|body) would|i(?:'m| am) (?:allowed|entitled|only human)|it(?:'s| is) (?:one|a) (?:glass|"
        r"drink|time|day|week)|it was (?:one|once|a joke|an accident)|(?:once|one time|just the once)|i (?:told|"
        r"said to|asked|warned|emailed|rang|texted) you|nobody (?:told|picks?|asked|said)|no one (?:told|picks?|"
        r"asked|said)|hardly (?:my|a)|it takes two|i thought (?:you|we|it was) (?:said|meant|were|fine|allowed)|"
        r"people (?:do|have|get|forget)|who doesn'?t|as it happens|why(?:'s| is) it always|any(?:one|body) with|"
        r"i was (?:only|just) (?:\w+ing)|i was protecting|she'?s the one|he'?s the one)\b",
        0.3,
        _reasons,
        faint=True,
    ),
    Sign(
        "bristles",
        r"(?:\w!(?:\s|$)|\b(?:you know[.!]?$|all right\?$|okay\?$|thank you very much|is that (?:a crime|so bad|"
        r"allowed|wrong|what you think)|isn'?t that|so what|so sue me|shoot me|what'?s wrong with|since when|"
        r"who says|aren'?t i\?|haven'?t i\?|didn'?t i\?|can'?t i\?|doesn'?t mean i|doesn'?t make me|hang on a|"
        r"now hang on|hold on|now wait|steady on|oi)\b)",
        0.25,
        _accused,
        faint=True,
    ),
    Sign(
        "justify",
        r"\b(?:i don'?t (?:have|need) to (?:justify|explain|defend|prove|apologi[sz]e|answer)|why (?:should|do|"
        r"must) i (?:have to )?(?:justify|explain|apologi[sz]e|defend|feel (?:bad|guilty))|for your information|"
        r"for the record|as a matter of fact|if you must know|with all due respect|i('ll| will) have you know|"
        r"let me (?:explain|finish|make)|in my defen[cs]e|to be fair to me|hang on|hold on|wait a minute|excuse me|"
        r"you (?:don'?t|didn'?t) (?:know|see|have|hear|understand)(?: \w+){0,3} (?:what|how|her|him|them|it|there|"
        r"like|live)|you weren'?t there|you only (?:hear|know|see|get)|you have to understand|(?:there (?:was|were)|"
        r"because of|the) (?:traffic|trains?|bus|a (?:queue|meeting|reason)|roadworks|reasons)|i (?:was|am|"
        r"have been|'ve been) (?:really |so |just |very )?(?:busy|ill|rushed)|i have (?:a lot|three|two|kids|a job|"
        r"so much)|it'?s normal|every(?:one|body) (?:does|drinks|shouts|argues|forgets|lies)|not that (?:bad|much|"
        r"late|often|many)|wasn'?t that)\b",
        0.4,
        _reasons,
    ),
)

_EASES = (
    Ease(
        r"\b(?:i (?:can|do) see|i suppose i (?:was|am|do|did)|i guess i (?:was|am|do|did)|you(?:'re| are) (?:right|"
        r"probably right)|that's (?:true|fair|a fair)|maybe i (?:was|am|do|did|could|should|'m)|perhaps i|"
        r"i should have|i (?:could|should|shouldn'?t)(?:'ve| have)|part of me|i wonder|i feel (?:bad|guilty|sad|"
        r"ashamed|awful|terrible)|i(?:'m| am) (?:sorry|ashamed|not proud|starting to|learning|beginning)|i regret|"
        r"i realise|i realize|i notice\w*|it hit me|looking back|in hindsight|i(?:'ve| have) (?:realised|realized|"
        r"come to|been thinking|learned|learnt|started)|i (?:finally )?know (?:now|that now)|for the first time|"
        r"relief|i was scared|i get scared|hard to admit)\b",
        0.35,
    ),
    Ease(
        r"\b(?:thank you|thanks|good question|makes sense|i appreciate|don'?t worry|no worries|sorry i'?m late|"
        r"sorry about)\b",
        0.5,
    ),
)


def _place(place: Place) -> float:
    said = before(place)
    if not said:
        return 0.3
    if asks_account(said):
        return 1.0
    return 0.85 if interprets(said) else 0.65


RULES = (
    Signs(
        "defends",
        Family.DEFENDS,
        Role.CLIENT,
        lambda: _("Whether the client justifies themselves, after words that may have sounded like a reproach."),
        lambda: (
            _("It may be just the reason: somebody asked why, and this is why."),
            _("It may be an echo of other people who did reproach them."),
        ),
        _SIGNS,
        _EASES,
        story=0.75,
        place=_place,
        leant=lambda place: tempered(Family.DEFENDS, place),
    ).rule(),
    leans(Family.DEFENDS),
)
