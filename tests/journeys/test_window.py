"""One course from the list that was sent to its documents, through the window.

Keys, clicks and the input method only; what the pages and documents say is counted again from
the office file, by another way than the program's own.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication

from app.cli.program import run
from app.gui.contacts_place import ContactsPlace
from app.gui.reporting.reporting_page import ReportingPage
from app.gui.reporting_place import ReportingPlace
from app.gui.training.applicants_tab import ApplicantsTab
from app.gui.training.attendance_tab import AttendanceTab
from app.gui.training.completion_tab import CompletionTab
from app.gui.training.overview_tab import OverviewTab
from app.gui.training.schedule_tab import ScheduleTab
from app.gui.training.training_page import TrainingPage
from app.gui.widgets.pdf_preview import PdfPreview
from app.storage.office_file import is_encrypted
from tests.journeys.applicants import APPLICANTS, OF_TRAINING, messy_workbook
from tests.journeys.hands import PASSPHRASE, Hands

# A key whose page has gone when it is let go: nobody is there to accept that.
pytestmark = pytest.mark.qt_log_ignore("Keyboard event not accepted", extend=True)

CAPACITY = 40
AWAY = ((12, 25, 38), (12, 25, 5), (7, 8, 9), (2, 3, 4), (20, 21, 22))
"""Who is absent, by their rows; 12 makes one session up, 25 does not complete."""
MADE_UP = (2, 12)
MOST_KEYS = 15


def test_that_a_course_runs_from_a_messy_list_to_its_documents(
    hands: Hands,
    office: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hands.start()
    hands.make_office(office, encrypted=True)  # the command line runs it on a plain one
    assert is_encrypted(office)
    open_course(hands)
    take_in(hands, messy_workbook(tmp_path / "申込者.xlsx"))
    draw(hands)
    undo_and_redo_from_elsewhere(hands)
    one_leaves_and_one_moves_up(hands)
    for number, away in enumerate(AWAY, start=1):
        mark(hands, number, away)
    make_up(hands)
    completed = complete(hands)
    folder = tmp_path / "書類"
    folder.mkdir()
    named = keep_documents(hands, folder)
    hands.close()
    monkeypatch.setenv("KURASHI_PASSPHRASE", PASSPHRASE)
    records = dump(office, tmp_path / "home", capsys)
    count_again(records, completed, named)
    compare_documents(records, folder)


def training(hands: Hands) -> TrainingPage:
    hands.press("Ctrl+3")
    assert isinstance(hands.shown, TrainingPage)
    return hands.shown


def tab(hands: Hands, number: int) -> Any:
    """Open a tab of the course with its key."""
    page = training(hands)
    hands.press(f"Alt+{number}")
    kinds = (OverviewTab, ScheduleTab, ApplicantsTab, AttendanceTab, CompletionTab)
    shown = page.card._made[number - 1]
    assert isinstance(shown, kinds[number - 1])
    assert shown.isVisible()
    return shown


def open_course(hands: Hands) -> None:
    """Open this year's course and give its sessions their days."""
    training(hands)
    hands.answer("養成研修")
    hands.press("Ctrl+N")
    schedule = tab(hands, 2)
    hands.press("Ctrl+D")
    plan = schedule.ui.plan.ui
    hands.type("R8.6.3", plan.firstEdit)
    hands.type("10:00", plan.startEdit)
    hands.type("12:00", plan.endEdit)
    hands.click(plan.applyButton)
    days = [schedule.ui.table.item(row, 1).text() for row in range(len(AWAY))]
    assert [day.split("(")[0] for day in days] == [
        "6月3日", "6月10日", "6月17日", "6月24日", "7月1日",
    ]  # fmt: skip


def take_in(hands: Hands, workbook: Path) -> None:
    """Take in the list that was sent, as applicants of the course."""
    applicants = tab(hands, 3)
    hands.click(applicants.ui.importButton)
    place = hands.shown
    assert isinstance(place, ContactsPlace)
    page = place.people
    pane = page.import_pane
    assert pane is not None
    hands.answer(workbook)
    hands.press("Ctrl+Enter")
    hands.until(lambda: pane.ui.steps.currentIndex() == 1)
    hands.rest()
    hands.press("Ctrl+Enter")
    hands.until(lambda: pane.ui.steps.currentIndex() == 2)
    hands.rest()
    assert pane.ui.fateTabs.tabText(1) == f"追加 {APPLICANTS}"
    hands.press("Ctrl+Enter")
    hands.until(lambda: pane.ui.steps.currentIndex() == 3)
    hands.rest()
    assert f"申込を{APPLICANTS}件" in pane.ui.reportLabel.text()
    hands.press("Ctrl+Enter")
    assert page.import_pane is None
    assert page.people.model.rowCount() == APPLICANTS


