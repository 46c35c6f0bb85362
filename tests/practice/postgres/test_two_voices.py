"""Two who write at one moment, each seeing only what they may: what is shown follows from both, and nothing is lost."""

import threading
from datetime import date

import pytest
from django.db import connection

from reattune.errors import ReattuneError
from reattune.model import Share, Voice
from reattune.practice import models, scope
from reattune.practice.check_in import entry
from reattune.practice.keeping import keep
from reattune.practice.scope import EVERYONE, Reach, Scope
from reattune.practice.vault import Cost
from reattune.practice.voices import afterwards, both, likeness, own, saying, side_rows, side_words, talks
from reattune.practice.voices.kinds import Kind
from reattune.practice.voices.side_rows import Author
from reattune.practice.voices.sides import Wants

TODAY = date(2026, 6, 30)
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
OFF = {"question": "felt_off", "text": "the joke stung", "choice": "yes"}
TIMES = 6


@pytest.fixture
def heron(person, client_of):
    return client_of(person("ada"), "heron")


@pytest.fixture
def at_desk(heron):
    """How far the therapist sees."""
    return Scope(Reach.OWN_CLIENTS, heron.therapist_id)


@pytest.fixture
def in_space(heron):
    """How far the client sees."""
    return Scope(Reach.ONE_CLIENT, client=heron.pk, actor="client")


@pytest.fixture
def authors(heron, in_space):
    """Both, the client with an open key of their own."""
    with scope.use(in_space):
        key, _code = own.make(heron, "a heron in the reeds", cost=CHEAP)
    return {Voice.CLIENT: Author(Voice.CLIENT, key), Voice.THERAPIST: Author(Voice.THERAPIST)}


@pytest.fixture
def talk(heron, at_desk):
    with scope.use(at_desk):
        return talks.begin_by_therapist(heron, "The look", TODAY, shown=True)


def at_once(*works):
    """Do each thing in a thread and a scope of its own, all begun at one moment; return what each gave."""
    begin, found = threading.Barrier(len(works)), [None] * len(works)

    def one(number, seen, work):
        try:
            with scope.use(seen):
                begin.wait()
                found[number] = work()
        except Exception as error:  # noqa: BLE001  (it is looked at afterwards)
            found[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(number, *each)) for number, each in enumerate(works)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(60)
    return found


def write(talk, author, wants, text="a word"):
    words = {**side_words.blank(), "happened": f"{text} of the {author.voice}"}
    version = side_rows.mine(side_rows.rows(talk).get(author.voice), author).version
    return side_rows.save(talk, author, words, wants, version)


def reads(talk, seen, author):
    with scope.use(seen):
        found = both.seen(talk, author).theirs
    return None if found is None else [line.text for line in found.lines]


def test_a_side_that_waits_is_shown_when_the_other_is_chosen_too(talk, authors, at_desk, in_space):
    client, therapist = authors[Voice.CLIENT], authors[Voice.THERAPIST]
    with scope.use(in_space):
        write(talk, client, Wants.TOGETHER)
    assert reads(talk, at_desk, therapist) is None
    with scope.use(at_desk):
        write(talk, therapist, Wants.TOGETHER)
    assert reads(talk, at_desk, therapist) == ["a word of the client"]
    assert reads(talk, in_space, client) == ["a word of the therapist"]


def test_a_therapists_side_is_shown_to_whoever_has_answered_for_themselves(talk, authors, at_desk, in_space):
    client, therapist = authors[Voice.CLIENT], authors[Voice.THERAPIST]
    with scope.use(in_space):
        write(talk, client, Wants.KEEP)
    with scope.use(at_desk):
        write(talk, therapist, Wants.SHOW)
    assert reads(talk, in_space, client) == ["a word of the therapist"]
    assert reads(talk, at_desk, therapist) is None


def test_two_who_choose_at_the_same_moment_both_read(heron, authors, at_desk, in_space):
    for number in range(TIMES):
        with scope.use(at_desk):
            talk = talks.begin_by_therapist(heron, f"The look, {number}", TODAY, shown=True)
        found = at_once(
            (at_desk, lambda talk=talk: write(talk, authors[Voice.THERAPIST], Wants.TOGETHER)),
            (in_space, lambda talk=talk: write(talk, authors[Voice.CLIENT], Wants.TOGETHER)),
        )
        assert found == [None, None]
        assert reads(talk, at_desk, authors[Voice.THERAPIST]) == ["a word of the client"]
        assert reads(talk, in_space, authors[Voice.CLIENT]) == ["a word of the therapist"]


@pytest.mark.parametrize("voice", list(Voice))
def test_of_two_windows_one_is_kept_and_the_other_is_told(talk, authors, at_desk, in_space, voice):
    seen = at_desk if voice is Voice.THERAPIST else in_space
    blank = {**side_words.blank()}

    def save(text):
        # Both forms were opened before anything was kept, and so say no version.
        return side_rows.save(talk, authors[voice], {**blank, "happened": text}, Wants.KEEP, "")

    found = at_once((seen, lambda: save("one")), (seen, lambda: save("two")))
    told = [one for one in found if one is not None]
    assert len(told) == 1, found
    with scope.use(seen):
        kept = side_rows.mine(side_rows.rows(talk)[voice], authors[voice])
    assert told[0].words == kept.words
    assert found[0 if kept.words["happened"] == "one" else 1] is None


def test_something_said_later_beside_a_side_that_is_saved_loses_neither(talk, authors, at_desk):
    therapist = authors[Voice.THERAPIST]
    with scope.use(at_desk):
        write(talk, therapist, Wants.KEEP)
    later = [
        (at_desk, lambda n=n: afterwards.say_by_therapist(talk, {"now_text": f"later {n}"}, TODAY, shared=False))
        for n in range(TIMES)
    ]
    assert at_once(*later, (at_desk, lambda: write(talk, therapist, Wants.KEEP, "another")))[:TIMES] == [None] * TIMES
    with scope.use(at_desk):
        assert len(both.seen(talk, therapist).later) == TIMES


