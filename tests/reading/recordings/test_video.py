import struct

import numpy as np
import pytest

from reattune.errors import ReattuneError, UnreadableError
from reattune.model import Video
from reattune.reading.recordings import video
from reattune.reading.recordings.probe import probe
from reattune.reading.recordings.video import BLOCK, HEIGHT, WIDTH, _Clock, fitted, pictures

NTSC = 30_000 / 1001
TINY = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p")


def everything(source, **how):
    blocks = list(pictures(source, **how))
    return np.concatenate([one.times for one in blocks]), np.concatenate([one.grey for one in blocks])


def shapes(rate, seconds, size="64x36"):
    return "-f", "lavfi", "-i", f"testsrc=s={size}:r={rate}:d={seconds}"


@pytest.mark.parametrize(
    ("shown", "box"),
    [
        ((1280, 720), (320, 180)),
        ((720, 1280), (101, 180)),
        ((640, 480), (240, 180)),
        ((176, 144), (176, 144)),
        ((4000, 10), (320, 1)),
    ],
)
def test_pictures_fit_into_the_box_in_their_own_shape(shown, box):
    assert fitted(Video(*shown, 25.0, "h264")) == box
    assert (WIDTH, HEIGHT) == (320, 180)


@pytest.mark.system("ffmpeg")
def test_blocks_of_at_most_64_with_a_time_for_each_picture(film, sealed):
    blocks = list(pictures(film))
    assert [len(one.times) for one in blocks] == [BLOCK, 100 - BLOCK]
    assert {one.grey.dtype for one in blocks} == {np.dtype(np.uint8)}
    assert blocks[0].grey.shape == (BLOCK, 180, 320)
    times, grey = everything(film)
    assert np.allclose(times, np.arange(100) / 25, atol=1e-9)
    piped_times, piped = everything(sealed(film.read_bytes()))
    assert np.array_equal(times, piped_times)
    assert np.array_equal(grey, piped)


@pytest.mark.system("ffmpeg")
@pytest.mark.parametrize(
    ("rate", "a_second"), [("30000/1001", NTSC), ("30", 30), ("24", 24), ("24000/1001", 24 / 1.001)]
)
def test_any_rate_is_exact(made, rate, a_second):
    times, _grey = everything(made("rate.mov", *shapes(rate, 5), *TINY))
    assert np.abs(times - np.arange(len(times)) / a_second).max() < 1e-4
    assert len(times) >= 5 * a_second - 1


@pytest.mark.system("ffmpeg")
def test_in_an_hour_there_is_less_than_a_picture_of_drift(made):
    jump = "setpts='if(lt(N,60),N,N+107832)'"
    path = made(
        "hour.mp4",
        *shapes("30000/1001", 4),
        "-vf",
        jump,
        "-fps_mode",
        "passthrough",
        "-video_track_timescale",
        "30000",
        *TINY,
    )
    times, _grey = everything(path)
    number = np.arange(len(times))
    assert times[-1] > 3600
    assert np.abs(times - np.where(number < 60, number, number + 107_832) / NTSC).max() < 1 / NTSC / 100


@pytest.mark.system("ffmpeg")
def test_a_rate_that_varies_is_kept_picture_by_picture(made):
    path = made(
        "varies.mp4", *shapes("30", 4), "-vf", "select='not(mod(n,3))+gt(t,2)'", "-fps_mode", "passthrough", *TINY
    )
    times, _grey = everything(path)
    expected = [n / 30 for n in range(120) if n % 3 == 0 or n > 60]
    assert np.allclose(times, expected, atol=1e-4)


@pytest.mark.system("ffmpeg")
def test_a_portrait_recording_stands_upright(made, tmp_path, sealed):
    lying = made(
        "lying.mp4",
        "-f",
        "lavfi",
        "-i",
        "color=black:s=320x180:r=10:d=1,drawbox=x=0:y=0:w=160:h=180:c=white:t=fill",
        *TINY,
    )
    data = bytearray(lying.read_bytes())
    # As a phone held upright writes it: shown a quarter turned clockwise (the matrix in the track's head).
    at = data.find(b"tkhd") + 44
    data[at : at + 36] = struct.pack(">9i", 0, 1 << 16, 0, -1 << 16, 0, 0, 180 << 16, 0, 1 << 30)
    path = tmp_path / "portrait.mp4"
    path.write_bytes(data)
    for source in (path, sealed(bytes(data))):
        _times, grey = everything(source)
        assert grey.shape == (10, 180, 101)
        # The bright left half of what lies is the upper half of what stands.
        assert grey[0, :80].mean() > 200
        assert grey[0, 100:].mean() < 50


@pytest.mark.system("ffmpeg")
def test_pictures_that_begin_late_keep_their_seconds(made, words):
    path = made("late.mkv", *words[1], "-itsoffset", "0.72", *shapes("25", 2), *TINY, "-c:a", "pcm_s16le")
    times, _grey = everything(path)
    assert times[0] == pytest.approx(0.72, abs=0.002)


@pytest.mark.system("ffmpeg")
def test_a_large_picture_is_made_small(made):
    path = made("large.mp4", *shapes("5", 0.4, "3840x2160"), *TINY)
    _times, grey = everything(path)
    assert probe(path).video.width == 3840
    assert grey.shape == (2, 180, 320)


@pytest.mark.system("ffmpeg")
def test_a_size_that_changes_on_the_way_goes_on(made, tmp_path):
    parts = [
        made(f"{n}.ts", *shapes("10", 1, size), *TINY, "-output_ts_offset", n)
        for n, size in enumerate(("128x72", "64x36"))
    ]
    path = tmp_path / "both.ts"
    path.write_bytes(b"".join(part.read_bytes() for part in parts))
    times, grey = everything(path)
    assert grey.shape == (20, 72, 128)
    assert np.allclose(np.diff(times), 0.1, atol=1e-3)


@pytest.mark.system("ffmpeg")
def test_what_has_no_moving_pictures_is_said(wav):
    with pytest.raises(UnreadableError, match=r"two\.wav holds no moving pictures"):
        list(pictures(wav))


def test_a_picture_without_a_time_comes_one_step_later():
    clock = _Clock(10.0)
    for line in (
        "[Parsed_showinfo_2 @ 0x1] config in time_base: 1/1000, frame_rate: 10/1",
        "[Parsed_showinfo_2 @ 0x1] n:   0 pts:   1500 pts_time:1.5     pos: 48 fmt:gray",
        "[Parsed_showinfo_2 @ 0x1] n:   1 pts: NOPTS pts_time:NOPTS pos: 48 fmt:gray",
    ):
        assert clock.hear(line)
    assert clock.times(2).tolist() == [1.5, 1.6]
    assert not clock.hear("[h264 @ 0x1] [error] no frame")


def test_pictures_without_times_are_not_waited_for_without_end(monkeypatch):
    monkeypatch.setattr(video, "PATIENCE", 0.01)
    with pytest.raises(ReattuneError, match="without saying when they are shown"):
        _Clock(10.0).times(1)
