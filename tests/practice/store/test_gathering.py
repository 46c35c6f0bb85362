"""What is kept about one client, from every table that has to do with clients."""

from datetime import UTC, date, datetime

from django.apps import apps

from reattune.model import Share
from reattune.practice import consent, models
from reattune.practice.store.gathering import NOT_TOLD, everything, noticed, told
from reattune.practice.supervision import bringing
from reattune.practice.supervision.gathering import Subject
from reattune.practice.supervision.sheet import Item, Part, Sheet
from reattune.practice.voices import saying
from reattune.practice.voices.kinds import Kind


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


def test_of_the_therapists_own_side_it_does_not_say_when_the_client_could_read_it(written):
    heron, _wren = written
    models.Side.every.filter(client=heron).update(shown=datetime(2026, 6, 1, 12, tzinfo=UTC))
    assert {one["by"] for one in everything(heron)["side"]} == {"client", "therapist"}
    assert all("shown" not in one for one in everything(heron)["side"])


def test_what_was_brought_is_told_without_words_that_are_shared_no_more(new_client):
    heron, day = new_client("heron"), date(2026, 6, 1)
    consent.write(heron, consent.Purpose.SUPERVISION, given=True, by="client", day=day)
    said = saying.say(heron, Kind.NOTE, {"text": "only while I like"}, Share.NOW, day)
    items = (Item(f"said:{said.pk}", Part.CLIENT, "only while I like"), Item("added:own", Part.MINE, "I was tired"))
    bringing.bring(Subject(heron, day), Sheet("A", "How?", "me", "en", items), day)
    assert "only while I like" in repr(everything(heron)["consultation"])
    saying.share(said, {"text": "only while I like"}, Share.AFTER_ENDING, day)
    told_of = repr(everything(heron)["consultation"])
    assert "only while I like" not in told_of
    assert "I was tired" in told_of
