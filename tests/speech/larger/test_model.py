"""A model's file gives back the same model; one that was changed, cut off or is something else is not used."""

import io
import zipfile

import numpy as np
import pytest

from reattune.errors import ReattuneError
from reattune.speech.larger.learning import from_codes, from_ratings
from reattune.speech.larger.model import load, save
from reattune.speech.larger.texts import session

ABOUT = {"name": "made", "licence": "", "target": "score", "by": "rater"}


@pytest.fixture(scope="module")
def trained(corpus):
    return from_ratings(*corpus, ABOUT)


def test_what_was_saved_says_the_same_once_loaded(trained, corpus, tmp_path):
    save(trained, tmp_path / "m")
    again = load(tmp_path / "m")
    pieces = [session(transcript) for transcript in corpus[0][:5]]
    np.testing.assert_array_equal(
        again.line.of(again.reader.blocks(pieces)), trained.line.of(trained.reader.blocks(pieces))
    )
    assert (again.goal, again.outcomes, again.about) == (trained.goal, trained.outcomes, trained.about)
    assert len(again.digest) == 64


def test_a_file_is_for_its_owner_alone(trained, tmp_path):
    save(trained, tmp_path / "m")
    save(trained, tmp_path / "m")
    assert (tmp_path / "m").stat().st_mode & 0o077 == 0
    assert [file.name for file in tmp_path.iterdir()] == ["m"]


def test_the_same_training_writes_the_same_hash(trained, corpus, tmp_path):
    save(trained, tmp_path / "a")
    save(from_ratings(*corpus, ABOUT), tmp_path / "b")
    assert load(tmp_path / "a").digest == load(tmp_path / "b").digest


def test_an_encoder_and_a_line_over_neighbours_are_kept(made, tmp_path):
    random = np.random.default_rng(1)
    sessions, groups = [], []
    for number in range(24):
        transcript = made.session(random, random.random(), turns=14)
        codes = {
            at: "glad" if turn.text in made.glad else "other" for at, turn in enumerate(transcript.turns) if at % 2
        }
        sessions.append((transcript, codes))
        groups.append(str(number))
    model = from_codes(sessions, groups, ABOUT, made.Letters())
    save(model, tmp_path / "m")
    again = load(tmp_path / "m")
    assert again.encoder == "letters"
    np.testing.assert_array_equal(again.second.weights["around"], model.second.weights["around"])


def test_a_file_that_was_changed_is_not_used(trained, tmp_path):
    path = tmp_path / "m"
    save(trained, path)
    with np.load(path) as opened:
        arrays = {name: opened[name] for name in opened.files}
    arrays["base"] = arrays["base"] + 1
    whole = io.BytesIO()
    np.savez(whole, **arrays)
    path.write_bytes(whole.getvalue())
    with pytest.raises(ReattuneError, match="changed after"):
        load(path)


def test_what_is_no_model_is_said_to_be_none(trained, tmp_path):
    path = tmp_path / "m"
    save(trained, path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ReattuneError, match="no model"):
        load(path)
    path.write_bytes(b"nothing")
    with pytest.raises(ReattuneError, match="no model"):
        load(path)
    with pytest.raises(ReattuneError, match="no model"):
        load(tmp_path / "nowhere")
    np.savez(tmp_path / "other.npz", a=np.zeros(3))
    with pytest.raises(ReattuneError, match="no model"):
        load(tmp_path / "other.npz")


def test_code_in_a_file_is_never_run(tmp_path):
    ran = tmp_path / "ran"

    class Runs:
        def __reduce__(self):
            return (ran.write_text, ("yes",))

    np.savez(tmp_path / "m.npz", head=np.array([Runs()], dtype=object))
    ran.unlink(missing_ok=True)
    assert zipfile.is_zipfile(tmp_path / "m.npz")
    with pytest.raises(ReattuneError, match="no model"):
        load(tmp_path / "m.npz")
    assert not ran.exists()
