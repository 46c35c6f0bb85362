"""General talk counts after a personal question, less with every “I” and everything concrete."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.moments import FAINT as LISTED
from reattune.speech.reading import read
from reattune.speech.rule import Family
from reattune.speech.rules.abstract import RULES

Lines = tuple[tuple[str, str], ...]
ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
PAIRS: tuple[tuple[Lines, Lines], ...] = (
    (
        (
            ("T", "What was it like for you as a boy when they fought?"),
            ("C", "Conflict is inevitable in any family system. It's how humans negotiate needs, I'd say."),
        ),
        (
            ("T", "What was it like for you as a boy when they fought?"),
            ("C", "I'd get under the duvet with my brother and I'd sing so he couldn't hear."),
        ),
    ),
    (
        (
            ("T", "Do you feel close to anyone at the moment?"),
            ("C", "What is closeness, though? I mean, can anybody ever truly know another person?"),
        ),
        (
            ("T", "Do you feel close to anyone at the moment?"),
            ("C", "My nan. I ring her every night and she tells me about her tomatoes."),
        ),
    ),
    (
        (
            ("T", "And how are you feeling about the baby coming?"),
            (
                "C",
                "It's a transition, obviously. Parenthood reorganises one's priorities and there's always a degree of ambivalence.",
            ),
        ),
        (
            ("T", "What did the leaflet from the antenatal class say?"),
            (
                "C",
                "It's a transition, obviously. Parenthood reorganises one's priorities and there's always a degree of ambivalence.",
            ),
        ),
    ),
    (
        (
            ("T", "I wonder what you felt towards me when I didn't reply."),
            (
                "C",
                "Well, these things are always complicated. There are many factors, and communication breaks down for all sorts of reasons.",
            ),
        ),
        (
            ("T", "I wonder what you felt towards me when I didn't reply."),
            ("C", "Well, it's complicated. I was furious, and then I felt guilty because you might have been ill."),
        ),
    ),
    (
        (
            ("T", "What was going on for you when you closed the door on her?"),
            (
                "C",
                "It's a classic pursuer-distancer thing. One partner advances, the other retreats, and the system stays in equilibrium.",
            ),
        ),
        (
            ("T", "What was going on for you when you closed the door on her?"),
            ("C", "I thought if I stay I'll say something I can't take back."),
        ),
    ),
    (
        (
            ("T", "You were close to tears. Can you put words to it?"),
            (
                "C",
                "There's an interesting question about whether tears are even about sadness. They're a release of tension, physiologically.",
            ),
        ),
        (
            ("T", "You were close to tears. Can you put words to it?"),
            ("C", "It's the bit where he says my name. Nobody says my name any more."),
        ),
    ),
    (
        (
            ("T", "What do you want from your marriage?"),
            ("C", "What does anyone want? Some sort of companionship. Marriage as an institution is in flux."),
        ),
        (("T", "What do you want from your marriage?"), ("C", "I want him to look up when I come in.")),
    ),
    (
        (
            ("T", "What do you feel when he turns away from you like that?"),
            (
                "C",
                "I suppose in any long relationship there's an ebb and flow. Couples drift, it's the nature of the thing.",
            ),
        ),
        (
            ("T", "What do you feel when he turns away from you like that?"),
            (
                "C",
                "I suppose in any long relationship there's an ebb and flow, but I lie there and I feel like a ghost.",
            ),
        ),
    ),
    (
        (
            ("T", "And you, when your father died, what was it like for you?"),
            (
                "C",
                "Death is the one certainty, really. Every culture has its rituals, and one finds one's own way of making sense of it.",
            ),
        ),
        (
            ("T", "And in your dissertation, what do you argue?"),
            (
                "C",
                "Death is the one certainty, really. Every culture has its rituals, and one finds one's own way of making sense of it.",
            ),
        ),
    ),
    (
        (
            ("T", "What makes you angry with her?"),
            (
                "C",
                "Anger's interesting, isn't it. It's basically an evolutionary thing, it signals a violated boundary.",
            ),
        ),
        (
            ("T", "What makes you angry with her?"),
            ("C", "She rang me at work again and I had to go out in the corridor so nobody would hear me crying."),
        ),
    ),
    (
        (
            ("T", "You said you're lonely. What is that like, of an evening?"),
            (
                "C",
                "Well, we live in an atomised society. Everybody's on their screens and community has just broken down.",
            ),
        ),
        (
            ("T", "You said you're lonely. What is that like, of an evening?"),
            ("C", "I put the telly on for the voices. I eat standing up."),
        ),
    ),
    (
        (
            ("T", "How did it feel when I asked about your brother?"),
            ("C", "It's probably some kind of projection. There's usually a defence operating in these situations."),
        ),
        (
            ("T", "How did it feel when I asked about your brother?"),
            ("C", "My stomach dropped. I thought, she knows, she's going to hate me."),
        ),
    ),
    (
        (
            ("T", "What stops you from ringing him?"),
            (
                "C",
                "I think people generally have this fear of vulnerability. You put yourself out there and there's always a risk.",
            ),
        ),
        (("T", "What stops you from ringing him?"), ("C", "I think he'll hear in my voice that I've been drinking.")),
    ),
)


def transcript(lines: Lines) -> Transcript:
    turns = tuple(Turn(ROLES[who], who, said, str(at)) for at, (who, said) in enumerate(lines))
    return Transcript(date(2026, 3, 2), Source("own.txt", "1"), turns, Times.NONE)


def strength(lines: Lines) -> float:
    ours = {rule.id for rule in RULES}
    return sum(hit.strength for hit in read(transcript(lines)).hits if hit.rule in ours)


@pytest.mark.parametrize(("marked", "benign"), PAIRS)
def test_the_marked_half_of_a_pair_is_stronger(marked: Lines, benign: Lines) -> None:
    assert strength(marked) > strength(benign)


def test_each_rule_says_what_it_looks_at_and_what_else_it_may_be() -> None:
    for rule in RULES:
        assert rule.family is Family.ABSTRACT
        assert rule.role is Role.CLIENT
        assert rule.looks_at().endswith(".")
        assert 1 <= len(rule.benign()) <= 3


def test_one_learned_word_is_only_a_word() -> None:
    assert strength((("T", "What was it like when she left?"), ("C", "I had no closure and I sat there."))) < LISTED


def test_a_reply_with_nobody_in_it_is_weak() -> None:
    asked = ("T", "What do you feel when you think of how she hurt you?")
    said = ("C", "Distance and closeness, presence and absence, the usual push and pull of these things.")
    assert 0 < strength((asked, said)) < 0.5
