"""One check-in as it comes in: understood whatever is sent, kept once, all of it or nothing."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connections
from hypothesis import given
from hypothesis import strategies as st

from reattune.model import Share
from reattune.practice import models
from reattune.practice.check_in import inviting, sitting, wording
from reattune.practice.check_in.asked import COLOURS, When, questions
from reattune.practice.voices import saying
from reattune.practice.voices.kinds import Kind

DAY = date(2026, 6, 30)
SITTING = UUID(int=7)
GAD = wording.Wording(
    introduction="In the last two weeks:",
    items=tuple(f"Item {n}" for n in range(1, 10)),
    permission=True,
    on=("after",),
)


def form(**fields):
    return {"sitting": str(SITTING), "when": "after", **{name.replace("__", "-"): one for name, one in fields.items()}}


def only(**fields):
    (one,) = sitting.understood(form(**fields)).answers
    return one


def test_what_is_left_out_is_not_there(store):
    assert sitting.understood(form()).answers == ()
    assert sitting.understood(form(text__felt_off="   ", share__felt_off="now")).answers == ()


def test_an_answer_has_its_question_its_words_and_its_reader(store):
    one = only(choice__worked="partly", text__worked=" My mother.\r\nAnd me. ", share__worked="only_me")
    assert (one.id, one.kind, one.share) == ("worked", Kind.ANSWER, Share.ONLY_ME)
    assert one.words == {"question": "worked", "when": "after", "choice": "partly", "text": "My mother.\nAnd me."}


def test_what_is_none_of_the_choices_is_not_taken_for_one(store):
    assert (
        sitting.understood(form(choice__felt_off="partly", colour__felt_off="gold", leading__felt_off="4")).answers
        == ()
    )


def test_zero_is_a_place_like_any_other(store):
    assert only(closeness__felt_off="0").words["closeness"] == 0


def test_without_a_reader_or_far_too_long_it_is_said_at_the_question(store):
    said = sitting.understood(form(choice__felt_off="yes", text__worked="x" * 20_001, share__worked="now"))
    assert set(said.troubles) == {"felt_off", "worked"}
    assert "Choose who" in said.troubles["felt_off"]
    assert "20000" in said.troubles["worked"].replace(",", "").replace(" ", "")


def test_the_same_words_are_the_same_sitting_and_others_are_another(store):
    first, again = (sitting.understood(form(text__felt_off="Fast.")).id for _n in range(2))
    assert first == again
    assert sitting.understood(form(text__felt_off="Slow.")).id != first
    assert sitting.understood({**form(text__felt_off="Fast."), "sitting": str(uuid4())}).id != first


def test_a_form_is_scored_and_its_answers_about_danger_are_named(store):
    wording.word("phq-9", GAD)
    items = {f"item-phq-9-{n}": "1" for n in range(1, 9)}
    (one,) = sitting.understood({**form(), **items, "item-phq-9-9": "2", "share-phq-9": "now"}).answers
    assert one.kind is Kind.RATING
    assert one.words["items"] == [1] * 8 + [2]
    assert one.words["risk"] == [9]
    assert one.words["score"] == 10
    assert one.words["timing"] == "post"
    assert sitting.understood({**form(), "when": "before", **items}).answers == ()


@given(
    st.dictionaries(
        st.sampled_from(
            [
                f"{field}-{one.id}"
                for field in ("choice", "text", "closeness", "leading", "colour", "share", "skip")
                for one in questions(When.AFTER)
            ]
        ),
        st.one_of(st.text(max_size=20), st.sampled_from(["yes", "wordless", "now", "2", "-3", *COLOURS])),
    )
)
def test_whatever_is_sent_is_understood_and_a_skip_never_kept(typed):
    # Nothing of the store is asked: the questions are those that come with the program.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wording, "questions", questions)
        patch.setattr(wording, "forms", lambda _when: ())
        said = sitting.understood(typed)
    for one in said.answers:
        assert not typed.get(f"skip-{one.id}")
        assert set(one.words) > {"question", "when"}
        assert one.share is not None or one.id in said.troubles


def test_kept_once_however_often_and_by_however_many_at_once(new_client):
    heron = new_client("heron")
    said = sitting.understood(
        form(choice__felt_off="yes", share__felt_off="now", choice__worked="no", share__worked="now")
    )
    gate = threading.Barrier(4)

    def send(_number):
        gate.wait()
        try:
            sitting.keep(heron, said, DAY)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(send, range(4)))
    assert sitting.is_kept(heron, said)
    assert models.Said.objects.count() == 2
    assert set(models.Said.objects.values_list("sitting", flat=True)) == {said.id}


def test_all_of_it_is_kept_or_nothing(new_client, monkeypatch):
    heron, keep, calls = new_client("heron"), saying.say, []

    def break_off(*words):
        calls.append(words)
        if len(calls) > 1:
            raise OSError("the disk is full")
        return keep(*words)

    monkeypatch.setattr(saying, "say", break_off)
    said = sitting.understood(
        form(choice__felt_off="yes", share__felt_off="now", choice__worked="no", share__worked="now")
    )
    with pytest.raises(OSError, match="full"):
        sitting.keep(heron, said, DAY)
    assert not models.Said.every.exists()


def test_of_two_sittings_through_one_link_at_the_same_moment_one_is_kept_and_the_other_told(new_client):
    heron = new_client("heron")
    inviting.make(heron, When.AFTER, timedelta(hours=1))
    link, gate = models.Invitation.objects.get(), threading.Barrier(4)
    every = [sitting.understood(form(text__worked=f"{n}", share__worked="now")) for n in range(4)]

    def send(one):
        gate.wait()
        try:
            return sitting.keep(heron, one, DAY, link)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(send, every)) == [False, False, False, True]
    assert models.Said.objects.count() == 1
