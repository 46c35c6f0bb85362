"""Trust: what one therapist has said to moments, and nobody else's answers."""

from reattune.practice import models, people, scope
from reattune.practice.heard.trusted import trusted


def test_the_last_answer_to_a_moment_counts(told):
    for said in ("no", "yes"):
        row = models.Answer(client=told.client, heard=told, moment="a", answer=said)
        row.words = {"rules": ["one", "two", "one"]}
        row.save()
    assert {rule: (count.yes, count.no) for rule, count in trusted().counted.items()} == {"one": (1, 0), "two": (1, 0)}


def test_answers_of_others_are_not_seen(told):
    row = models.Answer(client=told.client, heard=told, moment="a", answer="no")
    row.words = {"rules": ["one"]}
    row.save()
    other = people.add("ben", models.Person.Role.THERAPIST)
    with scope.use(people.of(other).scope):
        assert trusted().counted == {}
