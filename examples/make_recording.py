"""Make the example session's recording: the invented conversation, said by two voices of a program, one microphone.

    python examples/make_recording.py

Needs espeak-ng and ffmpeg. Each line is said where the transcript has it, as fast as it must be to fit; a little pink
noise stands for the room. Nobody's voice is in it.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from reattune.model import Cue
from reattune.reading.transcripts.known import read_script
from reattune.synthetic.sounding import FEMALE, MALE, RATE, Sound, breath, level, noise, said_aloud, write

SESSIONS = Path(__file__).resolve().parent / "practice" / "heron" / "sessions"
TRANSCRIPT, RECORDING = SESSIONS / "2026-03-31.vtt", SESSIONS / "2026-03-31.ogg"
VOICES = {"Kim": MALE[0], "Ruth Example": FEMALE[0]}
PEAKS = {"Kim": 0.25, "Ruth Example": 0.35}
ROOM = 32.0
"""Decibels by which the room is softer than the voices."""
QUIET, BREATH = (583.0 + 6.0, 959.0 + 4.5), 16.0
"""In two of the longer silences somebody breathes out, twice; so many decibels below the voices."""
SLOWEST, FASTEST, USUAL = 80, 320, 165
BITS = "10k"
AFTER = 3.0


def fitting(cue: Cue) -> Sound:
    """Return a line as it is said, about as long as the transcript has it."""
    voice, room = VOICES[cue.label], (cue.end or 0.0) - (cue.start or 0.0)
    speed, said = USUAL, said_aloud(cue.text, voice, USUAL)
    for _again in range(3):
        # How long it takes is not quite as the speed says.
        speed = min(FASTEST, max(SLOWEST, round(speed * len(said) / RATE / room)))
        said = said_aloud(cue.text, voice, speed)
    return said[: round(room * RATE)] * np.float32(PEAKS[cue.label])


def session() -> Sound:
    """Return the whole session as one microphone hears it."""
    cues = read_script(TRANSCRIPT, TRANSCRIPT.name).cues
    sound = np.zeros(round(((cues[-1].end or 0.0) + AFTER) * RATE), np.float32)
    for cue in cues:
        said, first = fitting(cue), round((cue.start or 0.0) * RATE)
        sound[first : first + len(said)] += said
    for number, at in enumerate(QUIET):
        heard = breath(0.8, number) * np.float32(level(sound) * 10 ** (-BREATH / 20))
        for first in (round(at * RATE), round((at + 2.4) * RATE)):
            sound[first : first + len(heard)] += heard
    return np.asarray(sound + noise(len(sound), 7) * level(sound) * 10 ** (-ROOM / 20), np.float32)


def main() -> int:
    """Write the recording."""
    with tempfile.TemporaryDirectory() as folder:
        wav = write(Path(folder) / "session.wav", session())
        quiet = ("ffmpeg", "-nostdin", "-v", "error", "-y")
        coded = ("-c:a", "libopus", "-b:a", BITS, "-application", "voip", "-map_metadata", "-1", "-fflags", "+bitexact")
        subprocess.run([*quiet, "-i", wav, *coded, RECORDING], check=True)  # noqa: S603
    print(f"{RECORDING.name}: {RECORDING.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
