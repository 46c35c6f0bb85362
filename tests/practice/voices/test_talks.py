"""Something to talk about: opened once for each thing said, gone with the words it began with, never nameless."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reattune.model import Share
from reattune.practice import models
from reattune.practice.vault import Cost
from reattune.practice.voices import own, saying, talks
from reattune.practice.voices.kinds import Kind

TODAY = date(2026, 6, 30)
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


@pytest.fixture
def heron(new_client):
    return new_client("heron")


@pytest.fixture
def said(heron):
    return saying.say(heron, Kind.ANSWER, {"question": "felt_off", "text": "the joke stung"}, Share.NOW, TODAY)


def test_what_felt_off_opens_one_talk_in_the_clients_words(heron, said):
    talk = talks.open_from(said)
    assert (talk.by, talk.shown, talk.day) == ("client", TODAY, TODAY)
    assert talks.title(talk) == "the joke stung"
    assert talks.open_from(said) == talk
    assert talks.open_from(models.Said.objects.get()) == talk
    assert models.Talk.every.count() == 1
    assert models.AuditEvent.objects.filter(what="talk", who="client").count() == 1
    assert talks.begun_with(talk) == said.pk


def test_words_are_not_copied_into_the_talk(said):
    assert "stung" not in str(talks.open_from(said).words)


def test_withdrawn_words_take_their_talk_from_the_therapist_and_shared_again_bring_it_back(heron, said):
    own.make(heron, "a heron in the reeds", cost=CHEAP)
    talk = talks.open_from(said)
    words = {"question": "felt_off", "text": "the joke stung"}
    saying.share(models.Said.every.get(), words, Share.ONLY_ME, TODAY)
    assert talks.for_therapist(heron) == []
    row = models.Said.every.get()
    saying.share(row, words, Share.NOW, TODAY)
    assert talks.open_from(row) == talk
    assert talks.for_therapist(heron) == [talk]
    saying.take_away(models.Said.every.get())
    assert talks.for_therapist(heron) == []


def test_other_words_in_a_talk_are_withdrawn_without_it(heron, said):
    talk = talks.open_from(said)
    line = saying.say(heron, Kind.LINE, {"text": "more"}, Share.NOW, TODAY, saying.Place(talk=talk.pk))
    assert talks.open_from(line) == talk
    saying.take_away(line)
    assert talks.for_therapist(heron) == [talk]


def test_what_is_only_a_clients_needs_their_key(heron):
    assert talks.begin_by_client(heron, "The joke", TODAY, shown=False) is None
    key, _code = own.make(heron, "a heron in the reeds", cost=CHEAP)
    talk = talks.begin_by_client(heron, "The joke", TODAY, shown=False)
    assert talks.for_client(heron) == []
    assert talks.for_client(heron, key) == [talk]
    assert talks.title(talk) == "Something to talk about"
    assert talks.title(talk, key) == "The joke"
    talks.show(talk, key)
    assert [talks.title(one) for one in talks.for_therapist(heron)] == ["The joke"]
    talks.hide(talk)
    assert models.Talk.every.get().sealed is None
    assert talks.title(models.Talk.every.get(), key) == "The joke"


def test_showing_and_hiding_twice_is_doing_it_once(heron):
    talk = talks.begin_by_therapist(heron, "The look", TODAY, shown=False)
    for act in (talks.show, talks.show, talks.hide, talks.hide):
        act(talk)
    assert models.Talk.every.get().shown is None
    actions = models.AuditEvent.objects.filter(what="talk").order_by("seq").values_list("action", flat=True)
    assert list(actions) == ["wrote", "changed", "undid"]


@pytest.mark.parametrize(
    ("text", "cut"),
    [("a  b\nc", "a b c"), ("x" * 130, f"{'x' * 119}…"), (f"{'word ' * 40}", f"{'word ' * 22}word…"), ("", "")],
)
def test_a_title_is_cut_between_words(text, cut):
    assert talks.short(text) == cut
    assert len(talks.short(text)) <= talks.LONGEST_TITLE


def test_a_list_of_talks_asks_one_question(heron, said):
    found = [talks.open_from(said), talks.begin_by_therapist(heron, "The look", TODAY, shown=True)]
    with CaptureQueriesContext(connection) as asked:
        assert set(talks.titles(found).values()) == {"the joke stung", "The look"}
    assert len([one for one in asked.captured_queries if '"practice_said"' in one["sql"]]) == 1
