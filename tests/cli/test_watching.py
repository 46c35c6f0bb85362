"""`reattune watch`: movement of a film or of another program's series, held against chance, or a sentence why not."""

import json
import shutil

import numpy as np
import pytest
from jsonschema import Draft202012Validator, FormatChecker
from tests.cli import recorded_made as made

from reattune.cli import app as door
from reattune.cli import watching
from reattune.cli.recorded_document import WATCHING, schema
from reattune.model import Span
from reattune.synthetic.filming import Happens, film, speeds, write

needs_ffmpeg = pytest.mark.system("ffmpeg")


@pytest.fixture(scope="module")
def recordings(tmp_path_factory):
    folder = tmp_path_factory.mktemp("films")
    write(folder / "film.mp4", film(40, 2, coupling=0.7, happens=Happens(frozen=(Span(20, 28),))))
    return folder


@pytest.fixture(scope="module")
def series(tmp_path_factory):
    path = tmp_path_factory.mktemp("series") / "2026-04-07.txt"
    values = 100 * speeds(400, 3, coupling=0.8)
    np.savetxt(path, values, fmt="%.3f")
    return path


def watched(path, *given):
    """Watch and return the document, held against the schema."""
    out = path.with_name(f"{path.name}.out.json")
    assert door.run(["watch", str(path), "--json", str(out), *given]) == 0
    found = json.loads(out.read_text("utf-8"))
    Draft202012Validator(schema(WATCHING), format_checker=FormatChecker()).validate(found)
    return found


@needs_ffmpeg
def test_a_film_gives_both_movements_and_says_where_there_is_none(recordings, capsys):
    found = watched(recordings / "film.mp4", "--client", "left")
    figures = found["figures"]
    assert figures["seconds"] == pytest.approx(40, abs=0.1)
    assert 25 < figures["usable"] < 33
    assert figures["client"] > 0
    assert figures["therapist"] > 0
    assert any("stood still from 0:20 to 0:27" in one for one in found["remarks"])
    out = " ".join(capsys.readouterr().out.split())
    assert "The client: motion energy" in out
    assert "Too little movement data of both people" in out
    swapped = watched(recordings / "film.mp4", "--therapist", "left")
    assert swapped["figures"]["client"] == figures["therapist"]


@needs_ffmpeg
def test_who_sits_where_is_asked_and_never_guessed(recordings, monkeypatch, capsys):
    monkeypatch.setattr(watching, "way_to_ask", lambda: None)
    assert door.run(["watch", str(recordings / "film.mp4")]) == 64
    assert "--client left" in capsys.readouterr().err
    answers = ["somewhere", "left"]
    monkeypatch.setattr(watching, "way_to_ask", lambda: lambda _question: answers.pop(0))
    assert door.run(["watch", str(recordings / "film.mp4")]) == 0
    assert answers == []


@needs_ffmpeg
def test_the_same_gives_the_same_bytes_and_the_page_asks_for_nothing(recordings, tmp_path):
    seen = []
    for number in range(2):
        page, data = tmp_path / f"{number}.html", tmp_path / f"{number}.json"
        given = ["--client", "left", "--html", str(page), "--json", str(data)]
        assert door.run(["watch", str(recordings / "film.mp4"), *given]) == 0
        seen.append((page.read_bytes(), data.read_bytes()))
    assert seen[0] == seen[1]
    assert b"<script" not in seen[0][0]


@needs_ffmpeg
@pytest.mark.parametrize(
    ("words", "shape"),
    [
        (("-vf", "transpose=1"), (90, 160)),
        (("-vf", "select='not(mod(floor(n/50),2))+not(mod(n,3))',scale=160:90", "-fps_mode", "vfr"), (160, 90)),
        (("-vf", "scale=3840:2160", "-t", "1"), (3840, 2160)),
    ],
)
def test_portrait_a_varying_rate_and_4k_are_watched(recordings, tmp_path, words, shape):
    scale = ("-vf", words[1] if "scale" in words[1] else f"scale=160:90,{words[1]}")
    quick = ("-t", 10, *words[2:], "-c:v", "libx264", "-preset", "ultrafast")
    path = made.ffmpeg(tmp_path / "a.mp4", "-i", recordings / "film.mp4", *scale, *quick)
    found = watched(path, "--client", "top", "--therapist", "bottom")
    assert (found["file"]["video"]["width"], found["file"]["video"]["height"]) == shape
    assert found["figures"]["seconds"] == pytest.approx(1 if "-t" in words else 10, abs=0.2)
    assert found["figures"]["usable"] > 0


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("zero.mp4", b"", "zero.mp4"),
        ("letter.mp4", b"Dear Kim\n" * 99, "letter.mp4"),
        ("words.csv", b"name,place\nKim,here\nAnn,there\n", "words.csv"),
        ("none.mp4", None, "There is no file"),
    ],
)
def test_what_cannot_be_watched_is_refused(tmp_path, capsys, name, data, said):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    assert door.run(["watch", str(tmp_path / name), "--client", "left"]) == 2
    assert said in " ".join(capsys.readouterr().err.split())


@needs_ffmpeg
def test_a_film_that_was_broken_off_says_what_to_do(recordings, tmp_path, capsys):
    path = tmp_path / "cut.mp4"
    path.write_bytes((recordings / "film.mp4").read_bytes()[:200_000])
    assert door.run(["watch", str(path), "--client", "left"]) == 2
    assert "Copy it once more" in " ".join(capsys.readouterr().err.split())


@needs_ffmpeg
def test_sound_alone_says_what_to_do_instead(tmp_path, capsys):
    path = made.ffmpeg(tmp_path / "a.wav", "-f", "lavfi", "-i", "sine=440:d=2")
    assert door.run(["watch", str(path), "--client", "left"]) == 2
    assert "reattune listen FILE" in capsys.readouterr().err


@pytest.mark.parametrize("given", [("--client", "under the table"), ("--client", "left", "--therapist", "left")])
@needs_ffmpeg
def test_a_place_that_is_none_is_refused(recordings, given):
    assert door.run(["watch", str(recordings / "film.mp4"), *given]) == 64


def test_a_series_of_another_program_is_held_against_chance(series, capsys):
    found = watched(series, "--rate", "25")
    assert found["figures"]["together"] > 2
    assert found["figures"]["above_chance"] is True
    assert found["figures"]["comparable"] is False
    assert found["result"].startswith("Your movements went together more than by chance.")
    out = " ".join(capsys.readouterr().out.split())
    assert "100 shifted series give" in out
    assert "That says nothing about good or bad." in out


def test_what_was_seen_is_kept_and_notice_reads_it(series, tmp_path):
    sessions = tmp_path / "practice" / "heron" / "sessions"
    sessions.mkdir(parents=True)
    path = shutil.copy(series, sessions / "2026-04-07.txt")
    found = watched(path, "--rate", "25")
    path.with_name("2026-04-07.txt.out.json").unlink()
    kept = json.loads((sessions / "2026-04-07.txt.seen.json").read_text("utf-8"))
    assert kept["figures"]["together"] == found["figures"]["together"]
    out = tmp_path / "notice.json"
    assert door.run(["notice", str(tmp_path / "practice"), "--as-of", "2026-04-30", "--json", str(out)]) == 0
    assert "2026-04-07.txt" not in json.dumps(json.loads(out.read_text("utf-8")).get("quarantined", []))
