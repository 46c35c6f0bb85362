"""The therapist asks, offers, leads, or takes care of the frame."""

from reattune.language import _
from reattune.model import Role
from reattune.speech.markers.sign import Sign, words

_THERAPIST = Role.THERAPIST
SIGNS = (
    Sign(
        "asks_open",
        _THERAPIST,
        lambda: _("The therapist asks something open: what, how, could you tell me more."),
        words(
            r"what|how|which|who|when|where|tell me (?:more|about|a)",
            r"could you (?:\w+ )?(?:tell|share|describe|explain)",
        )
        + r"[^.!?]*\?",
    ),
    Sign(
        "asks_why",
        _THERAPIST,
        lambda: _("The therapist asks why."),
        words(r"why|what makes you|for what reason|how come|reason") + r"[^.!?]*\?",
    ),
    Sign(
        "asks_feeling",
        _THERAPIST,
        lambda: _("The therapist asks about a feeling."),
        words(r"(?:how|what) (?:\w+ ){0,4}?(?:feel\w*|felt|emotion\w*|go\w* through your mind|mood)") + r"[^.!?]*\?",
    ),
    Sign(
        "asks_twice",
        _THERAPIST,
        lambda: _("The therapist asks more than one question in a turn."),
        r"\?[^?]+\?",
    ),
    Sign(
        "asks_closed",
        _THERAPIST,
        lambda: _("The therapist asks something that yes or no would answer."),
        (
            r"(?:^|[.!?,] )\W*(?:so,? |and |but |then,? |well,? )?(?:is|are|was|were|do|does|did|have|"
            r"has|had|can|could|would|will|isn't|aren't|don't|doesn't|didn't|haven't) (?:you|it|that|"
            r"there|this|he|she|they|your|the)\b[^.!?]*\?"
        ),
    ),
    Sign(
        "invites_feedback",
        _THERAPIST,
        lambda: _("The therapist asks how this is for the client, or whether it fits."),
        words(
            (
                r"how (?:was|is|did|do|are|does) (?:\w+ ){0,3}?(?:today|session|conversation|talk\w*|this|"
                r"that|it|you (?:feel\w*|find|think|like))"
            ),
            r"what do you think|how (?:about|does) (?:that|this)",
            r"does (?:that|this) (?:\w+ )?(?:sound|make|fit|help|feel)",
            r"any (?:thoughts|questions|concerns)|(?:after|having|from) talk\w*",
        )
        + r"[^.!?]*\?",
    ),
    Sign(
        "asks_leave",
        _THERAPIST,
        lambda: _("The therapist asks before going on: may I, would it be all right, if you like."),
        words(
            r"may i|(?:is|would) it (?:be )?(?:okay|ok|all right|alright|fine)|could i|can i",
            r"shall (?:i|we)|if you(?:'d| would)? (?:like|don't mind|want)",
            r"would you (?:like|mind|be willing)",
            r"if (?:it's|that's|you're) (?:okay|ok|all right|alright|comfortable)",
        ),
    ),
    Sign(
        "anything_else",
        _THERAPIST,
        lambda: _("The therapist asks whether there is anything more."),
        words(
            r"(?:anything|something|what) else",
            r"anything (?:\w+ )?(?:more|you(?:'d| would) like|left|on your mind)",
            r"other (?:things|concerns|worries)",
        ),
    ),
    Sign(
        "offers",
        _THERAPIST,
        lambda: _("The therapist offers an idea to try."),
        words(
            r"how about|what if",
            (
                r"(?:why don't|could|can|might|may) (?:you|we) (?:\w+ )?(?:try|start|consider|think|talk|"
                r"tell|ask|write|take|make|find)"
            ),
            r"(?:try|trying) (?:to|out|it|\w+ing)|(?:i )?(?:suggest|recommend|propose)",
            r"one (?:way|idea|option|thing)",
            r"(?:might|may|would|could) be (?:\w+ )?(?:good|helpful|nice|worth|an? (?:idea|option|way|good))",
            r"for (?:example|instance)",
        ),
    ),
    Sign(
        "instructs",
        _THERAPIST,
        lambda: _("The therapist says what should be done: you should, you need to, it is important to."),
        words(
            r"you (?:should|must|need to|have to|ought to|had better)",
            r"it's (?:\w+ )?(?:important|necessary|essential|better|best) (?:to|that)",
            r"please (?:try|do|take|make|don't|think|be|remember|come|feel|use)",
            r"don't (?:worry|be|give up|push|blame|think)",
        ),
    ),
    Sign(
        "plans",
        _THERAPIST,
        lambda: _("The therapist turns to a plan, an aim or a next step."),
        words(
            r"goals?|aims?|plans?|first step|next (?:step|time|session)|from (?:now|here) on",
            r"concrete\w*|specific\w*|action\w*|practi[cs]\w*|strateg\w+|ways? to|homework",
        ),
    ),
    Sign(
        "apologises_too",
        _THERAPIST,
        lambda: _("The therapist says sorry for something of their own."),
        words(
            r"(?:i'm|i am|so|very|really|terribly|am) (?:\w+ )?sorry",
            r"sorry (?:for|if|that|about|i|to|my)|apologi[sz]\w*|apology|apologies",
            r"my (?:mistake|fault|bad)|forgive me|excuse me",
            r"(?:was|were) (?:rude|insensitive|inappropriate)",
        ),
    ),
    Sign(
        "concedes_too",
        _THERAPIST,
        lambda: _("The therapist gives the point: you are right, that is true, as you say."),
        words(
            r"you(?:'re| are) (?:\w+ )?(?:right|correct)|that's (?:\w+ )?(?:right|true|correct|so)",
            r"(?:just )?as you (?:say|said)",
            r"i (?:stand corrected|misunderstood|misread|got (?:it|that) wrong)|you have a point",
            r"indeed|certainly",
        ),
    ),
    Sign(
        "explains_self",
        _THERAPIST,
        lambda: _("The therapist explains or excuses what they meant to do: I thought, I was hoping, I wanted to."),
        words(
            r"i (?:was|had|wanted|thought|meant|didn't|wasn't|couldn't|intended|hoped|tried|asked|just)",
            r"i (?:can't|cannot|don't|won't|haven't)",
            r"my (?:intention|question|words|explanation|wording|understanding|way|lack|point)",
            r"because i|the reason i",
        ),
    ),
    Sign(
        "reassures",
        _THERAPIST,
        lambda: _("The therapist reassures that there is no hurry or no need to answer."),
        words(
            r"take your time|no (?:rush|hurry|need|pressure)|don't (?:have|need) to|whatever|whenever",
            r"anything (?:is|you) \w+|at your own (?:pace|speed)|as much as you|feel free",
            r"don't hesitate|comfortable",
        ),
    ),
    Sign(
        "calls_time",
        _THERAPIST,
        lambda: _("The therapist calls the time."),
        words(
            (
                r"(?:time|session|hour) (?:is|has|'s|will|to) (?:\w+ )?(?:up|almost|nearly|come|coming|"
                r"about|over|running|end\w*|limited|finish\w*|wrap\w*)"
            ),
            r"(?:minutes|time) (?:left|remaining|remain)",
            r"(?:almost|nearly|about|run\w* out of|out of|short on|scheduled) time|time(?:'s| is) up",
            r"time limit",
        ),
    ),
    Sign(
        "closes",
        _THERAPIST,
        lambda: _("The therapist closes: we end here, come back any time, take care."),
        words(
            (
                r"(?:end|finish|conclude|conclud\w+|stop|wrap up|close|leave it) (?:\w+ )?(?:here|there|"
                r"now|today|for|our|the|this|with)"
            ),
            r"come (?:back|again)|any ?time|take care|goodbye|bye|next time|see you|good night",
            r"talk again|again (?:any|some|when)",
        ),
    ),
    Sign(
        "asks_settings",
        _THERAPIST,
        lambda: _("The therapist settles the frame at the beginning: name, age, how to call, what this is about."),
        words(
            r"call you|your (?:name|age|gender|nickname)|how old",
            r"(?:what|how) (?:brings|can i help|would you like to (?:talk|discuss|be))",
            r"(?:like|want) to (?:talk|discuss|consult) about|my name|i'm in charge|nice to meet",
        ),
    ),
    Sign(
        "digs",
        _THERAPIST,
        lambda: _("The therapist asks for more detail of what was said."),
        words(
            r"(?:a )?(?:bit|little) more|in (?:more )?detail|more (?:about|detail\w*|specific\w*)",
            r"specifically|when did|since when|how (?:long|often|much|many)|for how long|what kind",
            r"example",
        ),
    ),
)
