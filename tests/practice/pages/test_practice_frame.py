"""The frame of the practice on its manager's page: what was agreed, and nothing that tells of anybody."""

from datetime import date, time

import pytest
from django.test import Client as Browser

from reattune.practice import clients, desk, models, people, scope
from reattune.practice.door import PERSON

DAY = date(2026, 1, 6)


@pytest.fixture
def manager(shared):
    with scope.use(scope.EVERYONE):
        anna = people.add("anna", models.Person.Role.THERAPIST)
        heron = clients.add("heron", therapist=anna, ended_how="quarrel", suppress_why="mourning")
        models.Agreement.objects.create(client=heron, start=DAY, weekday=1, starts_at=time(17), minutes=50, fee="80.00")
        models.Pause.objects.create(client=heron, start=date(2026, 7, 6), end=date(2026, 7, 9), by="client")
        models.Verdict.objects.create(client=heron, noticing=DAY, verdict="ordinary", on=DAY)
        person = people.add("keeper", models.Person.Role.MANAGER)
    window = Browser()
    session = window.session
    session["opening"], session[PERSON] = desk.opening(), str(person.pk)
    session.save()
    return window


def test_times_fees_and_breaks_are_there_and_nobody_is(manager):
    page = manager.get("/practice/frame/").content.decode()
    for word in ("anna", "Tuesday", "17:00", "50", "80.00", "6 Jul 2026"):
        assert word in page
    for word in ("heron", "quarrel", "mourning", "ordinary"):
        assert word not in page
    with scope.use(scope.EVERYONE):
        assert str(models.Client.objects.get().pk) not in page


def test_opening_it_stands_in_the_audit_about_nobody(manager):
    manager.get("/practice/frame/")
    with scope.use(scope.EVERYONE):
        line = models.AuditEvent.objects.order_by("seq").last()
    assert (line.who, line.action, line.what, line.client) == ("manager: keeper", "viewed", "frame", None)


def test_the_manager_signs_out_from_there(manager):
    assert "/sign-out/" in manager.get("/practice/frame/").content.decode()
    assert manager.get("/").status_code == 403
