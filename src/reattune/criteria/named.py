"""Published rupture criteria as settings of the one detector; what no source says is our own choice, and said so."""

from dataclasses import dataclass

from numpy.typing import ArrayLike

from reattune.criteria.fall import Fall, Reference, causal, fall, fewest
from reattune.criteria.marked import Bools, Criterion, Marked, Scale, Status
from reattune.criteria.spread import Spread, needs

STILES = Fall(Reference.PREVIOUS, Spread.SD_WITHIN, 2.0, window=3, fraction=0.5)
STRAUSS = Fall(Reference.PREVIOUS, Spread.SD_WITHIN, 1.0, window=3, fraction=0.5)
MCLAUGHLIN = STRAUSS
STEVENS = Fall(Reference.PREVIOUS, Spread.ITEM_STEP, 1.0, window=5, delta=0.25)
OPENFIT = Fall(Reference.PREVIOUS, Spread.POINTS, 1.0, delta=0.0)


@dataclass(frozen=True, slots=True)
class Unknown:
    """A published criterion that cannot be run, because what it sets to what is not known here."""

    name: str
    citation: str
    why: str


UNKNOWN = (
    Unknown(
        "larsson-2018",
        "Larsson 2018, thesis (primary care, a six-item scale of the WAI type)",
        "Sorts courses into rupture, repair and stable (verified, thesis abstract); by what criteria is not known.",
    ),
    Unknown(
        "lipner-2022",
        "Lipner et al. 2022, Clin Psychol Psychother 29:339-350 (N = 73, 30 sessions, WAI)",
        "Has cut-offs derived from data and says that there is no current standard (verified, abstract); the values of"
        " the cut-offs are not known.",
    ),
)
"""Published criteria that are not run: no number is made up for them."""

_OWN_WAY_BACK = "repaired when half of the fall is made good within 3 sessions (our own choice)"


def _criterion(
    name: str, rule: Fall, said: str, parameters: str, citation: str, status: Status, note: str
) -> Criterion:
    """Return a setting of the detector as a criterion."""

    def mark(scores: ArrayLike, scale: Scale, ended: bool | Bools = False) -> Marked:
        """Mark the sessions of series `[..., T]`."""
        return fall(scores, scale, rule, ended=ended)

    return Criterion(
        name=name,
        said=said,
        parameters=parameters,
        citation=citation,
        status=status,
        note=note,
        fewest=fewest(rule),
        mark=mark,
        needs=needs(rule.spread),
        causal=causal(rule),
    )


def _gumz(name: str, spread: Spread, k: float) -> Criterion:
    """Return one of the settings of Gumz et al."""
    return _criterion(
        name,
        Fall(Reference.RUNNING_MAX, spread, k, fraction=0.5),
        f"a fall of {k:g} SD or more below the highest score before it",
        f"k = {k:g} x {spread} (verified that both SDs are computed, 1 and 2 SD are run, and the stricter SD is taken);"
        " reference = highest score so far, because declines of several sessions are described, and repaired when half"
        " of the fall is made good, at any time (both our own choice)",
        "Gumz et al. 2012, PMC3320522",
        Status.VERIFIED,
        "The thresholds are verified; reference, return level and window are our own choice. The inter-individual SD is"
        " Scale.sd_between; that it is the spread of people's means is our own choice.",
    )


CRITERIA = (
    _criterion(
        "stiles-2004",
        STILES,
        "a sharp fall of 2 SD or more from the session before, with quick return",
        f"k = 2 SD (second-hand); SD = within the person, reference = session before (both our own choice);"
        f" {_OWN_WAY_BACK}",
        "Stiles et al. 2004, J Couns Psychol 51:81 (ARM)",
        Status.SECOND_HAND,
        "2 SD is second-hand (Gumz 2012), the V shape from memory. Which SD, which return level and which window are"
        " not known: ours is a choice. The authors called their criterion ad hoc and preliminary.",
    ),
    _criterion(
        "strauss-2006",
        STRAUSS,
        "a fall of 1 SD or more from the session before",
        f"k = 1 SD (second-hand); SD = within the person, reference = session before (both our own choice);"
        f" {_OWN_WAY_BACK}",
        "Strauss et al. 2006, PMC3268072 (CALPAS, N = 30)",
        Status.SECOND_HAND,
        "1 SD is second-hand (Gumz 2012). Which SD, repair level and window are not known: ours is a choice. On noise"
        " alone, 1 own SD marks nearly every course.",
    ),
    _gumz("gumz-2012-1sd", Spread.STRICTER, 1.0),
    _gumz("gumz-2012-1sd-within", Spread.SD_WITHIN, 1.0),
    _gumz("gumz-2012-1sd-between", Spread.SD_BETWEEN, 1.0),
    _gumz("gumz-2012-2sd", Spread.STRICTER, 2.0),
    _gumz("gumz-2012-2sd-within", Spread.SD_WITHIN, 2.0),
    _gumz("gumz-2012-2sd-between", Spread.SD_BETWEEN, 2.0),
    _criterion(
        "stevens-2007",
        STEVENS,
        "a fall of 1 point or more on the 1-7 item mean from the session before",
        "k = 1.0 point of the 1-7 item mean, back to within 0.25 of the score before the fall, within 5 sessions (all"
        " from memory); return in fewer than 3 sessions counts too (our own choice)",
        "Stevens et al. 2007 (WAI, 30 sessions)",
        Status.FROM_MEMORY,
        "The parameters are from memory; that it marked 50 % of cases is verified. On a scale that is no 1-7 item mean,"
        " one point is a sixth of the way from end to end, which is our own choice.",
    ),
    _criterion(
        "mclaughlin-2014",
        MCLAUGHLIN,
        "the same fall as strauss-2006, sorted into repaired, unrepaired and none",
        f"k = 1 SD as Strauss (adaptation from memory; numbers not verified); SD = within the person, reference ="
        f" session before (both our own choice); {_OWN_WAY_BACK}",
        "McLaughlin et al. 2014, PMC3921691",
        Status.FROM_MEMORY,
        "The three classes are verified; the adaptation from Strauss is from memory and its numbers are not verified,"
        " so that it runs here as strauss-2006 does.",
    ),
    _criterion(
        "openfit",
        OPENFIT,
        "a fall of 1 point or more from the session before",
        "k = 1 score unit of the 0-40 SRS total (verified); repaired at the score of the session before, at any time"
        " (our own choice)",
        "OpenFIT, vendor's support pages (SRS)",
        Status.VERIFIED,
        "A vendor's rule, not a study's; its second half, a cut-off on the total, is from memory and disputed and is"
        " left out. It means nothing on other scales.",
    ),
)
"""Each published criterion that can be run, with what is known of it."""
