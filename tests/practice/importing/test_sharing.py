"""Whose a row is, is said by a person: by the file, or by a link; never by a likeness of names."""

from datetime import date
from uuid import uuid4

from reattune.model import CheckIn, FeltOff, Share, Source, Voice
from reattune.practice import importing
from reattune.practice.importing.sharing import Kind, Links, Sharing, Whose, day_of, label_digest, row_id, rows_of
from reattune.reading.gathered import Gathered


def check_in(day):
    return CheckIn(day, Voice.CLIENT, FeltOff.NO, "", Share.NOW, Source("f", "1"))


def test_rows_are_numbered_within_their_label_and_kind():
    gathered = Gathered(check_ins=tuple((label, check_in(date(2026, 1, n))) for n, label in enumerate("aab", 1)))
    assert [(row.label, row.kind, row.number) for row in rows_of(gathered, calendar=False)] == [
        ("a", "check_in", 0),
        ("a", "check_in", 1),
        ("b", "check_in", 0),
    ]


def test_a_row_has_the_same_identity_each_time():
    one = uuid4()
    assert row_id(one, "x", "session", 1) == row_id(one, "x", "session", 1)
    assert row_id(one, "x", "session", 1) != row_id(one, "x", "session", 2)
    assert row_id(one, "x", "session", 1) != row_id(uuid4(), "x", "session", 1)


def test_a_codename_is_a_link_to_itself_and_a_likeness_is_not(store, new_client):
    heron = new_client("heron")
    links = Links()
    assert links.of("heron") == heron.pk
    assert links.of("Heron") is Whose.WAITING
    assert links.of("heron ") is Whose.WAITING


def test_links_made_by_hand_stand_above_the_file(store, new_client):
    heron, wren = new_client("heron"), new_client("wren")
    importing.link("W.", wren)
    importing.link("Yoga class", None)
    sharing = Sharing(["W.", "H.", "Yoga class", ""], heron.pk, Links())
    assert sharing.whose("W.", Kind.SESSION) == wren.pk
    assert sharing.whose("H.", Kind.SESSION) is Whose.WAITING
    assert sharing.whose("Yoga class", Kind.SESSION) is Whose.OUT
    assert sharing.whose("", Kind.SESSION) == heron.pk


def test_the_only_person_in_a_clients_own_file_is_that_client(store, new_client):
    heron = new_client("heron")
    assert Sharing(["cus_1"], heron.pk, Links()).whose("cus_1", Kind.PAYMENT) == heron.pk


def test_what_names_nobody_waits_but_for_time_away(store):
    sharing = Sharing([""], None, Links())
    assert sharing.whose("", Kind.SESSION) is Whose.WAITING
    assert sharing.whose("", Kind.LEAVE) is Whose.EVERYBODY
    assert sharing.whose("", Kind.BREAK) is Whose.EVERYBODY


def test_a_digest_says_nothing_of_the_label(store):
    assert "smith" not in label_digest("smith")
    assert label_digest("smith") != label_digest("Smith")


def test_the_day_of_a_record():
    assert day_of(check_in(date(2026, 1, 2))) == date(2026, 1, 2)
