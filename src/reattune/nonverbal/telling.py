"""What listening found, in words: the way it is known, the figures, each moment with its ordinary readings first."""

from dataclasses import dataclass

from reattune.language import _, decimal, plural
from reattune.model import Between, SoundFigures, Span, Way
from reattune.nonverbal.listened import Moment
from reattune.nonverbal.moment_words import minutes, seconds
from reattune.nonverbal.moments import every
from reattune.nonverbal.scene import Words
from reattune.nonverbal.spans import clock


@dataclass(frozen=True, slots=True)
class MomentTold:
    """A moment in words, in the order in which it is read.

    Args:
        sentence: what was heard.
        ordinary: what it may well be, likeliest first.
        part: the therapist's own part.
        rests: the times it rests on, in words.
        way: how it is known who spoke.
    """

    sentence: str
    ordinary: tuple[str, ...]
    part: str
    rests: str
    way: str


def moment(found: Moment, known: Way) -> MomentTold:
    """Return a moment in words.

    Args:
        found: the moment.
        known: how it is known who spoke in its recording.

    Returns:
        The words. Of a rule that is no longer installed they only say so and where it is.
    """
    rule = next((one for one in every() if one.id == found.rule), None)
    words = rule.words(found) if rule else _unknown(found.rule)
    return MomentTold(words.sentence, words.ordinary, words.part, _rests(found.rests), way(known))


def _unknown(rule: str) -> Words:
    said = _("Found by the rule {rule}, which is not installed here any more.").format(rule=rule)
    return Words(said, (_("It may well have been nothing."),), _("You were there: what do you remember of it?"))


def _rests(spans: tuple[Span, ...]) -> str:
    times = ", ".join(_("{start} to {end}").format(start=clock(one.start), end=clock(one.end)) for one in spans)
    return _("It rests on {times}.").format(times=times)


def way(known: Way) -> str:
    """Return in words how it is known who spoke when.

    Args:
        known: the way.
    """
    match known:
        case Way.TRANSCRIPT:
            return _("Known from: the transcript of this session, whose speakers you named")
        case Way.CHANNELS:
            return _("Known from: a microphone each")
        case Way.SEEDED:
            return _("Known from: one microphone, and stretches that you marked for each of you")
        case Way.CLUSTERED:
            return _("Speakers uncertain: one microphone, two voices told apart, nobody said whose they are")
        case Way.NONE:
            return _("Not known who spoke: only the quiet of the whole room")


def between(pattern: Between) -> str:
    """Return in words whose speech lies around a silence.

    Args:
        pattern: who spoke before and after.
    """
    match pattern:
        case Between.TT:
            return _("between two of your turns")
        case Between.PP:
            return _("between two of the client's turns")
        case Between.TP:
            return _("after you spoke, before the client did")
        case Between.PT:
            return _("after the client spoke, before you did")
        case Between.OTHER:
            return _("not known between whom")


def figures(found: SoundFigures) -> tuple[str, ...]:
    """Return a session's figures as sentences, those that cannot be told left out; the way comes first.

    Args:
        found: the figures.
    """
    return tuple(sentence for sentence in (way(found.way), _silent(found), *_pauses(found), *_talk(found)) if sentence)


def _silent(found: SoundFigures) -> str:
    silences = plural("{n} silence of 2 seconds or more", "{n} silences of 2 seconds or more", found.silences)
    return _("{silences}, together {seconds}, in {minutes}.").format(
        silences=silences, seconds=seconds(found.silent), minutes=minutes(found.seconds / 60)
    )


def _pauses(found: SoundFigures) -> tuple[str, ...]:
    return tuple(
        _("{n} {between}, the longest {longest}.").format(
            n=one.of_two, between=between(one.between), longest=seconds(one.longest)
        )
        for one in found.pauses
        if one.of_two
    )


def _talk(found: SoundFigures) -> tuple[str, ...]:
    said = []
    talk = (found.client_talk or 0.0) + (found.therapist_talk or 0.0)
    if found.client_talk is not None and talk:
        part = round(100 * found.client_talk / talk)
        said.append(_("The client spoke {part} % of the time in which somebody did.").format(part=part))
    if found.reply is not None and found.client_turns is not None and found.minimal is not None:
        turns = plural("{n} turn of the client", "{n} turns of the client", found.client_turns)
        said.append(
            _("{turns}, half of them shorter than {reply}; {minimal} of less than a second.").format(
                turns=turns, reply=seconds(found.reply), minimal=found.minimal
            )
        )
    if found.latency is not None:
        said.append(_latency(found.latency))
    return (*said, *_overlap(found), *_voice(found))


def _latency(latency: float) -> str:
    if latency < 0:
        words = _("The client usually began {seconds} before you had ended.")
    else:
        words = _("The client usually began {seconds} after you had ended.")
    return words.format(seconds=seconds(abs(latency)))


def _overlap(found: SoundFigures) -> tuple[str, ...]:
    if found.overlap is None:
        return ()
    yours = plural("You came in early {n} time.", "You came in early {n} times.", found.interrupted_by_therapist or 0)
    theirs = plural(
        "The client came in early {n} time.", "The client came in early {n} times.", found.interrupted_by_client or 0
    )
    both = _("You both spoke for {seconds} altogether.").format(seconds=seconds(found.overlap))
    return (both, yours, theirs)


def _voice(found: SoundFigures) -> tuple[str, ...]:
    said = []
    if found.client_pitch is not None and found.client_span is not None:
        words = _("The client's voice lay at about {hertz} Hz and moved over about {span} semitones within a turn.")
        span = decimal(f"{found.client_span:.1f}")
        said.append(words.format(hertz=round(found.client_pitch), span=span))
    if found.pitch_together is not None:
        words = _(
            "From turn to turn the two voices' pitch moved together by {value}, where shuffled turns give 0 on average "
            "and mostly between -2 and 2; studies do not agree on what that goes with."
        )
        said.append(words.format(value=decimal(f"{found.pitch_together:.1f}")))
    return tuple(said)
