"""The rows of the store. Everything a person wrote, and every row read from a file, is sealed once more."""

from reattune.practice.models.agreed import Consent, Consultation, Remark, Use
from reattune.practice.models.audit import AuditEvent
from reattune.practice.models.client import Client, ClientKey, Label
from reattune.practice.models.episode import Aside, Attached, Episode, Moment
from reattune.practice.models.frame import Agreement, Pause
from reattune.practice.models.heard import Answer, Heard, SecondReading
from reattune.practice.models.kept import Job, Setting
from reattune.practice.models.looked import Glance, LeftOut, Noticed, QuietLook, Verdict
from reattune.practice.models.person import Passkey, Person
from reattune.practice.models.record import Feed, Import, Preset, Record
from reattune.practice.models.recorded import Found, Picked, Recording
from reattune.practice.models.sealed import Sealed
from reattune.practice.models.voice import Invitation, Letter, Likeness, OwnKey, OwnWords, Reply, Said, Side, Talk

__all__ = [
    "Agreement",
    "Answer",
    "Aside",
    "Attached",
    "AuditEvent",
    "Client",
    "ClientKey",
    "Consent",
    "Consultation",
    "Episode",
    "Feed",
    "Found",
    "Glance",
    "Heard",
    "Import",
    "Invitation",
    "Job",
    "Label",
    "LeftOut",
    "Letter",
    "Likeness",
    "Moment",
    "Noticed",
    "OwnKey",
    "OwnWords",
    "Passkey",
    "Pause",
    "Person",
    "Picked",
    "Preset",
    "QuietLook",
    "Record",
    "Recording",
    "Remark",
    "Reply",
    "Said",
    "Sealed",
    "SecondReading",
    "Setting",
    "Side",
    "Talk",
    "Use",
    "Verdict",
]
