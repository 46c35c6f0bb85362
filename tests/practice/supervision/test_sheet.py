"""The sheet as data: its order, its digest, and what stands before each thing."""

from dataclasses import replace

from reattune.practice.supervision import sheet as sheets
from reattune.practice.supervision.sheet import Item, Part


def test_a_sheet_comes_back_as_it_was(sheet):
    assert sheets.from_dict(sheet.as_dict()) == sheet


def test_its_parts_stand_in_one_order_and_empty_ones_are_left_out(sheet):
    turned = replace(sheet, items=tuple(reversed([one for one in sheet.items if one.part is not Part.TRIED])))
    assert [kind for kind, _heading, _items in turned.parts()] == ["evidence", "client", "rivals", "mine"]


def test_another_word_another_sign_of_who_may_read_is_another_digest(sheet):
    changed = [
        replace(sheet, question="How do I ask"),
        replace(sheet, readers="everybody"),
        replace(sheet, name="B"),
        replace(sheet, items=sheet.items[1:]),
        replace(sheet, items=(replace(sheet.items[0], text="."), *sheet.items[1:])),
    ]
    assert len({one.digest for one in (sheet, *changed)}) == len(changed) + 1


def test_what_does_not_go_along_is_gone(sheet):
    assert not [one for one in sheets.only(sheet, lambda one: one.part is not Part.CLIENT).items if one.ref == "said:x"]


def test_before_the_words_stand_the_session_the_asking_and_that_they_were_changed():
    item = Item("said:x", Part.CLIENT, "text", "a note", "session 42", changed=True)
    assert sheets.item_lead(item) == "session 42 · a note · changed so that nobody is named"
    assert sheets.item_lead(Item("x", Part.MINE, "text")) == ""


def test_it_says_who_may_see_it_once_and_with_one_full_stop():
    assert sheets.about("my supervisor.")[0] == "May be seen by: my supervisor."
    assert sheets.title("A") == "For supervision: A"
