"""Definitions of instruments and how answers become a score. No item text is shipped."""

from reattune.instruments.catalogue import find, shipped
from reattune.instruments.definition import DefinitionError, load
from reattune.instruments.scoring import Scored, on_lattice, score, subscale_scores

__all__ = ["DefinitionError", "Scored", "find", "load", "on_lattice", "score", "shipped", "subscale_scores"]
