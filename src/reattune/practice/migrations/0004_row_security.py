"""In a shared practice the database refuses the rows of others by itself; a file has nobody to refuse."""

from typing import Any

from django.db import migrations


def put_up(_apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        # The walls are those of the present program, and only a shared practice has the driver.
        from reattune.practice.postgres.walls import raise_walls  # noqa: PLC0415

        raise_walls()


class Migration(migrations.Migration):
    """Walls around the rows of each client; they are put up anew at each start that finds one missing."""

    dependencies = [("practice", "0003_two_voices")]
    operations = [migrations.RunPython(put_up, migrations.RunPython.noop)]
