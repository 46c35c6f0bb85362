"""The therapist follows and holds: reflects, sums up, finds it natural, is glad with the client, cheers on."""

from reattune.language import _
from reattune.model import Role
from reattune.speech.markers.sign import Sign, words

_THERAPIST = Role.THERAPIST
SIGNS = (
    Sign(
        "reflects",
        _THERAPIST,
        lambda: _("The therapist gives back what was said or felt: it sounds like, so you, you feel that."),
        words(
            r"(?:it|that) (?:sounds|seems|looks|feels) (?:like|as)",
            r"so (?:you|it's|that|what you|there)|you're (?:feeling|saying)",
            r"you (?:feel|felt|seem|sound|want|wanted|wish)",
            r"you(?:'ve| have) been|you (?:said|mentioned)|that you|i (?:hear|sense|gather)",
            r"in other words|which means",
        ),
    ),
    Sign(
        "takes_in",
        _THERAPIST,
        lambda: _("The therapist takes in before going on: I see, mm-hm, I understand, oh."),
        (r"(?:^|[.!?] )\W*(?:i see|mm+|mhm|uh-huh|i understand|oh|ah|right|understood|okay|yes|" r"yeah)\b"),
    ),
    Sign(
        "takes_in_openly",
        _THERAPIST,
        lambda: _("The therapist takes in and leaves a space before going on."),
        r"\b(?:i see|mm+[ -]?h+m*|i understand|oh|ah|yes) ?(?:\.\.\.|…)",
    ),
    Sign(
        "feels_with",
        _THERAPIST,
        lambda: _("The therapist says how it must be: that must be painful, it is hard."),
        words(
            (
                r"(?:must|would|can|has to) (?:\w+ )?(?:be|have been|feel|have felt) (?:\w+ )?(?:hard|"
                r"tough|painful|difficult|lonely|frustrating|exhausting|scary|sad|upsetting|stressful|"
                r"unsettling|heart\w*|worrying|frightening|anxious|confusing|shocking|terribl\w+|tiring|"
                r"rough)"
            ),
            (
                r"(?:that's|that is|it's|how) (?:\w+ )?(?:hard|tough|painful|difficult|lonely|sad|"
                r"heart\w*|frustrating)"
            ),
        ),
    ),
    Sign(
        "normalises",
        _THERAPIST,
        lambda: _("The therapist finds it natural: anyone would, it makes sense, many people do."),
        words(
            r"natural|normal|understandable|no wonder|makes (?:\w+ )?sense|of course (?:you|anyone)",
            r"common|not alone",
            (
                r"(?:anyone|anybody|everyone|many people|most people|lots of people|"
                r"others) (?:\w+ )?(?:would|feels?|has|have|do|does|experience|struggle)"
            ),
            r"(?:it's|it is|that's) (?:\w+ )?(?:okay|ok|fine|all right|alright) to",
        ),
    ),
    Sign(
        "glad_with",
        _THERAPIST,
        lambda: _("The therapist is glad with the client."),
        words(
            r"(?:glad|happy|pleased|delighted|relieved|honou?red) (?:to|that|you|i|we|if|for)",
            r"makes me happy|wonderful|lovely|fantastic|great|amazing|splendid|excellent",
        ),
    ),
    Sign(
        "cheers_on",
        _THERAPIST,
        lambda: _("The therapist cheers on: you can do it, on your side, it will surely go well."),
        words(
            r"root\w* for|cheer\w*|support(?:ing)? you|on your side|believe in",
            r"you(?:'ll| will| can) (?:\w+ )?(?:do it|be (?:fine|okay|ok|able)|manage|succeed|get)",
            r"you can (?:do|definitely|surely|certainly)|good luck|surely",
            r"(?:i'm|i am) sure (?:you|it|that)",
            r"hope (?:it|you|things|that) (?:\w+ )?(?:go|goes|find|will|can|have)|wish\w* you",
            r"step by step|little by little|fingers crossed",
        ),
    ),
    Sign(
        "praises",
        _THERAPIST,
        lambda: _("The therapist sees what the client has done well or is good at."),
        words(
            (
                r"you(?:'ve| have| are|'re|r)? (?:\w+ ){0,3}?(?:well done|done well|worked hard|"
                r"work(?:ing)? (?:so |really |very )?hard|doing (?:\w+ )?(?:well|best)|tried|trying|brave|"
                r"strong|kind|thoughtful|caring|courage\w*|effort\w*|done (?:so|your|a) \w+|managed|"
                r"endured|hung in|held on)"
            ),
            r"your (?:\w+ )?(?:strengths?|effort\w*|courage|kindness|honesty|best)|courage|admir\w+",
            r"impress\w+|respect|good (?:job|work)|well done",
            r"that's (?:a )?(?:\w+ )?(?:great|wonderful|good|amazing|brave|big|important)",
        ),
    ),
    Sign(
        "sums_up",
        _THERAPIST,
        lambda: _("The therapist sums up, or checks whether it was understood rightly."),
        words(
            r"(?:to|let me|if i) (?:sum|summari[sz]e|recap|check|confirm|make sure|organi[sz]e)",
            r"in summary|so far|to put (?:it|this)|am i (?:right|correct|understanding)",
            r"is (?:that|my understanding) (?:right|correct|accurate)|did i (?:get|understand)",
            r"have i understood|what you(?:'ve| have)? (?:said|told|shared|talked)|from what you",
            r"listening to (?:you|your)|hearing (?:you|your)|talked about (?:today|how)",
        ),
    ),
    Sign("exclaims_too", _THERAPIST, lambda: _("The therapist exclaims."), "!"),
    Sign(
        "thanks_client",
        _THERAPIST,
        lambda: _("The therapist thanks the client for telling or coming."),
        words(r"thank you (?:for|so|very|again|as)|thanks for|appreciate (?:you|that|it)|grateful"),
    ),
    Sign(
        "feeling_words",
        _THERAPIST,
        lambda: _("The therapist uses a word for a feeling."),
        words(
            r"feel(?:s|ing|ings)?|felt|emotion\w*|sad\w*|lonel\w+|anxi\w+|afraid|fear\w*|scar(?:ed|y)",
            r"asham\w+|guilt\w*|hurt\w*|pain\w*|angr\w+|anger|worr\w+|frustrat\w+|upset|irritat\w+",
            r"disappoint\w+",
        ),
    ),
    Sign(
        "we",
        _THERAPIST,
        lambda: _("The therapist speaks of both together: we, us, together."),
        words(r"we|us|together|let's|our"),
    ),
)
