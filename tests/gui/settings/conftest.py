"""The page 設定 on an office with the masters every office begins with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.gui.framework import folders, view
from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.view import View
from app.gui.framework.year_choice import YearChoice
from app.gui.settings.settings_page import SettingsPage
from app.kernel.fiscal_year import FiscalYear
from app.kernel.paths import Paths
from app.office import commands as office
from app.office.masters import TownDraft
from app.storage.store import Store
from app.training import commands as training
from app.wiring import default_masters
from tests.conftest import Clock
from tests.gui.fake_dialogs import FakeDialogs

TOWNS = (TownDraft("青柳町", "あおやぎちょう"), TownDraft("戸井町", "といちょう", "東部"))


@pytest.fixture
def observed(store: Store, qapp: object) -> ObservableStore:
    districts, _towns = default_masters()
    store.note("はじめ", office.seed_masters, districts, TOWNS)
    store.note("種別", training.seed_kinds)
    return ObservableStore(store)


@pytest.fixture
def backups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    paths = Paths.under(tmp_path / "program")
    monkeypatch.setattr(folders, "_current", [paths])
    return paths.backups


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.fixture
def make(
    qtbot: QtBot,
    observed: ObservableStore,
    jobs: Jobs,
    clock: Clock,
    backups: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[..., SettingsPage]:
    """Make and show the page, with answers for its dialogs."""
    monkeypatch.setattr(view, "_current", [View()])

    def page(*answers: object) -> SettingsPage:
        made = SettingsPage(
            observed, YearChoice(FiscalYear(2026)), FakeDialogs(*answers), jobs, clock
        )
        qtbot.addWidget(made)
        made.show()
        return made

    return page
