"""What a practice asks in its check-ins: which of the four questions, and forms in wording it may use.

The wording of an instrument is never shipped: a practice types in what it holds the permission for. Only instruments
whose items are known here can be asked; of those that have a total alone, the form stays on paper.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import lru_cache
from typing import Any

from django.db import transaction

from reattune.errors import ReattuneError
from reattune.instruments import load, score, shipped
from reattune.language import _
from reattune.model import Instrument, Timing
from reattune.practice import auditing
from reattune.practice.check_in import asked
from reattune.practice.check_in.asked import Question, When
from reattune.practice.models import Setting

NAME = "wording"
LONGEST = 400
"""Characters of one item, one answer or an introduction."""
TIMINGS: Mapping[When, Timing] = {When.BEFORE: Timing.PRE, When.AFTER: Timing.POST}


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a form, by its number on the form; `is_risk` says whether it may touch on danger."""

    number: int
    words: str
    is_risk: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """An instrument as it can be asked here; `labels` are the words of the answers, or as many empty ones."""

    id: str
    name: str
    introduction: str
    items: tuple[Item, ...]
    values: tuple[int, ...]
    labels: tuple[str, ...]

    @property
    def risk_items(self) -> tuple[int, ...]:
        """Return the numbers of the items that may touch on danger."""
        return tuple(one.number for one in self.items if one.is_risk)

    @property
    def choices(self) -> tuple[tuple[int, str], ...]:
        """Return each value with the words of its answer."""
        return tuple(zip(self.values, self.labels, strict=True))


@dataclass(frozen=True, slots=True)
class Wording:
    """What a practice typed in of one instrument, and when it is asked."""

    introduction: str = ""
    items: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    permission: bool = False
    on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """What was said about check-ins: the questions left out at each time, and by id wording and own definitions."""

    left_out: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    wording: Mapping[str, Wording] = field(default_factory=dict)
    own: Mapping[str, str] = field(default_factory=dict)
    """Instruments of the practice's own, each as the text of its definition."""


def questions(when: When) -> tuple[Question, ...]:
    """Return the questions that the practice asks, in the language of the page.

    Args:
        when: Before or after a session.
    """
    left_out = kept().left_out.get(when.value, ())
    return tuple(one for one in asked.questions(when) if one.id not in left_out)


def forms(when: When) -> tuple[Form, ...]:
    """Return the forms that the practice asks: their wording is complete, and the permission for it is held.

    Args:
        when: Before or after a session.
    """
    known, worded = askable(), kept().wording
    found = ((known[name], words) for name, words in worded.items() if name in known)
    return tuple(_form(one, words) for one, words in found if when.value in words.on and is_complete(one, words))


def find(instrument: str) -> Form | None:
    """Return a form by its instrument, asked just now or not; None where its wording is not here."""
    return every().get(instrument)


def every() -> Mapping[str, Form]:
    """Return every form whose wording is here, by its instrument, asked just now or not."""
    known = askable()
    found = ((name, known[name], words) for name, words in kept().wording.items() if name in known)
    return {name: _form(one, words) for name, one, words in found if is_complete(one, words)}


def answered(form: Form, items: Sequence[int | None], when: When) -> dict[str, Any] | None:
    """Return the words of a form that was answered, as they are said (`Kind.RATING`).

    Args:
        form: Which.
        items: A value for each of its items, None where one was left out.
        when: Before or after a session.

    Returns:
        The words, `score` None where too much was left out; None where all of it was, and nothing is to be kept.

    Raises:
        ReattuneError: There are more or fewer values than items, or one that cannot be given.
    """
    if len(items) != len(form.items) or any(one is not None and one not in form.values for one in items):
        raise ReattuneError(_("The answers do not fit the form {name}; answer it anew.").format(name=form.name))
    if all(one is None for one in items):
        return None
    return {
        "instrument": form.id,
        "timing": TIMINGS[when].value,
        "items": list(items),
        "score": score(askable()[form.id], items).score,
        "risk": [one.number for one, value in zip(form.items, items, strict=True) if _is_named(form, one, value)],
    }


def _is_named(form: Form, item: Item, value: int | None) -> bool:
    return item.is_risk and value is not None and value > form.values[0]


def instruments() -> Mapping[str, Instrument]:
    """Return every instrument known to the practice, by id: those that are shipped, and its own before them."""
    return {**shipped(), **{name: _loaded(text) for name, text in kept().own.items()}}


@lru_cache(maxsize=64)
def _loaded(text: str) -> Instrument:
    return load(text)


def define(instrument: str, text: str) -> None:
    """Keep the definition of an instrument of the practice's own.

    Args:
        instrument: Its id.
        text: The definition, which was read before.
    """
    with transaction.atomic():
        before = kept()
        _write(replace(before, own={**before.own, instrument: text}))


