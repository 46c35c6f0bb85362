"""Files people have, to the model. Nothing is guessed, nothing is lost silently, nothing is written."""

from reattune.reading.folder import read_folder

__all__ = ["read_folder"]
