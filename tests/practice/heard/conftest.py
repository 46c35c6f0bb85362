"""A short transcript of our own, and a client with whom it was agreed that transcripts may be kept."""

from datetime import date

import pytest

from reattune.model import Role
from reattune.practice import consent
from reattune.practice.heard import bringing, speakers

DAY = date(2026, 6, 2)
LINES = (
    ("Anna B.", "How has the week been for you since we last met?"),
    ("Kestrel", "All right I think, the dog kept us busy and I slept a little better."),
    ("Anna B.", "What was it like when we stopped last time?"),
    ("Kestrel", "Fine."),
    ("Anna B.", "I wonder whether something I said did not sit well with you?"),
    ("Kestrel", "No, it is fine, really."),
)


def written(lines=LINES, step=10):
    """Return lines as WebVTT: each begins ten seconds after the one before, and lasts eight."""
    made = ["WEBVTT", ""]
    for number, (label, text) in enumerate(lines):
        start = number * step
        made += [f"{clock(start)} --> {clock(start + 8)}", f"{label}: {text}" if label else text, ""]
    return "\n".join(made).encode()


def clock(seconds):
    """Return seconds as a subtitle has them."""
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.000"


ROLES = {"Anna B.": Role.THERAPIST, "Kestrel": Role.CLIENT}


@pytest.fixture
def vtt():
    """Lines as WebVTT."""
    return written


@pytest.fixture
def agreed(new_client):
    """A client with whom transcripts were talked about."""
    heron = new_client("heron")
    consent.write(heron, consent.Purpose.TRANSCRIPTS, given=True, by="therapist", day=DAY)
    return heron


@pytest.fixture
def brought(agreed):
    """A transcript of which nobody has said who is who."""
    return bringing.bring(agreed, "2026-06-02.vtt", written()).heard


@pytest.fixture
def told(brought):
    """The same, with who is who."""
    speakers.confirm(brought, ROLES)
    return brought


@pytest.fixture
def told_and_more(told, agreed):
    """A client with two transcripts of one name and day."""
    bringing.bring(agreed, "2026-06-02.vtt", written(step=12))
    return agreed
