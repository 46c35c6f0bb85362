"""What a table's columns are and what its words mean: said once, kept under a name."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from reattune.errors import ReattuneError
from reattune.instruments import shipped
from reattune.language import _
from reattune.practice import models
from reattune.practice.door import May, page
from reattune.practice.importing import columns, taking
from reattune.practice.importing.recognising import columns_of, is_table, preset_for
from reattune.practice.rendering import render, say
from reattune.reading.layout import FileKind

ORDERS = {"": None, "day": True, "month": False}
MOST_WORDS = 60


@page("imports/<uuid:imported>/columns/", "import-columns", May.IMPORT)
def name_columns(request: HttpRequest, imported: UUID) -> HttpResponse:
    """Ask what each column is; then look at the file again."""
    one = _waiting(imported)
    if not is_table(taking.held(one)):
        raise Http404
    words = one.words
    before = words.get("mapping") or {}
    kinds = _kinds(words)
    kind = request.POST.get("kind") or request.GET.get("kind") or _kind(words)
    if kind and kind not in kinds:
        kind = ""
    trouble = ""
    if request.method == "POST" and "save" in request.POST:
        try:
            _save(request, one, kind)
            return _to(one)
        except ReattuneError as error:
            trouble = str(error)
    known = before.get("columns") or {}
    context = {
        "one": one,
        "words": words,
        "kinds": kinds,
        "kind": kind,
        "fields": columns.fields(kind) if kind else {},
        "columns": _shown(request, columns.columns(taking.held(one), kind, known)) if kind else (),
        "same": _same(kind),
        "always": {field: _always(request, field, known) for field, _label, _choices in _same(kind)},
        "order": _order(request, before.get("day_first")),
        "name": request.POST.get("name") or _preset_name(one) or words.get("stem") or words.get("name"),
        "trouble": trouble,
    }
    return render(request, "import_columns.html.j2", context, status=400 if trouble else 200)


@page("imports/<uuid:imported>/words/", "import-words", May.IMPORT)
def name_words(request: HttpRequest, imported: UUID) -> HttpResponse:
    """Ask what a table's status words mean; then look at the file again."""
    one = _waiting(imported)
    words = one.words
    before = words.get("mapping") or {}
    kind = before.get("kind") or _kind(words) or _found_kind(words)
    unknown = list(words.get("unmapped") or ())[:MOST_WORDS]
    trouble = ""
    if request.method == "POST":
        meanings = columns.meanings(kind)
        said = {word: request.POST.get(f"word-{number}", "") for number, word in enumerate(unknown)}
        status = {**(before.get("status") or {}), **{word: to for word, to in said.items() if to in meanings}}
        try:
            _settle(one, kind, {**_plain(before), "status": status}, known=words.get("way") == FileKind.KNOWN)
            return _to(one)
        except ReattuneError as error:
            trouble = str(error)
    context = {"one": one, "words": words, "unknown": unknown, "meanings": columns.meanings(kind), "trouble": trouble}
    return render(request, "import_words.html.j2", context, status=400 if trouble else 200)


@page("imports/<uuid:imported>/order/", "import-order", May.IMPORT)
def name_order(request: HttpRequest, imported: UUID) -> HttpResponse:
    """Say whether the day or the month comes first; then look at the file again."""
    one = _waiting(imported)
    first = ORDERS.get(request.POST.get("order", ""))
    if request.method == "POST" and first is not None:
        words = one.words
        before = words.get("mapping") or {}
        kind = before.get("kind") or _kind(words) or _found_kind(words)
        try:
            _settle(one, kind, {**_plain(before), "day_first": first}, known=words.get("way") == FileKind.KNOWN)
        except ReattuneError as error:
            say(request, str(error))
    return _to(one)


