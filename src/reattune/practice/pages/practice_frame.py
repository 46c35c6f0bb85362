"""The frame of the whole practice, for its manager."""

from django.http import HttpRequest, HttpResponse

from reattune.practice.door import May, page
from reattune.practice.framing import frame
from reattune.practice.keeping import kept
from reattune.practice.rendering import render, today
from reattune.practice.slots import weekday_names


@page("practice/frame/", "practice-frame", May.FRAME, seen="frame")
def practice_frame(request: HttpRequest) -> HttpResponse:
    """Show agreed times, fees and breaks, by therapist."""
    context = {"parts": frame(today()), "weekdays": weekday_names(), "currency": kept().currency}
    return render(request, "practice_frame.html.j2", context)
