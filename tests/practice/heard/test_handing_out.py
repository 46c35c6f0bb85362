"""Handed out: the file as it came, and its turns, for somebody who has no Reattune."""

import io
import json
import zipfile

from reattune.model import Role
from reattune.practice import models
from reattune.practice.heard import bringing, speakers
from reattune.practice.heard.handing_out import originals, told
from reattune.practice.store.exporting import export

ROLES = {"Anna B.": Role.THERAPIST, "Kestrel": Role.CLIENT}


def test_the_file_and_the_turns_are_in_the_archive(told_and_more):
    with zipfile.ZipFile(io.BytesIO(export(told_and_more))) as archive:
        names = [name for name in archive.namelist() if name.startswith("transcripts/")]
        assert names == [
            "transcripts/2026-06-02 2026-06-02.vtt",
            "transcripts/2026-06-02 2026-06-02 (2).vtt",
        ]
        assert archive.read(names[0]) == bringing.original(models.Heard.objects.order_by("made").first())
        everything = json.loads(archive.read("everything.json"))
        page = archive.read("read-me-first.html").decode()
    turns = [one["words"].get("turns") for one in everything["heard"]]
    assert {"who": "client", "text": "Fine.", "start": 30.0, "end": 38.0} in turns[1]
    assert "I wonder whether something I said" in page


def test_before_who_is_who_entries_stand_under_their_names(brought):
    found = told(brought)
    assert found["entries"][3] == {"label": "Kestrel", "text": "Fine."}
    assert "turns" not in found


def test_without_words_there_is_no_file_and_no_word(agreed, vtt):
    row = bringing.bring(agreed, "2026-06-02.vtt", vtt(), wordless=True).heard
    speakers.confirm(row, ROLES)
    assert originals(agreed) == {}
    assert {letter for turn in told(row)["turns"] for letter in turn["text"]} == {"·", "?", " "}
