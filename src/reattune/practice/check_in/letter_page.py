"""The page that a client opens on their own phone: one file that asks, seals and sends nothing by itself."""

import base64
import hashlib
import html
import json
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any, assert_never

from reattune.language import _
from reattune.model import Share
from reattune.practice import models
from reattune.practice.check_in import asked, letter, wording
from reattune.practice.check_in.asked import When
from reattune.practice.check_in.sheet import places
from reattune.practice.keeping import Kept, kept

FOLDER = Path(__file__).parents[1] / "static" / "letter"
FILE = "check-in.html"
"""What the page is called where it is saved; it says nothing about whom it is from."""
SENT = "letter.txt"


@dataclass(frozen=True, slots=True)
class _Source:
    script: str
    style: str


def page(client: models.Client, when: When, code: str) -> str:
    """Return the whole file, for one client.

    Args:
        client: Whom it is for; the file calls them by a token that only this practice knows.
        when: Before or after a session.
        code: The language of its texts, which is the one in use.
    """
    source, settings = _source(), kept()
    policy = f"default-src 'none'; script-src {_hash(source.script)}; style-src {_hash(source.style)}"
    return PAGE.format(
        code=html.escape(code),
        policy=html.escape(f"{policy}; base-uri 'none'; form-action 'none'"),
        title=html.escape(_("A check-in")),
        style=source.style,
        script=source.script,
        no_script=html.escape(
            _(
                "This page has to be opened in a browser, with JavaScript, to seal what you write. If your phone has "
                "only a preview of it, choose to open it in the browser. You can also ask for a sheet on paper."
            )
        ),
        foot=_foot(settings),
        # Inside a script element, "<" could end it.
        data=json.dumps(_data(client, when, settings), ensure_ascii=False).replace("<", "\\u003c"),
    )


PAGE = """<!doctype html>
<html lang="{code}" translate="no">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main><noscript><p>{no_script}</p></noscript></main>
<footer>{foot}</footer>
<script type="application/json" id="letter">{data}</script>
<script>{script}</script>
</body>
</html>
"""


def _foot(settings: Kept) -> str:
    told = [_read(settings), _safe(settings)]
    if settings.turn_to:
        told.append(
            _("If this is more than something to talk over with your therapist: {turn_to}").format(
                turn_to=settings.turn_to
            )
        )
    return "".join(f"<p>{html.escape(one)}</p>" for one in told)


def _read(settings: Kept) -> str:
    return f"{_('When it is read:')} {settings.read_when.rstrip('.')}."


def _safe(settings: Kept) -> str:
    return f"{_('If you need someone now:')} {settings.safety}"


@cache
def _source() -> _Source:
    parts = [(FOLDER / name).read_text("utf-8") for name in ("seal.js", "letter.js")]
    return _Source("\n".join(parts), (FOLDER / "letter.css").read_text("utf-8"))


def _hash(source: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


def _data(client: models.Client, when: When, settings: Kept) -> dict[str, Any]:
    return {
        "key": base64.b64encode(letter.public()).decode(),
        "to": letter.token(client),
        "when": when.value,
        "magic": letter.MAGIC.decode(),
        "purpose": letter.PURPOSE.decode(),
        "room": letter.ROOM,
        "begin": letter.BEGIN,
        "end": letter.END,
        "file": SENT,
        "questions": [_question(one) for one in wording.questions(when)],
        "forms": [_form(one) for one in wording.forms(when)],
        "shares": [(share.value, words, _meaning(share)) for share, words in asked.shares()],
        "places": [asdict(one) for one in places()],
        "colours": list(asked.colour_names().items()),
        "texts": {
            **_said_before(),
            "read": _read(settings),
            "safe": _safe(settings),
            **_said_meanwhile(),
            **_said_after(),
        },
    }


def _question(one: asked.Question) -> dict[str, Any]:
    choices = [{"value": each.value, "words": each.words} for each in one.choices]
    return {"id": one.id, "words": one.words, "choices": choices, "box": one.box}


def _form(one: wording.Form) -> dict[str, Any]:
    items = [{"number": item.number, "words": item.words} for item in one.items]
    return {"id": one.id, "name": one.name, "introduction": one.introduction, "items": items, "values": one.choices}


def _meaning(share: Share) -> str:
    match share:
        case Share.ONLY_ME:
            return _("It is not in the letter. It stays on this page, and is gone when you close it.")
        case Share.NOW:
            return _("Your therapist can read it, once the letter has arrived.")
        case Share.RAISE_FOR_ME:
            return _("Your therapist can read it, and is asked to bring it up, so that you need not.")
        case Share.AFTER_ENDING:
            return _(
                "It is in the letter, and waits until the work has ended and two weeks have passed since that was "
                "written down. Until then nobody is shown it; "
                "only somebody who takes the program on your therapist’s computer apart could read it sooner."
            )
        case other:
            assert_never(other)


def _said_before() -> dict[str, str]:
    return {
        "title": _("A check-in"),
        "lead": _("A minute, in your own words. Anything can be left out, and nobody sees what was."),
        "reads": _("Who reads it, and when"),
        "who": _("Your therapist alone, and only the answers that you share."),
        "kept": _(
            "Nothing is sent by itself. Until you save the letter, what you write stays in this window of this phone, "
            "even if you look at something else meanwhile; then it is cleared."
        ),
        "begin": _("Begin"),
        "cannot": _(
            "This browser cannot seal a letter. What you write stays on the screen: show it, or copy it by hand, "
            "or try another browser."
        ),
    }


def _said_meanwhile() -> dict[str, str]:
    return {
        "of": _("{n} of {of}"),
        "answer": _("Your answer"),
        "places": _("Only if it helps to show it. There is no right place."),
        "colour": _("Or a colour; it means what you mean by it"),
        "share": _("Who may read this answer?"),
        "missing": _("Choose who may read this answer, or leave it out."),
        "next": _("Next"),
        "skipped": _("Leave this out"),
        "back": _("Back"),
    }


def _said_after() -> dict[str, str]:
    return {
        "thanks": _("Thank you for saying so"),
        "nothing": _("Nothing was answered; that is fine, too."),
        "stays": _("What is only for you is not in the letter. Copy it elsewhere if you want to keep it."),
        "alike": _("Every letter looks alike and is equally long, whatever is in it, even if nothing is."),
        "seal": _("Seal the letter"),
        "sealed": _("The letter is sealed"),
        "send": _(
            "Only your therapist’s practice can open it. Send it in whatever way you two use, or bring it along."
        ),
        "save": _("Save the letter"),
        "copy": _("Copy it as text"),
        "show": _("See the sealed text"),
        "saved": _("Saved, and cleared from this window’s memory. What you wrote is here until you close the page."),
        "copied": _("Copied, and cleared from this window’s memory. What you wrote is here until you close the page."),
        "marked": _("It could not be copied by itself. The text is marked below; copy it from there."),
        "long": _("This is more than one letter holds. Shorten it a little, and seal it again; nothing is lost."),
        "clear": _("Clear everything I wrote here"),
    }
