"""A transcript as it leaves."""

import json

from tests.speech.deidentify.invented import transcript

from reattune.speech.deidentify.document import as_document, as_text
from reattune.speech.deidentify.finding import find
from reattune.speech.deidentify.masking import masked

SESSION = transcript("T=Anna: Hello Kestrel.", "C=Kestrel: I rang Tara Quinn in Leeds.")
WHAT = masked(SESSION, find(SESSION), {})


def test_plain_text_has_roles_and_placeholders():
    text = as_text(WHAT)
    assert text.endswith("Therapist: Hello [client].\n\nClient: I rang [name 1] in [place 1].\n")


def test_json_counts_and_never_names():
    document = as_document(WHAT, "1")
    whole = json.dumps(document)
    assert document["schema"] == "reattune.deidentified/1"
    assert document["replaced"] == {"name": 2, "place": 1}
    assert not any(word in whole for word in ("Anna", "Kestrel", "Tara", "Leeds", "2026", "made"))
