"""Files known by their content."""

import contextlib
from datetime import date
from importlib.metadata import EntryPoint
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reattune.errors import ReattuneError, UnreadableError
from reattune.reading import known, read_folder
from reattune.reading.appointments import read_appointments
from reattune.reading.gathered import ColumnMapping, Gathered, Place
from reattune.reading.payments import read_payments

GOLDEN = Path(__file__).parent / "golden"
ZONE = ZoneInfo("Europe/London")

PLUGIN = known.Reader("Bird book", lambda names: "wingspan" in names, lambda _path, _place: Gathered(remarks=("read",)))


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("cliniko_appointments.json", "Cliniko"),
        ("cliniko_invoices.json", "Cliniko"),
        ("openemr.csv", "OpenEMR appointments"),
        ("simplepractice_status.csv", "SimplePractice appointment status"),
        ("simplepractice_balances.csv", "SimplePractice outstanding balances"),
        ("stripe_payments.csv", "Stripe payments"),
        ("stripe_payouts.csv", "Stripe payouts"),
        ("stripe_balance.csv", "Stripe itemised balance"),
        ("gocardless_payments.csv", "GoCardless payments"),
        ("gocardless_payouts.csv", "GoCardless payouts"),
        ("gocardless_payout_events.csv", "GoCardless payout events"),
        ("appointments.csv", None),
        ("payments.csv", None),
        ("visits.csv", None),
        ("statement.csv", None),
    ],
)
def test_a_file_is_known_by_its_content(tmp_path, file, name):
    copy = tmp_path / f"export{Path(file).suffix}"
    copy.write_bytes((GOLDEN / file).read_bytes())
    assert known.recognise(copy) == name
    place = Place(tmp_path, ZONE)
    gathered = known.read_known(copy, place)
    assert (gathered is None) == (name is None)
    assert gathered == known.read_known(copy, place)


def test_exactly_one_reader_knows_each_file():
    for path in sorted(GOLDEN.iterdir()):
        names = known._names(path)
        assert sum(reader.recognises(names) for reader in known.BUILT_IN) <= 1, path.name


def test_what_cannot_be_read_is_not_known(tmp_path):
    for name, content in [("a.csv", b"\x00"), ("b.json", b"{"), ("c.json", b"[]"), ("d.csv", b""), ("e.pdf", b"%PDF")]:
        (tmp_path / name).write_bytes(content)
        assert known.recognise(tmp_path / name) is None


def test_a_mapping_with_columns_comes_first():
    mapping = ColumnMapping("stripe_payments.csv", "payments", {"paid": "Created date (UTC)"}, {})
    assert known.read_known(GOLDEN / "stripe_payments.csv", Place(GOLDEN, ZONE, (mapping,))) is None


def test_a_package_may_bring_a_reader(tmp_path, monkeypatch):
    point = EntryPoint("birds", "birds:reader", known.GROUP)
    monkeypatch.setattr(known, "entry_points", lambda group: [point] if group == known.GROUP else [])
    monkeypatch.setattr(EntryPoint, "load", lambda _self: PLUGIN)
    path = tmp_path / "book.csv"
    path.write_text("Species,Wingspan\nheron,180\n", encoding="utf-8")
    assert known.recognise(path) == "Bird book"
    assert known.read_known(path, Place(tmp_path, ZONE)) == Gathered(remarks=("read",))
    monkeypatch.setattr(EntryPoint, "load", lambda _self: "nothing")
    with pytest.raises(ReattuneError, match="offers no reader"):
        known.readers()
    assert "offers no reader" in known.broken_packages()
    assert known.recognise(GOLDEN / "stripe_payments.csv")

    def broken(_self):
        raise ImportError

    monkeypatch.setattr(EntryPoint, "load", broken)
    assert "offers no reader" in known.broken_packages()
    (tmp_path / "practice.toml").write_text('time_zone = "UTC"\n', encoding="utf-8")
    (tmp_path / "heron").mkdir()
    (tmp_path / "heron" / "appointments.csv").write_text("start\n2026-01-06 17:00\n", encoding="utf-8")
    practice = read_folder(tmp_path, as_of=date(2026, 6, 30))
    assert len(practice.relationships[0].sessions) == 1
    assert ["birds" in each.why for each in practice.not_analysed].count(True) == 1


TABLES = sorted(path.name for path in GOLDEN.glob("*.csv"))
CELL = st.text(max_size=6) | st.sampled_from(["2026-01-06", "17:00", "80", "-1", "Paid", "x", "W."])


@given(
    file=st.sampled_from(TABLES),
    body=st.binary(max_size=120) | st.lists(st.lists(CELL, max_size=19).map(",".join)).map("\n".join).map(str.encode),
)
@settings(deadline=None, max_examples=300)
def test_nothing_below_a_known_header_is_more_than_unreadable(tmp_path_factory, file, body):
    root = tmp_path_factory.getbasetemp()
    header = (GOLDEN / file).read_bytes().splitlines()[0]
    path = root / "any_known.csv"
    path.write_bytes(header + b"\n" + body)
    place = Place(root, ZONE, currency="GBP")
    for read in (known.read_known, read_appointments, read_payments):
        with contextlib.suppress(UnreadableError):
            gathered = read(path, place)
            assert gathered is None or all(one.why for one in gathered.quarantined)


@pytest.mark.parametrize("pattern", ["stripe.csv", "*/stripe.csv", "*.csv", "wren/stripe.csv", "wren/*"])
def test_a_mapping_is_found_by_its_pattern(pattern):
    place = Place(GOLDEN, ZONE, (ColumnMapping(pattern, "payments", {}, {}),))
    assert known.settings_for("wren/stripe.csv", place) is place.mappings[0]
    assert known.settings_for("wren/other.txt", place) is (place.mappings[0] if pattern == "wren/*" else None)
