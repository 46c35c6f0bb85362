"""The closed sets: every word that a record may carry, as enums to be matched exhaustively."""

from enum import StrEnum


class SessionKind(StrEnum):
    """What became of an agreed slot, in Reattune's own vocabulary (a proposal, not a standard)."""

    SCHEDULED = "scheduled"
    ATTENDED = "attended"
    ATTENDED_LATE = "attended_late"
    LEFT_EARLY = "left_early"
    CANCELLED = "cancelled"
    CANCELLED_SHORT_NOTICE = "cancelled_short_notice"
    DID_NOT_ATTEND = "did_not_attend"
    RESCHEDULED = "rescheduled"
    RESCHEDULED_SHORT_NOTICE = "rescheduled_short_notice"
    SERIES_SLOT_REMOVED = "series_slot_removed"
    NO_LONGER_LISTED = "no_longer_listed"
    THERAPIST_UNAVAILABLE = "therapist_unavailable"
    CONFLICT = "conflict"
    UNMAPPED = "unmapped"


class PaymentKind(StrEnum):
    """What became of an amount due."""

    DUE = "due"
    PAID = "paid"
    PART_PAID = "part_paid"
    UNPAID = "unpaid"
    FAILED = "failed"
    REFUNDED = "refunded"
    CHARGED_BACK = "charged_back"
    CANCELLED = "cancelled"
    WAIVED = "waived"
    WRITTEN_OFF = "written_off"
    NO_CHARGE = "no_charge"
    NOT_INVOICED = "not_invoiced"
    UNMAPPED = "unmapped"


class Initiator(StrEnum):
    """Who brought a change about; `UNKNOWN` unless the source says so."""

    CLIENT = "client"
    THERAPIST = "therapist"
    THIRD_PARTY = "third_party"
    UNKNOWN = "unknown"


class Voice(StrEnum):
    """One of the two people."""

    CLIENT = "client"
    THERAPIST = "therapist"


class BreakBy(StrEnum):
    """Whose break it is."""

    CLIENT = "client"
    THERAPIST = "therapist"
    BOTH = "both"


class Timing(StrEnum):
    """When a rating was given, relative to its session; never pooled."""

    PRE = "pre"
    POST = "post"
    BETWEEN = "between"


class FeltOff(StrEnum):
    """The answer to "did anything feel off between us?"."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"
    SKIPPED = "skipped"


class Share(StrEnum):
    """Who may read a check-in, by its author's choice."""

    ONLY_ME = "only_me"
    NOW = "now"
    RAISE_FOR_ME = "raise_for_me"
    AFTER_ENDING = "after_ending"


class Verdict(StrEnum):
    """What a therapist made of a noticing."""

    ORDINARY = "ordinary"
    TALKED = "talked"
    LATER = "later"


class Direction(StrEnum):
    """The way in which something may have shifted."""

    AWAY = "away"
    AGAINST = "against"
    ATTUNED = "attuned"
    CHANGED = "changed"


class Purpose(StrEnum):
    """What an instrument asks about; only alliance ratings are read as closeness or distance."""

    ALLIANCE = "alliance"
    OUTCOME = "outcome"
    UNKNOWN = "unknown"


class Shift(StrEnum):
    """Which way scores moved."""

    LOWER = "lower"
    HIGHER = "higher"
    NONE = ""


class Threshold(StrEnum):
    """Which threshold decides what comes up: one that keeps a promise, or one found by simulation."""

    GUARANTEED = "guaranteed"
    """Under the model, at most what was spent comes up on average."""
    SIMULATED = "simulated"
    """About what was spent comes up in courses drawn from the model; measured, nothing is guaranteed."""
