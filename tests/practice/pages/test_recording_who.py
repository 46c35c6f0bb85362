"""Who speaks and who sits where: said on a page, kept for the analysis, and analysed again."""

import io
import subprocess
import wave
from datetime import date

import pytest

from reattune.model import Audio, Recording, Role, Spoke, Video, Way
from reattune.nonverbal import listening_json
from reattune.nonverbal.listened import Listened
from reattune.practice import consent, models
from reattune.practice.heard import bringing, speakers
from reattune.practice.mapping.codec import dump
from reattune.practice.recorded import arriving, kept, retention
from reattune.practice.recorded.sealed_file import Writer

DAY = date(2026, 6, 23)
VTT = b"WEBVTT\n\n00:05.000 --> 00:09.000\nAnna: Come in.\n\n00:12.000 --> 00:15.000\nKestrel: Hello.\n"


@pytest.fixture
def heron(new_client):
    row = new_client("heron")
    consent.write(row, consent.Purpose.RECORDING, given=True, by="client", day=DAY)
    return row


def bring(client, content, channels=1, picture=None):
    row = arriving.new(client, "talk.wav", len(content), DAY)
    kept.folder()
    made = Writer(kept.path_of(row.pk), kept.key_of(row), str(row.pk))
    made.append(content, last=True)
    made.close()
    row.arrived, row.state = len(content), "here"
    row.save()
    kept.remember(row, track=dump(Recording("x", "wav", 90.0, Audio(16000, channels, "pcm_s16le"), picture)))
    found = models.Found(client=client, recording=row)
    spoke = tuple(Spoke(at * 9.0, at * 9.0 + 6) for at in range(10))
    words = listening_json.as_json(Listened(90.0, Way.NONE, True, spoke, (), (), ()))
    found.words = {"sound": words, "movement": None, "figures": {}, "remarks": []}
    found.save(force_insert=True)
    return row


@pytest.fixture
def row(heron):
    return bring(heron, b"RIFF")


def own(row, rest="who/"):
    return f"/r/{row.client_id}/recordings/{row.pk}/{rest}"


def said_of(row):
    return models.Recording.objects.get(pk=row.pk).words


def waiting():
    return models.Job.objects.filter(kind="listen", state="waiting").count()


def test_stretches_are_offered_to_be_played_and_kept(browser, row):
    page = browser.get(own(row)).content.decode()
    assert "only the quiet of the whole room" in page
    assert f'href="{own(row, "sound/")}#t=9.0,15.0" data-play="9.0" data-until="15.0"' in page
    assert "A microphone each, on a channel each" not in page
    given = {"what": "who", "way": "seeds", "own-therapist": "0:50-1:05"}
    given |= {"stretch-9.0-15.0": "client", "stretch-18.0-24.0": "client"}
    assert browser.post(own(row), given)["Location"] == own(row, "")
    assert said_of(row)["who"] == {"seeds": {"therapist": [[50.0, 65.0]], "client": [[9.0, 15.0], [18.0, 24.0]]}}
    assert waiting() == 1
    assert models.AuditEvent.objects.filter(action="changed", what="who is who in a recording").count() == 1
    again = browser.get(own(row)).content.decode()
    assert 'name="stretch-9.0-15.0" value="client" checked' in again


def test_a_channel_each(browser, heron):
    row = bring(heron, b"RIFF", channels=2)
    page = browser.get(own(row)).content.decode()
    assert own(row, "channel/?second") in page
    browser.post(own(row), {"what": "who", "way": "channels", "first": "therapist"})
    assert said_of(row)["who"] == {"channels": ["therapist", "client"]}


