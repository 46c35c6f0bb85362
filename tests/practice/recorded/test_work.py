"""The analysis itself, on a sealed file: what was heard comes back as words to keep, and nothing is written."""

import io
import wave

import numpy as np
import pytest

from reattune.errors import ReattuneError
from reattune.model import Role, Span
from reattune.nonverbal import listening_json
from reattune.practice import jobs, models
from reattune.practice.recorded import apart, arriving, finding, kept, work

pytestmark = pytest.mark.system("ffmpeg")


def two_channels(seconds=6):
    """Two tones, one a channel, one after the other."""
    held = io.BytesIO()
    times = np.arange(16000 * seconds) / 16000
    one = 8000 * np.sin(2 * np.pi * 220 * times) * (times < seconds / 3)
    two = 8000 * np.sin(2 * np.pi * 150 * times) * (times > 2 * seconds / 3)
    with wave.open(held, "wb") as file:
        file.setparams((2, 2, 16000, 0, "NONE", ""))
        file.writeframes(np.stack([one, two], axis=1).astype("<i2").tobytes())
    return held.getvalue()


@pytest.fixture(scope="module")
def stereo():
    return two_channels()


@pytest.fixture
def arrived(agreed, stereo):
    row = arriving.begin(agreed, "two.wav", len(stereo), agreed.consents.get().day)
    arriving.piece(row, 0, stereo)
    return arriving.finish(row)


def test_what_is_heard_comes_back_as_words(arrived, store):
    before = {one for one in store.rglob("*") if one.is_file()}
    said = []
    found = work.work(finding.task_of(arrived), lambda *words: said.append(words))
    assert listening_json.from_json(found["sound"]).seconds == pytest.approx(6.0, abs=0.1)
    assert len(found["sha256"]) == 64
    assert {"seconds", "silences", "way"} <= set(found["figures"]["sound"])
    assert not {"day", "source"} & set(found["figures"]["sound"])
    assert "movement" not in found
    assert {what for what, *_rest in said} == {"listening"}
    assert {one for one in store.rglob("*") if one.is_file()} == before


def test_in_a_program_of_its_own_it_is_kept_by_the_job(arrived):
    jobs.run_pending()
    job = models.Job.objects.get(kind="listen")
    assert (job.state, job.said) == ("done", job.said)
    found = models.Found.objects.get(recording=arrived)
    assert found.words["figures"]["sound"]["seconds"] == pytest.approx(6.0, abs=0.1)


def test_a_harmed_file_is_said(arrived):
    with kept.path_of(arrived.pk).open("r+b") as file:
        file.seek(9000)
        file.write(b"harm")
    with pytest.raises(ReattuneError, match="changed or cut off"):
        list(apart.run(finding.task_of(arrived)))


def test_who_is_understood_from_words():
    who = work.who_of({"channels": ["therapist", "client"], "seeds": {"client": [[1, 2.5]]}, "nobody": True})
    assert who.channels == (Role.THERAPIST, Role.CLIENT)
    assert who.seeds == {Role.CLIENT: (Span(1, 2.5),)}
    assert not who.guess
    assert work.who_of({}).guess
    assert work.who_of({}).channels is None
