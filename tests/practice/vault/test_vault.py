"""The vault: each way in, each key for one purpose, and what is changed opens nothing of before."""

import copy
import pickle

import pytest

from reattune.errors import ReattuneError
from reattune.practice.vault import (
    Cost,
    DamagedVaultError,
    ErasedError,
    TooManyTriesError,
    Vault,
    VaultError,
    WrongCodeError,
    WrongPassphraseError,
    header,
    remembering,
)

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
PASSPHRASE, NEW = "seven quiet herons at dusk", "nine loud wrens at dawn"


@pytest.fixture
def made(tmp_path):
    return Vault.create(tmp_path / "home", PASSPHRASE, cost=CHEAP)


@pytest.fixture
def vault(made):
    return made[0]


@pytest.fixture
def held(monkeypatch):
    keys = {}
    monkeypatch.setattr(remembering, "remember", lambda name, key: keys.update({name: key}) or True)
    monkeypatch.setattr(remembering, "remembered", keys.get)
    monkeypatch.setattr(remembering, "forget", lambda name: keys.pop(name, None))
    return keys


def test_passphrase_and_code_open_the_same_keys(made):
    vault, code = made
    for again in (Vault.unlock(vault.home, PASSPHRASE), Vault.recover(vault.home, code)):
        assert again.database_key() == vault.database_key()
        assert again.digest("label", "x") == vault.digest("label", "x")
        assert again.sealer("practice").open(vault.sealer("practice").seal(b"w", "x"), "x") == b"w"


@pytest.mark.parametrize("wrong", ["", "Seven quiet herons at dusk", "seven quiet herons at dusk ", "x" * 5000])
def test_a_wrong_passphrase_opens_nothing(vault, wrong):
    with pytest.raises(WrongPassphraseError):
        Vault.unlock(vault.home, wrong)


def test_after_five_there_is_a_wait_that_the_right_one_does_not_skip_but_the_code_does(made):
    vault, code = made
    for _n in range(5):
        with pytest.raises(WrongPassphraseError):
            Vault.unlock(vault.home, "wrong wrong wrong")
    with pytest.raises(TooManyTriesError):
        Vault.unlock(vault.home, PASSPHRASE)
    Vault.recover(vault.home, code)
    Vault.unlock(vault.home, PASSPHRASE)


def test_a_code_of_another_practice_opens_nothing(vault, tmp_path):
    _other, code = Vault.create(tmp_path / "other", PASSPHRASE, cost=CHEAP)
    with pytest.raises(WrongCodeError, match="newer sheet"):
        Vault.recover(vault.home, code)
    with pytest.raises(WrongCodeError, match="slip"):
        Vault.recover(vault.home, code[:-1] + ("0" if code[-1] != "0" else "1"))


def test_a_practice_is_never_made_over_another_one(vault):
    before = (vault.home / header.NAME).read_bytes()
    with pytest.raises(VaultError, match="already"):
        Vault.create(vault.home, PASSPHRASE, cost=CHEAP)
    assert (vault.home / header.NAME).read_bytes() == before


def test_a_short_passphrase_makes_nothing(tmp_path):
    with pytest.raises(ReattuneError, match="at least"):
        Vault.create(tmp_path / "home", "short", cost=CHEAP)
    assert not Vault.exists(tmp_path / "home")


def test_files_are_for_the_owner_alone(vault):
    with pytest.raises(WrongPassphraseError):
        Vault.unlock(vault.home, "wrong wrong wrong")
    assert vault.home.stat().st_mode & 0o777 == 0o700
    assert {one.stat().st_mode & 0o777 for one in vault.home.iterdir()} == {0o600}


def test_no_key_and_no_passphrase_is_in_the_file(made):
    vault, code = made
    content = (vault.home / header.NAME).read_bytes()
    for secret in (PASSPHRASE, code, code.replace("-", ""), vault.database_key()):
        assert secret.encode() not in content
    assert bytes.fromhex(vault.database_key()) not in content


def test_sealed_keys_moved_from_another_practice_do_not_open(vault, tmp_path):
    other, _code = Vault.create(tmp_path / "other", PASSPHRASE, cost=CHEAP)
    ours, theirs = header.read(vault.home), header.read(other.home)
    header.changed(vault.home, ours, store=theirs.store)
    with pytest.raises(DamagedVaultError):
        Vault.unlock(vault.home, PASSPHRASE).database_key()


def test_a_cheaper_cost_written_into_the_file_does_not_open_it(vault):
    header.changed(vault.home, header.read(vault.home), cost=Cost(memory_kib=8, passes=1, lanes=1))
    with pytest.raises(WrongPassphraseError):
        Vault.unlock(vault.home, PASSPHRASE)


def test_another_passphrase_takes_the_place_of_the_first_and_nothing_else_changes(made):
    vault, code = made
    key = vault.database_key()
    vault.change_passphrase(NEW, cost=Cost(128, 1, 1))
    with pytest.raises(WrongPassphraseError):
        Vault.unlock(vault.home, PASSPHRASE)
    assert Vault.unlock(vault.home, NEW).database_key() == key == Vault.recover(vault.home, code).database_key()
    with pytest.raises(ReattuneError):
        vault.change_passphrase("short")
    Vault.unlock(vault.home, NEW)


