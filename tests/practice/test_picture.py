"""The picture: which time is drawn, what is in it, and where its marks lead."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

import reattune.practice
from reattune.charts import PAGE, SignKind
from reattune.charts.drawing import style
from reattune.practice import models
from reattune.practice.picture import opening_words, sign_address, signs, stretch

TODAY = date(2026, 6, 30)
BEGAN = date(2024, 1, 9)


@pytest.mark.parametrize(
    ("given", "start", "end"),
    [
        ({}, TODAY - timedelta(weeks=26), TODAY),
        ({"span": "whole"}, BEGAN, TODAY),
        ({"span": "chosen", "from": "2025-01-01", "to": "2025-03-01"}, date(2025, 1, 1), date(2025, 3, 1)),
        ({"span": "chosen", "from": "2026-01-01", "to": "2199-01-01"}, date(2026, 1, 1), TODAY),
    ],
)
def test_a_time_is_chosen(given, start, end):
    found = stretch(given, BEGAN, TODAY)
    assert (found.start, found.end, found.trouble) == (start, end, "")


def test_a_young_relationship_is_drawn_from_its_beginning():
    assert stretch({}, TODAY - timedelta(days=9), TODAY).start == TODAY - timedelta(days=9)


@pytest.mark.parametrize("given", [{"from": "", "to": ""}, {"from": "2026-05-01", "to": "2026-05-01"}])
def test_what_cannot_be_meant_is_said(given):
    found = stretch({"span": "chosen", **given}, BEGAN, TODAY)
    assert found.trouble
    assert found.end == TODAY


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ({}, "without words"),
        ({"text": "  the   bill "}, "the bill"),
        ({"text": "x", "kept_words": "we stayed"}, "we stayed"),
        ({"text": "word " * 40}, ("word " * 12)[:59].rstrip() + "…"),
    ],
)
def test_a_record_is_known_by_the_words_it_begins_with(words, begins):
    assert opening_words(words) == begins


def test_records_and_moments_are_signs_that_lead_to_them(new_client):
    heron = new_client("heron")
    record = models.Episode(client=heron, day=TODAY)
    record.words = {"text": "the bill"}
    record.save()
    moment = models.Moment(client=heron, felt="met", day=TODAY - timedelta(days=1))
    moment.words = {}
    moment.save()
    first, second = signs(heron)
    assert (first.kind, first.said) == (SignKind.MET, "")
    assert (second.kind, second.said) == (SignKind.EPISODE, "a record: the bill")
    assert sign_address(heron, first.key) == f"/r/{heron.pk}/moment/{moment.pk}/"
    assert sign_address(heron, second.key) == f"/r/{heron.pk}/episode/{record.pk}/"


def rules(sheet):
    found = re.findall(r"(\.rt [^{}]+)\{([^{}]+)\}", sheet)
    return {selectors: {part.split(":")[0] for part in body.split(";")} for selectors, body in found}


def test_the_page_knows_every_rule_of_the_drawing():
    sheet = (Path(reattune.practice.__file__).parent / "static" / "desk.css").read_text("utf-8")
    wanted = rules(style(PAGE))
    assert len(wanted) > 10
    assert wanted.items() <= rules(sheet).items()
