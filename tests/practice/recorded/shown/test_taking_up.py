"""A moment in a record: once, with a way back, and out again."""

import pytest

from reattune.errors import ReattuneError
from reattune.practice import episodes, models
from reattune.practice.recorded.shown import taking_up
from reattune.practice.recorded.shown.noted import note
from reattune.practice.recorded.shown.opened import open_up


def test_a_record_is_begun_once_with_words_and_a_way_back(played):
    one = note(open_up(played), "bbbb2222")
    row = taking_up.begin(played, one)
    assert taking_up.begin(played, one).pk == row.pk
    thing = models.Attached.objects.get()
    assert thing.words["what"].startswith("1:05 of the recording: 14 s of quiet")
    address = taking_up.address(played.client, thing.words["ref"])
    assert address == f"/r/{played.client_id}/recordings/{played.pk}/moment/bbbb2222/"
    assert taking_up.taken(played) == {"bbbb2222": row}


def test_it_goes_and_an_untouched_record_goes_with_it(played):
    taking_up.begin(played, note(open_up(played), "bbbb2222"))
    assert taking_up.let_go(played, "bbbb2222")
    assert not taking_up.let_go(played, "bbbb2222")
    assert models.Episode.objects.count() == 0


def test_it_joins_a_record_that_is_there_once(played):
    row = episodes.begin(played.client, episodes.blank(played.day), lambda _row: None)
    one = note(open_up(played), "aaaa1111")
    for _twice in range(2):
        assert taking_up.join(played, one, str(row.pk)).pk == row.pk
    assert models.Attached.objects.count() == 1
    with pytest.raises(ReattuneError, match="not there"):
        taking_up.join(played, one, "nonsense")


def test_a_record_that_was_written_in_stays(played):
    row = taking_up.begin(played, note(open_up(played), "bbbb2222"))
    models.Episode.objects.filter(pk=row.pk).update(version=2)
    taking_up.let_go(played, "bbbb2222")
    assert models.Episode.objects.count() == 1


@pytest.mark.parametrize("ref", ["", "heard:x:y", "recording:x:y", "recording:", "row:a.csv"])
def test_what_is_no_moment_of_a_recording_leads_nowhere(played, ref):
    assert taking_up.address(played.client, ref) == ""
