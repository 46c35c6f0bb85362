"""The researcher's page: how many agreed, and their tables."""

import zipfile
from datetime import date
from io import BytesIO

import pytest
from django.test import Client as Browser

from reattune.practice import clients, consent, desk, models, people, scope
from reattune.practice.door import PERSON

DAY = date(2026, 6, 1)


@pytest.fixture
def researcher(shared):
    with scope.use(scope.EVERYONE):
        heron = clients.add("heron", therapist=people.add("anna", models.Person.Role.THERAPIST), started=DAY)
        person = people.add("ros", models.Person.Role.RESEARCHER)
    window = Browser()
    session = window.session
    session["opening"], session[PERSON] = desk.opening(), str(person.pk)
    session.save()
    return window, heron


def test_where_nobody_agreed_there_is_nothing_to_take(researcher):
    window, _heron = researcher
    page = window.get("/study/").content.decode()
    assert "0 people agree" in page
    assert "<textarea" not in page
    assert 'name="study"' not in page
    assert window.post("/study/", {"study": "closeness"}).status_code == 400


def test_tables_are_handed_out_in_the_researchers_name(researcher):
    window, heron = researcher
    with scope.use(scope.EVERYONE):
        consent.write(heron, consent.Purpose.RESEARCH, given=True, by="client", day=DAY)
    assert "1 person agrees" in window.get("/study/").content.decode()
    answer = window.post("/study/", {"study": "closeness"})
    assert answer["Content-Type"] == "application/zip"
    with zipfile.ZipFile(BytesIO(answer.content)) as archive:
        assert "sessions.csv" in archive.namelist()
    with scope.use(scope.EVERYONE):
        line = models.AuditEvent.objects.get(action="exported")
    assert (line.who, line.client) == ("researcher: ros", heron.pk)


def test_a_study_without_a_name_is_said_to_need_one(researcher):
    window, heron = researcher
    with scope.use(scope.EVERYONE):
        consent.write(heron, consent.Purpose.RESEARCH, given=True, by="client", day=DAY)
    answer = window.post("/study/", {"study": " "})
    assert answer.status_code == 400
    assert "what the study is called" in answer.content.decode()
