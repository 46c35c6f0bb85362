"""Minimal response: very short replies, or none, where something open or felt was asked."""

import re
from collections.abc import Iterable

from reattune.language import _, plural
from reattune.model import Role
from reattune.speech.asking import Asked
from reattune.speech.expression import Expression
from reattune.speech.finding import clearest, hit, patterns
from reattune.speech.leaning.faint import faintly
from reattune.speech.leaning.ways import answering_little
from reattune.speech.place import LEAST_REPLIES, OPENERS, Line, Place
from reattune.speech.probing import FAINT, NEAR, depth, weight
from reattune.speech.rule import Family, Hit, Matches, Rule
from reattune.speech.words import feelings, inward, reported, turned

_SHORT = "minimal.short"
_CLOSES = "minimal.closes"
_DROP = "minimal.drop"
MOST = 12
"""Words up to which a reply may be minimal."""
_TINY = 4
_FLOOR = 0.2
_ALONE = 0.6
"""One short reply says no more than this."""
_NAMES_SOMETHING = 5
_LEAST_WORTH = 0.2
DROP = 0.6
"""A reply of at most this share of the usual is a drop of 40 % or more: an unvalidated heuristic of our own."""
_RUN = 3
_BACK = 8
_SOME, _MANY = 16, 30
"""Words of a reply that closes a question; the more follow, the less it closes."""
_EMPTY_WORDS = (
    "been i i'm im i'd i've don't dont do know dunno no nope nah not really much nothing nothin fine ok okay k good "
    "alright all right whatever guess "
    "suppose so yeah yes yep yup ya mm mhm hmm hm mmhm mhmm uh um er erm huh well just it's its was is it that "
    "that's the same usual as always "
    "normal sure maybe perhaps probably idea can't cant couldn't say said think remember recall never mind "
    "doesn't didn't matter anything what nowhere none "
    "little bit sort of kind a an bad shrug shrugs shrugging silence silent pause long pass skip next if you like "
    "depends could be worse to tell "
    "care there's there here we'll see nada zip zilch bout about hard honestly have haven't got clue am are were "
    "he she they and or "
    "ah oh right then anyway stuff things thing usual busy quiet looks away nods nod sighs sigh looking down "
    "floor at time no-one nobody"
)
_EMPTY = frozenset(_EMPTY_WORDS.split())
_ASSENT_WORDS = (
    "yeah yes yep yup ya mm mhm hmm hm mmhm mmhmm uh um huh right ok okay k sure well so oh ah no alright all "
    "exactly absolutely definitely true "
    "do did it is that's i i'm am have kind sort of a little bit really think don't"
)
_ASSENT = frozenset(_ASSENT_WORDS.split())
"""Said to a statement or a closed question, these only say that somebody listens, or answer it."""
_MARKS = re.compile(r"[a-z][a-z'-]*")
_DIGIT = Expression(r"[0-9]")
_THINKS = Expression(
    r"\b(?:let me|give me|hang on|hold on|i need a|bear with|good question|one sec\w*|a second|a minute|a moment|"
    r"not sure (?:how|yet)|never thought|"
    r"yet|trying|where to start|how to (?:say|put|describe|explain)|thinking|words for|can you (?:say|repeat|"
    r"explain)|sorry,? what|pardon|do you mean|what do you mean|say that again|"
    r"tell you)\b"
)
_AGREES = Expression(r"\b(?:wow|that's (?:it|right|exactly)|exactly|phew|ouch)\b")
_NAMED = {
    "not_now": (
        0.65,
        (
            r"\b(?:(?:don'?t|do not|didn'?t|don't really|do (?:i|we)|why do (?:i|we)|don't see why i) "
            r"(?:really |particularly |actually |even )?(?:want to|wanna|like to|feel like|care to|have to|need to|"
            r"see the point of|see the point in) (?:really |even )?(?:talk\w*|discuss\w*|get into|go(?:ing)? (?:into|"
            r"there)|say\w*|think\w*|answer\w*|share|shar\w+|do this)"
            r"(?: about)?(?: it| that| this| him| her| them| there| here| today| now| any ?more| anything)?|"
            r"(?:not going to|not gonna|rather not|prefer not to|not ready to|no need to|not in the mood to|"
            r"sooner not) (?:talk|discuss|get into|go into|go there|say|think about|answer|share|do)\w*|rather not|"
            r"next question|can't be (?:bothered|arsed)|can we (?:not|just not|skip|move on|leave it|drop it|stop)|"
            r"let's (?:not|skip|leave it|"
            r"move on|drop it)|no comment|(?:i'll|i'd) pass|drop it|leave it)\b"
        ),
    ),
    "nothing_to_say": (
        0.6,
        (
            r"\b(?:(?:nothing|not much|not a lot|nothing (?:else|more|really|much)|haven't got (?:anything|much)|"
            r"don't have (?:anything|much)|got nothing|i have nothing) (?:to (?:say|add|tell|report|talk)|comes (?:up|"
            r"to mind)|came (?:up|to mind)|springs|to it)|"
            r"(?:that's|that is) (?:all|it|about it)(?: really| i've got| there is)?|i(?:'ve)? (?:already )?(?:told|"
            r"said) (?:you|it|that|all)(?: that| this| already| everything)?|what (?:do you want|else do you want|"
            r"am i supposed) (?:me )?to say|i don'?t know what (?:to say|"
            r"you want|else)|my mind(?:'s| is| has gone| went|"
            r" goes) (?:blank|empty)|(?:i'm|gone|going) blank|drawing a blank)\b"
        ),
    ),
    "do_not_know": (
        0.4,
        (
            r"\b(?:i (?:really |honestly |just )?(?:don'?t|do not) know|i dunno|dunno|no idea|not a clue|"
            r"i haven't a clue|who knows|couldn't tell you|no clue|beats me|search me)\b"
        ),
    ),
    "silence": (
        0.5,
        (
            r"(?:[\(\[\*<](?:long |a |lengthy )?(?:silence|silent|pause|shrugs?|shrugging|no (?:reply|answer|response)|"
            r"says nothing|looks (?:away|down|at (?:the|her|his) \w+)|stares? (?:\w+ )*|nods|sighs|"
            r"quiet)[^\)\]\*>]{0,24}[\)\]\*>])|^\W*\.\.\.\W*$"
        ),
    ),
}


