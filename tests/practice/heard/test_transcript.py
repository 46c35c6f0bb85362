"""A kept transcript as records: quotes are substrings of the kept words, and each turn knows its entries."""

from reattune.model import Role
from reattune.practice import models
from reattune.practice.heard import speakers
from reattune.practice.heard.transcript import entries_of, missing_role, script_in, transcript_of


def test_it_comes_back_as_it_was_read(told, vtt):
    row = models.Heard.objects.get()
    found = transcript_of(row)
    assert found.source.row == str(row.pk)
    assert [turn.text for turn in found.turns] == [cue.text for cue in script_in(row.words).cues]
    assert found.turns[1].start == 10.0


def test_each_turn_knows_its_entries(told):
    speakers.correct(told, [2], Role.CLIENT)
    found = transcript_of(told)
    assert [list(one) for one in entries_of(found)] == [[0], [1], [2], [3], [4], [5]]
    roles = {"Anna B.": Role.CLIENT, "Kestrel": Role.CLIENT}
    speakers.confirm(told, roles)
    assert missing_role(told.words) is Role.THERAPIST
    cues = script_in(told.words).cues
    for turn, entries in zip(transcript_of(told).turns, entries_of(transcript_of(told)), strict=True):
        assert turn.text == " ".join(cues[number].text for number in entries)
