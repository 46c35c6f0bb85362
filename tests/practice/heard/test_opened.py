"""A transcript opened: read where both are there, its words not read where one is missing, a moment by its name."""

import gc
import weakref

import pytest

from reattune import language
from reattune.errors import ReattuneError
from reattune.model import Role
from reattune.practice import desk, keys, models
from reattune.practice.heard import bringing, opened, speakers
from reattune.practice.heard.opened import open_up
from reattune.speech.moments import moments


def test_moments_by_their_names(told):
    one = open_up(told)
    found = moments(one.reading)
    assert found
    assert one.moment(found[0].id) == found[0]
    assert one.why == ""
    assert one.texts[3] == "Fine."
    with pytest.raises(ReattuneError, match="not there any more"):
        one.moment("0" * 16)


def test_where_one_of_the_two_is_missing_nothing_is_marked(told):
    speakers.confirm(told, {"Anna B.": Role.CLIENT, "Kestrel": Role.CLIENT})
    one = open_up(told)
    assert one.reading.hits == ()
    assert len(one.transcript.turns) == 6


def test_read_once_and_anew_after_a_change(told):
    first = open_up(told)
    assert open_up(models.Heard.objects.get()).reading is first.reading
    speakers.swap(told)
    assert open_up(told).reading is not first.reading
    in_english = open_up(told).reading
    with language.use("de"):
        assert open_up(told).reading is not in_english
    for _number in range(opened.MOST + 2):
        speakers.swap(told)
        open_up(told)
    assert len(opened._held[keys.vault()]) == opened.MOST


def test_gone_with_the_vault(told):
    open_up(told)
    vault = weakref.ref(keys.vault())
    desk.lock()
    gc.collect()
    assert vault() is None
    assert len(opened._held) == 0


def test_gone_once_it_was_taken_out(told):
    open_up(told)
    assert len(opened._held[keys.vault()]) == 1
    bringing.take_out(models.Heard.objects.get())
    assert len(opened._held[keys.vault()]) == 0
