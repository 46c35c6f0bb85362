import io

import numpy as np
import pytest

from reattune.errors import UnreadableError
from reattune.model import Audio, Video
from reattune.reading.recordings.audio import chunks
from reattune.reading.recordings.probe import probe
from reattune.reading.recordings.video import pictures

pytestmark = pytest.mark.system("ffmpeg")
NO_FILM = "There are no moving pictures in it, so movement cannot be seen"
COVER = (
    "-f",
    "lavfi",
    "-i",
    "color=red:s=64x64:d=1",
    "-map",
    "0:a",
    "-map",
    "1:v",
    "-frames:v",
    "1",
    "-disposition:v",
    "attached_pic",
)


def test_a_film_from_a_phone(film, sealed):
    seen = probe(film)
    assert (seen.name, seen.format, seen.remarks) == ("film.mp4", "mov", ())
    assert (seen.audio, seen.video) == (Audio(44_100, 1, "aac"), Video(320, 180, 25.0, "h264"))
    assert seen.seconds == pytest.approx(4, abs=0.05)
    assert probe(sealed(film.read_bytes()), "film.mp4") == seen


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("memo.m4a", ("-c:a", "aac")),
        ("memo.mp3", ()),
        ("memo.ogg", ("-c:a", "libvorbis")),
        ("memo.opus", ()),
        ("memo.flac", ()),
        ("memo.aac", ()),
        ("memo.webm", ("-c:a", "libopus")),
        ("memo.caf", ("-c:a", "pcm_s16be")),
        ("memo.aiff", ()),
        ("memo.wma", ()),
        ("memo.3gp", ("-c:a", "aac")),
    ],
)
def test_each_kind_of_memo_by_its_place_and_from_a_reader(made, words, sealed, name, codec):
    path = made(name, *words[1], *codec)
    for source in (path, sealed(path.read_bytes())):
        seen = probe(source, name)
        assert seen.seconds == pytest.approx(4, abs=0.15)
        assert seen.video is None
        assert seen.remarks == (NO_FILM,)
    assert sum(map(len, chunks(sealed(path.read_bytes())))) / 16_000 == pytest.approx(4, abs=0.15)


def test_a_film_without_sound(made, words):
    seen = probe(made("mute.mp4", *words[0], *words[2]))
    assert seen.audio is None
    assert seen.remarks == ("There is no sound in it, so silences, turns and voices cannot be heard",)


@pytest.mark.parametrize("name", ["song.mp3", "song.m4a"])
def test_a_cover_is_no_film(made, words, name):
    path = made(name, *words[1], *COVER, *(("-c:v", "mjpeg", "-pix_fmt", "yuvj420p")))
    seen = probe(path)
    assert seen.video is None
    assert seen.remarks == ("The picture in it is a cover that does not move, so movement cannot be seen",)
    with pytest.raises(UnreadableError, match="no moving pictures"):
        list(pictures(path))


def test_more_than_one_track_of_sound_and_more_than_two_channels(made, words):
    path = made(
        "many.mkv", *words[1], "-f", "lavfi", "-i", "anullsrc=cl=5.1:d=4", "-map", "1", "-map", "0", "-c:a", "pcm_s16le"
    )
    seen = probe(path)
    assert seen.audio.channels == 6
    assert seen.remarks == (
        "It has 2 tracks of sound; only the first is used",
        "Its sound has 6 channels; they are mixed into one, because only two are kept apart",
        NO_FILM,
    )
    assert not np.concatenate(list(chunks(path))).any()  # the first track, and it is quiet


def test_more_than_one_track_of_pictures(made, words):
    path = made("two.mkv", *words[0], *words[0], "-map", "0", "-map", "1", *words[2])
    assert "It has 2 tracks of pictures; only the first is used" in probe(path).remarks


def test_a_telephone(made, words):
    seen = probe(made("call.wav", *words[1], "-ar", "8000"))
    assert seen.remarks[0].startswith("It was recorded as narrowly as a telephone (8000 samples a second)")


def test_wide_sound_and_a_rate_that_varies(made, words):
    assert probe(made("wide.wav", *words[1], "-ar", "96000")).audio.rate == 96_000
    varies = ("-vf", "select='not(mod(n,3))+gt(t,2)'", "-fps_mode", "passthrough")
    assert probe(made("varies.mp4", *words[0], *varies, *words[2])).video.varying


