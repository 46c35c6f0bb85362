import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reattune.errors import NothingToReadError
from reattune.model import SessionKind
from reattune.reading import read_folder

SMALL = Path(__file__).parent / "practice_small"
DAY = date(2026, 6, 30)


@pytest.fixture
def practice(tmp_path):
    return Path(shutil.copytree(SMALL, tmp_path / "practice"))


def _summary(practice):
    lines = []
    for one in practice.relationships:
        lines += [f"{one.codename}: started {one.started}, frame inferred {one.frame.inferred}"]
        lines += [f"  session {each.slot} {each.kind} {each.source.file} {each.source.row}" for each in one.sessions]
        lines += [f"  payment {each.due} {each.kind} {each.source.file} {each.source.row}" for each in one.payments]
        lines += [f"  rating {each.session_date} {each.instrument} {each.score}" for each in one.ratings]
        lines += [f"  check-in {each.day} {each.by} {each.words} {each.source.row}" for each in one.check_ins]
        lines += [f"  episode {each.id} {each.client} {each.therapist}" for each in one.episodes]
        lines += [f"  mark {each.noticing} {each.verdict}" for each in one.marks]
        lines += [f"  item {each.item} of {each.instrument}: {each.value}" for each in one.risk_answers]
    lines += [f"{each.file} | {each.row} | {each.field} | {each.why}" for each in practice.quarantined]
    lines += [f"{each.what} | {each.why}" for each in practice.not_analysed]
    return "\n".join([*lines, *practice.remarks, ""])


def test_the_golden_practice():
    expected = (SMALL.parent / "practice_small_expected.txt").read_text(encoding="utf-8")
    assert _summary(read_folder(SMALL, as_of=DAY)) == expected


def test_settings_and_instruments_come_along():
    practice = read_folder(SMALL, as_of=DAY)
    assert (practice.time_zone.key, practice.currency, practice.budget_per_month) == ("Europe/London", "GBP", 1.5)
    assert practice.asked == {"heron", "siskin", "wren"}
    assert practice.holidays[date(2026, 1, 1)] == "New Year's Day"
    assert practice.instruments["mood"].maximum == 10


def test_one_relationship_is_read_with_the_others_and_asked_about_alone():
    whole, one = read_folder(SMALL, as_of=DAY), read_folder(SMALL / "heron", as_of=DAY)
    assert one.asked == {"heron"}
    assert one.relationships == whole.relationships


def test_reading_writes_nothing_and_is_the_same_twice(practice):
    before = {path: path.stat().st_mtime_ns for path in practice.rglob("*")}
    assert read_folder(practice, as_of=DAY) == read_folder(str(practice), as_of=DAY)
    assert {path: path.stat().st_mtime_ns for path in practice.rglob("*")} == before


def test_a_folder_by_itself_is_one_relationship_and_its_siblings_stay_unread(practice):
    (practice / "practice.toml").unlink()
    alone = read_folder(practice / "heron", as_of=DAY)
    assert [one.codename for one in alone.relationships] == ["heron"]
    assert not alone.has_settings
    assert alone.relationships[0].sessions[0].source.file == "heron/appointments.csv"
    together = read_folder(practice, as_of=DAY)
    assert [one.codename for one in together.relationships] == ["heron", "wren"]
    # What siskin's table means was said in practice.toml, so that nothing in its folder is known without it.
    assert {"siskin", "siskin/visits.csv"} <= {each.what for each in together.not_analysed}


def test_a_caseload_in_one_calendar_is_said_to_have_been_read_as_one(tmp_path):
    event = "BEGIN:VEVENT\nUID:{0}\nDTSTART:2026010{0}T100000Z\nSUMMARY:Bird {0}\nEND:VEVENT\n"
    calendar = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n" + event.format(5) + event.format(6) + "END:VCALENDAR\n"
    (tmp_path / "mine.ics").write_text(calendar)
    practice = read_folder(tmp_path, as_of=DAY)
    assert len(practice.relationships[0].sessions) == 2
    assert any("2 titles (Bird 5, Bird 6 ...)" in remark for remark in practice.remarks)
    (tmp_path / "practice.toml").write_text('time_zone = "UTC"\n[links]\nheron = ["Bird 5"]\n')
    linked = read_folder(tmp_path, as_of=DAY)
    assert [(one.codename, len(one.sessions)) for one in linked.relationships] == [("heron", 1)]
    assert ['"Bird 6"' in each.why for each in linked.quarantined] == [True]


def test_a_calendars_entry_gives_way_to_the_row_that_says_what_became_of_it():
    heron = read_folder(SMALL, as_of=DAY).relationships[0]
    assert [each.kind for each in heron.sessions[:3]] == [
        SessionKind.ATTENDED,
        SessionKind.DID_NOT_ATTEND,
        SessionKind.ATTENDED,
    ]
    assert len(heron.sessions) == 5


