"""Every turn has a small leaning; the look-alike has less, and a leaning alone is never a clear mark."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.leaning.score import MOST, lean, leans, tempered
from reattune.speech.leaning.weights import CLIENT, THERAPIST
from reattune.speech.moments import LEAST
from reattune.speech.place import Place, prepare
from reattune.speech.rule import Family

ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
PAIRS = [
    (
        Family.REJECTS,
        [("T", "I wonder if the tidying keeps something at bay."), ("C", "Nope. It's dust. I don't like dust.")],
        [
            ("T", "I wonder if the tidying keeps something at bay."),
            ("C", "Hm. Dust, I'd have said. Though maybe, yes."),
        ],
    ),
    (
        Family.ACTIVITIES,
        [("T", "How was the recording?"), ("C", "Some bloke whispering about a lake. Not my cup of tea, never was.")],
        [
            ("T", "How was the recording?"),
            ("C", "Some bloke whispering about a lake. I slept, for once, so it helped."),
        ],
    ),
    (
        Family.PARAMETERS,
        [("T", "We've five minutes left."), ("C", "Already. I'd only just got my coat off. It's never long enough.")],
        [("T", "We've five minutes left."), ("C", "Already. That flew by. It's good to have a break from the house.")],
    ),
    (
        Family.PROGRESS,
        [("T", "We've met ten times now."), ("C", "Ten. And I'm still not sleeping, and I'm still in the same rut.")],
        [("T", "We've met ten times now."), ("C", "Ten. And I slept last night, and the rut is a bit less deep.")],
    ),
    (
        Family.THERAPIST,
        [("T", "I'd like to understand that better."), ("C", "You never even look up from your notes, do you.")],
        [("T", "And how's the new head?"), ("C", "He never even looks up from his notes, does he.")],
    ),
    (
        Family.DEFENDS,
        [
            ("T", "So you were late for her again."),
            ("C", "It wasn't my fault. There was traffic. Anyone would be late."),
        ],
        [("T", "So you were late for her again."), ("C", "I was. I knew I shouldn't have stayed. I'm ashamed of it.")],
    ),
    (
        Family.PRESSURE,
        [("T", "I can't sign that."), ("C", "You will. I pay you. I'm not leaving until you sign it.")],
        [("T", "I can't sign that."), ("C", "No, I see. Could you tell me who might? I'd be happy to wait.")],
    ),
    (
        Family.THERAPIST_AWAY,
        [("C", "I can't stop crying since she died."), ("T", "Anyway, did you get the form off to the council?")],
        [("C", "I can't stop crying since she died."), ("T", "It's so hard. Let's stay with that, slowly.")],
    ),
    (
        Family.THERAPIST_AGAINST,
        [("C", "I didn't do it. I don't want to."), ("T", "You're avoiding it. You need to try harder, frankly.")],
        [("C", "I didn't do it. I don't want to."), ("T", "I'm glad you say so. What would you rather, I wonder?")],
    ),
]


def last(lines):
    turns = tuple(Turn(ROLES[who], who, text, str(row)) for row, (who, text) in enumerate(lines))
    context = prepare(Transcript(date(2026, 3, 2), Source("own.txt", "1"), turns, Times.NONE))
    return Place(context, len(turns) - 1)


def test_every_family_with_weights_has_a_pair_here():
    assert {family for family, _marked, _benign in PAIRS} == {*CLIENT, *THERAPIST}


@pytest.mark.parametrize(("family", "marked", "benign"), PAIRS, ids=[one[0].value for one in PAIRS])
def test_the_marked_turn_leans_further(family, marked, benign):
    assert lean(family, last(marked)) > lean(family, last(benign))
    assert tempered(family, last(marked)) > tempered(family, last(benign))


@pytest.mark.parametrize("family", [*CLIENT, *THERAPIST])
def test_a_leaning_alone_is_never_a_clear_mark(family):
    who, other = ("C", "T") if family in CLIENT else ("T", "C")
    words = "You never listen. No. It's pointless rubbish, you should stop, you always do this, I said no! " * 5
    place = last([(other, "I wonder what we do here, you and me, in our sessions. I'm crying."), (who, words)])
    assert 0 < lean(family, place) <= MOST <= LEAST


@pytest.mark.parametrize("family", [*CLIENT, *THERAPIST])
def test_the_rule_quotes_the_turn_and_says_nothing_of_an_empty_one(family):
    who, other = ("C", "T") if family in CLIENT else ("T", "C")
    rule = leans(family)
    place = last([(other, "How was it?"), (who, "  It was not much use.  ")])
    (hit,) = rule.find(place, {})
    assert (hit.family, hit.strength) == (family, lean(family, place))
    assert place.text[hit.start : hit.end] == "it was not much use."
    assert list(rule.find(last([(other, "How was it?"), (who, "   ")]), {})) == []
