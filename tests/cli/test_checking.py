"""What was read and what was set aside."""

from dataclasses import replace

from reattune.cli.checking import show_check


def test_the_words_on_the_screen(whole, hands):
    said = hands.printed(show_check, whole.practice)
    assert said == hands.golden("check")
    assert hands.never_said(said) == set()


def test_nothing_set_aside_is_said_too(whole, hands):
    said = hands.printed(show_check, replace(whole.practice, quarantined=(), not_analysed=(), remarks=()))
    assert "What was set aside  0 rows\nNothing." in said
    assert "How it was understood" not in said


def test_signs_that_steer_a_terminal_are_taken_out(whole, hands):
    odd = replace(whole.practice.quarantined[0], why="\x1b]0;title\x07 is not a date")
    said = hands.printed(show_check, replace(whole.practice, quarantined=(odd,)))
    assert "\x1b" not in said
    assert "is not a date" in said
