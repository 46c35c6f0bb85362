"""What could go along: stored words; the client's own only where they agreed and shared."""

from datetime import date

import pytest

from reattune.model import Share
from reattune.practice import consent, models
from reattune.practice.supervision import gathering
from reattune.practice.supervision.sheet import Part
from reattune.practice.voices import own, saying, talks
from reattune.practice.voices.kinds import Kind


def texts(subject, part):
    return [one.text for one in gathering.found(subject) if one.part is part]


def test_the_record_gives_its_words_and_nothing_that_was_not_said(subject):
    found = {one.ref: one.text for one in gathering.found(subject)}
    assert found["record:text"].startswith("Heron went quiet")
    assert found["record:my_part"] == "I looked at the clock."
    assert "record:actual" not in found
    assert gathering.question(subject) == "Heron again: how do I ask?"


def test_there_are_always_two_other_readings_the_benign_first(subject):
    assert len(texts(subject, Part.RIVALS)) >= 2


def test_a_noticing_it_is_about_gives_its_own_readings_and_is_evidence(subject, episode):
    row = models.Attached(client_id=episode.client_id, episode=episode, kind="noticing", day=date(2026, 6, 16))
    row.words = {"ref": "noticing:2026-06-16:away", "what": "Two of the last five were moved."}
    row.save()
    assert "Two of the last five were moved." in texts(subject, Part.EVIDENCE)


def test_without_consent_to_supervision_none_of_the_clients_words_are_offered(subject, said):
    said()
    assert texts(subject, Part.CLIENT) == []


def test_with_it_those_they_shared_are(subject, said, agreed):
    said("shared words")
    assert texts(subject, Part.CLIENT) == ["shared words"]


def test_withdrawn_they_are_gone_at_once(subject, said, agreed, heron):
    said()
    consent.write(heron, consent.Purpose.SUPERVISION, given=False, by="client", day=date(2026, 6, 30))
    assert texts(subject, Part.CLIENT) == []


def test_what_was_not_shared_or_waits_for_the_end_never_is(subject, said, agreed, heron):
    own.make(heron, "seven quiet words", cost=own.Cost(64, 1, 1))
    said("for myself", Share.ONLY_ME)
    said("for afterwards", Share.AFTER_ENDING)
    assert texts(subject, Part.CLIENT) == []


def test_what_was_taken_back_is_not(subject, said, agreed):
    row = said()
    saying.share(row, {"text": "x"}, Share.AFTER_ENDING, date(2026, 6, 30))
    assert texts(subject, Part.CLIENT) == []


def test_forms_and_requests_and_what_lies_far_away_are_not(subject, said, agreed, heron):
    saying.say(heron, Kind.RATING, {"text": "38 of 40", "score": 38}, Share.NOW, date(2026, 6, 9))
    saying.say(heron, Kind.REQUEST, {"text": "erase it"}, Share.NOW, date(2026, 6, 9))
    said("long ago", day=date(2026, 1, 9))
    assert texts(subject, Part.CLIENT) == []


@pytest.fixture
def talk(heron):
    row = models.Talk(client=heron, by="therapist", day=date(2026, 6, 2), shown=date(2026, 6, 3))
    row.words = {"title": "The week it rained"}
    row.save()
    for by, words in (("therapist", "I was late"), ("client", "I waited")):
        side = models.Side(client=heron, talk=row, by=by)
        side.words = {"felt": words, "happened": ""}
        side.save()
    return row


def test_of_a_talk_my_side_goes_along_and_theirs_only_shown_and_agreed(talk, agreed):
    subject = gathering.of_talk(talk)
    assert texts(subject, Part.EVIDENCE) == ["The week it rained"]
    assert texts(subject, Part.MINE) == ["I was late"]
    assert texts(subject, Part.CLIENT) == []
    models.Side.every.filter(by="client").update(shown="2026-06-20T10:00:00Z")
    assert texts(subject, Part.CLIENT) == ["I waited"]
    assert gathering.question(subject) == ""


def test_what_a_client_called_it_leaves_only_with_their_consent_and_while_it_is_shown(heron):
    row = talks.begin_by_client(heron, "When you said that about Anna", date(2026, 6, 9), shown=True)
    subject = gathering.of_talk(row)
    assert "Anna" not in repr(gathering.found(subject))
    consent.write(heron, consent.Purpose.SUPERVISION, given=True, by="client", day=date(2026, 6, 30))
    assert texts(subject, Part.CLIENT) == ["When you said that about Anna"]
    talks.hide(row)
    assert texts(subject, Part.CLIENT) == []
