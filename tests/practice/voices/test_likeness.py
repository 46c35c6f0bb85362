"""Similar moments: from the next session on, exceptions first, and each for whoever its author chose."""

from datetime import date, datetime, timedelta

import pytest
from tests.practice.conftest import CHEAP

from reattune.errors import ReattuneError
from reattune.model import Session, SessionKind, Source, Voice
from reattune.practice import clients, jobs, models
from reattune.practice.keeping import kept
from reattune.practice.mapping.codec import dump
from reattune.practice.voices import alike, likeness, own, talks
from reattune.practice.voices.side_rows import Author

TODAY = date(2026, 6, 30)
ME = Author(Voice.THERAPIST)
SHUT = Author(Voice.CLIENT)
MOMENT = {"role": "parent", "text": "she hung up", "wish": "to be asked", "exception": ""}


def like(**words):
    return {"wish": False, "response": False, "exception": "", "text": "", **words}


@pytest.fixture
def heron(new_client):
    return new_client("heron", dates_agreed=TODAY)


@pytest.fixture
def key(heron):
    return Author(Voice.CLIENT, own.make(heron, "a heron in the reeds", cost=CHEAP)[0])


@pytest.fixture
def two(heron):
    return [
        talks.begin_by_therapist(heron, name, date(2026, 6, day), shown=True) for name, day in (("one", 9), ("two", 16))
    ]


def session(client, day):
    slot = datetime(2026, 6, day, 17, tzinfo=kept().zone)
    one = Session(slot, slot, slot + timedelta(minutes=50), SessionKind.ATTENDED, "", Source("a.csv", str(day)))
    row = models.Record(client=client, kind=models.Record.Kind.SESSION, day=slot.date())
    row.words = dump(one)
    row.save()
    clients.changed(client)
    jobs.run_pending()


def test_it_is_offered_from_the_next_session_on(heron):
    talk = talks.begin_by_therapist(heron, "one", date(2026, 6, 23), shown=True)
    session(heron, 23)
    assert not likeness.may_begin(talk, TODAY).allowed
    session(heron, 30)
    assert likeness.may_begin(talk, TODAY).allowed
    assert not likeness.may_begin(talk, date(2026, 6, 29)).allowed


def test_exceptions_come_first_and_counts_are_words(two):
    one, other = two
    likeness.link(one, ME, like(wish=True), other, TODAY, shown=False)
    likeness.link(one, ME, like(wish=True, exception="this time we laughed"), other, TODAY, shown=False)
    groups = likeness.grouped(likeness.seen(one, ME))
    assert [(group.heading, group.count) for group in groups] == [
        ("Times it went otherwise", "one moment"),
        ("The same wish", "two moments"),
    ]
    assert groups[0].likes[0].exception == "this time we laughed"


def test_it_is_seen_from_both_talks(two):
    likeness.link(two[0], ME, like(response=True), two[1], TODAY, shown=False)
    assert [one.title for one in likeness.seen(two[1], ME)] == ["one"]


def test_a_therapists_is_theirs_until_they_show_it(two):
    likeness.link(two[0], ME, like(wish=True), two[1], TODAY, shown=False)
    assert likeness.seen(two[0], SHUT) == ()
    row = likeness.mine(two[0], ME, models.Likeness.objects.get().pk)
    likeness.change(row, ME, shown=True)
    assert len(likeness.seen(two[0], SHUT)) == 1
    likeness.change(likeness.mine(two[0], ME, row.pk), ME, shown=False)
    assert likeness.seen(two[0], SHUT) == ()
    assert len(likeness.seen(two[0], ME)) == 1


def test_a_clients_is_theirs_alone_and_leaves_no_trace(two, key):
    before = models.AuditEvent.objects.count()
    likeness.link(two[0], key, like(text="the same silence"), two[1], TODAY, shown=False)
    assert likeness.seen(two[0], ME) == ()
    assert likeness.seen(two[0], SHUT) == ()
    assert [one.text for one in likeness.seen(two[0], key)] == ["the same silence"]
    assert models.AuditEvent.objects.count() == before
    assert models.Likeness.every.get().sealed is None


def test_shown_by_the_client_the_therapist_reads_it_and_taken_back_not(two, key):
    likeness.link_outside(two[0], key, like(wish=True), MOMENT, TODAY, shown=False)
    row = likeness.mine(two[0], key, models.Likeness.every.get().pk)
    likeness.change(row, key, shown=True)
    told = likeness.seen(two[0], ME)[0]
    assert told.title == "A moment with a parent"
    assert ("What happened", "she hung up") in told.moment
    likeness.change(likeness.mine(two[0], key, row.pk), key, shown=False)
    assert likeness.seen(two[0], ME) == ()
    assert len(likeness.seen(two[0], key)) == 1


