"""保存期間と廃棄: periods, the list of what is due, and two questions before it goes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.contacts import commands as contacts
from app.contacts.person import PersonDraft
from app.contacts.queries import PersonListing
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.settings.retention_section import RetentionSection
from app.gui.settings.settings_page import SettingsPage
from app.retention.queries import disposals, retention_years
from app.retention.rule import DataKind
from tests.conftest import Clock

Make = Callable[..., SettingsPage]


@pytest.mark.parametrize("word", ["廃棄", "やめる"])
def test_that_what_is_chosen_goes_after_two_questions(
    make: Make, observed: ObservableStore, clock: Clock, qtbot: QtBot, word: str
) -> None:
    observed.do("人", contacts.add_people, [PersonDraft("見本", "花子")])
    clock.now = clock.now.replace(year=2032)
    page = make(True, word)
    page.open_target(Target("settings", "section", "retention"))
    section = page.section
    assert isinstance(section, RetentionSection)
    assert section.ui.kindCombo.itemText(0) == "連絡先（人）　1件"
    assert not section.ui.disposeButton.isEnabled()
    section.ui.allButton.click()
    with qtbot.waitSignal(page.said, timeout=10_000):
        section.ui.disposeButton.click()
    gone = word == "廃棄"
    assert bool(observed.ask(PersonListing(page.today).keys)) is not gone
    assert len(observed.ask(disposals)) == gone
    assert section.model.rowCount() == (0 if gone else 1)


def test_that_a_period_is_set(make: Make, observed: ObservableStore) -> None:
    page = make()
    page.open_target(Target("settings", "section", "retention"))
    section = page.section
    assert isinstance(section, RetentionSection)
    assert not section.ui.yearsButton.isEnabled()
    section.ui.yearsSpin.setValue(7)
    section.ui.yearsButton.click()
    assert observed.ask(retention_years)[DataKind.PEOPLE] == 7
    observed.undo()
    section.reveal()
    assert section.ui.yearsSpin.value() == 5
