"""How fast the desk's pages answer in a practice of 200 relationships with three years of rows, beside the help page.

    ./run bench desk [--relationships 200] [--months 36] [--times 30] [--keep FOLDER]

An invented caseload (`reattune.synthetic`) is put into an encrypted store, looked at, and every page is asked for as a
browser would, through all that stands before a page (sessions, the door, the audit). Cold is the first time after
unlocking. The help page, which reads next to nothing, is the floor. With `--keep` the practice is made once and kept.
"""

import argparse
import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reattune.practice.settings")


def main() -> int:
    """Make or take the practice, ask for every page, print the table."""
    asked = _arguments()
    from reattune.synthetic import caseload  # noqa: PLC0415  (after the day is known to the clock)

    cases = caseload(7, people=asked.relationships, months=asked.months)
    os.environ["REATTUNE_TODAY"] = cases.as_of.isoformat()
    import django  # noqa: PLC0415

    django.setup()
    with tempfile.TemporaryDirectory() as scratch:
        home = (asked.keep or Path(scratch)) / f"practice-{asked.relationships}-{asked.months}"
        _make(home, cases)
        _measure(home, asked.times)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--relationships", type=int, default=200)
    parser.add_argument("--months", type=int, default=36)
    parser.add_argument("--times", type=int, default=30)
    parser.add_argument("--keep", type=Path)
    return parser.parse_args()


PASSPHRASE = "nobody in it exists"


def _make(home: Path, cases: object) -> None:
    from reattune.practice import desk, looking, models  # noqa: PLC0415
    from reattune.practice.keeping import keep  # noqa: PLC0415

    desk.at(home)
    if desk.exists():
        return
    begun = time.perf_counter()
    desk.create(PASSPHRASE)
    keep(set_up=True, sheet=True, safety="Call 111.", time_zone=cases.practice.time_zone.key, holidays="GB-ENG")
    for one in cases.practice.relationships:
        _fill(one, cases.as_of)
    rows = models.Record.objects.count()
    print(f"{len(cases.practice.relationships)} relationships, {rows} rows kept in {time.perf_counter() - begun:.1f} s")
    begun = time.perf_counter()
    looking.look()
    print(f"looked at in {time.perf_counter() - begun:.1f} s; {models.Noticed.objects.count()} noticings")
    desk.lock()


def _fill(one: object, day: object) -> None:
    from django.db import transaction  # noqa: PLC0415

    from reattune.practice import clients, models  # noqa: PLC0415
    from reattune.practice.mapping.codec import dump  # noqa: PLC0415

    kind = models.Record.Kind
    rows = [(kind.SESSION, each, each.slot.date()) for each in one.sessions]
    rows += [(kind.PAYMENT, each, each.due) for each in one.payments]
    rows += [(kind.RATING, each, each.session_date) for each in one.ratings]
    first = min((each.slot.date() for each in one.sessions), default=day)
    with transaction.atomic():
        client = clients.add(one.codename, started=first, dates_agreed=first, payment_agreed=first)
        for version in one.frame.versions:
            names = ("start", "weekday", "starts_at", "minutes", "every_weeks", "fee", "notice_hours")
            models.Agreement.objects.create(client=client, **{name: getattr(version, name) for name in names})
        kept = []
        for which, each, when in rows:
            row = models.Record(client=client, kind=which, day=when)
            row.words = dump(each)
            kept.append(row)
        models.Record.objects.bulk_create(kept, batch_size=200)
        for number in range(6):
            when = day - timedelta(days=40 * number + 3)
            moment = models.Moment(client=client, felt="off" if number % 2 else "met", day=when)
            moment.words = {"words": "A pause, and then a smile."}
            moment.save()
            episode = models.Episode(client=client, day=when, hold_until=day if number == 0 else None)
            episode.words = {"text": "It went quiet after I moved the session.", "my_part": "I had been in a hurry."}
            episode.save()


def _measure(home: Path, times: int) -> None:
    from django.test import Client as Browser  # noqa: PLC0415

    from reattune.practice import desk, models, warming  # noqa: PLC0415

    desk.at(home)
    # As the served desk does while the passphrase is typed.
    warming.warm()
    window = Browser(SERVER_NAME="127.0.0.1")
    begun = time.perf_counter()
    answer = window.post("/unlock/?next=/help/", {"passphrase": PASSPHRASE})
    assert answer.status_code == 302, answer.content.decode()[:500]
    print(f"unlocked in {time.perf_counter() - begun:.2f} s\n")
    noticed = list(models.Noticed.objects.order_by("-at")[:200])
    clients = list(models.Client.objects.all())
    episodes = list(models.Episode.objects.all()[:200])
    print(f"{'page':<22}{'cold':>8}{'median':>9}{'p95':>8}{'beside help':>14}   ms")
    floor = 0.0
    for name, addresses in _pages(clients, noticed, episodes):
        cold, median, p95 = _times(window, addresses, times)
        floor = floor or median
        print(f"{name:<22}{cold:>8.0f}{median:>9.0f}{p95:>8.0f}{median / floor:>14.1f}")
    _busy(window, times)
    desk.lock()


def _busy(window: object, times: int) -> None:
    """Ask for Today while everybody is looked at in the background, as after midnight."""
    from django.db import connection  # noqa: PLC0415

    from reattune.practice import looking, models  # noqa: PLC0415

    models.Client.objects.update(stale=True)
    models.Glance.objects.update(current=False)

    def look() -> None:
        with suppress(Exception):  # it is cut off at the end
            looking.look()
        connection.close()

    behind = threading.Thread(target=look, daemon=True)
    behind.start()
    time.sleep(5)
    cold, median, p95 = _times(window, lambda _number: "/", times)
    print(f"{'today, while it looks':<22}{cold:>8.0f}{median:>9.0f}{p95:>8.0f}")


def _pages(clients: list, noticed: list, episodes: list) -> Iterable[tuple[str, Callable[[int], str]]]:
    from django.urls import reverse  # noqa: PLC0415

    def of(name: str, rows: list, **words: Callable[[object], object]) -> Callable[[int], str]:
        return lambda number: reverse(
            name, kwargs={key: take(rows[number * 7 % len(rows)]) for key, take in words.items()}
        )

    for name in ("help", "today", "clients", "register", "capture", "imports", "settings"):
        yield name, lambda _number, name=name: reverse(name)
    for name in ("client", "frame", "agreement", "seen", "episode-new"):
        yield name, of(name, clients, client=lambda one: one.pk)
    if noticed:
        yield "noticing", of("noticing", noticed, client=lambda one: one.client_id, noticed=lambda one: one.pk)
        yield "together", of("together", noticed, client=lambda one: one.client_id, noticed=lambda one: one.pk)
    yield "episode", of("episode", episodes, client=lambda one: one.client_id, episode=lambda one: one.pk)


def _times(window: object, address: Callable[[int], str], times: int) -> tuple[float, float, float]:
    taken = []
    for number in range(times + 1):
        where = address(number)
        begun = time.perf_counter()
        answer = window.get(where)
        taken.append(1000 * (time.perf_counter() - begun))
        assert answer.status_code == 200, f"{where}: {answer.status_code}"
    warm = sorted(taken[1:])
    return taken[0], statistics.median(warm), warm[min(len(warm) - 1, int(0.95 * len(warm)))]


if __name__ == "__main__":
    sys.exit(main())
