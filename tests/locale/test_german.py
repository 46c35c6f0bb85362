"""German: every text has a translation, none of them judges or frightens, and no page of the desk stays half English."""

import ast
import html
import io
import re
import shutil
import tomllib
import zipfile
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.db import connection
from django.test import Client as Browser
from django.urls import reverse

from reattune import charts
from reattune.language import _, decimal, languages, plural, use
from reattune.locale.compile import HERE, stale
from reattune.locale.template import texts
from reattune.noticing.numbers import Spelled, clauses, figures
from reattune.noticing.phrases import paid_late
from reattune.practice import clock, demo, desk, models, pages
from reattune.practice.door import PAGES
from reattune.practice.keeping import keep
from reattune.practice.looking import look
from reattune.practice.seeding import seed
from reattune.practice.slots import weekday
from reattune.practice.vault import Cost, Vault

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
SOURCE = HERE / "de" / "LC_MESSAGES" / "reattune.po"
PASSPHRASE = "sieben stille Reiher am Abend"
SHOWN = ("heron", "plover", "siskin")
"""Of the invented practice: together they have noticings, moments, records and what was said of them."""
LONG = 20
"""A piece of an English text longer than this does not stand in a German page by chance."""

NEVER = re.compile(
    r"\b(?:"
    r"warn\w*|\w*warnung\w*|alarm\w*|\w*risik\w*|auffällig\w*|patient\w*|\w*abbruch\w*|\w*abbrüche\w*|abgebrochen\w*|"
    r"\w*widerst[aä]nd\w*|versäum\w*|verweiger\w*|\w*scheiter\w*|fehlgeschlagen\w*|schwänz\w*|unzuverlässig\w*|"
    r"verdächt\w*|\w*gestört\w*|\w*störung\w*|schwierig\w*|problem\w*|vorhersag\w*|verschlechter\w*|beweis\w*|"
    r"compliance|no-show\w*|dropout\w*|diagnos\w*"
    r")\b",
    re.IGNORECASE,
)
"""Words that judge a person, claim to know, or frighten."""
SIGNED = re.compile(r"\w[:*_/]-?in(?:nen)?\b|\w(?:In|Innen)\b")
"""Forms for more than one gender that cannot be read aloud."""


@cache
def translated() -> dict[str, tuple[str, ...]]:
    with SOURCE.open("rb") as file:
        found = read_po(file, locale="de")
    several = {one.id[0] if isinstance(one.id, tuple) else one.id: one for one in found if one.id and not one.fuzzy}
    return {key: one.string if isinstance(one.string, tuple) else (one.string,) for key, one in several.items()}


def every_form() -> list[str]:
    return [form for forms in translated().values() for form in forms]


def test_every_text_has_a_translation():
    wanted = {one.one for one in texts(HERE.parent)}
    missing = sorted(one for one in wanted if not all(translated().get(one, ("",))))
    assert not missing, f"{len(missing)} texts are not translated:\n" + "\n".join(missing)


def test_no_text_is_kept_from_the_translators():
    """A text that is not written where it is handed over would never be gathered."""
    calls = {"_": 1, "plural": 2}
    hidden = [
        f"{file.relative_to(HERE.parent)}:{node.lineno}"
        for file in HERE.parent.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in calls
        if not all(isinstance(one, ast.Constant) for one in node.args[: calls[node.func.id]])
    ]
    assert hidden == []


def test_every_text_with_a_plural_has_both_forms():
    several = {one.one for one in texts(HERE.parent) if one.many}
    assert {one for one in several if len(translated()[one]) != 2} == set()


def test_it_is_offered_and_its_catalogue_is_of_today():
    assert "de" in languages()
    assert SOURCE not in stale(HERE)


def test_no_word_judges_or_frightens():
    assert {form: found for form in every_form() if (found := NEVER.findall(form))} == {}


@pytest.mark.parametrize("word", ["Warnung", "Risikowert", "Therapieabbruch", "Patientin", "auffällige", "Widerstände"])
def test_such_words_would_be_found(word):
    assert NEVER.search(f"Ein Satz mit {word} darin.")


