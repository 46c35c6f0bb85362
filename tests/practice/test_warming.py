"""Made ready beforehand: every template, so that the first page waits for none."""

import gc
import threading

import pytest
from django.template import engines

from reattune.practice import warming


@pytest.fixture
def as_before():
    usual = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*usual)


def test_afterwards_no_template_has_to_be_made(as_before):
    count = warming.warm()
    env = next(iter(engines.all())).env
    assert count == len(list(warming.TEMPLATES.glob("*.j2")))
    assert count > 40
    assert all(template.is_up_to_date for template in env.cache.values())
    assert {key[1] for key in env.cache} >= {"today.html.j2", "client.html.j2", "episode.html.j2"}


def test_the_collector_leaves_alone_what_was_there(as_before):
    warming.settle()
    assert gc.get_freeze_count() > 0
    assert gc.get_threshold() == warming.BETWEEN


def test_nobody_waits_for_it(monkeypatch):
    done = threading.Event()
    monkeypatch.setattr(warming, "warm", done.set)
    warming.begin()
    assert done.wait(10)
