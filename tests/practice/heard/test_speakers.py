"""Who is who: said, swapped, put right for single entries, taken back, and known again by the same names."""

from datetime import date

import pytest

from reattune.errors import ReattuneError
from reattune.model import Role
from reattune.practice import models
from reattune.practice.heard import bringing, speakers
from reattune.practice.heard.transcript import transcript_of

ROLES = {"Anna B.": Role.THERAPIST, "Kestrel": Role.CLIENT}
LATER = date(2026, 6, 9)


def spoken(row):
    return [turn.role for turn in transcript_of(models.Heard.objects.get(pk=row.pk)).turns]


def test_until_it_is_said_there_is_no_transcript(brought):
    with pytest.raises(ReattuneError, match="who is who first"):
        transcript_of(brought)
    for change in (speakers.swap, lambda row: speakers.correct(row, [0], Role.CLIENT)):
        with pytest.raises(ReattuneError, match="Say first who is who"):
            change(brought)


def test_all_of_them_have_to_be_said(brought):
    with pytest.raises(ReattuneError, match="each of them"):
        speakers.confirm(brought, {"Kestrel": Role.CLIENT})
    assert models.Heard.objects.get().confirmed is None
    speakers.confirm(brought, {**ROLES, "Nobody": Role.OTHER})
    assert models.Heard.objects.get().confirmed is not None
    assert spoken(brought) == [Role.THERAPIST, Role.CLIENT] * 3


def test_swapped_and_swapped_again_all_is_as_before(told):
    speakers.correct(told, [1], Role.OTHER)
    before = spoken(told)
    speakers.swap(told)
    assert spoken(told)[:3] == [Role.CLIENT, Role.OTHER, Role.CLIENT]
    speakers.swap(told)
    assert spoken(told) == before


def test_each_change_can_be_taken_back_once(told):
    speakers.swap(told)
    assert speakers.take_back(told)
    assert spoken(told) == [Role.THERAPIST, Role.CLIENT] * 3
    assert not speakers.take_back(told)
    speakers.correct_turn(told, 3, Role.THERAPIST)
    assert speakers.take_back(told)
    assert spoken(told) == [Role.THERAPIST, Role.CLIENT] * 3


def test_the_first_word_on_it_can_be_taken_back_too(told):
    assert speakers.take_back(told)
    assert models.Heard.objects.get().confirmed is None


def test_one_turn_put_right_joins_its_neighbours(told):
    speakers.correct_turn(told, 3, Role.THERAPIST)
    assert spoken(told) == [Role.THERAPIST, Role.CLIENT, Role.THERAPIST, Role.THERAPIST, Role.THERAPIST, Role.CLIENT]
    speakers.correct_turn(told, 3, Role.CLIENT)
    assert models.Heard.objects.get().words["corrections"] == {}
    for number in (-1, 6, 10**6):
        with pytest.raises(ReattuneError, match="no such entry"):
            speakers.correct_turn(told, number, Role.CLIENT)
        with pytest.raises(ReattuneError, match="no such entry"):
            speakers.correct(told, [number], Role.CLIENT)


def test_the_same_names_are_as_last_time_and_numbers_never(told, agreed, vtt):
    lines = (("Kestrel", "Hello."), ("Mr Grey", "Hello."), ("SPEAKER_01", "Hm."))
    found = bringing.bring(agreed, "b.vtt", vtt(lines), day=LATER)
    assert speakers.as_last_time(agreed, found.script, found.heard) == {"Kestrel": Role.CLIENT}
    speakers.confirm(found.heard, dict.fromkeys(("Kestrel", "Mr Grey", "SPEAKER_01"), Role.OTHER))
    third = bringing.bring(agreed, "c.vtt", vtt(lines[::-1]), day=LATER)
    again = speakers.as_last_time(agreed, third.script, third.heard)
    assert again == {"Kestrel": Role.OTHER, "Mr Grey": Role.OTHER}


def test_what_one_client_is_called_says_nothing_about_another(told, new_client, agreed, vtt):
    wren = new_client("wren")
    script = bringing.bring(agreed, "b.vtt", vtt((("Kestrel", "Hi."),)), day=LATER).script
    assert speakers.as_last_time(wren, script) == {}


def test_without_words_the_names_go_once_it_is_said_and_are_still_known(agreed, vtt):
    found = bringing.bring(agreed, "a.vtt", vtt(), day=LATER, wordless=True)
    speakers.confirm(found.heard, ROLES)
    row = models.Heard.objects.get()
    assert "Kestrel" not in repr(row.words)
    assert "Anna" not in repr(row.words)
    assert spoken(row) == [Role.THERAPIST, Role.CLIENT] * 3
    assert speakers.as_last_time(agreed, found.script) == ROLES
    speakers.swap(row)
    assert speakers.as_last_time(agreed, found.script)["Kestrel"] is Role.THERAPIST
    assert speakers.take_back(row)
    speakers.confirm(row, {"1": Role.OTHER, "2": Role.CLIENT})
    assert spoken(row) == [Role.OTHER, Role.CLIENT] * 3


def test_each_change_stands_in_the_audit_and_starts_the_counting(told):
    assert models.AuditEvent.objects.filter(action="changed", what="who is who").count() == 1
    assert models.Job.objects.filter(kind="hear", state="waiting").count() == 1
    told.client.refresh_from_db()
    assert told.client.stale


def test_two_windows_that_put_something_right_keep_both(told):
    here, there = (models.Heard.objects.get(pk=told.pk) for _window in range(2))
    speakers.correct(here, [1], Role.OTHER)
    speakers.correct(there, [3], Role.OTHER)
    words = models.Heard.objects.get().words
    assert words["corrections"] == {"1": "other", "3": "other"}
    assert words["version"] == told.words["version"] + 2


def test_what_was_taken_out_meanwhile_is_not_brought_back(told):
    there = models.Heard.objects.get(pk=told.pk)
    bringing.take_out(told)
    for change in (
        speakers.swap,
        speakers.take_back,
        lambda row: speakers.correct(row, [1], Role.OTHER),
        lambda row: speakers.confirm(row, ROLES),
    ):
        with pytest.raises(ReattuneError, match="taken out meanwhile"):
            change(there)
    assert not models.Heard.objects.exists()
