"""The quiet look: by chance alone, seldom, one at a time, and the same however often it is asked."""

from datetime import date, timedelta

import pytest

from reattune.practice import models, quiet

TODAY = date(2026, 6, 30)
WEEKS = [date(2026, 1, 5) + timedelta(weeks=number) for number in range(300)]


def glance(client, last=TODAY - timedelta(days=3)):
    row = models.Glance(client=client, as_of=TODAY, last_session=last)
    row.words = {}
    row.save()
    return client


@pytest.fixture
def three(new_client):
    return [glance(new_client(name)) for name in ("alder", "birch", "cedar")]


@pytest.fixture
def always(monkeypatch):
    monkeypatch.setattr(quiet, "CHANCE", 1.0)


def test_about_one_week_in_three_has_one_and_asking_again_changes_nothing(store):
    first = [quiet.drawn(one) for one in WEEKS]
    assert first == [quiet.drawn(one) for one in WEEKS]
    assert 70 < sum(first) < 130


def test_one_is_drawn_and_not_another_in_the_same_week(three, always):
    offer = quiet.draw(TODAY)
    assert offer.client in three
    assert quiet.draw(TODAY) is None
    quiet.answer(offer, quiet.Answer.NOTHING, TODAY)
    assert quiet.draw(TODAY) is None
    assert quiet.offered(TODAY) is None
    assert models.AuditEvent.objects.last().what == "quiet look"


def test_whom_it_falls_on_is_the_same_however_often_it_is_drawn(three, always):
    first = quiet.draw(TODAY).client_id
    models.QuietLook.objects.all().delete()
    assert quiet.draw(TODAY + timedelta(days=2)).client_id == first


def test_over_the_weeks_it_falls_on_everybody(three, always):
    found = set()
    for week in WEEKS[:30]:
        models.Glance.objects.update(last_session=week)
        found.add(quiet.draw(week).client_id)
        models.QuietLook.objects.all().delete()
    assert found == {one.pk for one in three}


def test_while_one_is_open_there_is_no_other_and_after_two_weeks_it_goes_by_itself(three, always):
    offer = quiet.draw(TODAY)
    assert quiet.draw(TODAY + timedelta(days=7)) is None
    assert quiet.offered(TODAY + timedelta(days=14)) == offer
    assert quiet.offered(TODAY + timedelta(days=15)) is None
    models.Glance.objects.update(last_session=TODAY + timedelta(days=14))
    assert quiet.draw(TODAY + timedelta(days=15)) is not None
    offer.refresh_from_db()
    assert offer.answer == quiet.Answer.LAPSED


def test_only_those_with_nothing_noticed_whose_work_goes_on_are_drawn(three, new_client):
    models.Noticed.objects.create(client=three[0], number=1, at=TODAY - timedelta(days=20), direction="away")
    models.Noticed.objects.create(client=three[1], number=1, at=TODAY - timedelta(days=200), direction="away")
    three[2].ended = TODAY
    three[2].save()
    glance(new_client("dale", suppress=True))
    glance(new_client("elm"), last=TODAY - timedelta(weeks=9))
    glance(new_client("fern"), last=None)
    assert quiet.candidates(TODAY) == [three[1].pk]


def test_where_nobody_is_quiet_nothing_is_offered(store, always):
    assert quiet.draw(TODAY) is None
    assert quiet.offered(TODAY) is None
