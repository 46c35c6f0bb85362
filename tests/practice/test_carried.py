"""What a form sent, without secrets and within measure."""

from django.test import RequestFactory

from reattune.practice import carried


def sent(**values):
    return RequestFactory().post("/", values)


def test_every_field_comes_along_but_secrets():
    found = carried.fields(sent(text="a b", tried=["one", "two"], passphrase="secret", csrfmiddlewaretoken="x"))
    assert found == [("text", "a b"), ("tried", "one"), ("tried", "two")]


def test_what_is_far_too_long_is_not_carried():
    assert carried.fields(sent(text="x" * 200_001)) == []


def test_what_was_written_is_told_from_what_was_chosen():
    assert carried.texts(sent(text="It went quiet then.", day="2026-06-30", client="0" * 36)) == ["It went quiet then."]


def test_packing_and_unpacking_give_the_same():
    fields = [("text", "„so“ — 👋\n"), ("text", "")]
    assert carried.unpacked(carried.packed(fields)) == fields
    assert carried.unpacked("{") == carried.unpacked("[" * 100_000) == []


def test_half_a_sign_is_carried_as_one_that_can_be_shown():
    assert carried.unpacked('[["text", "so \\ud83d"]]') == [("text", "so ?")]


def test_the_words_that_open_what_is_only_a_clients_are_never_given_back():
    of_client = RequestFactory().post("/mine/own/", {"words": "three slow words here", "text": "a long note of mine"})
    assert carried.texts(of_client) == ["a long note of mine"]
    of_therapist = RequestFactory().post("/r/x/consultation/y/", {"words": "Ask her, then wait."})
    assert carried.texts(of_therapist) == ["Ask her, then wait."]
