"""The thread, and what of a sheet may still be read."""

from datetime import date, timedelta

import pytest

from reattune.errors import ReattuneError
from reattune.model import Share
from reattune.practice import attaching, consent, episodes, models
from reattune.practice.supervision import bringing, gathering, thread
from reattune.practice.supervision.sheet import Part
from reattune.practice.supervision.thread import State, Step
from reattune.practice.voices import saying, talks

TODAY = date(2026, 6, 30)


@pytest.fixture
def spoken(said):
    return said("I waited")


@pytest.fixture
def row(subject, heron, agreed, spoken):
    every = bringing.offered(subject, bringing.known(heron, "A"))
    items = bringing.chosen(every, frozenset({f"said:{spoken.pk}", "record:my_part"}), {})
    return bringing.bring(subject, bringing.sheet("A", "How?", "me", items), TODAY)


def parts(row):
    return {one.part for one in thread.readable(row).sheet.items}


def test_what_was_brought_is_read_as_it_left(row):
    assert parts(row) == {Part.CLIENT, Part.MINE}
    assert not thread.readable(row).withdrawn


def test_without_consent_the_clients_words_are_gone_and_with_it_back(row, heron):
    consent.write(heron, consent.Purpose.SUPERVISION, given=False, by="client", day=TODAY)
    assert parts(row) == {Part.MINE}
    assert thread.readable(row).withdrawn
    consent.write(heron, consent.Purpose.SUPERVISION, given=True, by="client", day=TODAY)
    assert parts(row) == {Part.CLIENT, Part.MINE}


def test_words_that_are_no_longer_shared_or_were_deleted_are_gone(row, spoken):
    saying.share(spoken, {"text": "I waited"}, Share.AFTER_ENDING, TODAY)
    assert parts(row) == {Part.MINE}
    saying.share(spoken, {"text": "I waited"}, Share.NOW, TODAY)
    assert parts(row) == {Part.CLIENT, Part.MINE}
    saying.take_away(spoken)
    assert parts(row) == {Part.MINE}


def test_it_goes_from_asked_to_what_came_of_it(row):
    assert thread.state(row) is State.ASKED
    for step, reached in ((Step.SAID, State.SAID), (Step.TAKEN, State.TAKEN), (Step.CAME, State.CAME)):
        thread.remark(row, step, "words", "therapist", TODAY)
        assert thread.state(row) is reached


def test_remarks_stay_beside_the_record(row, episode):
    before = (bytes(episode.sealed), episode.version)
    made = thread.remark(row, Step.SAID, "Ask, then wait.", "supervisor", TODAY)
    episode.refresh_from_db()
    assert (bytes(episode.sealed), episode.version) == before
    assert models.Remark.objects.get().words == {"text": "Ask, then wait."}
    assert models.AuditEvent.objects.filter(what="remark", purpose="supervision").count() == 1
    thread.take_away(made)
    assert not models.Remark.objects.exists()


@pytest.mark.parametrize("text", ["", "x" * 4001])
def test_no_words_or_too_many_are_not_kept(row, text):
    with pytest.raises(ReattuneError):
        thread.remark(row, Step.SAID, text, "therapist", TODAY)
    assert not models.Remark.objects.exists()


def test_taken_back_it_is_over_until_that_is_undone(row):
    thread.end(row, thread.now())
    assert thread.is_over(row)
    assert thread.state(row) is State.ENDED
    thread.end(row, None)
    assert thread.state(row) is State.ASKED


def test_it_ends_by_itself_when_its_time_has_passed(row):
    row.expires = thread.now() - timedelta(seconds=1)
    assert thread.is_over(row)
    row.expires = thread.now() + timedelta(days=1)
    assert not thread.is_over(row)


def test_questions_wait_in_records_until_they_are_brought_or_put_away(episode, subject):
    assert [one.question for one in thread.waiting()] == ["Heron again: how do I ask?"]
    bringing.bring(subject, bringing.sheet("A", "How?", "me", ()), TODAY)
    assert thread.waiting() == ()


def test_records_without_a_question_do_not_wait(heron):
    episodes.begin(heron, episodes.blank(TODAY))
    assert thread.waiting() == ()


def test_every_step_and_state_has_its_words():
    assert len({thread.step_words(one) for one in Step}) == len(Step)
    assert len({thread.state_words(one) for one in State}) == len(State)


def test_what_the_client_called_it_is_gone_when_they_take_it_back(heron, agreed):
    talk = talks.begin_by_client(heron, "The long silence", TODAY, shown=True)
    subject = gathering.of_talk(talk)
    every = bringing.offered(subject, bringing.known(heron, "A"))
    items = bringing.chosen(every, frozenset({f"talk:{talk.pk}"}), {"added:own": "I was tired"})
    row = bringing.bring(subject, bringing.sheet("A", "How?", "me", items), TODAY)
    assert "The long silence" in [one.text for one in thread.readable(row).sheet.items]
    talks.hide(talk)
    assert "The long silence" not in [one.text for one in thread.readable(row).sheet.items]
    assert thread.readable(row).withdrawn


def test_words_of_a_transcript_are_the_clients_though_the_therapist_took_them_up(heron, subject, agreed):
    consent.write(heron, consent.Purpose.TRANSCRIPTS, given=True, by="client", day=TODAY)
    taken = models.Attached(client=heron, episode=subject.episode, kind=attaching.MOMENT, day=TODAY)
    taken.words = {"ref": f"heard:{heron.pk}:m", "what": "“you are not listening”"}
    taken.save()
    every = bringing.offered(subject, bringing.known(heron, "A"))
    items = bringing.chosen(every, frozenset({f"thing:heard:{heron.pk}:m", "record:my_part"}), {})
    row = bringing.bring(subject, bringing.sheet("A", "How?", "me", items), TODAY)
    assert parts(row) == {Part.EVIDENCE, Part.MINE}
    for purpose in (consent.Purpose.TRANSCRIPTS, consent.Purpose.SUPERVISION):
        consent.write(heron, purpose, given=False, by="client", day=TODAY)
        assert parts(row) == {Part.MINE}
        assert thread.readable(row).withdrawn
        assert not [one for one in gathering.found(subject) if "listening" in one.text]
        consent.write(heron, purpose, given=True, by="client", day=TODAY)
        assert parts(row) == {Part.EVIDENCE, Part.MINE}
