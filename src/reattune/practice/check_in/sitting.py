"""One check-in as it comes in: each answer with its reader, kept once however often it is sent, a skip never."""

import json
import threading
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from reattune.language import _
from reattune.model import Share
from reattune.practice import models
from reattune.practice.check_in import inviting, wording
from reattune.practice.check_in.asked import CLOSENESS, COLOURS, LEADING, WORDLESS, Question, When
from reattune.practice.check_in.wording import Form
from reattune.practice.models.voice import SHARED
from reattune.practice.voices import saying
from reattune.practice.voices.kinds import Kind

Typed = Mapping[str, str]
LONGEST = 20_000
"""Characters of one answer; more is told, and nothing of it is thrown away."""
SKIP = "skip"
_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, and who may read it; `share` is None where nobody was chosen."""

    id: str
    kind: Kind
    title: str
    words: Mapping[str, Any]
    share: Share | None


@dataclass(frozen=True, slots=True)
class Sitting:
    """All answers of one check-in, and what has to be said about some of them before they can be kept."""

    id: uuid.UUID
    when: When
    answers: tuple[Answer, ...] = ()
    troubles: Mapping[str, str] | None = None


def when_of(text: str) -> When:
    """Return when a check-in is given, after a session where nothing else was said."""
    return When.BEFORE if text == When.BEFORE.value else When.AFTER


def understood(typed: Typed) -> Sitting:
    """Return what a form says.

    Args:
        typed: Its fields; those of a question end in its id, those of a form in its place.

    Returns:
        The sitting. Its identity is made of the form's own and of all answers: sent twice it is the same one, and
        one that was written on is another.
    """
    when = when_of(typed.get("when", ""))
    answers = tuple(_answers(typed, when))
    troubles = {one.id: why for one in answers if (why := _trouble(one))}
    said = json.dumps([[one.id, one.words, one.share] for one in answers], sort_keys=True, ensure_ascii=False)
    return Sitting(uuid.uuid5(_identity(typed), said), when, answers, troubles)


def keep(client: models.Client, sitting: Sitting, day: date, link: models.Invitation | None = None) -> bool:
    """Keep every answer for whoever may read it: all of them or none, and once.

    Args:
        client: Whose.
        sitting: Without troubles.
        day: The day of answering.
        link: What it came through; it is used where anything was shared. What is kept for the client alone, or for
            after the end, leaves it as good as before: whoever tried it would learn that something was said.

    Returns:
        Whether it was kept, or nothing had to be; False where the link was used for something else before.
    """
    with _one_at_a_time, transaction.atomic():
        # Another program on the same store waits here until this one is done.
        list(models.Client.objects.select_for_update().filter(pk=client.pk).values_list("pk"))
        if is_kept(client, sitting):
            return True
        if link is not None and not _may_come_by(link, sitting):
            return False
        place = saying.Place(sitting=sitting.id)
        for one in sitting.answers:
            saying.say(client, one.kind, one.words, one.share or Share.ONLY_ME, day, place)
    return True


def _may_come_by(link: models.Invitation, sitting: Sitting) -> bool:
    shares = any(one.share is not None and one.share.value in SHARED for one in sitting.answers)
    return inviting.use_up(link) if shares else not inviting.is_used(link)


def is_kept(client: models.Client, sitting: Sitting) -> bool:
    """Say whether answers of a sitting are kept already."""
    found: bool = models.Said.every.filter(client=client, sitting=sitting.id).exists()
    return found


def _identity(typed: Typed) -> uuid.UUID:
    try:
        return uuid.UUID(typed.get("sitting", ""))
    except ValueError:
        return uuid.uuid4()


def _answers(typed: Typed, when: When) -> Iterator[Answer]:
    for question in wording.questions(when):
        words = _said(typed, question, when)
        if words and not typed.get(f"{SKIP}-{question.id}"):
            yield Answer(question.id, Kind.ANSWER, question.words, words, _share(typed, question.id))
    for form in wording.forms(when):
        rated = wording.answered(form, [_item(typed, form, one.number) for one in form.items], when)
        if rated is not None and not typed.get(f"{SKIP}-{form.id}"):
            yield Answer(form.id, Kind.RATING, form.name, rated, _share(typed, form.id))


def _said(typed: Typed, question: Question, when: When) -> dict[str, Any]:
    """Return what was said to a question; nothing where it was left out."""
    choice = typed.get(f"choice-{question.id}", "")
    text = typed.get(f"text-{question.id}", "").replace("\r\n", "\n").replace("\r", "\n").strip()
    colour = typed.get(f"colour-{question.id}", "")
    found = {
        "choice": choice if choice in {one.value for one in question.choices} else "",
        "text": text,
        "closeness": _position(typed, f"closeness-{question.id}", CLOSENESS),
        "leading": _position(typed, f"leading-{question.id}", LEADING),
        "colour": colour if colour in COLOURS else "",
    }
    said = {name: value for name, value in found.items() if value not in {"", None}}
    if not said:
        return {}
    if not found["choice"] and not text:
        # Whoever shows it by a place or a colour has answered, without words.
        said["choice"] = WORDLESS
    return {"question": question.id, "when": when.value, **said}


def _position(typed: Typed, name: str, places: range) -> int | None:
    try:
        found = int(typed.get(name, ""))
    except ValueError:
        return None
    return found if found in places else None


def _item(typed: Typed, form: Form, number: int) -> int | None:
    try:
        found = int(typed.get(f"item-{form.id}-{number}", ""))
    except ValueError:
        return None
    return found if found in form.values else None


def _share(typed: Typed, name: str) -> Share | None:
    try:
        return Share(typed.get(f"share-{name}", ""))
    except ValueError:
        return None


def _trouble(answer: Answer) -> str:
    if len(answer.words.get("text", "")) > LONGEST:
        return _("This is longer than {n} characters. Shorten it, or say the rest in another check-in.").format(
            n=LONGEST
        )
    if answer.share is None:
        return _("Choose who may read this answer; nothing was sent yet.")
    return ""
