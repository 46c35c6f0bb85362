"""On a Whisper model that is made here and says the same few words of everything it hears."""

import sys

import numpy as np
import pytest
import tokenizers
from ctranslate2.specs import WhisperSpec, common_spec, model_spec

from reattune.errors import ReattuneError
from reattune.model import Span
from reattune.nonverbal.asr import LONGEST, load, pieces, quietest, spoken
from reattune.synthetic import sounding

WIDTH = 64
MARKS = [
    "endoftext",
    "startoftranscript",
    "translate",
    "transcribe",
    "startofprev",
    "startoflm",
    "nospeech",
    "notimestamps",
]
MARKS = [f"<|{name}|>" for name in MARKS]
TIMES = [f"<|{step * 0.02:.2f}|>" for step in range(1501)]
MERGES = [("Ġ", "i"), ("Ġi", "t"), ("Ġi", "s")]
SAYS = ["<|0.00|>", "Ġit", "Ġis", "<|2.00|>", "<|endoftext|>"]


def tokenizer():
    alphabet = sorted(tokenizers.pre_tokenizers.ByteLevel.alphabet())
    alphabet += ["".join(pair) for pair in MERGES]
    one = tokenizers.Tokenizer(tokenizers.models.BPE({each: number for number, each in enumerate(alphabet)}, MERGES))
    one.pre_tokenizer = tokenizers.pre_tokenizers.ByteLevel(add_prefix_space=False)
    one.decoder = tokenizers.decoders.ByteLevel()
    one.add_special_tokens([*MARKS, *TIMES])
    return one, [*alphabet, *MARKS, *TIMES]


SIZES = {"linear_0": (4 * WIDTH, WIDTH), "linear_1": (WIDTH, 4 * WIDTH)}


def filled(spec):
    """Give what a model still lacks: layers that let everything through, and layers that add nothing."""
    for name, value in vars(spec).items():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, common_spec.LayerNormSpec):
                each.gamma, each.beta = np.ones(WIDTH, np.float32), np.zeros(WIDTH, np.float32)
            elif isinstance(each, common_spec.LinearSpec) and each.weight is None:
                rows, columns = SIZES[name]
                each.weight, each.bias = np.zeros((rows, columns), np.float32), np.zeros(rows, np.float32)
            elif isinstance(each, model_spec.LayerSpec):
                filled(each)


def attention(one, joined):
    for each, rows in zip(one.linear, joined, strict=True):
        each.weight, each.bias = np.zeros((rows * WIDTH, WIDTH), np.float32), np.zeros(rows * WIDTH, np.float32)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    where = tmp_path_factory.mktemp("model")
    written, tokens = tokenizer()
    spec = WhisperSpec(1, 1, 1, 1)
    encoder, decoder = spec.encoder, spec.decoder
    for convolution, channels in ((encoder.conv1, 80), (encoder.conv2, WIDTH)):
        convolution.weight = np.zeros((WIDTH, channels, 3), np.float32)
        convolution.bias = np.zeros(WIDTH, np.float32)
    heard = np.zeros((1500, WIDTH), np.float32)
    heard[np.arange(1500), np.arange(1500) // 50] = 1
    encoder.position_encodings.encodings = heard
    places = np.zeros((448, WIDTH), np.float32)
    places[np.arange(WIDTH), np.arange(WIDTH)] = 1
    decoder.position_encodings.encodings = places
    decoder.embeddings.weight = np.zeros((len(tokens), WIDTH), np.float32)
    # The word at each place is the one whose row of the last layer points at that place.
    decoder.projection.weight = np.zeros((len(tokens), WIDTH), np.float32)
    for place, token in enumerate(SAYS):
        decoder.projection.weight[tokens.index(token), place] += 8
    attention(encoder.layer[0].self_attention, (3, 1))
    attention(decoder.layer[0].self_attention, (3, 1))
    attention(decoder.layer[0].attention, (1, 2, 1))
    # The word at each place listens to the second of the same number, which is how words get their times.
    query, key, _ = decoder.layer[0].attention.linear
    query.weight[:] = key.weight[:WIDTH] = np.eye(WIDTH)
    filled(spec)
    spec.register_vocabulary(tokens)
    spec.config.suppress_ids, spec.config.suppress_ids_begin, spec.config.lang_ids = [], [], []
    spec.config.alignment_heads = [(0, 0)]
    spec.validate()
    spec.optimize()
    spec.save(str(where))
    written.save(str(where / "tokenizer.json"))
    return where


@pytest.fixture(scope="module")
def said():
    return sounding.in_a_room(sounding.conversation(60, 4, long_silence=0), 30, 1)


@pytest.mark.system("espeak-ng")
def test_what_is_said_is_written_down_with_its_times(folder, said):
    cues = list(load(folder).written(np.array_split(said, 7)))
    assert len(cues) >= 2
    assert {cue.text for cue in cues} == {"it is"}
    assert [cue.row for cue in cues] == [str(number) for number in range(1, len(cues) + 1)]
    assert (cues[0].start, cues[0].end) == (0.0, 2.0)
    assert 20 <= cues[1].start - cues[0].start <= 30
    assert all(0 < cue.confidence <= 1 and cue.label == "" for cue in cues)


@pytest.mark.system("espeak-ng")
def test_each_word_can_have_its_own_times(folder, said):
    cues = list(load(folder).written([said[: 20 * 16_000]], words=True))
    assert [cue.text for cue in cues] == ["it", "is"]
    assert all(0 <= cue.start <= cue.end <= 30 for cue in cues)


def test_words_where_nobody_speaks_are_left_out(folder):
    noise = sounding.noise(16_000 * 10, 1) * np.float32(0.001)
    assert list(load(folder).written([noise])) == []


def test_a_folder_without_a_tokenizer_is_never_completed_from_elsewhere(folder, tmp_path):
    for name in ("model.bin", "config.json"):
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    with pytest.raises(ReattuneError, match=r"holds no tokenizer\.json"):
        load(tmp_path)


def test_a_model_that_is_none_is_said_to_be_none(folder, tmp_path):
    (tmp_path / "tokenizer.json").write_bytes((folder / "tokenizer.json").read_bytes())
    (tmp_path / "config.json").write_text("{}")
    (tmp_path / "model.bin").write_bytes(b"no model")
    with pytest.raises(ReattuneError, match="cannot be read"):
        load(tmp_path)


def test_without_the_extra_it_is_said_what_to_install(folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "faster_whisper", None)
    with pytest.raises(ReattuneError, match=r'pip install "reattune\[asr\]"'):
        load(folder)


def test_pieces_are_short_and_nothing_is_lost():
    sound = np.arange(75 * 16_000, dtype=np.float32) / 1e6
    found = list(pieces(np.array_split(sound, 11)))
    assert np.array_equal(np.concatenate([piece for _, piece in found]), sound)
    assert all(len(piece) <= LONGEST for _, piece in found)
    assert [start * 16_000 for start, _ in found] == pytest.approx([0, *np.cumsum([len(one) for _, one in found[:-1]])])


def test_a_piece_ends_where_it_is_quietest():
    sound = np.ones(LONGEST, np.float32)
    sound[int(24.9 * 16_000) : int(25.3 * 16_000)] = 0.01
    assert 24.9 <= quietest(sound) / 16_000 <= 25.3


def test_only_what_shares_time_with_speech_was_spoken():
    assert spoken(Span(0, 1), [Span(0.5, 2)])
    assert not spoken(Span(0, 1), [Span(1, 2)])
