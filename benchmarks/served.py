"""How fast a shared practice answers: 50 therapists, 1,000 clients, 40 people at once, beside a file that is only sent.

    ./run bench served --database postgresql://reattune@/bench [--therapists 50] [--each 20] [--months 12]
                       [--people 40] [--pause 3] [--seconds 60] [--home FOLDER]

An invented practice is put into an empty database and served as `reattune serve` does it. A second process asks for
pages over this computer's own address, each person after a pause as people make one (on average so many seconds).
With `--home` the practice is made once and kept. The style sheet, sent by the same server, is the floor.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from http.client import HTTPConnection
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reattune.practice.settings")
PASSPHRASE = "nobody in it exists"
DAY = "2026-06-30"
FLOOR = "/static/desk.css"
AIM = 300


def main() -> int:
    """Make or take the practice, serve it, and have a second process ask for its pages."""
    asked = _arguments()
    if asked.load:
        return _ask(json.loads(sys.stdin.read()))
    os.environ["REATTUNE_TODAY"] = DAY
    import django  # noqa: PLC0415

    django.setup()
    with tempfile.TemporaryDirectory() as scratch:
        home = asked.home or Path(scratch) / "practice"
        _make(home, asked)
        _serve(home, asked)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--database", default="")
    for name, usual in (("therapists", 50), ("each", 20), ("months", 12), ("people", 40), ("seconds", 60)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    parser.add_argument("--pause", type=float, default=3.0)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--load", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _make(home: Path, asked: argparse.Namespace) -> None:
    from reattune.practice import desk, models  # noqa: PLC0415
    from reattune.practice.keeping import keep  # noqa: PLC0415
    from reattune.practice.postgres import connecting  # noqa: PLC0415
    from reattune.practice.scope import Reach, Scope, use  # noqa: PLC0415

    connecting.use(asked.database)
    desk.at(home)
    if desk.exists():
        return
    begun = time.perf_counter()
    desk.create(PASSPHRASE)
    keep(set_up=True, sheet=True, safety="Call 111.", read_when="On weekdays.", time_zone="Europe/London")
    for number in range(asked.therapists):
        person = models.Person.objects.create(name=f"therapist {number}", role="therapist")
        with use(Scope(Reach.OWN_CLIENTS, person.pk)):
            _caseload(number, asked)
    rows = models.Record.objects.count()
    took = time.perf_counter() - begun
    clients = models.Client.objects.count()
    print(f"{asked.therapists} therapists, {clients} clients, {rows} rows, made in {took:.0f} s", flush=True)
    desk.lock()


def _caseload(number: int, asked: argparse.Namespace) -> None:
    from desk import _fill  # noqa: PLC0415  (the same rows as the other benchmark's)
    from reattune.practice import looking  # noqa: PLC0415
    from reattune.synthetic import caseload  # noqa: PLC0415

    cases = caseload(number, people=asked.each, months=asked.months)
    for one in cases.practice.relationships:
        _fill(one, cases.as_of)
    looking.look()


def _serve(home: Path, asked: argparse.Namespace) -> None:
    from reattune.practice import warming  # noqa: PLC0415
    from reattune.practice.postgres.serving import Place, serve  # noqa: PLC0415

    warming.warm()
    stop, there = threading.Event(), threading.Event()

    def said(words: str) -> None:
        if "Ctrl-C" in words:
            there.set()

    words = (home, asked.database, Place(port=0), PASSPHRASE)
    behind = threading.Thread(target=serve, args=words, kwargs={"stop": stop, "said": said})
    behind.start()
    try:
        if not there.wait(120):
            raise SystemExit("the practice could not be served")
        port = json.loads((home / "desk.lock").read_text("utf-8"))["port"]
        plan = {"port": port, "people": _people(asked.people, port), "pause": asked.pause, "seconds": asked.seconds}
        command = (sys.executable, __file__, "--load")
        subprocess.run(command, input=json.dumps(plan), text=True, check=True)
    finally:
        stop.set()
        behind.join(60)


def _people(count: int, port: int) -> list[dict[str, object]]:
    """Return each person's cookie, signed in, and the addresses that they go to."""
    from importlib import import_module  # noqa: PLC0415

    from django.conf import settings  # noqa: PLC0415
    from django.urls import reverse  # noqa: PLC0415

    from reattune.practice import desk, models  # noqa: PLC0415
    from reattune.practice.door import PERSON, TURN  # noqa: PLC0415
    from reattune.practice.scope import EVERYONE, use  # noqa: PLC0415

    made = []
    with use(EVERYONE):
        for person in models.Person.objects.filter(role="therapist")[:count]:
            session = import_module(settings.SESSION_ENGINE).SessionStore()
            session.update({"opening": desk.opening(), PERSON: str(person.pk), TURN: person.turn})
            session.create()
            clients = [str(one) for one in models.Client.objects.filter(therapist=person).values_list("pk", flat=True)]
            held = models.Episode.objects.filter(client__therapist=person)[:20]
            pages = {
                "today": [reverse("today")],
                "clients": [reverse("clients")],
                "relationship": [reverse("client", kwargs={"client": one}) for one in clients],
                "frame": [reverse("frame", kwargs={"client": one}) for one in clients],
                "capture": [reverse("capture")],
                "episode": [reverse("episode", kwargs={"client": one.client_id, "episode": one.pk}) for one in held],
                "style sheet": [FLOOR],
            }
            made.append({"cookie": f"reattune-{port}={session.session_key}", "pages": pages})
    return made


def _ask(plan: dict) -> int:
    """Be all the people at once, and print how long their pages took."""
    took: dict[str, list[float]] = defaultdict(list)
    wrong: list[str] = []
    until = time.monotonic() + plan["seconds"]

    def be(number: int, person: dict) -> None:
        chance = random.Random(number)
        line = HTTPConnection("127.0.0.1", plan["port"], timeout=60)
        time.sleep(chance.random() * plan["pause"])
        while time.monotonic() < until:
            name, addresses = chance.choice(sorted(person["pages"].items()))
            begun = time.perf_counter()
            line.request("GET", chance.choice(addresses), headers={"Cookie": person["cookie"]})
            answer = line.getresponse()
            answer.read()
            took[name].append((time.perf_counter() - begun) * 1000)
            if answer.status != 200:
                wrong.append(f"{name}: {answer.status} {answer.headers.get('Location', '')}")
            time.sleep(chance.expovariate(1 / plan["pause"]) if plan["pause"] else 0)
        line.close()

    threads = [threading.Thread(target=be, args=each) for each in enumerate(plan["people"])]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    _print(took, wrong, plan)
    return 1 if wrong else 0


def _print(took: dict[str, list[float]], wrong: list[str], plan: dict) -> None:
    count = sum(map(len, took.values()))
    print(
        f"{len(plan['people'])} people, a page every {plan['pause']:g} s each: {count / plan['seconds']:.1f} a second"
    )
    print(f"\n{'page':<16}{'times':>7}{'median':>9}{'p95':>8}   ms")
    pages = [one for name, every in took.items() if name != "style sheet" for one in every]
    for name, every in [*sorted(took.items()), ("all but the last", pages)]:
        print(f"{name:<16}{len(every):>7}{statistics.median(every):>9.0f}{_p95(every):>8.0f}")
    print(f"\nThe aim is 95 of 100 within {AIM} ms: {'met' if _p95(pages) < AIM else 'not met'}.")
    for words in wrong[:5]:
        print(f"not answered as it should be: {words}")


def _p95(every: list[float]) -> float:
    return sorted(every)[int(len(every) * 0.95)] if every else 0.0


if __name__ == "__main__":
    sys.exit(main())