@pytest.mark.parametrize("name", ["appointments.csv", "calendar.ics", "frame.toml", "payments.csv", "marks.toml"])
@pytest.mark.parametrize("content", [b"", bytes(range(256)) * 40, b"PK\x03\x04junk"])
def test_a_file_that_cannot_be_read_is_set_aside_and_the_rest_goes_on(practice, name, content):
    (practice / "wren" / name).write_bytes(content)
    found = read_folder(practice, as_of=DAY)
    assert len(found.relationships[0].sessions) == 5
    if content or not name.endswith(".toml"):
        assert any(f"wren/{name}" == each.file for each in found.quarantined)


def test_a_folder_named_like_a_table_and_a_link_that_goes_round(practice):
    (practice / "heron" / "extra.csv").mkdir()
    (practice / "heron" / "round.csv").symlink_to("round.csv")
    (practice / "loop").symlink_to(".", target_is_directory=True)
    (practice / "empty").mkdir()
    found = read_folder(practice, as_of=DAY)
    what = {each.what for each in found.not_analysed} | {each.file for each in found.quarantined}
    assert {"heron/extra.csv", "heron/round.csv", "empty", "loop"} <= what
    assert [one.codename for one in found.relationships] == ["heron", "siskin", "wren"]


def test_a_deceased_client_silences_everything(practice):
    (practice / "wren" / "appointments.csv").write_text(
        "start,status,reason\n2026-01-08T09:00,cancelled,pat-dec\n", encoding="utf-8"
    )
    wren = read_folder(practice, as_of=DAY).relationships[2]
    assert wren.suppress
    assert wren.suppress_why


def test_nothing_to_read(tmp_path):
    with pytest.raises(NothingToReadError, match="not a folder"):
        read_folder(tmp_path / "absent")
    with pytest.raises(NothingToReadError, match=r"\.ics"):
        read_folder(tmp_path)
    (tmp_path / "heron").mkdir()
    (tmp_path / "heron" / "appointments.csv").write_bytes(b"\x00\x01" * 500)
    with pytest.raises(NothingToReadError, match=r"heron/appointments\.csv"):
        read_folder(tmp_path)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_first_and_last_day_there_are(day):
    assert read_folder(SMALL, as_of=day).relationships


PRIVATE = st.lists(
    st.tuples(
        st.integers(1, 3),
        st.text(st.characters(exclude_characters='"\r\n', exclude_categories=["Cs"]), max_size=30),
        st.sampled_from(["", "only_me", "after_ending", "perhaps"]),
    ),
    max_size=4,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(PRIVATE)
def test_what_a_client_has_not_shared_changes_nothing_at_all(practice, private):
    path = practice / "heron" / "check_ins.csv"
    lines = (SMALL / "heron" / "check_ins.csv").read_text(encoding="utf-8").splitlines()
    for place, words, share in private:
        lines.insert(place, f'nonsense,client,yes,"{words}",{share}')
    path.write_text("\n".join(lines), encoding="utf-8")
    assert _summary(read_folder(practice, as_of=DAY)) == _summary(read_folder(SMALL, as_of=DAY))


@pytest.mark.parametrize("folder", ["wren", "dunlin"])
def test_a_file_with_private_rows_alone_is_as_if_it_had_none(practice, folder):
    (practice / folder).mkdir(exist_ok=True)
    without = _summary(read_folder(practice, as_of=DAY))
    path = practice / folder / "check_ins.csv"
    path.write_text("date,by,felt_off,words,share\n2026-01-01,client,yes,mine,only_me\n", encoding="utf-8")
    assert _summary(read_folder(practice, as_of=DAY)) == without


def test_a_codename_in_a_file_about_everybody_needs_no_link(practice):
    rows = "session_date,due,status,client\n2026-01-08,2026-01-08,paid,wren\n2026-01-08,2026-01-08,paid,Wren\n"
    (practice / "payments-2027.csv").write_text(rows, encoding="utf-8")
    found = read_folder(practice, as_of=DAY)
    assert "payments-2027.csv" in {each.source.file for each in found.relationships[2].payments} | {
        each.file for each in found.quarantined if "stands in" in each.why
    }
    assert ['"Wren"' in each.why for each in found.quarantined if each.file == "payments-2027.csv"].count(True) == 1


def test_an_empty_settings_file_is_said_to_be_empty(tmp_path):
    (tmp_path / "practice.toml").write_bytes(b"")
    (tmp_path / "frame.toml").write_bytes(b"")
    (tmp_path / "heron").mkdir()
    (tmp_path / "heron" / "appointments.csv").write_text("start\n2026-01-06 17:00\n", encoding="utf-8")
    (tmp_path / "heron" / "payments.csv").write_bytes(b"")
    found = read_folder(tmp_path, as_of=DAY)
    assert [each.what for each in found.not_analysed if each.why == "is empty"] == ["frame.toml", "practice.toml"]
    assert len({each.what for each in found.not_analysed}) == len(found.not_analysed)
    assert [(each.file, each.why) for each in found.quarantined] == [("heron/payments.csv", "is empty")]
