"""Files known by what is in them, whatever they are called: one registry, for our readers and for anybody's."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from reattune.errors import ReattuneError, UnreadableError
from reattune.language import _
from reattune.reading import cliniko, gocardless, openemr, simplepractice, stripe
from reattune.reading.gathered import Gathered, Place
from reattune.reading.raw import read_json
from reattune.reading.rows import settings_for
from reattune.reading.tables import read_columns

GROUP = "reattune.readers"
_TABLES = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm"})
_ELEMENTS = 20


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader of one kind of file.

    `recognises` is given the names found in a file (normalised headers of a table; keys of a JSON file and of the
    objects in its lists) and says whether the file is of this kind; `read` reads it.
    """

    name: str
    recognises: Callable[[frozenset[str]], bool]
    read: Callable[[Path, Place], Gathered]


BUILT_IN = (
    Reader("Cliniko", cliniko.recognises, cliniko.read),
    Reader("OpenEMR appointments", openemr.recognises, openemr.read),
    Reader("SimplePractice appointment status", simplepractice.recognises_report, simplepractice.read_report),
    Reader("SimplePractice outstanding balances", simplepractice.recognises_balances, simplepractice.read_balances),
    Reader("Stripe payouts", stripe.recognises_payouts, stripe.read_payouts),
    Reader("Stripe payments", stripe.recognises_payments, stripe.read_payments),
    Reader("Stripe itemised balance", stripe.recognises_balance, stripe.read_balance),
    Reader("GoCardless payments", gocardless.recognises_payments, gocardless.read_payments),
    Reader("GoCardless payouts", gocardless.recognises_payouts, gocardless.read_payouts),
    Reader("GoCardless payout events", gocardless.recognises_payout_events, gocardless.read_payouts),
)


def readers() -> tuple[Reader, ...]:
    """Return every reader: our own, then those that installed packages offer under `reattune.readers`, by name.

    Raises:
        ReattuneError: If a package offers something that is no `Reader`.

    """
    offered: list[Reader] = []
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        found = _loaded(point)
        if not isinstance(found, Reader):
            message = _("the package behind “{name}” offers no reader; update or remove it")
            raise ReattuneError(message.format(name=point.name))
        offered.append(found)
    return (*BUILT_IN, *offered)


def broken_packages() -> str:
    """Return what is wrong with the readers that installed packages offer, or "" where all are in order."""
    try:
        readers()
    except ReattuneError as error:
        return str(error)
    return ""


def _loaded(point: EntryPoint) -> object:
    try:
        return point.load()
    except Exception:  # noqa: BLE001  (a package of somebody else's may raise anything while it is imported)
        return None


def recognise(path: Path) -> str | None:
    """Return the name of the reader that knows a file by its content, or None."""
    found = _reader(path)
    return None if found is None else found.name


def read_known(path: Path, place: Place) -> Gathered | None:
    """Read a file that is known by its content.

    A `[[mapping]]` without columns in practice.toml gives such a file its `day_first` and meanings of status words;
    one with columns says how the file is to be read, and then it is not read here.

    Returns:
        What the file gave, or None where no reader knows it or a mapping names its columns.

    Raises:
        UnreadableError: If it is of a known kind but cannot be read.

    """
    mapping = settings_for(place.name(path), place)
    found = None if mapping is not None and mapping.columns else _reader(path)
    return None if found is None else found.read(path, place)


def _reader(path: Path) -> Reader | None:
    names = _names(path)
    if not names:
        return None
    # Ours come first, so that a package that is out of order costs only the files it was meant for.
    ours = next((reader for reader in BUILT_IN if reader.recognises(names)), None)
    return ours or next((reader for reader in readers() if reader.recognises(names)), None)


def _names(path: Path) -> frozenset[str]:
    """Return the names in a file, none where it is no table and no JSON."""
    suffix = path.suffix.lower()
    try:
        if suffix == ".json":
            return _keys(read_json(path, path.name))
        return read_columns(path, path.name) if suffix in _TABLES else frozenset()
    except UnreadableError:
        return frozenset()


def _keys(parsed: object) -> frozenset[str]:
    found: set[str] = set()
    lists = [parsed]
    if isinstance(parsed, dict):
        found.update(str(key) for key in parsed)
        lists = [value for value in parsed.values() if isinstance(value, list)]
    for values in lists:
        for value in values[:_ELEMENTS] if isinstance(values, list) else ():
            found.update(str(key) for key in value) if isinstance(value, dict) else None
    return frozenset(found)
