"""The practice's own instruments, from the folder beside practice.toml."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from reattune.errors import UnreadableError
from reattune.instruments import DefinitionError, load, shipped
from reattune.language import _
from reattune.model import Instrument, Quarantined
from reattune.reading.gathered import Place
from reattune.reading.layout import INSTRUMENTS_FOLDER
from reattune.reading.raw import without_name


def read_instruments(root: Path, place: Place) -> tuple[Mapping[str, Instrument], tuple[Quarantined, ...]]:
    """Return every instrument known to a practice by id, its own before the shipped ones, and what was set aside."""
    own: dict[str, Instrument] = {}
    aside: list[Quarantined] = []
    for path in _definitions(root / INSTRUMENTS_FOLDER):
        name = place.name(path)
        try:
            instrument = load(path, name)
        except DefinitionError as error:
            aside.append(Quarantined(name, "", error.field, error.why))
            continue
        except UnreadableError as error:
            aside.append(Quarantined(name, "", "", without_name(str(error), name)))
            continue
        if instrument.id in own:
            why = _("{id} is defined twice; the first was kept").format(id=instrument.id)
            aside.append(Quarantined(name, "", "id", why))
        else:
            own[instrument.id] = instrument
    return MappingProxyType(dict(sorted((dict(shipped()) | own).items()))), tuple(aside)


def _definitions(folder: Path) -> list[Path]:
    try:
        paths = sorted(folder.iterdir()) if folder.is_dir() else []
    except OSError:
        return []
    return [path for path in paths if path.suffix.lower() in {".yaml", ".yml"} and not path.name.startswith(".")]
