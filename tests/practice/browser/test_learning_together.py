"""One journey: what came up is looked at by two, put right and taken back; both ratings; what followed; the end."""

import re

import pytest
from playwright.sync_api import expect

from reattune.practice import looking_at, models

pytestmark = pytest.mark.system("chromium")

DAY = "2026-05-15"
WORDS = "That was my mother’s operation."
NEVER = re.compile(r"\b(because|risk|alert|proves|shows that|non-compliant|resistant)\b", re.IGNORECASE)


@pytest.fixture
def plover(place):
    """Where plover's pages are, and what came up there on 15 May; the practice must be open."""

    def found():
        row = models.Noticed.objects.get(client__codename="plover", at=DAY)
        return f"/r/{row.client_id}/", f"/r/{row.client_id}/noticing/{row.pk}/"

    return lambda: place.ask(found)


def looked_again(page, place):
    """Wait until what is kept was looked at again."""
    for _turn in range(100):
        if not place.ask(lambda: looking_at.waits(models.Client.objects.get(codename="plover"))):
            return
        page.wait_for_timeout(100)
    pytest.fail("nothing was looked at again")


def hand_over(page, of_client):
    page.goto(f"{of_client}hand-over/")
    page.get_by_role("button", name="Hand it over").click()
    page.wait_for_url("**/mine/")


def hand_back(page, place):
    page.goto("/mine/done/")
    page.locator("main summary").first.click()
    page.get_by_label("passphrase", exact=False).fill(place.passphrase)
    page.get_by_label("passphrase", exact=False).press("Enter")
    page.wait_for_url(re.compile(r"/r/"))


def put_right(page, words):
    """Say of the last row that may be put right what it was."""
    page.locator("summary", has_text=re.compile("something else")).click()
    page.get_by_role("group", name="Which of the days?").get_by_role("radio").last.check()
    page.get_by_label("What was it? You can leave this blank.").fill(words)
    page.get_by_role("button", name="Put it right").click()
    expect(page.get_by_role("status").first).to_contain_text("counts for nothing from now on")


def test_from_what_came_up_to_what_followed(place, plover):
    page = place.let_in(place.window())
    of_client, why = plover()
    put_right_in_the_room(page, place, why)
    said_by_the_client_alone(page, place, of_client, why)
    taken_back(page, place, of_client, why)


def put_right_in_the_room(page, place, why):
    """The row stays with the client's words beside it, counts for nothing, and is not offered again."""
    page.goto(f"{why}together/")
    readings = page.get_by_role("region", name="What it may be").get_by_role("listitem")
    expect(readings.first).to_contain_text("Answers move with the day")
    expect(readings.last).to_contain_text("how our sessions have felt")
    assert not re.search(r"\d+\.\d|%", page.locator("article.together").inner_text())
    put_right(page, WORDS)
    looked_again(page, place)
    page.reload()
    expect(page.get_by_text("It is being looked at again just now.")).to_have_count(0)
    expect(page.get_by_role("region", name="What you say about it")).to_contain_text(WORDS)
    page.goto(why)
    row = page.get_by_role("row").filter(has_text=WORDS.rstrip("."))
    expect(row).to_contain_text("does not count")
    page.goto("/")
    # Written down with both there, it need not be told again.
    expect(page.get_by_text(WORDS)).to_have_count(0)


def said_by_the_client_alone(page, place, of_client, why):
    """The page is opened to the client, who puts the other row right: nothing stands out there any more."""
    page.goto(f"{why}together/")
    page.get_by_role("button", name="Let the client open this page, too").click()
    hand_over(page, of_client)
    page.goto("/mine/look/")
    page.get_by_role("link", name="15 May 2026").click()
    expect(page.locator("input[name=row]")).to_have_count(1)
    put_right(page, "I had not slept.")
    looked_again(page, place)
    page.reload()
    expect(page.locator("main")).to_contain_text("nothing stands out here any more")
    expect(page.locator("main")).to_contain_text("I had not slept.")
    hand_back(page, place)
    page.goto("/")
    told = page.locator(".said-to-you").filter(has_text="I had not slept.")
    told.get_by_role("link", name="Look at this together").click()
    expect(page.get_by_role("region", name="What you say about it")).to_contain_text("I had not slept.")
    page.goto(why)
    assert page.url.endswith("/together/")
    page.goto(of_client)
    expect(page.get_by_text("2 rows are left out")).to_be_visible()


