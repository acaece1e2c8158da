from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.contacts.custom import Subject
from app.forms import commands
from app.forms.edition import Basis
from app.gui.contacts.card_panel import Owner
from app.gui.forms.documents_panel import DocumentsPanel
from app.gui.framework.observable_store import ObservableStore
from app.gui.reporting.document_link import read_target
from tests.conftest import Clock
from tests.gui.fake_dialogs import FakeDialogs


def test_that_a_card_leads_to_the_documents_of_its_person(
    observed: ObservableStore, clock: Clock, qtbot: QtBot
) -> None:
    panel = DocumentsPanel(observed, FakeDialogs(), lambda: clock().date())
    qtbot.addWidget(panel)
    panel.show()
    owner = Owner(Subject.PERSON, 1, "函館　花子")
    panel.show_owner(owner)
    assert panel.buttons == []
    observed.do("書類", commands.add_own_document, "参加申請", Basis.PERSON)
    observed.do("書類", commands.add_own_document, "年度の届", Basis.OFFICE)
    panel.show_owner(owner)
    panel.show_owner(owner)
    (button,) = panel.buttons
    assert button.accessibleName() == "函館　花子の参加申請を作る"
    with qtbot.waitSignal(panel.wanted) as told:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert read_target(told.args[0]) == ("own-1", {"person": "1"})
