"""Why something came up: its rows, how much they count, and where they stand; and all rows of a day."""

import re
import uuid
from datetime import date

import pytest
from tests.reading.test_recorded_figures import SOUND

from reattune.model import Observation, Source
from reattune.practice import consent, models
from reattune.practice.pages.why import counts_words
from reattune.reading.recorded_figures import plain_sound

TODAY = date(2026, 6, 30)


def text(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def test_it_names_every_row_with_its_place_and_how_it_counts(browser, lived):
    heron = lived()
    noticed = heron.noticed.last()
    seen = noticed.words["noticing"]["parts"][0]["seen"]
    page = text(browser.get(f"/r/{heron.pk}/noticing/{noticed.pk}/"))
    for one in seen:
        source = one["observation"]["source"]
        assert f"{source['file']}, row {source['row']}" in page
        assert f"/r/{heron.pk}/row/{one['observation']['at']}/" in page
    assert "counts in full" in page
    assert "all of it" in page or "most of it" in page or "some of it" in page


def test_a_row_is_left_out_from_here(browser, lived):
    heron = lived()
    address = f"/r/{heron.pk}/noticing/{heron.noticed.last().pk}/"
    page = browser.get(address).content.decode()
    form = page[page.index(f'action="/r/{heron.pk}/leave-out/"') :]
    fields = dict(re.findall(r'name="(file|row|what|next)" value="([^"]*)"', form[: form.index("</form>")]))
    answer = browser.post(f"/r/{heron.pk}/leave-out/", {**fields, "why": "they were in hospital"})
    assert answer["Location"] == address
    left = heron.left_out.get()
    assert (left.words["file"], left.words["row"]) == (fields["file"], fields["row"])
    page = text(browser.get(address))
    assert "left out already" in page
    assert f"/left-out/{left.pk}/undo/" in page


def test_what_is_made_of_it_stands_here_and_can_be_undone(browser, lived):
    heron = lived()
    noticed = heron.noticed.last()
    address = f"/r/{heron.pk}/noticing/{noticed.pk}/"
    browser.post("/verdict/", {"noticing": str(noticed.pk), "verdict": "talked", "next": address})
    undo = f"/verdict/{heron.verdicts.get().pk}/undo/"
    assert text(browser.get(address)).count(undo) >= 1
    browser.post(undo, {"next": address})
    assert "undone" in text(browser.get(address))


def test_a_noticing_that_is_gone_is_said_to_be(browser, lived):
    answer = browser.get(f"/r/{lived(weeks=6).pk}/noticing/{uuid.uuid4()}/")
    assert answer.status_code == 404
    assert "worked out anew" in text(answer)


def test_one_client_s_noticing_is_not_shown_under_another(browser, lived, new_client):
    noticed = lived().noticed.last()
    other = new_client("wren")
    assert browser.get(f"/r/{other.pk}/noticing/{noticed.pk}/").status_code == 404


def test_a_day_has_all_its_rows(browser, lived):
    heron = lived(weeks=30)
    moment = models.Moment(client=heron, felt="off", day=date(2026, 5, 12))
    moment.words = {"words": "a pause"}
    moment.save()
    page = text(browser.get(f"/r/{heron.pk}/row/2026-05-12/"))
    assert "appointments.csv, row" in page
    assert "client.csv, row" in page
    assert "therapist.csv, row" in page
    assert "a pause" in page


def test_a_moved_session_says_to_when_and_by_whom(browser, lived):
    heron = lived(weeks=30)
    row = next(one for one in heron.records.filter(kind="session") if one.words["slot"] != one.words["start"])
    page = text(browser.get(f"/r/{heron.pk}/row/{row.day.isoformat()}/"))
    assert "Moved to" in page
    assert "by you" in page


@pytest.mark.parametrize("day", ["x", "2026-13-01", "20260230"])
def test_what_is_no_day_is_said_to_be_none(browser, new_client, day):
    answer = browser.get(f"/r/{new_client('heron').pk}/row/{day}/")
    assert answer.status_code == 404
    assert "is not a day" in text(answer)


def test_a_day_without_rows_says_so(browser, new_client):
    assert "No row is about this day" in text(browser.get(f"/r/{new_client('heron').pk}/row/2020-01-01/"))


@pytest.mark.parametrize(
    ("weight", "said"),
    [(1.0, "counts in full"), (0.5, "counts in part: illness"), (0.0, "does not count: illness")],
)
def test_how_much_a_row_counts_is_said_in_words(weight, said):
    one = Observation(TODAY, TODAY, 1, "late", Source("a.csv", "2"), weight=weight, reason="illness")
    assert counts_words(one) == said


def test_a_recording_is_opened_from_its_day(browser, new_client):
    heron = new_client("heron")
    consent.write(heron, consent.Purpose.RECORDING, given=True, by="therapist", day=TODAY)
    recording = models.Recording(client=heron, day=date(2026, 6, 2), size=9, delete_on=date(2026, 7, 30))
    recording.words = {"name": "tuesday.mp4", "figures": {"sound": plain_sound(SOUND)}, "known_at": "2026-06-02"}
    recording.save()
    page = text(browser.get(f"/r/{heron.pk}/row/2026-06-02/"))
    assert f'<a href="/r/{heron.pk}/recordings/{recording.pk}/">the recording tuesday.mp4</a>' in page
    assert f"row {recording.pk}" not in page