def test_it_is_calm_and_can_be_read_aloud():
    assert [form for form in every_form() if "!" in form] == []
    assert [form for form in every_form() if SIGNED.search(form)] == []


def test_what_is_quoted_stands_in_german_quotation_marks():
    odd = [form for form in every_form() if "”" in form or form.count("„") != form.count("“")]
    assert odd == []


def test_days_are_written_as_in_german():
    with use("de"):
        assert charts.day(date(2026, 6, 17)) == "17. Juni 2026"
        assert charts.day_and_month(date(2026, 3, 1)) == "1. März"
        assert [charts.month(one) for one in (1, 3, 10)] == ["Jan", "Mär", "Okt"]
        assert weekday(date(2026, 6, 17)) == "Mittwoch"


def test_numbers_have_a_decimal_comma_and_are_parted_where_they_have_one():
    with use("de"):
        assert decimal("75.00") == "75,00"
        assert figures([35.8, 38.0]) == "35,8; 38"
        assert figures([3.0, 8.0]) == "3, 8"
    with use("en"):
        assert decimal("75.00") == "75.00"
        assert figures([35.8, 38.0]) == "35.8, 38"


def test_a_bill_that_was_paid_late_makes_a_clause():
    with use("de"):
        late = plural("{n} was {{paid}}", "{n} were {{paid}}", Spelled(1)).format(paid=paid_late(9))
        assert late == "eine wurde neun Tage nach der Fälligkeit bezahlt"


def test_what_was_counted_makes_a_sentence():
    with use("de"):
        told = [
            plural("{n} was moved at the client's request", "{n} were moved at the client's request", Spelled(1)),
            plural("{n} was cancelled", "{n} were cancelled", Spelled(2)),
            plural("the client did not attend {n}", "the client did not attend {n}", Spelled(1)),
        ]
        opening = plural("Of the last {n} session, {{what}}.", "Of the last {n} sessions, {{what}}.", Spelled(5))
        assert opening.format(what=clauses(told)) == (
            "Von den letzten fünf Sitzungen: eine wurde auf Wunsch Ihres Gegenübers verlegt, zwei wurden abgesagt und "
            "zu einer kam Ihr Gegenüber nicht."
        )


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """A German desk with three relationships of the invented practice, looked at."""
    place = tmp_path_factory.mktemp("german")
    (place / "examples").mkdir()
    shutil.copy(EXAMPLES / "practice" / "practice.toml", place / "examples")
    for one in SHOWN:
        shutil.copytree(EXAMPLES / "practice" / one, place / "examples" / one)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(clock.DAY, demo.DAY.isoformat())
        vault, _code = Vault.create(place / "home", PASSPHRASE, cost=Cost(memory_kib=64, passes=1, lanes=1))
        vault.close()
        desk.at(place / "home")
        desk.unlock(PASSPHRASE)
        with use("de"):
            seed(place / "examples")
        keep(set_up=True, language="de", safety="Rufen Sie 112.")
        desk.remember_settings()
        words = tomllib.loads((EXAMPLES / "desk.toml").read_text("utf-8"))
        demo.add_words({kind: _of_shown(found, words) for kind, found in words.items() if isinstance(found, list)})
        with use("de"):
            look()
        window = Browser(SERVER_NAME="localhost")
        window.post("/unlock/?next=/help/", {"passphrase": PASSPHRASE})
        yield window
        connection.close()
        desk.lock()


def _of_shown(found: list[dict], words: dict) -> list[dict]:
    talks = {one["name"]: one["client"] for one in words["talk"]}
    return [one for one in found if (one["client"] if "client" in one else talks[one["talk"]]) in SHOWN]


