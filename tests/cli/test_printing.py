"""What the terminal says, word for word, at a width of 100."""

import io
import re
from pathlib import Path

import pytest
from rich.console import Console

from reattune.cli.checking import show_check
from reattune.cli.table import show_table
from reattune.cli.why import show_why

GOLDEN = Path(__file__).parent / "golden"
NEVER = "risk flag flagged alert red detected refused complained resistant failed disengaged shows proves predicts"


def printed(show, *given):
    out = io.StringIO()
    show(Console(file=out, width=100, highlight=False, markup=False, emoji=False), *given)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


@pytest.mark.parametrize("name", ["notice", "why", "check"])
def test_the_words_on_the_screen(name, whole, one_alone):
    said = {
        "notice": lambda: printed(show_table, whole, [Path("out") / "report.html"]),
        "why": lambda: printed(show_why, one_alone),
        "check": lambda: printed(show_check, whole.practice),
    }[name]()
    assert said == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")
    assert set(re.findall(r"[a-z-]+", said.lower())).isdisjoint(NEVER.split())


def test_the_most_recent_change_comes_first_and_the_quiet_last(whole):
    said = printed(show_table, whole)
    places = [re.search(rf"^{name}\b", said, re.MULTILINE).start() for name in ("heron", "rook", "crane", "wren")]
    assert places == sorted(places)


def test_what_a_client_kept_is_on_no_screen(whole, one_alone, hands):
    for said in (printed(show_table, whole), printed(show_why, one_alone), printed(show_check, whole.practice)):
        assert hands.UNSHARED not in said
        assert "check_ins.csv:11" not in said


def test_words_cannot_steer_the_terminal(hands, whole):
    from dataclasses import replace

    heron = next(one for one in whole.practice.relationships if one.codename == "heron")
    steered = replace(heron.check_ins[0], words="before\x1b[2Jafter [bold]x[/bold]")
    said = printed(show_table, hands.with_check_ins((steered,)))
    assert "\x1b" not in said
    assert "[bold]x[/bold]" in said


def test_a_whole_account_of_one_alone_names_no_other(one_alone):
    said = printed(show_why, one_alone) + printed(show_check, one_alone.practice)
    assert "rook" not in said
    assert "wren/" not in said
