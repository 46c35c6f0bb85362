"""Words about several people: what names one of them goes, the others' words stay."""

from hypothesis import given
from hypothesis import strategies as st

from reattune.practice.store.scrubbing import About, mentions, phrases, scrub, texts

HERON = About(frozenset({"heron", "Anna B."}))


def test_rows_and_entries_go_as_a_whole():
    words = {
        "labels": [{"label": "Anna B.", "n": 3}, {"label": "Bea", "n": 2}],
        "waiting": {"anna b.": [[1]], "Bea": [[2]]},
        "rows": [["Anna B.", "2026-06-01"], ["Bea", "2026-06-02"]],
        "count": 5,
    }
    assert scrub(words, HERON) == {
        "labels": [{"label": "Bea", "n": 2}],
        "waiting": {"Bea": [[2]]},
        "rows": [["Bea", "2026-06-02"]],
        "count": 5,
    }


def test_a_sentence_becomes_empty_and_its_place_stays():
    assert scrub({"name": "heron.ics", "kind": "calendar"}, HERON) == {"name": "", "kind": "calendar"}


def test_a_name_within_another_word_is_not_that_name():
    assert not HERON.names_in("the heronry")
    assert HERON.names_in("HERON, moved")
    assert HERON.names_in("with Anna B. again")
    assert not About(frozenset({""})).names_in("anything")


def test_lines_that_may_be_about_anybody_go_where_the_client_had_part():
    words = {"aside": [["17", "start", "not a day"]], "said": ["one row is odd"], "unmapped": [], "name": "a.csv"}
    assert scrub(words, HERON) == words
    assert scrub(words, HERON, had_part=True) == {"aside": [], "said": [], "unmapped": [], "name": "a.csv"}
    assert scrub({**words, "waiting": {"heron": []}}, HERON)["aside"] == []


def test_every_text_is_found_keys_and_depths_included():
    assert set(texts({"a": ["b", {"c": ("d", 1, None)}]})) == {"a", "b", "c", "d"}


def test_a_label_within_a_sentence_is_one_of_its_phrases():
    assert "Anna B." in set(phrases("row 17: “Anna B.” is odd"))
    assert "Anna" in set(phrases("(Anna)"))
    assert list(phrases("2026-03-02T10:00:00")) == []
    assert list(phrases("ab" * 32)) == []


JSON = st.recursive(
    st.none() | st.integers() | st.text("heron xyz", max_size=12) | st.just("heron"),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("heron ab", max_size=6), inner, max_size=4),
    max_leaves=25,
)


@given(st.dictionaries(st.sampled_from(["aside", "name", "rows", "heron", "waiting"]), JSON, max_size=5))
def test_afterwards_nothing_names_the_client_whatever_the_words_were(words):
    cleaned = scrub(words, HERON)
    assert not mentions(cleaned, HERON)
    assert mentions(words, HERON) or cleaned == words
