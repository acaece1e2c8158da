"""Places and resources in the window: found, written down, published, confirmed, binned."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.local_resources.resource_finder import find_resources
from app.gui.local_resources.resources_page import ResourcesPage
from app.gui.local_resources_place import LocalResourcesPlace
from app.local_issues.commands import add_issue, add_issue_resource
from app.local_issues.local_issue import Creation, IssueScope, LocalIssueDraft
from app.local_resources import queries
from app.local_resources.local_resource import LocalResourceId, View
from tests.gui.fake_dialogs import FakeDialogs
from tests.gui.typing_japanese import type_text

Keys = list[LocalResourceId]


@pytest.fixture
def page(place: LocalResourcesPlace) -> ResourcesPage:
    place.show_part("list")
    page = place.part
    assert isinstance(page, ResourcesPage)
    return page


def names(page: ResourcesPage) -> list[str]:
    model = page.resources.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def press(key: Qt.Key, *, control: bool = False) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(focus, key, modifier)


def test_that_a_resource_is_found_and_its_card_says_who_sees_it(
    page: ResourcesPage, place: LocalResourcesPlace, observed: ObservableStore, resources: Keys
) -> None:
    type_text(page.ui.searchEdit, "東雲")
    assert names(page) == ["みなとサロン"]
    hits = find_resources(observed, "みなと", 5)
    assert [one.target for one in hits] == [Target("local_resources", "resource", resources[0])]
    place.open_target(hits[0].target)
    assert page.card.key == resources[0]
    assert "載りません" in page.card.ui.publicLabel.plain()
    assert "未確認" in page.card.ui.stateLabel.text()
    draft = LocalIssueDraft("集まる場がない", page.today, scope=IssueScope.CITY)
    issue = observed.plain.do("課題", add_issue, draft).result
    observed.do("成果", add_issue_resource, issue, resources[0], Creation.SETTLED, on=page.today)
    said = [label.text() for label in page.card.findChildren(QLabel)]
    assert any(f"issue:{issue}" in text and "集まる場がない" in text for text in said)


def test_that_words_become_days_and_days_become_words(
    page: ResourcesPage, observed: ObservableStore, dialogs: FakeDialogs
) -> None:
    page.setFocus()
    press(Qt.Key.Key_N, control=True)
    ui = page.form.ui
    type_text(ui.nameEdit, "うたごえ広場")
    type_text(ui.openingEdit.line, "毎月第２、第４水曜日　午前10時から正午まで")
    assert "第2・4水曜 10:00～12:00" in ui.openingEdit.hint.text()
    ui.openingEdit.add_line()
    line = ui.openingEdit.value()
    assert line.openings[0].weeks == (2, 4)
    ui.viewCombo.setCurrentIndex(ui.viewCombo.findData(View.PUBLIC))
    type_text(ui.positionEdit.line, "41.7688，140.7288")
    dialogs.answers = [False, True]
    page.form.save()
    assert page.side.editing
    page.form.save()
    key = page.card.key
    assert key is not None
    card = observed.ask(queries.resource_card, key, page.today)
    assert (card.draft.latitude, card.draft.longitude) == (41.7688, 140.7288)
    assert "公開の同意を得た日がない" in page.card.ui.publicLabel.plain()
    place = Target("local_resources", "without-consent")
    page.open_target(place)
    assert names(page) == ["うたごえ広場"]


def test_that_what_is_not_understood_stays_with_its_sentence(
    page: ResourcesPage, dialogs: FakeDialogs
) -> None:
    page.ui.addButton.click()
    ui = page.form.ui
    type_text(ui.nameEdit, "どこか")
    type_text(ui.positionEdit.line, "140.7, 41.7")
    page.form.save()
    assert page.side.editing
    assert ui.positionEdit.typed() == "140.7, 41.7"
    dialogs.answers = [True]
    page.form.give_up()
    assert not page.side.editing


def test_that_many_are_confirmed_at_once(
    page: ResourcesPage, observed: ObservableStore, resources: Keys, qtbot: QtBot
) -> None:
    page.ui.resourceList.selectAll()
    page.confirming.begin()
    assert page.confirming.pane is not None
    page.confirming.pane.form.save()
    assert page.confirming.pane is None
    rows = observed.ask(queries.resources, resources)
    assert {row.confirmed_on for row in rows} == {date(2026, 4, 1)}
    observed.undo()
    rows = observed.ask(queries.resources, resources)
    assert sum(row.confirmed_on is None for row in rows) == 2
