from reattune.reading.transcripts.grids import spoken


def read(*rows):
    remarks = []
    return list(spoken(rows, remarks)), remarks


def test_a_column_for_who_and_one_for_what():
    found, remarks = read(("Speaker", "Text"), ("T", "Well?"), ("C:", "Yes."), ("", "It was."))
    assert found == [("T", "Well?"), ("C", "Yes."), ("C", "It was.")]
    assert remarks == []


def test_a_column_for_each_of_two_with_names_above():
    found, _ = read(("Therapist", "Client"), ("Well?", ""), ("", "Yes."), ("Hm.", ""))
    assert found == [("Therapist", "Well?"), ("Client", "Yes."), ("Therapist", "Hm.")]


def test_two_columns_without_names_are_called_by_their_number_and_it_is_said():
    found, remarks = read(("Well, how was it? I have been thinking of you often.", ""), ("", "Yes."), ("Hm.", ""))
    assert [label for label, _ in found] == ["1", "2", "1"]
    assert "1 and 2" in remarks[0]


def test_times_and_numbers_beside_are_no_speakers():
    assert read(("0:01", "T", "Well?"), ("0:05", "C", "Yes."))[0] == [("T", "[0:01] Well?"), ("C", "[0:05] Yes.")]
    assert read(("1", "T", "Well?"), ("2", "C", "Yes."))[0] == [("T", "Well?"), ("C", "Yes.")]


def test_one_cell_is_a_paragraph_and_other_rows_are_counted():
    found, remarks = read(("T: Well?",), ("a", "b", "c", "d"))
    assert found == [(None, "T: Well?")]
    assert "1 row" in remarks[0]
    assert read() == ([], [])
