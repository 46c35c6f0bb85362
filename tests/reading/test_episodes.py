from zoneinfo import ZoneInfo

import pytest

from reattune.reading.episodes import read_episodes
from reattune.reading.gathered import Gathered, Place


@pytest.fixture
def read(tmp_path):
    def _read(*parts):
        path = tmp_path / "heron" / "episodes.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(parts), encoding="utf-8")
        return read_episodes(path, Place(tmp_path, ZoneInfo("UTC")))

    return _read


BOTH = """
[[episode]]
id = "e1"
date = 2026-01-13
similar_to = ["e2", "e3"]
[episode.therapist]
words = "I looked at the clock"
view = 3
"""
CLIENT = '[episode.client]\nwords = "rushed"\nvisibility = "{}"\n'
THIRD = '[[episode]]\nid = "e3"\ndate = 2026-01-10\n[episode.therapist]\nwords = "quiet"\n'


def test_two_voices_stay_two(read):
    ((_label, episode),) = read(BOTH, CLIENT.format("shared_with_therapist")).episodes
    assert (episode.client.words, episode.therapist.words, episode.therapist.view) == (
        "rushed",
        "I looked at the clock",
        3,
    )


@pytest.mark.parametrize("visibility", ["client_only", "", "private", "therapist_only"])
def test_a_clients_voice_that_is_not_shared_leaves_no_trace(read, visibility):
    hidden = f'[[episode]]\nid = "e2"\ndate = 2026-01-01\n{CLIENT.format(visibility)}'
    wrong = '[[episode]]\nview = ["x"]\n[episode.client]\nwords = 3\n'
    plain = read(BOTH, THIRD)
    assert read(BOTH, CLIENT.format(visibility), THIRD) == plain
    assert read(BOTH, hidden, wrong, THIRD) == plain
    assert read(hidden, BOTH, THIRD) == plain
    assert read(hidden) == read("") == Gathered()
    assert plain.episodes[1][1].similar_to == ("e3",)


def test_a_slip_costs_one_episode_and_a_private_one_still_leaves_no_trace(read):
    broken = '[[episode]]\nid = "e4\n[episode.therapist]\nwords = "x"\n'
    private = '[[episode]]\nid = "e5\n[episode.client]\nwords = "x"\n'
    found = read(BOTH, broken, THIRD)
    assert [episode.id for _label, episode in found.episodes] == ["e3", "e1"]
    assert len(found.quarantined) == 1
    assert read(BOTH, private, broken, THIRD) == found
    assert read(BOTH, private, THIRD) == read(BOTH, THIRD)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[[episode]]\nid = "e1"\n', "no date"),
        ('[[episode]]\nid = "e1"\ndate = 2026-01-01\n[episode.therapist]\nview = 7\n', "0 to 4"),
        ('[[episode]]\nid = "e1"\ndate = 2026-01-01\ntried = 3\n', "list"),
        ("episode = 3", "table"),
    ],
)
def test_an_entry_that_cannot_be_meant_is_set_aside(read, text, says):
    found = read(text)
    assert found.episodes == ()
    assert says in found.quarantined[0].why


def test_an_id_twice_is_kept_once(read):
    found = read(BOTH, BOTH)
    assert len(found.episodes) == 1
    assert found.quarantined[0].field == "id"
