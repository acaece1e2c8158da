"""The page 様式 over an office with a person, a document of its own, and a form for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.contacts.commands import add_people
from app.contacts.person import PersonDraft
from app.forms import commands, queries
from app.forms.edition import Basis, EditionDraft, Mark
from app.gui.forms.forms_page import FormsPage
from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.year_choice import YearChoice
from app.kernel.fiscal_year import FiscalYear
from app.storage.store import Store
from tests.conftest import Clock
from tests.forms.books import book
from tests.gui.fake_dialogs import FakeDialogs
from tests.gui.typing_japanese import type_text

WAIT = 20_000
SHEET = "申請書"
PERSON = PersonDraft(
    family_name="函館", given_name="花子", family_kana="はこだて", given_kana="はなこ"
)
Cell = tuple[int, int]
Open = Callable[..., "Forms"]


@dataclass
class Forms:
    """The page, and hands for it: cells are (row, column)."""

    page: FormsPage
    qtbot: QtBot
    jobs: Jobs
    dialogs: FakeDialogs
    own: str
    edition: int

    @property
    def view(self) -> QWidget:
        return self.page.card.pane.view

    def rest(self) -> None:
        """Wait until nothing is being worked on."""
        self.qtbot.waitUntil(lambda: not self.jobs.busy, timeout=WAIT)

    def click(self, cell: Cell, view: QWidget | None = None) -> None:
        """Click a cell in a picture, that of the card where none is given."""
        picture = view or self.view
        QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=self.point(cell, picture))

    def point(self, cell: Cell, view: QWidget | None = None) -> QPoint:
        picture = view or self.view
        box = picture.box_of(cell)
        assert box is not None, cell
        return picture.rect_of(box).center().toPoint()

    def field(self, name: str) -> None:
        """Click a field in the palette."""
        palette = self.page.card.fields.ui.palette
        (item,) = palette.findItems(name, Qt.MatchFlag.MatchExactly, 1)
        palette.scrollToItem(item)
        place = palette.visualItemRect(item).center()
        QTest.mouseClick(palette.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def press(self, widget: QWidget, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(widget, key)

    def type(self, widget: QWidget, text: str) -> None:
        type_text(widget, text)

    @property
    def marks(self) -> dict[str, str]:
        """What is pointed at in the edition, by its cell."""
        found = self.page.store.ask(queries.marks, self.edition)
        return {mark.cell: mark.text for mark in found}


@pytest.fixture
def observed(store: Store, clock: Clock, qapp: object) -> ObservableStore:
    clock.now = datetime(2026, 8, 1, 9)
    store.do("人", add_people, [PERSON])
    return ObservableStore(store)


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.fixture
def open_page(qtbot: QtBot, observed: ObservableStore, jobs: Jobs, clock: Clock) -> Open:
    """Open the page on the own document; ``marks`` are already pointed at in its form."""

    def opened(*answers: object, marks: tuple[Mark, ...] = (), year: int = 2026) -> Forms:
        added = observed.do("書類", commands.add_own_document, "参加申請", Basis.PERSON)
        assert added is not None
        own = f"own-{added.result}"
        draft = EditionDraft(own, "申請書.xlsx", "令和7年度版", FiscalYear(2025))
        done = observed.do("様式", commands.register_form, draft, book(), marks)
        assert done is not None
        dialogs = FakeDialogs(*answers)
        page = FormsPage(observed, YearChoice(FiscalYear(year)), dialogs, jobs, clock)
        qtbot.addWidget(page)
        page.resize(1100, 600)
        page.show()
        page.ui.formList.choose(own)
        forms = Forms(page, qtbot, jobs, dialogs, own, done.result)
        qtbot.waitUntil(lambda: page.card.pane.reading is not None, timeout=WAIT)
        forms.rest()
        return forms

    return opened
