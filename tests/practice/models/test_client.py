"""A client's row: over or not on a day, and nothing of theirs left when it goes."""

from datetime import date

from django.apps import apps

from reattune.practice import models


def test_the_last_day_still_belongs_to_the_work(new_client):
    client = new_client("heron", ended=date(2026, 3, 1))
    assert not client.is_over(date(2026, 3, 1))
    assert client.is_over(date(2026, 3, 2))
    assert not models.Client(codename="wren").is_over(date(2026, 3, 1))


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
