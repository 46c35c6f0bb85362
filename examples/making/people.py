"""The fourteen invented relationships, and the practice's own breaks."""

from datetime import date, time

from making.effects import SHIFT_WORKER_MOVES
from making.person import Away, Person

BOTH_WAI = (("wai-sr", "client"), ("wai-sr", "therapist"))
SRS = (("srs", "client"),)
WAI = (("wai-sr", "client"),)

PEOPLE = (
    Person("bunting", date(2025, 1, 13), time(12, 0), 70, every_weeks=2, instruments=WAI, phq=True),
    Person("curlew", date(2025, 3, 10), time(9, 0), 90, plan="moderate", repaired=True, instruments=BOTH_WAI),
    Person("dipper", date(2025, 1, 16), time(11, 0), 65, plan="attuned", instruments=BOTH_WAI),
    Person("dunlin", date(2025, 1, 9), time(14, 0), 60, last=date(2026, 5, 28), ended_how="planned"),
    Person("fulmar", date(2025, 6, 6), time(15, 0), 70),
    Person("godwit", date(2025, 2, 5), time(16, 0), 60, plan="suppressed", last=date(2026, 2, 4)),
    Person("heron", date(2025, 1, 7), time(17, 0), 70, plan="strong", instruments=BOTH_WAI),
    Person(
        "kestrel",
        date(2025, 2, 6),
        time(18, 0),
        75,
        plan="strong",
        instruments=SRS,
        leaves=True,
        ended_how="without_last_session",
        phq=True,
    ),
    Person("lapwing", date(2025, 1, 14), time(10, 0), 70, plan="payment_only", instruments=SRS),
    Person("linnet", date(2025, 4, 2), time(13, 0), 65, plan="benign", instruments=WAI),
    Person(
        "merlin",
        date(2025, 5, 6),
        time(12, 0),
        70,
        plan="quiet",
        instruments=SRS,
        leaves=True,
        ended_how="without_last_session",
    ),
    Person("plover", date(2025, 1, 10), time(9, 30), 80, plan="moderate", instruments=WAI, notice_hours=24),
    Person("siskin", date(2025, 1, 6), time(19, 0), 60, moves=SHIFT_WORKER_MOVES, instruments=WAI, notice_hours=24),
    Person("wren", date(2025, 1, 8), time(10, 0), 70, plan="strong", repaired=True, instruments=(*SRS, *BOTH_WAI[1:])),
)

PRACTICE_BREAKS = (
    Away(date(2025, 4, 14), date(2025, 4, 25), "therapist", date(2025, 2, 10), "Easter"),
    Away(date(2025, 8, 4), date(2025, 8, 22), "therapist", date(2025, 5, 12), "summer"),
    Away(date(2025, 12, 22), date(2026, 1, 2), "both", date(2025, 10, 13), "Christmas and New Year"),
    Away(date(2026, 4, 3), date(2026, 4, 10), "therapist", date(2026, 2, 2), "Easter"),
)
