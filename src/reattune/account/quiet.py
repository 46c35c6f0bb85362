"""What is said where nothing came up: that nothing stood out, or that there is little to go by."""

from datetime import date

from reattune.account.told import Account, dated
from reattune.charts import Shape, strip
from reattune.charts.marks import SYMBOLS
from reattune.language import _
from reattune.noticing import telling

ABOUT_DATES = "dates"
"""The basis of streams that only know when sessions were, not what was paid or answered."""


def little(account: Account, as_of: date) -> bool:
    """Return whether nothing came up because nothing, or next to nothing, is recorded."""
    if account.silent or account.told:
        return False
    seen = [one for one in account.streams.series if one.observations]
    if not seen:
        return True
    return _no_outcomes_lately(account, as_of) and all(one.basis == ABOUT_DATES for one in seen)


def quiet_line(account: Account, as_of: date) -> str:
    """Return in a line that nothing, or nothing new, came up."""
    if account.told:
        return _("Nothing new stood out; you have looked at what did.")
    if not any(one.observations for one in account.streams.series):
        return _("No outcomes are recorded here, so there is little to go by.")
    if little(account, as_of):
        return _("No outcomes are recorded here lately, so there is little to go by.")
    if _no_outcomes_lately(account, as_of):
        return _("Nothing stood out; what became of the last sessions is not recorded.")
    return _("Nothing stood out.")


def quiet_words(account: Account, as_of: date) -> str:
    """Return that nothing came up, and what that does and does not mean."""
    return quiet_line(account, as_of) if little(account, as_of) else dated(telling.quiet(as_of))


def _no_outcomes_lately(account: Account, as_of: date) -> bool:
    return set(strip(account.relationship, as_of)) <= {SYMBOLS[Shape.UNKNOWN]}
