"""What is usual for a client comes from the earlier sessions beside a file, and from no later one."""

import shutil
from datetime import date
from pathlib import Path

from reattune.cli.session import look
from reattune.model import Role
from reattune.reading.transcripts.known import read_script
from reattune.reading.transcripts.speakers import Said, Speakers

HERON = Path(__file__).parents[2] / "examples" / "practice" / "heron" / "sessions" / "2026-03-31.vtt"


def looked(folder, day):
    path = folder / f"{day}.vtt"
    script = read_script(path, path.name)
    roles = dict(zip(script.labels, (Role.CLIENT, Role.THERAPIST), strict=True))
    speakers = Speakers((Said(roles, format="WebVTT"),))
    return look(script, speakers, path, date.fromisoformat(day), 12, False, False, lambda _said: None)


def test_earlier_sessions_say_what_is_usual_and_later_ones_do_not(tmp_path):
    shutil.copy(HERON, tmp_path / "2026-03-31.vtt")
    alone = looked(tmp_path, "2026-03-31").reading.context.usual
    shutil.copy(HERON, tmp_path / "2026-04-30.vtt")
    assert looked(tmp_path, "2026-03-31").reading.context.usual == alone
    (tmp_path / "2026-03-24.vtt").write_text("nothing that can be read", encoding="utf-8")
    assert looked(tmp_path, "2026-03-31").reading.context.usual == alone
    assert looked(tmp_path, "2026-04-30").reading.context.usual.replies == 2 * alone.replies


def test_nothing_is_unusual_beside_three_sessions_alike(tmp_path):
    for month in ("01", "02", "03", "04"):
        shutil.copy(HERON, tmp_path / f"2026-{month}-28.vtt")
    assert looked(tmp_path, "2026-04-28").changes == ()


def test_what_lies_around_a_moment_is_enough_to_tell_it(tmp_path):
    shutil.copy(HERON, tmp_path / "2026-03-31.vtt")
    session = looked(tmp_path, "2026-03-31")
    for moment in session.moments:
        reading, found = session.around(moment)
        assert moment in found
        assert set(moment.hits) <= set(reading.hits)
