"""The page of a recording: ribbons, moments with answers, lines that play, and what cannot be said."""

from datetime import date

import pytest

from reattune.model import Audio, Between, Recording, Role, Silence, Span, Spoke, Way
from reattune.nonverbal import listening_json
from reattune.nonverbal.listened import Listened, Moment
from reattune.nonverbal.turns import turns
from reattune.practice import consent, episodes, models
from reattune.practice.heard import bringing, speakers
from reattune.practice.mapping.codec import dump
from reattune.practice.recorded import arriving, finding, kept, retention
from reattune.practice.recorded.sealed_file import Writer

DAY = date(2026, 6, 23)
SPOKE = tuple(Spoke(at * 10.0, at * 10.0 + 5, (Role.CLIENT, Role.THERAPIST)[at % 2]) for at in range(6))
FOUND = Listened(
    seconds=90.0,
    way=Way.CHANNELS,
    bleeds=False,
    spoke=SPOKE,
    turns=turns(SPOKE),
    silences=(Silence(65.0, 79.0, Between.TT),),
    sounds=(),
    moments=(Moment("bbbb2222", 65.0, 79.0, "long-silence", (Span(65.0, 79.0),), (("seconds", 14.0), ("usual", 4.0))),),
    peaks=(0.25, 0.5),
    remarks=("It was soft in places.",),
)
VTT = b"""WEBVTT

00:00:05.000 --> 00:00:09.000
Anna: Come in.

00:00:12.500 --> 00:00:15.000
Kestrel: <b>It is only</b> the coat & bag.
"""


@pytest.fixture
def row(new_client):
    heron = new_client("heron")
    consent.write(heron, consent.Purpose.RECORDING, given=True, by="client", day=DAY)
    made = arriving.new(heron, "talk <1>.wav", 4, DAY)
    kept.folder()
    file = Writer(kept.path_of(made.pk), kept.key_of(made), str(made.pk))
    file.append(b"RIFF", last=True)
    file.close()
    made.arrived, made.state = 4, "here"
    made.save()
    kept.remember(made, track=dump(Recording("talk.wav", "wav", 90.0, Audio(16000, 2, "pcm_s16le"))))
    return made


@pytest.fixture
def found(row):
    kept_as = models.Found(client=row.client, recording=row)
    kept_as.words = {"sound": listening_json.as_json(FOUND), "movement": None, "figures": {}, "remarks": []}
    kept_as.save(force_insert=True)
    return row


def own(row, rest=""):
    return f"/r/{row.client_id}/recordings/{row.pk}/{rest}"


def page(browser, row):
    answer = browser.get(own(row))
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_plays_beside_what_was_found(browser, found):
    said = page(browser, found)
    assert f'src="{own(found, "sound/")}"' in said
    assert 'data-peaks="[0.25, 0.5]"' in said
    for words in ("The client speaks", "You speak", "Silences of two seconds", "It was soft in places."):
        assert words in said
    assert said.count('<svg class="rb ') == 4
    assert "14 s of quiet; the others of this session last about 4 s." in said
    assert "Known from: a microphone each" in said
    assert f'href="{own(found, "sound/")}#t=55"' in said
    assert "between two of your turns" in said
    assert "talk &lt;1&gt;.wav" in said
    assert models.AuditEvent.objects.filter(action="viewed", what="recording", client=found.client_id).count() == 1


def test_its_policy_lets_it_play_from_here_alone(browser, found):
    answer = browser.get(own(found))
    policy = dict(part.strip().split(" ", 1) for part in answer["Content-Security-Policy"].split(";"))
    assert policy["media-src"] == "'self'"
    assert policy["script-src"] == "'self'"
    nonce = policy["style-src"].split("'nonce-")[1].rstrip("'")
    assert f'data-nonce="{nonce}"' in answer.content.decode()
    assert browser.get(own(found))["Content-Security-Policy"] != answer["Content-Security-Policy"]


def test_an_answer_is_kept_at_once_and_taken_back(browser, found):
    answer = browser.post(own(found, "answer/"), {"moment": "bbbb2222", "said": "ordinary"})
    assert answer["Location"] == own(found, "#m-bbbb2222")
    assert models.Picked.objects.get(undone=None).answer == "ordinary"
    said = page(browser, found)
    assert 'class="note ordinary" id="m-bbbb2222"' in said
    assert "Take that back" in said
    browser.post(own(found, "answer/back/"), {"moment": "bbbb2222"})
    assert models.Picked.objects.filter(undone=None).count() == 0
    assert "Worth a thought" in page(browser, found)