def draw(hands: Hands) -> None:
    """Draw lots: forty are accepted, six wait."""
    applicants = tab(hands, 3)
    hands.answer("7")
    hands.click(applicants.ui.lotButton)
    assert f"受講決定 {CAPACITY}名" in hands.dialogs.told[-1]
    assert f"キャンセル待ち {APPLICANTS - CAPACITY}名" in hands.dialogs.told[-1]


def undo_and_redo_from_elsewhere(hands: Hands) -> None:
    """Take back and do again what was done on another page, step by step."""
    hands.press("Ctrl+2")
    place = hands.shown
    assert isinstance(place, ContactsPlace)
    page = place.people
    page.ui.peopleList.setFocus()
    hands.press("Ctrl+Z")
    assert "抽選" in hands.said
    assert "元に戻しました" in hands.said
    hands.press("Ctrl+Z")
    assert page.people.model.rowCount() == 0
    hands.press("Ctrl+Y")
    assert page.people.model.rowCount() == APPLICANTS
    hands.press("Ctrl+1", "Ctrl+Y")
    assert "抽選" in hands.said
    facts = tab(hands, 3).ui.capacityLabel.text()
    assert f"受講者{CAPACITY}名" in facts


def one_leaves_and_one_moves_up(hands: Hands) -> None:
    """One trainee leaves before the course; the first who waits gets the place when asked."""
    applicants = tab(hands, 3)
    ui = applicants.ui
    ui.list.setFocus()
    hands.press("Home")
    while applicants.card.row.number != CAPACITY:
        hands.press("Down")
    hands.answer("R8.6.1", "転居のため")
    hands.click(applicants.card.ui.withdrawButton)
    assert ui.promoLabel.isVisible()
    hands.click(ui.promoButton)
    assert not ui.promoButton.isVisible()
    assert f"受講者{CAPACITY}名" in ui.capacityLabel.text()


def mark(hands: Hands, number: int, away: tuple[int, ...]) -> None:
    """Mark a session from the paper: nearly all came."""
    hands.clock.now = datetime(2026, 6, 3, 13)
    hands.clock.advance(days=7 * (number - 1))
    attendance = tab(hands, 4)
    attendance.grid.setFocus()
    if number > 1:
        hands.press("Right")
    assert attendance.session().number == number
    with hands.counted() as keys:
        hands.press("F2")
        for row in away:
            hands.press(*str(row), "x", "Enter")
        assert keys() < MOST_KEYS
    side = attendance.side.ui
    counts = [side.presentCount.text(), side.absentCount.text(), side.blankCount.text()]
    assert counts == [str(CAPACITY - len(away)), str(len(away)), "0"]
    hands.press("Ctrl+Enter")
    assert not side.holdButton.isEnabled()


def make_up(hands: Hands) -> None:
    """Note that somebody made a session up, then take it back and do it again elsewhere."""
    session, row = MADE_UP
    attendance = tab(hands, 4)
    hands.click(attendance.grid.viewport(), grid_place(attendance, row - 1, session - 1))
    QApplication.activePopupWidget().close()
    hands.press(*str(row), "m")
    form = attendance.make_up.ui
    hands.type("R8.6.20", form.onEdit)
    hands.type("見本　担当", form.byEdit)
    hands.press("Ctrl+Enter")
    cell = attendance.grid.grid.rows[row - 1].cells[session - 1]
    assert cell.sign == "補"
    hands.press("Ctrl+1", "Ctrl+Z")
    attendance = tab(hands, 4)
    assert attendance.grid.grid.rows[row - 1].cells[session - 1].sign == "×"
    hands.press("Ctrl+Y")
    assert attendance.grid.grid.rows[row - 1].cells[session - 1].sign == "補"


def grid_place(attendance: AttendanceTab, row: int, column: int) -> Any:
    return attendance.grid.visualRect(attendance.grid.grid.index(row, column)).center()


