"""A messy list of people is imported, corrected, imported again, and taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.gui.contacts.contacts_page import ContactsPage
from app.gui.contacts.import_pane import ImportPane
from app.gui.contacts_place import ContactsPlace
from app.storage.base import Base
from tests.journeys.applicants import messy_workbook
from tests.journeys.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("Keyboard event not accepted", extend=True)

PEOPLE = 12
WARD = 9
OF_RECORDS = ("person", "custom_field", "custom_value", "imported_list", "imported_record")


def test_that_a_corrected_list_changes_what_was_corrected(
    hands: Hands, office: Path, tmp_path: Path
) -> None:
    book = _with_wards(messy_workbook(tmp_path / "民生委員名簿R8.xlsx", people=PEOPLE))
    hands.start()
    hands.make_office(office)
    nothing = _records(hands)
    _plan(hands, book, keep_the_rest=True)
    pane = _pane(hands)
    assert pane.ui.fateTabs.tabText(1) == f"追加 {PEOPLE}"
    said = pane.ui.planSummaryLabel.plain()
    assert "独自項目「担当区」（選択肢：東、西）を作ります。" in said
    assert "名簿「民生委員名簿」の初めての取り込みです。" in said
    _carry_out(hands)
    imported = _records(hands)
    assert len(imported["person"]) == PEOPLE

    corrected = _corrected(book, tmp_path / "民生委員名簿R9.xlsx")
    _plan(hands, corrected)
    pane = _pane(hands)
    assert "列の対応は前回と同じにしました" in pane.ui.headerLabel.plain()
    counts = [pane.ui.fateTabs.tabText(at) for at in range(pane.ui.fateTabs.count())]
    assert counts[1:5] == ["追加 0", "更新 2", f"同じ {PEOPLE - 3}", "要確認 0"]
    assert counts[-1] == "今回ない 1"
    pane.ui.fateTabs.setFocus()
    hands.press("Right", "Right")
    lines = [pane.plan.model.index(row, 5).data() for row in range(2)]
    assert "電話 0138-01-" in lines[0]
    assert "→0138-99-0001" in lines[0]
    assert "担当区 西→南" in lines[1]
    assert "選択肢に南を加えます" in pane.ui.planSummaryLabel.plain()
    pane.ui.goneCombo.setFocus()
    hands.press("Down", "Down")
    assert pane.ui.goneCombo.currentText() == "「辞退」にする"
    _carry_out(hands)
    assert "1件の状態を変えました" in pane.ui.reportLabel.plain()
    changed = _records(hands)
    assert [row["phone"] for row in changed["person"]].count("0138-99-0001") == 1
    assert [row["status"].value for row in changed["person"]].count("withdrawn") == 1
    assert len(changed["imported_list"]) == 2

    hands.click(pane.ui.undoButton)
    hands.rest()
    assert _records(hands) == imported
    hands.click(pane.ui.doneButton)
    _page(hands).ui.peopleList.setFocus()
    hands.press("Ctrl+Z")
    hands.rest()
    assert _records(hands) == nothing


def _plan(hands: Hands, book: Path, *, keep_the_rest: bool = False) -> None:
    """Choose a file and go as far as the plan."""
    page = _page(hands)
    hands.answer(book)
    if page.import_pane is not None:
        hands.click(page.import_pane.ui.doneButton)
    hands.press("Ctrl+I")
    hands.press("Ctrl+Enter")
    hands.rest()
    if keep_the_rest:
        meanings = _pane(hands).columns.meanings
        hands.press("Alt+N")
        hands.until(lambda: meanings.combo(WARD).currentText() == "新しい独自項目「担当区」")
    hands.press("Ctrl+Enter")
    hands.rest()


def _carry_out(hands: Hands) -> None:
    hands.press("Ctrl+Enter")
    hands.rest()


def _page(hands: Hands) -> ContactsPage:
    if not isinstance(hands.shown, ContactsPlace):
        hands.press("Ctrl+2")
    place = hands.shown
    assert isinstance(place, ContactsPlace)
    assert isinstance(place.part, ContactsPage)
    return place.part


def _pane(hands: Hands) -> ImportPane:
    pane = _page(hands).import_pane
    assert pane is not None
    return pane


def _with_wards(book: Path) -> Path:
    """Add a column that no list has a place for."""
    opened = openpyxl.load_workbook(book)
    sheet = opened.active
    assert sheet is not None
    sheet["J4"] = "担当区"
    for number in range(PEOPLE):
        sheet.cell(5 + number, 10, "東西"[number % 2])
    opened.save(book)
    return book


def _corrected(book: Path, target: Path) -> Path:
    """Write the next edition: one number and one word mended, and somebody left."""
    opened = openpyxl.load_workbook(book)
    sheet = opened.active
    assert sheet is not None
    sheet["H5"] = "0138-99-0001"
    sheet["J6"] = "南"
    sheet.delete_rows(4 + PEOPLE)
    opened.save(target)
    return target


def _records(hands: Hands) -> dict[str, list[dict[str, Any]]]:
    store = hands.desk.session.store
    assert store is not None
    return store.ask(_rows)


def _rows(session: Session) -> dict[str, list[dict[str, Any]]]:
    found = {}
    for name in OF_RECORDS:
        table = Base.metadata.tables[name]
        rows = session.execute(select(table).order_by(table.c.id)).mappings()
        found[name] = [dict(row) for row in rows]
    return found
