"""The words between the tables of docs/evidence.md."""

from collections.abc import Mapping

AIMS: Mapping[str, tuple[float, float]] = {
    "single dip of 2 SD": (1.1, 0.65),
    "single dip of 3 SD": (1.1, 0.65),
    "V of 2 SD": (1.3, 0.0),
    "lasting fall of 1 SD": (2.0, 0.75),
    "lasting fall of 1.5 SD": (2.0, 0.75),
    "lasting fall of 2 SD": (2.0, 0.75),
}
"""What was aimed at: times the best criterion, and part of the oracle (0: none was set)."""

MISFITS: Mapping[str, str] = {
    "": "as in settings.toml: carry .3, a rise, normal noise",
    "steady": "no carry, no rise",
    "carried": "carry .5",
    "rising": "a rise more than twice as steep",
    "ceiling": "most levels near the top of the scale",
    "crowded": "three in ten at the very top",
    "missing": "three in ten answers missing",
    "heavy": "heavy tails (Student-t with 3 degrees of freedom)",
    "prior": "what is taken for usual too low and twice too wide",
    "narrow": "what is taken for usual too high and half as wide",
    "life": "log-normal odds, a prior that was not fitted",
}


def drawn(stream: str, misfit: str) -> str:
    """Return in words how a stream without a change was drawn."""
    if (stream, misfit) == ("gap", "life"):
        return "two people's ratings as in settings.toml"
    return MISFITS.get(misfit, misfit)


HEAD = """# How well it notices, and how much comes up for nothing

Made by `{command}` (seed {seed}; {versions}); the settings stand in `benchmarks/weighing/settings.toml`. The
detectors were improved on its `[tune]` and this page was drawn from `[report]`: other people, another seed
([how often it was looked at](decisions/0009-answer-before.md)). `./run
bench evidence --quick` gives a rough version in under five minutes; `./run bench evidence` makes the page anew.
Everything is invented ([how](synthetic.md)); nothing here says how often real ruptures look like this, or that
noticing them helps.

Where a figure stands in the tables as `.31 ±.02`, the second is half a 95 % interval. *Noticed* means: within four
sessions, the first changed one counted, in courses without an earlier alarm. Onsets are uniform from the fifth
session to the third before the last. What is taken for usual was fitted on twenty other people's courses, as for
any practice."""

POWER = """## What is noticed, at equal false alarms

Every rule's own cut-off was moved until 10 % of unchanged courses had an alarm; ties are broken at random, so that
coarse rules are not held back. What looks back over a whole course is asked session by session what it would have
said then. For Reattune the cut-off is what a session spends. **That is not what a therapist gets**: at its own setting
(1/50 at most) far fewer unchanged courses have an alarm, and far fewer changes of a single rating are noticed; it
stands in the table of own settings below, like everybody's. *Reattune without the reserve* is the plain evidence
([noticing](noticing.md)), which the simulated threshold multiplies; it is no setting of its own. The median delay is
that of the changes noticed within four sessions.

Three limits stand beside them. The **oracle** knows this person's own mean and spread, the trend, the
autocorrelation, and the shape and size of the change; only the onset is unknown to it. The **informed limit** knows
all of that but this person: it has the true distribution over people and must learn the rest from the sessions so
far, as anybody must. Both see the scores before they are rounded and cut. What lies between the two is the price of
not knowing somebody yet. The third is the informed limit when it is not told which shape to look for (one weighing of
the shapes, chosen to be good at all). They are the best we could build with full knowledge; they are not proofs."""

GOALS = """#### What was aimed at

Two comparisons: with the best of the criteria offered for alliance or symptom scores, and with the best of all,
EWMA and CUSUM included: general control charts that nobody is known to have offered for ruptures, and which, with
limits learned from earlier sessions, do better on lasting falls than all that were. Reattune must find all shapes with
one setting; so must the informed limit in its second figure, while in the first it is told which to look for.

Where a figure of the informed limit lies below an aim, even full knowledge of the population, short of this person,
did not meet it. The rest is a trade: more attention for one odd session finds more dips and fewer lasting falls (the
table *What each part adds* shows both ends). The default gives half to each: at the spend that a practice has, a single
odd session seldom reaches what a noticing needs, and a fall that lasts matters more."""

PUBLISHED = """#### The same criteria at their own settings

Many mark nearly every course in which nothing has changed; others find next to nothing. That is why none of them is
what a therapist is shown. [What each one is](criteria/README.md), and how far its parameters were verified."""

POWER_PICTURE = (
    "Share of planted changes noticed within four sessions of twenty, for each method; the table has the numbers."
)

NULL = """## What comes up where nothing has changed

Noticings per 1,000 sessions, in all directions together, in courses of forty sessions, with 95 % intervals over
courses. The budget is what was spent: 20 per 1,000 is the most that a session may ever spend (1/50), 5 per 1,000
is a clinic with a small budget. **Above** marks an upper limit beyond the budget. A detector that never speaks
would pass this table: the one above is its other half. For ratings, the twenty others were drawn with the same
misfit, but for the two in which what is taken for usual is wrong on purpose."""

NULL_PICTURE = "Noticings per 1,000 sessions where nothing has changed, for each stream and misfit, beside the budget."

NULL_AFTER = """What is promised is promised under the model ("the model itself": drawn from the very distributions
that the detectors take for usual), and holds there. Everything else is measured, and does not
always hold. *A rise more than twice as steep* is taken for being met, which comes up more often
than the budget says: levels that rise are not part of the model
([why](decisions/0009-answer-before.md)). *Odds that wander* lets a person's way of paying drift for
weeks and come back, and *one mood in all streams* lets one tendency drift through attendance,
moves, payments and ratings together; both are changes of just the kind that is looked for, only
shorter and with nobody's meaning in them. At the small budget an upper limit is above more often;
the intervals are wide there. Bills are trusted less than other rows for that reason ([decision
10](decisions/0010-bills-hang-together.md)), and only half of what is wasted is spent anew
([decision 8](decisions/0008-reserve.md))."""

ONCE = """## "At most about once in N sessions"

Said of everything noticed under the model itself. The last column is how often so much was said, as a part of what
would be allowed; 1 would be exact, and it should never be above 1. It is far below for large N: the bound is loose,
and looser the more is claimed."""

SEVERAL = """## Two weak streams together

Twenty sessions, a lasting fall of 1 own SD in each rating, odds of being away times 4; each at equal false alarms
(10 %). The aim was 1.5 times the better stream alone. Two ratings that say as much as each other gain most; where
one says more, the other adds less. The two
people's ratings are drawn independently; real ones go together, and then there is less to gain."""

ABLATION = """## What each part adds

The same courses with one part taken away: at equal false alarms, and at the largest spend (1/50) with what then
comes up for nothing. The first line is Reattune as it is."""

REASONS = """## What a stated reason costs and gains

Attendance alone, forty sessions, a change after twenty (odds of short-notice cancelling and not attending times
16), 1/50 spent. A stated reason of the ordinary kind lowers evidence by half and never raises it. Where the reason
is true, less comes up for nothing; where it covers something, less is noticed. Which of the two it is, the software
does not judge."""

FAIRNESS = """## Ordinary hardship

Whole invented practices, half the people in each with one circumstance, nobody withdrawing, through the records, the
streams and the reasons as for anybody (away and against, budget 2 a month). Intervals by the square root of the counts.

Irregular income is the exception: who is paid in bursts pays in bursts, and a run of late bills is just what
the payment stream looks for. Lateness may be poverty, and the stream can be off for a client (`off =
["payment"]`). It stays more than for others, and that is a fault of this stream and not of anybody."""
