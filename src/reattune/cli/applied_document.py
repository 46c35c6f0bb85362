"""`reattune.applied/1`: what a model of one's own says of one transcript, for other programs."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from reattune.cli.applied_words import domain
from reattune.language import _
from reattune.model import Script, Transcript

if TYPE_CHECKING:
    from reattune.speech.larger.applying import Resembles
    from reattune.speech.larger.model import Model
    from reattune.speech.larger.opinion import Opinion

SCHEMA = "reattune.applied/1"
Json = dict[str, Any]


def resembles_document(model: "Model", script: Script, found: "Resembles", told: Mapping[str, object]) -> Json:
    """Return what a model says of a session as a document.

    Args:
        model: the model that was used.
        script: the file.
        found: what it says.
        told: version and day.
    """
    return {
        **_head(model, script, told, found.why),
        "below": model.about["below"],
        "score": found.score,
        "rated": list(found.rated) if found.rated else None,
        "low": found.low,
        "band": asdict(found.band) if found.band else None,
        "usual": None if found.why else found.usual,
        **{name: [asdict(one) for one in getattr(found, name)] for name in ("parts", "markers", "terms")},
    }


def opinion_document(
    model: "Model", script: Script, transcript: Transcript, said: "Opinion", told: Mapping[str, object]
) -> Json:
    """Return which turns a model would code as a document.

    Args:
        model: the model that was used.
        script: the file.
        transcript: its entries as turns.
        said: what it says.
        told: version and day.
    """
    turns = [
        {
            "turn": one.turn + 1,
            "role": transcript.turns[one.turn].role.value,
            "start": transcript.turns[one.turn].start,
            "code": one.code,
            "clear": one.clear,
            "text": transcript.turns[one.turn].text,
        }
        for one in said.listed
    ]
    remark = _("A reader’s second opinion, not a finding.")
    head = _head(model, script, told, said.why)
    return {**head, "remark": remark, "counts": dict(said.counts), "usual": said.usual, "turns": turns}


def _head(model: "Model", script: Script, told: Mapping[str, object], why: str) -> Json:
    return {
        "schema": SCHEMA,
        "goal": model.goal,
        "file": {"name": script.name, "format": script.format, "sha256": script.sha256},
        "model": {"sha256": model.digest, "domain": domain(model), "licence": model.about["licence"]},
        "why_not": why,
        **told,
    }
