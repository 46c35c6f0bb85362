"""Every base rate and effect size that invented data rest on, with where it comes from and how far that was checked.

"Field" is the project's field notes by section; "example" is docs/example.md, whose figures are used again here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """How far a figure was checked; what is from memory or chosen is never presented as published."""

    VERIFIED = "verified"
    SECOND_HAND = "second-hand"
    FROM_MEMORY = "from memory"
    OWN_CHOICE = "our own choice"


@dataclass(frozen=True, slots=True)
class Rate:
    """One figure: its value, what it is (with its unit), where it comes from and how far that was checked."""

    value: float
    what: str
    source: str
    status: Status = Status.OWN_CHOICE


_EXAMPLE = "example, As usual"
_PLANTED = "example, Planted"
_CRITERIA = "the smaller and larger threshold of published criteria as told by Gumz 2012; field 8.4"
_NEW = "no figure was found"

ATTENDED = Rate(0.86, "an agreed session is attended", _EXAMPLE)
LATE = Rate(0.05, "attended late", _EXAMPLE)
CANCELLED = Rate(0.045, "cancelled in time", _EXAMPLE)
SHORT_NOTICE = Rate(0.025, "cancelled at short notice", _EXAMPLE)
ABSENT = Rate(0.02, "not attended", _EXAMPLE)
ODDS_SPREAD = Rate(0.5, "log-SD between people of each outcome's odds", _EXAMPLE)

MOVES = Rate(0.04, "the client asks to move a session", _EXAMPLE)
MOVED_EARLY = Rate(0.3, "share of moves asked a week or more before", "the shipped rescheduling pattern (3 of 10)")
MOVED_DAYS = Rate(0.5, "share of moves asked with the agreed notice", "the shipped rescheduling pattern (5 of 10)")
MOVED_SHORT = Rate(0.2, "share of moves asked at short notice", "the shipped rescheduling pattern (2 of 10)")
THERAPIST_MOVES = Rate(0.02, "the therapist moves a session", _EXAMPLE)
THERAPIST_CANCELS = Rate(0.02, "the therapist cancels a session", _EXAMPLE)
STATED = Rate(0.5, "share of cancellations and moves with a reason given", _EXAMPLE)
COVER = Rate(
    0.5,
    "share of those that come of a withdrawal with an ordinary reason given",
    f"{_EXAMPLE} (half, whatever they come of); stated reasons are not always so: Blanchard & Farber 2016, field 7",
)
REASON_ILLNESS = Rate(0.4, "share of stated reasons: illness", f"{_EXAMPLE} (.2 of .5)")
REASON_WORK = Rate(0.4, "share of stated reasons: work", f"{_EXAMPLE} (.2 of .5)")
REASON_TRAVEL = Rate(0.2, "share of stated reasons: travel", f"{_EXAMPLE} (.1 of .5)")
INITIATOR_RECORDED = Rate(0.7, "share of the client's changes where the rows say who asked", _EXAMPLE)
HOLIDAY_ODDS = Rate(4.0, "factor on the odds of not coming on a public holiday", _NEW)

WANDER_CARRY = Rate(0.8, "misfits: autocorrelation of odds that wander", _NEW)
WANDER_SPREAD = Rate(0.5, "misfits: log-SD of odds that wander, in wandering(); Usual has 0", _NEW)

PAID_PER_DAY = Rate(0.12, "chance each day that an open bill is paid", _EXAMPLE)
PAID_SPREAD = Rate(0.25, "log-SD between people of that chance", "half of ODDS_SPREAD, as the example's script has it")
DUE_DAYS = Rate(7.0, "days from a session until its bill is due", "as the example's script has it")

WAI_CLIENT_CENTRE = Rate(46.0, "WAI-SR total (12 to 60), client: centre", _EXAMPLE)
WAI_CLIENT_BETWEEN = Rate(5.0, "WAI-SR total, client: SD between people", _EXAMPLE)
WAI_THERAPIST_CENTRE = Rate(43.0, "WAI-SR total, therapist: centre", _EXAMPLE)
WAI_THERAPIST_BETWEEN = Rate(4.0, "WAI-SR total, therapist: SD between people", _EXAMPLE)
WAI_WITHIN = Rate(3.0, "WAI-SR total: SD within a person", _EXAMPLE)
SRS_CENTRE = Rate(34.5, "SRS total (0 to 40): centre", _EXAMPLE)
SRS_BETWEEN = Rate(2.5, "SRS total: SD between people", _EXAMPLE)
SRS_WITHIN = Rate(2.0, "SRS total: SD within a person", _EXAMPLE)
SRS_CROWDING = Rate(
    0.2,
    "SRS: share of people whose level lies at the very top",
    "that scores crowd the ceiling is Meier 2022, field 8.1, verified; the figure is chosen",
)
OTHER_CENTRE = Rate(0.75, "other instruments: centre, as a share of the range", "the shipped pattern of ratings")
OTHER_BETWEEN = Rate(0.15, "other instruments: SD between people, as a share of the range", "the same")
OTHER_WITHIN = Rate(0.08, "other instruments: SD within a person, as a share of the range", "the same")
OWN_LOG_SD = Rate(0.35, "log-SD between people of their own SD", _EXAMPLE)
CARRY = Rate(0.3, "autocorrelation from one session to the next", f"{_EXAMPLE}; that there is some: field 8.2")
TREND = Rate(0.03, "rise a session, in own SD", f"{_EXAMPLE}; that there is one: field 8.2")
TREND_SESSIONS = Rate(20.0, "sessions over which it rises", _EXAMPLE)
MISSING = Rate(0.12, "share of ratings offered and skipped", _EXAMPLE)

WORDS = Rate(3500.0, "the client's words in a session: median over people", _NEW)
WORDS_BETWEEN = Rate(0.35, "log-SD between people of words a session", _NEW)
WORDS_WITHIN = Rate(0.2, "log-SD within a person of words a session", _NEW)

STRONG_FALL = Rate(2.0, "a strong fall of the client's ratings, in own SD", _CRITERIA, Status.SECOND_HAND)
WEAK_FALL = Rate(1.0, "a weak fall of the client's ratings, in own SD", _CRITERIA, Status.SECOND_HAND)
MET_RISE = Rate(1.5, "being met: rise of the client's ratings, in own SD", _PLANTED)
THERAPIST_PART = Rate(
    0.5,
    "the therapist's ratings move by this share of the client's",
    f"{_PLANTED}; that therapists notice withdrawal less is second-hand (field 6.1), the figure is chosen",
)
STRONG_ODDS = Rate(8.0, "factor on the odds of not attending and of cancelling at short notice", _PLANTED)
WEAK_ODDS = Rate(3.0, "the same, where two weak streams change together", _PLANTED)
STRONG_MOVES = Rate(4.0, "factor on the odds of asking to move", _PLANTED)
WEAK_MOVES = Rate(3.0, "the same, where two weak streams change together", _PLANTED)
STRONG_SLOWER = Rate(4.0, "what the chance of paying is divided by", _PLANTED)
WEAK_SLOWER = Rate(3.0, "the same, where two weak streams change together", _PLANTED)
THINNING_LEFT = Rate(0.5, "share of words left when talk thins", _NEW)
REPAIR_SESSIONS = Rate(8.0, "sessions until repair", f"{_PLANTED} (seven to ten)")
QUIET_SESSIONS = Rate(
    8.0,
    "quiet sessions before somebody leaves",
    f"{_PLANTED}; that sessions grow quieter is Gülüm 2018, field 7, verified, the shape is chosen",
)
LEAVING_ABSENCES = Rate(2.0, "sessions not attended before somebody is gone", _PLANTED)
CLOSED_AFTER = Rate(28.0, "days from the last agreed session until the file of somebody who left is closed", _NEW)

ILLNESS_SESSIONS = Rate(5.0, "sessions cancelled through illness, with the reason", _EXAMPLE + " (linnet)")
BEREAVEMENT_SESSIONS = Rate(3.0, "sessions cancelled after a death, with the reason", _EXAMPLE + " (linnet)")
SHIFT_MOVES = Rate(0.30, "a shift worker asks to move a session", _EXAMPLE)
CARER_SHORT_NOTICE = Rate(0.15, "a carer cancels at short notice", _NEW)
CARER_STATED = Rate(0.5, "share of those with the reason given", _NEW)
INCOME_SLOWER = Rate(2.0, "irregular income: what the chance of paying is divided by", _NEW)
INCOME_LOG_SD = Rate(1.0, "irregular income: log-SD of that from bill to bill", _NEW)

WITH_CHANGE = Rate(
    0.46,
    "share of courses with some planted change other than leaving",
    "46 % by score (CALPAS), McLaughlin 2014, field 6.1; the number depends on the criterion (Gumz 2012, verified)",
    Status.VERIFIED,
)
DROPOUT = Rate(
    0.197, "share of people who leave without a last session", "Swift & Greenberg 2012, field 7", Status.SECOND_HAND
)
_SHAPES = "that the simple V is commonest is Gumz 2012, field 8.4, verified; the figure is chosen"
SHARE_V = Rate(0.34, "of WITH_CHANGE: V", _SHAPES)
SHARE_DIP = Rate(0.12, "of WITH_CHANGE: single dip", _SHAPES)
SHARE_LASTING = Rate(0.12, "of WITH_CHANGE: lasting fall", _NEW)
SHARE_SLIDE = Rate(0.10, "of WITH_CHANGE: slow slide", _NEW)
SHARE_REPAIRED = Rate(0.12, "of WITH_CHANGE: repaired", _NEW)
SHARE_DEEPENED = Rate(0.06, "of WITH_CHANGE: deepened", _NEW)
SHARE_ATTENDANCE = Rate(0.04, "of WITH_CHANGE: attendance only", _NEW)
SHARE_PAYMENT = Rate(0.02, "of WITH_CHANGE: payment only", _NEW)
SHARE_TWO_WEAK = Rate(0.04, "of WITH_CHANGE: two weak streams", _NEW)
SHARE_THINNING = Rate(0.04, "of WITH_CHANGE: thinning talk", _NEW)
SHARE_ILLNESS = Rate(0.06, "share of people with a stretch of illness", _NEW)
SHARE_BEREAVEMENT = Rate(0.04, "share of people with a bereavement", _NEW)
SHARE_SHIFT_WORK = Rate(0.05, "share of people who work shifts", _NEW)
SHARE_INCOME = Rate(0.05, "share of people with irregular income", _NEW)
SHARE_CARER = Rate(0.06, "share of people who care for somebody", _NEW)

COURSE_SESSIONS = Rate(30.0, "length of a course in agreed sessions: median", _NEW)
COURSE_LOG_SD = Rate(0.6, "log-SD between people of that length", _NEW)
AT_THE_BEGINNING = Rate(0.4, "share of a caseload that is there from the beginning", _NEW)
LONG_ENOUGH = Rate(12.0, "agreed sessions below which nothing is planted in a caseload", _NEW)


def every() -> Mapping[str, Rate]:
    """Return every figure by its name, in the order of this file."""
    return {name: one for name, one in globals().items() if isinstance(one, Rate)}
