"""The second step of unlocking: a code of six digits from another device, where the therapist set one up."""

import threading
import time
from collections.abc import Callable
from dataclasses import asdict

import pyotp
import segno
from django.db import transaction
from django.utils.safestring import SafeString, mark_safe
from pyotp.utils import strings_equal

from reattune.errors import ReattuneError
from reattune.language import _, plural
from reattune.practice import desk
from reattune.practice.auditing import Action, record
from reattune.practice.keeping import keep, kept
from reattune.practice.models import Setting
from reattune.practice.vault.attempts import Attempts, Tried
from reattune.practice.vault.errors import TooManyTriesError

NAME = "second-step"
USED = "used"
AROUND = (-1, 0, 1)
"""The code before and the one after are taken too: clocks differ, and people need time to type."""

_one_at_a_time = threading.Lock()


class SecondStepError(ReattuneError):
    """A code that does not let in, with what to do about it."""


class _Tries(Attempts):
    """Tries counted as those of the passphrase are, but in the store: they last where a file could be deleted."""

    def _read(self) -> Tried:
        row = _row()
        return Tried(int(row.get("tries", 0)), row.get("left", 0.0), row.get("boot", 0.0), row.get("wall", 0.0))

    def _write(self, tried: Tried) -> None:
        _write({**_row(), **asdict(tried)})

    def clear(self) -> None:
        """Forget all tries, because one fitted."""
        _write({name: value for name, value in _row().items() if name == USED})


def is_set() -> bool:
    """Say whether a second step was set up."""
    return bool(kept().totp)


def new_secret() -> str:
    """Return a new secret, as 32 letters and digits that can be typed."""
    return pyotp.random_base32()


def address(secret: str) -> str:
    """Return what an authenticator reads: the secret, and what it is for."""
    return pyotp.TOTP(secret).provisioning_uri(name=desk.home().name, issuer_name="Reattune")


def picture(secret: str) -> SafeString:
    """Return the address as a QR code: SVG to stand in a page, its looks in attributes alone."""
    return square(address(secret), _("The key as a picture; the same key stands below as text."))


def square(said: str, title: str) -> SafeString:
    """Return a text as a QR code: SVG to stand in a page, its looks in attributes alone.

    Args:
        said: What a camera reads.
        title: What it is, for those who do not see it.
    """
    made = segno.make(said, error="m").svg_inline(
        svgclass="qr",
        lineclass=None,
        omitsize=True,
        border=4,
        dark="#000",
        light="#fff",
        title=title,
    )
    return mark_safe(made)  # noqa: S308  (made here; the library escapes the title)


def set_up(secret: str, code: str, now: Callable[[], float] = time.time) -> None:
    """Ask for the second step from now on; a right code shows that the other device knows the secret.

    Args:
        secret: The new secret.
        code: What the device shows.
        now: The clock.

    Raises:
        SecondStepError: The code is not the present one.
    """
    with _one_at_a_time:
        step = matching(secret, code, now())
        if step is None:
            raise SecondStepError(
                _("That is not the code of this moment. See that both clocks are right, and type the next code.")
            )
        with transaction.atomic():
            _write({USED: step})
            keep(totp=secret)
            record(Action.SETTINGS, what="second step", purpose="keeping")


def turn_off() -> None:
    """Ask for the passphrase alone from now on."""
    with transaction.atomic():
        keep(totp="")
        Setting.objects.filter(name=NAME).delete()
        record(Action.SETTINGS, what="second step", purpose="keeping")


def check(code: str, now: Callable[[], float] = time.time) -> None:
    """See that a code is the present one, and was not used before.

    Args:
        code: What was typed.
        now: The clock.

    Raises:
        SecondStepError: It is not, was used, or it is not time yet after several that were not.
    """
    tries = _Tries(desk.home())
    with _one_at_a_time:
        try:
            tries.begin()
        except TooManyTriesError as error:
            raise SecondStepError(_wait(error.seconds)) from error
        step = matching(kept().totp, code, now())
        if step is None:
            raise SecondStepError(
                _("That is not the code of this moment; type the one that the other device gives now.")
            )
        if step <= _row().get(USED, -1):
            raise SecondStepError(_("That code was used already; wait for the next one, at most half a minute."))
        _write({**_row(), USED: step})
        tries.clear()


def _wait(seconds: int) -> str:
    return plural(
        "Several codes in a row did not fit. Wait {n} second, then try again; the recovery sheet needs no code.",
        "Several codes in a row did not fit. Wait {n} seconds, then try again; the recovery sheet needs no code.",
        seconds,
    )


def matching(secret: str, code: str, now: float) -> int | None:
    """Return the half minute that a code belongs to, of those around now."""
    typed = "".join(code.split())
    device = pyotp.TOTP(secret)
    present = int(now) // device.interval
    fitting = [present + one for one in AROUND if strings_equal(device.generate_otp(present + one), typed)]
    return max(fitting, default=None)


def _row() -> dict[str, int | float]:
    found: dict[str, int | float] | None = Setting.objects.filter(name=NAME).values_list("value", flat=True).first()
    return dict(found or {})


def _write(value: dict[str, int | float]) -> None:
    Setting.objects.update_or_create(name=NAME, defaults={"value": value})
