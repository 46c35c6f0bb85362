"""What a browser is shown, one file a place; each registers its pages at the door when it is loaded."""

from importlib import import_module
from pkgutil import iter_modules


def load() -> None:
    """Load every place, so that its pages are registered."""
    for one in iter_modules(__path__):
        import_module(f"{__name__}.{one.name}")
