"""What the line before did: suggested, read between the lines, asked for an account; or told of a feeling, or of us."""

from functools import lru_cache

from reattune.speech.expression import Expression

_KEPT = 1024
"""Lines whose answers are kept, more than a session has: the rules of several families ask about the same ones."""

_ADVISES = Expression(
    r"\b(?:what if you|have you (?:thought|tried|considered)|(?:you|we) (?:could|might|can)|how about|why not|"
    r"why don't (?:you|we)|let's|i'd (?:like|want|suggest|encourage|recommend)|i(?:'m going to| would|"
    r" want to)? (?:suggest|recommend|invite|encourage)|would (?:you be (?:willing|open|up)|it help)|"
    r"could you (?:try|imagine|picture|close|write|sit|tell (?:him|her|them))|try (?:to|and|\w+ing|the|a|this|"
    r"that|it)|exercise|homework|worksheet|diary|journal\w*|breath\w*|practise|practice|shall we|"
    r"it might (?:help|be (?:worth|good|useful))|worth \w+ing|i was thinking (?:we|you)|perhaps you could|"
    r"maybe you could|should|imagine|picture|suppose|one (?:thing|option|idea))\b"
)
_INTERPRETS = Expression(
    r"\b(?:i wonder|i'm wondering|wondering (?:if|whether)|it sounds|sounds (?:like|as)|it seems|seems (?:like|"
    r"as|to)|maybe|perhaps|could it be|might (?:be|have|it)|part of you|a part|as (?:if|though)|i (?:get|"
    r"have) (?:the|a) (?:sense|feeling|impression)|i (?:think|suspect|guess|notice\w*|sense|hear|imagine|hunch)|"
    r"you(?:'re| are| were)? (?:feel\w*|felt)|so you(?:'re| are)?|reminds? (?:me|you)|connect\w*|link\w*|"
    r"pattern|underneath|behind|really about|deep down|similar to|same as|in a way|possibly|must (?:be|have)|"
    r"because you|the way you|what (?:i'm hearing|strikes me)|you seem|you look|you sound)\b"
)
_ACCOUNT = Expression(
    r"\b(?:why (?:did|didn't|do|don't|are|aren't|have|haven't|weren't|were) you|how come|what (?:stopped|kept|"
    r"made) you|what got in the way|what happened (?:with|to) (?:the|your|our)|you (?:were|came|arrived|"
    r"came in) (?:a bit |a little |quite |\w+ minutes )?late|you (?:didn't|haven't|missed|cancelled|forgot|"
    r"skipped)|you said you(?:'d| would| were)|we (?:agreed|said|had agreed)|your (?:part|side|role|own part|"
    r"share|contribution|responsibility)|(?:part|role) (?:you|that you) (?:play\w*|might)|responsib\w*|"
    r"i notice(?:d)? (?:that )?you|avoid\w*|push\w* (?:people|her|him|them|me) away|you (?:tend|sometimes|often|"
    r"always|keep)|have you been|did you (?:do|manage|get|try|drink|take|call|tell|actually|really|lose|raise|"
    r"shout|mean)|how much (?:did|do|are|were) you|maybe you|perhaps you|might you|could you have|"
    r"i wonder (?:if|whether) you|hard on (?:him|her|them)|critical|angry|control\w*|contribut\w*)\b"
)
_CORRECTABLE = Expression(
    r"\b(?:correct me|(?:tell|let) me (?:know )?if i(?:'ve|'m| have| am)? (?:got|getting|wrong|off|miss\w*|"
    r"this)|if i(?:'ve| have) got (?:that|this|it)|is that (?:right|it|fair|close|how|about right)|"
    r"am i (?:right|close|off|getting|wrong|hearing)|does that (?:fit|sound|ring|match|feel right)|"
    r"have i (?:got|understood|misunderstood|missed)|did i get|i might be wrong|i may be wrong|"
    r"how does that (?:fit|sit|sound)|or (?:not|something else|is it)|have i got)\b"
)
_FACT = Expression(
    r"\b(?:you said (?:you(?:'d| had|'ve| have|'re| live| were)|it was|there were|he was|she was)|was it (?:the|"
    r"a|on|in|your)|is it (?:the|a|on|in|your|still|this|next)|(?:do|did) you (?:live|work|have|drive|smoke|"
    r"drink|take|see|go|still|know)|how (?:many|old|far|often|tall)|what (?:time|day|year|date|age|school|"
    r"tablets|dose)|which (?:day|year|one|school|side|of)|where (?:do|did|were) you|when (?:was|did|is|were)|"
    r"(?:so )?that was (?:the|in|on|your|when|before|after)|the one (?:in|with|who|on|from)|(?:on|last|"
    r"this) (?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturday|sunday)\b.*\?)"
)
_FEELS = Expression(
    r"\b(?:i (?:just )?(?:feel|felt|hate|miss|cried|cry|hurt|can't (?:stop|bear|cope|breathe|stand|do this)|"
    r"couldn't (?:stop|breathe|cope|bear)|don't want to be here|want to (?:die|scream|cry|give up|disappear|"
    r"hide))|i(?:'m| am| was|'ve been) (?:\w+ ){0,2}(?:scared|afraid|frightened|terrified|sad|alone|lonely|"
    r"angry|furious|hurt|ashamed|embarrassed|numb|lost|empty|worthless|hopeless|anxious|panick\w*|overwhelmed|"
    r"broken|exhausted|heartbroken|devastated|guilty|jealous|worried|crying|shaking|upset|low|stuck|desperate|"
    r"gutted|miserable|sick of)|feel\w*|felt|tears?|crying|cried|sobb\w*|lonely|alone|ashamed|shame|grief|died|"
    r"death|dead|pain\w*|hurts?|scar(?:ed|y|es)|afraid|terrif\w*|empty|numb|panic\w*|breaks my heart|"
    r"miss (?:him|her|them)|nobody (?:cares|would)|no one (?:cares|would)|hopeless|worthless|hate myself|"
    r"anxious|worried|sad)\b"
)
_TENDER = Expression(
    r"\b(?:held (?:his|her|my|their)|funeral|hospital|hospice|switched (?:it|him|her) off|passed away|"
    r"miscarr\w*|stillborn|cancer|ashes|grave|coffin|goodbye|last time i saw|left (?:me|us)|walked out|"
    r"hit (?:me|us)|beat (?:me|us)|touched me|raped?|on my own|by myself|nobody (?:came|rang|asked|noticed)|"
    r"no one (?:came|rang|asked|noticed)|never (?:came|said|told me|once)|couldn't (?:look|say|speak|move)|"
    r"can't (?:look|say|sleep|face|stop)|dropped|lost (?:him|her|it|them|the baby|my)|stopped eating|"
    r"hardly sleep|what'?s the point|doesn't want me|wish i|too much|hard|awful|horrible|worst|"
    r"sat (?:in the car|on the floor|there and)|like me|your ten o'?clock|she's gone|he's gone|they're gone|"
    r"hits me|nobody would|no one would|because of me|so ashamed|can't look|i screamed|on the (?:kitchen |"
    r"bathroom )?floor|give up|don't want to (?:be here|live|wake)|without (?:him|her)|drink(?:ing)? again|"
    r"cut myself|hurt myself|disappear|hate)\b"
)
_MARKS = ".,;:!?\"'()-"
_LEAST = 4
_COMMON = frozenset(
    [
        "that",
        "this",
        "with",
        "have",
        "from",
        "what",
        "your",
        "about",
        "just",
        "like",
        "know",
        "really",
        "think",
        "would",
        "could",
        "there",
        "they",
        "them",
        "when",
        "then",
        "been",
        "being",
        "were",
        "will",
        "it's",
        "don't",
        "that's",
        "you're",
        "i'm",
        "because",
        "some",
        "want",
        "something",
        "going",
        "maybe",
        "okay",
        "yeah",
        "well",
        "feel",
        "more",
        "into",
        "very",
        "much",
        "here",
        "over",
        "than",
        "also",
        "even",
        "where",
        "which",
        "their",
        "those",
        "these",
        "other",
        "only",
        "back",
        "make",
        "made",
        "said",
        "going",
        "does",
        "doing",
    ]
)
_STEM = 5
_US = Expression(
    r"\b(?:(?:you|your) (?:\w+ ){0,3}(?:listen\w*|hear\w*|understand\w*|get|care\w*|help\w*|judg\w*|said|asked|"
    r"think|forgot|remember\w*|cancelled|looked|seem\w*|smil\w*|laugh\w*|sat|question\w*|holiday|away)|(?:you|"
    r"your|with|about|between) (?:me|us)|therapy|sessions?|(?:talking|coming|being|come|talk|open up|"
    r"safe) (?:to you|here|in here)|last (?:week|time|session)|this (?:isn't|is not|doesn't|just|whole|helps?|"
    r"helping|working)|these (?:exercises|questions|forms|sheets|sessions)|here|exercises?|homework|any of this|"
    r"all this|are you|do you|did you|would you|you're|you are|you don't|you just|you never|with you)\b"
)
_DECLINES = Expression(
    r"\b(?:no|nah|not really|i (?:really |just |still |honestly |actually )?(?:can't|couldn't|won't|wouldn't|"
    r"don't (?:want|think|know|see|like|feel)|'d rather not|didn't|haven't|tried|already|hate)|i've (?:tried|"
    r"already|done)|won't work|wouldn't (?:work|help)|doesn't (?:work|help)|didn't (?:work|help)|isn't (?:it|"
    r"for me|going to|helping)|not (?:for me|sure|ready|helpful|going to)|that's not|i'd rather|yeah,? but|"
    r"yes,? but|but i|i'm not|too (?:much|hard|scary|soon)|i said|not comfortable|can't (?:just|do|face)|"
    r"no point|pointless|disagree|it's not|it isn't|don't (?:agree|want)|stop)\b"
)


