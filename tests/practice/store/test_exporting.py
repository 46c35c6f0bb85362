"""The export: all about one client, readable without Reattune, nothing about anybody else."""

import csv
import io
import json
import zipfile
from datetime import date
from html.parser import HTMLParser

import pytest

from reattune.model import Direction, Noticing, Observation, Part, Seen, Source
from reattune.practice import models
from reattune.practice.mapping.codec import dump
from reattune.practice.store.exporting import _table, export


def unzipped(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}


@pytest.fixture
def files(written):
    return unzipped(export(written[0]))


def test_everything_that_was_written_is_in_it(files):
    found = json.loads(files["everything.json"])
    for table in ("agreement", "aside", "attached", "episode", "feed", "label", "moment", "record", "verdict"):
        assert found[table], table
    assert found["moment"][0]["words"] == {"text": "zugzwang said so"}
    assert found["label"][0]["words"] == "zugzwang label"
    assert found["about"]["codename"] == "heron"


def test_it_can_be_read_by_people(files):
    page = files["read-me-first.html"]
    assert "zugzwang said so" in page
    assert "What is kept about you" in page
    assert "90.00" in page
    HTMLParser().feed(page)


def test_nobody_else_is_in_it(written):
    heron, wren = written
    for one, other, theirs in ((heron, "wren", "quodlibet"), (wren, "heron", "zugzwang")):
        whole = "\n".join(unzipped(export(one)).values())
        assert other not in whole
        assert theirs not in whole
        assert "Somebody else" not in whole


def test_a_file_with_rows_of_several_is_not_named(written):
    heron, _wren = written
    shared = models.Import.objects.get(client=None, state="kept")
    shared.words = {**shared.words, "file": "wren and others.ics", "name": "wren and others.ics"}
    shared.save()
    row = heron.records.get(source=shared)
    row.words = {"source": {"file": "wren and others.ics", "row": "7"}}
    row.save()
    whole = "\n".join(unzipped(export(heron)).values())
    assert "wren" not in whole
    assert "a file with several people" in whole


def test_who_saw_what_is_in_it(written):
    heron, _wren = written
    found = list(csv.DictReader(io.StringIO(unzipped(export(heron))["seen.csv"])))
    told = [(one["who"], one["did"], one["what"], one["for"]) for one in found]
    assert told == [
        ("client", "wrote", "said: moment", "sharing"),
        ("therapist", "viewed", "relationship", "therapy"),
    ]


def test_what_is_not_shared_is_not_in_it_and_nothing_tells_that_it_is_there(written):
    heron, _wren = written
    before = unzipped(export(heron))
    whole = "\n".join(before.values())
    assert "zugzwang told" in whole
    for hidden in ("zugzwang alone", "zugzwang later", "zugzwang link", "zugzwang letter", "only_me", "after_ending"):
        assert hidden not in whole
    models.Said.every.filter(client=heron).exclude(share="now").delete()
    models.Side.every.filter(client=heron, by="client", shown=None).delete()
    models.OwnKey.objects.filter(client=heron).delete()
    assert unzipped(export(heron)) == before


def test_a_cell_is_never_worked_out_by_a_spreadsheet(written):
    heron, _wren = written
    row = models.Record(client=heron, kind="rating")
    row.words = {"note": "=HYPERLINK(1)", "score": -3.5, "items": [1, None, 2]}
    row.save()
    found = list(csv.DictReader(io.StringIO(unzipped(export(heron))["rows/rating.csv"])))
    line = next(one for one in found if one["note"])
    assert (line["note"], line["score"], line["items"]) == ("'=HYPERLINK(1)", "-3.5", "1; ; 2")


def test_a_columns_name_is_not_worked_out_either():
    assert _table([{"=1+1": "a", "words": "b"}]) == "\ufeff'=1+1,words\r\na,b\r\n"


def test_what_is_written_is_not_taken_for_markup(written):
    heron, _wren = written
    row = models.Moment(client=heron, felt="off", day="2026-06-01")
    row.words = {"words": "<script>x</script>"}
    row.save()
    page = unzipped(export(heron))["read-me-first.html"]
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_what_came_up_is_told_with_its_rows(store, new_client):
    client, day = new_client("heron"), date(2026, 6, 4)
    missed = Observation(day, day, 1, "missed", Source("calendar.ics", "7"))
    part = Part("attendance", "dates", 1.0, (Seen(missed, 0.04),))
    first = Noticing(day, Direction.AWAY, 400, (part,))
    row = models.Noticed(client=client, number=1, at=first.at, direction=first.direction.value)
    row.words = {"noticing": dump(first)}
    row.save()
    files = unzipped(export(client))
    assert first.at.isoformat() in files["read-me-first.html"]
    rows = list(csv.DictReader(io.StringIO(files["noticed.csv"])))
    assert len(rows) == sum(len(part.seen) for part in first.parts)
    assert all(one["seen"] and one["usual"] for one in rows)


def test_a_client_about_whom_there_is_nothing_has_an_export(store, new_client):
    files = unzipped(export(new_client("heron")))
    assert "Nothing is kept as having come up" in files["read-me-first.html"]
    assert json.loads(files["everything.json"])["record"] == []
