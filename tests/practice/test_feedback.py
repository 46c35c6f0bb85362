"""What is made of a noticing: what the library then knows of it, what is said, and what stays in sight."""

from datetime import date, timedelta

import pytest

from reattune.errors import ReattuneError
from reattune.model import Verdict
from reattune.practice import feedback, models
from reattune.practice.feedback import Said
from reattune.practice.keeping import kept
from reattune.practice.mapping.relationships import relationship

TODAY = date(2026, 6, 30)
AT = date(2026, 6, 23)


@pytest.fixture
def noticed(new_client):
    return models.Noticed.objects.create(client=new_client("heron"), number=1, at=AT, direction="away", open=True)


def marks(client):
    return [(one.noticing, one.on, one.verdict, one.until) for one in relationship(client, kept().zone)[0].marks]


@pytest.mark.parametrize(
    ("said", "known"),
    [
        (Said.ORDINARY, [Verdict.ORDINARY]),
        (Said.TALKED, [Verdict.TALKED]),
        (Said.MATTERED, [Verdict.TALKED]),
        (Said.UNSURE, []),
    ],
)
def test_the_library_knows_what_was_said(noticed, said, known):
    feedback.say(noticed, said, TODAY)
    assert marks(noticed.client) == [(AT, TODAY, one, None) for one in known]


def test_the_last_of_a_day_counts_and_an_earlier_days_stays(noticed):
    feedback.say(noticed, Said.TALKED, TODAY - timedelta(days=1))
    for said in (Said.ORDINARY, Said.MATTERED, Said.LATER):
        feedback.say(noticed, said, TODAY, AT + timedelta(days=30))
    assert marks(noticed.client) == [
        (AT, TODAY - timedelta(days=1), Verdict.TALKED, None),
        (AT, TODAY, Verdict.LATER, AT + timedelta(days=30)),
    ]


def test_undone_once_only_and_still_in_sight(noticed):
    row = feedback.say(noticed, Said.ORDINARY, TODAY)
    assert feedback.undo(row)
    first = row.undone
    assert not feedback.undo(row)
    assert row.undone == first
    assert marks(noticed.client) == []
    (told,) = feedback.history(noticed.client)
    assert told.undone
    assert "ordinary" in told.words
    assert [one.action for one in models.AuditEvent.objects.filter(what="feedback: ordinary")] == ["wrote", "undid"]


@pytest.mark.parametrize("until", [None, TODAY, TODAY - timedelta(days=1), TODAY + timedelta(days=367)])
def test_later_needs_a_day_after_today_within_a_year(noticed, until):
    with pytest.raises(ReattuneError, match="within a year"):
        feedback.say(noticed, Said.LATER, TODAY, until)
    assert not models.Verdict.objects.exists()


def test_every_effect_is_said_and_names_the_relationship():
    words = {feedback.effect(said, "heron", TODAY) for said in Said}
    assert len(words) == len(Said)
    assert all("heron" in one for one in words)
    assert {said for said in Said if said.settles} == {Said.TALKED, Said.ORDINARY, Said.MATTERED}


@pytest.mark.parametrize(
    ("row", "why"),
    [(("", "3"), "known"), (("a.csv", ""), "known"), (("a.csv", "3"), " "), (("a.csv", "3"), "x" * 3000)],
)
def test_leaving_out_needs_a_row_and_a_reason(new_client, row, why):
    with pytest.raises(ReattuneError):
        feedback.leave_out(new_client("heron"), row, "did not come", why, TODAY)
    assert not models.LeftOut.objects.exists()


def test_what_was_left_out_counts_again_after_undoing(new_client):
    heron = new_client("heron")
    left = feedback.leave_out(heron, ("a.csv", "3"), "did not come", " in hospital ", TODAY)
    assert left.words["why"] == "in hospital"
    assert list(relationship(heron, kept().zone)[0].left_out.values()) == [0.0]
    assert feedback.weigh_again(left)
    assert not feedback.weigh_again(left)
    assert not relationship(heron, kept().zone)[0].left_out
    assert "heron" in feedback.left_out_words("heron")


def test_what_the_client_said_is_told_as_theirs_and_outlasts_the_therapists_word(new_client):
    heron = new_client("heron")
    row = models.Noticed(client=heron, number=1, at=TODAY, direction="away")
    row.words = {}
    row.save()
    models.Verdict.objects.create(client=heron, noticing=TODAY, verdict="ordinary", on=TODAY, by="client")
    feedback.say(row, Said.MATTERED, TODAY)
    told = feedback.history(heron)
    assert [(one.by_client, one.undone) for one in told] == [(False, False), (True, False)]
    assert told[1].words.startswith("Your client said: as always, for me.")
