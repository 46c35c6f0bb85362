"""What a supervisor of a shared practice reads: what was brought to them, while it is, and nothing else."""

from datetime import date, timedelta
from html import unescape
from uuid import uuid4

import pytest
from django.test import Client as Browser

from reattune.model import Share
from reattune.practice import consent, episodes, models, scope
from reattune.practice.door import PERSON
from reattune.practice.supervision import bringing, gathering, thread
from reattune.practice.voices import saying
from reattune.practice.voices.kinds import Kind
from reattune.repair.episode import Record

TODAY = date(2026, 6, 30)
PASSPHRASE = "seven quiet herons at dusk"


def text(answer):
    return unescape(answer.content.decode())


@pytest.fixture
def heron(new_client):
    return new_client("heron", dates_agreed=TODAY)


@pytest.fixture
def sol(store):
    return models.Person.objects.create(name="sol", role="supervisor")


@pytest.fixture
def row(heron, sol):
    consent.write(heron, consent.Purpose.SUPERVISION, given=True, by="client", day=TODAY)
    said = saying.say(heron, Kind.NOTE, {"text": "I waited for you"}, Share.NOW, date(2026, 6, 3))
    record = Record(id=str(uuid4()), day=date(2026, 6, 2), text="It went quiet.", now="Kept out of it.")
    subject = gathering.of_episode(episodes.begin(heron, record))
    every = bringing.offered(subject, bringing.known(heron, "A"))
    items = bringing.chosen(every, frozenset({"record:text", f"said:{said.pk}"}), {})
    until = thread.now() + timedelta(days=7)
    return bringing.bring(
        subject, bringing.sheet("A", "How do I ask?", "sol and me", items), TODAY, supervisor=sol, expires=until
    )


@pytest.fixture
def signed_in(row):
    """Return a browser in which somebody signed in to the shared practice."""

    def sign(person: models.Person) -> Browser:
        window = Browser()
        window.post("/unlock/?next=/help/", {"passphrase": PASSPHRASE})
        session = window.session
        session[PERSON] = str(person.pk)
        session.save()
        scope.shared_practice(shared=True)
        return window

    yield sign
    scope.shared_practice(shared=False)


@pytest.fixture
def supervisor(signed_in, sol):
    return signed_in(sol)


def everything(model):
    with scope.use(scope.EVERYONE):
        return list(model.objects.all())


def test_nothing_is_shown_without_unlocking(home):
    for where in ("/brought/", f"/brought/{uuid4()}/"):
        assert Browser().get(where).headers["Location"].startswith("/unlock/")


def test_a_therapist_at_their_own_desk_has_no_such_pages(browser):
    assert browser.get("/brought/").status_code in {302, 403}


def test_what_was_brought_is_read_under_its_letter_and_reading_is_in_the_audit(supervisor, row, heron):
    assert "How do I ask?" in text(supervisor.get("/brought/"))
    shown = text(supervisor.get(f"/brought/{row.pk}/"))
    assert "It went quiet." in shown
    assert "I waited for you" in shown
    assert "heron" not in shown
    assert "Kept out of it." not in shown
    line = next(one for one in reversed(everything(models.AuditEvent)) if one.action == "viewed")
    assert (line.who, line.what, line.client) == ("supervisor: sol", "consultation", heron.pk)


def test_the_clients_words_are_gone_with_their_consent(supervisor, row, heron):
    with scope.use(scope.EVERYONE):
        consent.write(heron, consent.Purpose.SUPERVISION, given=False, by="client", day=TODAY)
    shown = text(supervisor.get(f"/brought/{row.pk}/"))
    assert "I waited for you" not in shown
    assert "In my client’s words" not in shown
    assert "It went quiet." in shown


def test_expired_or_taken_back_it_is_not_there(supervisor, row):
    for change in ({"expires": thread.now() - timedelta(seconds=1)}, {"ended": thread.now()}):
        with scope.use(scope.EVERYONE):
            models.Consultation.objects.update(expires=thread.now() + timedelta(days=1), ended=None)
            models.Consultation.objects.update(**change)
        assert "How do I ask?" not in text(supervisor.get("/brought/"))
        assert supervisor.get(f"/brought/{row.pk}/").status_code == 404
        assert supervisor.post(f"/brought/{row.pk}/", {"words": "late"}).status_code == 404
    assert everything(models.Remark) == []


def test_another_supervisor_sees_nothing_of_it(signed_in, row):
    with scope.use(scope.EVERYONE):
        other = models.Person.objects.create(name="ada", role="supervisor")
    window = signed_in(other)
    assert "How do I ask?" not in text(window.get("/brought/"))
    assert window.get(f"/brought/{row.pk}/").status_code == 404


def test_the_record_and_the_client_stay_shut(supervisor, row, heron):
    for where in (f"/r/{heron.pk}/", f"/r/{heron.pk}/episode/{row.episode_id}/", "/", "/supervision/"):
        assert supervisor.get(where).status_code in {302, 403, 404}
    assert supervisor.get(f"/r/{heron.pk}/consultation/{row.pk}/").status_code in {302, 403, 404}


def test_what_a_supervisor_says_comes_back_beside(supervisor, row):
    answer = supervisor.post(f"/brought/{row.pk}/", {"words": "Ask, then wait."})
    assert answer.headers["Location"] == f"/brought/{row.pk}/"
    made = everything(models.Remark)[0]
    assert (made.kind, made.by, made.consultation_id) == ("said", "supervisor", row.pk)
    assert "Ask, then wait." in text(supervisor.get(f"/brought/{row.pk}/"))


def test_what_the_therapist_writes_beside_it_is_not_the_supervisors_to_read(supervisor, row):
    with scope.use(scope.EVERYONE):
        made = models.Remark(client_id=row.client_id, consultation=row, kind="came", by="therapist", day=TODAY)
        made.words = {"text": "She cried."}
        made.save()
    assert "She cried." not in text(supervisor.get(f"/brought/{row.pk}/"))


def test_without_words_nothing_is_kept(supervisor, row):
    assert supervisor.post(f"/brought/{row.pk}/", {"words": "  "}).status_code == 400
    assert everything(models.Remark) == []
