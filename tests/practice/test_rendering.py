"""Drawing pages: everything escaped, the same words and figures everywhere, nothing for those who were not let in."""

from datetime import UTC, date, datetime

import jinja2
import pytest
from django.test import Client as Browser
from django.test import RequestFactory
from django.urls import NoReverseMatch

from reattune.practice import desk, rendering
from reattune.practice.keeping import keep
from reattune.practice.rendering import environment, render, say, today


@pytest.fixture
def inside(store):
    """A request of the browser that was let in."""
    request = RequestFactory().get("/help/?a=1")
    request.session = {"opening": desk.opening()}
    request.resolver_match = None
    return request


def drawn(text, **words):
    return environment(loader=jinja2.DictLoader({"x": text})).get_template("x").render(**words)


def test_what_people_wrote_is_escaped():
    assert drawn("{{ words }}", words='<b onclick="x">&') == "&lt;b onclick=&#34;x&#34;&gt;&amp;"


def test_escaping_cannot_be_switched_off_by_settings():
    made = environment(autoescape=False, undefined=jinja2.Undefined)
    assert made.autoescape is True
    assert made.undefined is jinja2.StrictUndefined


def test_a_word_that_nobody_gave_is_not_left_out_silently():
    with pytest.raises(jinja2.UndefinedError, match="nothing"):
        drawn("{{ nothing }}")


def test_days_and_times_are_written_as_everywhere_else():
    moment = datetime(2026, 6, 23, 9, 5, tzinfo=None)  # noqa: DTZ001  (only its face is read)
    assert (
        drawn("{{ d | day }} {{ d | shortday }} {{ t | time }}", d=date(2026, 6, 23), t=moment)
        == "23 Jun 2026 23 Jun 09:05"
    )
    assert drawn("{{ plural('{n} day', '{n} days', 2) }} {{ _('Today') }}") == "2 days Today"


def test_links_are_made_by_name_and_one_that_is_not_there_is_found_out():
    assert drawn("{{ url('unlock') }} {{ static('desk.css') }}") == "/unlock/ /static/desk.css"
    with pytest.raises(NoReverseMatch):
        drawn("{{ url('nowhere') }}")


def test_what_was_said_is_shown_on_the_next_page_once(inside):
    say(inside, "Put <down>.", undo="/undo/1/")
    say(inside, "And kept.")
    shown = render(inside, "help.html.j2", {"home": "here"}).content.decode()
    assert shown.index("Put &lt;down&gt;.") < shown.index("And kept.")
    assert '<form method="post" action="/undo/1/">' in shown
    assert "Put" not in render(inside, "help.html.j2", {"home": "here"}).content.decode()


def test_the_status_is_the_one_that_was_asked_for(inside):
    answer = render(inside, "refused.html.j2", {"heading": "Not here", "words": "w"}, status=404)
    assert answer.status_code == 404


def test_the_therapist_sees_the_practices_own_words(inside):
    shown = render(inside, "refused.html.j2", {"heading": "h", "words": "w"}).content.decode()
    assert "Call 111, or 999 in an emergency." in shown
    assert "<nav" in shown


def test_a_browser_that_was_not_let_in_is_shown_nothing_of_the_practice(store):
    keep(theme="dark", safety="Call Ann on 555")
    shown = Browser().get("/unlock/").content.decode()
    assert "Ann" not in shown
    assert "data-theme" not in shown
    assert "<nav" not in shown


def test_what_was_said_waits_for_the_browser_that_is_let_in(inside):
    say(inside, "Put down.")
    inside.session["second_step"] = True
    assert "Put down." not in render(inside, "refused.html.j2", {"heading": "h", "words": "w"}).content.decode()
    inside.session["second_step"] = False
    assert "Put down." in render(inside, "refused.html.j2", {"heading": "h", "words": "w"}).content.decode()


def test_a_chosen_day_is_said_to_be_one(inside):
    assert (
        "shown as on 30 Jun 2026" in render(inside, "refused.html.j2", {"heading": "h", "words": "w"}).content.decode()
    )


def test_today_is_that_of_the_practice(store, monkeypatch):
    assert today() == date(2026, 6, 30)
    asked = []
    monkeypatch.setattr(rendering.clock, "today", lambda zone: asked.append(str(zone)) or date(2026, 7, 1))
    keep(time_zone="Pacific/Auckland")
    assert today() == date(2026, 7, 1)
    assert asked[-1] == "Pacific/Auckland"


def test_the_day_of_something_is_told_where_the_practice_is(store):
    evening = datetime(2026, 6, 30, 1, tzinfo=UTC)
    words = {"t": evening, "settings": keep(time_zone="America/New_York")}
    assert drawn("{{ t | localday }}", **words) == "29 Jun 2026"
    assert drawn("{{ t | localday }}", **{**words, "settings": keep(time_zone="Europe/London")}) == "30 Jun 2026"
