"""A label is linked once and by hand; what waited goes where it belongs, and a wrong link can be put right."""

import pytest

from reattune.errors import ReattuneError
from reattune.practice import importing, keys, models
from reattune.practice.importing.linking import label_of, waiting
from reattune.practice.vault import ErasedError


def test_what_waits_goes_to_who_is_linked(store, new_client, two_people):
    heron = new_client("heron")
    imported = importing.keep(importing.take("calendar.ics", two_people))
    assert set(waiting()) == {"H. S.", "W. B."}
    importing.link("H. S.", heron, imported)
    assert heron.records.filter(kind="listed").count() == 4
    assert set(waiting()) == {"W. B."}
    assert "H. S." not in str(models.Import.objects.get().words)


def test_a_wrong_link_is_put_right_and_the_rows_go_along(store, new_client, two_people):
    heron, wren = new_client("heron"), new_client("wren")
    importing.link("H. S.", wren)
    importing.keep(importing.take("calendar.ics", two_people))
    assert wren.records.filter(kind="listed").count() == 4
    days = set(wren.records.filter(kind="listed").values_list("day", flat=True))
    importing.link("H. S.", heron)
    assert wren.records.filter(kind="listed").count() == 0
    assert set(heron.records.filter(kind="listed").values_list("day", flat=True)) == days
    assert models.Label.objects.count() == 1


def test_linked_to_nobody_its_rows_are_gone(store, new_client, two_people):
    heron = new_client("heron")
    importing.link("H. S.", heron)
    importing.keep(importing.take("calendar.ics", two_people))
    importing.link("H. S.", None)
    assert heron.records.filter(kind="listed").count() == 0
    assert "H. S." not in waiting()


def test_the_label_is_sealed_with_the_clients_key(store, new_client):
    heron = new_client("heron")
    found = importing.link("H. S.", heron)
    assert label_of(found) == "H. S."
    assert b"H. S." not in bytes(found.sealed)
    models.ClientKey.objects.all().delete()
    keys.forget(heron.pk)
    with pytest.raises(ErasedError):
        label_of(models.Label.objects.get())


def test_linking_again_changes_nothing(store, new_client, two_people):
    heron = new_client("heron")
    importing.keep(importing.take("calendar.ics", two_people))
    for _time in range(2):
        importing.link("H. S.", heron)
    assert heron.records.filter(kind="listed").count() == 4
    assert models.Label.objects.count() == 1


@pytest.mark.parametrize("label", ["", "  ", "x" * 501])
def test_a_label_that_is_none_is_refused(store, label):
    with pytest.raises(ReattuneError, match="label"):
        importing.link(label, None)
