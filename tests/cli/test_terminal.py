"""Words are printed as they are; waiting is told only to somebody at a terminal."""

from reattune.cli.terminal import console, waiting


def test_nothing_in_words_is_taken_for_a_sign(capsys):
    console().print("[bold]x[/] :smile: 12")
    assert capsys.readouterr().out == "[bold]x[/] :smile: 12\n"


def test_where_nobody_sits_there_nothing_is_said(capsys):
    with waiting() as say:
        say("Reading …")
    captured = capsys.readouterr()
    assert captured.out + captured.err == ""
