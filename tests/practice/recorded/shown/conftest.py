"""What was heard and seen in a recording of ninety seconds, and a recording that is here with both."""

from collections.abc import Callable

import pytest

from reattune.model import Audio, Between, Recording, Role, Silence, Span, Spoke, Way
from reattune.nonverbal import listening_json, watching_json
from reattune.nonverbal.listened import Listened, Moment
from reattune.nonverbal.moved import Moved, Rule
from reattune.nonverbal.turns import turns
from reattune.nonverbal.watched import Amount, Ribbons, Together, Watched
from reattune.practice import models
from reattune.practice.mapping.codec import dump
from reattune.practice.recorded import kept

SPOKE = tuple(
    Spoke(float(start), start + 5.0, Role.CLIENT if start % 20 else Role.THERAPIST) for start in range(0, 60, 10)
)


@pytest.fixture
def listened() -> Listened:
    """Ninety seconds with a silence of fourteen and two moments."""
    return Listened(
        seconds=90.0,
        way=Way.SEEDED,
        bleeds=True,
        spoke=(*SPOKE, Spoke(80.0, 84.0, Role.THERAPIST)),
        turns=turns(SPOKE),
        silences=(Silence(65.0, 79.0, Between.TT, (Span(70.0, 71.5),)), Silence(84.0, 87.0)),
        sounds=(Span(70.0, 71.5),),
        moments=(
            Moment("bbbb2222", 65.0, 79.0, "long-silence", (Span(65.0, 79.0),), (("seconds", 14.0), ("usual", 4.0))),
            Moment("aaaa1111", 3.0, 9.0, "short-replies", (Span(3.0, 9.0),), (("count", 3.0),), Role.CLIENT, 1.0),
        ),
        peaks=tuple(0.2 + 0.6 * (at % 50 < 25) for at in range(900)),
        remarks=("It was soft.",),
    )


@pytest.fixture
def watched() -> Watched:
    """Ninety seconds in which movements went together as by chance, and one moment."""
    return Watched(
        "talk.wav",
        90.0,
        80.0,
        "percent",
        client=Amount(1.0, 31.0, 2.5),
        therapist=Amount(1.0, 22.0, 1.5),
        ribbons=Ribbons((1.0,) * 90, (2.0,) * 90, (0.5,) * 90),
        together=Together("max Z, 60/10 s, lag 5 s", 0.4, 0.38, 0.5, 0.6, 200, 0.2, 0.4, 0.4, 0.2, 3.0),
        moments=(Moved("cccc3333", 40.0, 55.0, Rule.CLIENT, {"here": 0.1, "usual": 1.0, "z": -3.0}),),
    )


@pytest.fixture
def played(here: models.Recording, listened: Listened, watched: Watched) -> models.Recording:
    """A recording that is here, with what was heard and seen in it."""
    kept.remember(here, track=dump(Recording("talk.wav", "wav", 90.0, Audio(16000, 1, "pcm_s16le"))))
    found = models.Found(client=here.client, recording=here)
    found.words = {
        "sound": listening_json.as_json(listened),
        "movement": watching_json.as_json(watched),
        "figures": {},
        "remarks": ["It has two tracks."],
    }
    found.save(force_insert=True)
    return models.Recording.objects.select_related("client", "found", "heard").get(pk=here.pk)


@pytest.fixture
def again() -> Callable[[models.Recording], models.Recording]:
    """Return a recording as it is in the store now."""
    return lambda row: models.Recording.objects.select_related("client", "found", "heard").get(pk=row.pk)
