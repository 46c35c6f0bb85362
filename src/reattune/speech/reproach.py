"""Words of reproach to the one in the room: what they do not do, are, or do instead; and how that felt."""

ADV = (
    r"(?:really|even|ever|actually|just|always|never|ever really|clearly|obviously|probably|so|very|pretty|"
    r"quite|kind of|kinda|sort of|sorta|a bit|a little|being|getting|only|still|not|too|honestly|basically|"
    r"completely|totally|rather|all|such a|a|like a|like|exactly|no better than|as bad as)"
)
"""Words that stand between "you" and what is said of them."""
NOT = (
    r"(?:don'?t|do not|never|can'?t|cannot|haven'?t|didn'?t|did not|won'?t|wouldn'?t|couldn'?t|weren'?t|wasn'?t|"
    r"barely|hardly|clearly don'?t|obviously don'?t|have never|have not|'ve never|'ve not|ever)"
)
"""Ways of saying that something is not done."""
HEED = (
    r"(?:listen\w*|hear\w*|heard|underst[ao]\w+|get (?:it|me|what|this|that|how)|got (?:it|me)|care\w*|"
    r"know (?:me|what|anything|how|the first|who|a thing)|remember\w*|see (?:me|it|that|how|what)|notice\w*|"
    r"believe\w*|help\w*|take (?:me|it|this|any|what)|took (?:me|it)|want to (?:hear|know|help|be)|bother\w*|"
    r"asked? (?:me|about|how|what|once|why)|said? (?:anything|a word|much|sorry)|say (?:anything|a word|much|"
    r"sorry|hello)|give (?:me|a|any)|gave me|pay\w* (?:any )?attention|like me|liked me|trust\w*|respect\w*|"
    r"let me|look (?:at|up)|looked (?:at|up)|tell me|told me|answer\w*|respond\w*|react\w*|follow\w*|"
    r"acknowledge\w*|apologi[sz]e\w*|check(?:ed)?|show|show any|seem to (?:care|listen|get|hear|remember|"
    r"understand|notice|mind|want)|want me|mean it|have a clue|have any idea|get anything|think about me|"
    r"read (?:my|the|what)|explain\w*|warn\w*|back me|stood? up|support\w*)"
)
"""Ways of attending to somebody."""
ILL = (
    r"(?:cold|distant|detached|bored|distracted|annoyed|irritated|impatient|judging|judg(?:e)?mental|"
    r"patroni[sz]ing|condescending|arrogant|smug|rude|dismissive|useless|unprofessional|inexperienced|too young|"
    r"clinical|robotic|robot|a robot|machine|fake|phon(?:e)?y|everyone else|everybody else|"
    r"the rest(?: of them)?|all the (?:others|rest)|(?:my|the) (?:mum|mom|mother|dad|father|ex|husband|wife|"
    r"boss|teacher|last (?:one|therapist|counsell?or)|others)|no better|the same as|miles away|somewhere else|"
    r"elsewhere|check\w* (?:the |your )?(?:clock|watch|phone|time)|(?:looking|glancing|staring) at (?:the |"
    r"your )?(?:clock|watch|phone|notes|screen|time)|read\w* (?:from|off|out)|taking (?:his|her|their) side|"
    r"taking sides|siding with|on (?:his|her|their) side|twist\w*|putting words|making me feel|treat\w* me|"
    r"talking (?:down|over|at|to me like)|writ\w* (?:it|me|everything|stuff|things)|typing|wrong about|"
    r"out of (?:touch|your depth)|missing the point|in it for|harsh|mean|cruel|insensitive|unfair|blam\w*|"
    r"accus\w*|mock\w*|laughing|humou?ring|analy[sz]ing me|fobbing|brushing|trying to catch|lectur\w*|preach\w*|"
    r"nodding|hopeless|clueless|confusing|tired of me|sick of me|fed up with me|stiff|blank|guessing|pushy|nosy|"
    r"intrusive|part of the problem|the problem|making it worse|condesc\w*|vague|hiding)"
)
"""What somebody is called who does not."""
WELL = (
    r"(?:listening|hearing|interested|here|with me|there|bothered|useful|helpful|helping|paying attention|"
    r"on my side|good at (?:this|it)|qualified|a real|getting it|being (?:fair|kind|honest|straight)|the right|"
    r"taking me|warm|kind|fair)"
)
"""What somebody is missed to be; a reproach only with a "not"."""
JUST = (
    r"(?:sit(?:ting)?|nod\w*|repeat\w*|star(?:e|ing)|writ(?:e|ing)|say(?:ing)?|look\w*|ask\w*|parrot\w*|read\w*|"
    r"watch\w*|tell\w*|turn\w*|throw\w*|want(?:ed)?|go(?:ing)? (?:on|back|quiet|silent)|bring\w*|push\w*|"
    r"interrupt\w*|cut\w*|talk\w*|chang\w*|steer\w*|mak(?:e|ing)|act\w*|assum\w*|think|give|giving|smil\w*|let|"
    r"wait\w*|treat\w*|do(?:ing)? (?:that|this|it)|com(?:e|ing)|twist\w*|move|moving|brush\w*|tick\w*|agree\w*|"
    r"forget\w*|expect\w*|see|hear|mov\w*|get(?:ting)? (?:my|it|me|his|her)|blam\w*|judg\w*|side|siding|mix\w*|"
    r"use|using|trot\w*|quote|quoting|fob\w*|throw\w*|echo\w*|hid\w*|check\w*|glanc\w*|smirk\w*|yawn\w*|sigh\w*)"
)
"""What somebody does instead, after "you just"."""
FELT = (
    r"(?:judged|unheard|ignored|dismissed|patroni[sz]ed|talked down to|let down|misunderstood|invisible|stupid|"
    r"small|attacked|criticised|criticized|pushed|blamed|rejected|abandoned|humiliated|belittled|interrogated|"
    r"lectured|told off|rushed|shut down|brushed off|fobbed off|like a (?:case|number|child|kid|specimen|file|"
    r"project|lab rat|bother|burden|freak|job|textbook|naughty)|like just another|like i was (?:being|a|just)|"
    r"worse)"
)
"""How somebody feels who was not met."""
DOUBT = (
    r"\b(?:(?:what|how) (?:would|do|could|can|the hell do) you (?:know|possibly|understand|even know)|you(?:'ve|"
    r" have)(?: got)? (?:no|absolutely no|zero|not the faintest|not the first) (?:idea|clue)|"
    r"you haven'?t (?:a clue|got a clue|the faintest|been|lived|had|lost|got)|you (?:wouldn'?t|couldn'?t|can'?t|"
    r"don'?t) (?:possibly |really |actually )?(?:know|understand|get it|get what|imagine|have to live|relate)|"
    r"you(?:'ve| have) (?:probably |clearly |obviously |clearly )?never (?:been|had|lost|lived|done|known|"
    r"experienced|felt|struggled|worked|needed)|easy for you|(?:all right|alright|fine|ok|okay) for you|"
    r"you get to go home|you(?:'re| are) (?:just )?(?:paid|only paid) to|you get paid|it'?s (?:just |"
    r"only )?(?:your|a) job(?: to|,? isn'?t it| for you)|just a job|you(?:'re| are) only (?:saying|doing|here|"
    r"nice|asking|being)|you have to say that|you(?:'d| would) say that|because you(?:'re| are) paid|"
    r"for the money)\b"
)
"""Doubts that somebody can know, or be sincere."""
AT_YOU = (
    r"\b(?:(?:angry|cross|pissed off|pissed|annoyed|disappointed|fed up|frustrated|irritated|furious|mad|"
    r"unhappy|upset|hurt|let down|sick|tired|done) (?:with|at|by|of) (?:you|how you|what you|the way you)\b|"
    r"i (?:really |just |kind of |sort of )?(?:don'?t|didn'?t|can'?t|couldn'?t) (?:really |actually |"
    r"quite )?(?:trust|like|believe|respect|feel (?:comfortable|safe) with|open up to|talk to|warm to|"
    r"connect with) (?:you|what you|how you|the way you)|i hate (?:you|it when you|how you|the way you|"
    r"that you)|you (?:really |actually |kind of |sort of )?(?:hurt|upset|annoy\w*|irritat\w*|scare\w*|"
    r"insult\w*|offend\w*|embarrass\w*|humiliat\w*|dismiss\w*|ignor\w*|judg\w*|patroni[sz]\w*|abandon\w*|"
    r"laugh\w* at|interrupt\w*|brush\w*|shut) (?:me|what i|my|it|everything|past)|you let me down|you left me|"
    r"you (?:made|make) me (?:feel|look|out)|you (?:forgot|got (?:my|his|her|it|that|the) (?:\w+ )?(?:wrong|"
    r"name)|mixed|muddled|lost|skipped|cancelled|promised|missed|mis\w+|called me|were late|rushed|cut me|"
    r"went silent|went quiet|yawned|sighed|laughed|smirked|rolled))"
)
"""Anger, distrust and hurt with their address."""
TAG = (
    r"(?:\b(?:is|isn'?t|does|doesn'?t|do|don'?t|did|didn'?t|are|aren'?t|has|hasn'?t|was|wasn'?t|can|will) (?:it|"
    r"they|you|he|she|we)(?:[.?]|$))"
)
"""A question hung on the end that wants no answer: "does it." """
GRUMBLE = (
    r"(?:\b(?:(?:can|could|do|does|did|is|are|was|has|have|would|wo|ca)n'?t|not|never|nothing|no one|nobody|"
    r"hardly|rather (?:chew|not|we|you)|a joke|joke|the same as|useless|i'?m afraid|lose|is this it|to what|"
    r"what for|why'?s it|for the sake|not the|still (?:can'?t|not|no|the same))\b)"
)
"""Words that often grumble; they say little by themselves."""
ANOTHER = (
    r"\b(?:(?:see|talk to|speak to|try|find|want|with|need|have|had) (?:someone|somebody|another) (?:else|"
    r"therapist|counsell?or|one|who|with|more|older|different|better)|(?:different|another|new|better|proper|"
    r"real|male|female|older) (?:therapist|counsell?or|psychologist|psychiatrist)|not (?:sure|convinced|"
    r"certain) (?:that )?(?:you(?:'re| are)|we(?:'re| are)) (?:\w+ ){0,2}(?:right|fit|match|person|one)|(?:my|"
    r"the) (?:last|old|previous|other|first|ex) (?:therapist|counsell?or|one|psychologist|guy|lady|"
    r"woman) (?:would|actually|at least|always|never made|didn'?t make|knew|understood|got|really|"
    r"was (?:so much |much |way |far )?(?:better|warmer|kinder|more|good|nicer|easier)|used to|remembered|"
    r"listened|let))\b"
)
"""Another one in their place, or one who was better."""
