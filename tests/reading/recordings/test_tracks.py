import io

import pytest

from reattune.errors import UnreadableError
from reattune.model import Audio, Video
from reattune.reading.recordings.tracks import _tracks, tracks

SOUND = {"index": 0, "codec_type": "audio", "codec_name": "aac", "sample_rate": "48000", "channels": 2}
FILM = {
    "index": 1,
    "codec_type": "video",
    "codec_name": "h264",
    "width": 1280,
    "height": 720,
    "avg_frame_rate": "30000/1001",
    "r_frame_rate": "30000/1001",
}


def told(*streams, **container):
    return _tracks({"streams": streams, "format": {"format_name": "mov,mp4", **container}})


def test_the_first_track_of_each_that_can_be_read():
    spatial = {"index": 0, "codec_type": "audio", "codec_name": "unknown"}
    found = told(spatial, {**SOUND, "index": 2}, {**SOUND, "index": 3}, FILM, duration="12.5")
    assert (found.audio, found.audio_at, found.sounds) == (Audio(48_000, 2, "aac"), 2, 2)
    assert (found.video_at, found.films, found.unknown, found.seconds) == (1, 1, ("audio",), 12.5)
    assert found.video.per_second == pytest.approx(29.97, abs=0.001)
    assert not found.video.varying


@pytest.mark.parametrize(
    "turned", [{"side_data_list": [{"side_data_type": "x"}, {"rotation": -90}]}, {"tags": {"rotate": "270"}}]
)
def test_a_turned_picture_is_as_it_is_shown(turned):
    assert (told({**FILM, **turned}).video.width, told({**FILM, **turned}).video.height) == (720, 1280)


def test_pixels_that_are_not_square():
    assert told({**FILM, "width": 720, "height": 576, "sample_aspect_ratio": "16:15"}).video.width == 768
    assert told({**FILM, "sample_aspect_ratio": "0:1"}).video.width == 1280


@pytest.mark.parametrize(
    ("average", "steady", "rate"),
    [("24/1", "120/1", 24.0), ("0/0", "30/1", 30.0), ("0/0", "1000/1", 0.0), (None, "x", 0.0)],
)
def test_a_rate_that_varies(average, steady, rate):
    video = told({**FILM, "avg_frame_rate": average, "r_frame_rate": steady}).video
    assert (video.per_second, video.varying) == (rate, True)


def test_a_cover_is_no_film():
    found = told(SOUND, {**FILM, "disposition": {"attached_pic": 1}})
    assert (found.video, found.covers) == (None, 1)


@pytest.mark.parametrize("odd", [{}, {"streams": []}, {"streams": [{}, {"codec_name": "aac", "codec_type": "audio"}]}])
def test_what_says_nothing_gives_nothing(odd):
    assert _tracks(odd).audio is None


@pytest.mark.parametrize("words", ["N/A", None, "-1", "nan", "0.000"])
def test_a_length_that_is_none(words):
    assert told(SOUND, duration=words).seconds is None


@pytest.mark.system("ffmpeg")
def test_a_file_and_a_reader_have_the_same_tracks(film, sealed):
    found = tracks(film)
    assert found == tracks(sealed(film.read_bytes()))
    assert (found.format, found.video) == ("mov", Video(320, 180, 25.0, "h264"))


@pytest.mark.system("ffmpeg")
def test_text_is_no_recording():
    with pytest.raises(UnreadableError, match=r"notes\.mp4 is no sound or video"):
        tracks(io.BytesIO(b"She came ten minutes late.\n" * 90), "notes.mp4")
