"""One way of writing words, so that patterns meet them: lower case, straight quotation marks, the same length."""

_ALIKE = str.maketrans(
    {
        "\u2019": "'",
        "\u2018": "'",
        "\u02bc": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2013": "-",
        "\u2014": "-",
        "\u00a0": " ",
    }
)


def fold(text: str) -> str:
    """Return a text as patterns read it; each character keeps its place, so that a span in it is one in the text.

    Args:
        text: the stored words.

    Returns:
        Lower case with straight quotation marks and hyphens, exactly as long as `text`.
    """
    if text.isascii():
        return text.lower()
    folded = text.translate(_ALIKE)
    lowered = folded.lower()
    if len(lowered) == len(folded):
        return lowered
    # A few letters (such as a dotted capital I) become two in lower case; they stay as they are.
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in folded)
