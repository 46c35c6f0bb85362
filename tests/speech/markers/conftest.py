from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn

WARM = (
    (
        "What was the week like for you?",
        "It was hard, I felt lonely on Sunday when my sister left for the coast again.",
    ),
    ("I see ... that must be lonely. It is natural to miss her.", "Yes, exactly. I think I had not noticed how much."),
    ("I am glad that you say it!", "Thank you, I feel a bit lighter now. I'll try to call her!"),
)
COOL = (
    ("Did you do the exercise?", "Not really. I don't know what you mean by it?"),
    ("I'm sorry, I was hoping that you would. Did you read it?", "I already said that I didn't. Do you have a point?"),
    ("Is it the work? Are you tired?", "No. Can we stop here?"),
)

PLAIN = (
    ("So it was the evening with your brother that stayed with you. What happened then?", "He came late, and we ate."),
    ("I see. Was there something you wanted to say to him?", "Yes, that I was waiting, but it didn't seem important."),
    (
        "You waited for him, and then it was hard to say so. How was that for you afterwards?",
        "I went to bed early and thought about it for a long time. In the morning it was gone, more or less.",
    ),
    ("It stayed for the night, then. Did you sleep?", "A little."),
    ("What would you have liked from him?", "Maybe that he asks how I am. He talks about his work and then he leaves."),
    ("Okay. He talks and you listen. Is it like that with others too?", "With my mother it was the same, I think."),
)


@pytest.fixture
def session():
    def made(pairs=WARM, times=12, *, length=1, written=True, roles=(Role.THERAPIST, Role.CLIENT), seconds=20.0):
        turns = []
        for at in range(times):
            for role, text in zip(roles, pairs[at % len(pairs)], strict=True):
                start = len(turns) * seconds
                said = " ".join([text] * length)
                turns.append(Turn(role, role.value, said, str(len(turns)), start, start + seconds / 4))
        kind = Times.BOTH if seconds else Times.NONE
        if not seconds:
            turns = [Turn(turn.role, turn.label, turn.text, turn.row) for turn in turns]
        return Transcript(date(2026, 1, 1), Source("a.vtt", ""), tuple(turns), kind, "en", written)

    made.warm, made.cool = PLAIN * 4 + WARM + PLAIN, PLAIN * 4 + COOL + PLAIN
    return made