def minimal(line: Line) -> bool:
    """Return whether a reply holds only words that answer nothing: yes, fine, don't know, the usual."""
    if line.words > MOST:
        return False
    if _DIGIT.meets(line.text):
        return False
    words = _MARKS.findall(line.text)
    return all(word in _EMPTY for word in words) and not _THINKS.meets(line.text) and not _AGREES.meets(line.text)


def _worth(place: Place) -> float:
    near = depth(place)
    other = place.other
    if near < FAINT or other is None:
        return 0.0
    if place.asked is Asked.CLOSED:
        return 0.4 * near
    if place.asked is Asked.NOTHING:
        return 0.7 * near if other.words >= _NAMES_SOMETHING else 0.0
    return near


def _is_short(place: Place) -> bool:
    line = place.line
    if not 0 < line.words <= MOST or (line.words > _TINY and not minimal(line)):
        return False
    listens = place.asked is not Asked.OPEN and _assents(place) and _run(place) < _RUN - 1
    return not listens and _worth(place) >= _LEAST_WORTH


def _assents(place: Place) -> bool:
    if place.asked in (Asked.FEELING, Asked.US):
        return False
    return all(word in _ASSENT for word in _MARKS.findall(place.text))


def _run(place: Place) -> int:
    """How many of this client's replies just before were minimal as well, where more was asked."""
    count = 0
    lines = place.context.lines
    for index in range(place.at - 1, max(0, place.at - _BACK), -1):
        line, before = lines[index], lines[index - 1]
        if line.turn.role is not Role.CLIENT:
            continue
        if not minimal(line) or weight(before) < 0.0:
            break
        count += 1
    return count


def _short(place: Place, _matches: Matches) -> Iterable[Hit]:
    line = place.line
    worth = _worth(place)
    run = _run(place) if minimal(line) else 0
    if _assents(place):
        worth *= 0.75 if run >= _RUN - 1 and depth(place) >= NEAR else 0.5 if place.asked is Asked.OPEN else 0.0
    if worth == 0.0 or not line.text.strip():
        return ()
    strength = _alone(place) * worth
    if strength and line.words <= 0.4 * place.context.usual.reply and place.context.usual.replies:
        strength *= 1.15
    own = place.own
    if strength and own is not None and own.words >= max(12, 4 * line.words):
        strength *= 1.15
    if strength < _FLOOR:
        return ()
    strength = min(strength, _ALONE) + 0.12 * min(run, 3) * worth
    return hit(place, _SHORT, Family.MINIMAL, _whole(place), strength, _why_short(place, run))


