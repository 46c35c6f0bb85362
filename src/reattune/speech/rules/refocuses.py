"""refocuses."""

from reattune.speech.rule import Rule

RULES: tuple[Rule, ...] = ()
