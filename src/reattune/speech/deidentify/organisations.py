"""Where people work, learn, or are looked after: by a word in the name, or by the words before it."""

import re

from reattune.speech.deidentify.lists import words

ENDS = words(
    "School College University Hospital Clinic Church Bank Ltd Limited Inc LLC PLC GmbH AG KG Academy Nursery "
    "Agency Council Practice Centre Center Surgery Trust Institute Company Group Homes Foundation Library Museum "
    "Hotel Cathedral Chapel Parish Mosque Temple Synagogue Kindergarten Primary Secondary Grammar High Elementary "
    "Infirmary Hospice Department Ministry Office Association Society Club Solicitors Partners Brothers Sons "
    "Logistics Insurance Airlines Water Klinik Klinikum Krankenhaus Schule Gymnasium Universität Hochschule "
    "Sparkasse Firma Verein Kirche Praxis Amt Grundschule Volksschule Realschule Universitätsklinikum"
)
"""Words that are part of an organisation's name, and no name alone."""
BEGINS = words("Universität Klinikum Klinik Krankenhaus Sparkasse Firma Gymnasium University Hochschule Bank")
"""Those that stand at its beginning as well."""
_WORK = re.compile(
    r"(?<!\w)(?:work(?:s|ed|ing)?|job|employed|manager|trainee|apprentice\w*|position|shifts?|nurse|teacher|engineer"
    r"|intern\w*|volunteer\w*|stud(?:y|ies|ied|ying)|taught|teach(?:es|ing)?|student|graduated|enrolled|interview\w*"
    r"|starts?|started|years|hired|contract|arbeite\w*|angestellt|studier\w*)"
    r"\s(?:[a-z]+\s)?(?:at|for|with|from|bei|by)\s(?:the\s|der\s|dem\s)?$",
    re.IGNORECASE,
)
PLAIN, LIKELY = 3.0, 2.2


def organisation_strength(words: tuple[str, ...], before: str) -> float:
    """Return how plainly a name is an organisation's, from 0.

    Args:
        words: The name's words.
        before: What stands before it in the turn.
    """
    found = 0.0
    if len(words) > 1 and (any(word in ENDS for word in words[1:]) or words[0] in BEGINS):
        found += PLAIN
    if _WORK.search(before):
        found += LIKELY
    return found
