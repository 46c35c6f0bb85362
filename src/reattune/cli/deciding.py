"""Which threshold decided what came up, said where it is not the one that keeps a promise."""

import typer

from reattune.language import _
from reattune.model import Threshold


def threshold_word(text: str) -> Threshold:
    """Return the threshold that a word on the command line names.

    Raises:
        typer.BadParameter: it names none.
    """
    known = [one for one in Threshold if one.value == text]
    if not known:
        said = _("“{text}” is not a threshold; give one of: {words}").format(text=text, words=", ".join(Threshold))
        raise typer.BadParameter(said)
    return known[0]
