"""A sheet that came back: the client's words, shared because they were handed over, kept once, taken out again."""

from datetime import date

import pytest

from reattune.errors import ReattuneError
from reattune.model import Share
from reattune.practice import models
from reattune.practice.check_in import entry, wording
from reattune.practice.check_in.asked import When
from reattune.practice.keeping import keep

TODAY = date(2026, 6, 30)
TYPED = {
    "when": "before",
    "sitting": "11111111-1111-4111-8111-111111111111",
    "choice-felt_off": "yes",
    "text-felt_off": "You were late.",
    "text-hard_to_say": "Money.",
    "share-hard_to_say": "raise_for_me",
    "share-worked": "now",
}

pytestmark = pytest.mark.usefixtures("asking")


def test_what_stands_on_it_is_shared_and_noted_as_from_a_sheet(new_client):
    heron = new_client("heron")
    entry.keep(heron, entry.understood(TYPED), date(2026, 6, 29))
    rows = {row.words["question"]: row for row in models.Said.objects.all()}
    assert set(rows) == {"felt_off", "hard_to_say"}
    assert rows["felt_off"].share == Share.NOW
    assert rows["hard_to_say"].share == Share.RAISE_FOR_ME
    assert rows["felt_off"].words["sheet"] is True
    assert rows["felt_off"].words["when"] == "before"
    assert rows["felt_off"].day == date(2026, 6, 29)
    assert models.AuditEvent.objects.filter(what="check-in sheet", who="therapist").count() == 1
    assert models.AuditEvent.objects.filter(what="said: answer", who="client").count() == 2


@pytest.mark.parametrize("share", ["only_me", "after_ending", "x", ""])
def test_whatever_a_form_sends_what_was_handed_over_is_shared(new_client, share):
    entry.keep(new_client("heron"), entry.understood({**TYPED, "share-felt_off": share}), TODAY)
    assert {row.share for row in models.Said.every.all()} == {"now", "raise_for_me"}


def test_sent_twice_it_is_kept_once(new_client):
    heron = new_client("heron")
    for _again in range(2):
        entry.keep(heron, entry.understood(TYPED), TODAY)
    assert models.Said.objects.count() == 2
    assert models.AuditEvent.objects.filter(what="check-in sheet").count() == 1


def test_a_form_on_it_is_typed_in_too(new_client):
    wording.word("gad-7", wording.Wording("", tuple("abcdefg"), (), True, ("after",)))
    typed = {"when": "after", **{f"item-gad-7-{n}": "2" for n in range(1, 8)}}
    entry.keep(new_client("heron"), entry.understood(typed), TODAY)
    row = models.Said.objects.get()
    assert (row.kind, row.share, row.words["score"]) == ("rating", "now", 14.0)


def test_an_empty_sheet_is_nothing(new_client):
    with pytest.raises(ReattuneError, match="Nothing was typed in yet"):
        entry.keep(new_client("heron"), entry.understood({"when": "after", "share-worked": "now"}), TODAY)


def test_where_check_ins_are_not_open_none_is_kept(new_client):
    keep(safety="")
    with pytest.raises(ReattuneError, match="not open yet"):
        entry.keep(new_client("heron"), entry.understood(TYPED), TODAY)
    assert not models.Said.every.exists()


def test_a_sheet_typed_in_by_mistake_is_taken_out_and_nothing_else(new_client):
    heron, wren = new_client("heron"), new_client("wren")
    found = entry.understood(TYPED)
    entry.keep(heron, found, TODAY)
    other = entry.understood({**TYPED, "text-felt_off": "Another one."})
    entry.keep(heron, other, TODAY)
    assert not entry.take_out(wren, found.id)
    assert entry.take_out(heron, found.id)
    assert {row.sitting for row in models.Said.objects.all()} == {other.id}
    assert not entry.take_out(heron, found.id)


def test_the_next_sheet_begins_as_the_last_one_was(new_client):
    heron = new_client("heron")
    assert entry.usual(heron) is When.AFTER
    entry.keep(heron, entry.understood(TYPED), TODAY)
    assert entry.usual(heron) is When.BEFORE
