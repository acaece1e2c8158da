"""From the list of people to labels, by keys and mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.contacts import commands
from app.contacts.person import ConsentDraft, ConsentItem, PersonDraft
from app.documents.label_sheet import LABEL_SHEETS
from app.gui.contacts.contacts_page import ContactsPage
from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.year_choice import YearChoice
from app.gui.mailing.mailing_pane import MailingPane
from app.gui.mailing.start_picture import StartPicture
from app.gui.widgets.pdf_preview import PdfPreview
from app.kernel.fiscal_year import FiscalYear
from app.office.queries import ExportListing
from app.reporting.contact_file import FileKind
from app.storage.store import Store
from tests.conftest import Clock
from tests.gui.fake_dialogs import FakeDialogs

NAMES = (("函館", "花子", "はこだて"), ("北斗", "太郎", "ほくと"), ("七飯", "次郎", "ななえ"))


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.fixture
def page(
    store: Store, clock: Clock, dialogs: FakeDialogs, jobs: Jobs, qtbot: QtBot
) -> Iterator[ContactsPage]:
    """The page with three people, of whom two have consented to letters."""
    drafts = [
        PersonDraft(family, given, kana, "な", address_town="函館市東雲町", address_number="4-13")
        for family, given, kana in NAMES
    ]
    keys = store.do("人", commands.add_people, drafts).result
    for key in keys[:2]:
        given = ConsentDraft(ConsentItem.MAILINGS, clock().date())
        store.do("同意", commands.give_consent, key, given)
    page = ContactsPage(ObservableStore(store), YearChoice(FiscalYear(2026)), dialogs, jobs, clock)
    qtbot.addWidget(page)
    page.resize(1100, 800)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield page
    page.close()


@pytest.fixture
def begin(page: ContactsPage, jobs: Jobs, qtbot: QtBot) -> Callable[[], MailingPane]:
    """Press the key for a mailing, and wait for its first preview."""

    def begun() -> MailingPane:
        QTest.keyClick(page, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        pane = page.mailing.pane
        assert pane is not None
        qtbot.waitUntil(lambda: shown(pane) is not None, timeout=20_000)
        return pane

    return begun


def shown(pane: MailingPane) -> PdfPreview | None:
    preview = pane.previewStack.currentWidget()
    return preview if isinstance(preview, PdfPreview) else None


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def exports(store: Store) -> list[tuple[str, str, int, str]]:
    rows = store.ask(ExportListing().rows, store.ask(ExportListing().keys)).values()
    found = [row.export for row in rows]
    return [(one.document, one.format, one.people, one.purpose) for one in found]


def test_that_labels_are_printed_from_a_clicked_label_on(
    page: ContactsPage, begin: Callable[[], MailingPane], dialogs: FakeDialogs, store: Store,
    jobs: Jobs, qtbot: QtBot, tmp_path: Path,
) -> None:  # fmt: skip
    pane = begin()
    assert "除いたもの1件（案内の同意がない 1件）" in pane.warningLabel.text()
    assert "2名分の個人情報" in pane.remarkLabel.text()
    picture = pane.fields.startPicture
    place = picture.label_box(5).center().toPoint()
    first = shown(pane)
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=place)
    assert picture.start == 5
    qtbot.waitUntil(lambda: shown(pane) not in {None, first}, timeout=20_000)
    target = tmp_path / "宛名.pdf"
    dialogs.answers += ["総会の案内", target]
    preview = shown(pane)
    assert preview is not None
    click(preview.save)
    assert exports(store) == [("labels", "pdf", 2, "総会の案内")]
    document = pypdfium2.PdfDocument(target)
    text = document[0].get_textpage()
    top = document[0].get_height() - text.get_charbox(0)[3]
    assert top * 25.4 / 72 > 21.6 + 2 * 42.3  # the fifth of 2 x 6 stands in the third row
    document.close()


def test_that_excel_is_saved_and_recorded_and_the_list_comes_back(
    page: ContactsPage, begin: Callable[[], MailingPane], dialogs: FakeDialogs, store: Store,
    jobs: Jobs, qtbot: QtBot, tmp_path: Path,
) -> None:  # fmt: skip
    pane = begin()
    target = tmp_path / "宛名.xlsx"
    dialogs.answers += ["総会の案内", target]
    click(pane.excelButton)
    qtbot.waitUntil(lambda: not jobs.busy, timeout=20_000)
    assert target.exists()
    assert exports(store) == [("labels", "xlsx", 2, "総会の案内")]
    QTest.keyClick(pane, Qt.Key.Key_Escape)
    assert page.mailing.pane is None
    assert page.ui.views.currentWidget() is page.ui.peopleView


def test_that_a_letter_has_the_words_that_are_typed(
    begin: Callable[[], MailingPane], qtbot: QtBot
) -> None:
    pane = begin()
    fields = pane.fields
    fields.documentCombo.setCurrentIndex(fields.documentCombo.findData("letter"))
    assert not fields.labelCombo.isVisible()
    fields.texts["件名"].setFocus()
    QTest.keyClicks(fields.texts["件名"], "Soukai")
    qtbot.waitUntil(
        lambda: (one := shown(pane)) is not None and "Soukai" in one.sheet.accessibleName(),
        timeout=20_000,
    )
    assert pane.request().mailing.texts == {"件名": "Soukai"}


def test_that_several_selected_rows_are_who_is_meant(
    page: ContactsPage, begin: Callable[[], MailingPane], dialogs: FakeDialogs, store: Store,
    jobs: Jobs, qtbot: QtBot, tmp_path: Path,
) -> None:  # fmt: skip
    listed = page.ui.peopleList
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Home)
    QTest.keyClick(listed, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    picked = listed.selected_keys()
    assert picked == listed.listed_keys()[:2]
    draft = PersonDraft("青森", "一", "あおもり", "はじめ")
    store_of_page = page.store
    store_of_page.do("人", commands.add_people, [draft])
    assert listed.selected_keys() == picked
    assert listed.listed_keys()[1:3] == picked
    pane = begin()
    assert pane.fields.whoCombo.currentText() == "選んでいる2件だけ"
    assert list(pane.request().people) == picked
    QTest.keyClick(pane, Qt.Key.Key_Escape)
    target = tmp_path / "一覧.vcf"
    dialogs.answers += [FileKind.VCARD4.label, "携帯電話へ", "", target]
    QTest.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not jobs.busy, timeout=20_000)
    assert target.read_text("utf-8").count("BEGIN:VCARD") == 2
    assert "選んでいる2人" in dialogs.asked[0][1]


def test_that_nobody_to_write_to_is_told(
    begin: Callable[[], MailingPane], page: ContactsPage, dialogs: FakeDialogs
) -> None:
    page.ui.searchEdit.setText("いない人")
    QTest.keyClick(page, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert page.mailing.pane is None
    assert "宛名にする相手がいません" in dialogs.told[0]


def test_that_arrow_keys_move_the_start_over_the_sheet(qtbot: QtBot) -> None:
    picture = StartPicture()
    qtbot.addWidget(picture)
    picture.show()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left):
        QTest.keyClick(picture, key)
    assert picture.start == 2
    picture.show_sheet(LABEL_SHEETS[1])
    assert picture.start == 1
    QTest.keyClick(picture, Qt.Key.Key_Up)
    assert picture.start == 1
    assert "24面" in picture.accessibleName()


def test_that_a_sheet_of_the_office_can_be_added(
    begin: Callable[[], MailingPane], dialogs: FakeDialogs, store: Store
) -> None:
    pane = begin()
    refused: list[str] = []
    pane.store.refused.connect(refused.append)
    dialogs.answers += ["二かける六", "4×11、48.3×25.4、8.4、8.8、0.3"]
    click(pane.fields.addSheetButton)
    assert "2×6, 86.4×42.3" in refused[0]
    click(pane.fields.addSheetButton)
    assert pane.fields.labelCombo.currentText() == "44面（48.3×25.4 mm）"
    assert pane.request().mailing.label == "own-1"
    assert pane.fields.startPicture.sheet.gap == 0.3
