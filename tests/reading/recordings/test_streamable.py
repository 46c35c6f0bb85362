import io
import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import UnreadableError
from reattune.reading.recordings import streamable
from reattune.reading.recordings.audio import chunks
from reattune.reading.recordings.streamable import Box, layout, moved, pieces


def box(kind, body, how="short"):
    if how == "long":
        return struct.pack(">I4sQ", 1, kind, len(body) + 16) + body
    return struct.pack(">I4s", 0 if how == "to the end" else len(body) + 8, kind) + body


def table(places, wide):
    kind, how = (b"co64", ">u8") if wide else (b"stco", ">u4")
    return box(kind, struct.pack(">II", 0, len(places)) + np.array(places, how).tobytes())


def index(tracks, deep=()):
    def track(one):
        inside = box(b"stsz", b"\0" * 12) + table(*one)
        for kind in (b"stbl", b"minf", b"mdia"):
            inside = box(kind, b"".join(deep) + inside)
        return box(b"trak", box(b"tkhd", b"\1" * 5) + inside)

    return box(b"moov", box(b"mvhd", b"\0" * 20) + b"".join(map(track, tracks)))


def places(data):
    """Return the places all tables of an index name, read without any of the code under test."""
    found = []
    for kind, how in ((b"stco", ">u4"), (b"co64", ">u8")):
        at = data.find(kind)
        while at >= 0:
            count = int.from_bytes(data[at + 8 : at + 12])
            found += np.frombuffer(data, how, count, at + 12).tolist()
            at = data.find(kind, at + 4)
    return found


small = st.binary(max_size=40).map(lambda data: data.replace(b"stco", b"").replace(b"co64", b""))
between_boxes = st.lists(st.tuples(st.sampled_from([b"free", b"wide", b"uuid"]), small), max_size=3)


@st.composite
def phone_files(draw):
    """Draw a file whose index comes after its media, and the samples its tables name, in their order."""
    samples = draw(st.lists(st.binary(min_size=6, max_size=6), min_size=1, max_size=12, unique=True))
    front = box(b"ftyp", b"isom") + b"".join(box(*one) for one in draw(between_boxes))
    how = draw(st.sampled_from(["short", "long"]))
    inner = len(front) + (16 if how == "long" else 8)
    first = inner + 6 * np.arange(len(samples))
    parts = draw(st.integers(0, len(samples)))
    wide = draw(st.tuples(st.booleans(), st.booleans()))
    deep = [box(*one) for one in draw(between_boxes)]
    behind = draw(small)
    tracks = [(first[:parts], wide[0]), (first[parts:], wide[1])]
    whole = front + box(b"mdat", b"".join(samples), how)
    whole += b"".join(box(*one) for one in draw(between_boxes)) + index(tracks, deep)
    # A place behind the index stays where it is.
    return whole + box(b"free", behind), samples, tracks


@given(phone_files())
def test_every_place_named_still_holds_its_sample_and_the_index_comes_first(drawn):
    whole, samples, tracks = drawn
    given_out = b"".join(pieces(io.BytesIO(whole)))
    assert len(given_out) == len(whole)
    assert given_out.find(b"moov") < given_out.find(b"mdat")
    narrow = [
        sample for (_p, wide), part in zip(tracks, _split(samples, tracks), strict=True) if not wide for sample in part
    ]
    broad = [
        sample for (_p, wide), part in zip(tracks, _split(samples, tracks), strict=True) if wide for sample in part
    ]
    assert [given_out[at : at + 6] for at in places(given_out)] == narrow + broad


def _split(samples, tracks):
    parts = len(tracks[0][0])
    return samples[:parts], samples[parts:]


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"\0\0\0\x08ftyp", b"\0\0\0\x10moov", b"\0\0\0\x10mdat........\0\0\0\x40moov"]),
)
def test_any_bytes_are_given_whole_or_said_to_be_damaged(data, front):
    try:
        given_out = b"".join(pieces(io.BytesIO(front + data)))
    except UnreadableError:
        return
    assert len(given_out) == len(front + data)


def test_a_file_whose_index_is_first_is_given_as_it_is():
    whole = box(b"ftyp", b"isom") + index([([70], False)]) + box(b"mdat", b"x" * 9, "to the end")
    assert b"".join(pieces(io.BytesIO(whole))) == whole


