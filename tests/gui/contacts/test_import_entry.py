"""A list of places of activity brought in from 地域資源, with its next edition."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.contacts.custom import Subject
from app.documents.list_file import write_xlsx
from app.gui.contacts.import_pane import ImportPane
from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.year_choice import YearChoice
from app.gui.local_resources.resources_page import ResourcesPage
from app.importing.own import OwnColumn
from app.kernel.fiscal_year import FiscalYear
from app.local_resources import queries
from app.local_resources.local_resource import LocalResourceId, ResourceStatus
from app.storage.store import Store
from tests.conftest import Clock
from tests.gui.fake_dialogs import FakeDialogs

HEADINGS = ("名称", "所在地", "電話番号", "開催日", "会場", "持ち物")
SALON = ("葛󠄀城サロン", "函館市桔梗1丁目2-3", "0138-00-1001", "毎週金曜", "みほん会館", "上履き")
CAFE = ("𠮷田カフェ", "函館市末広町4-19", "0138-00-1002", "不定期", "", "")
UNSURE = ("葛󠄀城サロン", "函館市桔梗9丁目9", "", "", "", "")


@pytest.fixture
def page(
    observed: ObservableStore, dialogs: FakeDialogs, jobs: Jobs, clock: Clock, qtbot: QtBot
) -> Iterator[ResourcesPage]:
    """The page 地域資源, shown, with nothing in it."""
    page = ResourcesPage(observed, YearChoice(FiscalYear(2026)), dialogs, jobs, clock)
    qtbot.addWidget(page)
    page.resize(1100, 800)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield page
    page.close()


@pytest.fixture
def import_list(
    page: ResourcesPage, dialogs: FakeDialogs, settle: Callable[[], None], tmp_path: Path
) -> Callable[..., ImportPane]:
    def bring(name: str, *rows: Sequence[object]) -> ImportPane:
        path = tmp_path / name
        write_xlsx(path, HEADINGS, rows, title="活動の場")
        dialogs.answers.append(path)
        QTest.keyClick(page, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
        pane = page.importing.pane
        assert pane is not None
        for _ in range(2):  # choose the file, see what becomes of each row
            QTest.keyClick(pane, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            settle()
        return pane

    return bring


def test_that_editions_of_a_list_of_places_are_followed_by_keyboard(
    page: ResourcesPage,
    store: Store,
    import_list: Callable[..., ImportPane],
    settle: Callable[[], None],
) -> None:
    pane = import_list("活動の場R8.xlsx", SALON, CAFE)
    assert pane.ui.subjectCombo.currentData() is Subject.RESOURCE
    meanings = pane.columns.meanings.combo(5)
    assert not any(isinstance(meanings.itemData(at), OwnColumn) for at in range(meanings.count()))
    assert not pane.ui.ownButton.isVisibleTo(pane)
    QTest.keyClick(pane, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    pane.ui.doneButton.click()
    assert page.importing.pane is None
    assert page.ui.resourceList.isVisible()
    pane = import_list("活動の場R9.xlsx", UNSURE)
    assert "登録済みの記録：葛󠄀城サロン" in pane.ui.detailLabel.plain()
    assert "みほん会館" in pane.ui.detailLabel.plain()
    combo = pane.ui.goneCombo
    combo.setCurrentIndex(combo.findData(ResourceStatus.PAUSED))
    QTest.keyClick(pane.ui.planList, Qt.Key.Key_U)
    QTest.keyClick(pane, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert "今回ない1件。1件の状態を変えました" in pane.ui.reportLabel.plain()
    keys = [LocalResourceId(key) for key in store.ask(queries.ResourceListing().keys)]
    drafts = store.ask(queries.resource_drafts, keys).values()
    assert {(one.name, one.status) for one in drafts} == {
        ("葛󠄀城サロン", ResourceStatus.ACTIVE),
        ("𠮷田カフェ", ResourceStatus.PAUSED),
    }
    assert {one.address_number for one in drafts} == {"9丁目9", "4-19"}
    pane.ui.undoButton.click()
    drafts = store.ask(queries.resource_drafts, keys).values()
    assert {one.status for one in drafts} == {ResourceStatus.ACTIVE}
