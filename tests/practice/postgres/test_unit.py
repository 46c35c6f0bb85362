import shlex
from pathlib import Path

from reattune import entry
from reattune.practice.postgres.unit import unit


def test_it_serves_with_what_was_said_and_few_rights():
    words = unit(Path("/var/lib/re attune"), "postgresql://reattune@/a%20b", "127.0.0.1:9000", ["one.example", "two"])
    start = next(line for line in words.splitlines() if line.startswith("ExecStart=")).removeprefix("ExecStart=")
    said = [one.replace("%%", "%") for one in shlex.split(start)]
    assert said[1:3] == ["serve", "--home"]
    assert said[3] == "/var/lib/re attune"
    assert said[5:] == [
        "postgresql://reattune@/a%20b",
        "--bind",
        "127.0.0.1:9000",
        "--host",
        "one.example",
        "--host",
        "two",
    ]
    for right in ("NoNewPrivileges=yes", "ProtectSystem=strict", "CapabilityBoundingSet=\n", "UMask=0077"):
        assert right in words
    assert "LoadCredentialEncrypted=passphrase:" in words


def test_the_command_prints_it(capsys, tmp_path):
    assert entry.run(["unit", "--database", "dbname=reattune", "--home", str(tmp_path)]) == 0
    assert f"--home {tmp_path}" in capsys.readouterr().out
