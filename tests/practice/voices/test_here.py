"""Whose space is open in a browser, and whether their own key is."""

import pytest
from django.http import Http404
from django.test import RequestFactory

from reattune.practice import desk, door, models, scope
from reattune.practice.vault import Cost
from reattune.practice.voices import own
from reattune.practice.voices.here import me, my_key, open_for

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


class Session(dict):
    """What the door and these look at of a session."""

    session_key = "mine"


@pytest.fixture
def asked(new_client):
    request = RequestFactory().get("/mine/")
    heron = new_client("heron")
    new_client("wren")
    request.session = Session({"opening": desk.opening(), door.HANDED: str(heron.pk)})
    return request


def test_it_is_the_client_to_whom_the_browser_was_handed(asked):
    with scope.use(door.present(asked).scope):
        assert me(asked).codename == "heron"


def test_a_client_who_is_gone_is_nobody(asked):
    models.Client.objects.all().delete()
    with pytest.raises(Http404):
        me(asked)


def test_their_key_is_the_one_that_this_browser_opened(asked):
    assert my_key(asked) is None
    key, _code = own.make(me(asked), "blue kettle moon", cost=CHEAP)
    own.hold("mine", key)
    assert my_key(asked) is key


def test_to_keep_something_for_themselves_their_own_words_open_it(asked):
    own.make(me(asked), "blue kettle moon", cost=CHEAP)
    asked.POST = {}
    with pytest.raises(own.OwnKeyError, match="still here"):
        open_for(asked)
    asked.POST = {"words": "blue kettle moon"}
    with scope.use(door.present(asked).scope):
        open_for(asked)
    assert my_key(asked) is not None
    asked.POST = {}
    open_for(asked)
    own.let_go_of_all()
