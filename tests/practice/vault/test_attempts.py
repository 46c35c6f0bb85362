"""Counting tries: waits that grow, and that no clock set back or forward takes away."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.practice.vault import TooManyTriesError, VaultError
from reattune.practice.vault.attempts import LONGEST_WAIT, NAME, Attempts, Clock, since_start, wait_after


class Time:
    """Both clocks of a computer, to be moved by hand."""

    def __init__(self):
        self.boot, self.wall = 1000.0, 1_800_000_000.0

    def clock(self):
        return Clock(lambda: self.boot, lambda: self.wall)

    def passes(self, seconds):
        self.boot += seconds
        self.wall += seconds


@pytest.fixture
def moment():
    return Time()


@pytest.fixture
def attempts(tmp_path, moment):
    return Attempts(tmp_path, moment.clock())


def waits(attempts):
    try:
        attempts.begin()
    except TooManyTriesError as error:
        return error.seconds
    return 0


def five(attempts):
    for _n in range(5):
        attempts.begin()


def test_the_first_five_need_no_waiting_then_it_grows(attempts, moment):
    five(attempts)
    assert waits(attempts) == 2
    moment.passes(2)
    assert waits(attempts) == 0
    assert waits(attempts) == 4
    assert [wait_after(n) for n in (0, 4, 5, 6, 7, 12, 13, 10**9)] == [0, 0, 2, 4, 8, 256, 300, 300]


def test_a_try_too_early_is_not_counted(attempts, moment):
    five(attempts)
    for _n in range(20):
        assert waits(attempts) == 2
    moment.passes(2)
    attempts.begin()
    assert waits(attempts) == 4


@pytest.mark.parametrize("seconds", [-(10**9), -3600, 3600, 10**9])
def test_setting_the_clock_of_the_day_changes_nothing(attempts, moment, seconds):
    five(attempts)
    moment.wall += seconds
    assert waits(attempts) == 2
    moment.passes(1)
    assert waits(attempts) == 1


def test_starting_the_computer_anew_takes_no_waiting_away(attempts, moment):
    five(attempts)
    moment.boot = 0.5
    assert waits(attempts) == 2
    moment.passes(2)
    assert waits(attempts) == 0


def test_started_anew_with_the_clock_set_back_only_what_passed_since_counts(attempts, moment):
    five(attempts)
    moment.boot, moment.wall = 0.0, moment.wall - 10_000
    assert waits(attempts) == 2
    moment.passes(1.5)
    assert waits(attempts) == 1


def test_after_one_that_fitted_all_is_forgotten(attempts):
    five(attempts)
    attempts.clear()
    five(attempts)
    attempts.clear()
    attempts.clear()


def test_it_outlives_the_program(tmp_path, moment, attempts):
    five(attempts)
    assert waits(Attempts(tmp_path, moment.clock())) == 2


@given(
    st.binary(max_size=80)
    | st.sampled_from(
        [
            b"[]",
            b"{}",
            b'{"tries": -1, "left": 0.0, "boot": 0.0, "wall": 0.0}',
            b'{"tries": 1, "left": NaN}',
            b"[" * 5000,
        ]
    )
)
def test_a_file_that_cannot_be_read_counts_as_none(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("tries")
    (folder / NAME).write_bytes(content)
    assert waits(Attempts(folder, Time().clock())) == 0


def test_a_wait_written_by_hand_is_never_longer_than_the_longest(tmp_path, moment):
    content = f'{{"tries": 9, "left": 1e12, "boot": {moment.boot}, "wall": {moment.wall}}}'
    (tmp_path / NAME).write_text(content)
    assert waits(Attempts(tmp_path, moment.clock())) == LONGEST_WAIT


def test_tries_side_by_side_are_all_counted(tmp_path, moment):
    refused = []

    def one():
        if waits(Attempts(tmp_path, moment.clock())):
            refused.append(1)

    threads = [threading.Thread(target=one) for _n in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 15


def test_where_nothing_can_be_written_nobody_tries(tmp_path):
    with pytest.raises(VaultError, match="could not be written"):
        Attempts(tmp_path / "none").begin()


def test_the_time_since_the_start_goes_on():
    assert 0 < since_start() <= since_start()
