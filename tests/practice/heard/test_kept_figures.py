"""Kept figures: by day, and none that nobody has worked out."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from reattune.model import Role
from reattune.practice.heard import bringing, figures, speakers
from reattune.practice.heard.kept_figures import figures_of

ROLES = {"Anna B.": Role.THERAPIST, "Kestrel": Role.CLIENT}


def test_by_day_whatever_came_first(told, agreed, vtt):
    early = bringing.bring(agreed, "2026-05-26.vtt", vtt(step=12)).heard
    assert figures_of(agreed) == ()
    speakers.confirm(early, ROLES)
    figures.renew(agreed)
    assert [one.day.isoformat() for one in figures_of(agreed)] == ["2026-05-26", "2026-06-02"]


def test_two_questions_to_the_store_however_many_there_are(told, agreed, vtt):
    for number in range(3):
        speakers.confirm(bringing.bring(agreed, f"2026-05-0{number + 1}.vtt", vtt(step=12 + number)).heard, ROLES)
    figures.renew(agreed)
    with CaptureQueriesContext(connection) as asked:
        assert len(figures_of(agreed)) == 4
    assert len(asked) <= 2
