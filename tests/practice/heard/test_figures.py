"""Figures: kept beside a transcript, worked out anew when something changes, traced back to it, counted only if agreed."""

from datetime import date

import pytest

from reattune.model import Role
from reattune.practice import consent, jobs, models
from reattune.practice.heard import bringing, figures, speakers
from reattune.practice.heard.kept_figures import figures_of
from reattune.practice.keeping import kept
from reattune.practice.mapping.relationships import relationship

ROLES = {"Anna B.": Role.THERAPIST, "Kestrel": Role.CLIENT}
GERMAN = "Ich weiß nicht so recht, was ich dazu heute noch sagen soll, es war eine lange Woche für uns alle."


def known(client):
    return relationship(models.Client.objects.get(pk=client.pk), kept().zone)[0].speech


def test_from_a_file_to_the_streams(told, agreed):
    assert known(agreed) == (), "not before it was worked out"
    jobs.run_pending()
    (one,) = known(agreed)
    assert (one.day, one.known_at) == (date(2026, 6, 2), date(2026, 6, 30))
    assert (one.source.file, one.source.row) == ("2026-06-02.vtt", str(told.pk))
    assert (one.client_turns, one.client_words, one.minimal, one.latency) == (3, 21, 1, 2.0)
    assert one.away is not None
    assert one.why == ""


def test_worked_out_once_and_again_after_a_change(told, agreed):
    assert figures.renew(agreed) == 1
    assert figures.renew(agreed) == 0
    speakers.swap(told)
    assert known(agreed) == (), "what held for the other way round is not counted"
    assert figures.renew(agreed) == 1
    assert known(agreed)[0].client_words == 32


def test_other_rules_read_everything_anew(told, agreed, monkeypatch):
    jobs.run_pending()
    assert figures.look_for_new_rules() == 1
    jobs.run_pending()
    assert figures.look_for_new_rules() == 0
    monkeypatch.setattr(figures, "rules_version", lambda: "other")
    assert figures.look_for_new_rules() == 1
    before = models.Heard.objects.get().words["basis"]
    jobs.run_pending()
    assert models.Heard.objects.get().words["basis"] != before


def test_the_version_of_the_rules_is_the_same_each_time():
    first = figures.rules_version()
    figures.rules_version.cache_clear()
    assert figures.rules_version() == first
    assert len(first) == 16


def test_a_moment_called_ordinary_counts_no_more(told, agreed):
    figures.renew(agreed)
    reading, why = figures.reading_of(models.Heard.objects.get())
    assert why == ""
    away = [one for one in figures.moments(reading) if one.direction is not None]
    assert away, "something is marked in it"
    before = known(agreed)[0]
    for one in away:
        models.Answer.objects.create(client=agreed, heard=told, moment=one.id, answer="no")
    assert figures.renew(agreed) == 1
    after = known(agreed)[0]
    assert (after.away, after.against, after.attuned) == (0, 0, 0)
    assert after.client_words == before.client_words
    models.Answer.objects.update(undone="2026-06-30T10:00Z")
    figures.renew(agreed)
    assert known(agreed)[0] == before


def test_without_consent_or_switched_off_nothing_is_counted(told, agreed):
    figures.renew(agreed)
    consent.write(agreed, consent.Purpose.TRANSCRIPTS, given=False, by="client", day=date(2026, 6, 20))
    assert known(agreed) == ()
    consent.write(agreed, consent.Purpose.TRANSCRIPTS, given=True, by="client", day=date(2026, 6, 21))
    assert len(known(agreed)) == 1
    agreed.off = ["speech"]
    assert figures_of(agreed) == ()


def test_without_words_everything_but_the_marks_is_counted(agreed, vtt):
    row = bringing.bring(agreed, "2026-06-02.vtt", vtt(), wordless=True).heard
    speakers.confirm(row, ROLES)
    figures.renew(agreed)
    (one,) = known(agreed)
    assert (one.away, one.against, one.attuned) == (None, None, None)
    assert (one.client_turns, one.client_words, one.minimal, one.latency) == (3, 21, 1, 2.0)
    assert "lengths and times" in one.why
    assert models.Heard.objects.get().words["dynamics"]["asking"] == 3


def test_another_language_is_said_and_not_read(agreed, vtt):
    lines = [(("Anna B.", "Kestrel")[number % 2], GERMAN) for number in range(8)]
    row = bringing.bring(agreed, "2026-06-02.vtt", vtt(lines)).heard
    speakers.confirm(row, ROLES)
    figures.renew(agreed)
    (one,) = known(agreed)
    assert one.away is None
    assert "another language (German)" in one.why
    assert one.client_turns == 4


@pytest.mark.parametrize("role", [Role.CLIENT, Role.THERAPIST, Role.OTHER])
def test_where_one_of_the_two_is_missing_nothing_is_counted_until_put_right(agreed, vtt, role):
    lines = [("Room", text) for text in ("How are you today?", "Fine.", "Shall we begin?", "Yes.")]
    row = bringing.bring(agreed, "2026-06-02.vtt", vtt(lines)).heard
    speakers.confirm(row, {"Room": role})
    assert figures.renew(agreed) == 1
    assert known(agreed) == ()
    speakers.correct(row, [0, 2], Role.THERAPIST)
    speakers.correct(row, [1, 3], Role.CLIENT)
    figures.renew(agreed)
    assert known(agreed)[0].client_turns == 2


def test_what_was_usual_before_goes_into_the_next_session(told, agreed, vtt):
    lines = [
        (("Anna B.", "Kestrel")[number % 2], "What was that like for you?" if number % 2 == 0 else "Long. " * 30)
        for number in range(12)
    ]
    early = bringing.bring(agreed, "2026-05-26.vtt", vtt(lines)).heard
    figures.renew(agreed)
    speakers.confirm(early, ROLES)
    assert figures.renew(agreed) == 2, "the earlier one, and the later one that is read beside it"
    later = models.Heard.objects.get(pk=told.pk).words
    assert later["before"] == models.Heard.objects.get(pk=early.pk).words["usual"] == [30.0, 6]


def test_a_change_meanwhile_is_not_written_over(told, agreed, monkeypatch):
    worked_out = figures._worked_out

    def slow(*args):
        monkeypatch.setattr(figures, "_worked_out", worked_out)
        speakers.swap(models.Heard.objects.get(pk=told.pk))
        return worked_out(*args)

    monkeypatch.setattr(figures, "_worked_out", slow)
    assert figures.renew(agreed) == 0
    assert models.Heard.objects.get().words.get("figures") is None
    jobs.run_pending()
    assert known(agreed)[0].client_words == 32


def test_after_a_no_nothing_is_opened_and_after_another_yes_it_is_worked_out(told, agreed, monkeypatch):
    jobs.run_pending()
    consent.write(agreed, consent.Purpose.TRANSCRIPTS, given=False, by="client", day=date(2026, 6, 3))
    monkeypatch.setattr(figures, "rules_version", lambda: "other")
    before = bytes(models.Heard.objects.get().sealed)
    figures.look_for_new_rules()
    speakers.swap(told)
    changed = bytes(models.Heard.objects.get().sealed)
    assert changed != before
    with monkeypatch.context() as closed:
        closed.setattr(figures, "transcript_of", lambda *_row: pytest.fail("it was read"))
        jobs.run_pending()
    assert bytes(models.Heard.objects.get().sealed) == changed
    assert known(agreed) == ()
    consent.write(agreed, consent.Purpose.TRANSCRIPTS, given=True, by="client", day=date(2026, 6, 4))
    jobs.run_pending()
    assert known(agreed)[0].client_words == 32
