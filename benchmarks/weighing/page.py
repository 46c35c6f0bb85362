"""The page docs/evidence.md: every table made from results, the words between them kept beside in `told`."""

import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from math import sqrt

from weighing import plots, told
from weighing.courses import SHAPES, settings
from weighing.power import INFORMED, ONE_SETTING, ORACLE, OURS, PLAIN
from weighing.tasks import Task

Z = 1.96
TEXTBOOK = ("ewma", "cusum")
"""General control charts; the others in the list were offered for alliance or symptom scores."""
NOT_CRITERIA = (OURS, PLAIN, ORACLE, INFORMED, ONE_SETTING)
FIRST = 20


@dataclass(frozen=True)
class Words:
    """What the page says of its own making."""

    setting: str
    quick: bool
    command: str


def tables(found: Mapping[Task, list[dict]], words: Words) -> str:
    """Return every table for which there are results, with the words between them."""
    by_name: dict[str, list[dict]] = {}
    for task, rows in found.items():
        by_name.setdefault(task.name, []).extend(rows)
    parts = [told.HEAD.format(command=words.command, seed=settings()[words.setting]["seed"], versions=_versions())]
    if words.quick:
        parts.append("A quick look: few courses, so every figure is rough.")
    parts += [make(by_name[name]) for name, make in SECTIONS if by_name.get(name)]
    return "\n\n".join(parts) + "\n"


def written(found: Mapping[Task, list[dict]], words: Words) -> Mapping[str, str]:
    """Return the page and its pictures by file name, beneath docs."""
    power = [row for task, rows in found.items() if task.name == "power" for row in rows]
    null = [row for task, rows in found.items() if task.name == "null" for row in rows]
    return {
        "evidence.md": tables(found, words),
        "evidence/power.svg": _power_plot([row for row in power if row["sessions"] == FIRST]),
        "evidence/null.svg": _null_plot([row for row in null if row["spend"] == max(one["spend"] for one in null)]),
    }


def share(hits: int, counted: int) -> str:
    """Return a proportion with half its 95 % interval."""
    if not counted:
        return "-"
    p = hits / counted
    return f"{p:.2f} ±{Z * sqrt(p * (1 - p) / counted):.2f}".replace("0.", ".")


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = ["| " + " | ".join(head) + " |", "|---" * len(head) + "|"]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows)])


def value(row: dict) -> float:
    """Return the share noticed."""
    return row["hits"] / row["counted"] if row["counted"] else 0.0


def _versions() -> str:
    names = ("reattune", "numpy", "scipy")
    return ", ".join([f"Python {platform.python_version()}", *(f"{name} {version(name)}" for name in names)])


def _power(rows: list[dict]) -> str:
    parts = [told.POWER]
    for sessions in sorted({row["sessions"] for row in rows}, key=lambda n: (n != FIRST, n)):
        own = [row for row in rows if row["sessions"] == sessions]
        parts.append(f"### {sessions} sessions\n\n" + _matched(own))
        if sessions == FIRST:
            parts += [told.GOALS + "\n\n" + _goals(own), told.PUBLISHED + "\n\n" + _published(own)]
            parts.append("![" + told.POWER_PICTURE + "](evidence/power.svg)")
    return "\n\n".join(parts)


def _methods(rows: list[dict]) -> list[str]:
    return list(dict.fromkeys(row["method"] for row in rows))


def _of(rows: list[dict], method: str, change: str) -> dict:
    return next(row for row in rows if row["method"] == method and row["change"] == change)


