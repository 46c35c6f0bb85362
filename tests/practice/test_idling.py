import pytest
from django.test import Client as Browser

from reattune.practice import desk, idling, models, scope
from reattune.practice.door import PERSON, TURN
from reattune.practice.keeping import keep
from reattune.practice.scope import EVERYONE
from reattune.practice.vault import Cost
from reattune.practice.voices import own

MINUTES = 15
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


@pytest.fixture
def signed(store, monkeypatch):
    """A browser in which a therapist of a shared practice signed in, and a clock to set."""
    keep(idle_minutes=MINUTES)
    desk.remember_settings()
    ada = models.Person.objects.create(name="ada", role="therapist")
    scope.shared_practice(shared=True)
    window = Browser()
    window.get("/sign-in/")
    session = window.session
    session.update({"opening": desk.opening(), PERSON: str(ada.pk), TURN: 0})
    session.save()
    clock = [1_000_000.0]
    monkeypatch.setattr(idling.time, "time", lambda: clock[0])
    yield window, clock
    scope.shared_practice(shared=False)


def test_a_session_that_is_used_goes_on_and_one_that_is_not_ends(signed):
    window, clock = signed
    assert window.get("/").status_code == 200
    for _turn in range(3):
        clock[0] += (MINUTES - 1) * 60
        assert window.get("/").status_code == 200
    clock[0] += MINUTES * 60
    assert window.get("/").status_code == 302
    assert PERSON not in window.session
    with scope.use(EVERYONE):
        assert desk.is_open()


def test_a_page_that_asks_by_itself_is_no_use(signed):
    window, clock = signed
    window.get("/")
    for _turn in range(MINUTES - 1):
        clock[0] += 60
        assert window.get("/", headers={"X-Waiting": "1"}).status_code == 200
    clock[0] += 60
    assert window.get("/", headers={"X-Waiting": "1"}).status_code == 302


def test_at_ones_own_desk_no_session_ends_by_itself(browser, monkeypatch):
    browser.get("/")
    assert idling.USED not in browser.session


def test_it_is_written_down_once_a_minute(signed):
    window, clock = signed
    window.get("/")
    first = window.session[idling.USED]
    clock[0] += 10
    window.get("/")
    assert window.session[idling.USED] == first
    clock[0] += 60
    window.get("/")
    assert window.session[idling.USED] == first + 70


def test_a_clients_open_key_goes_with_the_session(signed, new_client):
    window, clock = signed
    window.get("/")
    with scope.use(EVERYONE):
        key, _code = own.make(new_client("heron"), "three slow words", cost=CHEAP)
    session = window.session.session_key
    own.hold(session, key)
    clock[0] += MINUTES * 60
    window.get("/")
    assert not own.is_held(session)
