import tomllib
from datetime import date

from reattune.model import Break, BreakBy, NotAnalysed, Payment, PaymentKind, Source
from reattune.reading.gathered import Gathered
from reattune.reading.linking import by_codename, in_folder, with_codenames


def _payment(row):
    return Payment(kind=PaymentKind.PAID, original_word="paid", source=Source("all.csv", str(row)))


def _gathered(*labels):
    return Gathered(payments=tuple((label, _payment(row)) for row, label in enumerate(labels, start=2)))


def test_a_file_that_names_one_person_belongs_to_the_folder_it_lies_in():
    for labels in (("",), ("M.K.", "M.K."), ("M.K.", "")):
        gathered = _gathered(*labels)
        assert in_folder(gathered, "heron", {}) == gathered


def test_of_a_file_that_names_several_only_the_linked_ones_are_taken():
    found = in_folder(_gathered("M.K.", "A.B.", "C.D."), "heron", {"M.K.": "heron", "A.B.": "wren"})
    assert [label for label, _payment in found.payments] == ["M.K."]
    assert [(each.row, each.field) for each in found.quarantined] == [("3", "client"), ("4", "client")]
    assert "linked to wren" in found.quarantined[0].why
    assert "[links]" in found.quarantined[1].why


def test_one_person_linked_elsewhere_is_not_taken():
    found = in_folder(_gathered("M.K."), "heron", {"M.K.": "wren"})
    assert found.payments == ()
    assert len(found.quarantined) == 1


def test_a_whole_practices_file_is_shared_out_and_nobody_is_said_once_each():
    gathered = _gathered("M.K.", "X", "X", "", "A.B.") + Gathered(not_analysed=(NotAnalysed("a", "b"),))
    shared, rest = by_codename(gathered, {"M.K.": "heron", "A.B.": "heron"})
    assert list(shared) == ["heron"]
    assert [payment.source.row for _label, payment in shared["heron"].payments] == ["2", "6"]
    assert [(each.row, each.why.split(" for ")[0]) for each in rest.quarantined] == [("5", "1 row"), ("3", "2 rows")]
    assert "nobody" in rest.quarantined[0].why
    assert rest.not_analysed == (NotAnalysed("a", "b"),)


def test_a_therapists_leave_is_everybodys():
    leave = Break(date(2026, 8, 1), date(2026, 8, 14), BreakBy.THERAPIST, Source("feed.ics", "u"))
    shared, rest = by_codename(Gathered(breaks=(("", leave),)), {})
    assert shared == {}
    assert rest.breaks == (("", leave),)
    assert rest.quarantined == ()


def test_a_codename_is_its_own_link_unless_somebody_linked_it():
    links = with_codenames({"M.K.": "heron", "siskin": "wren"}, ["siskin", "wren"])
    assert links == {"M.K.": "heron", "heron": "heron", "siskin": "wren", "wren": "wren"}


def test_what_to_write_can_be_pasted_whatever_the_label():
    _shared, rest = by_codename(_gathered('A "B" \\'), {})
    why = rest.quarantined[0].why
    line = why[why.index("CODENAME = [") : why.rindex("]") + 1]
    assert tomllib.loads(line) == {"CODENAME": ['A "B" \\']}
