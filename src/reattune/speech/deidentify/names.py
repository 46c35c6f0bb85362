"""People's names: by a title, a word of kinship, what people do, and how names are said."""

import re
from collections.abc import Iterable

from reattune.speech.deidentify.lists import GIVEN, words

TITLES = words(
    "Mr Mrs Ms Miss Mx Dr Prof Professor Doctor Sir Dame Lady Lord Reverend Rev Father Sister Brother Pastor "
    "Rabbi Imam Sergeant Captain Officer Judge Nurse Coach Uncle Aunt Auntie Aunty Cousin Grandma Grandpa Granny "
    "Nana Frau Herr Herrn Doktor Onkel Tante Oma Opa Pfarrer Schwester Bruder Señor Señora Madame Monsieur"
)
_TITLE = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(TITLES))})\.?\s(?:(?:Dr|Prof|Mag)\.?\s)*$", re.IGNORECASE)
_KIN = re.compile(
    r"(?<!\w)(?:(?:my|his|her|our|your|their|the|an?|old|meine?|meiner|meinem|meinen|sein\w*|ihr\w*|unser\w*)\s)"
    r"(?:[a-z]+\s)?"
    r"(?:sister|brother|mother|father|mum|mom|dad|son|daughter|husband|wife|partner|ex"
    r"|boyfriend|girlfriend"
    r"|friend|mate|cousin|uncle|aunt|niece|nephew|boss|manager|colleague|neighbou?r|flatmate|roommate|landlord|landlady"
    r"|teacher|therapist|doctor|dog|cat|baby|boy|girl|grandson|granddaughter|fianc[eé]e?|stepson|stepdaughter|schwester"
    r"|bruder|mutter|vater|sohn|tochter|mann|frau|freund|freundin|chef|chefin|kollege|kollegin|nachbar|nachbarin|tante"
    r"|onkel|cousine),?\s$",
    re.IGNORECASE,
)
_SAID_BEFORE = re.compile(
    r"(?:called|named|name is|name['’]s|call (?:me|her|him|them|it)|known as|this is|namens|heiße|heißt|nennt sich"
    r"|ich bin (?:die|der)|with|and|told|asked|met|married|love[ds]?|miss(?:ed)?|call(?:ed)?|phoned|text(?:ed)?"
    r"|saw|to|for|about|from|by|thank(?:s| you)|sorry|hello|hi|hey|dear|hallo|danke|mit|und)[,:]?\s$",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"(?:['’](?:s|d|ll)\b|,? (?:who|and I|und ich)\b"
    r"| (?:always |never |just |also |really |already |still |even |then |hat |ist )?"
    r"(?:said|says|told|tells|called|calls"
    r"|asked|asks|thinks|thought|wants|wanted|came|comes|went|knows|knew|loves|loved|hates|likes|laughed|cried|died|left"
    r"|lives|texted|texts|phoned|rang|rings|wrote|writes|made|makes|gave|gives|took|keeps|moved|got|gets|used|did|does"
    r"|has|had|is|was|will|would|can|could|might|should|never|always|turned|turns|works|worked|knocked|shouted|hugged"
    r"|met|saw|sees|sent|showed|stood|sat|smiled|helped|needs|started|stopped|tries|tried|sagt|sagte|meint|meinte"
    r"|fragt|fragte|kommt|kam|ruft|rief|wohnt|will|wollte)\b)"
)
_SURE = re.compile(
    r" (?:always |never |just |also |really |already |still |even |then )?(?:said|says|told|tells|called|asked|asks"
    r"|thinks|wants|wanted|knows|knew|laughed|cried|texted|phoned|rang|wrote|shouted|hugged|smiled|lives)\b"
)
INTRODUCED = re.compile(
    r"(?<!\w)(?:my name is|my name['’]s|her name is|his name is|her name was|his name was|mein name ist)\s"
    rf"(?:(?:{'|'.join(sorted(TITLES))})\.?\s)?(?P<only>[^\W\d_]{{2,}})(?!\w)",
    re.IGNORECASE,
)
_OWN = re.compile(r"(?<!\w)(?:name|nickname|name was|mädchenname|called|named),?\s$", re.IGNORECASE)
_NO_PERSON = re.compile(r"(?:ing|ed|ly|tion|sion|ness|ment|ity|ism|ful|less|ous|able|s)$")
PLAIN, HINT = 3.0, 0.6
LEAST_GERMAN = 1.5
SHORTEST = 4
"""Letters of a name that is known by what is said of it alone."""


def is_given(word: str) -> bool:
    """Say whether a word is a given name that people often have, or two of them joined."""
    return word in GIVEN or ("-" in word and all(part in GIVEN for part in word.split("-")))


def name_strength(words: Iterable[str], before: str, after: str) -> float:
    """Return how plainly words with a capital are somebody's name, from 0.

    Args:
        words: The words.
        before: What stands before them in the turn.
        after: What stands after them.
    """
    found = 0.0
    if _TITLE.search(before):
        found += PLAIN
    if any(is_given(word) for word in words):
        found += PLAIN
    if _KIN.search(before) or _OWN.search(before):
        found += PLAIN
    if _SAID_BEFORE.search(before):
        found += HINT
    if _DOES.match(after):
        found += HINT
    return found


def acts(word: str, after: str) -> bool:
    """Say whether a word that a sentence begins with is somebody's name, by what is said of it.

    Args:
        word: The word; it is none that sentences often begin with.
        after: What stands after it.
    """
    if _SURE.match(after):
        return True
    return len(word) >= SHORTEST and _NO_PERSON.search(word) is None and _DOES.match(after) is not None
