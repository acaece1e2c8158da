from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.forms import commands
from app.forms.edition import EditionDraft
from app.gui.forms.form_work import write_form
from app.gui.forms.sheet_reading import SheetReading, read_sheet
from app.gui.forms.shown_form import ShownForm
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.kernel.progress import Silent
from tests.gui.forms.conftest import Forms, Open


def book(*sheets: tuple[str, str]) -> bytes:
    """Return a workbook of sheets that have one text each, or nothing."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for name, text in sheets:
        sheet = workbook.create_sheet(name)
        if text:
            sheet["B2"] = text
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def show(forms: Forms, data: bytes) -> None:
    """Register another form and wait until it is shown."""
    draft = EditionDraft(forms.own, "二枚.xlsx", "二枚の版", FiscalYear(2026))
    done = forms.page.store.do("様式", commands.register_form, draft, data)
    assert done is not None
    forms.page.card.look_at(done.result)
    forms.rest()


def test_that_the_first_sheet_with_something_on_it_is_shown() -> None:
    reading = read_sheet(book(("空", ""), ("表", "{{氏名}}　様")), "", Silent())
    assert isinstance(reading, SheetReading)
    assert (reading.sheet, reading.sheets) == ("表", ("空", "表"))
    assert reading.tagged == {(2, 2): "{{氏名}}　様"}


def test_that_a_book_of_empty_sheets_is_refused_in_words() -> None:
    reading = read_sheet(book(("空", "")), "", Silent())
    assert isinstance(reading, Refusal)
    assert "印刷するものがありません" in reading.text


def test_that_sheets_are_turned_and_an_empty_one_leaves_what_is_shown(open_page: Open) -> None:
    forms = open_page()
    show(forms, book(("一枚目", "一"), ("二枚目", "{{氏名}}"), ("空", "")))
    pane = forms.page.card.pane
    assert pane.ui.sheetCombo.isVisible()
    assert forms.view.chips == {}
    pane.ui.sheetCombo.setCurrentText("二枚目")
    pane.ui.sheetCombo.activated.emit(1)
    forms.rest()
    assert forms.view.chips[(2, 2)].text == "氏名"
    pane.ui.sheetCombo.setCurrentText("空")
    with forms.qtbot.waitSignal(forms.page.said, timeout=20_000) as told:
        pane.ui.sheetCombo.activated.emit(2)
    assert "印刷するものがありません" in told.args[0]
    assert pane.ui.sheetCombo.currentText() == pane.sheet == "二枚目"


def test_that_a_form_that_cannot_be_drawn_says_so(open_page: Open) -> None:
    forms = open_page()
    show(forms, book(("空", "")))
    assert forms.page.card.nothing.title.text() == "この様式は開けません"
    forms.page.store.undo()
    forms.rest()
    assert forms.page.card.ui.pictureStack.currentWidget() is forms.page.card.pane


@pytest.mark.parametrize(("name", "refused"), [("a.xlsx", True), ("a.xlsm", False)])
def test_that_macros_are_written_under_their_own_ending(
    open_page: Open, tmp_path: Path, name: str, refused: bool
) -> None:
    forms = open_page()
    source = tmp_path / "様式.xlsm"
    source.write_bytes(with_macros())
    form = ShownForm("様式.xlsm", "", path=source)
    written = write_form(forms.page.store.plain, form, tmp_path / name, Silent())
    assert isinstance(written, Refusal) is refused
    assert (tmp_path / name).exists() is not refused


def with_macros() -> bytes:
    """Return a workbook with a part of macros."""
    stream = io.BytesIO(book(("表", "一")))
    with zipfile.ZipFile(stream, "a") as parts:
        parts.writestr("xl/vbaProject.bin", b"macros")
    return stream.getvalue()