def test_a_new_sheet_takes_the_place_of_the_first(made):
    vault, code = made
    new = vault.new_recovery_code()
    with pytest.raises(WrongCodeError):
        Vault.recover(vault.home, code)
    assert Vault.recover(vault.home, new).database_key() == vault.database_key()


def test_the_keyring_opens_it_where_that_is_wanted_and_not_otherwise(vault, held):
    assert Vault.remembered(vault.home) is None
    assert vault.remember()
    assert vault.is_remembered
    assert Vault.remembered(vault.home).database_key() == vault.database_key()
    assert bytes.fromhex(vault.database_key()) not in held.values()
    vault.forget()
    assert not vault.is_remembered
    assert held == {}
    assert Vault.remembered(vault.home) is None


def test_a_keyring_with_another_key_opens_nothing(vault, held):
    vault.remember()
    held[next(iter(held))] = b"x" * 32
    assert Vault.remembered(vault.home) is None
    assert Vault.remembered(vault.home / "none") is None


def test_a_computer_without_a_keyring_is_said_to_have_none(vault, monkeypatch):
    monkeypatch.setattr(remembering, "remember", lambda _name, _key: False)
    assert not vault.remember()
    assert not vault.is_remembered


def test_new_keys_open_everything_and_the_former_ones_nothing(made, held):
    vault, code = made
    vault.remember()
    former, sealed = vault.database_key(), vault.sealer("practice").seal(b"w", "x")
    new_code = vault.rekey(NEW)
    assert vault.candidates() == (vault.database_key(), former)
    for again in (Vault.unlock(vault.home, NEW), Vault.recover(vault.home, new_code)):
        assert again.candidates() == vault.candidates()
        assert again.sealer("practice").open(sealed, "x") == b"w"
    with pytest.raises(WrongPassphraseError):
        Vault.unlock(vault.home, PASSPHRASE)
    with pytest.raises(WrongCodeError):
        Vault.recover(vault.home, code)
    assert Vault.remembered(vault.home) is None


@pytest.mark.parametrize("which", [0, 1])
def test_one_of_two_keys_is_settled_on(vault, which):
    vault.rekey(NEW)
    chosen = vault.candidates()[which]
    vault.settle(chosen)
    assert vault.candidates() == (chosen,) == Vault.unlock(vault.home, NEW).candidates()
    with pytest.raises(VaultError, match="Only a key"):
        vault.settle("ab" * 32)


def test_cut_off_while_new_keys_are_written_the_former_ones_open_it(vault, monkeypatch):
    key = vault.database_key()
    with monkeypatch.context() as patched:
        patched.setattr(header, "write_private", lambda *_all: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            vault.rekey(NEW)
    assert Vault.unlock(vault.home, PASSPHRASE).database_key() == key == vault.database_key()


def test_a_clients_words_open_with_their_key_alone(vault):
    ours, theirs = vault.new_client_key("a"), vault.new_client_key("b")
    sealed = vault.client_sealer("a", ours).seal(b"words", "x")
    assert vault.client_sealer("a", ours).open(sealed, "x") == b"words"
    with pytest.raises(DamagedVaultError):
        vault.client_sealer("b", theirs).open(sealed, "x")
    with pytest.raises(DamagedVaultError):
        vault.client_sealer("b", ours)
    with pytest.raises(ErasedError):
        vault.client_sealer("a", b"")


def test_purposes_do_not_open_each_other(vault):
    with pytest.raises(DamagedVaultError):
        vault.sealer("b").open(vault.sealer("a").seal(b"w", "x"), "x")
    assert vault.digest("a", "x") != vault.digest("b", "x")


def test_a_digest_is_the_same_for_the_same_words_and_nobody_else_can_make_it(vault, tmp_path):
    other, _code = Vault.create(tmp_path / "other", PASSPHRASE, cost=CHEAP)
    assert vault.digest("label", "\ud83d Anna") == vault.digest("label", "\ud83d Anna")
    assert vault.digest("label", "Anna") != other.digest("label", "Anna")


def test_closed_it_holds_no_key_and_gives_none_out(vault):
    vault.close()
    for asked in (vault.database_key, lambda: vault.sealer("x"), lambda: vault.digest("x", "y")):
        with pytest.raises(VaultError, match="locked"):
            asked()
    vault.close()


def test_closed_while_another_thread_reads_its_key_nothing_is_sealed_with_zeros(vault):
    held = vault._inner

    class Slow(bytearray):
        def __bytes__(self):
            vault.close()
            held[:] = bytes(32)
            return bytes(32)

    vault._inner = Slow(held)
    with pytest.raises(VaultError, match="locked"):
        vault.sealer("x")


def test_it_never_shows_a_key_and_cannot_be_copied(vault):
    assert vault.database_key() not in repr(vault)
    for take in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="holds keys"):
            take(vault)
