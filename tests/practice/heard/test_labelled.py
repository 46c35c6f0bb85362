"""What is shown of each speaker: first words, how much, and who it is only where that is known."""

from reattune.model import Cue, Role, Script, Times
from reattune.practice.heard.labelled import FIRST, MOST, remark, speakers


def script(*pairs, stated=()):
    cues = tuple(
        Cue(label, text, str(number), start=number * 60.0, end=number * 60.0 + 30)
        for number, (label, text) in enumerate(pairs)
    )
    return Script("a.vtt", "WebVTT", "", cues, Times.BOTH, stated=stated)


def shown(found, *, words=True, confirmed=None, before=None):
    return speakers(found, words=words, confirmed=confirmed or {}, before=before or {})


def test_the_first_three_things_and_how_much():
    found = script(*[("A", f"thing {number}") for number in range(5)], ("B", "x" * 400), ("B", "  "))
    one, two = shown(found)
    assert one.first == ("thing 0", "thing 1", "thing 2")
    assert len(one.first) == FIRST
    assert one.spoke == "5 entries, 10 words, 91 of every hundred words, 2 minutes"
    assert two.first == ("x" * 180 + "…",)
    assert all(each.first == () for each in shown(found, words=False))


def test_nobody_is_chosen_but_where_it_is_known():
    found = script(("A", "one"), ("B", "two"), ("therapist", "three"), stated=(("therapist", Role.THERAPIST),))
    one, two, three = shown(found, before={"B": Role.CLIENT, "therapist": Role.OTHER})
    assert (one.chosen, one.why) == (None, "")
    assert (two.chosen, two.why) == (Role.CLIENT, "as last time")
    assert (three.chosen, three.why) == (Role.THERAPIST, "as the file itself says")
    assert shown(found, confirmed={"A": Role.OTHER})[0].chosen is Role.OTHER


def test_what_does_not_tell_two_people_apart_is_said():
    assert "does not say who speaks" in remark(script(("", "one"), ("", "two")))
    assert "under one name" in remark(script(("Room", "one"), ("Room", "two")))
    assert remark(script(("A", "one"), ("B", "two"))) == ""
    assert f"more than {MOST} names" in remark(script(*[(f"Heading {number}", "x") for number in range(MOST + 1)]))
