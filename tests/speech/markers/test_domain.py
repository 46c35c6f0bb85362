from dataclasses import replace

import numpy as np
import pytest

from reattune.model import Role
from reattune.speech.dynamics import dynamics
from reattune.speech.markers.domain import common, distance, language, remark, too_far, unreadable
from reattune.speech.markers.table import table


def test_a_session_like_those_learned_from_is_read(session):
    assert unreadable(session(times=30)) == ""


@pytest.mark.parametrize(
    ("roles", "who"),
    [((Role.OTHER, Role.CLIENT), "therapist"), ((Role.THERAPIST, Role.OTHER), "client")],
)
def test_without_both_roles_nothing_is_read(session, roles, who):
    assert f"is the {who}" in unreadable(session(times=30, roles=roles))


def test_few_client_turns_are_too_few(session):
    assert unreadable(session(times=19)).startswith("The client has 19 turns")
    assert unreadable(session(times=1)).startswith("The client has 1 turn here")
    assert unreadable(session(times=20)) == ""


def test_another_language_is_named(session):
    german = (("Wie war die Woche für Sie?", "Es war schwer, ich habe mich am Sonntag sehr allein gefühlt."),)
    assert language(session(german)) == "de"
    assert "(German)" in unreadable(session(german, times=30))


def test_words_that_are_hardly_everyday_ones_are_not_weighed(session):
    listed = (("Items: copper, zinc, nickel", "Zinc sulphate, copper oxide, nickel chloride, potassium nitrate"),)
    assert unreadable(session(listed, times=30))


def test_everyday_words_are_counted_without_their_edges():
    assert common(["i", "was,", "zinc", "(not)"]) == 0.75
    assert common([]) == 0


def test_far_away_is_said():
    fit = table().whole
    assert distance(fit, fit.means) == 0
    assert too_far(fit, fit.means + fit.deviations) == ""
    assert "too unlike" in too_far(fit, fit.means + 9 * fit.deviations)


def test_what_is_not_known_does_not_make_it_near():
    fit = table().whole
    values = np.full(len(fit.means), np.nan)
    assert distance(fit, values) == float("inf")


def test_speech_is_weighed_with_a_remark(session):
    typed = dynamics(session())
    assert remark(typed) == ""
    assert "spoken" in remark(replace(typed, typed=False))