def test_words_open_one_talk_however_often_at_once(heron, in_space):
    with scope.use(in_space):
        said = saying.say(heron, Kind.ANSWER, {**OFF, "question": "other"}, Share.NOW, TODAY)
    found = at_once(*[(in_space, lambda: talks.open_from(models.Said.every.get(pk=said.pk)).pk)] * TIMES)
    assert len(set(found)) == 1, found
    with scope.use(EVERYONE):
        assert models.Talk.every.count() == 1
        assert models.AuditEvent.objects.filter(what="talk", who="client").count() == 1


def test_shared_in_one_window_and_kept_back_in_another_the_talk_goes_with_the_words(heron, authors, at_desk, in_space):
    for _turn in range(TIMES):
        with scope.use(in_space):
            row = saying.say(heron, Kind.ANSWER, OFF, Share.ONLY_ME, TODAY)

        def choose(chosen, pk=row.pk):
            with scope.use(in_space):
                saying.share(models.Said.every.select_related("client").get(pk=pk), OFF, chosen, TODAY)

        found = at_once((in_space, lambda: choose(Share.NOW)), (in_space, lambda: choose(Share.ONLY_ME)))
        assert found == [None, None]
        with scope.use(at_desk):
            heard = models.Said.objects.filter(pk=row.pk).exists()
            assert bool([one for one in talks.for_therapist(heron) if talks.begun_with(one) == row.pk]) is heard


def test_what_was_deleted_in_another_window_does_not_come_back(heron, authors, in_space):
    with scope.use(in_space):
        row = saying.say(heron, Kind.ANSWER, OFF, Share.NOW, TODAY)
        stale = models.Said.every.get(pk=row.pk)
        saying.take_away(row)
        with pytest.raises(ReattuneError, match="deleted meanwhile"):
            saying.share(stale, OFF, Share.NOW, TODAY)
        saying.take_away(stale)
        assert not models.Said.every.exists()


def test_a_talk_that_is_taken_back_takes_the_therapists_own_words_from_nobody(heron, authors, at_desk, in_space):
    with scope.use(in_space):
        kept, bare = (talks.begin_by_client(heron, name, TODAY, shown=True) for name in ("The clock", "The joke"))
    with scope.use(at_desk):
        write(kept, authors[Voice.THERAPIST], Wants.KEEP)
    with scope.use(in_space):
        talks.hide(kept)
        talks.hide(bare)
    with scope.use(at_desk):
        assert [one.pk for one in talks.for_therapist(heron)] == [kept.pk]
        assert talks.words_of(models.Talk.objects.get(pk=kept.pk)) == {}
        with connection.cursor() as cursor:
            cursor.execute("SELECT id FROM practice_talk")
            assert cursor.fetchall() == [(kept.pk,)]
        write(kept, authors[Voice.THERAPIST], Wants.KEEP, "more")
    with scope.use(in_space):
        talks.show(kept, authors[Voice.CLIENT].key)
    with scope.use(at_desk):
        assert talks.title(models.Talk.objects.get(pk=kept.pk)) == "The clock"


def test_shown_in_one_window_and_hidden_in_another_it_is_one_of_the_two(heron, authors, in_space, at_desk):
    key = authors[Voice.CLIENT].key
    with scope.use(in_space):
        row = talks.begin_by_client(heron, "The clock", TODAY, shown=False)
    for _turn in range(TIMES):
        found = at_once(
            (in_space, lambda: talks.show(models.Talk.every.get(pk=row.pk), key)),
            (in_space, lambda: talks.hide(models.Talk.every.get(pk=row.pk))),
        )
        assert found == [None, None]
        with scope.use(EVERYONE):
            now = models.Talk.every.get(pk=row.pk)
            assert (now.shown is None) is (now.sealed is None)
            assert talks.words_of(now, key) == {"title": "The clock"}


def test_a_therapist_takes_out_a_sheet_that_opened_a_talk(heron, at_desk):
    """What goes out of their own sight by it is changed all the same."""
    typed = {"when": "after", "choice-felt_off": "yes", "text-felt_off": "You were late."}
    with scope.use(EVERYONE):
        keep(safety="Call 111.", read_when="On working days.")
    with scope.use(at_desk):
        sheet = entry.understood(typed)
        entry.keep(heron, sheet, TODAY)
        assert [talks.title(one) for one in talks.for_therapist(heron)] == ["You were late."]
        assert entry.take_out(heron, sheet.id)
        assert talks.for_therapist(heron) == []
        assert not models.Said.objects.exists()


def test_a_moment_outside_that_is_kept_back_takes_what_was_seen_in_it_along(heron, authors, at_desk, in_space):
    client = authors[Voice.CLIENT]
    with scope.use(in_space):
        talk = talks.begin_by_client(heron, "The clock", TODAY, shown=True)
        words = dict.fromkeys(("wish", "response", "exception", "text"), "")
        likeness.link_outside(talk, client, words, {"text": "At home.", "role": "friend"}, TODAY, shown=True)
    with scope.use(at_desk):
        assert len(likeness.seen(talk, authors[Voice.THERAPIST])) == 1
    with scope.use(in_space):
        row = models.Said.every.get(kind=Kind.OUTSIDE.value)
        saying.share(row, saying.words_for_author(row, client.key), Share.ONLY_ME, TODAY)
    with scope.use(at_desk):
        assert likeness.seen(talk, authors[Voice.THERAPIST]) == ()
        assert not models.Likeness.every.exists()
