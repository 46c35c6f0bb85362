"""Which threshold decided what came up, said where it is not the one that keeps a promise."""

from reattune.language import _
from reattune.model import Threshold


def threshold_words(threshold: Threshold) -> str:
    """Return what the simulated threshold is and is not; "" for the guaranteed one."""
    match threshold:
        case Threshold.GUARANTEED:
            return ""
        case Threshold.SIMULATED:
            return _(
                "The simulated threshold decides what comes up: in sessions imagined from this practice's own model, "
                "with nothing changed, about as much came up as the budget says. That is measured, not guaranteed."
            )
