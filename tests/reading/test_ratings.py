from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reattune.errors import UnreadableError
from reattune.model import Timing, Voice
from reattune.reading.gathered import ColumnMapping, Place
from reattune.reading.ratings import read_ratings, risk_answers

HEADER = "session_date,instrument,by,timing,score"
ITEMS = "session_date,instrument,by,timing,score," + ",".join(f"i{n}" for n in range(1, 10))


@pytest.fixture
def read(tmp_path):
    def _read(text, mapping=None):
        path = tmp_path / "heron" / "ratings.csv"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return read_ratings(path, Place(tmp_path, ZoneInfo("Europe/London")), mapping, {})

    return _read


def test_a_total(read):
    gathered = read(f"{HEADER}\n2026-03-03,SRS,client,post,36.4\n")
    ((label, rating),) = gathered.ratings
    assert label == ""
    assert (rating.session_date, rating.instrument, rating.by) == (date(2026, 3, 3), "srs", Voice.CLIENT)
    assert (rating.timing, rating.score, rating.source.file, rating.source.row) == (
        Timing.POST,
        36.4,
        "heron/ratings.csv",
        "2",
    )
    assert gathered.quarantined == ()


def test_items_are_scored_and_an_answer_about_safety_is_listed(read):
    gathered = read(f"{ITEMS}\n2026-03-03,phq-9,client,pre,,1,2,0,3,1,0,2,1,1\n")
    ((_label, rating),) = gathered.ratings
    assert rating.score == 11
    (answer,) = risk_answers([rating], {})
    assert (answer.item, answer.value, answer.by) == (9, 1, Voice.CLIENT)
    assert risk_answers([read(f"{HEADER}\n2026-03-03,phq-9,client,pre,11\n").ratings[0][1]], {}) == ()


def test_neither_score_nor_items_is_offered_and_skipped(read):
    ((_label, rating),) = read(f"{HEADER}\n2026-03-03,srs,client,post,\n").ratings
    assert not rating.answered


@pytest.mark.parametrize(
    ("row", "field", "says"),
    [
        ("2026-03-03,phq-9,client,pre,31", "score", "from 0 to 27"),
        ("2026-03-03,phq-9,client,pre,3.5", "score", "not a score that phq-9 can give"),
        ("2026-03-03,phq-9,,pre,3", "by", "client or therapist"),
        ("2026-03-03,phq-9,cleint,pre,3", "by", "cleint"),
        ("2026-03-03,phq-9,client,,3", "timing", "pre or post or between"),
        ("31.02.2026,phq-9,client,pre,3", "session_date", "not a date"),
        (",phq-9,client,pre,3", "session_date", "empty"),
        ("2026-03-03,,client,pre,3", "instrument", "empty"),
        ("2026-03-03,phq-9,client,pre,many", "score", "not a number"),
    ],
)
def test_a_row_that_cannot_be_meant_is_set_aside_alone(read, row, field, says):
    gathered = read(f"{HEADER}\n{row}\n2026-03-10,phq-9,client,pre,3\n")
    assert [rating.session_date for _label, rating in gathered.ratings] == [date(2026, 3, 10)]
    (aside,) = gathered.quarantined
    assert (aside.file, aside.row, aside.field) == ("heron/ratings.csv", "2", field)
    assert says in aside.why


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        (",1,2,0,9,1,0,2,1,2", "i4"),
        (",1,2,0,,1,0,2,1,2", "items"),
        ("5,1,2,0,3,1,0,2,1,2", "score"),
    ],
)
def test_items_that_cannot_be_scored_keep_the_answer_about_safety(read, cells, field):
    gathered = read(f"{ITEMS}\n2026-03-03,phq-9,client,pre,{cells}\n")
    ((_label, rating),) = gathered.ratings
    assert rating.score is None
    assert [each.value for each in risk_answers([rating], {})] == [2]
    assert [aside.field for aside in gathered.quarantined] == [field]


def test_a_row_set_aside_whole_still_tells_of_an_answer_about_safety(read):
    (aside,) = read(f"{ITEMS}\n2026-03-03,phq-9,,pre,,0,0,0,0,0,0,0,0,2\n").quarantined
    assert "Item 9 of this row, about safety, was answered 2" in aside.why


def test_the_same_answer_twice_is_kept_once_and_reported(read):
    gathered = read(f"{HEADER}\n2026-03-03,srs,client,post,30\n2026-03-03,srs,client,post,31\n")
    assert [rating.score for _label, rating in gathered.ratings] == [30]
    (aside,) = gathered.quarantined
    assert aside.row == "3"
    assert "row 2" in aside.why


def test_two_raters_and_two_timings_are_never_pooled(read):
    rows = [f"2026-03-03,srs,{by},{timing},30" for by in ("client", "therapist") for timing in ("pre", "post")]
    assert len(read("\n".join([HEADER, *rows])).ratings) == 4


def test_a_key_from_memory_asks_to_be_checked_and_an_unknown_id_says_so(read):
    gathered = read(f"{HEADER}\n2026-03-03,wai-sr,client,post,40\n2026-03-03,mood,client,post,7\n")
    mood, wai = gathered.remarks
    assert "mood has no definition" in mood
    assert "wai-sr was written down from memory" in wai
    assert [rating.score for _label, rating in gathered.ratings] == [40, 7]


def test_items_of_an_unknown_instrument_are_kept_unscored(read):
    gathered = read(f"{ITEMS}\n2026-03-03,mood,client,pre,,1,2,0,3,1,0,2,1,1\n")
    assert gathered.ratings[0][1].score is None
    assert "definition" in gathered.quarantined[0].why


def test_a_mapping_names_columns_words_and_what_holds_for_every_row(read):
    mapping = ColumnMapping(
        file="*",
        kind="ratings",
        columns={"session_date": "Day", "score": "Total", "by": "=client", "timing": "When", "instrument": "=ors"},
        status={"Before": "pre"},
        day_first=True,
    )
    ((_label, rating),) = read("Day;When;Total\n03/04/2026;Before;25,5\n", mapping).ratings
    assert (rating.session_date, rating.timing, rating.score) == (date(2026, 4, 3), Timing.PRE, 25.5)


def test_an_empty_file_is_unreadable(read):
    with pytest.raises(UnreadableError, match=r"heron/ratings\.csv"):
        read("")


_CELL = st.sampled_from(["2026-03-03", "phq-9", "client", "therapist", "post", "3", "27", "99", "", "x", "½", "1e400"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.lists(st.tuples(_CELL, _CELL, _CELL, _CELL, _CELL), max_size=6))
def test_every_row_is_either_read_or_set_aside(read, rows):
    gathered = read("\n".join([HEADER, *(",".join(row) for row in rows)]))
    given_rows = {str(number) for number, row in enumerate(rows, start=2) if any(row)}
    told = {rating.source.row for _label, rating in gathered.ratings} | {each.row for each in gathered.quarantined}
    assert told == given_rows
    assert all(
        0 <= rating.score <= 27 for _l, rating in gathered.ratings if rating.instrument == "phq-9" and rating.score
    )
