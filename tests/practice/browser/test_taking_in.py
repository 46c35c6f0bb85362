"""Files of every kind: chosen, understood in plain words, linked by hand, kept, and undone as a whole."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from reattune.practice import models

pytestmark = pytest.mark.system("chromium")

PRACTICE = Path(__file__).resolve().parents[3] / "examples" / "practice"
VISITS = (
    b"Visit;What happened;Person\n09/01/2026 14:00;Came;Frau Reiher\n16/01/2026 14:00;Went to the lake;Frau Reiher\n"
)
PAID = b"Invoice;Sum;Money came;For whom\n2026-01-09;80.00;2026-01-12;Frau Reiher\n2026-01-16;80.00;;Frau Reiher\n"
NAMED = b"""BEGIN:VCALENDAR
BEGIN:VEVENT
UID:a1
SUMMARY:Mrs Smith
DTSTART;TZID=Europe/London:20260302T100000
DTEND;TZID=Europe/London:20260302T105000
RRULE:FREQ=WEEKLY;COUNT=12
END:VEVENT
END:VCALENDAR
""".replace(b"\n", b"\r\n")


@pytest.fixture
def empty(place):
    """The same desk with nobody at it but two new codenames, so that what is taken in is all there is."""

    def clear():
        models.Client.objects.all().delete()
        models.Import.objects.all().delete()

    page = place.let_in(place.window(), "/help/")
    place.ask(clear)
    for codename in ("ousel", "pipit"):
        page.goto("/relationships/add/")
        page.get_by_label("Codename").fill(codename)
        page.get_by_role("button", name="Add", exact=True).click()
    return page


def choose(page, *files, client=None):
    """Choose files on the page of files, and look at them."""
    page.goto("/imports/")
    page.get_by_label("Calendars, appointments, payments").set_input_files(list(files))
    if client:
        page.get_by_label("Who is in them").select_option(f"Only {client}")
    page.get_by_role("button", name="Look at them").click()


def made_up(name, content):
    """Return a file that lies nowhere."""
    return {"name": name, "mimeType": "text/plain", "buffer": content}


def rows(place, codename):
    """Return how many rows of a client are kept."""
    return place.ask(lambda: models.Record.objects.filter(client__codename=codename).count())


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("fulmar/calendar.ics", "appointment"),
        ("heron/appointments.csv", "appointment"),
        ("heron/payments.csv", "payment"),
        ("heron/ratings.csv", "rating"),
        ("heron/check_ins.csv", "check-in"),
        ("merlin/stripe_payments.csv", "payment"),
    ],
)
def test_a_file_of_each_kind_is_understood_kept_and_undone(place, empty, file, said):
    page = empty
    choose(page, PRACTICE / file, client="ousel")
    expect(page.get_by_role("heading", level=1)).to_have_text(Path(file).name)
    expect(page.locator(".lead")).to_contain_text(said)
    assert rows(place, "ousel") == 0
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("status").first).to_contain_text("is kept")
    assert rows(place, "ousel") > 0
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_role("status").first).to_contain_text("was undone")
    assert rows(place, "ousel") == 0


def test_a_name_in_a_calendar_is_linked_by_hand_once(place, empty):
    page = empty
    choose(page, made_up("week.ics", NAMED))
    expect(page.locator(".lead")).to_contain_text("12 appointments of 1 name")
    page.get_by_label("Mrs Smith", exact=True).select_option("pipit")
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("status").first).to_contain_text("is kept")
    assert rows(place, "pipit") == 12
    later = NAMED.replace(b"COUNT=12", b"COUNT=14")
    choose(page, made_up("week@2026-06-20.ics", later))
    expect(page.get_by_label("Mrs Smith", exact=True).locator("option:checked")).to_have_text("pipit")


def test_a_table_of_ones_own_is_explained_once(place, empty):
    page = empty
    choose(page, made_up("visits.csv", VISITS))
    page.get_by_role("link", name="Say what the columns are").click()
    page.get_by_label("Each row is about").select_option("appointments")
    page.get_by_role("button", name="Show its columns").click()
    columns = page.get_by_role("table")
    columns.get_by_label("Visit").select_option("start")
    columns.get_by_label("What happened").select_option("status")
    columns.get_by_label("Person").select_option("client")
    page.get_by_label("3 April: the day first").check()
    page.get_by_role("button", name="Look at it this way").click()
    page.get_by_role("link", name="Say what they mean").click()
    page.get_by_label("Went to the lake").select_option("cancelled")
    page.get_by_role("button", name="Look at it this way").click()
    page.get_by_label("Frau Reiher", exact=True).select_option("ousel")
    page.get_by_role("button", name="Keep it").click()
    assert rows(place, "ousel") == 2


def test_payments_with_columns_of_their_own(place, empty):
    page = empty
    choose(page, made_up("paid.csv", PAID))
    page.get_by_role("link", name="Say what the columns are").click()
    page.get_by_label("Each row is about").select_option("payments")
    page.get_by_role("button", name="Show its columns").click()
    columns = page.get_by_role("table")
    for label, meaning in (
        ("Invoice", "session_date"),
        ("Sum", "amount"),
        ("Money came", "paid"),
        ("For whom", "client"),
    ):
        columns.get_by_label(label).select_option(meaning)
    page.get_by_role("button", name="Look at it this way").click()
    expect(page.locator(".lead")).to_contain_text("2 payments")
    page.get_by_label("Frau Reiher", exact=True).select_option("ousel")
    page.get_by_role("button", name="Keep it").click()
    assert rows(place, "ousel") == 2


def test_several_at_once_with_one_that_cannot_be_read(place, empty):
    page = empty
    choose(page, made_up("week.ics", NAMED), made_up("broken.ics", b"no calendar"))
    expect(page.get_by_role("main")).to_contain_text("broken.ics is not a calendar")
    expect(page.get_by_role("heading", level=1)).to_have_text("week.ics")
    page.get_by_role("button", name="Let it go").click()
    expect(page.get_by_role("status").first).to_contain_text("nothing of it was kept")
