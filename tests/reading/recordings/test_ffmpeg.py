import io
import os
import shutil
import sys
import threading
import time
from pathlib import Path

import pytest

from reattune.errors import UnreadableError
from reattune.reading.recordings import ffmpeg
from reattune.reading.recordings.audio import chunks
from reattune.reading.recordings.probe import probe
from reattune.reading.recordings.video import pictures

pytestmark = pytest.mark.system("ffmpeg")


def children():
    """Return the programs this process has started and not yet taken leave of."""
    told = Path(f"/proc/self/task/{threading.get_native_id()}/children")  # as Linux tells it
    return set(told.read_text().split()) if told.exists() else set()


def test_without_the_program_it_is_said_how_to_get_it(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert not ffmpeg.there()
    with pytest.raises(ffmpeg.MissingError, match=r"apt install ffmpeg.*brew install ffmpeg.*winget install ffmpeg"):
        ffmpeg.found("ffmpeg")


def test_a_reader_may_only_be_a_pipe_and_a_file_only_a_file(tmp_path):
    assert ffmpeg.opening(io.BytesIO())[:2] == ["-protocol_whitelist", "pipe"]
    assert ffmpeg.opening(tmp_path / "-i.mp4")[:2] == ["-protocol_whitelist", "file"]
    assert ffmpeg.opening(tmp_path / "-i.mp4")[-1] == f"file:{tmp_path / '-i.mp4'}"


@pytest.mark.parametrize(
    "text",
    [
        "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n{other}\n#EXT-X-ENDLIST\n",
        "ffconcat version 1.0\nfile '{other}'\n",
        "<?xml version='1.0'?><MPD xmlns='urn:mpeg:dash:schema:mpd:2011'><Period><BaseURL>{other}</BaseURL></Period></MPD>",
    ],
)
@pytest.mark.parametrize("name", ["list.mp4", "list.m3u8"])
def test_a_list_of_other_files_is_not_followed(tmp_path, wav, text, name):
    path = tmp_path / name
    path.write_text(text.format(other=wav))
    for source in (path, io.BytesIO(path.read_bytes()))[: 1 if name == "list.m3u8" else 2]:
        with pytest.raises(UnreadableError, match="no sound or video that can be read"):
            probe(source, name)


@pytest.mark.parametrize("how", [chunks, pictures])
def test_nothing_is_left_behind_when_one_stops_early(film, sealed, how):
    before, threads = children(), threading.active_count()
    for source in (film, sealed(film.read_bytes())):
        given = how(source)
        next(given)
        given.close()
        assert children() == before
        assert threading.active_count() == threads


def test_a_reader_that_breaks_says_so_where_its_bytes_are_awaited(made, words, sealed):
    _shapes, tone, _quick = words
    data = made("long.wav", *tone, "-af", "apad=whole_dur=60").read_bytes()
    before = children()
    with pytest.raises(RuntimeError, match="the seal does not fit"):
        list(chunks(sealed(data, breaks_after=3_000_000)))
    assert children() == before


def test_a_program_that_talks_without_end_does_not_block(tmp_path):
    talks = "import sys\nfor n in range(20000): print('x' * 100, file=sys.stderr)\nprint('done')"
    with ffmpeg.running([sys.executable, "-c", talks], tmp_path) as program:
        assert program.read() == b"done\n" or program.read() == b"done\r\n"
        assert len(program.complaints) == 20
        assert program.ended() == 0


def test_a_program_that_waits_is_stopped(tmp_path):
    began = time.monotonic()
    with ffmpeg.running([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path):
        pass
    assert time.monotonic() - began < 30


def test_no_report_is_written_though_the_surroundings_ask_for_one(film, tmp_path, monkeypatch):
    report = tmp_path / "report.log"
    monkeypatch.setenv("FFREPORT", f"file={report}:level=32")
    probe(film)
    list(chunks(film))
    assert not report.exists()
    assert os.environ["FFREPORT"]


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("ffmpeg version 4.4.2-0ubuntu0.22.04.1", "-vsync"),
        ("ffmpeg version 5.0 Copyright", "-vsync"),
        ("ffmpeg version n7.1", "-fps_mode"),
        ("ffmpeg version N-117000-gabc", "-fps_mode"),
    ],
)
def test_older_programs_have_other_words(tmp_path, told, words):
    program = tmp_path / "ffmpeg"
    program.write_text(f"#!/bin/sh\necho '{told}'\n")
    program.chmod(0o755)
    assert ffmpeg.picture_by_picture(str(program)) == (words, "passthrough")
