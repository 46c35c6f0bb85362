"""Linking on its own page: what waits, what is linked, and putting a link right."""

import pytest

from reattune.practice import importing, models
from reattune.practice.importing.sharing import label_digest

TABLE = b"client,id,start,status\nH. S.,1,2026-01-05 10:00,attended\nW. B.,2,2026-01-05 12:00,attended\n"


@pytest.fixture
def kept(browser):
    return importing.keep(importing.take("appointments.csv", TABLE))


def key(label):
    return label_digest(label)[:16]


def test_a_label_is_linked_to_a_new_codename(browser, kept):
    browser.post(
        "/imports/labels/", {"key": key("H. S."), f"whose-{key('H. S.')}": "new", f"new-{key('H. S.')}": "heron"}
    )
    assert models.Client.objects.get().records.count() == 1
    page = browser.get("/imports/labels/").content.decode()
    assert "heron" in page
    assert "W. B." in page


def test_a_link_is_put_right(browser, kept, new_client):
    heron, wren = new_client("heron"), new_client("wren")
    importing.link("H. S.", wren)
    browser.post("/imports/labels/", {"key": key("H. S."), f"whose-{key('H. S.')}": str(heron.pk)})
    assert heron.records.count() == 1
    assert wren.records.count() == 0


@pytest.mark.parametrize(
    "fields",
    [{}, {"key": "zz"}, {"key": "KEY", "whose-KEY": "nobody"}, {"key": "KEY", "whose-KEY": "new", "new-KEY": ""}],
)
def test_what_makes_no_sense_links_nothing(browser, kept, fields):
    sent = {name.replace("KEY", key("H. S.")): value.replace("KEY", key("H. S.")) for name, value in fields.items()}
    assert browser.post("/imports/labels/", sent).status_code == 302
    assert browser.get("/imports/labels/").status_code == 200
    assert not models.Label.objects.exists()
    assert not models.Client.objects.exists()


def test_no_label_is_ever_said_in_words_that_are_not_sealed(browser, kept, new_client):
    browser.post("/imports/labels/", {"key": key("H. S."), f"whose-{key('H. S.')}": str(new_client("heron").pk)})
    from django.contrib.sessions.models import Session

    assert all("H. S." not in str(one.get_decoded()) for one in Session.objects.all())
