"""The client is met: thanks, relief, agreement from the heart, something taken up, a step of their own."""

from reattune.language import _
from reattune.model import Role
from reattune.speech.markers.sign import Sign, words

_CLIENT = Role.CLIENT
SIGNS = (
    Sign("thanks", _CLIENT, lambda: _("The client says thank you."), words(r"thanks?|thankful|grateful|appreciate\w*")),
    Sign(
        "warm_thanks",
        _CLIENT,
        lambda: _("The client thanks with something more: so much, truly, for something named, for listening."),
        words(
            r"thank you (?:so|very|again|for \w+|truly|really|all)",
            r"(?:really|truly|very|so|deeply) (?:grateful|thankful|appreciate\w*)",
            r"thanks (?:to you|so|again|for \w+|a lot)",
            r"(?:appreciate|grateful for|thankful for) (?:it|you|your|that|this)",
        ),
    ),
    Sign(
        "relief",
        _CLIENT,
        lambda: _("The client feels a little better, lighter, calmer or more hopeful."),
        words(
            (
                r"(?:feel\w*|felt|heart|mood|mind|i'm|am|became|become|made me) (?:\w+ ){0,3}?(?:better|"
                r"lighter|relie\w+|calm\w*|at ease|refreshed|clear\w*|hopeful|positive|encouraged|"
                r"reassured|motivated|braver?)"
            ),
            r"relie(?:f|ved)|lighter|reassur\w+|refresh\w+|hopeful|weight off|encourag\w+|courage",
            r"(?:helped|calmed|cheered|saved) me|(?:a|some) (?:hope|ease|courage|energy)",
            r"(?:little|bit|much|lot) (?:\w+ )?(?:better|easier|calmer|clearer|lighter)",
            r"sorted? (?:\w+ )?(?:out|through)|organi[sz]ed my",
        ),
    ),
    Sign(
        "glad",
        _CLIENT,
        lambda: _("The client is glad, happy or moved."),
        words(
            (
                r"(?:i'm|i am|i was|so|really|very|truly|made me|makes me|feel) (?:\w+ )?(?:glad|happy|"
                r"moved|touched|pleased)"
            ),
            r"glad|delighted|joy\w*",
        ),
    ),
    Sign(
        "emphatic_yes",
        _CLIENT,
        lambda: _("The client agrees from the heart: exactly, that is right, absolutely, you are right."),
        words(
            r"exactly|absolutely|definitely|totally|precisely|certainly|indeed",
            r"(?:that's|that is|you're|you are|it's) (?:\w+ )?(?:right|true|correct|so true)",
            r"(?:really|truly) is|that's (?:exactly|just) (?:it|how|what)|spot on|makes? sense",
            r"good point",
        ),
    ),
    Sign("plain_yes", _CLIENT, lambda: _("The client’s turn begins with yes."), r"^\W*(?:yes|yeah|yep)\b"),
    Sign(
        "takes_up",
        _CLIENT,
        lambda: _("The client takes up an offer: will try it, a good idea, would like that."),
        words(
            (
                r"(?:i'll|i will|i want to|i'd like to|i would like to|let me|going to|i can|i could|"
                r"might|gonna) (?:\w+ )?(?:try|give|start|do|talk|tell|ask|practi[cs]e|make|take|"
                r"think about|go)"
            ),
            r"(?:good|great|nice|wonderful|lovely|helpful) (?:idea|advice|suggestion|way|plan|point)",
            r"give it a (?:try|go|shot)|worth (?:a try|trying)",
            r"(?:sounds|seems) (?:good|great|nice|doable|like a)",
            r"yes,? please|please do|would (?:love|like) (?:that|to)|do my best|looking forward",
        ),
    ),
    Sign(
        "insight",
        _CLIENT,
        lambda: _("The client notices something new about themselves: realise, come to see, never thought of it so."),
        words(
            (
                r"(?:reali[sz]\w+|notic(?:e|ed|ing)|discover\w*|became aware|hadn't (?:thought|noticed)|"
                r"never thought|now (?:that )?i (?:think|see|understand))"
            ),
            r"come to (?:see|think|understand|reali[sz]e)|makes me (?:think|see)",
            r"(?:i )?see (?:it|things|that) (?:differently|now)",
            r"(?:another|different|new) (?:way|view|perspective|side|angle)|looking back",
            r"i learn(?:ed|t)|maybe i|perhaps i|i think i (?:was|am|might|can|could)",
        ),
    ),
    Sign(
        "future",
        _CLIENT,
        lambda: _("The client speaks of what they will do from here on."),
        words(
            r"(?:i'll|i will|i'm going to|i am going to|from now on|next time|first(?:,| of all)? i|"
            r"starting (?:today|tomorrow|now)|tomorrow)"
        ),
    ),
    Sign(
        "own_feeling",
        _CLIENT,
        lambda: _("The client names a feeling as their own: I feel, I felt, it makes me."),
        words(
            r"i (?:\w+ )?(?:feel|felt)|makes? me feel|made me feel",
            r"i'm (?:\w+ )?(?:anxious|sad|angry|scared|afraid|lonely|worried|ashamed|hurt|upset|depressed)",
        ),
    ),
    Sign(
        "painful_feeling",
        _CLIENT,
        lambda: _("The client speaks of a painful feeling: sad, afraid, lonely, ashamed, in pain."),
        words(
            r"sad\w*|lonel\w+|anx\w+|afraid|fear\w*|scar\w+|asham\w+|guilt\w*|hurt\w*|pain\w*|cry\w*",
            r"tears?|angr\w+|anger|regret\w*|miserable|depress\w+|worr\w+|hate|irritat\w+|bitter",
        ),
    ),
    Sign(
        "burdened",
        _CLIENT,
        lambda: _("The client speaks of strain: struggling, exhausted, stressed, cannot cope."),
        words(
            r"struggl\w+|exhaust\w+|stress\w*|tired|overwhelm\w*|tough|difficult\w*|hard|trouble\w*",
            r"suffer\w*|burden\w*|pressure",
        ),
    ),
    Sign(
        "wishes",
        _CLIENT,
        lambda: _("The client says what they wish for: I want to, I would like, I hope, I wish."),
        words(
            r"i (?:\w+ )?(?:want|wish|hope)|i'd (?:\w+ )?(?:like|love)|i would (?:\w+ )?(?:like|love)",
            r"my (?:dream|goal|hope|wish)",
        ),
    ),
    Sign(
        "weighs",
        _CLIENT,
        lambda: _("The client thinks aloud: I think, maybe, it might be, perhaps."),
        words(r"i think|maybe|perhaps|might|probably|could be|i believe|seems?"),
    ),
    Sign(
        "tells_past",
        _CLIENT,
        lambda: _("The client tells of earlier times: when I was, since, used to, once, years ago."),
        words(
            r"when i was|since i|used to|years? ago|back then|in the past|at (?:that time|first)",
            r"as a child|high school|was|were|had|did|didn't|last (?:week|year|month)",
        ),
    ),
    Sign(
        "people",
        _CLIENT,
        lambda: _("The client speaks of somebody close by the bond: mother, partner, friend."),
        words(
            r"(?:my|a|our) (?:\w+ )?(?:mother|mom|mum|father|dad|parents?|husband|wife|partner|"
            r"boyfriend|girlfriend|sister|brother|friends?|family|son|daughter|children|child|kids?)"
        ),
    ),
    Sign("exclaims", _CLIENT, lambda: _("The client exclaims."), "!"),
    Sign(
        "self_kindness",
        _CLIENT,
        lambda: _("The client sees something good in themselves or allows it: I can, I managed, it is okay to."),
        words(
            r"i (?:can|could|managed to|was able to|am able to|'m able to|did (?:it|well|my best))",
            r"(?:it's|it is|that's) (?:okay|ok|fine|all right|alright|natural|normal) (?:to|if|that|for)",
            r"proud|confiden\w+|strengths?|worked hard|my own (?:pace|way|time)",
        ),
    ),
    Sign(
        "felt_heard",
        _CLIENT,
        lambda: _("The client says that they were heard, understood, or that saying it helped."),
        words(
            (
                r"(?:glad|good|happy|helped|relieved|nice) (?:\w+ ){0,2}?(?:i|to|that i|to have|"
                r"to be able to) (?:\w+ ){0,2}?(?:talk\w*|come|came|said|say|tell|told|spoke|speak|heard|"
                r"listened|consult\w*|share\w*)"
            ),
            r"(?:you|for|someone|somebody) (?:\w+ )?(?:listen\w*|understand\w*|understood|heard)",
            r"(?:hear|hearing) you say|when you (?:say|said|put it)",
            r"being (?:able to|heard|understood|listened)|able to talk",
            r"(?:first time|never) (?:\w+ )?(?:told|talked|said|spoke\w*)",
        ),
    ),
)
