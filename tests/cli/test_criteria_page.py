"""The page of criteria: one file, asking for nothing, a table beside every drawing."""

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from tests.cli.criteria_made import CRITERIA, rows
from tests.cli.test_report import Page

from reattune.account.told import where
from reattune.charts import day
from reattune.cli.criteria_page import criteria_page
from reattune.cli.side_by_side import compare
from reattune.criteria import every


@pytest.fixture
def html(whole):
    return criteria_page(compare(whole, CRITERIA), CRITERIA, whole.as_of, "0.1.0")


@pytest.fixture
def page(html):
    parser = Page()
    parser.feed(html)
    assert parser.open == []
    return parser


def test_two_runs_give_the_same_bytes(html, hands):
    again = hands.caseload()
    assert criteria_page(compare(again, CRITERIA), CRITERIA, again.as_of, "0.1.0") == html


def test_nothing_is_asked_from_anywhere(html, page):
    assert not [tag for tag, _ in page.elements if tag in {"script", "link", "img", "iframe", "object", "use"}]
    assert all(attributes.get("href", "#").startswith("#") for _, attributes in page.elements)
    assert set(re.findall(r"https?://[^\"' ]+", html)) <= {"http://www.w3.org/2000/svg"}


def test_headings_are_in_order_and_every_link_leads_somewhere(page):
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {attributes["href"][1:] for _, attributes in page.elements if "href" in attributes} <= set(ids)


def test_every_drawing_has_a_title_a_description_and_a_table(html):
    drawings = re.findall(r'<svg class="rt" .*?</svg>', html, re.DOTALL)
    assert len(drawings) == 3
    for drawing in drawings:
        root = ET.fromstring(drawing)
        assert [child.tag.split("}")[1] for child in root][:2] == ["title", "desc"]
    assert html.count('<details class="data">') == len(drawings)


def test_what_is_wide_scrolls_by_itself_and_can_be_reached_by_keyboard(page):
    regions = [attributes for _, attributes in page.elements if attributes.get("class") == "scroll"]
    assert len(regions) == 6
    assert all(one["tabindex"] == "0" and one["role"] == "region" and one["aria-label"] for one in regions)


def test_it_holds_no_word_it_must_never_hold(page, hands):
    assert hands.never_said(" ".join(page.words)) == set()


def test_every_answer_stands_in_the_table_with_its_row(html, whole):
    for at, row in rows(whole).items():
        assert f'<td class="when">{day(at)}</td><td>{row.score:g}</td>' in html
        assert f'<td class="row">{where(row.source)}</td>' in html


def test_every_criterion_that_comes_with_reattune_is_explained_with_its_source(whole):
    html = criteria_page(compare(whole, every()), every(), whole.as_of, "0.1.0")
    for one in every():
        assert f"<dt>{one.name} " in html


def test_each_criterion_has_its_status_parameters_and_note(page):
    words = " ".join(" ".join(page.words).split())
    for one in CRITERIA:
        assert f"{one.name} ({one.status})" in words
        assert one.note in words


@pytest.mark.system("chromium")
def test_it_can_be_read_at_320_pixels(html, chromium, tmp_path):
    import subprocess

    # Headless windows are never narrower than 500; a frame of 320 is, and says itself how wide its content is.
    measure = "<script>document.title=String(document.documentElement.scrollWidth)</script>"
    inner = html.replace("default-src 'none'", "script-src 'unsafe-inline'").replace("</body>", f"{measure}</body>")
    outer = (
        "<!DOCTYPE html><iframe id=f style='width:320px;height:900px;border:0'></iframe><script>"
        f"f.onload=()=>{{document.body.append('wide '+f.contentDocument.title)}};f.srcdoc={inner!r}</script>"
    )
    file = tmp_path / "outer.html"
    file.write_text(
        outer.replace("</script>\\n", "<\\/script>\\n").replace(f"{measure}", measure.replace("</", "<\\/"))
    )
    command = [chromium, "--headless", "--no-sandbox", "--virtual-time-budget=3000", "--dump-dom", str(file)]
    dom = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
    found = re.search(r"wide (\d+)", dom)
    assert found, dom[-500:]
    assert int(found[1]) <= 320
