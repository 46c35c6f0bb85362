"""complaint_therapist."""

from reattune.speech.rule import Rule

RULES: tuple[Rule, ...] = ()
