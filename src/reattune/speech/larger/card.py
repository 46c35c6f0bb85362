"""The model card: from what it was learned, how well it does on people it did not learn from, and what it is not."""

from collections.abc import Mapping, Sequence
from typing import Any

from reattune.language import _, plural
from reattune.speech.larger.model import Model

Cells = Sequence[str]


def card(model: Model) -> str:
    """Return a model's card as Markdown.

    Args:
        model: any model that was trained here.
    """
    about = model.about
    parts = [_heading(model), _data(about), _measured(model), _reads(model), _limits(model)]
    return "\n\n".join(parts) + "\n"


def _heading(model: Model) -> str:
    title = _("Model card: resemblance to rated sessions") if model.goal == "score" else _("Model card: codes of turns")
    lines = [f"# {title}"]
    if model.about.get("licence"):
        lines.append(f"**{model.about['licence']}**")
    lines.append(
        _("It holds words that were said in these sessions: keep it on this machine, as you keep the sessions.")
    )
    return "\n\n".join(lines)


def _data(about: Mapping[str, Any]) -> str:
    found = plural("{n} session", "{n} sessions", int(about["sessions"]))
    people = plural("{n} group", "{n} groups", int(about["groups"]))
    lines = [f"## {_('Learned from')}", ""]
    lines.append("- " + _("Corpus: {name}; {found} in {people} ({by}).").format(**about, found=found, people=people))
    if about.get("target"):
        lines.append("- " + _("What was rated or coded: {target}.").format(target=about["target"]))
    if "below" in about:
        lines.append("- " + _("A score below {below:g} is called low here.").format(below=about["below"]))
    return "\n".join(lines)


def _measured(model: Model) -> str:
    about = model.about
    lines = [f"## {_('Measured on people it did not learn from')}", ""]
    if model.goal == "score":
        head: Cells = (_("Model"), _("r with the score"), _("r within raters"), _("AUC for low"), _("Mean error"))
        lines += _table(head, [_row(row, ("together", "within", "order", "error")) for row in about["table"]])
        brier, base = about["brier"], about["brier_base"]
        text = _("Shares rated low, on unseen people: Brier score {brier:.3f}; {base:.3f} when all are told the mean.")
        lines += ["", text.format(brier=brier, base=base)]
    else:
        head = (_("Model"), _("Macro-F1"))
        lines += _table(head, [_row(row, ("macro",)) for row in about["table"]])
    lines += ["", _("In brackets: where 95 % lie when whole groups are drawn anew.")]
    return "\n".join(lines)


def _reads(model: Model) -> str:
    lines = [f"## {_('What it reads')}", ""]
    for part in model.reader.parts:
        many = model.line.weights[part.name].shape[0]
        lines.append(f"- {part.name}: " + plural("{n} weight", "{n} weights", many))
    if model.encoder:
        lines.append("- " + _("Sentence encoder: {digest} (supplied by you).").format(digest=model.encoder[:16]))
    return "\n".join(lines)


def _limits(model: Model) -> str:
    lines = [f"## {_('What it is not')}", ""]
    lines.append(
        "- " + _("It says which sessions a new one resembles, and nothing of what happened between two people.")
    )
    if model.goal == "score":
        lines.append("- " + _("A rating is one person's view of one session, and people differ in how they rate."))
        lines.append("- " + _("Part of what it reads may be how sessions close, rather than how they were."))
    else:
        lines.append("- " + _("The codes are those of your corpus and mean what its manual says, nothing more."))
    lines.append("- " + _("It knows talk like that of its corpus; of other talk or another language it says nothing."))
    lines.append("- " + _("It is for research and reading again, not for a practice's screens."))
    return "\n".join(lines)


def _row(row: Mapping[str, Any], measures: Sequence[str]) -> Cells:
    return (row["name"], *("{value:.3f} ({low:.3f} – {high:.3f})".format(**row[measure]) for measure in measures))


def _table(head: Cells, rows: Sequence[Cells]) -> list[str]:
    ruled = ["|".join(["", *("---" for _name in head), ""])]
    return ["| " + " | ".join(head) + " |", *ruled, *("| " + " | ".join(cells) + " |" for cells in rows)]
