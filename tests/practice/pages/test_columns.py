"""Naming columns and words, once; a bad answer is refused and what was chosen is shown again."""

import pytest

from reattune.practice import importing, models

TABLE = b"Wann,Wer,Was,Bewertung\n03/04/2026 10:00,H.,Gekommen,5\n04/04/2026 10:00,H.,Weg,6\n"


@pytest.fixture
def waiting(browser):
    return importing.take("export.csv", TABLE)


def address(one, what="columns"):
    return f"/imports/{one.pk}/{what}/"


def test_the_kind_is_asked_first_and_then_the_columns(browser, waiting):
    first = browser.get(address(waiting)).content.decode()
    assert "column-0" not in first
    second = browser.get(address(waiting) + "?kind=appointments").content.decode()
    assert "Wann" in second
    assert "Gekommen" in second
    assert 'name="column-3"' in second


def test_a_program_without_statuses_of_its_own_is_read_as_said(browser, waiting):
    said = {"save": "1", "kind": "appointments", "order": "day", "name": "Export"}
    chosen = {"column-0": "start", "column-1": "client", "column-2": "status"}
    assert browser.post(address(waiting), {**said, **chosen}).status_code == 302
    waiting.refresh_from_db()
    assert waiting.kind == "appointments"
    assert waiting.words["first"] == "2026-04-03"
    assert waiting.words["unmapped"] == ["Gekommen", "Weg"]


def test_the_order_of_day_and_month_is_as_said(browser, waiting):
    said = {"save": "1", "kind": "appointments", "order": "month", "name": "Export", "column-0": "start"}
    browser.post(address(waiting), said)
    waiting.refresh_from_db()
    assert waiting.words["first"] == "2026-03-04"


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "appointments", "name": "x"},
        {"kind": "nonsense", "name": "x", "column-0": "start"},
        {"kind": "appointments", "name": "x", "column-0": "start", "column-1": "start"},
        {"kind": "appointments", "name": "x", "column-1": "client"},
        {"kind": "payments", "name": "x", "column-1": "client"},
    ],
)
def test_what_makes_no_sense_is_refused_in_words(browser, waiting, fields):
    refused = browser.post(address(waiting), {"save": "1", **fields})
    assert refused.status_code == 400
    assert 'role="alert"' in refused.content.decode()
    waiting.refresh_from_db()
    assert waiting.kind == "unknown"
    assert not models.Preset.objects.exists()


def test_what_is_the_same_in_every_row_is_said_once(browser, new_client):
    one = importing.take("scores.csv", b"Tag,Punkte\n2026-01-07,39\n", new_client("heron"))
    said = {"save": "1", "kind": "ratings", "name": "Scores", "column-0": "session_date", "column-1": "score"}
    same = {"same-by": "client", "same-timing": "post", "same-instrument": "wai-sr"}
    browser.post(address(one), {**said, **same})
    one.refresh_from_db()
    assert one.words["found"] == {"rating": 1}


def test_words_are_given_a_meaning(browser, waiting):
    said = {
        "save": "1",
        "kind": "appointments",
        "order": "day",
        "name": "Export",
        "column-0": "start",
        "column-2": "status",
    }
    browser.post(address(waiting), said)
    page = browser.get(address(waiting, "words")).content.decode()
    assert "Gekommen" in page
    browser.post(address(waiting, "words"), {"word-0": "attended", "word-1": "nonsense"})
    waiting.refresh_from_db()
    assert waiting.words["unmapped"] == ["Weg"]
    assert models.Preset.objects.get().words["status"] == {"Gekommen": "attended"}


def test_the_words_of_a_known_program_are_said_too(browser, new_client):
    from pathlib import Path

    path = Path(__file__).parents[3] / "examples" / "practice" / "curlew" / "appointment-status-report.csv"
    one = importing.take(path.name, path.read_bytes(), new_client("curlew"))
    assert one.words["reader"].startswith("SimplePractice")
    assert browser.get(address(one)).status_code == 200
    assert browser.get(address(one, "words")).status_code == 200


