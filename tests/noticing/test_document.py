"""The JSON: the contract's keys, valid against the shipped schema, with only what was shared and known."""

import json
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from importlib.resources import files
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from tests.noticing.telling_made import AT, attendance, noticing, noticings, part, row

from reattune.model import (
    CheckIn,
    FeltOff,
    Mark,
    NotAnalysed,
    Noticed,
    Practice,
    Quarantined,
    Relationship,
    RiskAnswer,
    Share,
    Source,
    Streams,
    Verdict,
    Voice,
)
from reattune.noticing.document import document, dump, shares

SCHEMA = json.loads(
    files("reattune.noticing").joinpath("schema", "reattune.noticing-1.json").read_text(encoding="utf-8")
)
VALID = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
LATER = AT + timedelta(days=60)
FILE = "heron/check_ins.csv"


def made(*relationships, noticed=None, as_of=LATER, streams=None, **practice):
    held = Practice(relationships=relationships, time_zone=ZoneInfo("Europe/London"), **practice)
    return document(
        held,
        {one.codename: one for one in noticed or []},
        streams or {},
        version="0.1.0",
        as_of=as_of,
        budget_per_month=2.0,
        spend_per_tick=0.01164,
        prior="default-1",
    )


def heron(*noticings_, **more):
    return made(Relationship("heron"), noticed=[Noticed("heron", 61, tuple(noticings_), "default-1")], **more)


def check_in(day, words, *, by=Voice.CLIENT, felt_off=FeltOff.YES, share=Share.NOW, number=12):
    return CheckIn(day, by, felt_off, words, share, Source(FILE, str(number)))


def spoken(*check_ins, as_of=LATER):
    return made(Relationship("heron", check_ins=check_ins), as_of=as_of)["relationships"][0]["spoken"]


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)


@given(st.lists(noticings(), max_size=3))
def test_every_document_keeps_to_the_schema(some):
    content = heron(*some)
    VALID.validate(json.loads(dump(content)))
    assert dump(content) == dump(heron(*some))


def test_the_schema_can_say_no():
    content = json.loads(dump(heron(noticing(attendance("late")))))
    content["relationships"][0]["noticings"][0]["readings"] = ["One only."]
    assert not VALID.is_valid(content)


def test_the_keys_stand_in_the_contracts_order():
    content = heron(noticing(attendance("late", "did_not_attend")))
    assert list(content)[:9] == [
        "schema", "version", "as_of", "budget_per_month", "spend_per_tick", "prior", "relationships", "quarantined",
        "not_analysed",
    ]  # fmt: skip
    one = content["relationships"][0]
    assert list(one)[:4] == ["codename", "ticks", "noticings", "spoken"]
    told = one["noticings"][0]
    assert list(told) == ["at", "direction", "once_in_sessions", "basis", "said", "streams", "readings", "yours"]
    assert list(told["streams"][0]) == ["name", "share", "observations"]
    assert told["streams"][0]["observations"][1] == {
        "at": "2026-03-10",
        "said": "did not attend",
        "value": "did_not_attend",
        "usual": "rare here",
        "known_at": "2026-03-10",
        "source": {"file": "heron/rows.csv", "row": AT.toordinal() - 739000},
    }
    assert content["spend_per_tick"] == 0.0116
    assert content["threshold"] == "guaranteed"


@given(st.lists(st.floats(0.001, 1), min_size=1, max_size=9))
def test_shares_sum_to_exactly_one_and_stay_near(parts):
    rounded = shares(parts)
    assert sum(Fraction(str(share)) for share in rounded) == 1
    whole = sum(parts)
    assert all(abs(share - part_ / whole) < 0.0101 for share, part_ in zip(rounded, parts, strict=True))


@given(noticings(), st.integers(0, 100))
def test_a_noticing_is_the_same_whenever_it_is_asked_for(one, days):
    mark = Mark(one.at, one.at + timedelta(days=9), Verdict.ORDINARY, Source("heron/marks.csv", "2"))
    person = Relationship("heron", marks=(mark,))
    noticed = [Noticed("heron", 61, (one,), "default-1")]
    early = made(person, noticed=noticed, as_of=one.at)["relationships"][0]
    late = made(person, noticed=noticed, as_of=one.at + timedelta(days=days))["relationships"][0]
    assert json.dumps(early["noticings"]) == json.dumps(late["noticings"])
    assert early["verdicts"] == []
    assert bool(late["verdicts"]) is (days >= 9)


def test_what_was_shared_is_there_in_its_authors_words():
    assert spoken(check_in(date(2026, 3, 17), "I felt hurried, I think", share=Share.RAISE_FOR_ME)) == [
        {
            "at": "2026-03-17",
            "by": "client",
            "words": "I felt hurried, I think",
            "source": {"file": FILE, "row": 12},
            "felt_off": "yes",
            "share": "raise_for_me",
        }
    ]


