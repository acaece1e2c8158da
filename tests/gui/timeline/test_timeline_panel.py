from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.contacts import commands as contacts
from app.contacts.person import PersonDraft, PersonId
from app.gui.contacts.person_card import PersonCardView
from app.gui.framework import folders
from app.gui.framework.observable_store import ObservableStore
from app.gui.timeline.opened_files import remove_copies, write_copy
from app.gui.timeline.timeline_panel import TimelinePanel
from app.kernel.paths import Paths
from app.storage.store import Store
from app.timeline import commands, queries
from app.timeline.event import EventKind
from app.timeline.note import NoteDraft, NoteKind
from tests.conftest import Clock
from tests.gui.fake_dialogs import FakeDialogs
from tests.gui.typing_japanese import type_text

DUE = date(2026, 4, 6)


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def observed(store: Store, qapp: object) -> ObservableStore:
    return ObservableStore(store)


@pytest.fixture
def refused(observed: ObservableStore) -> list[str]:
    said: list[str] = []
    observed.refused.connect(said.append)
    return said


@pytest.fixture
def people(store: Store) -> list[PersonId]:
    drafts = [PersonDraft("見本", "花子"), PersonDraft("見本", "太郎")]
    return store.note("人", contacts.add_people, drafts).result


@pytest.fixture
def paths(tmp_path: Path) -> Iterator[Paths]:
    """Let the window know its folders, and forget them afterwards."""
    before = list(folders._current)
    made = Paths.under(tmp_path / "home")
    folders.use(made)
    yield made
    folders._current[:] = before


@pytest.fixture
def card(
    observed: ObservableStore,
    dialogs: FakeDialogs,
    people: list[PersonId],
    clock: Clock,
    qtbot: QtBot,
) -> Iterator[PersonCardView]:
    clock.advance(hours=1)
    card = PersonCardView(observed, dialogs, lambda: clock().date())
    qtbot.addWidget(card)
    card.resize(480, 800)
    card.show_record(people[0])
    card.show()
    card.activateWindow()
    qtbot.waitUntil(card.isActiveWindow)
    yield card
    card.close()


@pytest.fixture
def panel(card: PersonCardView) -> TimelinePanel:
    return card.panels.panel_of(TimelinePanel)