def test_a_calendar_has_no_columns(browser):
    one = importing.take("c.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    assert browser.get(address(one)).status_code == 404


def test_what_is_kept_or_gone_has_no_columns_to_name(browser, waiting):
    importing.undo(waiting)
    assert browser.get(address(waiting)).status_code == 404


CHECK_INS = (
    b"client,date,by,felt_off,words,share\n"
    b"heron,2026-05-01,client,yes,rather not say,only_me\n"
    b"heron,2026-05-02,client,yes,it went fast,now\n"
)


@pytest.mark.parametrize("kind", ["", "check_ins", "payments", "appointments", "ratings"])
def test_of_check_ins_no_cell_is_shown_and_they_are_taken_for_nothing_else(browser, kind):
    one = importing.take("check_ins.csv", CHECK_INS)
    page = browser.get(f"{address(one)}?kind={kind}").content.decode()
    assert "rather not say" not in page
    assert "only_me" not in page
    assert "Check-ins" in page
    assert "Payments" not in page
    browser.post(address(one), {"save": "1", "kind": kind or "payments", "name": "x", "column-4": "note"})
    assert models.Import.objects.get(pk=one.pk).words["way"] == "check_ins"


def test_what_is_not_shared_makes_no_difference_to_what_is_asked_about_columns(browser):
    foreign = CHECK_INS.replace(b"words", b"text").replace(b"share", b"who")
    without = b"\n".join(line for line in foreign.split(b"\n") if b"only_me" not in line)
    pages = []
    for content in (foreign, without):
        one = importing.take("what we said.csv", content)
        page = browser.get(f"{address(one)}?kind=check_ins").content.decode()
        pages.append(
            "\n".join(line for line in page.split("\n") if "csrf" not in line.lower()).replace(str(one.pk), "")
        )
        importing.discard(one)
    assert "it went fast" not in pages[0]
    assert pages[0] == pages[1]


TWO_WAYS = b"Date,Time,Client,Status\n25/11/2025,09:00,M.K.,attended\n02/12/2025,09:00,M.K.,attended\n"


def test_where_days_can_be_meant_in_two_ways_one_press_says_which(browser):
    one = importing.take("appointments.csv", TWO_WAYS)
    assert one.words["two_ways"] == one.words["aside_count"] == 1
    page = browser.get(f"/imports/{one.pk}/").content.decode()
    assert "In 1 row the day can be meant in two ways" in page
    assert "practice.toml" not in page
    assert browser.post(address(one, "order"), {"order": "day"}).status_code == 302
    one.refresh_from_db()
    assert (one.words["first"], one.words["last"], one.words["aside_count"]) == ("2025-11-25", "2025-12-02", 0)
    assert "two ways" not in browser.get(f"/imports/{one.pk}/").content.decode()
    assert importing.take("again.csv", TWO_WAYS + b"05/01/2026,09:00,M.K.,attended\n").words["last"] == "2026-01-05"


def test_words_that_were_left_open_are_still_named_when_the_file_is_kept(browser, new_client):
    one = importing.take("appointments.csv", b"Date,Time,Status\n2026-05-07,09:00,Zoomed\n", new_client("heron"))
    assert "left open are kept and not weighed" in browser.get(f"/imports/{one.pk}/").content.decode()
    browser.post(f"/imports/{one.pk}/keep/")
    page = browser.get(f"/imports/{one.pk}/").content.decode()
    assert "1 word in it is not known here: Zoomed." in page
    assert "undo this import and take the file in again" in page


@pytest.mark.parametrize("said", [{}, {"order": ""}, {"order": "year"}])
def test_an_order_that_was_not_said_changes_nothing(browser, said):
    one = importing.take("appointments.csv", TWO_WAYS)
    assert browser.post(address(one, "order"), said).status_code == 302
    one.refresh_from_db()
    assert one.words["two_ways"] == 1
    assert not models.Preset.objects.exists()


def test_what_ratings_cannot_do_without_is_asked_for_before_every_row_is_set_aside(browser):
    one = importing.take("scores.csv", b"Date;Client;Total\n2026-01-07;M.K.;39\n")
    page = browser.get(f"{address(one)}?kind=ratings").content.decode()
    assert page.count(" selected>") >= 4  # the kind, the day, whose, and the total are offered
    said = {"save": "1", "kind": "ratings", "name": "Scores", "column-0": "session_date", "column-2": "score"}
    refused = browser.post(address(one), {**said, "same-by": "client"})
    assert refused.status_code == 400
    page = refused.content.decode()
    assert "Still to say: Which questionnaire, Before or after the session." in page
    assert '<option value="client" selected>' in page
    assert not models.Preset.objects.exists()
