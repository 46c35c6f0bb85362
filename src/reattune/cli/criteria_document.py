"""What each criterion marks as one JSON document, in the stable form of docs/commands.md."""

from collections.abc import Sequence
from datetime import date
from importlib.metadata import version

from reattune.cli.side_by_side import Beside, Compared, Said
from reattune.criteria import Criterion
from reattune.model import Source

SCHEMA = "reattune.criteria/1"


def document(found: Sequence[Compared], as_of: date, criteria: Sequence[Criterion]) -> dict[str, object]:
    """Return every series under every criterion, ready to be written as JSON.

    Args:
        found: the relationships.
        as_of: the day of asking.
        criteria: the criteria that were run.

    Returns:
        The document; every marked session is a session of its series, with the row it was read from.
    """
    return {
        "schema": SCHEMA,
        "version": version("reattune"),
        "as_of": as_of.isoformat(),
        "criteria": [
            {
                "name": one.name,
                "said": one.said,
                "parameters": one.parameters,
                "citation": one.citation,
                "status": one.status.value,
                "note": one.note,
                "fewest": one.fewest,
                "needs": list(one.needs),
                "causal": one.causal,
            }
            for one in criteria
        ],
        "relationships": [_relationship(one) for one in found],
    }


def _relationship(one: Compared) -> dict[str, object]:
    told: dict[str, object] = {"codename": one.account.codename, "ended": one.ended, "ratings_left_out": one.left_out}
    if one.account.silent:
        told["silent"] = one.account.silent
    noticings = [told.noticing for told in one.account.told]
    told["noticed"] = [
        {"at": at.at.isoformat(), "direction": at.direction.value, "streams": [part.stream for part in at.parts]}
        for at in noticings
    ]
    told["series"] = [_one_series(series) for series in one.series]
    return told


def _one_series(one: Beside) -> dict[str, object]:
    return {
        "instrument": one.key[0],
        "by": one.key[1].value,
        "timing": one.key[2].value,
        "sd_between": None if one.sd_between is None else round(one.sd_between, 4),
        "people": one.people,
        "sessions": [
            {"at": place.day.isoformat(), "score": place.score, "source": _source(place.source)} for place in one.places
        ],
        "criteria": [_criterion(said, one) for said in one.said],
    }


def _criterion(said: Said, series: Beside) -> dict[str, object]:
    if said.why:
        return {"name": said.criterion.name, "ran": False, "why": said.why, "marks": []}
    marks = [
        {
            "at": series.places[one.place].day.isoformat(),
            "source": _source(series.places[one.place].source),
            "state": one.state.name.lower(),
            "back_at": None if one.back is None else series.places[one.back].day.isoformat(),
            "fall": round(one.fall, 4),
        }
        for one in said.marks
    ]
    return {"name": said.criterion.name, "ran": True, "why": "", "marks": marks}


def _source(source: Source | None) -> dict[str, str] | None:
    return None if source is None else {"file": source.file, "row": source.row}
