"""Whether the words of a transcript can be read: the rules know English, and of another language they say nothing."""

from reattune.language import _
from reattune.model import Transcript
from reattune.speech.markers.domain import LANGUAGE, LEAST_COMMON, common, language, named

LEAST = 25
"""Words below which no language can be told, so that it is taken for the one that is read (our own choice)."""


def why_not_read(transcript: Transcript) -> str:
    """Return why the words of a transcript are not read, "" where they are.

    Args:
        transcript: Turns with roles.
    """
    words = " ".join(turn.text for turn in transcript.turns).lower().replace("’", "'").split()
    if len(words) < LEAST or common(words) >= LEAST_COMMON:
        return ""
    stated = transcript.language.lower().partition("-")[0]
    if stated == LANGUAGE:
        return ""
    found = stated or language(transcript)
    if found == LANGUAGE:
        return ""
    why = _("The words seem to be in another language ({name}); only English is read. Lengths and times are counted.")
    return why.format(name=named(found))
