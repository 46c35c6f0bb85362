"""Whether the words of a transcript can be read: the same answer at the desk as at a terminal."""

from reattune.speech.tongue import why_not_read

__all__ = ["why_not_read"]
