import json
from datetime import date

import numpy as np
import pytest

from reattune.model import Role, Source, Span, Spoke, Way
from reattune.nonverbal.figures import sound_figures
from reattune.nonverbal.listening import Who, listen
from reattune.nonverbal.listening_json import as_json, from_json
from reattune.nonverbal.pauses import silences
from reattune.nonverbal.spans import seconds
from reattune.nonverbal.turns import along, exchanges, of, turns
from reattune.synthetic import sounding

pytestmark = pytest.mark.system("espeak-ng")
T, P = Role.THERAPIST, Role.CLIENT
CHANNELS = Who(channels=(P, T), guess=False)
NEAR = 0.4


def pieces(sound, length=160_000):
    return (sound[at : at + length] for at in range(0, len(sound), length))


@pytest.fixture(scope="module")
def talk():
    return sounding.conversation(120, 1, (sounding.MALE[1], sounding.FEMALE[1]), overlap=0.3)


@pytest.fixture(scope="module")
def heard(talk):
    said = []
    found = listen(pieces(talk.sound), talk.seconds, CHANNELS, say=lambda done, total: said.append((done, total)))
    return found, said


def near(one, other):
    return one.role == other.role and abs(one.start - other.start) < NEAR


def matched(talk, found):
    pairs = []
    for true in exchanges(turns(talk.spoke)):
        pairs += [(true, one) for one in exchanges(found.turns) if near(one.after, true.after)][:1]
    return pairs


def test_two_clean_microphones_give_offsets_to_a_fiftieth_of_a_second(talk, heard):
    pairs = matched(talk, heard[0])
    assert len(pairs) == len(exchanges(turns(talk.spoke))) >= 12
    errors = [one.offset - true.offset for true, one in pairs]
    assert np.median(np.abs(errors)) <= 0.02


def test_two_clean_microphones_give_shares_and_interruptions(talk, heard):
    def share(spoke):
        return seconds(of(spoke, P)) / (seconds(of(spoke, P)) + seconds(of(spoke, T)))

    assert abs(share(talk.spoke) - share(heard[0].spoke)) <= 0.01
    true = [one for one in exchanges(turns(talk.spoke)) if one.interrupts]
    found = [one for one in exchanges(heard[0].turns) if one.interrupts]
    right = sum(any(near(one.after, each.after) for each in found) for one in true)
    assert 2 * right / (len(true) + len(found)) >= 0.9
    inside = along(turns(talk.spoke))
    assert not any(near(one.after, each) for one in found for each in inside)


def test_every_silence_has_its_pattern(talk, heard):
    true = [one for one in silences(talk.spoke, talk.seconds) if one.start > 2]
    for one in true:
        assert any(abs(one.start - each.start) < NEAR and one.between is each.between for each in heard[0].silences)


def test_the_way_is_told_it_says_how_far_it_is_and_goes_through_json(talk, heard):
    found, said = heard
    assert found.way is Way.CHANNELS
    assert not found.bleeds
    assert said[-1] == (pytest.approx(talk.seconds), talk.seconds)
    assert [one[0] for one in said] == sorted(one[0] for one in said)
    kept = json.loads(json.dumps(as_json(found), allow_nan=False))
    assert as_json(from_json(kept)) == kept
    assert len(found.peaks) == round(10 * talk.seconds)
    figures = sound_figures(found, date(2026, 5, 4), Source("a.wav", ""), date(2026, 5, 5))
    assert 80 < figures.client_pitch < 140
    assert figures.overlap > 0


def test_swapped_microphones_swap_the_roles_and_nothing_else(talk, heard):
    short = talk.sound[: 40 * sounding.RATE]
    one = listen([short], who=CHANNELS)
    two = listen(pieces(short, 7777), who=Who(channels=(T, P), guess=False))
    swap = {T: P, P: T}
    assert [(t.start, t.end, swap[t.role]) for t in one.turns] == [(t.start, t.end, t.role) for t in two.turns]
    mirror = {"TT": "PP", "PP": "TT", "TP": "PT", "PT": "TP", "other": "other"}
    assert [(s.start, s.end, mirror[s.between]) for s in one.silences] == [
        (s.start, s.end, s.between) for s in two.silences
    ]
    assert [one.hertz for one in one.voices] == [one.hertz for one in two.voices]


def test_one_microphone_said_to_be_two_falls_back_and_says_so(talk):
    both = talk.sound[: 40 * sounding.RATE].sum(axis=1)
    twice = listen([np.stack([both, both], axis=1)], who=CHANNELS, pitch=False)
    alone = listen([both], who=CHANNELS, pitch=False)
    for one in (twice, alone):
        assert one.way is Way.NONE
        assert one.turns == ()
        assert len(one.remarks) >= 2
        assert all(silence.between == "other" for silence in one.silences)
    figures = sound_figures(alone, date(2026, 5, 4), Source("a.wav", ""), date(2026, 5, 5))
    assert (figures.client_talk, figures.pauses, figures.overlap) == (None, (), None)


def test_marked_voices_are_used_and_bad_marks_are_said(talk):
    both = sounding.in_a_room(talk, 30)
    seeds = {role: tuple(of(talk.spoke, role)[:6]) for role in (T, P)}
    found = listen(pieces(both), who=Who(seeds=alone(talk, seeds), guess=False), pitch=False)
    assert found.way is Way.SEEDED
    assert found.bleeds
    short = {T: (Span(1, 2),), P: (Span(3, 4),)}
    refused = listen([both[: 30 * sounding.RATE]], who=Who(seeds=short, guess=False), pitch=False)
    assert refused.way is Way.NONE
    assert any("mark" in one.lower() for one in refused.remarks)


def alone(talk, seeds):
    """Return marks in which nobody else speaks."""
    other = {T: of(talk.spoke, P), P: of(talk.spoke, T)}
    return {
        role: tuple(s for s in spans if not any(o.start < s.end and s.start < o.end for o in other[role]))
        for role, spans in seeds.items()
    }


def test_a_silent_recording_and_none_at_all_say_what_cannot_be_said():
    for sound in (np.zeros((32_000, 1), np.float32), np.zeros((0, 2), np.float32)):
        found = listen([sound], who=CHANNELS)
        assert (found.spoke, found.turns, found.moments, found.way) == ((), (), (), Way.NONE)
        assert found.remarks
    assert listen([]).seconds == 0


def test_one_person_alone_gives_no_replies_and_says_so(talk):
    sound = talk.sound[: 40 * sounding.RATE].copy()
    sound[:, 0] = 0
    found = listen([sound], who=CHANNELS)
    assert {one.role for one in found.spoke} <= {T}
    assert any("Only you" in one for one in found.remarks)
    assert sound_figures(found, date(2026, 5, 4), Source("a.wav", ""), date(2026, 5, 5)).latency is None
    assert Spoke(0, 1, P) not in found.spoke
