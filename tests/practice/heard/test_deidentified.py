"""A kept transcript looked through: what is known here is found, and what was decided holds."""

import pytest

from reattune.errors import ReattuneError
from reattune.model import Role
from reattune.practice import consent
from reattune.practice.heard import bringing, deidentified, speakers
from reattune.practice.heard.deidentified import Chosen

LINES = (
    ("Anna B.", "Hello Kestrel. How is Tara?"),
    ("Kestrel", "Tara moved to Leeds on 3 March. A heron stood there, and Anna, I was glad."),
)


@pytest.fixture
def row(agreed, vtt):
    made = bringing.bring(agreed, "2026-06-02.vtt", vtt(LINES)).heard
    speakers.confirm(made, {"Anna B.": Role.THERAPIST, "Kestrel": Role.CLIENT})
    return made


def texts(looked):
    return [line.text for line in looked.masked.lines]


def test_labels_and_the_codename_are_found_and_are_the_client(row):
    row.client.codename = "Heron"
    assert texts(deidentified.look(row, Chosen())) == [
        "Hello [client]. How is [name 1]?",
        "[name 1] moved to [place 1] on [date 1]. A [client] stood there, and [therapist], I was glad.",
    ]


def test_what_was_decided_holds(row):
    first = deidentified.look(row, Chosen())
    leeds = next(one for one in first.entries if "Leeds" in one.forms)
    chosen = Chosen(keep=("tara",), also=("heron",), changed={leeds.key: "[a town]"})
    looked = deidentified.look(row, deidentified.unpacked(chosen.as_text()))
    assert looked.chosen == chosen
    assert texts(looked)[1].startswith("Tara moved to [a town] on [date 1]. A [word 1] stood")
    assert [looked.is_kept(one) for one in looked.entries if "Tara" in one.forms] == [True]
    assert looked.digest != first.digest
    assert looked.digest == deidentified.look(row, chosen).digest


@pytest.mark.parametrize("text", ["", "[", "[1]", "[[], [], []]", "[1, 2, 3]", "null", "[" * 5000, '[["a"], [1], {}]'])
def test_nonsense_decides_nothing(text):
    found = deidentified.unpacked(text)
    assert found.also == ()
    assert found.changed == {}


def test_added_words_are_one_a_line_and_bounded():
    assert deidentified.added(" the  bakery \n\nMo\nMo") == ("the bakery", "Mo")
    with pytest.raises(ReattuneError, match="At most"):
        deidentified.added("\n".join(map(str, range(201))))
    with pytest.raises(ReattuneError, match="longer"):
        deidentified.added("x" * 81)


def test_why_it_cannot_be_looked_through(row, brought, agreed, vtt, monkeypatch):
    assert deidentified.why_not(row) == ""
    assert "who is who" in deidentified.why_not(brought)
    wordless = bringing.bring(agreed, "2026-06-09.vtt", vtt(LINES, step=12), wordless=True).heard
    assert "no words were kept" in deidentified.why_not(wordless)
    speakers.confirm(brought, {"Anna B.": Role.OTHER, "Kestrel": Role.CLIENT})
    assert deidentified.why_not(brought)
    monkeypatch.setattr(deidentified, "MOST_ENTRIES", 1)
    assert "more than 1" in deidentified.why_not(row)
    consent.write(agreed, consent.Purpose.TRANSCRIPTS, given=False, by="client", day=row.day)
    row.client.refresh_from_db()
    assert "not agreed" in deidentified.why_not(row)


def test_words_leave_only_with_consent_to_supervision(row):
    assert not deidentified.may_leave(row.client)
    consent.write(row.client, consent.Purpose.SUPERVISION, given=True, by="client", day=row.day)
    assert deidentified.may_leave(row.client)
