"""XML from outside: looked through once before any library builds something from it."""

from xml.parsers.expat import ExpatError, ParserCreate  # no entity is expanded: a document type ends the reading

from reattune.errors import UnreadableError
from reattune.language import _

MAX_DEPTH = 200
"""No transcript nests deeper; a document made to exhaust the stack does."""


class _Depth:
    """How deep the elements stand in each other while they are passed."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.now = 0

    def enter(self, *_element: object) -> None:
        self.now += 1
        if self.now > MAX_DEPTH:
            raise UnreadableError(_("{file} nests too deep to be a transcript and was not read").format(file=self.name))

    def leave(self, *_element: object) -> None:
        self.now -= 1

    def typed(self, *_declaration: object) -> None:
        message = _("{file} declares entities of its own and was not read; save it again with the program it is from")
        raise UnreadableError(message.format(file=self.name))


def checked(data: bytes, name: str) -> bytes:
    """Return XML as it is, once it is sure that it is whole, not too deep, and declares no entities.

    Raises:
        UnreadableError: If it is not.

    """
    depth = _Depth(name)
    parser = ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = depth.enter
    parser.EndElementHandler = depth.leave
    parser.StartDoctypeDeclHandler = depth.typed
    try:
        parser.Parse(data, True)
    except (ExpatError, ValueError, LookupError) as error:
        raise UnreadableError(_("{file} is cut off or damaged; export it again").format(file=name)) from error
    return data