def test_without_a_key_nothing_is_kept_for_the_client_alone(two):
    with pytest.raises(own.OwnKeyError):
        likeness.link(two[0], SHUT, like(wish=True), two[1], TODAY, shown=False)
    with pytest.raises(own.OwnKeyError):
        likeness.link_outside(two[0], SHUT, like(), MOMENT, TODAY, shown=False)
    assert not models.Likeness.every.exists()
    assert not models.Said.every.exists()


def test_taken_back_without_a_key_it_would_be_lost_so_it_is_said(two):
    likeness.link(two[0], SHUT, like(wish=True), two[1], TODAY, shown=True)
    row = likeness.mine(two[0], SHUT, models.Likeness.every.get().pk)
    with pytest.raises(own.OwnKeyError):
        likeness.change(row, SHUT, shown=False)
    assert models.Likeness.objects.count() == 1


def test_a_talk_of_ones_own_is_never_told_by_a_likeness(heron, two, key):
    private = talks.begin_by_client(heron, "only mine", TODAY, shown=False)
    with pytest.raises(ReattuneError):
        likeness.link(two[0], key, like(wish=True), private, TODAY, shown=True)
    likeness.link(two[0], key, like(wish=True), private, TODAY, shown=False)
    with pytest.raises(ReattuneError):
        likeness.change(likeness.mine(two[0], key, models.Likeness.every.get().pk), key, shown=True)
    assert likeness.seen(two[0], ME) == ()


def test_a_talk_hidden_later_takes_the_likeness_with_it(heron, two, key):
    theirs = talks.begin_by_client(heron, "theirs", TODAY, shown=True)
    likeness.link(two[0], key, like(wish=True), theirs, TODAY, shown=True)
    assert len(likeness.seen(two[0], ME)) == 1
    talks.hide(theirs)
    assert likeness.seen(two[0], ME) == ()


def test_the_other_talks_are_those_one_may_see(heron, two, key):
    talks.begin_by_client(heron, "only mine", TODAY, shown=False)
    talks.begin_by_therapist(heron, "only theirs", TODAY, shown=False)
    assert {talks.title(one) for one in likeness.others(two[0], ME)} == {"two", "only theirs"}
    assert {talks.title(one, key.key) for one in likeness.others(two[0], key)} == {"two", "only mine"}


def test_a_therapists_moment_outside_is_in_their_own_words(two):
    likeness.link_outside(two[0], ME, like(response=True), MOMENT, TODAY, shown=False)
    assert not models.Said.every.exists()
    assert likeness.seen(two[0], ME)[0].title == "A moment with a parent"


def test_somebody_elses_is_not_ones_own_to_change(two):
    likeness.link(two[0], ME, like(wish=True), two[1], TODAY, shown=True)
    assert likeness.mine(two[0], SHUT, models.Likeness.objects.get().pk) is None


def test_deleted_it_is_gone(two):
    likeness.link(two[0], ME, like(wish=True), two[1], TODAY, shown=True)
    likeness.take_away(likeness.mine(two[0], ME, models.Likeness.objects.get().pk))
    assert not models.Likeness.every.exists()


@pytest.mark.parametrize(
    "typed", [{}, {"role": "aunt Mary", "text": "x"}, {"role": "parent"}, {"role": "parent", "text": "a" * 2001}]
)
def test_a_moment_needs_a_role_and_words(store, typed):
    with pytest.raises(ReattuneError):
        alike.read_moment(typed)


def test_not_shown_after_all_its_moment_outside_is_not_either(two, key, monkeypatch):
    likeness.link_outside(two[0], key, like(wish=True), MOMENT, TODAY, shown=False)
    row = likeness.mine(two[0], key, models.Likeness.every.get().pk)
    record = likeness.auditing.record

    def full(action, client, what, *words, **more):
        if what == likeness.WHAT:
            raise OSError("full")
        return record(action, client, what, *words, **more)

    monkeypatch.setattr(likeness.auditing, "record", full)
    with pytest.raises(OSError, match="full"):
        likeness.change(row, key, shown=True)
    assert models.Said.every.get().share == "only_me"
    assert models.Likeness.every.get().shown is None
