"""Listening to 50 minutes: what it costs and where; and silences, held against the truth of invented conversations."""

import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from reattune.model import Role, Span, Spoke
from reattune.nonverbal.activity import listen
from reattune.nonverbal.pauses import silences
from reattune.nonverbal.spans import both
from reattune.synthetic.sounding import (
    FEMALE,
    MALE,
    Sound,
    Sounding,
    breath,
    conversation,
    in_a_room,
    sob,
    with_sounds,
    write,
)
from recorded.measured import Cost, cost, size, told

COLUMNS = ("what", "found", "demanded")
PAIRS = {"m+f": (MALE[0], FEMALE[0]), "m+m": MALE, "f+f": FEMALE}
LONG, SHORT = 3.0, 2.0
MINUTES, PIECES = 10, 5
AIM, ROOM = ".02", "500 MB"


def rows() -> Iterator[object]:
    """Give the figures, one after another."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _session(Path(folder))
    for noise in (None, 20, 10):
        for pair in PAIRS:
            yield from _quiet(pair, noise)
    for name in ("breath", "clicks", "sobs"):
        yield from _sounds(name)


def _session(folder: Path) -> Iterator[object]:
    talk = conversation(60 * MINUTES, 1, PAIRS["m+f"])
    whole = np.tile(talk.sound, (PIECES, 1))
    length = len(whole) / 16_000
    two = _coded(write(folder / "two.wav", whole), "2026-04-07 two.m4a")
    one = _coded(write(folder / "one.wav", np.tile(in_a_room(talk, 20), PIECES)), "2026-04-07 one.m4a")
    marks = [word for role in (Role.CLIENT, Role.THERAPIST) for word in _marks(talk, role)]
    (folder / "2026-04-07 one.vtt").write_text(_cues(talk))
    (folder / "speakers.toml").write_text(
        '[[source]]\nfile = "2026-04-07 one.vtt"\nlabels = {"Ann" = "therapist", "Kim" = "client"}\n'
    )
    yield from _demanded(f"two channels, m4a, {size(two)}", length, cost("listen", str(two), "--channels", "c,t"))
    yield from _demanded(f"one, with its transcript, {size(one)}", length, cost("listen", str(one)))
    (folder / "2026-04-07 one.vtt").unlink()
    yield from _demanded("one, 20 s of each marked", length, cost("listen", str(one), *marks))
    yield from _demanded("one, nothing known", length, cost("listen", str(one)))


def _demanded(name: str, length: float, found: Cost) -> Iterator[object]:
    first, memory, *parts = told(name, length, found)
    yield (*first[:2], AIM)
    yield (*memory[:2], ROOM)
    yield from parts


def _coded(path: Path, name: str) -> Path:
    found = path.with_name(name)
    words = ("-c:a", "aac", "-b:a", "96k", "-map_metadata", "-1")
    subprocess.run(["ffmpeg", "-v", "error", "-nostdin", "-y", "-i", path, *words, found], check=True)
    path.unlink()
    return found


def _marks(talk: Sounding, role: Role, enough: float = 20.0) -> list[str]:
    found, total = [], 0.0
    for one in talk.spoke:
        alone = all(other is one or other.start >= one.end or other.end <= one.start for other in talk.spoke)
        if one.role is role and alone and total < enough:
            found += ["--mark", f"{role.value}={one.start:.2f}-{one.end:.2f}"]
            total += one.seconds
    return found


def _cues(talk: Sounding) -> str:
    lines = ["WEBVTT", ""]
    for piece in range(PIECES):
        for one in talk.spoke:
            start, end = (_clock(at + piece * 60 * MINUTES) for at in (one.start, one.end))
            lines += [f"{start} --> {end}", f"{'Kim' if one.role is Role.CLIENT else 'Ann'}: as it was", ""]
    return "\n".join(lines)


def _clock(at: float) -> str:
    return f"{int(at // 3600):02}:{int(at // 60) % 60:02}:{at % 60:06.3f}"


def _heard(sound: Sound) -> list[Span]:
    heard = listen([sound])
    spoke = [Spoke(one.start, one.end) for one in heard.speech]
    return [Span(one.start, one.end) for one in silences(spoke, heard.seconds, shortest=SHORT)]


def _quiet(pair: str, noise: int | None) -> Iterator[object]:
    talk = conversation(60 * MINUTES, 1, PAIRS[pair])
    mixed = talk.sound.sum(axis=1) if noise is None else in_a_room(talk, noise)
    found = _heard(np.asarray(mixed, np.float32))
    true = talk.silences(LONG)
    pairs = [(one, other) for one in true for other in found if _same(one, other)]
    starts, ends = (np.abs([getattr(a, at) - getattr(b, at) for a, b in pairs]) * 1000 for at in ("start", "end"))
    inner = [one for one in found if one.seconds >= LONG and one.start > 1 and one.end < talk.seconds - 1]
    false = sum(not any(both((one,), (other,)) for other in talk.silences(SHORT)) for one in inner)
    found_of = len({one.start for one, _other in pairs})
    name = f"silences, {pair}, {'no noise' if noise is None else f'noise {noise} dB below'}"
    yield (
        name,
        f"{found_of} of {len(true)}, {false} false; begin {_two(starts)}, end {_two(ends)} ms (median / 95 %)",
        "all, 0 false; Silero: begin 58-86 / 162, end 17 / 91",
    )


def _same(one: Span, other: Span) -> bool:
    """Whether a silence that was found is that one: it covers most of it and hardly more."""
    shared = sum(span.seconds for span in both((one,), (other,)))
    return shared > 0.8 * max(one.seconds, other.seconds)


def _two(errors: np.ndarray) -> str:
    return f"{np.median(errors):.0f} / {np.percentile(errors, 95):.0f}" if len(errors) else "-"


def _sounds(name: str) -> Iterator[object]:
    talk = conversation(60 * MINUTES, 1, PAIRS["m+f"])
    true = talk.silences(LONG)
    added = [(at, one) for number, silence in enumerate(true) for at, one in _inside(name, silence, number)]
    loud = {"breath": -18.0, "clicks": -6.0, "sobs": -10.0}[name]
    sound = in_a_room(with_sounds(talk, added, loud), 30)
    found = _heard(sound)
    whole = sum(any(_same(one, other) for other in found) for one in true)
    yield f"silences with {name} in them that stay whole", f"{whole} of {len(true)}", _SURVIVE[name]


_SURVIVE = {"breath": "16 of 16", "clicks": "16 of 16", "sobs": "11 of 16 (split at the sob)"}


def _inside(name: str, silence: Span, number: int) -> Sequence[tuple[float, Sound]]:
    middle = (silence.start + silence.end) / 2
    if name == "breath":
        return [(middle - 1.0, breath(0.7, number)), (middle + 0.3, breath(0.7, number + 1000))]
    if name == "clicks":
        draw = np.random.default_rng(number)
        clicks = [draw.standard_normal(160).astype(np.float32) for _one in range(5)]
        return [(middle + 0.3 * (at - 2), click) for at, click in enumerate(clicks)]
    return [(middle + 0.5 * (at - 2), sob()) for at in range(4)]
