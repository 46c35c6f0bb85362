"""Help: the keys, what is looked at and what never is, where everything lies."""

from django.http import HttpRequest, HttpResponse

from reattune.practice import desk
from reattune.practice.door import May, page
from reattune.practice.rendering import render


@page("help/", "help", May.SEE)
def help_page(request: HttpRequest) -> HttpResponse:
    """Show the help."""
    return render(request, "help.html.j2", {"home": desk.home()})
