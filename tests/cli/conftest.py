"""How the faces are tested: a caseload made by hand, and a terminal of a known width."""

import io
from pathlib import Path
from types import SimpleNamespace

import pytest
from rich.console import Console
from tests.account.made import UNSHARED, caseload, with_check_ins
from tests.account.never import never_said


def printed(show, *given):
    """Print at a width of 100, without the blanks that fill lines."""
    out = io.StringIO()
    show(Console(file=out, width=100, highlight=False, markup=False, emoji=False), *given)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def golden(name):
    return (Path(__file__).parent / "golden" / f"{name}.txt").read_text(encoding="utf-8")


@pytest.fixture
def hands():
    return SimpleNamespace(
        caseload=caseload,
        with_check_ins=with_check_ins,
        UNSHARED=UNSHARED,
        printed=printed,
        golden=golden,
        never_said=never_said,
    )


@pytest.fixture
def whole():
    return caseload()


@pytest.fixture
def one_alone():
    return caseload(frozenset({"heron"}))
