"""A new topic or a story counts where something felt was asked, and not where the story answers or was asked for."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.moments import FAINT as LISTED
from reattune.speech.reading import read
from reattune.speech.rule import Family
from reattune.speech.rules.storytelling import RULES

Lines = tuple[tuple[str, str], ...]
ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
PAIRS: tuple[tuple[Lines, Lines], ...] = (
    (
        (
            ("T", "What was it like to see the room empty, after she'd gone?"),
            ("C", "You know what, I've been meaning to ask, is that a real Persian rug? My aunt had one just like it."),
        ),
        (
            ("T", "What was it like to see the room empty, after she'd gone?"),
            ("C", "There was just the rug. I lay down on it and I howled, to be honest."),
        ),
    ),
    (
        (
            ("T", "So there's a lot of shame around the debt."),
            (
                "C",
                "The bank, honestly, there's this woman there, Linda, and she's been off sick, and the new lad can't work the system, and they sent the wrong card twice.",
            ),
        ),
        (
            ("T", "So what's the story with the bank, then?"),
            (
                "C",
                "The bank, honestly, there's this woman there, Linda, and she's been off sick, and the new lad can't work the system, and they sent the wrong card twice.",
            ),
        ),
    ),
    (
        (
            ("T", "I noticed you laughed when I asked if you felt lonely."),
            ("C", "Oh! That reminds me, I've got to tell you what Steve did at the barbecue."),
        ),
        (
            ("T", "I noticed you laughed when I asked if you felt lonely."),
            ("C", "That reminds me of Steve's barbecue. I laughed all night and cried in the taxi."),
        ),
    ),
    (
        (
            ("T", "Where do you feel that fear, right now?"),
            (
                "C",
                "Well, my husband's mother is coming on Friday, and she wants the spare room done, and he's ordered the wrong paint.",
            ),
        ),
        (
            ("T", "Where do you feel that fear, right now?"),
            (
                "C",
                "Here, in my throat. It's my husband's mother coming on Friday, I can't breathe when she's in the house.",
            ),
        ),
    ),
    (
        (
            ("T", "I'm wondering how scared you were, on your own with him."),
            (
                "C",
                "The funny thing is, the house was next door to that bloke off the antiques show. Lovely man. He had three greyhounds.",
            ),
        ),
        (
            ("T", "I'm wondering how scared you were, on your own with him."),
            (
                "C",
                "The house was next door to that bloke off the antiques show, and I used to think, if I scream, he'll hear.",
            ),
        ),
    ),
    (
        (
            ("T", "It felt important, what you started to say about wanting to die."),
            ("C", "Have they changed the carpet in the waiting room? It looks different. Much nicer."),
        ),
        (
            ("T", "Sorry about the dust, we've had the decorators in."),
            ("C", "Have they changed the carpet in the waiting room? It looks different. Much nicer."),
        ),
    ),
    (
        (
            ("T", "How does it feel to say you miss him?"),
            ("C", "They've put the rail fares up again, did you see? Forty quid to Leeds. Disgraceful, it is."),
        ),
        (
            ("T", "How does it feel to say you miss him?"),
            ("C", "Strange. I've not said it since the funeral. It's forty quid to Leeds, that was my excuse."),
        ),
    ),
    (
        (
            ("T", "What's it like to say out loud that you're frightened of him?"),
            ("C", "Oh, I meant to say, we got the new kitchen in. You should see the worktops, they're gorgeous."),
        ),
        (
            ("T", "You said you'd some good news from home?"),
            ("C", "Oh, I meant to say, we got the new kitchen in. You should see the worktops, they're gorgeous."),
        ),
    ),
    (
        (
            ("T", "It seems like the sadness is quite close right now."),
            ("C", "Did you watch the final on Sunday? Unbelievable. Two goals in stoppage time."),
        ),
        (
            ("T", "It seems like the sadness is quite close right now."),
            ("C", "It is. I watched the final on Sunday on my own and that's when it came."),
        ),
    ),
    (
        (
            ("T", "I'd like to hear more about the night your mother left."),
            (
                "C",
                "Yeah. So anyway, Karen at work, she's got this new boyfriend, and he's about twenty years older than her, and he turned up on a motorbike.",
            ),
        ),
        (
            ("T", "I'd like to hear more about Karen and this new boyfriend."),
            (
                "C",
                "Yeah. So anyway, Karen at work, she's got this new boyfriend, and he's about twenty years older than her, and he turned up on a motorbike.",
            ),
        ),
    ),
    (
        (
            ("T", "What did you feel when I said I'd be away for three weeks?"),
            (
                "C",
                "My cousin went away for three weeks once. Greece. She lost her passport and they had to go to the embassy, it was hilarious.",
            ),
        ),
        (
            ("T", "What did you feel when I said I'd be away for three weeks?"),
            ("C", "My dad used to go away for three weeks. I'd sit on the stairs with my coat on. It felt like that."),
        ),
    ),
    (
        (
            ("T", "How do you feel about what happened with the pills?"),
            ("C", "Can we talk about work instead? There's a big thing going on with my manager."),
        ),
        (
            ("T", "We've done what was on the list. How do you want to use the rest of the time?"),
            ("C", "Can we talk about work instead? There's a big thing going on with my manager."),
        ),
    ),
    (
        (
            ("T", "You've gone quiet. What's coming up?"),
            ("C", "I was just thinking that plant needs repotting. My mother-in-law's got one the size of a tree."),
        ),
        (
            ("T", "You've gone quiet. What's coming up?"),
            ("C", "I was just thinking about my mum. She never once came to a school play."),
        ),
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
        assert rule.family is Family.STORYTELLING
        assert rule.role is Role.CLIENT
        assert rule.looks_at().endswith(".")
        assert 1 <= len(rule.benign()) <= 3


def test_the_same_story_counts_less_where_it_comes_back_to_the_question() -> None:
    asked = ("T", "What did you feel when your mother turned away?")
    story = (
        "My neighbour's got this new dog and he walks it past the council offices, and the manager came out shouting."
    )
    back = story + " And that's how I felt, like my mother had turned away again."
    assert strength((asked, ("C", story))) > 0
    assert strength((asked, ("C", back))) < strength((asked, ("C", story)))


def test_a_question_about_something_else_counts_after_something_felt() -> None:
    asks = ("C", "Have they moved the plants in the hall? It looks rather different now.")
    assert strength((("T", "You said you were so ashamed, and so alone with it."), asks)) > 0
    assert strength((("T", "Come on in, sorry about the dust."), asks)) < LISTED


def test_a_question_told_of_a_story_begins_nothing_else() -> None:
    before = ("T", "You hid it from her, how sad you were.")
    assert strength([before, ("C", "I hid it. I said, have you seen the keys.")]) < LISTED
    assert strength([before, ("C", "Have you seen that new film?")]) >= LISTED
