"""Django's own tests on our encrypted engine, beside its stock SQLite engine: what differs, and whether it may.

    ./run bench django_suite                the labels of the acceptance test
    ./run bench django_suite --more         all labels about databases and models
    ./run bench django_suite queries ...    these labels

Django's source distribution, which holds its tests, is fetched once by pip into build/, and must be the one whose
digest stands in requirements.lock.
"""

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
VERSION = django.__version__
_LABELS = """basic queries transactions backends schema constraints expressions model_fields db_functions aggregation
annotations lookup ordering indexes bulk_create migrations"""
_MORE = """aggregation_regress cache composite_pk contenttypes_tests custom_columns custom_lookups custom_managers
custom_methods custom_migration_operations custom_pk datatypes dates datetimes db_typecasts db_utils defer defer_regress
delete delete_regress distinct_on_fields expressions_case expressions_window extra_regress field_defaults
field_subclassing filtered_relation fixtures fixtures_regress force_insert_update foreign_object from_db_value
generic_relations generic_relations_regress get_earliest_or_latest get_or_create inspectdb introspection
known_related_objects m2m_and_m2o m2m_intermediary m2m_multiple m2m_recursive m2m_regress m2m_signals m2m_through
m2m_through_regress m2o_recursive many_to_many many_to_one many_to_one_null max_lengths migration_test_data_persistence
migrations2 model_indexes model_inheritance model_inheritance_regress model_regress multiple_database
mutually_referential nested_foreign_keys null_fk null_fk_ordering null_queries one_to_one or_lookups
order_with_respect_to prefetch_related proxy_models queryset_pickle raw_query reserved_names reverse_lookup
save_delete_hooks select_for_update select_related select_related_onetoone select_related_regress serializers
sessions_tests signals string_lookup swappable_models timezones transaction_hooks unmanaged_models update
update_only_fields validation xor_lookups"""
LABELS, MORE = tuple(_LABELS.split()), tuple(_MORE.split())

_IMMEDIATE = "expects BEGIN; ours is BEGIN IMMEDIATE, so that two that write wait for each other from the beginning"
MAY_DIFFER = {
    "backends.base.test_base.DatabaseWrapperLoggingTests.test_commit_debug_log": _IMMEDIATE,
    "backends.sqlite.tests.TestTransactionMode.test_default_transaction_mode": _IMMEDIATE,
    "backends.sqlite.tests.Tests.test_check_database_version_supported": "expects the name SQLite; ours is SQLCipher",
}
"""Tests that pass on the stock engine and may fail on ours, each with the reason. There are no others."""

ENGINES = {
    "ours": '{"ENGINE": "reattune.practice.sqlcipher", "NAME": f"{HERE}/{name}.db",'
    ' "OPTIONS": {"key": "5a" * 32}, "TEST": {"NAME": f"{HERE}/test-{name}.db"}}',
    "stock": '{"ENGINE": "django.db.backends.sqlite3"}',
}
SETTINGS = """
from pathlib import Path
HERE = Path(__file__).parent
DATABASES = {{name: {engine} for name in ("default", "other")}}
SECRET_KEY = "django_tests_secret_key"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
USE_TZ = False
"""
_OUTCOME = re.compile(r"^(?:FAIL|ERROR|UNEXPECTED SUCCESS): \S+ \((?P<test>[\w.]+)\)", re.MULTILINE)
_NO_LABEL = "unittest.loader._FailedTest"
_RAN = re.compile(r"^Ran (?P<count>\d+) tests? in", re.MULTILINE)


class SuiteError(Exception):
    """The tests could not be fetched or did not run to their end; the text says which."""


@dataclass(frozen=True)
class Outcome:
    """What one engine made of the tests."""

    ran: int
    failed: frozenset[str]
    seconds: float
    output: str