@lru_cache(maxsize=_KEPT)
def advises(text: str) -> bool:
    """Return whether folded words put something forward to do."""
    return _ADVISES.meets(text)


@lru_cache(maxsize=_KEPT)
def interprets(text: str) -> bool:
    """Return whether folded words offer a reading of the other's experience."""
    return _INTERPRETS.meets(text)


@lru_cache(maxsize=_KEPT)
def asks_account(text: str) -> bool:
    """Return whether folded words may be heard as asking for an account, or as naming the other's part."""
    return _ACCOUNT.meets(text)


@lru_cache(maxsize=_KEPT)
def correctable(text: str) -> bool:
    """Return whether folded words ask to be put right: a no to that is an answer."""
    return _CORRECTABLE.meets(text)


@lru_cache(maxsize=_KEPT)
def feels(text: str) -> bool:
    """Return whether folded words tell of something felt."""
    return _FEELS.meets(text)


@lru_cache(maxsize=_KEPT)
def about_us(text: str) -> bool:
    """Return whether folded words are about the therapy or the one who listens."""
    return _US.meets(text)


@lru_cache(maxsize=_KEPT)
def declines(text: str) -> bool:
    """Return whether folded words turn something down or object to it."""
    return _DECLINES.meets(text)


@lru_cache(maxsize=_KEPT)
def tender(text: str) -> bool:
    """Return whether folded words tell of something that is seldom light: a death, a blow, being alone with it."""
    return _TENDER.meets(text)


@lru_cache(maxsize=_KEPT)
def content(text: str) -> frozenset[str]:
    """Return the beginnings of the words of a folded text that carry its content: to see what is taken up again."""
    words = [word.strip(_MARKS) for word in text.split() if len(word) >= _LEAST]
    return frozenset([word[:_STEM] for word in words if len(word) >= _LEAST and word not in _COMMON])


@lru_cache(maxsize=_KEPT)
def asks_fact(text: str) -> bool:
    """Return whether folded words ask for, or check, a plain fact: a no to that is an answer."""
    return _FACT.meets(text)
