"""Words that no face may say, and how they are looked for."""

import re

NEVER = {
    "risk",
    "risky",
    "flag",
    "flagged",
    "alert",
    "red",
    "detected",
    "refused",
    "complained",
    "resistant",
    "non-compliant",
    "failed",
    "disengaged",
    "shows",
    "proves",
    "predicts",
    "predict",
    "rupture",
    "no-show",
    "deterioration",
    "dropout",
}


def never_said(words):
    return NEVER & set(re.findall(r"[a-z-]+", words.lower()))
