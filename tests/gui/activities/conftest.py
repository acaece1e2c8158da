"""The part 活動報告 over an office with three supporters who help at two places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.gui.activities.slips_page import SlipsPage
from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.year_choice import YearChoice
from app.kernel.fiscal_year import FiscalYear
from app.local_resources import commands as places
from app.local_resources.local_resource import ResourceStatus
from app.local_resources.opening import Opening
from app.matching import commands
from app.matching.match import MatchId, MatchState
from app.storage.store import Store
from tests.conftest import Clock
from tests.gui.fake_dialogs import FakeDialogs
from tests.gui.typing_japanese import type_text
from tests.matching.desk import Desk

AGREED = date(2026, 5, 11)
MONTH = date(2026, 6, 1)


@pytest.fixture
def desk(store: Store, clock: Clock) -> Desk:
    clock.now = datetime(2026, 7, 3, 9)
    desk = Desk(store)
    desk.masters()
    return desk


@pytest.fixture
def helping(desk: Desk) -> list[MatchId]:
    """Two who help at a salon every Wednesday, and one who helps when called."""
    salon = desk.place("あおぞらサロン", status=ResourceStatus.ACTIVE)
    opening = Opening((2,), (), (), time(10), time(12))
    desk.store.do("開催日", places.set_openings, salon, [opening])
    found = [_active(desk, number, resource=salon) for number in (1, 2)]
    return [*found, _active(desk, 3, request=desk.request(received_on=AGREED))]


def _active(desk: Desk, number: int, **about: Any) -> MatchId:
    helper = desk.supporter(number)
    (match,) = desk.store.do("打診", commands.propose, [helper], on=AGREED, **about).result
    for state in (MatchState.AGREED, MatchState.ACTIVE):
        desk.store.do(state.label, commands.step, match, state, on=AGREED)
    return match


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def page(
    helping: list[MatchId], store: Store, dialogs: FakeDialogs, clock: Clock, qtbot: QtBot
) -> Iterator[SlipsPage]:
    """The page, shown, with the slips of June."""
    jobs = Jobs()
    page = SlipsPage(ObservableStore(store), YearChoice(FiscalYear(2026)), dialogs, jobs, clock)
    qtbot.addWidget(page)
    page.resize(1100, 600)
    page.show()
    page.activateWindow()
    qtbot.waitExposed(page)
    page.ui.monthChoice.show_month(MONTH)
    page.grid.setFocus()
    yield page
    page.close()
    jobs.close()


@pytest.fixture
def press(qtbot: QtBot) -> Callable[..., None]:
    """Press keys one by one where the keyboard is, as somebody does."""

    def keys(text: str, *then: object) -> None:
        for char in text:
            focus = QApplication.focusWidget()
            qtbot.keyClicks(focus, char) if char.isascii() else type_text(focus, char)
        for key in then:
            qtbot.keyClick(QApplication.focusWidget(), key)

    return keys
