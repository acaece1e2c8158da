"""設定 → 費目 and 事業区分: items go under others, and this work stays the first programme."""

from __future__ import annotations

from collections.abc import Callable

from app.accounting import queries
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.settings.account_items_section import AccountItemsSection
from app.gui.settings.account_programmes_section import AccountProgrammesSection
from app.gui.settings.settings_page import SettingsPage
from tests.accounting.conftest import Books
from tests.gui.typing_japanese import type_text

Make = Callable[..., SettingsPage]


def test_that_items_are_added_under_others_and_moved_in_their_level(
    make: Make, observed: ObservableStore
) -> None:
    books = Books(observed)  # type: ignore[arg-type]
    page = make()
    page.open_target(Target("settings", "section", "account_items"))
    section = page.section
    assert isinstance(section, AccountItemsSection)
    section.ui.addButton.click()
    type_text(section.ui.nameEdit, "修繕費")
    combo = section.placeCombo
    combo.setCurrentIndex(combo.findText("需用費の内訳"))
    section.save_now()
    assert not combo.isEnabled()
    section.ui.upButton.click()
    under = [row.name for row in observed.ask(queries.items) if row.parent == "需用費"]
    assert under == ["消耗品費", "印刷製本費", "食糧費", "修繕費", "燃料費"]
    books.enter("修繕費", 500)
    said: list[str] = []
    observed.refused.connect(said.append)
    section.ui.removeButton.click()
    assert "「使わない」にしてください" in said[0]


def test_that_this_work_stays_the_first_programme(make: Make, observed: ObservableStore) -> None:
    Books(observed)  # type: ignore[arg-type]
    page = make()
    page.open_target(Target("settings", "section", "account_programmes"))
    section = page.section
    assert isinstance(section, AccountProgrammesSection)
    said: list[str] = []
    observed.refused.connect(said.append)
    section.ui.downButton.click()
    section.ui.retireButton.click()
    assert len(said) == 2
    assert all("この業務" in text for text in said)
