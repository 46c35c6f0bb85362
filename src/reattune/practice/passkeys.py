"""Passkeys: made and asked for by the browser, verified here; the device itself asks who holds it."""

from datetime import UTC, datetime
from urllib.parse import urlsplit
from uuid import UUID

import webauthn
from django.db import transaction
from django.http import HttpRequest
from webauthn.helpers import (
    base64url_to_bytes,
    bytes_to_base64url,
    parse_authentication_credential_json,
)
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from reattune.language import _
from reattune.practice import models, signing
from reattune.practice.signing import SignInError

CHALLENGE = "challenge"
"""In the session: what the next answer must be to; each is asked once."""
LONGEST, LONGEST_NAME, MOST = 40_000, 60, 10
REFUSED = (WebAuthnException, ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError)


def offer(request: HttpRequest, person: models.Person) -> str:
    """Return what a browser needs to make a passkey for somebody, as JSON.

    Args:
        request: Whose browser.
        person: For whom.
    """
    known = [PublicKeyCredentialDescriptor(id=bytes(one.credential)) for one in person.passkeys.all()]
    made = webauthn.generate_registration_options(
        rp_id=_place(request),
        rp_name="Reattune",
        user_name=person.name,
        user_id=person.pk.bytes,
        exclude_credentials=known,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=UserVerificationRequirement.REQUIRED
        ),
    )
    request.session[CHALLENGE] = bytes_to_base64url(made.challenge)
    return webauthn.options_to_json(made)


def ask(request: HttpRequest) -> str:
    """Return what a browser needs to sign in with whatever passkey it has, as JSON."""
    made = webauthn.generate_authentication_options(
        rp_id=_place(request), user_verification=UserVerificationRequirement.REQUIRED
    )
    request.session[CHALLENGE] = bytes_to_base64url(made.challenge)
    return webauthn.options_to_json(made)


def keep(request: HttpRequest, person: models.Person, answer: str, name: str, token: str = "") -> models.Person:
    """Keep a passkey that a browser made.

    Args:
        request: Whose browser.
        person: For whom.
        answer: What the browser gave, as JSON.
        name: What its person calls it.
        token: The link that they came with; then every way of before is void.

    Returns:
        The person as they are now.

    Raises:
        SignInError: It does not answer what was asked, there are too many, or the link was used meanwhile.
    """
    try:
        found = webauthn.verify_registration_response(
            credential=_short(answer),
            expected_challenge=_challenge(request),
            expected_rp_id=_place(request),
            expected_origin=_origin(request),
            require_user_verification=True,
        )
    except REFUSED as error:
        raise SignInError(_("The device gave no passkey that can be used. Try again, or use a password.")) from error
    with transaction.atomic():
        if token:
            signing.use_link(person, token)
        if person.passkeys.count() >= MOST:
            raise SignInError(_("There are {n} passkeys already; take one away first.").format(n=MOST))
        if models.Passkey.objects.filter(credential=found.credential_id).exists():
            raise SignInError(_("This passkey is kept already."))
        person.passkeys.create(
            credential=found.credential_id,
            public=found.credential_public_key,
            count=found.sign_count,
            name="".join(filter(str.isprintable, " ".join(name.split())))[:LONGEST_NAME],
        )
        return signing.turned(person)


def who_answers(request: HttpRequest, answer: str) -> models.Person:
    """Return whose passkey answered what this browser was asked.

    Args:
        request: Whose browser.
        answer: What it gave, as JSON.

    Returns:
        The person; a device that asked who holds it is both steps at once.

    Raises:
        SignInError: It is nobody's, or of somebody who is not let in any more.
    """
    try:
        given = parse_authentication_credential_json(_short(answer))
        kept: models.Passkey = models.Passkey.objects.select_related("person").get(
            credential=given.raw_id, person__active=True
        )
        if given.response.user_handle and UUID(bytes=given.response.user_handle) != kept.person.pk:
            raise SignInError(_refused())
        found = webauthn.verify_authentication_response(
            credential=given,
            expected_challenge=_challenge(request),
            expected_rp_id=_place(request),
            expected_origin=_origin(request),
            credential_public_key=bytes(kept.public),
            credential_current_sign_count=kept.count,
            require_user_verification=True,
        )
    except (*REFUSED, models.Passkey.DoesNotExist) as error:
        raise SignInError(_refused()) from error
    models.Passkey.objects.filter(pk=kept.pk).update(count=found.new_sign_count, used=datetime.now(UTC))
    return kept.person


def remove(person: models.Person, passkey: UUID) -> models.Person:
    """Take a passkey away; whoever signed in with it elsewhere signs in again.

    Raises:
        SignInError: It is the last way in.
    """
    with transaction.atomic():
        found = person.passkeys.filter(pk=passkey).first()
        if found is None:
            return person
        if not person.password and person.passkeys.count() == 1:
            raise SignInError(_("This is your only way in. Add another one first."))
        found.delete()
        return signing.turned(person)


def _refused() -> str:
    return _("This passkey does not let in here. Try another one, or name and password.")


def _short(answer: str) -> str:
    if len(answer) > LONGEST:
        raise ValueError
    return answer


def _challenge(request: HttpRequest) -> bytes:
    return base64url_to_bytes(request.session.pop(CHALLENGE, "")) or _nothing()


def _nothing() -> bytes:
    raise ValueError


def _place(request: HttpRequest) -> str:
    return urlsplit(_origin(request)).hostname or ""


def _origin(request: HttpRequest) -> str:
    return f"{request.scheme}://{request.get_host()}"
