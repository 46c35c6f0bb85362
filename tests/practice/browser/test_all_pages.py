"""Every page there is: in both themes, wide and narrow, with nothing that axe-core finds fault with."""

import re
import uuid
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from reattune.practice import episodes, looking_at, models
from reattune.practice.deciding import May
from reattune.practice.door import PAGES
from reattune.practice.importing import taking
from reattune.practice.mapping.episodes import record_of
from reattune.practice.supervision import bringing
from reattune.practice.supervision.gathering import of_episode

pytestmark = pytest.mark.system("chromium")

TABLE = b"Visit;What happened;Person\n09/01/2026 14:00;Came;H.\n16/01/2026 14:00;Did strange things;H.\n"
APPOINTMENTS = b"client,start,status\nHeron H,2026-02-03T10:00,attended\nHeron H,2026-02-10T10:00,went to the lake\n"
NOBODY = uuid.UUID(int=1)
PIECES = {"look-progress", "whose"}
"""Not pages, but lines that a page fetches anew."""
OWN_WORDS = "a heron in the reeds"
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
LOOKS = (("light", WIDE), ("dark", PHONE), ("dark", WIDE), ("light", PHONE))
TESTED_WHOLE = LOOKS[:2]
"""Between them each theme and each width; in the two others only colours and widths are left to see."""


def words_of_routes() -> dict[str, Any]:
    """Prepare the practice so that every page has something to show, and return the words of addresses."""
    heron = models.Client.objects.get(codename="heron")
    noticed = models.Noticed.objects.filter(client=heron).last()
    episode = heron.episodes.first()
    assert noticed
    assert episode
    record = record_of(episode)
    assert episodes.save(episode, episodes.with_words(record, "One text."), episode.version) is None
    assert episodes.save(episode, episodes.with_words(record, "Another text."), 0) is not None
    look = models.QuietLook.objects.create(client=models.Client.objects.last(), offered=noticed.at)
    talk = heron.talks.get(episode=episode)
    said = models.Said.objects.filter(client=heron, kind="line").get()
    looking_at.let_open(heron, noticed.at)
    models.Client.objects.filter(pk=heron.pk).update(show_ratings=True)
    sheet = bringing.sheet("the client", "How do I ask?", "my supervisor", ())
    return {
        "talk": talk.pk,
        "said": said.pk,
        "consultation": bringing.bring(of_episode(episode), sheet, noticed.at).pk,
        "remark": NOBODY,
        "use": 0,
        "client": heron.pk,
        "noticed": noticed.pk,
        "date": noticed.at.isoformat(),
        "moment": heron.moments.first().pk,
        "heard": heron.heard.first().pk,
        "recording": heron.recordings.first().pk,
        "episode": episode.pk,
        "imported": taking.take("appointments.csv", APPOINTMENTS).pk,
        "unknown": taking.take("visits.csv", TABLE).pk,
        "kept": models.Import.objects.filter(state=models.Import.State.KEPT).last().pk,
        "look": look.pk,
        "row": NOBODY,
        "feed": NOBODY,
        "left": NOBODY,
        "verdict": 0,
        "token": "used",
        "instrument": "phq-9",
        "sitting": NOBODY,
    }


def addresses(words: dict[str, Any]) -> Iterator[str]:
    """Yield an address for every page there is, and for more states of some."""
    yield from routes(words, own=False)
    heron, unknown = words["client"], words["unknown"]
    yield f"/imports/{unknown}/"
    yield f"/imports/{unknown}/columns/?kind=payments"
    yield f"/imports/{words['kept']}/"
    yield f"/r/{heron}/?span=whole"
    yield f"/r/{heron}/side-by-side/?all=1"
    yield f"/r/{heron}/side-by-side/{ANSWERED}/"
    yield f"/r/{heron}/agreement/paragraph/?language=de"
    yield f"/r/{heron}/episode/new/?noticing={words['noticed']}"
    yield "/week/?week=2026-06-22"


ANSWERED = "2026-03-05"
"""A day on which heron and the therapist both filled in the same form."""


def routes(words: dict[str, Any], *, own: bool) -> Iterator[str]:
    """Yield an address for each page of the desk, or of a client's own space."""
    for one in PAGES:
        if one.name not in PIECES and (one.may is May.OWN) is own:
            yield "/" + re.sub(r"<\w+:(\w+)>", lambda name: str(words[name[1]]), one.route)


MISSING, NOTHING_TO_SHOW = {403, 404}, {204, 405}
"""An answer without a page, or an address that only takes something. What is only downloaded is no page either."""
FOLDED = "for (const one of document.querySelectorAll('details')) { one.open = true; }"


def kind_of(address: str) -> str:
    """Return an address without what it is about: no file's name stands in a title, so two files have the same.

    A record and what is talked about with it have two ways to one page.
    """
    path = re.sub(r"/imports/[0-9a-f-]{36}/", "/imports/one/", address.partition("?")[0])
    return re.sub(r"/(episode|talk|since/talk|since)/[0-9a-f-]{36}/(bring/)?$", r"/one/\2", path)


