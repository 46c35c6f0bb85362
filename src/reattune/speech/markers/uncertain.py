"""The client is unsure, does not know, asks what is meant, or has said it already."""

from reattune.language import _
from reattune.model import Role
from reattune.speech.markers.sign import Sign, words

_CLIENT = Role.CLIENT
SIGNS = (
    Sign(
        "not_knowing",
        _CLIENT,
        lambda: _("The client says that they do not know or have no idea."),
        words(
            r"(?:don't|do not|didn't|wouldn't) (?:really |even |quite )?know",
            r"no (?:idea|clue)",
            r"(?:can't|couldn't) (?:really |quite )?(?:say|tell|think of|come up with|put)",
            r"hard to (?:say|put|explain|describe)",
            r"nothing (?:comes|really|in particular)",
        ),
    ),
    Sign(
        "unsure",
        _CLIENT,
        lambda: _("The client is unsure, or says no in a softened way: not really, not exactly, not so much."),
        words(
            r"not (?:really|exactly|quite|particularly|necessarily|so much|that much|too)",
            r"(?:i'm |am )?not (?:\w+ )?(?:sure|certain)",
            r"it's not that",
            r"(?:i )?wonder",
            r"i guess",
            r"i suppose",
            r"don't (?:really|particularly|exactly)",
            r"unsure|confused|doubt\w*",
        ),
    ),
    Sign(
        "asks_meaning",
        _CLIENT,
        lambda: _("The client asks what is meant, or has not understood."),
        words(
            r"(?:do|did|does) (?:you|it|that|this) mean",
            r"mean by",
            r"what (?:exactly )?(?:is|was) (?:that|this|it|the question)",
            r"in what (?:way|sense)",
            r"what kind of (?:thing|answer|example)s?",
            (
                r"(?:don't|didn't|can't|couldn't) (?:really |quite |fully )?(?:understand|get|"
                r"follow) (?:what|the|your|you|it|that|this)"
            ),
            r"(?:could|can) you (?:explain|clarify|repeat|rephrase|say that again)",
            r"such as|for example",
        )
        + r"[^.!]*\?",
    ),
    Sign(
        "asks",
        _CLIENT,
        lambda: _("The client asks something."),
        r"\?",
    ),
    Sign(
        "asks_way",
        _CLIENT,
        lambda: _("The client asks the therapist what to do or how."),
        words(
            r"what (?:should|can|could|do|would|am|shall) i",
            r"how (?:should|can|could|do|would|shall) i",
            r"should i",
            r"what (?:to do|is the best|would be best)",
            r"is there (?:any|a|some)\w* (?:way|method|advice|trick|solution)",
        )
        + r"[^.!]*\?",
    ),
    Sign(
        "asks_you",
        _CLIENT,
        lambda: _("The client turns a question to the therapist: do you, are you, would you, why do you."),
        words(
            r"(?:do|did|are|were|would|could|can|have|don't|aren't|haven't|will) you",
            r"your (?:question|point|advice|opinion|intention)",
        )
        + r"[^.!]*\?",
    ),
    Sign(
        "seeks_confirmation",
        _CLIENT,
        lambda: _("The client asks whether it is so: isn't it, right, is that it."),
        (
            r"\b(?:right|isn't it|don't you think|aren't i|is that (?:so|right|it|okay|wrong|strange)|"
            r"is it (?:okay|wrong|bad|strange|normal)) ?\?"
        ),
    ),
    Sign(
        "said_before",
        _CLIENT,
        lambda: _("The client says that it was said before, or why they came."),
        words(
            r"(?:as|like) i (?:\w+ )?(?:said|mentioned|told|wrote|explained)",
            r"i (?:already|just|have already|'ve already) \w+",
            r"(?:already|just) (?:said|told|mentioned|explained|answered|wrote)",
            r"said (?:before|earlier|that already)",
            r"(?:why|because) i (?:came|come|am here|'m here|contacted|consult\w*)",
            r"i came (?:here|to)",
            r"i told you",
        ),
    ),
    Sign(
        "negates",
        _CLIENT,
        lambda: _("The client’s turn holds a no: don't, can't, isn't, no."),
        words(r"no|not|never|nothing|nobody|none|cannot|\w+n't"),
    ),
    Sign(
        "concedes",
        _CLIENT,
        lambda: _("The client agrees and takes it back in the same breath: yes, but; that may be, still."),
        words(
            (
                r"(?:yes|yeah|true|right|i know|i understand|i see|of course|sure|maybe|"
                r"well)[,.]? (?:\w+ ){0,6}?(?:but|though|however|still)"
            ),
            r"but (?:still|even so|that's|that is|then|if)",
            r"even (?:so|then|if)",
            r"easier said",
        ),
    ),
    Sign(
        "trails_off",
        _CLIENT,
        lambda: _("The client’s words trail off, or are searched for: dots, um, well."),
        r"\.\.\.|…|\b(?:um+|uh+|hmm+|er|erm)\b",
    ),
    Sign(
        "hopeless",
        _CLIENT,
        lambda: _("The client sees no way: no use, impossible, at a loss, given up, always the same."),
        words(
            r"no (?:use|point|hope|way|choice|good|meaning)",
            r"impossible|hopeless|pointless|meaningless|useless|stuck|trapped",
            r"at a loss|give up|giving up|given up|gave up",
            r"(?:won't|doesn't|never|can't) (?:\w+ )?(?:change|work|help|get better)",
            r"after all",
        ),
    ),
    Sign(
        "not_helping",
        _CLIENT,
        lambda: _("The client says that something here does not help, is off, or is not what they came for."),
        words(
            (
                r"(?:doesn't|didn't|not|isn't|wasn't) (?:\w+ )?(?:help\w*|answer\w*|useful|solv\w*|"
                r"what i (?:want\w*|meant|asked|said|came))"
            ),
            r"(?:not|isn't|wasn't) (?:listening|being (?:heard|understood|taken))",
            r"you (?:don't|didn't|can't|aren't|never|just|keep) \w+",
            r"(?:too many|same|that|these|your) questions?",
            r"misunderst\w+|disappoint\w+|frustrat\w+|rude|cold|unpleasant|uncomfortable|waste",
            r"feels? like (?:you|i'm being|an? (?:interrogation|lecture))",
        ),
    ),
    Sign(
        "steps_out",
        _CLIENT,
        lambda: _("The client speaks about the conversation itself: this session, counselling, this conversation."),
        words(
            (
                r"(?:this|the|our|today's) (?:session|conversation|consultation|chat|talk|counsel\w*|"
                r"therapy|role[- ]?play\w*)"
            ),
            r"counsel\w*|therap\w+|role[- ]?play\w*",
        ),
    ),
    Sign(
        "leaves",
        _CLIENT,
        lambda: _("The client wants to stop, has had enough or takes leave early."),
        words(
            (
                r"(?:end|stop|finish|leave|quit|wrap up|close) (?:this|it|here|the (?:session|"
                r"conversation|chat|talk)|now|for today|today)"
            ),
            r"that's (?:enough|all|it)|i'm (?:done|fine now|leaving)|enough (?:for today|already|now)",
            r"(?:don't|no longer) (?:\w+ )?(?:want|feel like|wish) (?:\w+ )?(?:talk\w*|continu\w*|go on|this)",
            r"(?:it's|that's|i'm) (?:okay|ok|fine|all right|alright) (?:now|already|anymore)",
            r"never ?mind|forget it|whatever|goodbye|excuse me",
        ),
    ),
    Sign(
        "apologises",
        _CLIENT,
        lambda: _("The client says sorry."),
        words(r"sorry|apologi[sz]\w*|forgive|my (?:bad|fault)|excuse me"),
    ),
    Sign(
        "resigned_yes",
        _CLIENT,
        lambda: _("The client only takes note: understood, I see, okay, is that so."),
        (
            r"^(?:\W*(?:i see|is that so|understood|i understand|okay|ok|all right|alright|fine|well|"
            r"hmm*|sure|of course|right))\b"
        ),
    ),
)
