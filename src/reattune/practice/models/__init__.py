"""The rows of the store. Everything a person wrote, and every row read from a file, is sealed once more."""

from reattune.practice.models.audit import AuditEvent
from reattune.practice.models.client import Client, ClientKey, Label
from reattune.practice.models.episode import Aside, Attached, Episode, Moment
from reattune.practice.models.frame import Agreement, Pause
from reattune.practice.models.kept import Job, Setting
from reattune.practice.models.looked import Glance, LeftOut, Noticed, QuietLook, Verdict
from reattune.practice.models.record import Feed, Import, Preset, Record
from reattune.practice.models.sealed import Sealed

__all__ = [
    "Agreement",
    "Aside",
    "Attached",
    "AuditEvent",
    "Client",
    "ClientKey",
    "Episode",
    "Feed",
    "Glance",
    "Import",
    "Job",
    "Label",
    "LeftOut",
    "Moment",
    "Noticed",
    "Pause",
    "Preset",
    "QuietLook",
    "Record",
    "Sealed",
    "Setting",
    "Verdict",
]
