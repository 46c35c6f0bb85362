"""The settings of the practice and the frame of each relationship, as TOML."""

from making.person import Life

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

PRACTICE = """# An invented practice. None of these people exists.
schema = "reattune.practice/1"
time_zone = "Europe/London"
currency = "GBP"
holidays = "GB-ENG"
budget_per_month = 2.0

[[mapping]]
file = "*/visits.csv"
kind = "appointments"
day_first = true

[mapping.columns]
start = "Visit"
status = "What happened"
changed_at = "Changed on"
initiated_by = "Who"
reason = "Why"
note = "Notes"

[mapping.status]
"Came" = "attended"
"Came late" = "attended_late"
"Cancelled" = "cancelled"
"Late cancel" = "cancelled_short_notice"
"DNA" = "did_not_attend"
"I cancelled" = "therapist_unavailable"
"Moved" = "rescheduled"
"Moved late" = "rescheduled_short_notice"

# Known by its content; only the order of day and month has to be said.
[[mapping]]
file = "*/appointment-status-report.csv"
kind = "payments"
day_first = false
"""


def frame(life: Life) -> str:
    """Return frame.toml: the contract, its new fee in 2026, the breaks, and how it ended."""
    person = life.person
    contract = [
        f'weekday = "{WEEKDAYS[person.started.weekday()]}"',
        f'time = "{person.at:%H:%M}"',
        f"minutes = {person.minutes}",
        f"every_weeks = {person.every_weeks}",
    ]
    parts = [f"[relationship]\nstarted = {person.started}"]
    if person.plan == "suppressed":
        parts[0] += "\nsuppress = true"
    if person.ended_how:
        by = "client" if person.leaves else "both"
        last = life.slots[-1].slot.date()
        parts[0] += f'\nended = {last}\nended_how = "{person.ended_how}"\nended_by = "{by}"'
    for start, fee in ((str(person.started), person.fee), ("2026-01-01", person.fee + 5)):
        lines = ["[[version]]", f"from = {start}", *contract, f"fee = {fee}", f"notice_hours = {person.notice_hours}"]
        parts.append("\n".join(lines))
    for away in life.breaks:
        lines = [
            "[[break]]",
            f"from = {away.start}",
            f"to = {away.end}",
            f'by = "{away.by}"',
            f"agreed = {away.agreed}",
        ]
        parts.append("\n".join([*lines, f'note = "{away.note}"']))
    return "\n\n".join(parts) + "\n"