@pytest.mark.parametrize("share", [Share.ONLY_ME, Share.AFTER_ENDING])
def test_what_was_not_shared_leaves_no_trace(share):
    person = Relationship("heron", check_ins=(check_in(AT, "seen"),))
    with_it = replace(person, check_ins=(*person.check_ins, check_in(AT, "for nobody", share=share, number=13)))
    assert dump(made(person)) == dump(made(with_it))


def test_the_therapists_own_words_are_there_too():
    assert [one["by"] for one in spoken(check_in(AT, "mine", by=Voice.THERAPIST, share=Share.ONLY_ME))] == ["therapist"]


def test_a_shared_no_without_words_says_nothing():
    assert spoken(check_in(AT, "", felt_off=FeltOff.NO), check_in(AT, "", felt_off=FeltOff.SKIPPED)) == []
    assert len(spoken(check_in(AT, "", felt_off=FeltOff.UNSURE), check_in(AT, "all well", felt_off=FeltOff.NO))) == 2


def test_nothing_from_after_the_day_of_asking_is_there():
    after = AT + timedelta(days=1)
    answer = RiskAnswer(after, "phq-9", 9, 2.0, Voice.CLIENT, Source("heron/ratings.csv", "4"))
    person = Relationship("heron", check_ins=(check_in(after, "later"),), risk_answers=(answer,))
    told = made(person, as_of=AT)["relationships"][0]
    assert (told["spoken"], told["risk_answered"]) == ([], [])
    assert made(person, as_of=after)["relationships"][0]["risk_answered"] == [
        {
            "session_date": "2026-03-11",
            "instrument": "phq-9",
            "item": 9,
            "by": "client",
            "source": {"file": "heron/ratings.csv", "row": 4},
        }
    ]


@pytest.mark.parametrize(
    ("given_row", "told"),
    [
        ("41", 41),
        ("uid-7@clinic|20260303T170000Z", "uid-7@clinic|20260303T170000Z"),
        ("007", "007"),
        ("²", "²"),
        ("1234567890123456789", "1234567890123456789"),
    ],
)
def test_a_row_is_a_number_where_no_reader_of_json_could_spoil_it(given_row, told):
    aside = Quarantined("heron/payments.csv", given_row, "paid", "31.02.2026 is not a date.")
    content = heron(quarantined=(aside,))
    assert content["quarantined"][0]["row"] == told
    VALID.validate(content)


def test_only_those_asked_about_are_told_of_in_order():
    people = [Relationship(name) for name in ("wren", "heron", "dipper")]
    content = made(
        *people,
        asked=frozenset({"wren", "heron"}),
        quarantined=tuple(
            Quarantined(file, "2", "", "Not a date.") for file in ("dipper/a.csv", "heron/a.csv", "all.csv")
        ),
        not_analysed=(NotAnalysed("dipper/sessions", "none"), NotAnalysed("wren", "none")),
    )
    assert [one["codename"] for one in content["relationships"]] == ["heron", "wren"]
    assert [one["file"] for one in content["quarantined"]] == ["heron/a.csv", "all.csv"]
    assert [one["what"] for one in content["not_analysed"]] == ["wren"]
    assert len(made(*people)["relationships"]) == 3


def test_additions_are_there_only_where_they_apply():
    plain = noticing(attendance("late"))
    adding = noticing(attendance("late"), adds_to=date(2026, 2, 3))
    assert "adds_to" not in heron(plain)["relationships"][0]["noticings"][0]
    assert heron(adding)["relationships"][0]["noticings"][0]["adds_to"] == "2026-02-03"
    reason = heron(noticing(part("attendance", row("2026-03-10", "cancelled", reason="illness"))))
    assert reason["relationships"][0]["noticings"][0]["streams"][0]["observations"][0]["reason"] == "illness"


def test_the_question_for_supervision_is_asked_once():
    often = [noticing(attendance("late"), at=AT + timedelta(weeks=week), called_ordinary=3) for week in range(3)]
    told = heron(*often)["relationships"][0]["noticings"]
    assert ["ordinary_note" in one for one in told] == [True, False, False]


def test_silence_is_said_to_be_one():
    held = Streams("heron", (), (), silent="No prompts, as agreed.", remarks=("The frame is inferred.",))
    told = made(
        Relationship("heron"),
        noticed=[Noticed("heron", 0, (), "default-1", "No prompts, as agreed.")],
        streams={"heron": held},
    )["relationships"][0]
    assert told["silent"] == "No prompts, as agreed."
    assert told["remarks"] == ["The frame is inferred."]
    assert told["noticings"] == []


def test_values_are_whole_numbers_where_they_are():
    one = noticing(part("rating srs client post", row("2026-03-03", 38.0), row("2026-03-10", 38.5), basis="ratings"))
    rows = heron(one)["relationships"][0]["noticings"][0]["streams"][0]["observations"]
    assert [json.dumps(seen["value"]) for seen in rows] == ["38", "38.5"]


def test_the_text_ends_in_a_line_break_and_keeps_its_letters():
    text = dump(made(Relationship("heron", check_ins=(check_in(AT, "Später, “vielleicht”"),))))
    assert text.endswith("}\n")
    assert "Später, “vielleicht”" in text
