"""Inviting a client: whose name says nothing about them."""

import pytest

from reattune.errors import ReattuneError
from reattune.practice import inviting_people, models, people


def test_a_name_is_made_up_and_the_link_leads_to_the_practice(new_client):
    heron = new_client("heron")
    found = inviting_people.invite(heron, "https://practice.example/")
    tree, number = found.name.split("-")
    assert tree in inviting_people.TREES
    assert len(number) == 4
    assert found.link.startswith("https://practice.example/sign-in/first/")
    assert people.by_link(found.link.split("/")[-2]).client == heron
    assert found.square.startswith("<svg")
    assert inviting_people.invite(heron, "https://practice.example").name == found.name


def test_where_no_name_is_free_it_says_so(new_client, monkeypatch):
    monkeypatch.setattr(inviting_people, "TREES", ("alder",))
    monkeypatch.setattr(inviting_people, "NUMBERS", 1)
    inviting_people.invite(new_client("heron"), "")
    with pytest.raises(ReattuneError):
        inviting_people.invite(new_client("wren"), "")
    assert models.Person.objects.count() == 1
