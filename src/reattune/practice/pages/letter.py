"""The letter: a page to give to a client, and what comes back."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from reattune import language
from reattune.language import _, plural
from reattune.practice import models, preferences
from reattune.practice.auditing import Action, record
from reattune.practice.check_in import arriving, gate, letter_page, wording
from reattune.practice.check_in.asked import When
from reattune.practice.check_in.letter import LetterError
from reattune.practice.check_in.reaching import told
from reattune.practice.door import May, page
from reattune.practice.keeping import kept
from reattune.practice.rendering import render, say, today

REFUSED, UNREADABLE = 409, 422
LARGEST = 200_000
"""Bytes of a file or a message; a letter has a tenth of it."""


@page("r/<uuid:client>/letter/", "letter-page", May.WRITE)
def letter(request: HttpRequest, client: UUID) -> HttpResponse:
    """Say what the letter is, and make the page for a client."""
    row = get_object_or_404(models.Client, pk=client)
    why = gate.why_not(row)
    if request.method == "POST" and not why:
        return _made(request, row)
    context = {"client": row, "why": why, "languages": preferences.languages(), "chosen": kept().language}
    return render(request, "letter.html.j2", context, REFUSED if request.method == "POST" else 200)


def _made(request: HttpRequest, row: models.Client) -> HttpResponse:
    when = When.BEFORE if request.POST.get("when") == When.BEFORE.value else When.AFTER
    with language.use(request.POST.get("language", "")) as code:
        content = letter_page.page(row, when, code)
    record(Action.WROTE, row.pk, "letter", "therapy")
    answer = HttpResponse(content, content_type="text/html; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{letter_page.FILE}"'
    return answer


@page("letters/", "letter-take-in", May.IMPORT)
def take_in(request: HttpRequest) -> HttpResponse:
    """Take in a letter that came back, as a file or as text."""
    if request.method != "POST":
        return render(request, "letter_take_in.html.j2", {"trouble": "", "typed": ""})
    typed = request.POST.get("text", "")
    try:
        found = arriving.take_in(_text(request), today())
    except LetterError as error:
        return render(request, "letter_take_in.html.j2", {"trouble": str(error), "typed": typed[:LARGEST]}, UNREADABLE)
    # The same sentence, whatever was in it: of what is not shared, nothing is to be seen, not even that it is there.
    say(request, _("The letter was taken in. What was shared in it stands below."))
    if found.left_out:
        say(request, _left_out(found.left_out))
    words = {"client": found.client.pk, "sitting": found.sitting}
    return HttpResponseRedirect(reverse("letter-taken", kwargs=words))


def _text(request: HttpRequest) -> str:
    file = request.FILES.get("file")
    if file is None:
        return request.POST.get("text", "")
    if (file.size or 0) > LARGEST:
        raise LetterError(_("This file is far larger than a letter; was another one chosen? Nothing was kept."))
    return file.read().decode("utf-8", "replace")


def _left_out(count: int) -> str:
    return plural(
        "{n} shared answer was to something that is not asked here, or did not fit it, and was left out.",
        "{n} shared answers were to something that is not asked here, or did not fit it, and were left out.",
        count,
    )


@page("r/<uuid:client>/letter/<uuid:sitting>/", "letter-taken", May.SEE, seen="letter")
def taken(request: HttpRequest, client: UUID, sitting: UUID) -> HttpResponse:
    """Show what was shared in a letter."""
    row = get_object_or_404(models.Client, pk=client)
    found = arriving.taken_in(sitting)
    if found is None or found.client_id != row.pk:
        raise Http404
    shared = models.Said.objects.filter(client=row, sitting=sitting).order_by("made")
    forms = wording.every()
    return render(
        request, "letter_taken.html.j2", {"client": row, "shared": [(one, told(one, forms)) for one in shared]}
    )