def _save(request: HttpRequest, one: models.Import, kind: str) -> None:
    """Take over what was said about the columns.

    Raises:
        ReattuneError: Something is missing, or the file cannot be read in this way.
    """
    if not kind:
        raise ReattuneError(_("Say first what is in this table."))
    file = taking.held(one)
    mapping: dict[str, str] = {}
    for number, column in enumerate(columns.columns(file, kind, {})):
        field = request.POST.get(f"column-{number}", "")
        if field not in columns.fields(kind):
            continue
        if field in mapping:
            message = _("Two columns are taken for “{field}”; choose one of them.")
            raise ReattuneError(message.format(field=columns.fields(kind)[field]))
        mapping[field] = column.header
    for field, _shown_as, choices in _same(kind):
        given = request.POST.get(f"same-{field}", "")
        if given in dict(choices) and given and field not in mapping:
            mapping[field] = f"={given}"
    if not mapping:
        raise ReattuneError(_("Say of at least one column what it is."))
    missing = columns.missing(file, kind, mapping)
    if missing:
        message = _("Still to say: {fields}. Choose a column for each, or what it is in every row.")
        raise ReattuneError(message.format(fields=", ".join(missing)))
    before = one.words.get("mapping") or {}
    said = {
        "columns": mapping,
        "status": before.get("status") or {},
        "day_first": ORDERS.get(request.POST.get("order", "")),
    }
    _settle(one, kind, said, name=request.POST.get("name", ""))


def _settle(one: models.Import, kind: str, mapping: dict[str, Any], name: str = "", known: bool = False) -> None:
    """Look at the file again as it was said to be read, and keep that for the next time."""
    file = taking.held(one)
    taking.understand_as(one, "" if known else kind, mapping)
    if is_table(file):
        given = name or _preset_name(one) or str(one.words.get("stem") or one.words.get("name"))
        columns.save(file, kind, given[: columns.NAME_LONGEST], mapping)


def _shown(request: HttpRequest, found: tuple[columns.Column, ...]) -> list[dict[str, Any]]:
    return [
        {
            "number": number,
            "header": column.header,
            "samples": column.samples,
            "field": request.POST.get(f"column-{number}", column.field) if "save" in request.POST else column.field,
        }
        for number, column in enumerate(found)
    ]


def _same(kind: str) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Return what may be the same in every row of a table: a field, its label, and what it can be."""
    if kind not in {FileKind.RATINGS, FileKind.CHECK_INS}:
        return []
    return _constants(ratings=kind == FileKind.RATINGS)


def _constants(*, ratings: bool) -> list[tuple[str, str, list[tuple[str, str]]]]:
    by = ("by", _("By whom, in every row"), [("client", _("the client")), ("therapist", _("you"))])
    if not ratings:
        return [by]
    timing = [("pre", _("before")), ("post", _("after")), ("between", _("between sessions"))]
    every = [(one.id, one.name) for one in sorted(shipped().values(), key=lambda each: each.name)]
    return [
        by,
        ("timing", _("Before or after the session, in every row"), timing),
        ("instrument", _("Which questionnaire, in every row"), every),
    ]


def _always(request: HttpRequest, field: str, known: Mapping[str, str]) -> str:
    """Return what was chosen for every row: just now, or before."""
    before = known.get(field, "")
    return request.POST.get(f"same-{field}") or (before[1:] if before.startswith("=") else "")


def _order(request: HttpRequest, before: bool | None) -> str:
    given = request.POST.get("order")
    if given in ORDERS:
        return given
    return "" if before is None else "day" if before else "month"


def _preset_name(one: models.Import) -> str:
    file = taking.held(one)
    if not is_table(file):
        return ""
    preset = preset_for(columns_of(file))
    return preset.name if preset else ""


def _plain(mapping: dict[str, Any]) -> dict[str, Any]:
    return {name: mapping.get(name) for name in ("columns", "status", "day_first")}


def _kinds(words: dict[str, Any]) -> Mapping[str, str]:
    """Return what a table may be said to hold; where people's words are known to stand in it, nothing else."""
    check_ins = FileKind.CHECK_INS.value
    return {check_ins: columns.kinds()[check_ins]} if words.get("way") == check_ins else columns.kinds()


def _kind(words: dict[str, Any]) -> str:
    way = words.get("way") or ""
    return way if way in columns.kinds() else ""


def _found_kind(words: dict[str, Any]) -> str:
    found = words.get("found") or {}
    if found.get(models.Record.Kind.SESSION):
        return FileKind.APPOINTMENTS.value
    return FileKind.PAYMENTS.value if found.get(models.Record.Kind.PAYMENT) else ""


def _waiting(imported: UUID) -> models.Import:
    one = models.Import.objects.filter(pk=imported, state=models.Import.State.PREVIEWED).first()
    if one is None:
        raise Http404
    return one


def _to(one: models.Import) -> HttpResponse:
    return HttpResponseRedirect(reverse("import", kwargs={"imported": one.pk}))
