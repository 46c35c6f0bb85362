"""From days late to rows of payments, as a practice's books would hold them."""

import math
from collections.abc import Sequence
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray

from reattune.model import Payment, PaymentKind, Session, Source
from reattune.synthetic.setting import Setting


def bills(
    codename: str, setting: Setting, sessions: Sequence[Session], late: NDArray[np.float64], due_days: int
) -> tuple[Payment, ...]:
    """Return one row for each session that is charged.

    Args:
        codename: whose bills; they name `CODENAME/payments.csv`, a file that does not exist, and a row in it.
        setting: the frame, with the fee.
        sessions: the sessions `[T]`.
        late: whole days late `[T]` (inf: never paid).
        due_days: days from a session until its bill is due.
    """
    charged = [(session, days) for session, days in zip(sessions, late.tolist(), strict=True) if session.fee_charged]
    return tuple(
        _bill(codename, setting, session, days, due_days, number) for number, (session, days) in enumerate(charged)
    )


def _bill(codename: str, setting: Setting, session: Session, days: float, due_days: int, number: int) -> Payment:
    day = session.start.date()
    due = day + timedelta(days=due_days)
    paid = max(day, due + timedelta(days=int(days))) if math.isfinite(days) else None
    kind = PaymentKind.UNPAID if paid is None else PaymentKind.PAID
    return Payment(
        kind=kind,
        original_word=kind.value,
        source=Source(f"{codename}/payments.csv", str(number + 2)),
        id=f"{codename}-bill-{number + 1}",
        session_date=day,
        due=due,
        paid=paid,
        amount=setting.fee,
        currency=setting.currency,
    )
