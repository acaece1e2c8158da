"""The round of confirmation calls: one key a call, one step to undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.local_resources.calls_page import CallsPage
from app.gui.local_resources_place import LocalResourcesPlace
from app.local_resources import queries
from app.local_resources.local_resource import ConfirmationResult, LocalResourceId
from tests.gui.fake_dialogs import FakeDialogs

Keys = list[LocalResourceId]


@pytest.fixture
def page(place: LocalResourcesPlace) -> CallsPage:
    place.open_target(Target("local_resources", "calls"))
    page = place.part
    assert isinstance(page, CallsPage)
    page.setFocus()
    return page


def press(key: Qt.Key, *, control: bool = False) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(focus, key, modifier)


def results(store: ObservableStore, key: LocalResourceId) -> list[ConfirmationResult]:
    found = store.ask(queries.confirmations, [key]).get(key, ())
    return [one.confirmation.result for one in found]


def test_that_a_key_confirms_and_goes_on_and_one_without_answer_comes_last(
    page: CallsPage, observed: ObservableStore, resources: Keys
) -> None:
    minato, aoba, yunokawa = resources
    assert page.ui.byEdit.text() == "見本　花子"
    assert (page.current, page.ui.progressLabel.text()) == (aoba, "0/3 件")
    press(Qt.Key.Key_N)
    assert page.current == minato
    assert page.ui.callList.listed_keys() == [minato, yunokawa, aoba]
    press(Qt.Key.Key_Return)
    assert (page.current, page.ui.progressLabel.text()) == (yunokawa, "1/3 件")
    press(Qt.Key.Key_S)
    assert (page.current, page.ui.progressLabel.text()) == (aoba, "2/3 件")
    assert "応答なし" in page.ui.attemptLabel.plain()
    assert results(observed, minato) == [ConfirmationResult.SAME]
    observed.undo()
    assert results(observed, yunokawa) == [ConfirmationResult.SAME]
    assert page.ui.progressLabel.text() == "1/3 件"
    press(Qt.Key.Key_S)
    press(Qt.Key.Key_S)
    assert page.current is None
    assert page.ui.progressLabel.text() == "3/3 件"


def test_that_what_a_call_changed_is_one_step_with_the_call(
    page: CallsPage, observed: ObservableStore, resources: Keys, dialogs: FakeDialogs
) -> None:
    minato = resources[0]
    assert page.ui.callList.choose(minato)
    press(Qt.Key.Key_F2)
    form = page.form.ui
    form.openingEdit.line.setText("第1・3木曜 13:30～15:00")
    form.openingEdit.line.setFocus()
    press(Qt.Key.Key_Return, control=True)
    card = observed.ask(queries.resource_card, minato, page.today)
    assert (card.draft.opening, card.openings[0].weeks) == ("第1・3木曜 13:30～15:00", (1, 3))
    assert results(observed, minato) == [ConfirmationResult.CHANGED]
    assert page.current != minato
    observed.undo()
    card = observed.ask(queries.resource_card, minato, page.today)
    assert (card.draft.opening, card.openings[0].weeks) == ("第2・4水曜 10:00～12:00", (2, 4))
    assert results(observed, minato) == []
    assert not dialogs.answers
