"""What is said beside what was found: above all what no rule finds."""

from collections.abc import Callable, Mapping

from reattune.language import _, plural
from reattune.speech.deidentify.finding import Found
from reattune.speech.deidentify.known import only_capital
from reattune.speech.deidentify.piece import Kind


def cannot(found: Found) -> tuple[str, ...]:
    """Return what the rules did not look for or cannot find in this transcript, in sentences, the first for each.

    Args:
        found: What was found, and how the transcript is written.
    """
    how = found.manner
    said = [
        _(
            "No program can promise that nobody is recognised. These rules know how names, places, dates and numbers "
            "are usually written, and nothing of the story."
        ),
        _(
            "They do not find a nickname or a name in small letters, a job, an illness, a rare event, something that "
            "was in the news, a turn of phrase, or whatever else makes somebody known by their story. Please read it "
            "once more, whole, as the person it is about would."
        ),
    ]
    if not how.capitals:
        said.append(
            _(
                "This transcript is written without capitals, so names and places cannot be found by them: only the "
                "speakers’ own names, dates, numbers, and words you add. Please add every name in it."
            )
        )
    elif how.nouns:
        said.append(
            _(
                "In German every noun has a capital, so a name is found only after a word such as “Frau” or “meine "
                "Schwester”, or where it is a common one. Please add the others."
            )
        )
    if how.uncased:
        said.append(
            _(
                "Much of it is in a script that has no capitals, so names in it cannot be found: only the speakers’ "
                "own names and words you add."
            )
        )
    words = [one.text for one in found.known if only_capital(one.text)]
    if words:
        message = _("These names are words of every day, too, and were looked for only with a capital: {words}.")
        said.append(message.format(words=", ".join(f"“{word}”" for word in dict.fromkeys(words))))
    return tuple(said)


def counted(replaced: Mapping[Kind, int]) -> tuple[str, ...]:
    """Return how many pieces of each kind there are, in words, those left out of which there are none."""
    told: dict[Kind, Callable[[int], str]] = {
        Kind.NAME: lambda n: plural("{n} name", "{n} names", n),
        Kind.PLACE: lambda n: plural("{n} place", "{n} places", n),
        Kind.ORGANISATION: lambda n: plural("{n} organisation", "{n} organisations", n),
        Kind.DATE: lambda n: plural("{n} date", "{n} dates", n),
        Kind.NUMBER: lambda n: plural("{n} number", "{n} numbers", n),
        Kind.CONTACT: lambda n: plural("{n} way to reach somebody", "{n} ways to reach somebody", n),
        Kind.AGE: lambda n: plural("{n} age", "{n} ages", n),
        Kind.ADDED: lambda n: plural("{n} word you added", "{n} words you added", n),
    }
    return tuple(words(replaced[kind]) for kind, words in told.items() if replaced.get(kind))


def heading() -> str:
    """Return the line over a transcript that leaves."""
    return _("What was said in one session; names, places, dates and numbers were replaced.")
