"""A link: never kept itself, over when it is over, used once by one of many, and guessed at slowly."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from reattune.practice import clock, models
from reattune.practice.check_in import inviting
from reattune.practice.check_in.asked import When

LONDON = ZoneInfo("Europe/London")
HOUR = timedelta(hours=1)


@pytest.fixture
def heron(new_client):
    return new_client("heron")


def now():
    return clock.now(LONDON)


def test_only_a_digest_of_it_is_kept(heron, store):
    token = inviting.make(heron, When.BEFORE, HOUR)
    row = models.Invitation.objects.get()
    assert token not in repr(row.__dict__)
    assert row.digest == inviting.digest(token)
    assert (row.when, row.used) == ("before", None)
    # 256 bits, of six in each sign.
    assert len(token) * 6 >= 256


def test_each_is_another(heron):
    assert len({inviting.make(heron, When.AFTER, HOUR) for _n in range(20)}) == 20


def test_it_is_found_until_it_ends(heron):
    token = inviting.make(heron, When.AFTER, HOUR)
    assert inviting.find(token, now()).client == heron
    assert inviting.find(token, now() + HOUR) is None
    assert inviting.find(token + "x", now()) is None
    assert inviting.find("", now()) is None
    assert inviting.find("\udc80", now()) is None


def test_the_ended_are_gone_with_the_next_whether_they_were_used_or_not(heron):
    for used in (None, now()):
        inviting.make(heron, When.AFTER, -2 * HOUR)
        models.Invitation.objects.update(used=used)
        inviting.make(heron, When.AFTER, HOUR)
        assert models.Invitation.objects.count() == 1
        models.Invitation.objects.all().delete()


def test_only_one_uses_it(heron):
    inviting.make(heron, When.AFTER, HOUR)
    row = models.Invitation.objects.get()
    assert not inviting.is_used(row)
    assert [inviting.use_up(row) for _n in range(3)] == [True, False, False]
    assert inviting.is_used(row)


def test_that_one_was_made_is_in_the_audit_and_nothing_of_its_use(heron):
    inviting.make(heron, When.AFTER, HOUR)
    inviting.use_up(models.Invitation.objects.get())
    said = models.AuditEvent.objects.filter(client=heron.pk).values_list("action", "what")
    assert list(said) == [("wrote", "check-in link")]


def test_wrong_ones_are_counted_for_a_minute_from_each_place_and_from_all(heron):
    time = [0.0]
    found = inviting.Guesses(lambda: time[0])
    for _n in range(inviting.MOST):
        assert not found.too_many("a")
        found.wrong("a")
    assert found.too_many("a")
    assert not found.too_many("b")
    time[0] = inviting.MINUTE
    assert not found.too_many("a")
    for number in range(inviting.MOST_TOGETHER):
        found.wrong(f"place {number}")
    assert found.too_many("b")
    found.clear()
    assert not found.too_many("b")


def test_the_picture_has_no_looks_of_its_own():
    made = inviting.picture("https://desk.example/k/abc/")
    assert made.startswith("<svg")
    assert "style" not in made


def test_each_length_has_its_words():
    assert [value for value, _words in inviting.lasts()] == list(inviting.LASTS)
    assert max(inviting.LASTS.values()) == timedelta(weeks=1)


def test_without_its_line_in_the_audit_there_is_no_link(heron, monkeypatch):
    def full(*_words):
        raise OSError("full")

    monkeypatch.setattr(inviting.auditing, "record", full)
    with pytest.raises(OSError, match="full"):
        inviting.make(heron, When.AFTER, HOUR)
    assert not models.Invitation.objects.exists()