def test_no_need(browser, row):
    browser.post(own(row), {"what": "who", "way": "nobody"})
    assert said_of(row)["who"] == {"nobody": True}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "use one of the buttons"),
        ({"what": "who"}, "choose one of the ways"),
        ({"what": "who", "way": "channels", "first": "client"}, "choose one of the ways"),
        ({"what": "who", "way": "seeds", "own-client": "soon"}, "seconds of your own voice"),
        ({"what": "where"}, "choose one of the ways"),
        ({"what": "where", "where": "drawn", "client-left": "x"}, "“x” is none"),
        ({"what": "beside", "heard": "nonsense"}, "Choose one of the transcripts"),
    ],
)
def test_what_is_missing_is_said_and_nothing_kept(browser, row, given, words):
    answer = browser.post(own(row), given)
    assert answer.status_code == 400
    page = answer.content.decode()
    assert words in page
    assert "soon" not in str(given) or 'value="soon"' in page
    assert "who" not in said_of(row)
    assert waiting() == 0


def test_the_transcript_of_the_same_day_beside(browser, row, heron):
    consent.write(heron, consent.Purpose.TRANSCRIPTS, given=True, by="client", day=DAY)
    heard = bringing.bring(heron, "talk.vtt", VTT, day=DAY).heard
    assert "none of that day" in browser.get(own(row)).content.decode()
    speakers.confirm(heard, {"Anna": Role.THERAPIST, "Kestrel": Role.CLIENT})
    assert "talk.vtt" in browser.get(own(row)).content.decode()
    browser.post(own(row), {"what": "beside", "heard": str(heard.pk)})
    assert models.Recording.objects.get(pk=row.pk).heard_id == heard.pk
    browser.post(own(row), {"what": "beside", "heard": ""})
    assert models.Recording.objects.get(pk=row.pk).heard_id is None


def test_parts_of_the_picture(browser, heron):
    row = bring(heron, b"RIFF", picture=Video(640, 360, 25.0, "h264"))
    assert own(row, "still/") in browser.get(own(row)).content.decode()
    browser.post(own(row), {"what": "where", "where": "left"})
    assert said_of(row)["regions"]["client"] == {"left": 0.0, "top": 0.0, "width": 0.5, "height": 1.0}
    page = browser.get(own(row)).content.decode()
    assert '<rect class="client" x="0.0" y="0.0" width="50.0" height="100.0"/>' in page
    browser.post(own(row), {"what": "where", "where": "leave"})
    assert "regions" not in said_of(row)


def test_without_a_picture_nobody_is_asked_where_they_sit(browser, row):
    assert "Who sits where in the picture?" not in browser.get(own(row)).content.decode()
    assert browser.get(own(row, "still/")).status_code == 410


@pytest.mark.system("ffmpeg")
def test_a_channel_by_itself_and_a_picture(browser, heron, tmp_path):
    held = io.BytesIO()
    with wave.open(held, "wb") as file:
        file.setparams((2, 2, 16000, 0, "NONE", ""))
        file.writeframes(bytes(64000))
    two = bring(heron, held.getvalue(), channels=2)
    for rest in ("channel/", "channel/?second"):
        answer = browser.get(own(two, rest))
        assert (answer.status_code, answer["Content-Type"]) == (200, "audio/wav")
        assert answer.content[:4] == b"RIFF"
    path = tmp_path / "film.mp4"
    command = ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "color=gray:s=160x120:d=1", str(path)]
    subprocess.run(command, check=True, timeout=60)
    film = bring(heron, path.read_bytes(), picture=Video(160, 120, 25.0, "h264"))
    answer = browser.get(own(film, "still/"))
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    assert answer["Cache-Control"] == "no-store"
    consent.write(heron, consent.Purpose.RECORDING, given=False, by="client", day=DAY)
    for address in (own(film, "still/"), own(two, "channel/")):
        assert browser.get(address).status_code == 410


def test_once_deleted_it_is_not_asked_any_more(browser, row):
    retention.delete(row)
    assert browser.get(own(row))["Location"] == own(row, "")
    browser.post(own(row), {"what": "who", "way": "nobody"})
    assert waiting() == 0
