"""The frame of the whole practice, for its manager."""

from django.http import HttpRequest, HttpResponse

from reattune.language import _
from reattune.practice.door import May, page
from reattune.practice.framing import frame
from reattune.practice.keeping import kept
from reattune.practice.rendering import render, today


@page("practice/frame/", "practice-frame", May.FRAME, seen="frame")
def practice_frame(request: HttpRequest) -> HttpResponse:
    """Show agreed times, fees and breaks, by therapist."""
    context = {"parts": frame(today()), "weekdays": weekdays(), "currency": kept().currency}
    return render(request, "practice_frame.html.j2", context)


def weekdays() -> tuple[str, ...]:
    """Return the days of the week, from Monday."""
    return (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )
