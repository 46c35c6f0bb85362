"""On paper: a relationship on one page, the paragraph and the recovery sheet too, and no buttons on any."""

import re

import pytest

from reattune.practice import demo, models

pytestmark = pytest.mark.system("chromium")


def sheets(page):
    """Return how many sheets of A4 a page takes."""
    printed = page.pdf(format="A4")
    assert printed.startswith(b"%PDF")
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", printed))


def seen_on_paper(page, selector):
    """Return whether anything of a kind is to be seen on paper."""
    page.emulate_media(media="print")
    found = page.locator(selector).evaluate_all("every => every.filter(one => one.offsetParent !== null).length")
    page.emulate_media(media="null")
    return found > 0


def test_every_relationship_prints_on_one_page(place, page):
    clients = place.ask(lambda: [(one.codename, str(one.pk)) for one in models.Client.objects.all()])
    found = {}
    for codename, key in clients:
        page.goto(f"/r/{key}/")
        found[codename] = sheets(page)
    assert found == {codename: 1 for codename, _key in clients}
    assert not seen_on_paper(page, "button, .head, .foot form")
    assert seen_on_paper(page, "h1")


def test_the_paragraph_prints_on_one_page_in_both_languages(place, page):
    heron = place.ask(lambda: str(models.Client.objects.get(codename="heron").pk))
    for language in ("en", "de"):
        page.goto(f"/r/{heron}/agreement/paragraph/?language={language}")
        assert sheets(page) == 1
        assert not seen_on_paper(page, ".head, .foot p, .actions a")


def test_the_recovery_sheet_prints_on_one_page(page):
    page.goto("/settings/")
    page.get_by_role("link", name="Print a new recovery sheet").click()
    page.get_by_label("The present passphrase").fill(demo.PASSPHRASE)
    page.get_by_role("button", name="Print a new recovery sheet").click()
    page.get_by_label("Recovery code").wait_for()
    assert sheets(page) == 1
    assert not seen_on_paper(page, "button")
    assert seen_on_paper(page, ".code")
