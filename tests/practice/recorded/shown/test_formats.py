"""What is given as it is, and what is copied: only what all three families of browsers play."""

import subprocess

import pytest

from reattune.model import Audio, Recording, Video
from reattune.practice.recorded.shown.formats import kind, playable
from reattune.reading.recordings.probe import probe


def track(container, codec="", picture=""):
    sound = Audio(48000, 1, codec) if codec else None
    return Recording("x", container, 9.0, sound, Video(640, 360, 25.0, picture) if picture else None)


@pytest.mark.parametrize(
    ("container", "codec", "picture", "media"),
    [
        ("ogg", "opus", "", "audio/ogg"),
        ("wav", "pcm_s16le", "", "audio/wav"),
        ("mp3", "mp3", "", "audio/mpeg"),
        ("mov", "aac", "", "audio/mp4"),
        ("mov", "aac", "h264", "video/mp4"),
        ("matroska", "opus", "vp9", "video/webm"),
        ("mov", "aac", "hevc", ""),
        ("mov", "amr_nb", "", ""),
        ("avi", "mp3", "mpeg4", ""),
        ("mov", "", "h264", "video/mp4"),
        ("wav", "adpcm_ms", "", ""),
        ("matroska", "aac", "h264", ""),
    ],
)
def test_what_browsers_play(container, codec, picture, media):
    one = track(container, codec, picture)
    assert playable(one) == media
    assert kind(one) == ("video" if media.startswith("video") else "audio")


def test_what_is_not_known_is_copied():
    assert playable(None) == ""
    assert kind(None) == "audio"


@pytest.mark.system("ffmpeg")
@pytest.mark.parametrize(
    ("name", "codecs", "media"),
    [
        ("a.m4a", ("-vn", "-c:a", "aac"), "audio/mp4"),
        ("a.mp3", ("-vn",), "audio/mpeg"),
        ("a.ogg", ("-vn", "-c:a", "libopus"), "audio/ogg"),
        ("a.flac", ("-vn",), "audio/flac"),
        ("a.wav", ("-vn",), "audio/wav"),
        ("a.mp4", ("-c:v", "libx264", "-c:a", "aac"), "video/mp4"),
        ("a.webm", ("-c:v", "libvpx", "-c:a", "libopus"), "video/webm"),
        ("a.avi", ("-c:v", "mpeg4", "-c:a", "mp3"), ""),
    ],
)
def test_real_files_are_known_by_what_their_containers_say(tmp_path, name, codecs, media):
    path = tmp_path / name
    sources = ("color=gray:s=64x36:d=0.2", "sine=frequency=300:duration=0.2")
    given = [word for one in sources for word in ("-f", "lavfi", "-i", one)]
    command = ["ffmpeg", "-v", "error", *given, "-pix_fmt", "yuv420p", *codecs, str(path)]
    subprocess.run(command, check=True, timeout=60)
    assert playable(probe(path)) == media
