"""Bytes on their way: exactly those that were asked for, and no more once they may not be had."""

import io

from reattune.practice import desk, scope
from reattune.practice.recorded import kept
from reattune.practice.recorded.sealed_file import CHUNK
from reattune.practice.recorded.shown.handing import pieces
from reattune.practice.recorded.shown.ranges import Part


def test_a_part_is_exactly_that_part(here, sound):
    part = Part(1000, 50_000)
    assert b"".join(pieces(here, kept.source(here), part)) == sound[1000:50_000]


def test_it_comes_in_pieces_and_the_file_is_closed(here):
    file = io.BytesIO(bytes(2 * CHUNK + 5))
    assert [len(one) for one in pieces(here, file, Part(0, 2 * CHUNK + 5))] == [CHUNK, CHUNK, 5]
    assert file.closed


def test_a_no_midway_ends_it(here, withdraw):
    coming = pieces(here, io.BytesIO(bytes(3 * CHUNK)), Part(0, 3 * CHUNK))
    assert len(next(coming)) == CHUNK
    withdraw(here.client)
    assert list(coming) == []


def test_locking_midway_ends_it(here):
    coming = pieces(here, io.BytesIO(bytes(3 * CHUNK)), Part(0, 3 * CHUNK))
    next(coming)
    desk.lock()
    assert list(coming) == []


def test_a_file_that_is_shorter_than_it_was_ends_early(here):
    assert b"".join(pieces(here, io.BytesIO(b"abc"), Part(1, 50))) == b"bc"


def test_it_is_given_to_whoever_asked_and_to_nobody_else(here, sound):
    theirs = scope.Scope(scope.Reach.ONE_CLIENT, client=here.client_id)
    with scope.use(theirs):
        coming = pieces(here, kept.source(here), Part(0, len(sound)))
    with scope.use(scope.NOBODY):
        strange = pieces(here, io.BytesIO(sound), Part(0, len(sound)))
        assert b"".join(coming) == sound
    assert list(strange) == []
