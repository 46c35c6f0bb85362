"""Who spoke when, by the most trustworthy way that what is known allows; what could not be used is said."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Role, Spoke, Way
from reattune.nonverbal.channels import by_channel
from reattune.nonverbal.clustered import by_cluster
from reattune.nonverbal.edges import fine
from reattune.nonverbal.hearing import TWO, Whole
from reattune.nonverbal.labelled import by_transcript
from reattune.nonverbal.seeded import by_seed
from reattune.nonverbal.told import Told
from reattune.nonverbal.who import Who


def whose(whole: Whole, who: Who) -> Told:
    """Return who spoke when: from the transcript, the channels, the marks, the voices, or not at all.

    Args:
        whole: a recording heard through.
        who: what is known of who speaks.

    Returns:
        Who spoke when; the remarks also say why a more trustworthy way could not be used.
    """
    remarks: list[str] = []
    for way in _ways(whole, who) if whole.speech else ():
        try:
            told = way()
        except ReattuneError as error:
            remarks.append(str(error))
            continue
        remarks += told.remarks
        if told.way is not Way.NONE:
            # Only a microphone that hears one person alone can tell that both spoke, however the turns are known.
            bleeds = told.bleeds or told.way is not Way.CHANNELS
            return Told(told.way, told.spoke, bleeds, tuple(dict.fromkeys(remarks)))
    spoke = tuple(Spoke(one.start, one.end) for one in whole.speech)
    return Told(Way.NONE, spoke, True, tuple(dict.fromkeys(remarks)))


def _ways(whole: Whole, who: Who) -> Iterator[Callable[[], Told]]:
    features, speech = whole.features, whole.speech
    if (transcript := who.transcript) is not None:
        yield lambda: by_transcript(transcript, speech)
    if (roles := who.channels) is not None:
        yield lambda: _by_channel(whole, roles)
    if who.seeds and features is not None:
        yield lambda: by_seed(features, speech, who.seeds)
    if who.guess and features is not None:
        yield lambda: by_cluster(features, speech)


def _by_channel(whole: Whole, roles: tuple[Role, Role]) -> Told:
    if len(whole.channels) < TWO:
        raise ReattuneError(
            _(
                "You said that each of you has a channel, and the recording has only one. To know who spoke, mark "
                "about 20 seconds of each of you."
            )
        )
    told = by_channel((whole.channels[0].heard, whole.channels[1].heard), roles)
    if told.way is not Way.CHANNELS or told.bleeds:
        return told
    levels = {role: one.heard.level for role, one in zip(roles, whole.channels, strict=False)}
    return replace(told, spoke=tuple(sorted(fine(told.spoke, levels), key=lambda one: (one.start, one.end))))