def _alone(place: Place) -> float:
    line = place.line
    if minimal(line):
        return 0.6 if line.words <= _TINY else 0.46
    if line.words <= _TINY and not feelings(line.text) and not inward(line.text) and not _THINKS.meets(line.text):
        return 0.18
    return 0.0


def _whole(place: Place) -> tuple[int, int]:
    text = place.text
    stripped = text.strip()
    start = text.find(stripped)
    return start, start + len(stripped)


def _why_short(place: Place, run: int) -> str:
    usual = round(place.context.usual.reply)
    length = plural("A reply of {n} word", "A reply of {n} words", place.line.words)
    if run:
        return _("{length}, after others as short; more was asked for.").format(length=length)
    if place.context.usual.replies:
        return _("{length} where more was asked for; this client's replies are usually about {usual} words.").format(
            length=length, usual=usual
        )
    return _("{length} where more was asked for; too little is known of what is usual.").format(length=length)


_MEETS = Expression(
    r"\b(?:that'?s (?:it|exactly|what)[,. ]+(?:yes|yeah|exactly|that'?s|that is|you'?ve)|that'?s exactly|exactly (?:it|"
    r"that)|(?:nobody|no one|no-one)(?:'s| has)? ever|you'?ve got it|spot on|(?:yes|yeah)[,. ]+that'?s it)\b"
)
"""A “that's it” that says that the other has put it well."""


def _closes(place: Place, matches: Matches) -> Iterable[Hit]:
    text = place.text
    if place.asked is Asked.NOTHING and _MEETS.meets(text):
        return ()
    near = depth(place)
    if near < FAINT or (minimal(place.line) and _is_short(place)):
        return ()
    clear, pattern, span = clearest(_NAMED, matches)
    strength = (clear + 0.1 * (len(matches) - 1)) * near
    if pattern == "silence" and len(matches) == 1 and place.line.words > _TINY:
        strength *= 0.4
    strength *= 1 / (1 + 0.5 * inward(text))
    if reported(text, span[0]) or turned(text, span[1]) or _THINKS.meets(text):
        strength *= 0.4
    words = place.line.words
    strength *= 1.0 if words <= _SOME else 0.7 if words <= _MANY else 0.4
    if feelings(text):
        strength *= 0.7
    if strength < _FLOOR:
        return ()
    reason = _("These words close what was asked, without a word of what it is like.")
    return hit(place, _CLOSES, Family.MINIMAL, span, strength, reason)


def _is_drop(place: Place) -> bool:
    usual = place.context.usual
    if usual.replies < LEAST_REPLIES or place.asked not in OPENERS or place.line.words > DROP * usual.reply:
        return False
    replies = _replies(place)
    low = [words <= DROP * usual.reply for words in replies]
    return len(low) == _RUN and all(low[:-1]) and not low[-1]


def _replies(place: Place) -> list[int]:
    """Words of the replies before to something open, nearest first, as many as a run is long."""
    lines = place.context.lines
    found: list[int] = []
    for index in range(place.at - 1, 0, -1):
        if lines[index].turn.role is Role.CLIENT and lines[index - 1].asks in OPENERS:
            found.append(lines[index].words)
            if len(found) == _RUN:
                break
    return found


def _dropped(place: Place, _matches: Matches) -> Iterable[Hit]:
    if not _is_drop(place):
        return ()
    reason = _("The third reply running that is at least 40 % shorter than this client's usual {usual} words.").format(
        usual=round(place.context.usual.reply)
    )
    return hit(place, _DROP, Family.MINIMAL, _whole(place), 0.4, reason)


def _looks_short() -> str:
    return _("Replies of a few words that answer little, where something open or felt was asked.")


def _looks_closing() -> str:
    return _("Words that close a question: nothing to say, not now, do not know.")


def _looks_drop() -> str:
    return _(
        "Three replies running that are at least 40 % shorter than usual for this client; our own, untested measure."
    )


def _benign() -> tuple[str, ...]:
    return (
        _("A short reply is often just a short reply: tired, thinking, or nothing to add."),
        _("A hard question may need more time than a turn gives."),
    )


RULES: tuple[Rule, ...] = (
    faintly("minimal.faint", Family.MINIMAL, answering_little, _benign),
    Rule(_SHORT, Family.MINIMAL, Role.CLIENT, _looks_short, _benign, _short, shape=_is_short),
    Rule(_CLOSES, Family.MINIMAL, Role.CLIENT, _looks_closing, _benign, _closes, patterns(_NAMED)),
    Rule(_DROP, Family.MINIMAL, Role.CLIENT, _looks_drop, _benign, _dropped, shape=_is_drop),
)
