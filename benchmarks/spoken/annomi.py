"""AnnoMI: a check of the reader on client talk type (neutral, change, sustain), by video. It says nothing of strain.

Sustain talk is a client's speaking for things as they are; it is not a rupture, and no figure here is about one.
The corpus (Wu et al., ICASSP 2022; github.com/uccollab/AnnoMI, commit 4293664) is no part of the project.
"""

import csv
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
from sklearn.model_selection import StratifiedGroupKFold

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.larger import coded, recipes
from reattune.speech.larger.blocks import Part
from reattune.speech.larger.encoder import Encodes
from reattune.speech.larger.figures import interval, macro, order
from reattune.speech.larger.texts import FIGURES, Piece
from spoken.larger import given

PART = Path("annomi") / "AnnoMI-simple.csv"
WHERE = (
    "AnnoMI is not there. Get AnnoMI-simple.csv from the GitHub repository uccollab/AnnoMI, commit 4293664, put it at "
    "DATA/annomi/AnnoMI-simple.csv and say --data DATA."
)
SEEDS = (0, 1, 2)
FOLDS = 5
BEFORE = 0.523
"""The best linear reader of text measured before (speech notes 4.1); two experts agree with .645."""
COLUMNS = ("model", "macro-F1", "95 % by video (first seed)", "seeds", "sustain: AUC")


def sessions(data: Path) -> list[tuple[Transcript, dict[int, str], str]]:
    """Return each transcript entry by entry, with the codes of the client's turns and its video."""
    found = defaultdict(list)
    with (data / PART).open(encoding="utf-8", newline="") as file:
        for record in csv.DictReader(file):
            found[int(record["transcript_id"])].append(record)
    read = []
    for number, records in sorted(found.items()):
        records.sort(key=lambda record: int(record["utterance_id"]))
        turns = tuple(_turn(record) for record in records)
        codes = {at: one["client_talk_type"] for at, one in enumerate(records) if one["interlocutor"] == "client"}
        transcript = Transcript(date(2024, 1, 1), Source(str(number), ""), turns, Times.STARTS, "en")
        read.append((transcript, codes, records[0]["video_url"]))
    return read


def rows(data: Path | None, encoder: Encodes | None = None, seeds: Sequence[int] = SEEDS) -> list[tuple[str, ...]]:
    """Return the table: trivial readers, words alone, and with the encoder where one is given."""
    if data is None or not (data / PART).exists():
        print(WHERE)
        return []
    encoder = encoder or given(data)
    read = sessions(data)
    taught = coded.lesson([(transcript, codes) for transcript, codes, _video in read], [video for *_, video in read])
    lengths = coded.Codes(
        tuple(Piece({}, {FIGURES: piece.figures[FIGURES][:1]}) for piece in taught.pieces),
        taught.names,
        taught.codes,
        taught.sessions,
        taught.groups,
    )
    figures = (Part("numbers", FIGURES, 1.0),)
    table = [
        _row("always neutral", taught, [np.tile([1.0, 0, 0], (len(taught.codes), 1)) for _seed in seeds]),
        _row("the turn's length, and nothing else", taught, _scores(figures, lengths, None, seeds)),
        _row("figures without words", taught, _scores(figures, taught, None, seeds)),
        _row("words", taught, _scores(recipes.turn(encoder=False), taught, None, seeds)),
    ]
    if encoder is not None:
        table.append(_row("words + encoder", taught, _scores(recipes.turn(encoder=True), taught, encoder, seeds)))
    return table


def _scores(parts, taught, encoder, seeds):
    found = []
    for seed in seeds:
        scores = np.zeros((len(taught.codes), len(taught.names)))
        apart = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=seed)
        for known, other in apart.split(scores, taught.codes, _numbered(taught.groups)):
            scores[other] = coded.teach(parts, taught.at(known), encoder).say(taught.at(other), encoder)
        found.append(scores)
    return found


def _row(name, taught, scores):
    chosen = [each.argmax(axis=1) for each in scores]
    values = [macro(taught.codes, each, len(taught.names)) for each in chosen]
    drawn = interval(lambda at: macro(taught.codes[at], chosen[0][at], len(taught.names)), taught.groups)
    sustain = taught.names.index("sustain")
    auc = np.mean([order((taught.codes == sustain).astype(float), each[:, sustain]) for each in scores])
    seeds = " ".join(f"{value:.3f}" for value in values)
    return (name, f"{np.mean(values):.3f}", f"{drawn.low:.3f} to {drawn.high:.3f}", seeds, f"{auc:.3f}")


def _numbered(groups):
    places = {group: number for number, group in enumerate(dict.fromkeys(groups))}
    return [places[group] for group in groups]


def _turn(record):
    role = Role.CLIENT if record["interlocutor"] == "client" else Role.THERAPIST
    hours, minutes, seconds = (int(part) for part in record["timestamp"].split(":"))
    start = float(hours * 3600 + minutes * 60 + seconds)
    return Turn(role, record["interlocutor"], record["utterance_text"], record["utterance_id"], start)