class Opener(QObject):
    """What the system would open files with."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def opener(qapp: object) -> Iterator[Opener]:
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")
    yield opener
    QDesktopServices.unsetUrlHandler("file")


def add(store: ObservableStore, person: PersonId, text: str, **more: object) -> int:
    draft = NoteDraft(datetime(2026, 4, 1, 9), text, **more)  # type: ignore[arg-type]
    done = store.do("電話", commands.add_note, draft, person=person)
    assert done is not None
    return done.result


def texts(panel: TimelinePanel) -> list[str]:
    return [line.event_shown.text for line in panel.events.lines]


def test_that_enter_saves_and_shift_enter_begins_a_line(
    panel: TimelinePanel, observed: ObservableStore
) -> None:
    panel.begin_call()
    edit = panel.form.ui.textEdit
    type_text(edit, "送迎の相談")
    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    type_text(edit, "昼から")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert texts(panel)[0] == "送迎の相談\n昼から"
    assert panel.form.isHidden()
    observed.undo_last()
    assert "送迎" not in "".join(texts(panel))


def test_that_what_is_wrong_is_said_under_its_field_and_nothing_typed_is_lost(
    panel: TimelinePanel,
) -> None:
    panel.begin_call()
    ui = panel.form.ui
    type_text(ui.textEdit, "話")
    type_text(ui.whatEdit, "折り返す")
    panel.form.save()
    assert "次の連絡」の日" in panel.form.form._fields["follow_up_on"].problem.text()
    type_text(ui.dueEdit.line, "あいう")
    panel.form.save()
    assert (ui.textEdit.toPlainText(), ui.dueEdit.typed()) == ("話", "あいう")
    QTest.keyClick(ui.textEdit, Qt.Key.Key_Escape)
    assert panel.form.isHidden()


def test_that_a_note_begun_is_saved_when_somebody_else_is_looked_up(
    panel: TimelinePanel, card: PersonCardView, people: list[PersonId], observed: ObservableStore
) -> None:
    panel.begin_call()
    type_text(panel.form.ui.textEdit, "途中まで")
    card.show_record(people[1])
    assert panel.form.isHidden()
    assert "途中まで" not in texts(panel)
    card.show_record(people[0])
    assert texts(panel)[0] == "途中まで"


def test_that_leaving_asks_what_becomes_of_a_note(
    panel: TimelinePanel, dialogs: FakeDialogs
) -> None:
    assert panel.may_leave()
    panel.begin_call()
    type_text(panel.form.ui.textEdit, "途中まで")
    dialogs.answers = [False, True]
    assert not panel.may_leave()
    assert panel.may_leave()
    assert texts(panel)[0] == "途中まで"


def test_that_a_promise_is_done_moved_and_taken_back_in_place(
    panel: TimelinePanel,
    observed: ObservableStore,
    people: list[PersonId],
    dialogs: FakeDialogs,
    refused: list[str],
) -> None:
    note = add(observed, people[0], "話", follow_up_on=DUE, follow_up="返事")
    line = panel.events.line_of(note)
    assert line is not None
    line.buttons["済"].setFocus()
    QTest.keyClick(line.buttons["済"], Qt.Key.Key_Space)
    assert observed.ask(queries.note, note).followed_up_on == date(2026, 4, 1)
    again = panel.events.line_of(note)
    assert again is not None
    assert QApplication.focusWidget() is again.buttons["済みを取り消す"]
    again.buttons["済みを取り消す"].click()
    dialogs.answers = ["来週金", "昨日", None]
    for _ in range(3):
        open_line = panel.events.line_of(note)
        assert open_line is not None
        open_line.buttons["日を変える…"].click()
    assert observed.ask(queries.note, note).open_until == date(2026, 4, 10)
    assert "過ぎた日" in refused[-1]


def test_that_a_note_is_changed_and_removed_in_place(
    panel: TimelinePanel, observed: ObservableStore, people: list[PersonId]
) -> None:
    note = add(observed, people[0], "話", kind=NoteKind.VISIT)
    line = panel.events.line_of(note)
    assert line is not None
    line.buttons["直す"].click()
    panel.form.ui.textEdit.setPlainText("話の続き")
    panel.form.ui.saveButton.click()
    stored = observed.ask(queries.note, note).draft
    assert (stored.text, stored.kind) == ("話の続き", NoteKind.VISIT)
    changed = panel.events.line_of(note)
    assert changed is not None
    changed.buttons["消す"].click()
    assert panel.events.line_of(note) is None
    observed.undo_last()
    assert panel.events.line_of(note) is not None


def test_that_the_list_is_narrowed_to_a_kind_and_goes_back_further(
    panel: TimelinePanel, observed: ObservableStore, people: list[PersonId], qtbot: QtBot
) -> None:
    first = add(observed, people[0], "一番前")
    for number in range(12):
        add(observed, people[0], f"記録{number}")
    assert len(panel.events.lines) == 8
    panel.events.more_button.click()
    assert len(panel.events.lines) == 14
    assert panel.events.more_button.isHidden()
    panel.kind_combo.setCurrentIndex(panel.kind_combo.findText(EventKind.CHANGE.label))
    assert [one.event_shown.word for one in panel.events.lines] == ["登録"]
    panel.show_note(first)
    line = panel.events.line_of(first)
    assert line is not None
    qtbot.waitUntil(line.buttons["直す"].hasFocus)


def drop(card: PersonCardView, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    QApplication.sendEvent(card, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(card, QDropEvent(QPoint(5, 5), copy, data, left, none))


def test_that_dropped_files_are_attached_opened_saved_and_removed(
    panel: TimelinePanel,
    card: PersonCardView,
    observed: ObservableStore,
    dialogs: FakeDialogs,
    opener: Opener,
    paths: Paths,
    tmp_path: Path,
    refused: list[str],
) -> None:
    scan, program = tmp_path / "申込書.pdf", tmp_path / "更新.exe"
    scan.write_bytes(b"%PDF scan")
    program.write_bytes(b"MZ")
    drop(card, scan, program, tmp_path, tmp_path / "ない.pdf")
    assert texts(panel)[:2] == ["更新.exe", "申込書.pdf"]
    assert "フォルダー" in refused[0]
    assert "読めません" in refused[1]
    other, line = panel.events.lines[:2]
    line.buttons["開く"].click()
    (copy,) = opener.opened
    assert copy.read_bytes() == b"%PDF scan"
    assert copy.is_relative_to(paths.data)
    assert "申込書" not in copy.name
    other.buttons["開く"].click()
    assert len(opener.opened) == 1
    assert "安全のため" in refused[-1]
    dialogs.answers = [tmp_path / "取り出し.pdf"]
    line.buttons["保存…"].click()
    assert (tmp_path / "取り出し.pdf").read_bytes() == b"%PDF scan"
    line.buttons["外す"].click()
    assert "申込書.pdf" not in texts(panel)
    observed.undo_last()
    assert "申込書.pdf" in texts(panel)
    line = panel.events.lines[1]
    line.buttons["開く"].click()
    remove_copies(paths.data)
    assert not copy.exists()
    assert list(paths.data.iterdir()) == []


def test_that_a_file_is_attached_to_a_note_after_asking_for_it(
    panel: TimelinePanel,
    observed: ObservableStore,
    people: list[PersonId],
    dialogs: FakeDialogs,
    tmp_path: Path,
    refused: list[str],
) -> None:
    note = add(observed, people[0], "話")
    big, small = tmp_path / "大.tif", tmp_path / "小.tif"
    with big.open("wb") as file:
        file.truncate(10_000_001)
    small.write_bytes(b"x")
    dialogs.answers = [big, small]
    for _ in range(2):
        line = panel.events.line_of(note)
        assert line is not None
        line.buttons["この記録に添付…"].click()
    assert "10MBまで" in refused[-1]
    assert texts(panel).count("小.tif") == 1
    observed.do("消す", commands.remove_note, note)
    assert "小.tif" not in texts(panel)


def test_that_copies_are_for_reading_and_go_together(tmp_path: Path) -> None:
    first = write_copy(tmp_path, 3, ".pdf", b"one")
    assert first.stat().st_mode & 0o777 == 0o400
    assert write_copy(tmp_path, 3, ".pdf", b"two").read_bytes() == b"two"
    remove_copies(tmp_path)
    assert list(tmp_path.iterdir()) == []
    remove_copies(tmp_path / "nowhere")
