"""A practice that several people share, in a database of each test's own."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from reattune.practice import desk, models, scope
from reattune.practice.clients import add
from reattune.practice.postgres import connecting
from reattune.practice.scope import EVERYONE, Reach, Scope

PASSPHRASE = "seven quiet herons at dusk"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out visibly what needs a server where there is none."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.system("postgresql"))


@pytest.fixture
def shared(served_home: Path) -> Iterator[Path]:
    """The practice, open and shared: nobody's rows are seen where nobody said whose."""
    desk.unlock(PASSPHRASE)
    scope.shared_practice(shared=True)
    yield served_home
    scope.shared_practice(shared=False)


@pytest.fixture
def person(shared: Path) -> Callable[..., models.Person]:
    """Make somebody: `person("ada", "therapist")`."""

    def make(name: str, role: str = "therapist", **words: object) -> models.Person:
        with scope.use(EVERYONE):
            return models.Person.objects.create(name=name, role=role, **words)

    return make


@pytest.fixture
def client_of(shared: Path) -> Callable[..., models.Client]:
    """Make a client of a therapist: `client_of(ada, "heron")`."""

    def make(therapist: models.Person, codename: str) -> models.Client:
        with scope.use(own(therapist.pk)):
            return add(codename)

    return make


@pytest.fixture
def empty(server: Any, database: str) -> Callable[[], None]:
    """Use an empty database from now on; call it when the other one was filled."""

    def turn() -> None:
        server.say("DROP DATABASE IF EXISTS empty WITH (FORCE)", "CREATE DATABASE empty OWNER reattune")
        connecting.use(server.address("empty"))

    return turn


def own(person: UUID) -> Scope:
    """Return how far a therapist sees."""
    return Scope(Reach.OWN_CLIENTS, person)
