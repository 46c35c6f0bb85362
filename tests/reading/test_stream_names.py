from importlib.metadata import EntryPoint

import pytest

from reattune.reading import stream_names
from reattune.reading.stream_names import FAMILIES, is_stream
from reattune.streams import BUILT_IN, registry


def test_every_stream_there_is_has_a_name_here():
    assert stream_names.GROUP == registry.GROUP
    assert {stream.family for stream in BUILT_IN} <= set(FAMILIES)


@pytest.mark.parametrize(
    "name",
    [
        "Payments",
        "rating",
        "check-ins",
        "rating srs client post",
        "Gap  srs post",
        "speech",
        "speech  Away",
        "turns",
        "Silence between",
        "movement together",
        "unanswered phq-9 client pre",
    ],
)
def test_names_are_known_as_people_write_them(name):
    assert is_stream(name)


@pytest.mark.parametrize("name", ["paymnt", "", "all", "ratings srs", "attendanc", "speech awya"])
def test_other_names_are_not(name):
    assert not is_stream(name)


class _Walks:
    family = "walk"


def test_a_packages_stream_is_known_by_its_family_and_a_broken_one_by_its_entry(monkeypatch):
    point = EntryPoint("birds", "birds:stream", stream_names.GROUP)
    monkeypatch.setattr(stream_names, "entry_points", lambda group: [point] if group == stream_names.GROUP else [])
    monkeypatch.setattr(EntryPoint, "load", lambda _self: _Walks())
    assert is_stream("walks")

    def broken(_self):
        raise ImportError

    monkeypatch.setattr(EntryPoint, "load", broken)
    assert [is_stream("walks"), is_stream("birds")] == [False, True]
