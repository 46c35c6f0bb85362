"""The invented practice, opened in the browser: made once for each version of the program, then copied for each look.

Started as `python -m reattune.practice.demo`, which `./run demo` does; it asks for no passphrase, for nobody in it is
real, and lets in the one browser that it opens.
"""

import argparse
import os
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Callable, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from reattune.language import _
from reattune.practice import clock

DAY = date(2026, 6, 30)
"""The day it is shown on: the last day its files tell about."""
PASSPHRASE = "nobody here is real"  # noqa: S105  (the practice is invented, and this is printed)
WORDS = "desk.toml"
INTERRUPTED = 130
PACKAGE = Path(__file__).resolve().parent.parent


def made(examples: Path, cache: Path, said: Callable[[str], None] = print) -> Path:
    """Return a locked practice made of the examples; made anew only where they or the program have changed.

    Args:
        examples: The folder with `practice` and `desk.toml`.
        cache: Where it is kept; former ones are taken away.
        said: Called with what is being done.
    """
    whole = cache / fingerprint(examples)
    if whole.is_dir():
        return whole
    said(_("Making the invented practice; this is done once and takes some seconds."))
    for former in cache.iterdir() if cache.is_dir() else ():
        shutil.rmtree(former, ignore_errors=True)
    cache.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix="part-", dir=cache))
    _make(examples, part / "practice", said)
    (part / "practice").replace(whole)
    part.rmdir()
    return whole


def fingerprint(examples: Path) -> str:
    """Return a digest of the examples, and of the program that reads them and works out what came up."""
    files = [examples / WORDS, *sorted((examples / "practice").rglob("*.*")), *sorted(PACKAGE.rglob("*.py"))]
    total = sha256()
    for file in files:
        total.update(f"{file.name}\n".encode() + sha256(file.read_bytes()).digest())
    return total.hexdigest()[:16]


def _make(examples: Path, home: Path, said: Callable[[str], None]) -> None:
    from reattune.practice import desk  # noqa: PLC0415
    from reattune.practice.keeping import keep  # noqa: PLC0415
    from reattune.practice.looking import look  # noqa: PLC0415
    from reattune.practice.seeding import seed  # noqa: PLC0415

    desk.at(home)
    desk.create(PASSPHRASE)
    try:
        seed(examples / "practice")
        words = tomllib.loads((examples / WORDS).read_text("utf-8"))
        keep(
            set_up=True,
            sheet=True,
            safety=" ".join(words["safety"].split()),
            turn_to=words["turn_to"],
            read_when=words["read_when"],
        )
        add_words(words)
        look(lambda name, done, total: said(_("  {done} of {total}: {name}").format(done=done, total=total, name=name)))
    finally:
        desk.lock()


def add_words(words: dict[str, Any]) -> None:
    """Keep the invented moments, episodes and verdicts, as desk.toml says them."""
    from reattune.practice import demo_voices, models  # noqa: PLC0415
    from reattune.repair.episode import from_dict  # noqa: PLC0415

    known = {one.codename: one for one in models.Client.objects.all()}
    for one in words.get("moment", ()):
        moment = models.Moment(
            client=known[one["client"]],
            felt=one["felt"],
            by=one.get("by", "therapist"),
            day=one["day"],
            kept=one.get("kept", False),
        )
        moment.words = {"words": one.get("words", "")}
        moment.save()
    for one in words.get("episode", ()):
        episode = models.Episode(client=known[one["client"]], day=one["day"])
        said = from_dict({**one, "id": str(episode.pk)})
        episode.hold_until, episode.not_yet_until, episode.closed = said.hold_until, said.not_yet_until, said.closed
        episode.words = said.as_dict()
        episode.save()
    for one in words.get("verdict", ()):
        models.Verdict.objects.create(
            client=known[one["client"]], noticing=one["noticing"], verdict=one["as"], on=one["on"]
        )
    demo_voices.add(words, known)


def show(examples: Path, cache: Path, port: int = 0, *, open_browser: bool = True) -> None:
    """Serve a copy of the invented practice until it is told to end; what was done to the copy goes with it."""
    from reattune.practice.letting_in import offer  # noqa: PLC0415
    from reattune.practice.serving import serve  # noqa: PLC0415

    whole = made(examples, cache, _line)
    _line(to_try())
    own = Path(tempfile.mkdtemp(prefix="reattune-demo-"))
    try:
        home = own / "practice"
        shutil.copytree(whole, home)
        serve(home, port, open_browser=open_browser, first=offer(), ready=_open, said=_line)
    finally:
        shutil.rmtree(own, ignore_errors=True)


def _open() -> None:
    from reattune.practice import desk, warming  # noqa: PLC0415

    warming.begin()
    desk.unlock(PASSPHRASE)


def to_try() -> str:
    """Return what is said before the address, in a few lines."""
    return "\n".join(
        (
            _("None of these people exists, and nothing leaves this computer. It is shown as on {day}.").format(
                day=os.environ.get(clock.DAY, DAY.isoformat())
            ),
            _("To try: see what came up and why, hold something open, let it go, catch a moment, undo."),
            _("What you change is gone when you close it. Should it lock itself, its passphrase is “{words}”.").format(
                words=PASSPHRASE
            ),
        )
    )


def _line(words: str) -> None:
    print(words, flush=True)  # noqa: T201


def main(arguments: Sequence[str] | None = None) -> int:
    """Show it, and return the exit status."""
    parser = argparse.ArgumentParser(prog="demo", description=_("Open the invented practice in the browser."))
    parser.add_argument("examples", type=Path)
    parser.add_argument("cache", type=Path)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--no-browser", action="store_true")
    given = parser.parse_args(arguments)
    os.environ.setdefault(clock.DAY, DAY.isoformat())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reattune.practice.settings")
    import django  # noqa: PLC0415

    django.setup()
    try:
        show(given.examples, given.cache, given.port, open_browser=not given.no_browser)
    except KeyboardInterrupt:
        return INTERRUPTED
    return 0


if __name__ == "__main__":
    sys.exit(main())
