"""A transcript as it leaves: plain text, or `reattune.deidentified/1` for other programs."""

from typing import Any

from reattune.speech.deidentify.masking import Masked
from reattune.speech.deidentify.telling import heading

SCHEMA = "reattune.deidentified/1"


def as_text(what: Masked) -> str:
    """Return a transcript as plain text: one paragraph for each turn, who spoke before it."""
    return "\n\n".join((heading(), *(f"{line.who}: {line.text}" for line in what.lines))) + "\n"


def as_document(what: Masked, version: str) -> dict[str, Any]:
    """Return a transcript as JSON values; what was replaced is counted, and never named.

    Args:
        what: The transcript.
        version: Reattune's version.
    """
    return {
        "schema": SCHEMA,
        "version": version,
        "note": heading(),
        "turns": [
            {"who": line.who, "role": line.role.value, "text": line.text, "start": line.start} for line in what.lines
        ],
        "replaced": {kind.value: count for kind, count in sorted(what.replaced.items())},
    }
