"""Silero VAD 6 for 16 kHz, run in numpy: how likely each 32 ms of sound is speech."""

from reattune.nonverbal.silero.net import FRAME, RATE, Net

__all__ = ["FRAME", "RATE", "Net"]
