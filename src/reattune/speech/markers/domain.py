"""Whether a session is like those that the table learned from; if not, nothing is weighed, and it is said why."""

from collections.abc import Sequence

import numpy as np
from py3langid.langid import classify

from reattune.language import _, plural
from reattune.model import Role, Transcript
from reattune.speech.dynamics import Dynamics
from reattune.speech.markers.table import Fit

LEAST = 20
"""Client turns."""
LANGUAGE = "en"
LEAST_COMMON = 0.3
"""The share of everyday words below which English text is taken for something else: half of what English has."""
_EVERYDAY = """
    a about after all also always am an and any are as at back be because been before being but by can can't come
    could day did didn't do does doesn't doing don't even every feel feeling for from get go going good got had has have
    he her here him his how i i'd i'll i'm i've if in into is isn't it it's its just kind know let like little lot make
    maybe me more much my never no not now of oh okay on one only or other our out over people really right said say see
    she should so some something sometimes still such sure talk than thank that that's the their them then there these
    they thing things think this those though time to too today trying up us very want was way we well were what when
    where which while who why will with would yeah yes you you're your
"""
_COMMON = frozenset(_EVERYDAY.split())
_EDGES = ".,!?;:\"'()[]-…*"


def language(transcript: Transcript) -> str:
    """Return the code of the language that a transcript's words are in, as far as can be told."""
    return str(classify(" ".join(turn.text for turn in transcript.turns))[0])


def named(code: str) -> str:
    """Return what a language is called, for the commonest; its code for any other."""
    names = {
        "ar": _("Arabic"),
        "de": _("German"),
        "es": _("Spanish"),
        "fr": _("French"),
        "he": _("Hebrew"),
        "it": _("Italian"),
        "nl": _("Dutch"),
        "pl": _("Polish"),
        "pt": _("Portuguese"),
        "ru": _("Russian"),
        "tr": _("Turkish"),
        "uk": _("Ukrainian"),
        "zh": _("Chinese"),
    }
    return names.get(code, code)


def common(words: Sequence[str]) -> float:
    """Return the share of everyday English words."""
    return sum(word.strip(_EDGES) in _COMMON for word in words) / max(1, len(words))


def unreadable(transcript: Transcript) -> str:
    """Return why the words of a transcript cannot be weighed, or "" where they can.

    Args:
        transcript: turns with roles.

    Returns:
        A sentence: nobody in one of the roles, too few turns, another language, or hardly any everyday words.
    """
    roles = [turn.role for turn in transcript.turns]
    for role, reason in (
        (Role.CLIENT, _("Nobody in this transcript is the client; say who is who first.")),
        (Role.THERAPIST, _("Nobody in this transcript is the therapist; say who is who first.")),
    ):
        if role not in roles:
            return reason
    count = roles.count(Role.CLIENT)
    if count < LEAST:
        return plural(
            "The client has {n} turn here; with fewer than 20 nothing is weighed.",
            "The client has {n} turns here; with fewer than 20 nothing is weighed.",
            count,
        )
    found = language(transcript)
    if found != LANGUAGE:
        reason = _("The words seem to be in another language ({name}); they were learned from English only.")
        return reason.format(name=named(found))
    words = " ".join(turn.text for turn in transcript.turns).lower().replace("’", "'").split()
    if common(words) < LEAST_COMMON:
        return _("Hardly any everyday English words are in this transcript; it is too unlike what was learned from.")
    return ""


def distance(fit: Fit, values: np.ndarray) -> float:
    """Return how far a session lies from those learned from: the root mean square of its standardised values."""
    known = fit.standardised(values)[~np.isnan(values)]
    return float(np.sqrt(np.mean(known**2))) if known.size else float("inf")


def too_far(fit: Fit, values: np.ndarray) -> str:
    """Return why a session is too unlike those learned from, or ""."""
    if distance(fit, values) <= fit.farthest:
        return ""
    return _("This session is too unlike those learned from, in its lengths or in how things are said.")


def remark(figures: Dynamics) -> str:
    """Return what must be kept in mind of a session that is weighed all the same, or ""."""
    if figures.typed:
        return ""
    return _(
        "This was spoken; the table was learned from typed, role-played conversations, where lengths and turns are "
        "others. Read it with more reserve still."
    )
