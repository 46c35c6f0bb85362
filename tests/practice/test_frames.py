"""The frame by hand: versions stay, breaks hold for whom they are meant, what is taken away can be put back."""

from datetime import date, time
from decimal import Decimal

import pytest

from reattune.errors import ReattuneError
from reattune.practice import frames, models
from reattune.practice.keeping import kept
from reattune.practice.mapping.relationships import relationship

GIVEN = {
    "start": "2026-01-06",
    "weekday": "1",
    "starts_at": "17:00",
    "minutes": "50",
    "every_weeks": "2",
    "fee": "80.50",
    "notice_hours": "48",
}
BREAK = {"first": "2026-08-01", "last": "2026-08-21", "by": "client", "agreed": ""}


def known(client):
    return relationship(client, kept().zone)[0].frame


def test_a_version_is_what_noticing_reads(new_client):
    heron = new_client("heron")
    frames.keep_version(heron, GIVEN)
    version = known(heron).at(date(2026, 2, 1))
    assert (version.weekday, version.starts_at, version.minutes, version.every_weeks) == (1, time(17), 50, 2)
    assert (version.fee, version.notice_hours) == (Decimal("80.50"), 48)
    heron.refresh_from_db()
    assert heron.stale
    line = models.AuditEvent.objects.last()
    assert (line.action, line.what, line.client) == ("wrote", "frame version", heron.pk)


def test_earlier_versions_stay_true_for_their_time(new_client):
    heron = new_client("heron")
    frames.keep_version(heron, GIVEN)
    frames.keep_version(heron, {**GIVEN, "start": "2026-05-05", "fee": "90"})
    assert known(heron).at(date(2026, 5, 4)).fee == Decimal("80.50")
    assert known(heron).at(date(2026, 5, 5)).fee == Decimal(90)


def test_a_correction_changes_the_version_itself(new_client):
    heron = new_client("heron")
    row = frames.keep_version(heron, GIVEN)
    frames.keep_version(heron, {**GIVEN, "fee": ""}, row)
    assert heron.agreements.get().fee is None


def test_two_versions_cannot_begin_on_one_day(new_client):
    heron = new_client("heron")
    frames.keep_version(heron, GIVEN)
    with pytest.raises(ReattuneError, match="begins on that day already"):
        frames.keep_version(heron, GIVEN)


def test_the_therapist_s_break_holds_for_everybody(new_client):
    heron, wren = new_client("heron"), new_client("wren")
    models.Client.objects.update(stale=False)
    pause = frames.keep_pause(heron, {**BREAK, "by": "therapist", "agreed": "2026-05-01"})
    assert pause.client is None
    assert [len(known(one).breaks) for one in (heron, wren)] == [1, 1]
    assert models.Client.objects.filter(stale=True).count() == 2


def test_the_client_s_break_is_theirs_alone(new_client):
    heron, wren = new_client("heron"), new_client("wren")
    frames.keep_pause(heron, BREAK)
    assert [len(known(one).breaks) for one in (heron, wren)] == [1, 0]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [({"last": "2026-07-01"}, "before the first"), ({"by": ""}, "Whose break"), ({"first": "soon"}, "First day")],
)
def test_a_break_nobody_can_mean_is_refused(new_client, wrong, said):
    with pytest.raises(ReattuneError, match=said):
        frames.keep_pause(new_client("heron"), {**BREAK, **wrong})
    assert not models.Pause.objects.exists()


@pytest.mark.parametrize("what", ["version", "own break", "client's break"])
def test_what_was_taken_away_is_put_back_as_it_was(new_client, what):
    heron = new_client("heron")
    if what == "version":
        row = frames.keep_version(heron, GIVEN)
    else:
        row = frames.keep_pause(heron, {**BREAK, "by": "therapist" if what == "own break" else "client"})
    before = known(heron)
    gone = frames.remove(row)
    assert known(heron) != before
    frames.put_back(gone)
    assert known(heron) == before
    frames.put_back(gone)
    assert known(heron) == before


def test_an_ending_is_kept_with_how_and_by_whom(new_client):
    heron = new_client("heron")
    frames.keep_ending(
        heron, {"started": "2024-01-01", "ended": "2026-06-01", "ended_how": "planned", "ended_by": "both"}
    )
    heron.refresh_from_db()
    assert (heron.ended, heron.ended_how, heron.ended_by) == (date(2026, 6, 1), "planned", "both")
    frames.keep_ending(heron, {"started": "2024-01-01", "ended": "", "ended_how": "planned", "ended_by": "both"})
    heron.refresh_from_db()
    assert (heron.ended, heron.ended_how) == (None, "")


def test_an_ending_before_the_beginning_is_refused(new_client):
    with pytest.raises(ReattuneError, match="ends before it begins"):
        frames.keep_ending(new_client("heron"), {"started": "2026-01-02", "ended": "2026-01-01"})


def test_silence_is_kept_with_its_reason_and_lifted_again(new_client):
    heron = new_client("heron")
    frames.keep_silence(heron, {"suppress": "yes", "suppress_why": "a death"})
    assert relationship(heron, kept().zone)[0].suppress_why == "a death"
    frames.keep_silence(heron, {"suppress_why": "a death"})
    heron.refresh_from_db()
    assert (heron.suppress, heron.suppress_why) == (False, "")