def test_total_silence_is_a_recording_like_any_other(made):
    path = made("quiet.m4a", "-f", "lavfi", "-i", "anullsrc=d=3", "-c:a", "aac")
    assert probe(path).seconds == pytest.approx(3, abs=0.1)
    assert not np.concatenate(list(chunks(path))).any()


@pytest.mark.parametrize("name", ["part.mp4", "part.mkv", "part.avi", "part.wav", "part.flac", "part.m4a"])
def test_what_was_not_copied_whole_gives_what_is_there_and_says_so(made, words, sealed, name):
    film = name in {"part.mp4", "part.mkv", "part.avi"}
    first = ("-movflags", "faststart") if name in {"part.mp4", "part.m4a"} else ()
    noise = ("-f", "lavfi", "-i", "anoisesrc=d=12:a=.3")
    shapes = ("-f", "lavfi", "-i", "testsrc=s=64x36:r=25:d=12", *noise, *words[2])
    data = made(name, *(shapes if film else noise), *first).read_bytes()
    part = sealed(data[: len(data) // 2])
    seen = probe(part, name)
    assert 4 < seen.seconds < 8
    assert seen.remarks[0].startswith("The file ends before the recording does: it was not copied whole")
    assert f"0:{int(seen.seconds):02} in minutes and seconds" in seen.remarks[0]
    assert sum(map(len, chunks(part))) / 16_000 == pytest.approx(seen.seconds, abs=1)
    if film:
        assert sum(len(one.times) for one in pictures(part)) > 90


@pytest.mark.parametrize("kept", [0.2, 0.9])
def test_a_phone_s_file_whose_end_is_missing_cannot_be_used(film, sealed, kept):
    data = film.read_bytes()
    with pytest.raises(UnreadableError, match=r"The end of memo\.mp4 is missing"):
        probe(sealed(data[: int(len(data) * kept)]), "memo.mp4")


@pytest.mark.parametrize(
    "data",
    [
        b"She came ten minutes late.\n" * 900,
        bytes(50_000),
        np.random.default_rng(3).bytes(300_000),
        b"\xff\xd8\xff\xe0" + bytes(999),
    ],
)
def test_what_is_no_recording_is_said(data, tmp_path):
    (tmp_path / "session.mp4").write_bytes(data)
    for source in (tmp_path / "session.mp4", io.BytesIO(data)):
        with pytest.raises(UnreadableError, match=r"session\.mp4 "):
            probe(source, "session.mp4")


def test_nothing_at_all_is_said(tmp_path):
    (tmp_path / "empty.mp4").touch()
    with pytest.raises(UnreadableError, match=r"empty\.mp4 is empty"):
        probe(tmp_path / "empty.mp4")


def test_pieces_as_a_browser_records_them(made, words, sealed):
    """A browser writes WebM and fragmented MP4 as it goes: without a length, without an index."""
    pieces = made(
        "live.mp4", *words[0], *words[1], *words[2], "-c:a", "aac", "-shortest", "-movflags", "frag_keyframe+empty_moov"
    )
    live = made("live.webm", *words[1], "-c:a", "libopus", "-live", "1")
    for path in (pieces, live):
        for source in (path, sealed(path.read_bytes())):
            assert probe(source).seconds == pytest.approx(4, abs=0.1)
            assert sum(map(len, chunks(source))) / 16_000 == pytest.approx(4, abs=0.1)


def test_a_memo_of_an_older_android_phone(tmp_path):
    """AMR, as no encoder here writes it: four seconds of frames of 12.2 kb/s."""
    path = tmp_path / "memo.amr"
    noise = np.random.default_rng(1)
    path.write_bytes(b"#!AMR\n" + b"".join(b"\x3c" + noise.bytes(31) for _frame in range(200)))
    for source in (path, io.BytesIO(path.read_bytes())):
        seen = probe(source, "memo.amr")
        assert (seen.audio.rate, seen.audio.channels) == (8000, 1)
        assert seen.seconds == pytest.approx(4, abs=0.1)
        assert sum(map(len, chunks(source))) / 16_000 == pytest.approx(4, abs=0.1)
