"""The computer's keyring, with one of our own in its place."""

import keyring.errors
import pytest
from keyring.backend import KeyringBackend

from reattune.practice.vault import remembering


class Held(KeyringBackend):
    """A keyring that holds what it is given."""

    priority = 1

    def __init__(self):
        self.held = {}

    def get_password(self, service, username):
        return self.held.get((service, username))

    def set_password(self, service, username, password):
        self.held[service, username] = password

    def delete_password(self, service, username):
        if self.held.pop((service, username), None) is None:
            raise keyring.errors.PasswordDeleteError("nothing there")


@pytest.fixture
def own(monkeypatch):
    held = Held()
    for name in ("get_password", "set_password", "delete_password"):
        monkeypatch.setattr(remembering.keyring, name, getattr(held, name))
    return held


def test_a_key_is_remembered_until_it_is_forgotten(own):
    assert remembering.remembered("practice") is None
    assert remembering.remember("practice", b"k" * 32)
    assert remembering.remembered("practice") == b"k" * 32
    assert remembering.remembered("another") is None
    remembering.forget("practice")
    remembering.forget("practice")
    assert remembering.remembered("practice") is None


def test_what_is_no_key_is_as_nothing(own):
    own.held[remembering.SERVICE, "practice"] = "not hexadecimal"
    assert remembering.remembered("practice") is None


@pytest.mark.parametrize("error", [keyring.errors.NoKeyringError, keyring.errors.KeyringLocked, RuntimeError])
def test_a_computer_without_one_is_said_to_have_none(monkeypatch, error):
    def refused(*_all):
        raise error

    for name in ("get_password", "set_password", "delete_password"):
        monkeypatch.setattr(remembering.keyring, name, refused)
    assert not remembering.remember("practice", b"k" * 32)
    assert remembering.remembered("practice") is None
    remembering.forget("practice")


def test_one_that_keeps_something_else_is_not_relied_on(own, monkeypatch):
    monkeypatch.setattr(remembering.keyring, "set_password", lambda *_all: None)
    assert not remembering.remember("practice", b"k" * 32)
