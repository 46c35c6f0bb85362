"""Forgetting on a bare connection: by the links between tables, so that no table is forgotten about."""

from django.apps import apps
from django.db import connection, transaction

from reattune.practice import keys, models
from reattune.practice.store.forgetting import clients, forget, forgetting, leave_behind


def forgotten(client):
    with transaction.atomic():
        forget(connection.connection, keys.vault(), client.pk)


def test_every_table_with_a_client_has_rows_in_these_tests(written):
    """What is not filled here would not be seen to be forgotten."""
    empty = [
        table.__name__
        for table in apps.get_app_config("practice").get_models()
        if any(field.related_model is models.Client for field in table._meta.concrete_fields)
        and not table._default_manager.filter(client=written[0]).exists()
    ]
    assert empty == []


def test_no_row_of_the_client_is_left_in_any_table(written):
    heron, wren = written
    forgotten(heron)
    for table in apps.get_app_config("practice").get_models():
        names = {field.name for field in table._meta.concrete_fields if field.related_model is models.Client}
        for name in names:
            assert not table._default_manager.filter(**{name: heron.pk}).exists(), table
    assert clients(connection.connection) == {wren.pk}
    assert connection.cursor().execute("PRAGMA foreign_key_check").fetchall() == []


def test_it_is_undone_with_the_transaction_it_is_in(written):
    heron, wren = written
    with transaction.atomic():
        forget(connection.connection, keys.vault(), heron.pk)
        transaction.set_rollback(True)
    assert clients(connection.connection) == {heron.pk, wren.pk}
    assert heron.moments.get().words


def test_a_file_said_to_be_theirs_with_rows_of_another_stays_for_the_other(written):
    heron, wren = written
    own = models.Import.objects.get(client=heron)
    row = models.Record(client=wren, source=own, kind="listed")
    row.words = {"text": "wren's"}
    row.save()
    forgotten(heron)
    own.refresh_from_db()
    assert own.client is None
    assert own.words["name"] == ""
    assert wren.records.get(pk=row.pk).words == {"text": "wren's"}


def test_files_still_to_be_looked_through_are_put_away(written):
    heron, _wren = written
    forgotten(heron)
    assert not models.Import.objects.filter(state="previewed").exists()


def test_a_job_that_is_not_about_them_goes_on(written):
    heron, _wren = written
    models.Job.objects.filter(kind="look").delete()
    job = models.Job(kind="look", said="heron")
    job.words = {}
    job.save()
    forgotten(heron)
    job.refresh_from_db()
    assert (job.state, job.said) == ("waiting", "")


def test_settings_of_the_practice_are_as_they_were(written):
    from reattune.practice.keeping import kept

    before = kept()
    forgotten(written[0])
    assert kept() == before


def test_somebody_who_is_not_there_changes_nothing(written):
    heron, wren = written
    forgotten(heron)
    before = wren.records.count(), models.Import.objects.count(), models.Setting.objects.count()
    forgotten(heron)
    assert (wren.records.count(), models.Import.objects.count(), models.Setting.objects.count()) == before


def test_a_copy_has_nobodys_key_and_knows_no_browser(written):
    heron, wren = written
    with transaction.atomic():
        forgetting(keys.vault(), frozenset({heron.pk}))(connection.connection)
        assert clients(connection.connection) == {wren.pk}
        assert models.ClientKey.objects.count() == 0
        transaction.set_rollback(True)
    with transaction.atomic():
        leave_behind(connection.connection)
        assert clients(connection.connection) == {heron.pk, wren.pk}
        transaction.set_rollback(True)


def test_a_label_within_a_sentence_of_another_file_goes_too(written):
    heron, _wren = written
    other = models.Import(kind="calendar", state="undone")
    other.words = {"name": "b.ics", "note": "row 9 of “zugzwang label” is odd"}
    other.save()
    forgotten(heron)
    other.refresh_from_db()
    assert other.words == {"name": "b.ics", "note": ""}


def test_files_taken_in_by_the_desk_itself_say_nothing_of_them_afterwards(store, new_client):
    from reattune.practice import importing

    heron, wren = new_client("heron"), new_client("wren")
    rows = "".join(
        f"BEGIN:VEVENT\r\nUID:{n}\r\nSUMMARY:{name}\r\nDTSTART:2026030{n}T100000Z\r\nDURATION:PT50M\r\nEND:VEVENT\r\n"
        for n, name in enumerate(("Zacharias Q.", "Wilma B.", "Zacharias Q.", "Nobody yet"), 1)
    )
    imported = importing.take("Zacharias Q. and others.ics", f"BEGIN:VCALENDAR\r\n{rows}END:VCALENDAR\r\n".encode())
    importing.link("Zacharias Q.", heron, imported)
    importing.link("Wilma B.", wren)
    importing.keep(imported)
    assert heron.records.count() == 2
    forgotten(heron)
    imported.refresh_from_db()
    assert "Zacharias" not in str(imported.words)
    assert "Nobody yet" in imported.words["waiting"]
    assert wren.records.count() == 1
    assert models.Label.objects.get().client == wren