def _matched(rows: list[dict]) -> str:
    changes = list(SHAPES)
    lines = []
    for method in _methods(rows):
        found = [_of(rows, method, change) for change in changes]
        delay = _of(rows, method, "lasting fall of 1.5 SD")["delay"]
        lines.append(
            [method, *(share(row["hits"], row["counted"]) for row in found), f"{delay:g}" if delay >= 0 else "-",
             f"{found[0]['alarms']:.2f}".replace("0.", ".")]
        )  # fmt: skip
    for limit in (ORACLE, INFORMED, ONE_SETTING):
        if limit not in _methods(rows):
            continue
        parts = [value(_of(rows, OURS, change)) / max(value(_of(rows, limit, change)), 1e-9) for change in changes]
        lines.append([f"*Reattune as a part of the {limit}*", *(f"{part:.0%}" for part in parts), "", ""])
    return table(["at equal false alarms", *changes, "median delay, lasting 1.5", "false alarms"], lines)


def best(rows: list[dict], change: str, *, textbook: bool) -> tuple[str, float]:
    """Return the best criterion for one change and its share noticed; with or without general control charts."""
    found = [
        (row["method"], value(row))
        for row in rows
        if row["change"] == change and row["method"] not in NOT_CRITERIA and (textbook or row["method"] not in TEXTBOOK)
    ]
    return max(found, key=lambda one: one[1])


def _goals(rows: list[dict]) -> str:
    lines = []
    for change, (times, part) in told.AIMS.items():
        name, criterion = best(rows, change, textbook=False)
        chart, highest = best(rows, change, textbook=True)
        ours, plain = (value(_of(rows, method, change)) for method in (OURS, PLAIN))
        oracle, informed, for_all = (value(_of(rows, method, change)) for method in (ORACLE, INFORMED, ONE_SETTING))
        lines.append(
            [
                change,
                f"{times:g}",
                f"**{ours / criterion:.2f}**, {plain / criterion:.2f} ({name})",
                f"{informed / criterion:.2f}, {for_all / criterion:.2f}",
                f"**{ours / highest:.2f}**, {plain / highest:.2f} ({chart})",
                f"{part:.0%}" if part else "-",
                f"**{ours / oracle:.0%}**, {plain / oracle:.0%}",
                f"{informed / oracle:.0%}, {for_all / oracle:.0%}",
            ]
        )
    head = [
        "change",
        "aim: times the best criterion",
        "measured: with, without the reserve",
        "the informed limit: told the shape, one setting",
        "beside the best of all, charts included",
        "aim: part of the oracle",
        "measured: with, without the reserve",
        "the informed limit: told the shape, one setting",
    ]
    return table(head, lines)


def _published(rows: list[dict]) -> str:
    lines = [
        [
            method,
            f"{_of(rows, method, 'single dip of 2 SD')['published_alarms']:.0%}",
            *(
                share(row["published_hits"], row["published_counted"])
                for row in (_of(rows, method, change) for change in told.AIMS)
            ),
        ]
        for method in _methods(rows)
        if _of(rows, method, "single dip of 2 SD")["published_alarms"] >= 0
    ]
    return table(["at its own setting", "courses marked where nothing changed", *told.AIMS], lines)


def _null(rows: list[dict]) -> str:
    spends = sorted({row["spend"] for row in rows}, reverse=True)
    lines = []
    for stream, misfit in dict.fromkeys((row["stream"], row["misfit"]) for row in rows):
        own = {row["spend"]: row for row in rows if (row["stream"], row["misfit"]) == (stream, misfit)}
        cells = [
            f"{own[spend]['per_thousand']:.1f} [{own[spend]['low']:.1f}, {own[spend]['high']:.1f}]"
            + (" **above**" if own[spend]["high"] > 1000 * spend else "")
            for spend in spends
        ]
        lines.append([stream, told.drawn(stream, misfit), *cells])
    head = ["stream", "how it was drawn", *(f"budget {1000 * spend:g} per 1,000" for spend in spends)]
    picture = "![" + told.NULL_PICTURE + "](evidence/null.svg)"
    return "\n\n".join([told.NULL, table(head, lines), picture, told.NULL_AFTER])


