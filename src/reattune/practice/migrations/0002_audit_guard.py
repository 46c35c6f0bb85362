"""Lines of the audit can only be added: the store itself refuses to change or to delete one."""

from typing import Any

from django.db import migrations

NEVER = "lines of the audit are never changed and never deleted"
REFUSE = """
CREATE TRIGGER practice_audit_no_{what} BEFORE {what} ON practice_auditevent
BEGIN SELECT RAISE(ABORT, 'lines of the audit are never changed and never deleted'); END
"""
INSTEAD = """
CREATE TRIGGER practice_audit_no_replace BEFORE INSERT ON practice_auditevent
BEGIN
    SELECT RAISE(ABORT, 'lines of the audit are never changed and never deleted')
    WHERE EXISTS (SELECT 1 FROM practice_auditevent WHERE seq = NEW.seq);
END
"""
"""INSERT OR REPLACE deletes without asking the trigger for deletions."""
TAKE_AWAY = "DROP TRIGGER practice_audit_no_{what}"
IN_FILE = (*(REFUSE.format(what=what) for what in ("update", "delete")), INSTEAD)

FUNCTION = f"""
CREATE FUNCTION practice_audit_never() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{NEVER}' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""
ROWS = """
CREATE TRIGGER practice_audit_no_change BEFORE UPDATE OR DELETE ON practice_auditevent
FOR EACH ROW EXECUTE FUNCTION practice_audit_never()
"""
WHOLE = """
CREATE TRIGGER practice_audit_no_truncate BEFORE TRUNCATE ON practice_auditevent
FOR EACH STATEMENT EXECUTE FUNCTION practice_audit_never()
"""
IN_DATABASE = (FUNCTION, ROWS, WHOLE)


def guard(_apps: Any, schema_editor: Any) -> None:
    for statement in IN_DATABASE if schema_editor.connection.vendor == "postgresql" else IN_FILE:
        schema_editor.execute(statement, None)


def let_go(_apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION practice_audit_never() CASCADE", None)
        return
    for what in ("update", "delete", "replace"):
        schema_editor.execute(TAKE_AWAY.format(what=what), None)


class Migration(migrations.Migration):
    """Triggers: three in a file, two in a database."""

    dependencies = [("practice", "0001_initial")]
    operations = [migrations.RunPython(guard, let_go)]
