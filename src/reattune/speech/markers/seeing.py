"""Where in a session each sign was seen, once; and what the markers come to over any stretch of it."""

from collections.abc import Sequence

import numpy as np

from reattune.model import Role
from reattune.speech.dynamics import FEATURES, features, measured
from reattune.speech.markers.definitions import SIGNS, Marker, Stretch
from reattune.speech.matching import Matcher
from reattune.speech.place import Context, Place
from reattune.speech.rule import Pattern

_LATE = 4
"""The last of so many parts is late."""
_ROLES = (Role.CLIENT, Role.THERAPIST)


class Looker:
    """Looks at sessions for some markers; made once, used for many.

    Args:
        markers: what is looked for.
    """

    def __init__(self, markers: Sequence[Marker]) -> None:
        self.markers = tuple(markers)
        self.signs = tuple(dict.fromkeys(one.of for one in markers if one.stretch is not Stretch.LENGTHS))
        self._column = {name: index for index, name in enumerate(self.signs)}
        found = [SIGNS[name] for name in self.signs]
        self._patterned = {role: [one for one in found if one.role is role and one.expression] for role in _ROLES}
        self._seen = {
            role: [(self._column[one.name], one.seen) for one in found if one.role is role and one.seen is not None]
            for role in _ROLES
        }
        self._matchers = {
            role: Matcher([Pattern(one.name, one.expression) for one in signs])
            for role, signs in self._patterned.items()
        }
        self._columns = {role: [self._column[one.name] for one in signs] for role, signs in self._patterned.items()}
        self.of_client = np.array([one.role is Role.CLIENT for one in found], dtype=bool)

    def look(self, context: Context) -> "Seen":
        """Return where each sign was seen.

        Args:
            context: a transcript made ready.

        Returns:
            Turns by signs, from 0 to 1.
        """
        shown = np.zeros((len(context.lines), len(self.signs)))
        for at, line in enumerate(context.lines):
            role = line.turn.role
            if role not in self._matchers:
                continue
            columns = self._columns[role]
            for number in self._matchers[role].met(line.text):
                shown[at, columns[number]] = 1.0
            if self._seen[role]:
                place = Place(context, at)
                for column, seen in self._seen[role]:
                    shown[at, column] = seen(place)
        return Seen(self, context, shown)


class Seen:
    """What was seen in one session.

    Args:
        looker: who looked.
        context: the session.
        shown: turns by signs, from 0 to 1.
    """

    def __init__(self, looker: Looker, context: Context, shown: np.ndarray) -> None:
        self.looker, self.context, self.shown = looker, context, shown
        roles = [line.turn.role for line in context.lines]
        self.client = np.array([role is Role.CLIENT for role in roles], dtype=bool)
        self.therapist = np.array([role is Role.THERAPIST for role in roles], dtype=bool)

    def values(self, begin: int = 0, end: int | None = None) -> np.ndarray:
        """Return the markers' values over turns `begin` to `end`, in order; not a number where one cannot be known."""
        last = len(self.context.lines) if end is None else end
        late = begin + (last - begin) * (_LATE - 1) // _LATE
        weights = np.zeros((2, len(self.shown)))
        weights[0, begin:last] = weights[1, late:last] = 1.0
        rates = dict(zip((Stretch.WHOLE, Stretch.LATE), self.rates(weights), strict=True))
        transcript = self.context.transcript
        figures = features(measured(transcript.turns[begin:last], times=transcript.times, typed=transcript.written))
        known = {name: np.nan if value is None else value for name, value in zip(FEATURES, figures, strict=True)}
        columns = {name: index for index, name in enumerate(self.looker.signs)}
        return np.array(
            [
                known[one.of] if one.stretch is Stretch.LENGTHS else rates[one.stretch][columns[one.of]]
                for one in self.looker.markers
            ]
        )

    def rates(self, weights: np.ndarray) -> np.ndarray:
        """Return, for each row of weights over the turns, each sign's rate: log(1 + turns in a hundred of its role)."""
        counts = weights @ self.shown
        client = np.maximum(1.0, weights @ self.client)[:, None]
        therapist = np.maximum(1.0, weights @ self.therapist)[:, None]
        found: np.ndarray = np.log1p(100.0 * counts / np.where(self.looker.of_client, client, therapist))
        return found

    def turns(self, marker: Marker) -> tuple[int, ...]:
        """Return the numbers of the turns in which a marker's sign was seen at all; none for one without words."""
        if marker.stretch is Stretch.LENGTHS:
            return ()
        column = self.looker.signs.index(marker.of)
        begin = len(self.shown) * (_LATE - 1) // _LATE if marker.stretch is Stretch.LATE else 0
        return tuple(int(at) + begin for at in np.flatnonzero(self.shown[begin:, column]))
