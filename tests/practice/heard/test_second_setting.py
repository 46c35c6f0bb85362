"""A second reader is set up for oneself, sealed, on this computer; elsewhere only in words, which stay in the audit."""

import pytest

from reattune.errors import ReattuneError
from reattune.practice import models, people, scope
from reattune.practice.heard.second_setting import NAME, forget, keep, kept, read, sentence

SAID = "Passages of sessions may leave this computer and go to reader.test:443"


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("127.0.0.1:8080", "http://127.0.0.1:8080/v1"),
        (" http://localhost:11434/v1/ ", "http://localhost:11434/v1"),
        ("http://[::1]:5000", "http://[::1]:5000/v1"),
        ("https://127.0.0.1/v1/chat/completions", "https://127.0.0.1:443/v1"),
        ("https://reader.test/api/v2", "https://reader.test:443/api/v2"),
    ],
)
def test_an_address_as_it_is_typed(typed, address):
    assert read(typed, "heron").address == address


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "ftp://127.0.0.1",
        "file:///etc/passwd",
        "http://",
        "http://127.0.0.1:x",
        "http://me:secret@127.0.0.1",
        "127.0.0.1:8080?to=x",
        "http://127.0.0.1/a b",
        "http://127.0.0.1/a\r\nX: y",
        "http://127.0.0.1\0",
        "http://[::1",
        "http://café.test",
        "http://reader.test",
        "http://192.168.1.5:8080",
        "http://0.0.0.0:8080",
        "http://127.0.0.1.nip.test",
        "http://localhost.test",
        "x" * 301,
    ],
)
def test_what_is_no_address_or_goes_elsewhere_in_the_open_is_refused(typed):
    with pytest.raises(ReattuneError):
        read(typed, "heron")


@pytest.mark.parametrize(
    ("model", "key"),
    [("", ""), ("x" * 101, ""), ("a\0b", ""), ("m", "a b"), ("m", "é"), ("m", "k\r\nX: y"), ("m", "x" * 501)],
)
def test_what_is_no_model_or_key_is_refused(model, key):
    with pytest.raises(ReattuneError):
        read("127.0.0.1:8080", model, key)


def test_off_until_it_is_set_up_and_after(store):
    assert kept() is None
    keep(read("127.0.0.1:8080", "heron", "key-1"), "")
    assert (kept().address, kept().model, kept().key) == ("http://127.0.0.1:8080/v1", "heron", "key-1")
    assert "key-1" not in str(models.Setting.objects.get(name=NAME).value)
    forget()
    assert kept() is None


@pytest.mark.parametrize("typed", ["", "yes", SAID.replace("reader", "other"), SAID[:-4]])
def test_elsewhere_only_where_the_sentence_was_typed(store, typed):
    with pytest.raises(ReattuneError, match="type this sentence"):
        keep(read("https://reader.test", "heron"), typed)
    assert kept() is None


def test_the_sentence_is_in_the_audit_with_the_address(store):
    assert sentence("reader.test:443") == SAID
    keep(read("https://reader.test", "heron"), f"  {SAID.lower()}. ")
    said = models.AuditEvent.objects.order_by("-seq").first()
    assert said.action == "settings"
    assert "reader.test:443" in said.what
    assert SAID.lower() in said.what
    assert not kept().is_here


def test_a_name_too_long_for_the_audit_is_told_by_its_beginning(store):
    host = ".".join(["a" * 60, "b" * 60, "test"])
    endpoint = read(f"https://{host}", "heron")
    keep(endpoint, sentence(endpoint.place))
    said = models.AuditEvent.objects.order_by("-seq").first().what
    assert host[:60] in said
    assert len(said) <= 200


def test_the_day_it_was_set_up_changes_with_the_address_alone(store):
    since = keep(read("127.0.0.1:8080", "heron"), "").since
    assert keep(read("127.0.0.1:8080", "crane"), "").since == since
    assert keep(read("127.0.0.1:8081", "crane"), "").since > since


def test_in_a_shared_practice_each_therapist_decides_for_themselves(shared):
    with scope.use(scope.EVERYONE):
        anna, ben = (people.add(name, models.Person.Role.THERAPIST) for name in ("anna", "ben"))
    with scope.use(people.of(anna).scope):
        keep(read("127.0.0.1:8080", "heron"), "")
    with scope.use(people.of(ben).scope):
        assert kept() is None
        forget()
    with scope.use(people.of(anna).scope):
        assert kept().model == "heron"