def tests() -> Path:
    """Return the folder with Django's tests, fetched where it is not there.

    Raises:
        SuiteError: It could not be fetched, or is not the one that the lock names.
    """
    whole = BUILD / f"django-{VERSION}"
    if not whole.is_dir():
        part = Path(tempfile.mkdtemp(prefix="part-", dir=_made(BUILD)))
        try:
            with tarfile.open(_fetched(part)) as archive:
                archive.extractall(part, filter="data")
            (part / whole.name).replace(whole)
        finally:
            shutil.rmtree(part)
    return whole / "tests"


def _made(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return folder


def _fetched(folder: Path) -> Path:
    words = ["-m", "pip", "download", "-q", "--no-deps", "--no-binary", "django", f"django=={VERSION}"]
    said = ""
    # An environment made by uv has no pip of its own; the Python it was made from mostly has.
    for python in dict.fromkeys((sys.executable, getattr(sys, "_base_executable", sys.executable))):
        done = subprocess.run([python, *words], cwd=folder, capture_output=True, text=True, check=False)
        found = sorted(folder.glob("*.tar.gz"))
        if done.returncode == 0 and found:
            digest = hashlib.sha256(found[0].read_bytes()).hexdigest()
            if digest in (ROOT / "requirements.lock").read_text("utf-8"):
                return found[0]
            raise SuiteError(f"{found[0].name} is not the one that requirements.lock names.")
        said = done.stderr.strip()
    raise SuiteError(f"Django's source distribution could not be fetched: {said}")


def compare(labels: Sequence[str]) -> tuple[Outcome, Outcome]:
    """Run the labels on our engine and on the stock one, side by side, and return both outcomes.

    Raises:
        SuiteError: One did not run to its end.
    """
    folder = tests()
    with tempfile.TemporaryDirectory(prefix="django-suite-") as place, ThreadPoolExecutor() as pool:
        ours, stock = pool.map(lambda name: _run(name, folder, Path(place), labels), ENGINES)
    return ours, stock


def _run(name: str, folder: Path, place: Path, labels: Sequence[str]) -> Outcome:
    own = _made(place / name)
    (own / f"suite_{name}.py").write_text(SETTINGS.format(engine=ENGINES[name]), "utf-8")
    command = [sys.executable, "runtests.py", f"--settings=suite_{name}", "--parallel=1", "--noinput", *labels]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")}
    environment |= {"PYTHONPATH": os.pathsep.join((str(own), str(folder.parent)))}
    began = time.monotonic()
    done = subprocess.run(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    ran = _RAN.search(done.stdout)
    if ran is None:
        raise SuiteError(f"Django's tests did not run to their end ({name}):\n{done.stdout[-2000:]}")
    failed = frozenset(found["test"] for found in _OUTCOME.finditer(done.stdout))
    if _NO_LABEL in done.stdout:
        raise SuiteError(f"There are no such tests ({name}):\n{done.stdout[-2000:]}")
    if bool(failed) != bool(done.returncode):
        raise SuiteError(f"Django's tests ended with {done.returncode} ({name}):\n{done.stdout[-2000:]}")
    return Outcome(int(ran["count"]), failed, time.monotonic() - began, done.stdout)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what each engine made of the tests; 1 where ours fails at something that it may not."""
    parser = argparse.ArgumentParser(description="Django's own tests on our encrypted engine.")
    parser.add_argument("labels", nargs="*")
    parser.add_argument("--more", action="store_true", help="all labels about databases and models")
    given = parser.parse_args(arguments)
    ours, stock = compare(given.labels or [*LABELS, *(MORE if given.more else ())])
    for name, one in (("ours", ours), ("stock", stock)):
        print(f"{name:6} {one.ran} tests in {one.seconds:.0f} s, {len(one.failed)} failed")
    for test in sorted(ours.failed | stock.failed):
        where = " and ".join(name for name, one in (("ours", ours), ("stock", stock)) if test in one.failed)
        print(f"  {test}: fails on {where}. {MAY_DIFFER.get(test, '')}")
    return 1 if ours.failed - stock.failed - set(MAY_DIFFER) else 0


if __name__ == "__main__":
    sys.exit(main())
