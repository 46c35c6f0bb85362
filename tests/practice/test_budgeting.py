"""The budget looked at on one's own data: worked out in the background, kept in words, one at a time."""

from reattune.practice import budgeting, jobs, models


def test_it_is_worked_out_once_however_often_it_is_asked_for(store):
    assert budgeting.start().pk == budgeting.start().pk
    assert budgeting.under_way() is not None
    jobs.run_pending()
    assert budgeting.under_way() is None


def test_with_nothing_to_go_by_it_says_that_there_is_too_little(store, new_client):
    new_client("heron")
    budgeting.start()
    jobs.run_pending()
    assert models.Job.objects.get(kind="calibrate").state == "done"
    found = budgeting.result()
    assert found["too_little"]
    assert found["rows"] == []


def test_before_it_was_ever_worked_out_there_is_nothing(store):
    assert budgeting.result() is None
