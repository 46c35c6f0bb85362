"""What programs were told, in the audit: one line for each client, none where nothing was answered."""

import uuid

import pytest
from django.test import RequestFactory

from reattune.practice import auditing, models
from reattune.practice.api.seen import note, part
from reattune.practice.api.shapes import Window


@pytest.fixture
def request_of_notebook():
    request = RequestFactory().get("/api/v1/relationships")
    request.auth = "notebook"
    return request


def test_each_client_has_a_line_and_each_only_one(store, request_of_notebook, seen):
    one, other = uuid.uuid4(), uuid.uuid4()
    note(request_of_notebook, "noticings", [one, other, one])
    assert sorted(seen()) == sorted(("program:notebook", "noticings", each) for each in (one, other))
    assert {line.purpose for line in models.AuditEvent.objects.filter(client=one)} == {"program"}
    assert list(auditing.verify()) == []


def test_only_those_in_the_part_that_was_told_are_noted(store, request_of_notebook, seen):
    clients = [uuid.uuid4() for _number in range(5)]
    told = part(
        request_of_notebook,
        Window(limit=2, offset=1),
        "things",
        clients,
        lambda rows: [(one, str(one)) for one in rows],
    )
    assert told.items == [str(one) for one in clients[1:3]]
    assert told.count == 5
    assert {client for _who, _what, client in seen()} == set(clients[1:3])
