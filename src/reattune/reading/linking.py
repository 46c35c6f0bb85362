"""Whose a record is: decided by the folder it lies in, or by a link a person has made. Never by a name."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from reattune.language import _, plural
from reattune.model import Quarantined, Source
from reattune.reading.gathered import Gathered


def with_codenames(links: Mapping[str, str], folders: Iterable[str]) -> Mapping[str, str]:
    """Return the links, and each codename as a link to itself: who writes a codename has said whose it is.

    Args:
        links: Labels and the codenames they stand for, as a person linked them; these stand above all.
        folders: The names of the practice's folders.
    """
    return {name: name for name in (*folders, *links.values())} | dict(links)


def labelled(gathered: Gathered) -> Mapping[str, tuple[Source, ...]]:
    """Return the sources of all records of a file by the label they came with, in the order of the labels."""
    found: dict[str, list[Source]] = {}
    for label, source in (
        *((label, session.source) for label, session in gathered.sessions),
        *((label, payment.source) for label, payment in gathered.payments),
        *((label, rating.source) for label, rating in gathered.ratings),
        *((label, check_in.source) for label, check_in in gathered.check_ins),
        *((label, stretch.source) for label, stretch in gathered.breaks),
        *((label, episode.source) for label, episode in gathered.episodes),
    ):
        found.setdefault(label, []).append(source)
    return {label: tuple(found[label]) for label in sorted(found)}


def only(gathered: Gathered, wanted: Callable[[str], bool]) -> Gathered:
    """Return what came with a wanted label; what was set aside or remarked stays with it."""
    return replace(
        gathered,
        sessions=tuple(pair for pair in gathered.sessions if wanted(pair[0])),
        payments=tuple(pair for pair in gathered.payments if wanted(pair[0])),
        ratings=tuple(pair for pair in gathered.ratings if wanted(pair[0])),
        check_ins=tuple(pair for pair in gathered.check_ins if wanted(pair[0])),
        breaks=tuple(pair for pair in gathered.breaks if wanted(pair[0])),
        episodes=tuple(pair for pair in gathered.episodes if wanted(pair[0])),
        suppress=tuple(pair for pair in gathered.suppress if wanted(pair[0])),
    )


def in_folder(gathered: Gathered, codename: str, links: Mapping[str, str]) -> Gathered:
    """Return what belongs to the relationship in whose folder a file lies.

    A file that names one person, or nobody, is theirs; of a file that names several only the linked ones are taken.
    """
    named = {label for label in labelled(gathered) if label}
    others = {label for label in named if links.get(label, codename) != codename}
    if len(named) > 1:
        others |= {label for label in named if links.get(label) != codename}
    if not others:
        return gathered
    kept = only(gathered, lambda label: label not in others)
    aside = tuple(
        _not_linked(label, sources, links.get(label))
        for label, sources in labelled(gathered).items()
        if label in others
    )
    return replace(kept, quarantined=kept.quarantined + aside)


def by_codename(gathered: Gathered, links: Mapping[str, str]) -> tuple[Mapping[str, Gathered], Gathered]:
    """Share out a file about the whole practice.

    Returns:
        What belongs to whom, by codename; and the rest: breaks that name nobody (they are everybody's), what was set
        aside, and one entry for each label that is linked to nobody.
    """
    found = labelled(gathered)
    codenames = sorted({links[label] for label in found if label in links})
    bare = replace(gathered, quarantined=(), not_analysed=(), remarks=())
    shared = {codename: only(bare, _linked_to(codename, links)) for codename in codenames}
    aside = tuple(
        _not_linked(label, sources, None)
        for label, sources in _without_leave(gathered, found).items()
        if label not in links
    )
    rest = Gathered(
        breaks=tuple(pair for pair in gathered.breaks if not pair[0]),
        quarantined=gathered.quarantined + aside,
        not_analysed=gathered.not_analysed,
        remarks=gathered.remarks,
    )
    return shared, rest


def silenced(gathered: Iterable[Gathered]) -> str:
    """Return why nothing is to be said about a relationship, or "" where nothing speaks against it."""
    return next((why for each in gathered for _label, why in each.suppress), "")


def _linked_to(codename: str, links: Mapping[str, str]) -> Callable[[str], bool]:
    return lambda label: links.get(label) == codename


def _without_leave(gathered: Gathered, found: Mapping[str, tuple[Source, ...]]) -> Mapping[str, tuple[Source, ...]]:
    leave = {record.source for label, record in gathered.breaks if not label}
    return {label: rest for label, all_of in found.items() if (rest := tuple(s for s in all_of if s not in leave))}


def _not_linked(label: str, sources: tuple[Source, ...], codename: str | None) -> Quarantined:
    rows = plural("{n} row", "{n} rows", len(sources))
    if codename is not None:
        why = _('{rows} for "{label}", linked to {codename}; put them into that folder').format(
            rows=rows, label=label, codename=codename
        )
    elif label:
        why = _(
            '{rows} for "{label}", who is linked to nobody yet; in practice.toml, under [links], write '
            "CODENAME = [{quoted}], with the name of their folder for CODENAME"
        ).format(rows=rows, label=label, quoted=json.dumps(label, ensure_ascii=False))
    else:
        why = _("{rows} for nobody: no name and no id; put the file into the folder it belongs to").format(rows=rows)
    return Quarantined(sources[0].file, sources[0].row, "client", why)
