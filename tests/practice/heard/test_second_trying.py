"""A second reader is tried with a passage that is about nobody."""

import json

import pytest
from tests.practice.heard.scripted import envelope, marks, serving

from reattune.errors import ReattuneError
from reattune.practice.heard.second_trying import made_up, try_out


def test_what_is_sent_is_made_up_and_the_answer_is_told():
    with serving(lambda _body: envelope(marks())) as server:
        words = try_out(server.endpoint())
    ((_path, _headers, body),) = server.asked
    sent = [turn["text"] for turn in json.loads(body["messages"][1]["content"])["passage"]]
    assert sent == [turn.text for turn in made_up()[0].turns]
    assert "in the form asked for" in words


def test_an_answer_in_another_form_is_told():
    with serving(lambda _body: envelope("Hello.")) as server:
        assert "not in the form asked for" in try_out(server.endpoint())


def test_nothing_there_is_told():
    with serving(lambda _body: (500, {}, b"")) as server, pytest.raises(ReattuneError, match="500"):
        try_out(server.endpoint())
