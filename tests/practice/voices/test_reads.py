"""Who read what: others with their time, the therapist without, and nothing that was not to be told."""

from reattune.practice import auditing
from reattune.practice.auditing import Action
from reattune.practice.voices import reads


def told(client):
    return [(one.who, one.action, one.what) for one in reads.with_times(client)]


def test_others_reads_shares_and_exports_are_told_newest_first(new_client):
    heron, wren = new_client("heron"), new_client("wren")
    auditing.record(Action.WROTE, heron.pk, "said: note", "sharing", who="client")
    auditing.record(Action.VIEWED, heron.pk, "consultation", "supervision", who="supervisor: Ada")
    auditing.record(Action.VIEWED, heron.pk, "relationship", "therapy", who="program: abacus")
    auditing.record(Action.EXPORTED, heron.pk, "export", "client")
    auditing.record(Action.CHANGED, heron.pk, "consent: times", "consent")
    auditing.record(Action.CHANGED, heron.pk, "hand-over", "therapy")
    auditing.record(Action.VIEWED, wren.pk, "consultation", "supervision", who="supervisor: Ada")
    assert told(heron) == [
        ("therapist", "changed", "hand-over"),
        ("therapist", "changed", "consent: times"),
        ("therapist", "exported", "export"),
        ("program: abacus", "viewed", "relationship"),
        ("supervisor: Ada", "viewed", "consultation"),
        ("client", "wrote", "said: note"),
    ]


def test_what_a_therapist_reads_and_writes_has_no_time(new_client):
    heron = new_client("heron")
    for _time in range(3):
        auditing.record(Action.VIEWED, heron.pk, "relationship", "therapy")
    auditing.record(Action.VIEWED, heron.pk, "letter", "therapy")
    auditing.record(Action.CHANGED, heron.pk, "side", "therapy")
    auditing.record(Action.WROTE, heron.pk, "episode", "therapy")
    assert told(heron) == []
    assert reads.by_therapist(heron) == ("letter", "relationship")


def test_nothing_was_read_of_somebody_new(new_client):
    heron = new_client("heron")
    assert told(heron) == []
    assert reads.by_therapist(heron) == ()