def test_a_place_behind_the_index_and_one_inside_it():
    front = box(b"ftyp", b"isom") + box(b"mdat", b"sample")
    made = index([([16, len(front) + 4, len(front) + 500], False)])
    whole = front + made + box(b"mdat", b"y" * 600)
    given_out = b"".join(pieces(io.BytesIO(whole)))
    assert places(given_out) == [16 + len(made), 12 + 4, len(front) + 500]


def test_boxes_and_where_they_say_they_end():
    seen = layout(io.BytesIO(box(b"ftyp", b"isom") + struct.pack(">I4s", 900, b"mdat") + b"xyz"))
    assert [one.kind for one in seen.boxes] == [b"ftyp", b"mdat"]
    assert seen.cut
    assert seen.index is None
    assert layout(io.BytesIO(box(b"ftyp", b"") + box(b"mdat", b"xyz", "to the end"))).cut is False
    assert layout(io.BytesIO(b"RIFF....WAVE")) is None
    assert layout(io.BytesIO(b"")) is None
    # A size that makes no sense ends the row.
    assert len(layout(io.BytesIO(box(b"ftyp", b"") + struct.pack(">I4s", 3, b"mdat") + b"x" * 40)).boxes) == 1


def test_a_long_box_shorter_than_its_own_head_ends_the_row():
    whole = box(b"ftyp", b"") + struct.pack(">I4sQ", 1, b"mdat", 4) + b"x" * 40
    assert [one.kind for one in layout(io.BytesIO(whole)).boxes] == [b"ftyp"]


def test_an_index_only_partly_there_is_none():
    whole = box(b"ftyp", b"") + box(b"mdat", b"x") + index([([9], False)])[:-3]
    assert layout(io.BytesIO(whole)).index is None


def test_a_place_that_grows_too_large_for_its_table_is_said():
    front = box(b"ftyp", b"") + box(b"mdat", b"x")
    whole = front + index([([2**32 - 9], False)])
    seen = layout(io.BytesIO(whole)).index

    class Far(io.BytesIO):
        """Has its index behind 4 GB that nobody needs to write."""

        def seek(self, to, whence=0):
            return super().seek(to - 2**32 + seen.start, whence)

    with pytest.raises(UnreadableError, match="just under 4 GB"):
        moved(Far(whole), Box(b"moov", 2**32, 2**32 + 8, 2**32 + seen.end - seen.start), 8)


@pytest.mark.parametrize(
    "wrong",
    [
        box(b"moov", box(b"trak", struct.pack(">I4s", 4000, b"mdia"))),
        box(b"moov", box(b"stbl", box(b"stco", struct.pack(">II", 0, 1_000_000) + b"\0" * 8))),
        box(b"moov", struct.pack(">I4s", 2, b"trak")),
    ],
)
def test_an_index_that_does_not_fit_is_said_to_be_damaged(wrong):
    whole = box(b"ftyp", b"") + box(b"mdat", b"x") + wrong
    with pytest.raises(UnreadableError, match="index is damaged"):
        list(pieces(io.BytesIO(whole)))


def test_an_index_larger_than_memory_allows_is_said(monkeypatch):
    monkeypatch.setattr(streamable, "LARGEST_INDEX", 20)
    whole = box(b"ftyp", b"") + box(b"mdat", b"x") + index([([9], False)])
    with pytest.raises(UnreadableError, match="larger than 128 MB"):
        list(pieces(io.BytesIO(whole)))


@pytest.mark.system("ffmpeg")
@pytest.mark.parametrize("name", ["memo.m4a", "clip.mov", "clip.3gp", "both.mp4"])
def test_a_real_file_from_a_pipe_sounds_as_it_does_from_its_place(made, words, sealed, name):
    shapes, tone, quick = words
    pictures = () if name == "memo.m4a" else shapes
    how = quick if pictures else ()
    path = made(name, *pictures, *tone, *how, "-c:a", "aac", "-shortest")
    data = path.read_bytes()
    assert data.find(b"moov") > data.find(b"mdat")
    assert np.array_equal(np.concatenate(list(chunks(path))), np.concatenate(list(chunks(sealed(data)))))
