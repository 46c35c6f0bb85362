"""The document holds what was said, and nothing in its place where nothing was."""

from types import SimpleNamespace

from reattune.cli.applied_document import opinion_document, resembles_document
from reattune.model import Role
from reattune.speech.larger.applying import Resembles, Term
from reattune.speech.larger.calibration import Band
from reattune.speech.larger.opinion import Coded, Opinion

ABOUT = {"name": "own", "sessions": 120, "groups": 12, "by": "rater", "licence": "for research", "below": 50.0}
MODEL = SimpleNamespace(about=ABOUT, goal="score", digest="abc")
SCRIPT = SimpleNamespace(name="a.vtt", format="WebVTT", sha256="def")
TOLD = {"version": "1", "day": None}


def test_a_session_is_told_whole():
    band = Band("weak", 0.3, 0.52, 60)
    found = Resembles(41.0, 0.4, (), "", (20.0, 60.0), band, 60.0, (Term("words", "client", -19.0),))
    told = resembles_document(MODEL, SCRIPT, found, TOLD)
    assert told["band"] == {"name": "weak", "at": 0.3, "precision": 0.52, "sessions": 60}
    assert told["parts"] == [{"text": "words", "where": "client", "adds": -19.0}]
    assert told["usual"] + told["parts"][0]["adds"] == told["score"]
    assert told["model"]["sha256"] == "abc"
    assert told["model"]["licence"] == "for research"


def test_where_nothing_is_said_all_figures_are_null():
    told = resembles_document(MODEL, SCRIPT, Resembles(why="too short"), TOLD)
    assert told["why_not"] == "too short"
    assert [told[name] for name in ("score", "rated", "low", "band", "usual")] == [None] * 5


def test_turns_are_counted_from_one_with_all_their_words():
    turns = (SimpleNamespace(text="no", role=Role.CLIENT, start=2.0),)
    said = Opinion((Coded(0, "low", 0.5),), {"plain": 3, "low": 1}, "plain")
    told = opinion_document(MODEL, SCRIPT, SimpleNamespace(turns=turns), said, TOLD)
    assert told["turns"] == [{"turn": 1, "role": "client", "start": 2.0, "code": "low", "clear": 0.5, "text": "no"}]
    assert (told["counts"], told["usual"]) == ({"plain": 3, "low": 1}, "plain")
    assert "not a finding" in told["remark"]