def _once(rows: list[dict]) -> str:
    lines = [
        [
            row["stream"],
            f"{row['said']:,}",
            f"{row['times']} in {row['sessions']:,}",
            f"{row['times'] * row['said'] / row['sessions']:.2f}",
        ]
        for row in rows
    ]
    head = ["stream", "said: at most once in N or rarer", "so said", "as a part of what would be allowed"]
    return told.ONCE + "\n\n" + table(head, lines)


def _several(rows: list[dict]) -> str:
    lines = []
    for pair in dict.fromkeys(row["pair"] for row in rows):
        own = [row for row in rows if row["pair"] == pair]
        alone = max(value(row) for row in own[:2])
        lines += [[pair, row["with"], share(row["hits"], row["counted"]), f"{value(row) / alone:.2f}"] for row in own]
    return told.SEVERAL + "\n\n" + table(["pair", "looked at", "noticed", "times the better one alone"], lines)


def _ablation(rows: list[dict]) -> str:
    changes = list(dict.fromkeys(row["change"] for row in rows))
    lines = []
    for part in dict.fromkeys(row["part"] for row in rows):
        own = {row["change"]: row for row in rows if row["part"] == part}
        lines.append(
            [part, *(share(own[change]["hits"], own[change]["counted"]) for change in changes),
             *(f"{own[change]['at_budget']:.2f}".replace("0.", ".") for change in changes),
             f"{own[changes[0]]['for_nothing']:.1f}"]
        )  # fmt: skip
    head = ["without", *changes, *(f"at 1/50: {change}" for change in changes), "for nothing per 1,000, at 1/50"]
    return told.ABLATION + "\n\n" + table(head, lines)


def _reasons(rows: list[dict]) -> str:
    lines = [
        [
            row["case"],
            "lowered" if row["lowered"] else "not lowered",
            share(row["hits"], row["counted"]),
            f"{row['per_thousand']:.1f}",
        ]
        for row in rows
    ]
    head = ["what happened", "evidence with a reason", "noticed within eight sessions", "all noticings per 1,000"]
    return told.REASONS + "\n\n" + table(head, lines)


def _fairness(rows: list[dict]) -> str:
    lines = []
    for life in dict.fromkeys(row["life"] for row in rows):
        own = [row for row in rows if row["life"] == life]
        cells = [_rate([row[which] for row in own]) for which in ("with", "without")]
        lines.append([life.replace("_", " "), *cells, f"{len(own)}"])
    head = ["circumstance", "with it, per 1,000 sessions", "the others", "practices"]
    return told.FAIRNESS + "\n\n" + table(head, lines)


def _rate(pairs: list[list[int]]) -> str:
    """Return noticings per 1,000 sessions with a 95 % interval (Poisson, root of the count; at least one counted)."""
    noticings, sessions = (sum(column) for column in zip(*pairs, strict=True))
    rate, half = 1000 * noticings / sessions, 1000 * Z * sqrt(max(noticings, 1)) / sessions
    return f"{rate:.1f} [{max(0.0, rate - half):.1f}, {rate + half:.1f}] ({noticings} in {sessions:,})"


def _power_plot(rows: list[dict]) -> str:
    changes = list(told.AIMS)
    lines = [(method, [value(_of(rows, method, change)) for change in changes]) for method in _methods(rows)]
    return plots.dots("Noticed within four sessions, at equal false alarms", told.POWER_PICTURE, changes, lines)


def _null_plot(rows: list[dict]) -> str:
    lines = [
        (
            f"{row['stream']}: {told.drawn(row['stream'], row['misfit'])}",
            *(row[key] for key in ("per_thousand", "low", "high")),
        )
        for row in rows
    ]
    return plots.bars("What comes up for nothing", told.NULL_PICTURE, lines, 1000 * rows[0]["spend"], "the budget")


SECTIONS = (
    ("power", _power),
    ("null", _null),
    ("once", _once),
    ("several", _several),
    ("ablation", _ablation),
    ("reasons", _reasons),
    ("fairness", _fairness),
)