def addresses() -> list[str]:
    """Every page that can be looked at, about somebody who has what it shows."""
    pages.load()
    noticed = models.Noticed.objects.order_by("at").last()
    episode, moment = models.Episode.objects.first(), models.Moment.objects.first()
    talk = models.Talk.objects.filter(by="therapist").first()
    about = {
        "talk": (talk.client, {"talk": talk.pk}),
        "noticed": (noticed.client, {"noticed": noticed.pk}),
        "episode": (episode.client, {"episode": episode.pk}),
        "moment": (moment.client, {"moment": moment.pk}),
        "imported": (noticed.client, {"imported": models.Import.objects.first().pk}),
        "date": (noticed.client, {"date": noticed.at.isoformat()}),
    }
    found = []
    for page in PAGES:
        names = set(re.findall(r"<\w+:(\w+)>", page.route))
        own = next((about[name] for name in about if name in names), (noticed.client, {}))
        words = {**own[1], **({"client": own[0].pk} if "client" in names else {})}
        if words.keys() == names:
            found.append(reverse(page.name, kwargs=words))
    return sorted({*found, *(reverse("client", kwargs={"client": one.pk}) for one in models.Client.objects.all())})


@cache
def english() -> dict[str, str]:
    """Every piece of an English text that is long enough and is not German as well, with the text it comes from."""
    german = "\n".join(every_form())
    pieces = {piece.strip(): one for one in translated() for piece in re.split(r"\{+[^{}]*\}+", one)}
    return {piece: one for piece, one in pieces.items() if len(piece) > LONG and piece not in german}


def shown(content: bytes) -> str:
    words = html.unescape(re.sub(r"<(?:style|script).*?</(?:style|script)>", " ", content.decode(), flags=re.DOTALL))
    return re.sub(r"\s+", " ", words)


def test_no_page_of_the_desk_holds_an_english_text(opened):
    seen, left = 0, {}
    for address in addresses():
        answer = opened.get(address)
        if answer.status_code != 200 or "html" not in answer["Content-Type"]:
            continue
        page = shown(answer.content)
        seen += 1
        assert '<html lang="de"' in page or "<html" not in page, address
        if found := sorted(piece for piece in english() if piece in page):
            left[address] = found
    assert left == {}
    assert seen > 25


def test_no_page_of_the_clients_own_space_holds_an_english_text(opened):
    talk = models.Talk.objects.filter(by="therapist").first()
    theirs = Browser(SERVER_NAME="localhost")
    theirs.post("/unlock/?next=/help/", {"passphrase": PASSPHRASE})
    assert theirs.post(reverse("hand-over", kwargs={"client": talk.client_id})).url == "/mine/"
    places = [reverse(one.name) for one in PAGES if one.route.startswith("mine/") and "<" not in one.route]
    places += [reverse("mine-talk", kwargs={"talk": talk.pk}), reverse("mine-similar", kwargs={"talk": talk.pk})]
    answers = {place: theirs.get(place) for place in places}
    drawn = {place: shown(one.content) for place, one in answers.items() if one.status_code == 200}
    assert len(drawn) > 12
    left = {place: sorted(one for one in english() if one in page) for place, page in drawn.items()}
    assert {place: found for place, found in left.items() if found} == {}
    opened.post("/unlock/?next=/help/", {"passphrase": PASSPHRASE})


def test_what_is_handed_out_is_in_german(opened):
    noticed = models.Noticed.objects.order_by("at").last()
    answer = opened.post(reverse("export", kwargs={"client": noticed.client_id}))
    whole = zipfile.ZipFile(io.BytesIO(answer.content))
    (name,) = [name for name in whole.namelist() if name.endswith(".html")]
    page = shown(whole.read(name))
    assert '<html lang="de"' in page
    assert "Was über Sie aufbewahrt ist" in page
    assert sorted(piece for piece in english() if piece in page) == []


def test_what_came_up_is_told_in_german(opened):
    noticed = models.Noticed.objects.order_by("at").last()
    page = shown(opened.get(reverse("noticing", kwargs={"client": noticed.client_id, "noticed": noticed.pk})).content)
    assert "Warum dies hier steht" in page
    assert "Wenn sich nichts verändert hätte, käme dies nach diesem Modell" in page
    assert "Vielleicht lohnt es auch" in page


def test_a_locked_desk_answers_in_the_language_of_the_browser():
    answer = Browser(SERVER_NAME="localhost").get("/unlock/", headers={"accept-language": "de-AT,en;q=0.5"})
    assert _("Good to see you.") not in answer.content.decode()
    assert "Schön, dass Sie da sind." in answer.content.decode()
