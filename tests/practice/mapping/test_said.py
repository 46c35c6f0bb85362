"""What a client said as the library's records: what was shared, as it was said, and nothing else."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from reattune.model import CheckIn, FeltOff, Share, Source, Timing, Voice
from reattune.practice import models
from reattune.practice.mapping import said
from reattune.practice.mapping.codec import dump
from reattune.practice.mapping.relationships import relationship
from reattune.practice.rows import place
from reattune.practice.vault import Cost
from reattune.practice.voices import own, saying
from reattune.practice.voices.kinds import Kind

DAY = date(2026, 6, 30)
LONDON = ZoneInfo("Europe/London")
OFF = {"question": "felt_off", "when": "after", "choice": "yes", "text": "It went fast."}
RATED = {"instrument": "phq-9", "timing": "post", "items": [0] * 7 + [None, 2], "score": 2, "risk": [9]}
UNSHARED = (Share.ONLY_ME, Share.AFTER_ENDING)


@pytest.fixture
def heron(new_client):
    client = new_client("heron")
    own.make(client, "three slow words", cost=Cost(memory_kib=64, passes=1, lanes=1))
    return client


def known(client):
    return relationship(models.Client.objects.get(pk=client.pk), LONDON)[0]


def test_a_shared_answer_to_the_first_question_is_a_check_in(heron):
    row = saying.say(heron, Kind.ANSWER, OFF, Share.NOW, DAY)
    (one,) = known(heron).check_ins
    source = Source("check-in", str(row.pk))
    assert one == CheckIn(DAY, Voice.CLIENT, FeltOff.YES, "It went fast.", Share.NOW, source)
    assert place(source) == "a check-in"


def test_answers_to_the_other_questions_are_told_and_not_weighed(heron):
    saying.say(heron, Kind.ANSWER, {**OFF, "question": "worked"}, Share.NOW, DAY)
    assert known(heron).check_ins == ()


def test_a_shared_form_is_a_rating_and_its_risk_item_is_known(heron):
    saying.say(heron, Kind.RATING, RATED, Share.NOW, DAY)
    found = known(heron)
    (one,) = found.ratings
    assert (one.session_date, one.instrument, one.by, one.timing) == (DAY, "phq-9", Voice.CLIENT, Timing.POST)
    assert (one.score, one.items) == (2, (*[0.0] * 7, None, 2.0))
    assert [each.item for each in found.risk_answers] == [9]


@pytest.mark.parametrize("share", UNSHARED)
def test_nothing_unshared_is_there_not_even_after_the_end(heron, share):
    before = known(heron)
    for kind, words in ((Kind.ANSWER, OFF), (Kind.RATING, RATED)):
        saying.say(heron, kind, words, share, DAY)
    assert models.Said.every.count() == 2
    assert known(heron) == before
    models.Client.objects.update(ended=date(2026, 1, 1))
    assert known(heron).check_ins == ()
    assert list(said.ratings(heron)) == []


def test_what_also_stands_in_a_file_counts_once(heron):
    row = models.Record(client=heron, kind=models.Record.Kind.CHECK_IN, day=DAY)
    row.words = dump(CheckIn(DAY, Voice.CLIENT, FeltOff.YES, "It went fast.", Share.NOW, Source("c.csv", "2")))
    row.save()
    saying.say(heron, Kind.ANSWER, OFF, Share.NOW, DAY)
    assert len(known(heron).check_ins) == 1
