"""`reattune speech`: a larger model of one's own trained, its card, and one transcript read with it (`apply`)."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from reattune.cli.speech_apply import apply_command
from reattune.cli.writing import write_whole
from reattune.errors import ReattuneError
from reattune.language import _, plural
from reattune.reading.rated import Corpus, read_corpus

if TYPE_CHECKING:
    from reattune.speech.larger.model import Model

# What trains is imported by the commands themselves, so that all others start as soon as before.

speech = typer.Typer(help=_("Learn from rated or coded sessions of your own."), rich_markup_mode=None)

speech.command("apply", help=_("Read one transcript with a model of your own; a second opinion, not a finding."))(
    apply_command
)

RATER = "rater"
FILE = "file"

CorpusPath = Annotated[
    Path, typer.Argument(metavar="CORPUS", help=_("A folder with ratings.csv or codes.csv beside transcripts."))
]
Out = Annotated[Path, typer.Option(metavar="FILE", help=_("Where the model is written."))]
EncoderFolder = Annotated[
    Path | None,
    typer.Option("--encoder", metavar="FOLDER", help=_("A sentence encoder: model.onnx and tokenizer.json.")),
]
By = Annotated[
    str, typer.Option(metavar="WHAT", help=_("Measure on people (rater) or files (file) it did not learn from."))
]
Target = Annotated[str, typer.Option(metavar="NAME", help=_("Which of several rated things is meant."))]
Below = Annotated[
    float | None, typer.Option("--low", metavar="SCORE", help=_("A score below this is low. Default: a quarter is."))
]


@speech.command("train", help=_("Train a larger local model; it stays on this machine, with its card."))
def train_command(
    corpus: CorpusPath,
    out: Out,
    encoder: EncoderFolder = None,
    by: By = RATER,
    target: Target = "",
    low: Below = None,
) -> None:
    """Read the corpus, learn, measure, and write the model and its card beside it."""
    from reattune.speech.larger.card import card  # noqa: PLC0415
    from reattune.speech.larger.model import save  # noqa: PLC0415

    if by not in {RATER, FILE}:
        raise typer.BadParameter(_("“{by}” is neither rater nor file").format(by=by))
    if not out.parent.is_dir():
        raise ReattuneError(_("There is no folder {folder}; name another.").format(folder=out.parent))
    console, told = _console(), _console(stderr=True)
    found = read_corpus(corpus, target)
    for each in found.left_out:
        told.print(Text(_("Left out: {what}: {why}").format(what=each.what, why=each.why)))
    model = _trained(found, encoder, by, low, lambda said: told.print(Text(said)))
    save(model, out)
    beside = out.with_name(f"{out.name}.md")
    write_whole(beside, card(model))
    if found.licence:
        console.print(Text(found.licence))
    for path in (out, beside):
        console.print(Text(_("Written: {path}").format(path=path), overflow="fold"))


@speech.command("card", help=_("Show what a model was learned from and how well it does."))
def card_command(model: Annotated[Path, typer.Argument(metavar="MODEL", help=_("A model’s file."))]) -> None:
    """Print a model's card."""
    from reattune.speech.larger.card import card  # noqa: PLC0415
    from reattune.speech.larger.model import load  # noqa: PLC0415

    typer.echo(card(load(model)), nl=False)


def _trained(corpus: Corpus, encoder: Path | None, by: str, low: float | None, say: Callable[[str], None]) -> "Model":
    from reattune.speech.larger.encoded import Remembering  # noqa: PLC0415
    from reattune.speech.larger.encoder import load  # noqa: PLC0415
    from reattune.speech.larger.learning import from_codes, from_ratings  # noqa: PLC0415

    reads = None if encoder is None else Remembering(load(encoder))
    sessions = len(corpus.rated) + len(corpus.coded)
    say(plural("learning from {n} session", "learning from {n} sessions", sessions))
    about = {"name": corpus.name, "licence": corpus.licence, "target": corpus.target, "by": by}
    if corpus.coded:
        about["by"] = FILE
        coded = [(one.transcript, one.codes) for one in corpus.coded]
        return from_codes(coded, [one.transcript.source.file for one in corpus.coded], about, reads, say)
    transcripts, scores = [one.transcript for one in corpus.rated], [one.score for one in corpus.rated]
    groups = [one.rater if by == RATER else one.transcript.source.file for one in corpus.rated]
    return from_ratings(transcripts, scores, groups, about, low=low, encoder=reads, say=say)


def _console(*, stderr: bool = False) -> Console:
    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)
