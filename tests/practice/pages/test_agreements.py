"""All agreements at once: what changed is kept, what cannot be meant is told beside its row, the rest goes on."""

from datetime import date

import pytest

from reattune.practice import models


@pytest.fixture
def two(new_client):
    new_client("ended", ended=date(2026, 1, 1))
    return new_client("heron", dates_agreed=date(2026, 1, 5)), new_client("wren")


def sent(*pairs):
    return {f"{name}-{client.pk}": day for client, name, day in pairs}


def test_everybody_whose_work_goes_on_is_there(browser, two):
    page = browser.get("/agreements/").content.decode()
    assert "heron" in page
    assert "wren" in page
    assert ">ended<" not in page
    assert 'value="2026-01-05"' in page


def test_only_what_changed_is_kept_and_looked_at_again(browser, two):
    heron, wren = two
    models.Client.objects.update(stale=False)
    form = sent((heron, "dates_agreed", "2026-01-05"), (wren, "dates_agreed", "2026-06-01"))
    answer = browser.post("/agreements/", form)
    assert answer.status_code == 302
    assert "1 agreement kept" in browser.get("/agreements/").content.decode()
    assert models.Client.objects.get(codename="wren").dates_agreed == date(2026, 6, 1)
    assert {one.codename: one.stale for one in models.Client.objects.all()} == {
        "heron": False,
        "wren": True,
        "ended": False,
    }
    assert [one.client for one in models.AuditEvent.objects.filter(what="agreement")] == [wren.pk]


@pytest.mark.parametrize(("day", "says"), [("2026-07-01", "has not come yet"), ("soon", "is not a day")])
def test_a_day_that_cannot_be_is_told_beside_its_row_and_the_rest_is_kept(browser, two, day, says):
    heron, wren = two
    form = sent(
        (heron, "dates_agreed", "2026-01-05"),
        (heron, "payment_agreed", "2026-02-01"),
        (wren, "dates_agreed", day),
    )
    answer = browser.post("/agreements/", form)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert says in page
    assert f'value="{day}"' in page
    assert models.Client.objects.get(codename="heron").payment_agreed == date(2026, 2, 1)
    assert models.Client.objects.get(codename="wren").dates_agreed is None


def test_with_nobody_there_it_says_so(browser):
    assert "nobody here yet" in browser.get("/agreements/").content.decode()