def complete(hands: Hands) -> int:
    """Confirm who completes, give out the certificates, and close the course."""
    tab_ = tab(hands, 5)
    tab_.ui.table.setFocus()
    hands.press("Ctrl+Enter", "Ctrl+G")
    text = tab_.ui.countLabel.text()
    completed = CAPACITY - 1
    assert f"修了 {completed}名" in text
    assert f"交付済み {completed}名" in text
    overview = tab(hands, 1)
    hands.click(overview.ui.finishButton)
    assert overview.ui.reportedButton.isVisible()
    return completed


def keep_documents(hands: Hands, folder: Path) -> int:
    """Save every document in both formats; return how often people were named."""
    hands.press("Ctrl+Shift+R", "Alt+5")
    place = hands.shown
    assert isinstance(place, ReportingPlace)
    page = place.part
    assert isinstance(page, ReportingPage)
    named = 0
    page.ui.documentList.setFocus()
    for number, document in enumerate(OF_TRAINING):
        hands.press("Down" if number else "Home")
        assert page.document == document
        hands.until(lambda: page._shown is not None)
        hands.rest()
        preview = page.ui.previewStack.currentWidget()
        assert isinstance(preview, PdfPreview), document.id
        purpose = ["市への提出"] if page._shown.made.content.people else []
        named += 2 * len(purpose)
        hands.answer(*purpose, folder / f"{document.id}.pdf")
        hands.click(preview.save)
        hands.answer(*purpose, folder / f"{document.id}.xlsx")
        page.ui.documentList.setFocus()
        hands.press("Ctrl+E")
        hands.rest()
    assert len(list(folder.iterdir())) == 2 * len(OF_TRAINING)
    return named


def dump(office: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """Return every record of the office, after checking the file."""
    words = ["--data", str(home), "--office", str(office)]
    assert run([*words, "verify"]) == 0, capsys.readouterr()
    capsys.readouterr()
    assert run([*words, "dump"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def rows(records: list[dict[str, Any]], table: str) -> list[dict[str, Any]]:
    return [record for record in records if record["table"] == table]


def count_again(records: list[dict[str, Any]], completed: int, named: int) -> None:
    """Count in the records themselves what the pages said."""
    assert len(rows(records, "person")) == APPLICANTS
    statuses = Counter(row["status"] for row in rows(records, "enrollment"))
    waiting = APPLICANTS - CAPACITY - 1
    expected = {"completed": completed, "not_completed": 1, "withdrew": 1, "waiting": waiting}
    assert statuses == expected
    sessions = {row["id"]: row["number"] for row in rows(records, "course_session")}
    marks = Counter(
        (sessions[row["session_id"]], row["mark"]) for row in rows(records, "attendance")
    )
    for number, away in enumerate(AWAY, start=1):
        made_up = 1 if number == MADE_UP[0] else 0
        assert marks[number, "present"] == CAPACITY - len(away)
        assert marks[number, "absent"] == len(away) - made_up
        assert marks[number, "made_up"] == made_up
    certificates = rows(records, "certificate")
    assert sorted(row["serial"] for row in certificates) == list(range(1, completed + 1))
    assert len(rows(records, "export_record")) == named


def compare_documents(records: list[dict[str, Any]], folder: Path) -> None:
    """Find everybody who is on the roll in the documents, and nobody who waits."""
    people = {row["id"]: row for row in rows(records, "person")}
    names: dict[str, set[str]] = {"on": set(), "off": set(), "certified": set()}
    certified = {row["enrollment_id"] for row in rows(records, "certificate")}
    for row in rows(records, "enrollment"):
        person = people[row["person_id"]]
        group = "off" if row["status"] == "waiting" else "on"
        names[group].add(person["family_name"] + person["given_name"])
        if row["id"] in certified:
            names["certified"].add(person["family_name"] + person["given_name"])
    for document, group in (
        ("attendance-sheet", "on"),
        ("certificate", "certified"),
        ("certificate-register", "certified"),
    ):
        for text in (sheet_text(folder, document), page_text(folder, document)):
            assert [name for name in names[group] if name not in text] == [], document
            assert [name for name in names["off"] - names["on"] if name in text] == [], document


def sheet_text(folder: Path, document: str) -> str:
    book = load_workbook(folder / f"{document}.xlsx")
    cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
    return squeezed("\n".join(str(value) for value in cells if value is not None))


def page_text(folder: Path, document: str) -> str:
    with pypdfium2.PdfDocument(folder / f"{document}.pdf") as pdf:
        return squeezed("\n".join(page.get_textpage().get_text_range() for page in pdf))


def squeezed(text: str) -> str:
    return "".join(text.split())
