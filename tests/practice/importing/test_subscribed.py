"""An address is kept sealed and fetched on request alone; each time is a dated export of one calendar."""

import pytest

from reattune.errors import ReattuneError
from reattune.practice import importing, models
from reattune.practice.importing import address, subscribed


@pytest.fixture
def sends(monkeypatch):
    """Say what the address sends."""
    sent = {}
    monkeypatch.setattr(address, "fetch", lambda _where: sent["content"])
    return lambda content: sent.update(content=content)


def test_keeping_an_address_fetches_nothing(store, monkeypatch):
    monkeypatch.setattr(address, "fetch", lambda _where: pytest.fail("fetched"))
    feed = subscribed.subscribe("webcal://cal.test/secret-1234/basic.ics")
    assert b"secret" not in bytes(feed.sealed)
    assert feed.words["name"] == "basic"
    assert subscribed.subscribe("https://cal.test/secret-1234/basic.ics").pk == feed.pk


def test_each_time_is_a_dated_export_and_they_are_compared(store, new_client, sends, two_people, monkeypatch):
    from reattune.practice import clock

    heron = new_client("heron")
    importing.link("H. S.", heron)
    feed = subscribed.subscribe("https://cal.test/basic.ics")
    sends(two_people)
    first = subscribed.fetch_now(feed)
    assert first.state == "previewed"
    importing.link("W. B.", new_client("wren"), first)
    importing.keep(first)
    monkeypatch.setenv(clock.DAY, "2026-07-07")
    sends(two_people.replace(b"T100000", b"T103000"))
    second = subscribed.fetch_now(feed)
    assert second.state == "kept"
    assert second.feed_id == feed.pk == models.Import.objects.get(pk=first.pk).feed_id
    assert second.day.isoformat() == "2026-07-07"


def test_what_did_not_change_is_the_same(store, sends, two_people):
    feed = subscribed.subscribe("https://cal.test/basic.ics")
    sends(two_people)
    first = importing.keep(subscribed.fetch_now(feed))
    assert subscribed.fetch_now(feed).pk == first.pk


def test_what_is_no_calendar_changes_nothing(store, sends):
    feed = subscribed.subscribe("https://cal.test/basic.ics")
    sends(b"<html>sign in</html>")
    with pytest.raises(ReattuneError, match="not a calendar"):
        subscribed.fetch_now(feed)
    assert not models.Import.objects.exists()


@pytest.mark.parametrize("given", ["", "http://cal.test/a", "https://cal.test/" + "x" * 2000])
def test_what_is_no_address_is_refused(store, given):
    with pytest.raises(ReattuneError):
        subscribed.subscribe(given)
    assert not models.Feed.objects.exists()


@pytest.mark.parametrize(
    ("where", "name"), [("https://cal.test/a8f7secret.ics", "cal.test"), ("https://cal.test/basic.ics", "basic")]
)
def test_a_name_does_not_give_the_secret_away(where, name):
    assert subscribed.name_of(where) == name


def test_keeping_and_forgetting_an_address_stand_in_the_audit_once(store):
    feed = subscribed.subscribe("https://cal.test/basic.ics")
    subscribed.subscribe("https://cal.test/basic.ics")
    subscribed.forget(feed)
    said = models.AuditEvent.objects.filter(action="settings").values_list("what", flat=True)
    assert list(said) == ["calendar address", "calendar address forgotten"]
    assert not models.Feed.objects.exists()
