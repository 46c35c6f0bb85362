"""A client's own key: nobody but they open what is sealed for it, and nobody learns whether there is one."""

import pytest

from reattune.practice import desk, models
from reattune.practice.vault import Cost, DamagedVaultError
from reattune.practice.voices import own, tries
from reattune.practice.voices.own import OwnKeyError
from reattune.practice.voices.tries import Tries

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
WORDS = "blue kettle moon"
ABOUT = "practice.said:1"


@pytest.fixture
def heron(new_client):
    return new_client("heron")


@pytest.fixture
def clock(monkeypatch):
    """The clock of this computer, which stands still until it is set on."""
    now = [1000.0]
    monkeypatch.setattr(own, "since_start", lambda: now[0])
    monkeypatch.setattr(tries, "since_start", lambda: now[0])
    monkeypatch.setattr(own, "_tries", Tries())
    return now


def test_what_is_put_in_comes_out_with_the_words_or_the_code(heron):
    _key, code = own.make(heron, WORDS, cost=CHEAP)
    sealed = own.put(heron, b"only mine", ABOUT)
    assert b"only mine" not in sealed
    for typed in (WORDS, f"  {WORDS} ", code, code.lower()):
        assert own.opened(heron, typed).take(sealed, ABOUT) == b"only mine"


def test_it_is_bound_to_its_place(heron):
    key, _code = own.make(heron, WORDS, cost=CHEAP)
    with pytest.raises(DamagedVaultError):
        key.take(own.put(heron, b"only mine", ABOUT), "practice.said:2")


def test_another_clients_key_opens_nothing(heron, new_client):
    wren = new_client("wren")
    own.make(heron, WORDS, cost=CHEAP)
    theirs, _code = own.make(wren, WORDS, cost=CHEAP)
    with pytest.raises(DamagedVaultError):
        theirs.take(own.put(heron, b"only mine", ABOUT), ABOUT)


def test_without_a_key_nothing_is_sealed(heron):
    assert own.put(heron, b"only mine", ABOUT) is None
    assert not own.has(heron)


def test_whoever_tries_does_not_learn_whether_there_is_a_key(heron, new_client):
    own.make(heron, WORDS, cost=CHEAP)
    answers = set()
    for client in (heron, new_client("wren")):
        with pytest.raises(OwnKeyError) as refused:
            own.opened(client, "something else")
        answers.add(str(refused.value))
    assert len(answers) == 1


def test_every_try_is_worked_on_alike(heron, monkeypatch):
    worked = []
    monkeypatch.setattr(own, "from_passphrase", lambda words, _salt, _cost: worked.append(words) or bytes(32))
    with pytest.raises(OwnKeyError):
        own.opened(heron, "something else")
    assert worked == ["something else"]


def test_other_words_open_it_and_the_code_still_does(heron):
    key, code = own.make(heron, WORDS, cost=CHEAP)
    sealed = own.put(heron, b"only mine", ABOUT)
    own.change(heron, key, "red gate winter", cost=CHEAP)
    with pytest.raises(OwnKeyError):
        own.opened(heron, WORDS)
    for typed in ("red gate winter", code):
        assert own.opened(heron, typed).take(sealed, ABOUT) == b"only mine"


@pytest.mark.parametrize("words", ["", "short", "   nine     "])
def test_words_that_are_too_short_are_refused(heron, words):
    with pytest.raises(OwnKeyError, match="10 characters"):
        own.make(heron, words)
    key, _code = own.make(heron, WORDS, cost=CHEAP)
    with pytest.raises(OwnKeyError, match="10 characters"):
        own.change(heron, key, words)


def test_there_is_one_key_for_each_client(heron):
    own.make(heron, WORDS, cost=CHEAP)
    before = models.OwnKey.objects.get(client=heron).public
    with pytest.raises(OwnKeyError, match="already"):
        own.make(heron, "red gate winter", cost=CHEAP)
    assert bytes(models.OwnKey.objects.get(client=heron).public) == bytes(before)


def test_the_store_holds_neither_the_words_nor_the_key(heron):
    key, code = own.make(heron, WORDS, cost=CHEAP)
    row = models.OwnKey.objects.get(client=heron)
    kept = b"".join(bytes(one) for one in (row.public, row.by_words, row.by_code, row.salt, row.code_salt))
    for secret in (key.raw(), WORDS.encode(), code.encode()):
        assert secret not in kept
    assert repr(key) == "<Own>"


def test_several_tries_in_a_row_are_slowed_and_a_right_one_clears_them(heron, clock):
    own.make(heron, WORDS, cost=CHEAP)
    for _try in range(5):
        with pytest.raises(OwnKeyError, match="nothing here"):
            own.opened(heron, "something else")
    with pytest.raises(OwnKeyError, match="Wait 2 seconds"):
        own.opened(heron, WORDS)
    clock[0] += 2
    own.opened(heron, WORDS)
    with pytest.raises(OwnKeyError, match="nothing here"):
        own.opened(heron, "something else")


def test_tries_for_one_client_do_not_slow_another(heron, new_client, clock):
    wren = new_client("wren")
    own.make(wren, WORDS, cost=CHEAP)
    for _try in range(6):
        with pytest.raises(OwnKeyError):
            own.opened(heron, "something else")
    assert own.opened(wren, WORDS).raw()


def test_a_key_is_held_for_its_session_alone_and_let_go(heron):
    key, _code = own.make(heron, WORDS, cost=CHEAP)
    own.hold("mine", key)
    assert own.held("mine") is key
    assert own.held("another") is None
    assert own.held(None) is None
    own.let_go("mine")
    assert own.held("mine") is None


def test_a_key_that_was_not_used_for_ten_minutes_is_let_go(heron, clock):
    key, _code = own.make(heron, WORDS, cost=CHEAP)
    own.hold("mine", key)
    clock[0] += 9 * 60
    assert own.held("mine") is key
    clock[0] += 9 * 60
    assert own.is_held("mine")
    clock[0] += 60
    assert not own.is_held("mine")
    assert own.held("mine") is None


def test_locking_lets_go_of_every_key(heron):
    key, _code = own.make(heron, WORDS, cost=CHEAP)
    own.hold("mine", key)
    desk.lock()
    assert not own.is_held("mine")


def test_without_a_session_nothing_is_held(heron):
    key, _code = own.make(heron, WORDS, cost=CHEAP)
    with pytest.raises(OwnKeyError):
        own.hold(None, key)
