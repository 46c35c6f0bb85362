"""Where a second reader is found: set up by a therapist for their own clients, off until then, on this computer unless
they have typed that it may be elsewhere.
"""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from django.db import transaction

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import keys, models, scope
from reattune.practice.auditing import Action, record

NAME, ABOUT = "second", "practice.setting:second"
ADDRESS, MODEL, KEY = 300, 100, 500
"""Characters at most."""
PORTS = {"http": 80, "https": 443}
ENDING = "/chat/completions"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A program that may be asked: its address in parts, the model, a key where it wants one.

    `since` is when this address was set up; `typed` the sentence that allows it to be elsewhere, "" on this computer.
    """

    scheme: str
    host: str
    port: int
    path: str
    model: str
    key: str = ""
    typed: str = ""
    since: str = ""

    @property
    def is_encrypted(self) -> bool:
        """Whether the connection is."""
        return self.scheme == "https"

    @property
    def is_here(self) -> bool:
        """Whether it is on this computer."""
        return _is_here(self.host)

    @property
    def place(self) -> str:
        """Where it is, as people write it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"

    @property
    def address(self) -> str:
        """The whole address."""
        return f"{self.scheme}://{self.place}{self.path}"


def sentence(place: str) -> str:
    """Return what is to be typed before passages may go elsewhere than to this computer."""
    return _("Passages of sessions may leave this computer and go to {place}").format(place=place)


def read(address: str, model: str, key: str = "") -> Endpoint:
    """Return an endpoint from what was typed.

    Args:
        address: With or without http in front, with or without the path; "/v1" where none is given.
        model: The model's name, as that program calls it.
        key: What it wants to be shown, where it wants anything.

    Raises:
        ReattuneError: It cannot be meant; the text says why.
    """
    found = _endpoint(address.strip(), " ".join(model.split()), key.strip())
    if not found.is_here and not found.is_encrypted:
        raise ReattuneError(_("An address outside this computer must begin with https, so that nobody reads along."))
    return found


def keep(endpoint: Endpoint, typed: str) -> Endpoint:
    """Keep an endpoint, sealed; the audit says where it is and, elsewhere than here, that it was said in words.

    Args:
        endpoint: As `read` returned it.
        typed: The sentence, needed only where it is elsewhere.

    Raises:
        ReattuneError: It is elsewhere, and the sentence was not typed.
    """
    before, said = kept(), " ".join(typed.split()).rstrip(".")
    wanted = sentence(endpoint.place)
    if not endpoint.is_here and said.casefold() != wanted.casefold():
        message = _("This address is outside this computer. If you mean it, type this sentence: {sentence}")
        raise ReattuneError(message.format(sentence=wanted))
    is_same = before is not None and before.address == endpoint.address
    since = before.since if before is not None and is_same else datetime.now(UTC).isoformat()
    known = {**asdict(endpoint), "typed": "" if endpoint.is_here else said, "since": since}
    with transaction.atomic():
        plain = json.dumps(known, ensure_ascii=False).encode()
        value = keys.sealer(None).seal(plain, _about()).hex()
        models.Setting.objects.update_or_create(name=_name(), defaults={"value": value})
        record(Action.SETTINGS, what=_written(endpoint, said), purpose="keeping")
    return Endpoint(**known)


def forget() -> None:
    """Ask nobody from now on."""
    with transaction.atomic():
        count, _each = models.Setting.objects.filter(name=_name()).delete()
        if count:
            record(Action.SETTINGS, what="second reader: off", purpose="keeping")


def kept() -> Endpoint | None:
    """Return the endpoint of whoever asks; None where none was set up."""
    value = models.Setting.objects.filter(name=_name()).values_list("value", flat=True).first()
    if not value:
        return None
    return Endpoint(**json.loads(keys.sealer(None).open(bytes.fromhex(value), _about())))


def _name() -> str:
    # In a shared practice each therapist decides for their own clients, and for nobody else's.
    whose = scope.person()
    return NAME if whose is None else f"{NAME} {whose.hex}"


def _about() -> str:
    return f"{ABOUT}:{_name()}"


def _written(endpoint: Endpoint, said: str) -> str:
    if endpoint.is_here:
        return f"second reader: {endpoint.place}"[:200]
    whole = f"second reader: {endpoint.place}, “{said}”"
    # A name so long that both do not fit is told by its beginning and a digest of the rest.
    return whole if len(whole) <= 200 else f"{whole[:130]}… ({sha256(whole.encode()).hexdigest()[:16]})"  # noqa: PLR2004


def _endpoint(address: str, model: str, key: str) -> Endpoint:
    parts = _parts(address) if len(address) <= ADDRESS else None
    if parts is None or not parts.hostname:
        raise ReattuneError(_("This is no address of a program; copy it from there, such as 127.0.0.1:8080."))
    if parts.username or parts.password or parts.query or parts.fragment:
        raise ReattuneError(_("Leave names, passwords, “?” and “#” out of the address; a key has a field of its own."))
    if not model or len(model) > MODEL or not model.isprintable():
        raise ReattuneError(_("Which model is to be asked? Write its name as that program lists it."))
    if len(key) > KEY or not (key.isascii() and key.isprintable()) or " " in key:
        raise ReattuneError(_("This is no key; copy it again, or leave the field empty."))
    path = parts.path.rstrip("/").removesuffix(ENDING).rstrip("/") or "/v1"
    if not (path.isascii() and path.isprintable()) or " " in path:
        raise ReattuneError(_("The part of the address after the name has letters that no address has; copy it again."))
    return Endpoint(parts.scheme, parts.hostname, parts.port or PORTS[parts.scheme], path, model, key)


def _parts(address: str) -> SplitResult | None:
    whole = address if "://" in address else f"http://{address}"
    try:
        parts = urlsplit(whole)
        host, _port = parts.hostname or "", parts.port
        host.encode("ascii")
        host.encode("idna")
    except ValueError:
        return None
    plain = bool(host) and host.isprintable() and " " not in host
    return parts if parts.scheme in PORTS and plain else None


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
