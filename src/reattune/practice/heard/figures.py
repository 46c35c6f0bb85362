"""The figures of each transcript, kept beside it and worked out anew when a role, an answer or a rule changes."""

import hashlib
import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

from django.db import transaction

import reattune.speech
from reattune.language import _
from reattune.practice import clients, jobs, models, scope
from reattune.practice.heard.allowed import is_agreed
from reattune.practice.heard.transcript import Words, missing_role, transcript_of
from reattune.practice.mapping.codec import dump
from reattune.speech.dynamics import dynamics, row
from reattune.speech.figures import figures
from reattune.speech.moments import moments
from reattune.speech.place import Usual, prepare
from reattune.speech.reading import Reading, read
from reattune.speech.registry import every
from reattune.speech.tongue import why_not_read

KIND, RULES = "hear", "speech rules"
VERSION = "version"
"""In the words of a transcript: counted up with each change of who is who."""
WORKED_OUT = ("figures", "dynamics", "basis", "usual")
"""What stands in the words of a transcript because it was worked out."""
A_DAY = 24 * 3600
NO_ONE = Usual()


@cache
def rules_version() -> str:
    """Return a digest of the rules that read a transcript, of those that packages offer too."""
    total = hashlib.sha256("\n".join(one.id for one in every()).encode())
    folder = Path(reattune.speech.__file__).parent
    for file in sorted(folder.rglob("*.py")):
        total.update(file.read_bytes())
    return total.hexdigest()[:16]


def changed(client: models.Client) -> None:
    """Say that something about a client's transcripts changed: figures are worked out anew, in the background."""
    jobs.start(KIND, {"client": str(client.pk)})
    clients.changed(client)


def reading_of(heard: models.Heard, words: Words | None = None, earlier: Usual | None = None) -> tuple[Reading, str]:
    """Return a transcript read, and why its words were not, "" where they were.

    Args:
        heard: The transcript; somebody has said who is who.
        words: Its words, where they were opened already.
        earlier: What was usual for this client in earlier sessions; as it was kept where None.

    Returns:
        The reading, without a mark where the words were not read.
    """
    known = heard.words if words is None else words
    transcript = transcript_of(heard, known)
    before = _usual(known.get("before")) if earlier is None else earlier
    why = _no_words() if heard.wordless else why_not_read(transcript)
    return (Reading(prepare(transcript, before), ()) if why else read(transcript, before)), why


def renew(client: models.Client) -> int:
    """Work out the figures of every transcript whose grounds have changed, in order of days; return of how many.

    Args:
        client: Whose; where transcripts are not agreed to, or not any more, none of them is opened.
    """
    if not is_agreed(client):
        return 0
    ordinary = _ordinary(client)
    earlier, done = NO_ONE, 0
    for one in client.heard.exclude(confirmed=None).defer("body").order_by("day", "made"):
        words = one.words
        basis = _basis(words, one.day.isoformat(), earlier, ordinary[one.pk])
        if words.get("basis") != basis:
            found = _worked_out(one, words, earlier, ordinary[one.pk])
            done += _keep(one, words, {**found, "basis": basis})
            words = {**words, **found}
        earlier = _usual(words["usual"])
    return done


@jobs.kind(KIND)
def hear(job: models.Job) -> None:
    """Work out the figures of one client's transcripts."""
    client = models.Client.objects.filter(pk=job.words.get("client")).first()
    if client is not None and renew(client):
        clients.changed(client)


@jobs.regularly(A_DAY)
def look_for_new_rules() -> int:
    """Have every transcript read anew where the rules are others than the last time; return of how many clients."""
    if models.Setting.objects.filter(name=RULES, value=rules_version()).exists():
        return 0
    found = 0
    for seen in jobs.scopes():
        with scope.use(seen):
            for client in models.Client.objects.filter(heard__confirmed__isnull=False).distinct():
                jobs.start(KIND, {"client": str(client.pk)})
                found += 1
    models.Setting.objects.update_or_create(name=RULES, defaults={"value": rules_version()})
    return found


def _no_words() -> str:
    return _("Of this session only lengths and times were kept.")


def _ordinary(client: models.Client) -> defaultdict[Any, frozenset[str]]:
    """Return the moments that were called ordinary, by transcript: they count no more."""
    found: defaultdict[Any, frozenset[str]] = defaultdict(frozenset)
    for heard, moment in client.answers.filter(undone=None, answer="no").values_list("heard_id", "moment"):
        found[heard] |= {moment}
    return found


def _basis(words: Words, day: str, earlier: Usual, ordinary: frozenset[str]) -> str:
    said = [rules_version(), day, words.get(VERSION, 0), earlier.reply, earlier.replies, sorted(ordinary)]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:32]


def _worked_out(one: models.Heard, words: Words, earlier: Usual, ordinary: frozenset[str]) -> dict[str, Any]:
    if missing_role(words) is not None:
        return {"figures": None, "dynamics": None, "usual": _row(earlier), "before": _row(earlier)}
    reading, why = reading_of(one, words, earlier)
    left_out = {hit for moment in moments(reading) if moment.id in ordinary for hit in moment.hits}
    hits = [hit for hit in reading.hits if hit not in left_out]
    return {
        "figures": dump(figures(reading, hits, why=why)),
        "dynamics": row(dynamics(reading.transcript)),
        "usual": _row(reading.context.usual),
        "before": _row(earlier),
    }


def _row(usual: Usual) -> list[float]:
    return [usual.reply, usual.replies]


def _usual(kept: list[float] | None) -> Usual:
    return Usual(float(kept[0]), int(kept[1])) if kept else NO_ONE


def _keep(one: models.Heard, words: Words, found: Words) -> int:
    """Keep what was worked out, unless who is who was changed meanwhile: then it is worked out once more anyway."""
    with transaction.atomic():
        fresh = models.Heard.objects.select_for_update().filter(pk=one.pk).first()
        if fresh is None or fresh.words.get(VERSION, 0) != words.get(VERSION, 0):
            return 0
        fresh.words = {**fresh.words, **found}
        fresh.save(update_fields=["sealed"])
    return 1