def taken_back(page, place, of_client, why):
    """What the client takes back counts again, and nothing of it stays with the therapist."""
    hand_over(page, of_client)
    page.goto(f"/mine/look/{DAY}/")
    for left in (1, 0):
        page.get_by_role("button", name="Take it back").first.click()
        expect(page.get_by_role("button", name="Take it back")).to_have_count(left)
    looked_again(page, place)
    page.reload()
    expect(page.get_by_role("heading", name="The days")).to_be_visible()
    hand_back(page, place)
    page.goto(why)
    expect(page.get_by_role("heading", name="Why this is here")).to_be_visible()
    for address in (why, f"{why}together/", of_client, "/"):
        page.goto(address)
        assert "operation" not in page.content()
        assert "not slept" not in page.content()


def test_a_gap_between_two_ratings_is_tapped_and_becomes_something_to_talk_about(place):
    page = place.let_in(place.window())
    heron = place.ask(lambda: str(models.Client.objects.get(codename="heron").pk))
    page.goto(f"/r/{heron}/side-by-side/")
    assert "because" not in page.locator("main").inner_text()
    page.get_by_role("link", name="both answers of 17 Apr 2026").first.click()
    answers = page.locator(".side-lines").first
    expect(answers).to_contain_text("37")
    expect(answers).to_contain_text("20")
    # Nothing is made of two: neither their sum, nor what lies between them, nor their middle.
    for number in ("57", "17\n", "28.5"):
        assert number not in answers.inner_text()
    page.get_by_role("button", name="Open something to talk about").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The session of 17 Apr 2026")
    assert place.ask(lambda: models.Talk.objects.get(client=heron, day="2026-04-17").shown) is None


def test_what_followed_is_told_with_its_rows_and_never_as_a_reason(place):
    page = place.let_in(place.window(), "/learning/")
    assert not NEVER.search(page.locator("main").inner_text())
    page.get_by_role("link", name=re.compile("What followed.*Is this an exam")).click()
    said = page.get_by_role("region", name="What each said").inner_text()
    assert said.index("still sore") < said.index("I ask whether a question is one too many")
    closer = page.get_by_role("region", name="Closer than usual?")
    expect(closer).to_contain_text("As usual, as far as these rows can say.")
    expect(closer.locator("summary").last).to_contain_text("30 before, 11 since. Missing for 2 sessions since.")
    closer.locator("summary").last.click()
    values = closer.locator("details").last.locator(".two-sides > div")
    expect(values.nth(0).get_by_role("listitem")).to_have_count(30)
    expect(values.nth(1).get_by_role("listitem")).to_have_count(11)
    assert not NEVER.search(page.locator("main").inner_text())
    values.nth(1).get_by_role("link", name="9 Jun 2026", exact=True).click()
    expect(page.locator("main")).to_contain_text("41")


def test_times_it_went_otherwise_come_first_and_what_was_carried_leads_back(place):
    page = place.let_in(place.window())
    siskin = place.ask(lambda: str(models.Client.objects.get(codename="siskin").pk))
    page.goto(f"/r/{siskin}/carry/")
    page.get_by_role("link", name="Is this an exam?").first.click()
    page.get_by_role("link", name="Similar moments").click()
    headings = page.locator("main section h2").all_inner_texts()
    assert headings[:3] == ["Times it went otherwise", "The same wish", "The same came back"]
    expect(page.get_by_role("region", name="The same wish")).to_contain_text("two moments")
    expect(page.get_by_role("region", name="Times it went otherwise")).to_contain_text("A moment with a friend")
    assert not re.search(r"\bpattern|\balways\b|\d+ of \d+|%", page.locator("main").inner_text())


def test_an_end_in_the_past_opens_nothing_for_two_weeks_and_the_client_is_told(place):
    page = place.let_in(place.window())
    heron = place.ask(lambda: str(models.Client.objects.get(codename="heron").pk))
    hand_over(page, f"/r/{heron}/")
    page.goto("/mine/notes/")
    page.get_by_label("In your own words, if you like").fill("You were kind.")
    page.get_by_label("Tell them after we have ended").check()
    page.get_by_role("button", name="Keep it").click()
    hand_back(page, place)
    page.goto(f"/r/{heron}/ending/")
    page.get_by_label("The last day").fill("2026-01-06")
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.locator("main")).to_contain_text("it can be read here from 14 Jul 2026 on")
    assert "You were kind." not in page.content()
    hand_over(page, f"/r/{heron}/")
    expect(page.locator("main")).to_contain_text("therapist from 14 Jul 2026 on, and not before")
    hand_back(page, place)
    page.goto(f"/r/{heron}/ending/")
    page.get_by_role("button", name="Take the last day back; the work goes on").click()
    expect(page.locator("main")).to_contain_text("no last day is set")
