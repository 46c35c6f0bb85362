"""What a client takes along: all that is kept about them, and what is theirs alone only while they have it open."""

import io
import json
import zipfile
from datetime import UTC, date, datetime

import pytest

from reattune.model import Share
from reattune.practice import auditing, models
from reattune.practice.scope import Reach, Scope, use
from reattune.practice.vault import Cost
from reattune.practice.voices import own, saying
from reattune.practice.voices.kinds import Kind
from reattune.practice.voices.leaving import along

DAY, NOW = date(2026, 6, 1), datetime(2026, 6, 1, 12, tzinfo=UTC)
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


def taken(client, key=None):
    with use(Scope(Reach.ONE_CLIENT, client=client.pk, actor="client")):
        made = along(client, key)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}


def side(client, talk, by, text, **words):
    row = models.Side(client=client, talk=talk, by=by, saved=NOW, **words)
    row.words = {"happened": text}
    row.save()
    return row


@pytest.fixture
def told(new_client):
    """A client with a key of their own and something of every kind, and the key."""
    heron = new_client("heron")
    key, _code = own.make(heron, "words of the heron", cost=CHEAP)
    for text, share in (("told now", Share.NOW), ("told myself", Share.ONLY_ME), ("told later", Share.AFTER_ENDING)):
        saying.say(heron, Kind.NOTE, {"text": text}, share, DAY)
    talk = models.Talk(client=heron, by="therapist", day=DAY, shown=DAY)
    talk.words = {"title": "the long silence"}
    talk.save()
    unshown = models.Talk(client=heron, by="therapist", day=DAY)
    unshown.words = {"title": "not to be seen yet"}
    unshown.save()
    side(heron, talk, "therapist", "still being written")
    mine = side(heron, talk, "client", "what I showed", shown=NOW)
    mine.own = own.put(heron, mine.packed({"happened": "what I wrote since"}), mine.about)
    mine.save()
    for by, text in (("client", "a warm hour"), ("therapist", "what I thought on the way home")):
        moment = models.Moment(client=heron, felt="met", day=DAY, by=by)
        moment.words = {"words": text}
        moment.save()
    episode = models.Episode(client=heron, day=DAY)
    episode.words = {"text": "what I thought on the way home"}
    episode.save()
    models.Use.objects.create(client=heron, talk=talk, use="not_applied", day=DAY)
    auditing.record(auditing.Action.VIEWED, heron.pk, "relationship", "therapy")
    return heron, key


def test_shut_it_is_what_the_therapist_can_read_too(told):
    heron, _key = told
    whole = "\n".join(taken(heron).values())
    assert "told now" in whole
    assert "what I showed" in whole
    assert "a warm hour" in whole
    for hidden in ("told myself", "told later", "what I wrote since", "on the way home"):
        assert hidden not in whole
    assert "What is only for you is not in it" in whole


def test_open_all_of_it_comes_along(told):
    files = taken(*told)
    found = json.loads(files["everything.json"])
    assert {one["words"]["text"] for one in found["said"]} == {"told now", "told myself", "told later"}
    assert found["side"][0]["words"]["happened"] == "what I showed"
    assert found["side"][0]["words"]["only_yours"] == {"happened": "what I wrote since"}
    assert "told myself" in files["read-me-first.html"]
    assert "keep this file where nobody else reads it" in files["read-me-first.html"]


@pytest.mark.parametrize("is_open", [False, True])
def test_what_the_therapist_has_not_shown_is_not_in_it(told, is_open):
    heron, key = told
    found = taken(heron, key if is_open else None)
    whole = "\n".join(found.values())
    assert "still being written" not in whole
    assert "not to be seen yet" not in whole
    assert "not_applied" not in whole
    assert "the long silence" in whole
    models.Side.every.filter(client=heron, by="therapist").update(shown=NOW)
    assert "still being written" in "\n".join(taken(heron, key if is_open else None).values())


def test_whether_there_is_a_key_shows_nowhere(told):
    heron, _key = told
    before = taken(heron)
    models.OwnKey.objects.filter(client=heron).delete()
    models.Said.every.filter(client=heron).exclude(share="now").delete()
    assert taken(heron) == before


def test_the_therapists_reading_has_no_time_in_it(told):
    heron, key = told
    seen = json.loads(taken(heron, key)["everything.json"])["seen"]
    assert [one["at"] for one in seen if one["who"] == "therapist" and one["did"] == "viewed"] == [""]
    assert all(one["at"] for one in seen if one["who"] == "client")


def test_nobody_else_is_in_it(told, new_client):
    wren = new_client("wren")
    saying.say(wren, Kind.NOTE, {"text": "a word of another"}, Share.NOW, DAY)
    whole = "\n".join(taken(*told).values())
    assert "a word of another" not in whole
    assert "wren" not in whole
