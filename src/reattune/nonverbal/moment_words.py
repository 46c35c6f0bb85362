"""Words for the moments of our own rules: what was heard, what it may well be, and the therapist's own part.

They are written to the therapist: "you" is the one who was in the room. Nothing here says what anything meant.
"""

from reattune.language import _, decimal, plural
from reattune.model import Role
from reattune.nonverbal.listened import Moment
from reattune.nonverbal.scene import Words

FEW = 9.95
"""Seconds below which a tenth is said."""


def seconds(value: float) -> str:
    """Return seconds in words, with a tenth where they are few.

    Args:
        value: the seconds.
    """
    figures = f"{value:.1f}" if value < FEW else f"{value:.0f}"
    return _("{figures} s").format(figures=decimal(figures.removesuffix(".0")))


def minutes(value: float) -> str:
    """Return minutes in words, at least one.

    Args:
        value: the minutes.
    """
    return plural("{n} minute", "{n} minutes", max(1, round(value)))


def between_yours(moment: Moment) -> Words:
    """Return words for silences between two of the therapist's turns.

    Args:
        moment: the moment.
    """
    figures = dict(moment.figures)
    said = _("{longest} of quiet between two of your turns, one of {count} such silences within {minutes}.").format(
        longest=seconds(figures["longest"]), count=round(figures["count"]), minutes=minutes(figures["minutes"])
    )
    if "before" in figures:
        added = _("Replies had shortened from {before} to {now}.")
        said = f"{said} {added.format(before=seconds(figures['before']), now=seconds(figures['now']))}"
    return Words(
        said,
        (
            _("The client may have been thinking, or answering without words: a nod, a look."),
            _("There may have been something to look at, to read or to write together."),
            _("The one microphone may have missed a quiet answer."),
        ),
        _("You spoke before each of these silences and ended it. What did you leave room for, and what did you fill?"),
    )


def long_silence(moment: Moment) -> Words:
    """Return words for a silence that is long for its session.

    Args:
        moment: the moment.
    """
    figures = dict(moment.figures)
    said = _("{seconds} of quiet.").format(seconds=seconds(figures["seconds"]))
    if figures["usual"]:
        said = _("{seconds} of quiet; the others of this session last about {usual}.").format(
            seconds=seconds(figures["seconds"]), usual=seconds(figures["usual"])
        )
    return Words(
        said,
        (
            _("Thinking, feeling or remembering takes time; so does an exercise that you had agreed on."),
            _("Somebody may have looked for a tissue or a glass of water, or left the room for a moment."),
        ),
        _("You were quiet too. What was it like for you to wait?"),
    )


def shorter_replies(moment: Moment) -> Words:
    """Return words for replies that became shorter.

    Args:
        moment: the moment.
    """
    said = _("{count} replies in a row of about {now}; before, they lasted about {before}.").format(
        count=round(moment.figure("count")),
        now=seconds(moment.figure("now")),
        before=seconds(moment.figure("before")),
    )
    return Words(
        said,
        (
            _("A date to be found or a form to be filled in needs no more than a few words."),
            _("A story may have come to its end, or what you said may have been worth listening to."),
        ),
        _("What were you asking just then, and could it be answered in more than a word?"),
    )


def short_replies(moment: Moment) -> Words:
    """Return words for a run of very short replies.

    Args:
        moment: the moment.
    """
    said = plural(
        "{n} reply of less than a second.", "{n} replies in a row of less than a second.", round(moment.figure("count"))
    )
    return Words(
        said,
        (
            _('"Yes" and "mm" are ways of listening.'),
            _("A short answer may be all that was asked for: a date, a number, a choice."),
        ),
        _("You may have been explaining something. How long were your own turns around it?"),
    )


def audible(moment: Moment) -> Words:
    """Return words for a silence in which something can be heard.

    Args:
        moment: the moment.
    """
    said = _("{seconds} without words, and in it something could be heard that was not speech, for {sounding}.").format(
        seconds=seconds(moment.figure("seconds")), sounding=seconds(moment.figure("sounding"))
    )
    return Words(
        said,
        (
            _("A chair, a cup, a tissue, a cough, a car outside."),
            _("Breath, laughter or tears can sound like this as well; only listening can tell."),
        ),
        _("Some of it may be your own: your chair, your pen, your breath."),
    )


def coming_in(moment: Moment) -> Words:
    """Return words for a stretch in which one person often begins early.

    Args:
        moment: the moment.
    """
    count, within = round(moment.figure("count")), minutes(moment.figure("minutes"))
    ordinary = (
        _("Quick talk overlaps: agreeing, finishing a sentence together, being eager to say something."),
        _("On a call, the delay of the line makes both begin at once."),
    )
    if moment.role is Role.THERAPIST:
        said = _("You began {count} times before the client had ended, within {minutes}, and went on.")
        part = _("What made it hard to wait just then?")
    else:
        said = _("The client began {count} times before you had ended, within {minutes}, and went on.")
        part = _("How long had you been speaking each time, and did you let go of the turn?")
    return Words(said.format(count=count, minutes=within), ordinary, part)


def longer_replies(moment: Moment) -> Words:
    """Return words for replies that became longer after a silence.

    Args:
        moment: the moment.
    """
    said = _("After {seconds} of quiet, replies of about {now}; in the whole session they last about {usual}.").format(
        seconds=seconds(moment.figure("seconds")),
        now=seconds(moment.figure("now")),
        usual=seconds(moment.figure("usual")),
    )
    return Words(
        said,
        (
            _("The quiet may have left room for something to come."),
            _("It may have been a new subject that simply takes longer to tell."),
        ),
        _("What did you do, or leave alone, in that silence?"),
    )


def flowing(moment: Moment) -> Words:
    """Return words for a stretch of talk without long gaps and with longer replies.

    Args:
        moment: the moment.
    """
    said = _(
        "The word went {count} times between you without a long gap, with replies of about {now}; otherwise in the "
        "session they last about {usual}."
    ).format(
        count=round(moment.figure("count")),
        now=seconds(moment.figure("now")),
        usual=seconds(moment.figure("usual")),
    )
    return Words(
        said,
        (
            _("Something may have been going well between you."),
            _("It may have been an easy subject, or a story with questions in between."),
        ),
        _("What were you doing here that you might do more often?"),
    )
