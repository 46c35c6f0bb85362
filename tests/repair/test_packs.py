"""The wording packs: whole, calm, in both languages; and a file of one's own is told where it slips."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import ReattuneError
from reattune.repair.packs import Slot, chosen, label, names, pack, packs_in, read_pack, words

SHIPPED = ("cbt", "integrative", "person_centred", "psychodynamic")
BOTH = [(name, language) for name in SHIPPED for language in ("en", "de")]
NEVER = re.compile(
    r"!|\b(why|warum|wieso|weshalb|risk|alert|alarm|warning|resist\w*|non-compliant|fail\w*|no-show|patient\w*|dropout|"
    r"compliance|rupture|withdrawal|confrontation|refus\w*|risiko\w*|warnung\w*|widerst\w*|abbruch|gescheitert|versag\w*)\b",
    re.IGNORECASE,
)


def test_the_packs_that_come_with_it():
    assert names() == SHIPPED


@pytest.mark.parametrize(("name", "language"), BOTH)
def test_every_slot_has_three_to_five_questions_none_twice(name, language):
    found = pack(name, language)
    assert (found.name, found.language) == (name, language)
    assert list(found.prompts) == list(Slot)
    assert all(3 <= len(prompts) <= 5 for prompts in found.prompts.values())
    every = [prompt for prompts in found.prompts.values() for prompt in prompts]
    assert len(set(every)) == len(every)


@pytest.mark.parametrize(("name", "language"), BOTH)
def test_questions_are_short_and_calm(name, language):
    for prompts in pack(name, language).prompts.values():
        for prompt in prompts:
            assert len(prompt) <= 100
            assert prompt.endswith(("?", "."))
            assert not NEVER.search(prompt), prompt


@pytest.mark.parametrize("name", SHIPPED)
def test_german_has_as_many_questions_in_its_own_words(name):
    english, german = pack(name), pack(name, "de")
    assert {slot: len(german.of(slot)) for slot in Slot} == {slot: len(english.of(slot)) for slot in Slot}
    assert not {p for slot in Slot for p in german.of(slot)} & {p for slot in Slot for p in english.of(slot)}


def test_a_language_is_chosen_by_its_beginning_and_falls_back_on_english():
    assert pack("cbt", "de-CH") is pack("cbt", "de_AT") is pack("cbt", "DE")
    assert pack("cbt", "fr") is pack("cbt") is pack("cbt", "en")


def test_an_unknown_name_is_told_which_there_are():
    with pytest.raises(ReattuneError, match=r"called tarot; choose one of: cbt, integrative"):
        pack("tarot")


def test_slots_and_packs_have_names_of_their_own():
    assert len({words(slot) for slot in Slot}) == len(Slot)
    assert label("cbt") == "Cognitive behavioural"
    assert len({label(name) for name in SHIPPED}) == len(SHIPPED)
    assert label("my_own") == "my own"


def test_a_text_is_read_with_its_comments_left_out():
    found = read_pack("# mine\r\n\r\n[now]\r\n How now? \r\n[wish]\r\n# a remark\r\nWhat for?\r\n", "mine.de.txt")
    assert (found.name, found.language) == ("mine", "de")
    assert list(found.prompts.items()) == [(Slot.WISH, ("What for?",)), (Slot.NOW, ("How now?",))]
    assert found.of(Slot.ACTUAL) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[now]\nHow?\n[weather]\nMild?", r"line 3: is not a known slot; .*happened"),
        ("[now\nHow?", r"line 1: is not a known slot"),
        ("# first\n[now]\n\n[wish]\nWhat?", r"line 2: opens \[now\] and no question follows"),
        ("[now]\nHow?\n[wish]\n# nothing\n", r"line 3: opens \[wish\] and no question follows"),
        ("[now]\nHow?\n[wish]\nWhat?\n[now]\nAnd?", r"line 5: opens \[now\] again, as line 1 did"),
        ("[now]\nHow?\nHow? \n", r"line 3: stands twice in \[now\]"),
        ("How?\n[now]\n", r"line 1: stands before any slot"),
        ("# only this\n", r"holds no slot"),
    ],
)
def test_a_slip_is_told_with_file_and_line(text, said):
    with pytest.raises(ReattuneError, match=r"mine\.txt, " + (said if "line" in said else r"line 1: " + said)):
        read_pack(text, "mine.txt")


@pytest.mark.parametrize("name", ["mine.md", ".txt", "mine.german.txt", "a.b.c.txt"])
def test_a_name_that_tells_no_pack_is_refused(name):
    with pytest.raises(ReattuneError, match=r"call it like mine\.txt"):
        read_pack("[now]\nHow?", name)


LINES = st.sampled_from(["[now]", "[wish]", "[odd]", "[now", "# so", "", "How?", " What? "]) | st.text()


@given(st.lists(LINES).map("\n".join))
def test_no_text_brings_anything_but_a_pack_or_a_sentence(text):
    try:
        found = read_pack(text, "mine.txt")
    except ReattuneError as raised:
        said = str(raised)
    else:
        said = ""
        assert found.prompts
        assert all(found.prompts.values())
    assert said == "" or re.match(r"mine\.txt, line \d+: .+\.$", said, re.DOTALL)


def test_a_folder_of_ones_own(tmp_path):
    (tmp_path / "mine.txt").write_text("\ufeff[now]\nHow is it now?\n", encoding="utf-8")
    (tmp_path / "mine.de.txt").write_text("[now]\nWie ist es jetzt?\n", encoding="utf-8")
    (tmp_path / "deep.fr.txt").write_text("[now]\nEt maintenant ?\n", encoding="utf-8")
    (tmp_path / "notes.md").write_text("not a pack", encoding="utf-8")
    found = packs_in(tmp_path)
    assert [(each.name, each.language) for each in found] == [("deep", "fr"), ("mine", "de"), ("mine", "en")]
    assert chosen(found, "mine", "de").of(Slot.NOW) == ("Wie ist es jetzt?",)
    assert chosen(found, "deep", "de").language == "fr"


def test_an_empty_folder_has_no_packs_and_a_missing_one_is_told(tmp_path):
    assert packs_in(tmp_path) == ()
    with pytest.raises(ReattuneError, match="choose one of: none"):
        chosen((), "mine")
    with pytest.raises(ReattuneError, match="gone cannot be opened"):
        packs_in(tmp_path / "gone")


def test_a_file_that_is_no_text_is_told_by_its_name(tmp_path):
    (tmp_path / "mine.txt").write_bytes(b"[now]\n\xff\xfe")
    with pytest.raises(ReattuneError, match=r"mine\.txt is not UTF-8"):
        packs_in(tmp_path)
