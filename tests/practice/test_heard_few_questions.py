"""Pages of transcripts ask the store as often for six sessions, and for nine clients, as for one."""

from datetime import date, timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from reattune.model import Role
from reattune.practice import consent, models
from reattune.practice.heard import answering, bringing, speakers
from reattune.practice.heard.opened import open_up
from reattune.speech.moments import moments
from reattune.speech.worth import Said

DAY = date(2026, 6, 2)
ROLES = {"Anna": Role.THERAPIST, "Kestrel": Role.CLIENT}
SAID = (
    "Anna: What was it like when we stopped last time?",
    "Kestrel: Fine.",
    "Anna: I wonder whether something I said did not sit well with you?",
    "Kestrel: You are not listening to me at all.",
)


def bring(client, ago):
    """Bring a session of so many weeks ago, and answer all of its moments."""
    made = ["WEBVTT", ""]
    for at, line in enumerate(SAID):
        made += [f"00:{at:02}:{ago:02}.000 --> 00:{at:02}:40.000", line, ""]
    row = bringing.bring(client, "a.vtt", "\n".join(made).encode(), day=DAY - timedelta(weeks=ago)).heard
    speakers.confirm(row, ROLES)
    for one in moments(open_up(row).reading):
        answering.say(row, one, Said.YES)
    return row


def agreed(client):
    consent.write(client, consent.Purpose.TRANSCRIPTS, given=True, by="therapist", day=DAY)
    return client


def test_as_many_for_one_as_for_many(browser, new_client):
    heron = agreed(new_client("heron"))
    row = bring(heron, 0)
    own = f"/r/{heron.pk}/heard/{row.pk}/"
    pages = (f"/r/{heron.pk}/heard/", own, f"{own}who/", f"{own}second/", f"{own}out/", f"{own}without-names/")

    def asked():
        counts = []
        for address in pages:
            # The first time opens the keys of those whose words are needed, once for as long as the desk is open.
            assert browser.get(address).status_code == 200
            with CaptureQueriesContext(connection) as questions:
                browser.get(address)
            counts.append(len(questions))
        return counts

    one = asked()
    for ago in range(1, 6):
        bring(heron, ago)
    sessions = asked()
    for number in range(8):
        bring(agreed(new_client(f"wren {number}")), 0)
    assert models.Answer.objects.count() > 8
    assert one == sessions == asked()
