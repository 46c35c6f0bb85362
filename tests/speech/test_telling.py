from dataclasses import replace
from datetime import date

from reattune.model import Direction, Role, Source, Times, Transcript, Turn
from reattune.speech.moments import FAINT, Listed, Moment, moments
from reattune.speech.nearby import Afterwards, Attempt
from reattune.speech.place import prepare
from reattune.speech.reading import Reading
from reattune.speech.rule import Family, Hit
from reattune.speech.telling import (
    QUOTED,
    READINGS,
    afterwards,
    answered,
    before,
    benign,
    honest,
    left_out,
    title,
    told,
)
from reattune.speech.worth import Count

ASKS = "So I have a long thing to say first. " * 8 + "How did you feel when she said that?"


def reading(*hits: tuple[int, Family, str], first: str = ASKS) -> Reading:
    words = [first, "Fine.", "I think I went too fast there. Sorry.", "Yes, and it matters that you say so."]
    said = tuple(Turn(Role.CLIENT if at % 2 else Role.THERAPIST, "", text, "") for at, text in enumerate(words))
    transcript = Transcript(date(2025, 3, 4), Source("s.vtt", ""), said, Times.NONE)
    marks = tuple(Hit(rule, family, turn, 0, 4, 0.6, f"seen by {rule}") for turn, family, rule in hits)
    return Reading(prepare(transcript), marks)


def moment(way: Direction | None, role: Role = Role.CLIENT) -> Moment:
    return Moment("id", way, role, 1, 1, (), 0.6)


def test_a_moment_is_told_with_its_words_and_what_was_near():
    read = reading((1, Family.MINIMAL, "m"), (2, Family.OWNS_PART, "o"), (3, Family.MET, "y"))
    found = moments(read)
    words = told(read, found[0], found)
    assert words.title == "seems to move away"
    assert [(one.sentence, one.quote) for one in words.seen] == [("seen by m", "Fine")]
    assert words.before[0].sentence == "Just before, you asked about feelings:"
    assert [one.quote for one in words.attempts] == ["I th"]
    assert words.afterwards == ("Afterwards there was a moment of being met.",)
    assert "7 in 10" in words.honest


def test_a_reminder_of_what_was_said_before_is_the_end_of_the_turn_and_never_longer_than_needed():
    read = reading((1, Family.MINIMAL, "m"))
    (one,) = before(read, moments(read)[0])
    assert len(one.quote) <= QUOTED
    assert read.transcript.turns[one.turn].text.endswith(one.quote)
    assert one.more
    unbroken = reading((1, Family.MINIMAL, "m"), first="a" * 500)
    assert before(unbroken, moments(unbroken)[0])[0].quote == "a" * QUOTED


def test_what_a_rule_saw_in_the_therapists_words_stands_beside_the_clients():
    read = reading((0, Family.THERAPIST_AGAINST, "t"), (1, Family.MINIMAL, "m"))
    client = next(one for one in moments(read) if one.role is Role.CLIENT)
    assert [one.sentence for one in before(read, client)][1:] == ["seen by t"]
    own = next(one for one in moments(read) if one.role is Role.THERAPIST)
    assert before(read, own) == ()


def test_what_only_leans_one_way_is_not_told_of_the_words_before():
    read = reading((0, Family.THERAPIST_AGAINST, "t"), (1, Family.MINIMAL, "m"))
    weak = tuple(replace(hit, strength=FAINT - 0.01) if hit.turn == 0 else hit for hit in read.hits)
    (client,) = moments(Reading(read.context, weak))
    assert len(before(Reading(read.context, weak), client)) == 1


def test_each_kind_of_question_has_its_words():
    sentences = set()
    for first in ("I see.", "Is it late?", "What happened?", "What did you feel?", "How was it, what I just said?"):
        read = reading((1, Family.MINIMAL, "m"), first=first)
        sentences.add(before(read, moments(read)[0])[0].sentence)
    assert len(sentences) == 5


def test_titles():
    ways = (Direction.AWAY, Direction.AGAINST, Direction.ATTUNED, None)
    assert [title(moment(way)) for way in ways] == [
        "seems to move away",
        "seems to move against",
        "a moment of being met",
        "may have been an attempt to reach each other",
    ]
    assert title(moment(Direction.AWAY, Role.THERAPIST)) == "your words may have moved away"
    assert title(moment(Direction.AGAINST, Role.THERAPIST)) == "your words may have moved against"


def test_where_no_attempt_was_seen_it_may_still_come():
    assert afterwards(moment(Direction.AWAY), ()) == (
        "No such attempt was seen in this session; it may come in the next.",
    )
    assert afterwards(moment(Direction.ATTUNED), ()) == ()


def test_what_came_of_several_attempts_is_said_once():
    tries = [
        Attempt(moment(None, Role.THERAPIST), (Afterwards.MORE,)),
        Attempt(moment(None, Role.THERAPIST), (Afterwards.USUAL, Afterwards.MORE)),
    ]
    assert len(afterwards(moment(Direction.AWAY), tries)) == 2
    (nothing,) = afterwards(moment(Direction.AWAY), [Attempt(moment(None), ())])
    assert "nothing more was marked" in nothing


def test_readings_of_rules_that_are_gone_are_left_out():
    read = reading((1, Family.MINIMAL, "a rule that is gone"))
    assert benign(moments(read)[0]) == ()


def test_readings_come_likeliest_first_and_are_few():
    hits = tuple(Hit(rule, Family.MET, 1, 0, 1, 0.6, "seen") for rule in ("met", "invites", "owns_part"))
    found = benign(Moment("id", Direction.ATTUNED, Role.CLIENT, 1, 1, hits, 0.6))
    assert len(found) == READINGS
    assert len(set(found)) == READINGS


def test_how_often_such_marks_are_nothing_is_said_for_each_kind():
    assert "7 in 10" in honest(moment(Direction.AGAINST))
    assert "polite" in honest(moment(Direction.ATTUNED))


def test_what_is_not_listed_is_said():
    assert left_out(Listed((), 0, 0)) == ()
    assert left_out(Listed((), 1, 3)) == (
        "1 more moment is not listed, because the list holds only so many.",
        "3 more rest on little and are not listed.",
    )


def test_answers_are_counted_in_words():
    assert answered(Count(2, 1, 0)).endswith("2 times “yes, that”, 1 times “no, ordinary”, 0 times “not sure”.")
