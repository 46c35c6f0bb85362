"""Lines of the audit can only be added: the store itself refuses to change or to delete one."""

from django.db import migrations

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


class Migration(migrations.Migration):
    """Three triggers."""

    dependencies = [("practice", "0001_initial")]
    operations = [
        migrations.RunSQL(REFUSE.format(what=what), TAKE_AWAY.format(what=what)) for what in ("update", "delete")
    ] + [migrations.RunSQL(INSTEAD, TAKE_AWAY.format(what="replace"))]
