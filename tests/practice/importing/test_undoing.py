"""A whole import is undone; a preview let go leaves nothing."""

from reattune.practice import importing, models


def test_a_preview_let_go_leaves_nothing(store, new_client, two_people):
    heron = new_client("heron")
    imported = importing.take("calendar.ics", two_people)
    importing.link("H. S.", heron, imported)
    importing.undo(imported)
    assert not models.Import.objects.exists()
    assert not models.Label.objects.exists()


def test_rows_and_links_go_and_others_stay(store, new_client, two_people, made_calendar):
    heron = new_client("heron")
    importing.link("kept", heron)
    other = importing.keep(importing.take("own.ics", made_calendar(("z", "Z.", "20260501T100000")), heron))
    imported = importing.take("calendar.ics", two_people)
    importing.link("H. S.", heron, imported)
    importing.keep(imported)
    assert heron.records.count() == 6
    importing.undo(imported)
    assert {row.source_id for row in heron.records.all()} == {other.pk}
    assert models.Label.objects.count() == 1
    words = models.Import.objects.get(pk=imported.pk).words
    assert "W. B." not in str(words)
    assert words["name"] == "calendar.ics"
    assert models.Feed.objects.count() == 1
    assert models.AuditEvent.objects.filter(action="undid", client=heron.pk).exists()


def test_what_was_undone_can_be_taken_in_again(store, new_client, two_people):
    heron = new_client("heron")
    importing.undo(importing.keep(importing.take("calendar.ics", two_people, heron)))
    importing.keep(importing.take("calendar.ics", two_people, heron))
    assert heron.records.filter(kind="listed").count() == 8


def test_undoing_twice_is_undoing_once(store, new_client, two_people):
    imported = importing.keep(importing.take("calendar.ics", two_people, new_client("heron")))
    importing.undo(imported)
    importing.undo(imported)
    assert models.Import.objects.get().state == "undone"


def test_discarding_keeps_its_hands_off_what_is_kept(store, new_client, two_people):
    imported = importing.keep(importing.take("calendar.ics", two_people, new_client("heron")))
    importing.discard(imported)
    assert models.Import.objects.get().state == "kept"


def test_a_later_export_for_which_it_spoke_goes_with_it_and_can_be_taken_in_again(store, new_client, two_people):
    heron = new_client("heron")
    first = importing.keep(importing.take("calendar@2026-06-01.ics", two_people, heron))
    again = two_people.replace(b"BEGIN:VCALENDAR", b"BEGIN:VCALENDAR\r\nX-AGAIN:1")
    later = importing.keep(importing.take("calendar@2026-06-08.ics", again, heron))
    assert later.words["same"] == "2026-06-01"
    importing.undo(first)
    assert not heron.records.exists()
    taken = importing.keep(importing.take("calendar@2026-06-08.ics", again, heron))
    assert taken.pk != later.pk
    assert heron.records.filter(kind="listed").exists()


def test_undoing_does_not_take_back_what_a_person_has_said_since(store, new_client):
    content = b"id,start,status,reason\n1,2026-01-05 10:00,cancelled,deceased\n"
    imported = importing.keep(importing.take("appointments.csv", content, new_client("heron")))
    models.Client.objects.update(suppress_why="a wish of the family")
    importing.undo(imported)
    assert models.Client.objects.get().suppress
