"""Signs of a family weighed together: what was seen in a turn, what eases it, and what its place makes of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from reattune.model import Role
from reattune.speech.aims import aim, elsewhere, here, played, reported, sentence, speaks
from reattune.speech.expression import compiled
from reattune.speech.place import Place
from reattune.speech.rule import Family, Hit, Matches, Pattern, Rule, Span

_NOD = 4
"""Fewer words than this are only a nod."""
LEAST = 0.18
"""Weaker than this is not worth a mark (our own choice)."""
_NOTHING = LEAST - 1e-9
"""The same, with room for the last digit of a product."""
LEANT = 1.3
"""The most that a leaning makes of a strength."""
MOST = 0.95
REPORTED = 0.12
"""What is left of words that were only reported."""
STORY = 0.25
"""What is left of words in a sentence about people of a story."""
PLAYED = 0.15
"""What is left where the client asked the therapist to speak as somebody else."""
FAINT = 0.6
"""What is left of faint signs alone."""
NEAR = 0.8
"""What is left where the theme stands in another sentence, or in the line before."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One way in which a family can sound.

    `bound` signs count only where what they are about (the theme of the family) stands near them; `aimed` ones are
    aimed at somebody by their own words ("you"), so that people of a story in the same sentence change nothing;
    `faint` ones need company, or a line before that was about the two of them.
    """

    name: str
    expression: str
    weight: float
    reason: Callable[[], str]
    bound: bool = False
    aimed: bool = False
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Ease:
    """Words that make another reading likelier: what is left of the strength where they stand in the turn."""

    expression: str
    left: float


OPENS = (
    Ease(
        r"(?:^|[\s,.])(?:ha|haha|heh|\(laughs\)|\[laughs\]|ooh|funny,? (?:actually|that)|strange,? (?:actually|"
        r"that)|oddly)\b[,. ]*",
        0.6,
    ),
    Ease(
        r"\b(?:and then i (?:wasn'?t|did|was|thought|found|saw|felt|noticed|heard|cried|laughed)|"
        r"i don'?t know where that came|now (?:that )?you (?:say|mention|ask|put)|come to think|it made me think|"
        r"got me thinking|made me (?:laugh|smile|cry)|i was (?:surprised|afraid|scared|frightened)|surprised me|"
        r"it'?s just (?:they|it|i|that i)|before i knew|(?:it|that)(?:'d| would) (?:say|be)|but it'?s not that|"
        r"so (?:that was|there was|it was) (?:there|about)|that'?s it\. |spot on|exactly that|i(?:'d|"
        r" would) never have (?:said|thought|put)|really true|i don'?t notice|i'?d? (?:got|get) used|"
        r"it'?s all right|they(?:'re| are) nice|didn'?t feel (?:anything|like))\b",
        0.45,
    ),
)
"""Words that open something up, in whatever family."""


@dataclass(frozen=True)
class Signs:
    """The signs of one family, read as one rule.

    `theme` is what bound signs must be about, in the turn or in the line before; `place` says what the place makes of
    it all (1 leaves it as it is) and `leant` how the turn leans (at most `LEANT`); `story` is what is left of words in
    a sentence about people of a story, `told` what is left of words that were only reported.
    """

    id: str
    family: Family
    role: Role
    looks_at: Callable[[], str]
    benign: Callable[[], tuple[str, ...]]
    signs: tuple[Sign, ...]
    eases: tuple[Ease, ...] = ()
    theme: str = ""
    story: float = STORY
    told: float = REPORTED
    place: Callable[[Place], float] = lambda _place: 1.0
    leant: Callable[[Place], float] = lambda _place: 1.0

    def rule(self) -> Rule:
        """Return the rule that reads these signs."""
        patterns = tuple(Pattern(sign.name, sign.expression) for sign in self.signs)
        return Rule(self.id, self.family, self.role, self.looks_at, self.benign, self.find, patterns)

    def find(self, place: Place, matches: Matches) -> Iterable[Hit]:
        """Yield one hit for the turn, on the sentence that shows it best, where enough is left of it."""
        met = [self._named[name] for name in matches]
        if self.theme and all(sign.bound for sign in met) and not self._near(place):
            return
        alone = len(met) == 1 and met[0].faint and not (self.role is Role.CLIENT and here(before(place)))
        if alone and met[0].weight * FAINT < LEAST and len(matches[met[0].name]) == 1:
            return
        told = speaks(place.text)
        seen = [
            (weight, span, sign)
            for sign in met
            for span in matches[sign.name]
            if (weight := self._weight(place, sign, span, told=told)) > 0
        ]
        if not seen:
            return
        seen.sort(key=lambda one: (-one[0], one[1]))
        strength = together([weight for weight, _span, _sign in seen]) * (FAINT if alone else 1.0)
        if (strength := self._placed(place, strength)) < LEAST:
            return
        _weight, span, sign = seen[0]
        start, end = sentence(place.text, span)
        yield Hit(self.id, self.family, place.at, start, end, round(min(strength, MOST), 3), sign.reason())

    def eased(self, text: str) -> float:
        """Return what the eases leave of a strength in a folded text."""
        left = 1.0
        for expression, part in self._eases:
            if expression.meets(text):
                left *= part
        return left

    def _placed(self, place: Place, strength: float) -> float:
        """Return what the place, the eases and the leaning make of a strength; 0 where it comes to nothing."""
        said, placed = before(place), self.place(place)
        aimed = aim(said) if self.role is not Role.THERAPIST else (PLAYED if played(said) else 1.0)
        # What costs most is asked last, and only where it can matter: the eases never add, a leaning only so much.
        most = strength * placed * aimed * LEANT
        if most < _NOTHING or most * (left := self.eased(place.text)) < _NOTHING:
            return 0.0
        return strength * (placed * self.leant(place) * aimed) * left

    @cached_property
    def _eases(self) -> tuple[tuple[Any, float], ...]:
        eases = self.eases if self.role is Role.THERAPIST else (*self.eases, *OPENS)
        return tuple((compiled(ease.expression), ease.left) for ease in eases)

    @cached_property
    def _named(self) -> dict[str, Sign]:
        return {sign.name: sign for sign in self.signs}

    @cached_property
    def _theme(self) -> Any:
        return compiled(self.theme)

    def _weight(self, place: Place, sign: Sign, span: Span, *, told: bool) -> float:
        weight = sign.weight
        if told and reported(place.text, span):
            weight *= self.told
        start, end = sentence(place.text, span)
        words = place.text[start:end]
        if not sign.aimed and elsewhere(words):
            weight *= self.story
        return weight * self._about(place, words) if sign.bound else weight

    def _about(self, place: Place, words: str) -> float:
        if self._theme.meets(words):
            return 1.0
        return NEAR if self._near(place) else 0.0

    def _near(self, place: Place) -> bool:
        said = before(place)
        return bool(self._theme.meets(place.text) or (said and self._theme.meets(said)))


def together(weights: list[float]) -> float:
    """Return how strong several signs are together: the strongest in full, each further one for half of itself."""
    left = 1.0
    for index, weight in enumerate(sorted(weights, reverse=True)):
        left *= 1 - (weight if index == 0 else weight / 2)
    return 1 - left


def before(place: Place) -> str:
    """Return the folded text of the other's last line before; of the one before it too, where it was only a nod."""
    other = place.other
    if other is None or other.words >= _NOD:
        return "" if other is None else other.text
    role = other.turn.role
    earlier = [line.text for line in place.before(4) if line.turn.role is role]
    return " ".join(earlier[-2:])
