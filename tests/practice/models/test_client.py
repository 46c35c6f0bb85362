"""A client's row: over or not on a day, and nothing of theirs left when it goes."""

from datetime import date, timedelta
from itertools import product

from django.apps import apps

from reattune.practice import models

FIRST = date(2026, 3, 1)


def test_the_last_day_still_belongs_to_the_work(new_client):
    client = new_client("heron", ended=date(2026, 3, 1))
    assert not client.is_over(date(2026, 3, 1))
    assert client.is_over(date(2026, 3, 2))
    assert not models.Client(codename="wren").is_over(date(2026, 3, 1))


def test_what_waits_for_the_end_opens_on_one_day_however_it_is_asked(new_client):
    client = new_client("heron")
    models.Said.every.create(client=client, kind="note", share="after_ending", day=FIRST)
    days = (None, *(FIRST + timedelta(days=one) for one in (0, 1, 20)))
    for ended, written in product(days, days):
        client.ended, client.ended_written = ended, written if ended else None
        client.save()
        asked = [FIRST + timedelta(days=one) for one in range(40)]
        opened = [one for one in asked if models.Said.every.filter(models.Client.opened_by(one)).exists()]
        assert opened == [one for one in asked if client.has_opened(one)]
        assert client.opens is None or opened[0] == client.opens >= ended + timedelta(days=1)


def test_every_row_about_a_client_goes_with_them_or_lets_go_of_them():
    links = [
        (model._meta.label, field.remote_field.on_delete.__name__)
        for model in apps.get_app_config("practice").get_models()
        for field in model._meta.get_fields()
        if getattr(field, "related_model", None) is models.Client and field.concrete
    ]
    assert {how for _name, how in links} <= {"CASCADE", "SET_NULL"}
    assert [name for name, how in links if how == "SET_NULL"] == ["practice.Import"]


def test_dates_and_payments_are_not_agreed_on_until_somebody_says_so(new_client):
    client = new_client("heron")
    assert client.dates_agreed is None
    assert client.payment_agreed is None
