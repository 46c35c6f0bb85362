"""What is kept about one client, from every table that has to do with clients."""

from django.apps import apps

from reattune.practice import models
from reattune.practice.store.gathering import NOT_TOLD, everything, noticed, told


def test_every_table_about_clients_is_told_of(written):
    found = everything(written[0])
    names = {
        table._meta.model_name
        for table in apps.get_app_config("practice").get_models()
        if any(field.related_model is models.Client for field in table._meta.concrete_fields)
    }
    assert names - NOT_TOLD <= set(found)
    assert all(found[name] for name in names - NOT_TOLD)


def test_no_key_and_nothing_sealed_is_in_it(written):
    found = everything(written[0])
    assert "clientkey" not in found
    assert "sealed" not in found["moment"][0]
    assert found["moment"][0]["day"] == "2026-06-01"


def test_a_noticing_without_its_record_is_passed_over(written):
    assert list(told(written[0])) == []
    assert noticed(written[0]) == []
