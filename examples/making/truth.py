"""What really happened, as TOML; written outside the practice and read by nothing in the package."""

from collections.abc import Iterator, Sequence

from making.person import Faults, Life


def truth(lives: Sequence[Life], faults: Faults, seed: int) -> str:
    """Return the truth about every relationship and every spoilt row."""
    first = "# What was planted in the invented practice. Reattune does not read this."
    parts = [f'{first}\nschema = "reattune.truth/1"\nseed = {seed}']
    for life in lives:
        parts += _about(life)
    for fault in faults.found:
        entries = [("file", fault.file), ("row", fault.row), ("field", fault.field)]
        entries += [("expect", fault.expect), ("what", fault.what)]
        parts.append("[[spoilt]]\n" + "\n".join(f'{key} = "{value}"' for key, value in entries))
    return "\n\n".join(parts) + "\n"


def _about(life: Life) -> Iterator[str]:
    person = life.person
    yield f'[[relationship]]\ncodename = "{person.codename}"\nplanted = "{person.plan}"\nslots = {len(life.slots)}'
    if life.change:
        change = life.change
        streams = ", ".join(f'"{stream}"' for stream in change.streams)
        yield (
            f'[[change]]\ncodename = "{change.codename}"\nkind = "{change.kind}"\ndirection = "{change.direction}"\n'
            f"onset = {change.onset}\nuntil = {change.until}\n"
            f'how_it_ended = "{change.how_it_ended}"\nstreams = [{streams}]'
        )
    for part in life.benign:
        yield (
            f'[[benign]]\ncodename = "{part.codename}"\nwhat = "{part.what}"\nfrom = {part.start}\nto = {part.end}\n'
            f"stated = {str(part.stated).lower()}"
        )
    for away in life.breaks:
        if away.by == "client":
            yield (
                f'[[benign]]\ncodename = "{person.codename}"\nwhat = "{away.note}"\n'
                f"from = {away.start}\nto = {away.end}\nstated = true"
            )
