"""Motion energy as other programs write it."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import UnreadableError
from reattune.reading.movement import is_series, read_movement


def put(folder, text, name="2026-03-10.mea.csv"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def table(values, step=0.04, start=0.0):
    rows = [f"{start + place * step:.2f},{one},{two}" for place, (one, two) in enumerate(values)]
    return "time_s,client,therapist\n" + "\n".join(rows) + "\n"


STEADY = [(place % 7, place % 5) for place in range(200)]


def test_times_and_both_people(tmp_path):
    moved = read_movement(put(tmp_path, table(STEADY, start=1.0)), "heron/x.mea.csv")
    found = moved.movement
    assert math.isclose(found.per_second, 25.0, rel_tol=1e-6)
    assert (found.start, found.name, found.remarks) == (1.0, "heron/x.mea.csv", ())
    assert found.client[:3] == (0.0, 1.0, 2.0)
    assert (len(found.client), len(found.therapist)) == (200, 200)


def test_a_jump_in_the_times_stays_missing_and_is_said(tmp_path):
    lines = table(STEADY).splitlines()
    path = put(tmp_path, "\n".join(lines[:50] + lines[60:]))
    found = read_movement(path).movement
    assert len(found.client) == 200
    assert found.client[49:59] == (None,) * 10
    assert found.remarks == ("in the times of 2026-03-10.mea.csv, 10 values are missing and stay missing",)
    back = put(tmp_path, "\n".join([*lines[:50], lines[20], *lines[50:]]))
    assert "goes back; it was left out" in read_movement(back).movement.remarks[0]


def test_another_rate_than_the_times_say_is_said_and_the_times_are_believed(tmp_path):
    path = put(tmp_path, table(STEADY))
    assert read_movement(path, per_second=25.1).movement.remarks == ()
    found = read_movement(path, per_second=30).movement
    assert math.isclose(found.per_second, 25.0, rel_tol=1e-6)
    assert "say 25 values a second, not 30" in found.remarks[0]


def test_what_rmea_writes_needs_a_rate(tmp_path):
    path = put(tmp_path, "".join(f"{one}\t{two}\n" for one, two in STEADY), "2026-03-10.txt")
    with pytest.raises(UnreadableError, match="how many values there are a second"):
        read_movement(path)
    for wrong in (0, -1, math.nan, math.inf, 1e6):
        with pytest.raises(UnreadableError, match="values a second cannot be"):
            read_movement(path, per_second=wrong)
    assert read_movement(path, per_second=25).movement.per_second == 25


def test_columns_by_name_or_by_number(tmp_path):
    text = "therapist,noise,client\n" + "1,5,3\n2,5,4\n" * 20
    assert read_movement(put(tmp_path, text), per_second=25).movement.client[0] == 3.0
    assert read_movement(put(tmp_path, text), per_second=25, columns=(1, 2)).movement.client[0] == 1.0
    for wrong in ((1, 1), (0, 1), (1, 4)):
        with pytest.raises(UnreadableError, match="3 columns"):
            read_movement(put(tmp_path, text), per_second=25, columns=wrong)
    with pytest.raises(UnreadableError, match="no columns of two people"):
        read_movement(put(tmp_path, "time_s,client\n" + "0,1\n" * 9))


def test_far_values_and_unequal_lengths_are_said(tmp_path):
    values = [*STEADY, (5000, 1), *STEADY]
    text = "".join(f"{one} {two}\n" for one, two in values) + "3 NA\n" * 4
    remarks = read_movement(put(tmp_path, text, "x.txt"), per_second=25).movement.remarks
    assert "client: 1 value is more than ten standard deviations" in remarks[0]
    assert "(405 and 401 values)" in remarks[1]


def test_bad_rows_keep_their_place(tmp_path):
    lines = table(STEADY).splitlines()
    lines[3] = "0.08,abc,1"
    moved = read_movement(put(tmp_path, "\n".join(lines)))
    assert [one.row for one in moved.quarantined] == ["4"]
    assert moved.movement.client[1:4] == (1.0, None, 3.0)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("time_s,client,therapist\n" + "NA,1,2\n" * 9, "no times that go on"),
        ("time_s,client,therapist\n" + "".join(f"{n},NA,2\n" for n in range(9)), "fewer than half"),
        ("time_s,client,therapist\n0,1,1\n0.001,1,1\n0.002,1,1\n9e9,1,1\n", "reach too far"),
        ("hello there\nnobody moves\n", "not a table of numbers"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path, text, why):
    with pytest.raises(UnreadableError, match=why):
        read_movement(put(tmp_path, text), per_second=25)


def test_series_are_known_by_name_or_by_rows(tmp_path):
    assert is_series(tmp_path / "2026-03-10.mea.csv")
    assert is_series(put(tmp_path, "1 2\n3 4\n5 6\n", "a.txt"))
    assert not is_series(put(tmp_path, "Therapist: hello\nClient: yes\n", "b.txt"))
    assert not is_series(put(tmp_path, "1 2\n3 4\n", "c.docx"))
    assert not is_series(put(tmp_path, "", "d.txt"))


@given(st.lists(st.tuples(st.floats(0, 100), st.one_of(st.none(), st.floats(0, 100))), min_size=9, max_size=40))
def test_values_come_back_as_they_are(tmp_path_factory, values):
    path = tmp_path_factory.mktemp("m") / "x.txt"
    path.write_text("".join(f"{one!r} {'NA' if two is None else repr(two)}\n" for one, two in values), "utf-8")
    if sum(two is not None for _one, two in values) * 2 < len(values):
        with pytest.raises(UnreadableError):
            read_movement(path, per_second=25)
    else:
        found = read_movement(path, per_second=25).movement
        assert list(zip(found.client, found.therapist, strict=True)) == values


def test_times_of_a_clock_are_counted_from_the_first_and_that_is_said(tmp_path):
    found = read_movement(put(tmp_path, table(STEADY, start=1_772_000_000.0))).movement
    assert found.start == 0.0
    assert len(found.client) == 200
    assert found.remarks == ("the times in 2026-03-10.mea.csv are of a clock; they are counted from the first",)
