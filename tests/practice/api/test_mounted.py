"""The interface as a whole: its document is true of it, whatever is asked."""

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings, strategies
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    ignored_auth,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from reattune.practice import desk, models, tokens
from reattune.practice.api.mounted import api
from reattune.practice.serving import application

DOCUMENT = "/api/v1/openapi.json"
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    response_schema_conformance,
    content_type_conformance,
    ignored_auth,
    unsupported_method,
]


BOUNDS = settings(
    max_examples=25,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def statuses(operation, headers, there):
    """Ask with made-up words and with those that find something; return the statuses of the answers."""
    found = set()

    @BOUNDS
    @given(case=operation.as_strategy(), known=strategies.booleans())
    def holds(case, known):
        if known:
            case.path_parameters = {name: str(there[name]) for name in case.path_parameters or {}}
        found.add(case.call_and_validate(headers=headers, checks=CHECKS).status_code)

    holds()
    return found


def test_the_document_is_true_of_the_interface_whatever_is_asked(heron, episode):
    schema = schemathesis.openapi.from_wsgi(DOCUMENT, application)
    headers = {"Authorization": f"Bearer {tokens.make('schemathesis')}"}
    row = models.Noticed.objects.last()
    there = {"client": heron.pk, "episode": episode.pk, "day": row.at, "direction": row.direction}
    every = [found.ok() for found in schema.get_all_operations()]
    answered = {operation.label: statuses(operation, headers, there) for operation in every}
    assert set(answered) == {
        "GET /api/v1/relationships",
        "GET /api/v1/relationships/{client}",
        "GET /api/v1/relationships/{client}/streams",
        "GET /api/v1/relationships/{client}/observations",
        "GET /api/v1/noticings",
        "GET /api/v1/noticings/{client}/{day}/{direction}",
        "GET /api/v1/episodes",
        "GET /api/v1/episodes/{episode}",
    }
    assert all(200 in found for found in answered.values()), answered


def test_the_document_can_be_read_without_a_token_but_only_while_it_is_unlocked(store, client_of):
    told = client_of().get(DOCUMENT)
    assert told.status_code == 200
    assert told["Cache-Control"] == "no-store"
    desk.lock()
    assert client_of().get(DOCUMENT).status_code == 503


def test_every_operation_needs_the_token_and_only_reads(store):
    document = api.get_openapi_schema()
    assert document["components"]["securitySchemes"]["Token"] == {"type": "http", "scheme": "bearer"}
    for path, operations in document["paths"].items():
        assert set(operations) == {"get"}, path
        assert operations["get"]["security"] == [{"Token": []}]
        assert set(operations["get"]["responses"]) == {200, 401, 404, 422, 500, 503}
        assert operations["get"]["description"]