def askable() -> Mapping[str, Instrument]:
    """Return every instrument of which the items are known, by id."""
    return {name: one for name, one in instruments().items() if one.item_count}


def on_paper() -> tuple[str, ...]:
    """Return the names of the instruments of which only a total is known: their forms stay on paper."""
    return tuple(one.name for one in shipped().values() if not one.item_count)


def values(instrument: Instrument) -> tuple[int, ...]:
    """Return the values that an item of an instrument can have."""
    return tuple(range(round(instrument.item_minimum), round(instrument.item_maximum) + 1))


def kept() -> Kept:
    """Return what was said about check-ins; where nothing was, the four questions are asked and no form."""
    row = Setting.objects.filter(name=NAME).values_list("value", flat=True).first() or {}
    wording = {name: _read(words) for name, words in row.get("wording", {}).items()}
    left_out = {when: tuple(out) for when, out in row.get("left_out", {}).items()}
    return Kept(left_out, wording, row.get("own", {}))


def ask(when: When, chosen: Sequence[str]) -> None:
    """Keep which of the four questions are asked.

    Args:
        when: Before or after a session.
        chosen: The questions by id; none of them where only forms are asked.
    """
    out = tuple(one.id for one in asked.questions(when) if one.id not in chosen)
    with transaction.atomic():
        before = kept()
        _write(replace(before, left_out={**before.left_out, when.value: out}))


def word(instrument: str, words: Wording) -> None:
    """Keep the wording of an instrument; without the permission for it no word of it is kept.

    Args:
        instrument: Its id.
        words: What was typed in.

    Raises:
        ReattuneError: There is no such instrument here, an item or an answer is missing, or the permission is.
    """
    known = askable().get(instrument)
    if known is None:
        raise ReattuneError(_("There is no instrument “{id}” with items here.").format(id=instrument))
    _check(known, words)
    with transaction.atomic():
        before = kept()
        _write(replace(before, wording={**before.wording, instrument: words}))


def forget(instrument: str) -> None:
    """Keep the wording of an instrument no longer."""
    with transaction.atomic():
        before = kept()
        _write(replace(before, wording={name: words for name, words in before.wording.items() if name != instrument}))


def is_complete(instrument: Instrument, words: Wording) -> bool:
    """Say whether a wording can be asked."""
    whole = len(words.items) == instrument.item_count and all(words.items)
    return words.permission and whole and _fits(instrument, words.labels)


def _fits(instrument: Instrument, labels: Sequence[str]) -> bool:
    return not any(labels) or (len(labels) == len(values(instrument)) and all((labels[0], labels[-1])))


def _check(instrument: Instrument, words: Wording) -> None:
    if not words.permission:
        raise ReattuneError(_("Tick that you hold the permission for this wording; without it nothing of it is kept."))
    missing = [n for n in range(1, instrument.item_count + 1) if n > len(words.items) or not words.items[n - 1]]
    if missing or len(words.items) > instrument.item_count:
        raise ReattuneError(
            _("{name} has {count} items, one in each line; look at item {n}. Nothing was kept.").format(
                name=instrument.name, count=instrument.item_count, n=missing[0] if missing else instrument.item_count
            )
        )
    if not _fits(instrument, words.labels):
        raise ReattuneError(
            _("Give words for the lowest and the highest answer at least, or for none of them. Nothing was kept.")
        )
    for text in (words.introduction, *words.items, *words.labels):
        if len(text) > LONGEST:
            raise ReattuneError(
                _("“{text}…” is longer than {n} characters; shorten it.").format(text=text[:30], n=LONGEST)
            )


def _form(instrument: Instrument, words: Wording) -> Form:
    items = tuple(Item(n, text, n in instrument.risk_items) for n, text in enumerate(words.items, start=1))
    known = values(instrument)
    labels = words.labels if any(words.labels) else ("",) * len(known)
    return Form(instrument.id, instrument.name, words.introduction, items, known, labels)


def _read(row: Mapping[str, Any]) -> Wording:
    return Wording(
        introduction=str(row.get("introduction", "")),
        items=tuple(row.get("items", ())),
        labels=tuple(row.get("labels", ())),
        permission=bool(row.get("permission")),
        on=tuple(row.get("on", ())),
    )


def _write(changed: Kept) -> None:
    value = {
        "left_out": {when: list(out) for when, out in changed.left_out.items()},
        "wording": {name: asdict(words) for name, words in changed.wording.items()},
        "own": dict(changed.own),
    }
    Setting.objects.update_or_create(name=NAME, defaults={"value": value})
    auditing.record(auditing.Action.SETTINGS, what="practice", purpose="keeping")