def faults(page: Page, axe: Axe) -> Iterator[str]:
    """Yield all that is wrong with the page that is open, everything folded away on it unfolded."""
    page.evaluate(FOLDED)
    facts = page.evaluate(
        "() => ({lang: document.documentElement.lang, h1: document.querySelectorAll('h1').length,"
        " dead: [...document.querySelectorAll('a[href=\"#\"]')].map(a => a.textContent),"
        " styled: document.querySelectorAll('[style],style').length})"
    )
    if facts != {"lang": "en", "h1": 1, "dead": [], "styled": 0}:
        yield str(facts)
    for theme, size in LOOKS:
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        page.set_viewport_size(size)
        at = f"{theme} {size['width']}"
        wide = page.evaluate("document.scrollingElement.scrollWidth")
        if wide > size["width"]:
            yield f"{at}: the page is {wide} wide; {page.evaluate(WIDEST)}"
        whole = (theme, size) in TESTED_WHOLE
        options = {"resultTypes": ["violations"]} | ({} if whole else {"runOnly": ["color-contrast"]})
        for one in axe.run(page, options=options).response["violations"]:
            where = [f"{node['target']} {node['html'][:160]}" for node in one["nodes"][:3]]
            yield f"{at}: {one['id']} ({one['help']}), {len(one['nodes'])} times: {where}"


WIDEST = """() => [...document.querySelectorAll('body *')]
    .filter(one => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.wide, .plot'))
    .map(one => one.tagName + '.' + one.className + ': ' + one.textContent.trim().slice(0, 60)).slice(-3)"""


def test_no_page_is_at_fault(place):
    page = place.let_in(place.window(), "/help/")
    words = place.ask(words_of_routes)
    titles, wrong = gone_through(page, addresses(words))
    assert len(titles) > 30
    assert wrong == [], "\n".join(wrong)


def test_no_page_of_a_clients_own_space_is_at_fault(place):
    page = place.let_in(place.window(), "/help/")
    words = place.ask(words_of_routes)
    page.goto(f"/r/{words['client']}/hand-over/")
    page.get_by_role("button", name="Hand it over").click()
    page.wait_for_url("**/mine/")
    every = [*routes(words, own=True), "/mine/ratings/?all=1", f"/mine/ratings/{ANSWERED}/", "/mine/done/"]
    every.remove("/mine/own/shut/")
    titles, wrong = gone_through(page, every)
    # Again with what is only theirs open: more stands there then.
    page.goto("/mine/own/new/")
    page.get_by_label("The words you choose").fill(OWN_WORDS)
    page.get_by_label("Once more").fill(OWN_WORDS)
    page.get_by_role("button", name="Choose these").click()
    page.get_by_role("heading", name="Your code").wait_for()
    wrong.extend(f"code: {fault}" for fault in faults(page, Axe()))
    page.goto("/mine/")
    assert page.locator("body[data-own]").count() == 1
    _found, more = gone_through(page, every)
    assert {"To look at together", "Answers side by side", "Similar moments"} <= {
        one.split(" · ")[0].split(",")[0] for one in titles
    }
    assert [*wrong, *more] == [], "\n".join([*wrong, *more])


def gone_through(page: Page, every: Iterable[str]) -> tuple[dict[str, str], list[str]]:
    """Return the addresses of the pages that were opened by their titles, and all that is wrong with them."""
    wrong: list[str] = []
    titles: dict[str, str] = {}
    axe = Axe()
    for address in every:
        fetched = page.request.get(address)
        shown = fetched.headers.get("content-type", "").startswith("text/html")
        if fetched.status in NOTHING_TO_SHOW or (fetched.status < 500 and not shown):
            # What is downloaded, played, or asked for by a script is no page.
            continue
        answer = page.goto(address)
        assert answer
        assert answer.status < 500, address
        if page.url in titles.values() or (answer.status in MISSING and page.title() in titles):
            continue
        same = titles.get(page.title())
        if same and kind_of(page.url) != kind_of(same):
            wrong.append(f"{address}: the same title as {same}: {page.title()}")
        titles.setdefault(page.title(), page.url)
        wrong.extend(f"{address}: {fault}" for fault in faults(page, axe))
    return titles, wrong


def test_nothing_is_at_fault_before_anybody_is_in(bare):
    page, axe, wrong = bare.window(), Axe(), []

    def look(where):
        wrong.extend(f"{where}: {fault}" for fault in faults(page, axe))

    page.goto("/begin/")
    look("begin")
    page.get_by_label("A passphrase").fill("seven quiet herons at dusk")
    page.get_by_label("Once more").fill("seven quiet herons at dusk")
    page.get_by_role("button", name="Begin").click()
    page.get_by_label("Recovery code").wait_for()
    look("sheet")
    page.get_by_role("button", name="It is printed or written down").click()
    page.get_by_label("Time zone").fill("Nowhere/Atall")
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("alert").wait_for()
    look("practice, not understood")
    page.get_by_label("Time zone").fill("Europe/London")
    page.get_by_role("button", name="Go on").click()
    page.goto("/")
    look("today, empty")
    page.get_by_role("button", name="Lock").click()
    page.get_by_label("Passphrase").fill("not this one at all")
    page.get_by_role("button", name="Unlock").click()
    page.get_by_role("alert").wait_for()
    look("unlock, wrong")
    assert wrong == [], "\n".join(wrong)


def test_nothing_is_at_fault_where_something_was_not_understood(place, page):
    axe, wrong = Axe(), []

    def look(where):
        wrong.extend(f"{where}: {fault}" for fault in faults(page, axe))

    page.keyboard.press("c")
    page.get_by_role("dialog").get_by_role("group", name="How was it between you?").wait_for()
    look("capture sheet")
    page.goto("/relationships/add/")
    page.get_by_label("Codename").fill("heron")
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_role("alert").wait_for()
    look("add, refused")
    page.goto("/relationships/")
    page.get_by_role("link", name="heron", exact=True).click()
    page.get_by_role("link", name="Open a record").last.click()
    page.locator("summary").get_by_text("Near and far, leading and following").click()
    page.get_by_label("or as a number from -3 to 3").first.fill("seven")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("alert").wait_for()
    look("record, refused")
    assert wrong == [], "\n".join(wrong)
