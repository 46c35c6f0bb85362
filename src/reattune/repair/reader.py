"""Who may one day read what is written: said beside every box, before the first word."""

from enum import StrEnum
from typing import assert_never

from reattune.language import _


class Reader(StrEnum):
    """For whom a text is meant, as its author chose; the values are those of `visibility` in episodes.toml."""

    THERAPIST = "therapist_only"
    CLIENT = "shared_with_client"
    SUPERVISOR = "supervision_anonymised"


def sentence(reader: Reader) -> str:
    """Return the words to show beside a box: who reads it now, and who might one day.

    Args:
        reader: For whom the box is meant.

    Returns:
        A short text. It makes no promise about the law, which differs from place to place.
    """
    match reader:
        case Reader.THERAPIST:
            return _(
                "Only you read this here. A client may be able to ask for their record, notes and reflections "
                "included, and a court may ask for it; the law where you work decides."
            )
        case Reader.CLIENT:
            return _(
                "You and your client, once you have shared it. As part of a record it may also be asked for by a "
                "court; the law where you work decides."
            )
        case Reader.SUPERVISOR:
            return _(
                "You, and a supervisor where you hand it over, with a codename and no names. A client or a court "
                "may be able to ask for it too; the law where you work decides."
            )
        case other:
            assert_never(other)
