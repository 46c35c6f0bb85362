"""Where a line puts what follows it: in the room between the two, or in a story, a part to play, everyday things."""

from dataclasses import dataclass
from functools import lru_cache

from reattune.speech.leaning.lexicon import Lexicon, tokens

_LINE = Lexicon(
    {
        "between": """i, im, ive, id, ill, me, my, mine, we, were, weve, wed, us, our, between us, here, in here,
            today, this week, last week, last time, since we, when we met, our first, so far, together, when i say,
            when i said, i said, i asked, i wonder, i wondered, im wondering, i notice, i noticed, im sorry, im
            afraid, lets, shall we, could we, can we""",
        "work": """session, sessions, therapy, sheet, sheets, exercise, exercises, homework, technique, techniques,
            drawing, memory, scale, nought to ten, one to ten, zero to ten, picture, imagine, wheel, graph, form,
            forms, clock, fee, fees, programme, folder, diary, log, chart, breathing, practical side, numbers,
            score, scores, questionnaire, plan, goals, goal, letter, recording, app, cushion, chair, stock, take
            stock, half way, halfway, progress, feelings, feeling, feel, thought, thoughts, belief, pattern, label,
            diagnosis, dream, dreams, in your body, words, silence, room, hour, the work, review, notes, leaflet,
            handout, steps, experiment, invoice, payment, fees, our time, the hour, your sessions, stop there,
            leave it there, time to stop, the break, the screen, the recorder, the camera, by video, on screen,
            online, consent, supervisor, my supervisor, room six, next session, six sessions, use today, be useful,
            bring today, start today""",
        "reads": """maybe, perhaps, wonder, wondering, wondered, sounds like, it sounds, its like, its as, as if, as
            though, seems, strikes, impression, guess, hunch, sense, notice, noticed, part of you, under it,
            underneath, behind, really about, what would it mean, mean to you, must have, could it, might it, might
            be, were you trying, you were trying, you rather, avoided, avoiding, similar, same as, reminds,
            connection, link, i think, so you, and you, youd rather, i thought, id thought, carrying, what strikes,
            imagine your, do you imagine, were feeling, was feeling""",
        "now": """youve stopped, youve gone, you stopped, you went, you look, you looked, youre looking, you seem, you
            sighed, you shrugged, you smiled, youre smiling, you laughed, your voice, your face, your eyes, your
            hands, your shoulder, your shoulders, your arms, your foot, your jaw, you dropped, youve dropped, youre
            quiet, youre very, as you sat, as you came, you hesitated, pause, you winced, you turned, you mean me,
            mean me, you frowned, you flinched, how is it for, how is this, how are we, how was that, with me, to
            me, at me, from me, about me, towards me""",
        "account": """so you, and you, so it was you, you that, you were, you didnt, you hadnt, you hung, you went, did
            you, had you, why did, why didnt, how come, how much, how many, how often, you said you, you told me
            you, we agreed, going to leave, agreed, again, this time, in the car with you, before you, your part,
            responsib, late, missed, skipped, instead, the boys, the kids, the children""",
        "played": """im the, ill be, im your, im him, im her, go on im, you be, be him, be her, pretend, role play,
            roleplay, say it to, what words, words did you, what did you say, what do you tell, what do you say to,
            did you say to, what will you say, what would you say to, tell him, tell her, tell them, tell the, said
            to the, say to the, say to your, say to him, say to her, say to them, what did he say, what did she
            say, what did they say, what does it say, what does he, what does she, what do they, what did he, what
            did she, what did they, what was he, what was she, hes, shes, theyd, theyve, theyre, they, he, she,
            him, her, his, hers, them, their, that man, that woman, and then, what happened, letter say, in his
            report, in her report, read me, read it, the email, the text, what did the, what does the, what does
            your, whats your, hows your, hows the, how was the, and the, and did, so the, so that was, so whats,
            proud of""",
    }
)
_BEFORE = frozenset(["the", "your", "that", "a", "an", "some", "those", "this", "these", "another", "new", "old"])
_INSIDE = frozenset(
    [
        "moment",
        "week",
        "time",
        "way",
        "same",
        "sense",
        "thing",
        "things",
        "bit",
        "lot",
        "feeling",
        "feelings",
        "thought",
        "thoughts",
        "voice",
        "face",
        "eyes",
        "hands",
        "hand",
        "shoulder",
        "shoulders",
        "body",
        "chest",
        "stomach",
        "breath",
        "tears",
        "mind",
        "head",
        "heart",
        "words",
        "word",
        "question",
        "session",
        "sessions",
        "sheet",
        "exercise",
        "homework",
        "technique",
        "techniques",
        "drawing",
        "memory",
        "scale",
        "picture",
        "wheel",
        "graph",
        "form",
        "forms",
        "clock",
        "fee",
        "fees",
        "programme",
        "folder",
        "diary",
        "log",
        "chart",
        "breathing",
        "side",
        "numbers",
        "score",
        "scores",
        "questionnaire",
        "plan",
        "goals",
        "goal",
        "letter",
        "recording",
        "app",
        "cushion",
        "chair",
        "silence",
        "room",
        "hour",
        "work",
        "review",
        "notes",
        "leaflet",
        "handout",
        "steps",
        "experiment",
        "part",
        "parts",
        "pattern",
        "pain",
        "anger",
        "sadness",
        "grief",
        "fear",
        "shame",
        "guilt",
        "start",
        "end",
        "point",
        "day",
        "night",
        "moment",
        "second",
        "minute",
        "minutes",
        "past",
        "childhood",
        "relationship",
        "life",
        "self",
        "need",
        "needs",
        "hope",
        "hopes",
        "experience",
        "impression",
        "label",
        "dream",
        "dreams",
        "thread",
        "door",
        "two",
        "other",
        "one",
        "first",
        "last",
        "next",
        "kind",
        "sort",
        "little",
        "big",
        "quiet",
        "hard",
        "mother",
        "father",
        "mum",
        "dad",
        "mom",
        "parents",
        "family",
        "pause",
        "break",
        "holiday",
        "practical",
        "student",
        "service",
        "thinking",
        "imagining",
    ]
)
_NOUN = 3
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Setting:
    """How much in a line is of each kind, each from 0 to 1."""

    between: float = 0.0
    work: float = 0.0
    reads: float = 0.0
    now: float = 0.0
    account: float = 0.0
    played: float = 0.0
    outside: float = 0.0

    @property
    def inside(self) -> float:
        """How much speaks for the two in the room rather than for anything outside it, about -1 to 1.5."""
        near = 0.6 * self.between + 0.7 * self.work + 0.4 * self.reads + 0.8 * self.now
        return max(-1.2, min(1.5, near - 0.8 * self.played - 0.6 * self.outside))


@lru_cache(maxsize=64)
def setting(text: str) -> Setting:
    """Return where a folded line puts what follows it."""
    if not text:
        return Setting()
    found = _LINE.tally(text)

    def part(name: str) -> float:
        return min(1.0, found.get(name, 0) / _ENOUGH)

    return Setting(
        part("between"),
        min(1.0, found.get("work", 0) / 2),
        min(1.0, found.get("reads", 0) / 2),
        min(1.0, found.get("now", 0) / 1),
        min(1.0, found.get("account", 0) / 2),
        part("played"),
        min(1.0, _outside(tokens(text)) / 2),
    )


def _outside(words: tuple[str, ...]) -> int:
    """Return how many things are named that are neither of therapy nor of feeling."""
    found = 0
    for at, word in enumerate(words[:-1]):
        if word in _BEFORE:
            named = words[at + 1 : at + 3]
            if not any(one in _INSIDE for one in named) and len(named[0]) >= _NOUN:
                found += 1
    return found
