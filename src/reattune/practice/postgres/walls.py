"""Row-level security: the database itself refuses rows that whoever asks may not see, whatever a page asks for.

The rules are those of `scope.limit`, made from the same words of the models; a table added later has its wall from the
next start on. Words that a client did not share have a second one before their therapist.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection, models

from reattune.practice.models import AuditEvent, Client, Person
from reattune.practice.models.client import AFTERWARDS
from reattune.practice.scope import THERAPIST, Reach, Within

NAMES = ROWS, LOOK, HEARD = "reattune_rows", "reattune_look", "reattune_heard"
REACH = "(SELECT current_setting('reattune.reach', true))"
PERSON = "(SELECT nullif(current_setting('reattune.person', true), '')::uuid)"
CLIENT = "(SELECT nullif(current_setting('reattune.client', true), '')::uuid)"
DAY = "(SELECT nullif(current_setting('reattune.day', true), '')::date)"
WAITS = AFTERWARDS.days
OWN = f"SELECT id FROM practice_client WHERE therapist_id = {PERSON}"  # noqa: S608  (no value stands in it)
SHOWN = "by = 'therapist' OR shown IS NOT NULL"
WROTE = "SELECT talk_id FROM practice_side WHERE by = 'therapist' AND saved IS NOT NULL"
UNHEARD = {
    "practice_said": f"share IN ('now', 'raise_for_me') OR (share = 'after_ending' AND client_id IN "  # noqa: S608
    f"(SELECT id FROM practice_client WHERE ended < {DAY} AND coalesce(ended_written, ended) <= {DAY} - {WAITS}))",
    # One that its client took back takes the therapist's own words from nobody.
    "practice_talk": f"{SHOWN} OR id IN ({WROTE})",
    "practice_side": SHOWN,
    "practice_likeness": SHOWN,
}
"""What a therapist sees of tables in which a client decides: the same as the managers of these models."""
BARE = frozenset({Person})
"""Tables with a client and no wall: who may sign in is looked up before anybody is there; it holds no word."""


def walled() -> Iterator[type[models.Model]]:
    """Yield every table that holds something about a client."""
    for model in apps.get_app_config("practice").get_models():
        within = any(isinstance(one, Within) for one in model._meta.managers)  # noqa: SLF001
        if model not in BARE and (within or model is AuditEvent or _field(model, "client")):
            yield model


def raise_walls() -> int:
    """Put up the wall of every table that is there, anew where one stands; return how many there are.

    A table that does not have all its columns yet, because a later migration brings them, is left for after it.
    """
    done = 0
    with connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
        for model in walled():
            if _is_whole(cursor, model, there):
                done += 1
                for statement in statements(model):
                    cursor.execute(statement)
    return done


def lower() -> None:
    """Take the walls down while the tables are changed: a column that a rule names could not be."""
    with connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
        for table in sorted({one._meta.db_table for one in walled()} & there):  # noqa: SLF001
            for name in NAMES:
                cursor.execute(f"DROP POLICY IF EXISTS {name} ON {table}")
            cursor.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")


def _is_whole(cursor: Any, model: type[models.Model], there: set[str]) -> bool:
    table = model._meta.db_table  # noqa: SLF001
    if table not in there:
        return False
    columns = {one.name for one in connection.introspection.get_table_description(cursor, table)}
    return {one.column for one in model._meta.concrete_fields} <= columns  # noqa: SLF001


def missing() -> tuple[str, ...]:
    """Return the tables whose wall is not up, or lets their owner through."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class JOIN pg_policy ON polrelid = pg_class.oid AND polname = %s "
            "WHERE relrowsecurity AND relforcerowsecurity AND relnamespace = current_schema()::regnamespace",
            (ROWS,),
        )
        up = {row[0] for row in cursor.fetchall()}
    return tuple(sorted({one._meta.db_table for one in walled()} - up))  # noqa: SLF001


def is_above() -> bool:
    """Say whether this connection's role is above every wall: a superuser, or one that may pass them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        return bool(cursor.fetchone()[0])


def statements(model: type[models.Model]) -> Iterator[str]:
    """Yield what puts up one table's wall."""
    table = model._meta.db_table  # noqa: SLF001
    for name in NAMES:
        yield f"DROP POLICY IF EXISTS {name} ON {table}"
    rows = " OR ".join(_any_of(_rows(model)))
    yield f"CREATE POLICY {ROWS} ON {table} USING ({rows}) WITH CHECK ({rows})"
    look = " OR ".join(_any_of(_look(model)))
    if look:
        yield f"CREATE POLICY {LOOK} ON {table} FOR SELECT USING ({look})"
    if table in UNHEARD:
        heard = f"{REACH} IS DISTINCT FROM '{Reach.OWN_CLIENTS.value}' OR {UNHEARD[table]}"
        yield f"CREATE POLICY {HEARD} ON {table} AS RESTRICTIVE FOR SELECT USING ({heard})"
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
    yield f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY"


def _any_of(rules: dict[Reach, str]) -> Iterator[str]:
    for reach, rule in rules.items():
        yield f"({REACH} = '{reach.value}' AND ({rule}))"


def _rows(model: type[models.Model]) -> dict[Reach, str]:
    """Return what each reach may read and write."""
    rules = {Reach.EVERYONE: "true", Reach.OWN_CLIENTS: _of_therapist(model), Reach.ONE_CLIENT: _of_client(model)}
    brought = getattr(model, "brought", "")
    if "__" in brought:
        # What a supervisor writes hangs on what was brought to them; that itself is not theirs to change.
        rules[Reach.BROUGHT] = _brought(model, brought)
    return {reach: rule for reach, rule in rules.items() if rule}


def _look(model: type[models.Model]) -> dict[Reach, str]:
    """Return what some may read and never write."""
    rules = {Reach.FRAME: "true"} if getattr(model, "is_frame", False) else {}
    brought = getattr(model, "brought", "")
    if brought and "__" not in brought:
        rules[Reach.BROUGHT] = _brought(model, brought)
    return rules


def _of_therapist(model: type[models.Model]) -> str:
    within = getattr(model, "within", "client")
    if not within:
        return f"therapist_id = {PERSON}"
    column = _column(model, within)
    own = f"{column} IN ({OWN})"
    return f"{own} OR ({column} IS NULL AND therapist_id = {PERSON})" if _field(model, THERAPIST) else own


def _of_client(model: type[models.Model]) -> str:
    if model is Client:
        return f"id = {CLIENT}"
    within = getattr(model, "within", "client") or "client"
    return f"{_column(model, within)} = {CLIENT}" if _field(model, within) else ""


def _brought(model: type[models.Model], path: str) -> str:
    first, _, rest = path.partition("__")
    column = _column(model, first)
    if not rest:
        return f"{column} = {PERSON}"
    there: Any = model._meta.get_field(first).related_model  # noqa: SLF001
    name = there._meta.db_table  # noqa: SLF001
    return f"{column} IN (SELECT id FROM {name} WHERE {_brought(there, rest)})"  # noqa: S608  (names of columns)


def _column(model: type[models.Model], name: str) -> str:
    found: Any = model._meta.get_field(name)  # noqa: SLF001
    return str(found.column)


def _field(model: type[models.Model], name: str) -> "models.Field[object, object] | None":
    return next((one for one in model._meta.fields if one.name == name), None)  # noqa: SLF001
