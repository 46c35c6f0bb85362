"""Figures on the page: counted from turns, led back to one, held beside this client's own earlier sessions only."""

from reattune.model import Role
from reattune.practice.heard import bringing, figures, speakers
from reattune.practice.heard.measures import measured
from reattune.practice.heard.opened import open_up

ROLES = {"Anna B.": Role.THERAPIST, "Kestrel": Role.CLIENT}


def rows(heard):
    return {one.name: one for one in measured(heard, open_up(heard).transcript).rows}


def test_counted_from_the_turns(told):
    found = rows(told)
    assert (found["turns"].yours, found["turns"].theirs) == ("3", "3")
    assert found["words"].theirs == "21"
    short = found["turns of at most 3 words"]
    assert (short.theirs, short.rests_on) == ("1", "of 3 turns")
    assert found["most of them after one another"].turn == 3
    latency = found["seconds until they begin, in the middle"]
    assert (latency.theirs, latency.rests_on) == ("2", "3 of the client’s measured")


def test_a_silence_is_found_again(agreed, vtt):
    row = bringing.bring(agreed, "2026-06-02.vtt", vtt(step=20)).heard
    speakers.confirm(row, ROLES)
    (longest,) = [one for one in rows(row).values() if "longest" in one.name]
    assert longest.name == "the longest: silence, 12 seconds"
    assert (longest.turn, longest.rests_on) == (0, "5 silences of three seconds or more")


def long(first="Kestrel"):
    names = ("Anna B.", first)
    return [(names[at % 2], "one two three four five six seven eight nine" if at % 2 else "So?") for at in range(30)]


def test_beside_earlier_sessions_of_the_same_client(told, agreed, vtt, new_client):
    assert "So far there is none." in measured(told, open_up(told).transcript).earlier
    for day in ("2026-05-05", "2026-05-12", "2026-05-19"):
        speakers.confirm(bringing.bring(agreed, f"{day}.vtt", vtt([*long(), ("Anna B.", day)])).heard, ROLES)
    short = [(name, "Fine." if name == "Kestrel" else text) for name, text in long()]
    row = bringing.bring(agreed, "2026-05-26.vtt", vtt(short)).heard
    speakers.confirm(row, ROLES)
    figures.renew(agreed)
    found = measured(row, open_up(row).transcript)
    assert "3 sessions before" in found.earlier
    assert found.is_known
    assert any("shorter" in one.says for one in found.changes)
