"""Moments: put down with one tap, sealed, reworded, taken out and put back."""

from datetime import date

import pytest
from django.db import connection

from reattune.errors import ReattuneError
from reattune.practice import auditing, capturing, models

TODAY = date(2026, 6, 30)


def actions(client):
    return [one.action for one in models.AuditEvent.objects.filter(client=client.pk, what="moment")]


def test_one_tap_is_enough(new_client):
    heron = new_client("heron")
    moment = capturing.catch(heron, {"felt": "met"}, TODAY)
    found = models.Moment.objects.get(pk=moment.pk)
    assert (found.felt, found.by, found.day, found.kept) == ("met", "therapist", TODAY, False)
    assert found.words["words"] == ""
    assert actions(heron) == ["wrote"]


def test_words_are_sealed_and_line_ends_plain(new_client, store):
    heron = new_client("heron")
    capturing.catch(heron, {"felt": "off", "note": " a hush\r\nand a look \n", "keep": "yes", "by": "client"}, TODAY)
    found = models.Moment.objects.get()
    assert found.words["words"] == "a hush\nand a look"
    assert (found.kept, found.by) == (True, "client")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM practice_moment")
        assert "hush" not in str(cursor.fetchall())


def test_nothing_is_kept_in_view_without_words(new_client):
    assert not capturing.catch(new_client("heron"), {"felt": "off", "keep": "yes"}, TODAY).kept


@pytest.mark.parametrize("felt", ["", "wonderful"])
def test_what_was_not_felt_is_not_put_down(new_client, felt):
    with pytest.raises(ReattuneError, match="Choose how it felt"):
        capturing.catch(new_client("heron"), {"felt": felt}, TODAY)
    assert not models.Moment.objects.exists()


@pytest.mark.parametrize(
    ("when", "typed", "day"),
    [
        ("now", "", TODAY),
        ("now", "2026-06-01", date(2026, 6, 1)),
        ("day", "2026-06-24", date(2026, 6, 24)),
        ("session", "", TODAY),
    ],
)
def test_the_day_that_was_meant(new_client, when, typed, day):
    assert capturing.day_of(when, typed, new_client("heron"), TODAY) == day


@pytest.mark.parametrize("typed", ["", "yesterday", "2026-02-30", "0001-01-01", "2026-07-01"])
def test_a_day_that_is_none_or_has_not_come_is_said(typed):
    with pytest.raises(ReattuneError, match="day"):
        capturing.past_day(typed, TODAY)


def test_words_can_be_changed_and_emptied(new_client):
    heron = new_client("heron")
    moment = capturing.catch(heron, {"felt": "off", "note": "one", "when": "session"}, TODAY)
    capturing.reword(moment, "two", keep=True)
    found = models.Moment.objects.get()
    assert (found.words["words"], found.words["place"], found.kept) == ("two", "in_session", True)
    capturing.reword(found, "", keep=True)
    assert not models.Moment.objects.get().kept
    assert actions(heron) == ["wrote", "changed", "changed"]


def test_what_was_taken_out_can_be_put_back_as_it_was(new_client):
    heron = new_client("heron")
    moment = capturing.catch(heron, {"felt": "unsure", "note": "a word", "keep": "yes", "day": "2026-06-20"}, TODAY)
    gone = capturing.take_away(moment)
    assert not models.Moment.objects.exists()
    assert "a word" not in str(gone)
    capturing.put_back(heron, gone)
    found = models.Moment.objects.get()
    assert found.pk == moment.pk or str(found.pk) == gone["id"]
    assert (found.felt, found.day, found.kept, found.words["words"]) == ("unsure", date(2026, 6, 20), True, "a word")
    assert found.made.isoformat() == gone["made"]
    assert actions(heron) == ["wrote", "erased", "undid"]
    assert list(auditing.verify()) == []
