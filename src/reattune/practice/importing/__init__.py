"""Files taken in: looked at first, kept when a person says so, linked by hand, and undone as a whole."""

from reattune.practice.importing.linking import link
from reattune.practice.importing.storing import keep
from reattune.practice.importing.taking import take
from reattune.practice.importing.undoing import discard, undo

__all__ = ["discard", "keep", "link", "take", "undo"]
