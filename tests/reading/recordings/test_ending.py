import io

import pytest

from reattune.reading.recordings.ending import boxes, counted, cut
from reattune.reading.recordings.tracks import tracks

pytestmark = pytest.mark.system("ffmpeg")


def both(data, size=None):
    return cut(io.BytesIO(data), len(data) if size is None else size)


@pytest.mark.parametrize("name", ["a.wav", "a.avi", "a.mkv", "a.webm", "fast.mp4"])
def test_a_file_that_stops_early_is_seen_and_a_whole_one_is_not(made, words, name):
    codec = ("-c:a", "libopus") if name == "a.webm" else ()
    first = ("-movflags", "faststart") if name == "fast.mp4" else ()
    data = made(name, *words[1], *codec, *first).read_bytes()
    assert not both(data)
    assert both(data[: len(data) * 2 // 3])


def test_what_does_not_say_how_long_it_is_is_not_called_cut():
    assert not both(b"RIFF\xff\xff\xff\xffWAVEfmt ")
    assert not both(b"RIFF\0\0\0\0WAVEfmt ")
    assert not both(b"\x1a\x45\xdf\xa3\x80\x18\x53\x80\x67\x01\xff\xff\xff\xff\xff\xff\xff")
    assert not both(b"\x1a\x45\xdf\xa3\x84")
    assert not both(b"\x1a\x45\xdf\xa3")
    assert not both(b"ID3")


def test_boxes_of_a_file_and_of_a_reader(film, sealed, wav):
    assert boxes(film) == boxes(sealed(film.read_bytes()))
    assert boxes(film).index is not None
    assert boxes(wav) is None


def test_seconds_are_counted_without_decoding(film, memo, sealed):
    for path in (film, memo):
        assert counted(path, tracks(path)) == pytest.approx(4, abs=0.1)
        assert counted(sealed(path.read_bytes()), tracks(path)) == pytest.approx(4, abs=0.1)


def test_of_a_part_its_seconds_are_counted(made, words, sealed):
    data = made("fast.mp4", *words[0], *words[1], *words[2], "-c:a", "aac", "-movflags", "faststart").read_bytes()
    part = sealed(data[: len(data) // 2])
    assert 1 < counted(part, tracks(part)) < 3
