"""Django's own tests accept our engine: what fails on it and not on the stock engine is named, with the reason."""

import importlib.util
import os
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[3] / "benchmarks" / "django_suite.py"


@pytest.fixture(scope="module")
def suite():
    spec = importlib.util.spec_from_file_location("django_suite", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    sys.modules["django_suite"] = module
    spec.loader.exec_module(module)
    return module


def test_only_what_is_named_with_a_reason_fails(suite):
    try:
        suite.tests()
    except suite.SuiteError as error:
        if os.environ.get("CI", "").lower() == "true":
            raise
        pytest.skip(f"Django's own tests are not here: {error}")
    ours, stock = suite.compare(suite.LABELS)
    assert ours.ran == stock.ran > 3000
    assert ours.failed - stock.failed - set(suite.MAY_DIFFER) == set(), ours.output[-8000:]
    assert set(suite.MAY_DIFFER) <= ours.failed, "a test that passes now needs no reason any more"


def test_every_exception_has_a_reason(suite):
    assert all(len(reason.split()) > 4 for reason in suite.MAY_DIFFER.values())
    assert set(suite.LABELS) & set(suite.MORE) == set()


@pytest.fixture
def fake(suite, tmp_path, monkeypatch):
    """Tests of Django's whose output and exit status are given, for both engines."""

    def put(output, status):
        (tmp_path / "runtests.py").write_text(f"import sys; print({output!r}); sys.exit({status})")
        monkeypatch.setattr(suite, "tests", lambda: tmp_path)

    return put


FAILED = "FAIL: test_a (queries.tests.Some.test_a)\nERROR: setUpClass (queries.tests.Other)\nRan 12 tests in 3.0s\n"


def test_the_tests_that_fail_are_named(suite, fake):
    fake(FAILED, 1)
    ours, stock = suite.compare(["queries"])
    assert ours.failed == stock.failed == {"queries.tests.Some.test_a", "queries.tests.Other"}
    assert ours.ran == 12


@pytest.mark.parametrize(
    ("output", "status", "said"),
    [
        ("Segmentation fault", 139, "did not run to their end"),
        ("Ran 12 tests in 3.0s", 1, "ended with 1"),
        (FAILED, 0, "ended with 0"),
        (FAILED + "ERROR: x (unittest.loader._FailedTest.x)", 1, "no such tests"),
    ],
)
def test_a_run_that_breaks_off_is_no_success(suite, fake, output, status, said):
    fake(output, status)
    with pytest.raises(suite.SuiteError, match=said):
        suite.compare(["queries"])


def test_what_may_differ_makes_no_run_fail_and_anything_else_does(suite, monkeypatch, capsys):
    def outcomes(failed):
        return suite.Outcome(9, frozenset(failed), 1.0, ""), suite.Outcome(9, frozenset(), 1.0, "")

    monkeypatch.setattr(suite, "compare", lambda _labels: outcomes(suite.MAY_DIFFER))
    assert suite.main(["backends"]) == 0
    monkeypatch.setattr(suite, "compare", lambda _labels: outcomes(["queries.tests.Some.test_a"]))
    assert suite.main([]) == 1
    assert "queries.tests.Some.test_a: fails on ours." in capsys.readouterr().out


def test_what_the_lock_does_not_name_is_not_unpacked(suite, tmp_path, monkeypatch):
    class Done:
        returncode, stderr = 0, ""

    def fetch(_command, cwd, **_options):
        (cwd / "django-0.tar.gz").write_bytes(b"something else")
        return Done()

    monkeypatch.setattr(suite.subprocess, "run", fetch)
    monkeypatch.setattr(suite, "BUILD", tmp_path / "build")
    with pytest.raises(suite.SuiteError, match=r"not the one that requirements\.lock names"):
        suite.tests()
    assert list((tmp_path / "build").iterdir()) == []
