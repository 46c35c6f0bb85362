"""How the practice is opened: another passphrase, another sheet, and whether this computer may remember it."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import desk, keys
from reattune.practice.auditing import Action, record
from reattune.practice.door import May, page
from reattune.practice.keeping import keep
from reattune.practice.pages.beginning import SHEET
from reattune.practice.pages.entering import BY_SHEET
from reattune.practice.rendering import render, say
from reattune.practice.store.backups import back_up
from reattune.practice.vault import Vault


@page("settings/passphrase/", "passphrase", May.HOLD)
def passphrase(request: HttpRequest) -> HttpResponse:
    """Choose another passphrase; the present one is asked for, unless the practice was opened by the sheet."""
    recovered, trouble = bool(request.session.get("recovered")), ""
    if request.method == "POST":
        try:
            if not recovered:
                Vault.unlock(desk.home(), request.POST.get("present", "")).close()
            _change(request.POST.get("passphrase", ""), request.POST.get("again", ""))
        except ReattuneError as error:
            trouble = str(error)
        else:
            request.session.pop("recovered", None)
            say(request, _("The new passphrase opens the practice from now on."))
            _back_up(request)
            return HttpResponseRedirect(reverse("settings"))
    context = {"trouble": trouble, "recovered": recovered}
    return render(request, "passphrase.html.j2", context, status=400 if trouble else 200)


def _change(first: str, again: str) -> None:
    if first != again:
        raise ReattuneError(_("The two are not the same. Type it once more; it can be shown while you type."))
    with transaction.atomic():  # where the audit cannot be written, nothing is changed
        record(Action.SETTINGS, what="passphrase", purpose="keeping")
        keys.vault().change_passphrase(first)


def _back_up(request: HttpRequest) -> None:
    """Have the header beside the backups open in the same way; where that cannot be, what was changed stays changed."""
    try:
        back_up(desk.store_path())
    except ReattuneError as error:
        say(request, str(error))


@page("settings/new-sheet/", "new-sheet", May.HOLD)
def new_sheet(request: HttpRequest) -> HttpResponse:
    """Make a new recovery code; the sheet of before opens nothing from then on.

    The passphrase is asked for: whoever finds the desk open must not carry away what opens it for ever.
    """
    by_sheet, trouble = bool(request.session.get(BY_SHEET)), ""
    if request.method == "POST":
        try:
            if not by_sheet:
                Vault.unlock(desk.home(), request.POST.get("present", "")).close()
            with transaction.atomic():
                record(Action.SETTINGS, what="recovery sheet", purpose="keeping")
                keep(sheet=False)
                request.session[SHEET] = keys.vault().new_recovery_code()
        except ReattuneError as error:
            trouble = str(error)
        else:
            _back_up(request)
            return HttpResponseRedirect(reverse("sheet"))
    context = {"trouble": trouble, "by_sheet": by_sheet}
    return render(request, "new_sheet.html.j2", context, status=400 if trouble else 200)


@page("settings/keyring/", "keyring", May.HOLD)
@require_POST
def keyring(request: HttpRequest) -> HttpResponse:
    """Have this computer's keyring open the practice, or no more."""
    try:
        _remember(request)
    except ReattuneError as error:
        say(request, str(error))
    return HttpResponseRedirect(reverse("settings"))


def _remember(request: HttpRequest) -> None:
    if request.POST.get("remember") == "yes":
        if keys.vault().remember():
            record(Action.SETTINGS, what="keyring", purpose="keeping")
            say(request, _("Whoever is signed in to this computer can open the practice without the passphrase now."))
        else:
            say(request, _("This computer has no keyring that could be used, so nothing was changed."))
    else:
        keys.vault().forget()
        record(Action.SETTINGS, what="keyring", purpose="keeping")
        say(request, _("The passphrase is asked for each time now."))