@pytest.mark.parametrize("given", [{}, {"moment": "bbbb2222", "said": "perhaps"}, {"moment": "gone", "said": "worth"}])
def test_what_does_not_fit_is_said_and_nothing_kept(browser, found, given):
    answer = browser.post(own(found, "answer/"), given)
    assert answer["Location"] == own(found)
    assert models.Picked.objects.count() == 0
    said = page(browser, found)
    assert "choose one of the buttons" in said or "not there any more" in said


def test_into_a_record_and_out_again(browser, found):
    browser.post(own(found, "take-up/"), {"moment": "bbbb2222"})
    episode = models.Episode.objects.get()
    record = browser.get(f"/r/{found.client_id}/episode/{episode.pk}/")
    assert record.status_code == 200
    assert own(found, "moment/bbbb2222/") in record.content.decode()
    assert "In the record of" in page(browser, found)
    assert browser.get(own(found, "moment/bbbb2222/"))["Location"] == own(found, "#m-bbbb2222")
    browser.post(own(found, "moment/bbbb2222/let-go/"))
    assert models.Episode.objects.count() == 0


def test_into_a_record_that_is_there(browser, found):
    episode = episodes.begin(found.client, episodes.blank(DAY), lambda _row: None)
    answer = browser.post(own(found, "take-up/"), {"moment": "bbbb2222", "episode": str(episode.pk)})
    assert answer["Location"] == f"/r/{found.client_id}/episode/{episode.pk}/"
    assert models.Attached.objects.get().episode_id == episode.pk


def test_lines_of_the_transcript_play(browser, found):
    consent.write(found.client, consent.Purpose.TRANSCRIPTS, given=True, by="client", day=DAY)
    found.heard = bringing.bring(found.client, "talk.vtt", VTT, day=DAY).heard
    speakers.confirm(found.heard, {"Anna": Role.THERAPIST, "Kestrel": Role.CLIENT})
    found.save()
    said = page(browser, found)
    assert 'data-from="12.5"' in said
    assert f'href="{own(found, "sound/")}#t=12.5" data-play="12.5">0:12</a>' in said
    assert "the coat &amp; bag." in said
    assert "<b>It" not in said


def test_deleted_it_does_not_play_and_what_was_found_stays(browser, found):
    retention.delete(found)
    said = page(browser, found)
    assert "data-media" not in said
    assert "#t=" not in said
    assert "The sound is not here any more" in said
    assert "14 s of quiet" in said
    assert said.count('<svg class="rb ') == 4


def test_before_anything_was_found_it_says_how_far_it_is(browser, row):
    assert "Nothing was looked for in it yet." in page(browser, row)
    job = finding.start(row)
    assert "It waits to be analysed" in page(browser, row)
    job.state, job.done, job.total = "running", 3, 50
    job.save()
    assert "minute 4 of 50" in page(browser, row)
    job.state, job.said = "stopped", "The file was cut off."
    job.save()
    assert "The file was cut off." in page(browser, row)


def test_after_a_no_and_while_it_arrives_there_is_the_list(browser, found):
    there = f"/r/{found.client_id}/recordings/"
    models.Recording.objects.update(state="arriving")
    assert browser.get(own(found))["Location"] == there
    models.Recording.objects.update(state="here")
    consent.write(found.client, consent.Purpose.RECORDING, given=False, by="client", day=DAY)
    for rest in ("", "who/", "moment/bbbb2222/"):
        assert browser.get(own(found, rest))["Location"] == there
    browser.post(own(found, "answer/"), {"moment": "bbbb2222", "said": "worth"})
    assert models.Picked.objects.count() == 0


def test_a_moment_of_what_is_gone_leads_to_the_list(browser, found):
    gone = own(found, "moment/bbbb2222/")
    retention.take_out(found)
    assert browser.get(gone)["Location"] == f"/r/{found.client_id}/recordings/"
    assert browser.get(own(found)).status_code == 404


def test_of_another_client_there_is_none(browser, found, new_client):
    wren = new_client("wren")
    for rest in ("", "who/", "still/", "channel/", "answer/"):
        assert browser.get(f"/r/{wren.pk}/recordings/{found.pk}/{rest}").status_code == 404
