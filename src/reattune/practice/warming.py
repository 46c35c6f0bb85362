"""What every first page would wait for, done while the passphrase is typed: templates, calendars of holidays."""

import gc
import threading
from pathlib import Path

from django.template.loader import get_template

TEMPLATES = Path(__file__).parent / "templates"
BETWEEN = (50_000, 20, 50)
"""How many new objects there are between two rounds of the collector of each generation; Python's usual is 700."""


def warm() -> int:
    """Make every template ready and load what is slow to load; return how many templates there are."""
    import holidays  # noqa: PLC0415  (this is where it is meant to be slow)

    holidays.country_holidays("GB", years=2026)
    names = sorted(one.name for one in TEMPLATES.glob("*.j2"))
    for name in names:
        get_template(name)
    settle()
    return len(names)


def begin() -> None:
    """Begin to warm up beside everything else; nobody waits for it."""
    threading.Thread(target=warm, name="reattune-warm", daemon=True).start()


def settle() -> None:
    """Tell the collector that what is there now stays, so that it need not go through it on every page."""
    gc.set_threshold(*BETWEEN)
    gc.collect()
    gc.freeze()
