"""An error is written as what and where; nothing of what anybody wrote is in it."""

import io
import logging
import sys

from django.test import Client as Browser

from reattune.practice import settings
from reattune.practice.traces import Places, Terminal


def raised():
    try:
        try:
            int("heron was angry")
        except ValueError as error:
            raise KeyError("heron") from error
    except KeyError as error:
        return (type(error), error, error.__traceback__)


def test_kind_and_place_are_written_and_no_words():
    said = Places().formatException(raised())
    assert "KeyError" in said
    assert "ValueError" in said
    assert "test_traces.py:" in said
    assert "heron" not in said
    assert "int(" not in said


def test_a_record_is_written_with_its_message():
    record = logging.LogRecord("django", logging.ERROR, __file__, 1, "It broke at %s", ("/x/",), raised())
    said = Places("%(message)s").format(record)
    assert said.startswith("It broke at /x/")
    assert "heron" not in said


def test_everything_that_is_written_goes_this_way():
    logging_ = settings.LOGGING
    assert logging_["handlers"]["console"]["formatter"] == "places"
    assert logging_["formatters"]["places"]["()"] == "reattune.practice.traces.Places"
    assert logging_["root"]["handlers"] == ["console"]


def test_what_breaks_in_a_page_says_no_words(browser, monkeypatch, capsys):
    def broken(*_words):
        raise ValueError("heron was angry")

    monkeypatch.setattr("reattune.practice.pages.helping.render", broken)
    handler = logging.StreamHandler()
    handler.setFormatter(Places())
    logging.getLogger("django.request").addHandler(handler)
    try:
        quiet = Browser(raise_request_exception=False)
        quiet.cookies = browser.cookies
        assert quiet.get("/help/").status_code == 500
    finally:
        logging.getLogger("django.request").removeHandler(handler)
    said = capsys.readouterr().err
    assert "ValueError" in said
    assert "angry" not in said


def test_what_is_written_goes_to_the_terminal_of_that_moment(monkeypatch):
    handler = Terminal()
    for _time in range(2):
        monkeypatch.setattr(sys, "stderr", io.StringIO())
        handler.handle(logging.LogRecord("django", logging.ERROR, __file__, 1, "It broke", (), None))
        assert sys.stderr.getvalue() == "It broke\n"
        sys.stderr.close()
