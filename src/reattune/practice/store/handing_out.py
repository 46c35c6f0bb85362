"""Everything kept about everybody, in open formats, in one folder: an archive for each person, recordings beside it."""

from collections.abc import Callable
from pathlib import Path

from django.utils.text import slugify

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import auditing, models
from reattune.practice.recorded import handing_out as recordings
from reattune.practice.store.exporting import export
from reattune.practice.store.faults import told
from reattune.practice.vault.whole import own_folder, write_private


def name_of(client: models.Client, taken: set[str]) -> str:
    """Return the name of a person's archive, unlike those that are taken."""
    plain = slugify(client.codename) or "relationship"
    names = (f"{plain}.zip", *(f"{plain}-{number}.zip" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)


def hand_out_all(folder: Path, said: Callable[[str], None]) -> int:
    """Write one archive for each person into a folder, and say of each that it was done.

    Args:
        folder: A new or empty folder; made for its owner alone.
        said: Called with each archive's name.

    Returns:
        How many archives were written.

    Raises:
        ReattuneError: Something lies in the folder already, or it cannot be written to.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ReattuneError(_("{folder} is not an empty folder; name a new one.").format(folder=folder))
    own_folder(folder)
    taken: set[str] = set()
    for client in models.Client.objects.all():
        name = name_of(client, taken)
        with told(folder / name):
            write_private(folder / name, export(client))
            recordings.write_all(client, folder / f"{name.removesuffix('.zip')} recordings")
            auditing.record(auditing.Action.EXPORTED, client.pk, "export", "client")
        taken.add(name)
        said(name)
    return len(taken)
