"""Values for a cell's address: what has no place, and what has two, is said."""

from app.documents.form.fill import fill


def test_that_an_address_outside_the_sheet_is_named(drawn):
    form = drawn(lambda sheet: sheet.cell(1, 1, "表題"))
    for address in ("ZZZ99999999", "XFE1", "A1048577", "A0"):
        done = fill(form, {f"様式!{address}": "x"})
        assert address in " ".join(map(str, done.findings))
        assert done.written == ()


def test_that_the_second_value_for_a_cell_is_named(drawn):
    form = drawn(lambda sheet: sheet.merge_cells("C10:E10"))
    done = fill(form, {"様式!C10": "040", "様式!E10": "x"})
    assert any("値が二つ" in finding.text for finding in done.findings)


def test_that_one_value_a_cell_is_no_remark(drawn):
    form = drawn(lambda sheet: sheet.merge_cells("C10:E10"))
    assert fill(form, {"様式!C10": "040", "様式!C11": "x"}).findings == ()
