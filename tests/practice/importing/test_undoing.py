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
