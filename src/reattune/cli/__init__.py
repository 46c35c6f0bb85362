"""The command line: one door to the house, calm in what it prints and exact in how it ends."""

from reattune.cli.app import main

__all__ = ["main"]
