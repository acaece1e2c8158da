"""Every page fits the screens that offices have, and nothing on it is cut."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.forms import commands as forms
from app.forms.edition import Basis, EditionDraft, Mark
from app.gui.contacts.organisations_page import OrganisationsPage
from app.gui.contacts.writing_panel import WritingPanel
from app.gui.contacts_place import ContactsPlace
from app.gui.forms.forms_page import FormsPage
from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.parted_page import PartedPage
from app.gui.framework.search import Target
from app.gui.framework.settings import ViewSettings
from app.gui.framework.view import View
from app.gui.framework.year_choice import YearChoice
from app.gui.main_window import MainWindow
from app.gui.places import PLACES
from app.gui.reporting_place import ReportingPlace
from app.gui.settings.settings_page import SECTIONS, SettingsPage
from app.gui.supporters.registered_page import RegisteredPage
from app.gui.supporters.supporters_place import SupportersPlace
from app.gui.training.attendance_tab import AttendanceTab
from app.gui.training.training_page import TABS, TrainingPage
from app.gui.welcome.welcome_page import WelcomePage
from app.kernel.fiscal_year import FiscalYear
from app.kernel.paths import Paths
from app.wiring import open_store
from tests.forms.books import book
from tests.gui.fake_dialogs import FakeDialogs
from tests.journeys.applicants import messy_workbook

SCREENS = ((14, QSize(1366, 700)), (18, QSize(1900, 1000)))
"""Points of the text, and the room a window has on the screen it is used with.

The first is the tightest there is: what fits there fits 12 points on 1280 × 720 as well.
"""
ROWS = 15


def now() -> datetime:
    return datetime(2026, 11, 20, 9)


@dataclass
class Seen:
    """The window at one size, and what was found wrong with it so far."""

    window: MainWindow
    jobs: Jobs
    room: QSize
    wrong: list[str] = field(default_factory=list)

    def look(self, what: str) -> None:
        """Note what is cut, and whether the window would have to be larger than the screen."""
        for _ in range(3):  # sizes travel up through the layouts, one turn a level that scrolls
            QApplication.processEvents()
        needed, size = self.window.minimumSizeHint(), self.window.size()
        if size != self.room or needed.expandedTo(self.room) != self.room:
            self.wrong.append(f"{what} needs {needed.toTuple()}")
        for widget in self.window.findChildren(QWidget):
            if widget.isVisible() and _is_cut(widget):
                hint = widget.sizeHint().toTuple()
                name = f"{what}: {widget.objectName() or type(widget).__name__}"
                self.wrong.append(f"{name} {widget.size().toTuple()} of {hint}")
        self.wrong += [f"{what}: {key} does {texts}" for key, texts in _shared_keys(self.window)]


def _shared_keys(window: MainWindow) -> Iterator[tuple[str, list[str]]]:
    """Yield the keys that two actions of what is seen wait for: pressed, they would do neither."""
    everywhere = (Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut)
    actions = {
        action
        for widget in (window, *window.findChildren(QWidget))
        if widget.isVisible()
        for action in widget.actions()
        if action.isEnabled() and action.shortcutContext() in everywhere
    }
    texts: dict[str, list[str]] = {}
    for action in actions:
        for key in action.shortcuts():
            texts.setdefault(key.toString(), []).append(action.text())
    yield from ((key, sorted(found)) for key, found in texts.items() if len(found) > 1)


def _is_cut(widget: QWidget) -> bool:
    if not isinstance(widget, QAbstractButton | QLabel) or not widget.text():
        return False
    needed = widget.sizeHint()
    if isinstance(widget, QLabel) and widget.wordWrap():
        needed = QSize(0, widget.heightForWidth(widget.width()))
    return needed.expandedTo(widget.size()) != widget.size()


@pytest.fixture(params=SCREENS, ids=lambda screen: f"{screen[0]}pt")
def seen(
    request: pytest.FixtureRequest, sample_file: Path, tmp_path: Path, qapp: QApplication
) -> Iterator[Seen]:
    points, room = request.param
    before = qapp.font(), qapp.palette(), qapp.styleSheet()
    look = View()
    look.change(replace(ViewSettings(), look="light", text_size=points))
    office = shutil.copyfile(sample_file, tmp_path / "office.kurashi")
    store = open_store(office, None, Paths.under(tmp_path), now)
    jobs = Jobs()
    window = MainWindow(look, YearChoice(FiscalYear(2026)), FakeDialogs(), jobs, now)
    window.resize(room)
    window.show_office(ObservableStore(store, window), "見本事務所")
    window.show()
    yield Seen(window, jobs, room)
    window.allow_close()
    window.leave_office()
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    jobs.close()
    store.close()
    qapp.setFont(before[0])
    qapp.setPalette(before[1])
    qapp.setStyleSheet(before[2])


def test_that_every_place_fits(seen: Seen, qtbot: QtBot) -> None:
    for place in PLACES:
        seen.window.go_to(place.name)
        page = seen.window.ui.pages.currentWidget()
        parts = page.PARTS if isinstance(page, PartedPage) and seen.room == SCREENS[0][1] else ()
        qtbot.waitUntil(lambda: not seen.jobs.busy, timeout=30_000)
        seen.look(place.title)
        for part in parts:
            page.show_part(part.name)
            qtbot.waitUntil(lambda: not seen.jobs.busy, timeout=30_000)
            seen.look(f"{place.title}：{part.title}")
    assert seen.wrong == []


def test_that_every_tab_of_a_course_fits(seen: Seen) -> None:
    seen.window.go_to("training")
    page = seen.window.ui.pages.currentWidget()
    assert isinstance(page, TrainingPage)
    for row in range(page.list.model.rowCount()):
        page.list.ui.courseList.setCurrentIndex(page.list.model.index(row, 0))
        for number, tab in enumerate(TABS):
            page.card.ui.tabs.setCurrentIndex(number)
            seen.look(tab.title)
    page.card.show_tab(AttendanceTab)
    page.card.ui.listButton.setChecked(True)
    seen.look("出席と講座の一覧")
    assert seen.wrong == []


def test_that_the_forms_beside_the_lists_of_a_course_fit(seen: Seen) -> None:
    seen.window.go_to("training")
    page = seen.window.ui.pages.currentWidget()
    assert isinstance(page, TrainingPage)
    page.card.ui.tabs.setCurrentIndex(2)
    applicants = page.card._made[2]
    applicants.ui.list.setCurrentIndex(applicants.model.index(0, 0))
    seen.look("申込のカード")
    applicants.add()
    seen.look("申込の追加")
    attendance = page.card.show_tab(AttendanceTab)
    attendance.add_walk_in()
    seen.look("飛び入り")
    attendance._make_up_current()
    seen.look("補講")
    assert seen.wrong == []


def test_that_every_section_of_the_settings_fits(seen: Seen) -> None:
    seen.window.go_to("settings")
    page = seen.window.ui.pages.currentWidget()
    assert isinstance(page, SettingsPage)
    for row, section in enumerate(SECTIONS):
        page.ui.sectionList.setCurrentRow(row)
        seen.look(section.title)
    assert seen.wrong == []


def test_that_people_and_an_import_fit(seen: Seen, tmp_path: Path, qtbot: QtBot) -> None:
    page = shown_contacts(seen).people
    page.ui.peopleList.setCurrentIndex(page.people.model.index(1, 0))
    seen.look("連絡先のカード")
    page.side.edit()
    seen.look("連絡先の編集")
    page.side.add()
    seen.look("新しい人")
    page.importing.begin(path=messy_workbook(tmp_path / "申込者.xlsx"))
    qtbot.waitUntil(lambda: not seen.jobs.busy, timeout=30_000)
    seen.look("取り込みの列")
    assert page.import_pane is not None
    page.import_pane.make_plan()
    qtbot.waitUntil(lambda: not seen.jobs.busy, timeout=30_000)
    seen.look("取り込みの予定")
    assert seen.wrong == []


def test_that_organisations_and_what_hangs_on_cards_fit(seen: Seen) -> None:
    place = shown_contacts(seen)
    card = place.people.card
    place.people.ui.peopleList.setCurrentIndex(place.people.people.model.index(1, 0))
    for panel in card.panels.panels:
        if isinstance(panel, WritingPanel):
            panel.begin()
            seen.look(f"人のカード：{type(panel).__name__}")
    place.show_part("organisations")
    page = place.part
    assert isinstance(page, OrganisationsPage)
    page.ui.organisationList.setCurrentIndex(page.organisations.model.index(1, 0))
    seen.look("団体のカード")
    page.side.edit()
    seen.look("団体の編集")
    assert seen.wrong == []


def shown_contacts(seen: Seen) -> ContactsPlace:
    seen.window.go_to("contacts")
    place = seen.window.ui.pages.currentWidget()
    assert isinstance(place, ContactsPlace)
    return place


def test_that_supporters_fit_with_the_forms_open(seen: Seen) -> None:
    seen.window.go_to("supporters")
    place = seen.window.ui.pages.currentWidget()
    assert isinstance(place, SupportersPlace)
    place.show_part("registered")
    page = place.part
    assert isinstance(page, RegisteredPage)
    page.ui.supporterList.setCurrentIndex(page.supporters.model.index(0, 0))
    for panel in page.card.panels:
        panel.begin()
    for _ in range(20):  # a long form in the card: more turns than the others
        QApplication.processEvents()
    seen.look("サポーターのカード")
    page.side.edit()
    seen.look("サポーターの編集")
    page.many.begin_insuring()
    seen.look("何人もの保険")
    for part in ("candidates", "insurance", "renewal"):
        place.show_part(part)
        seen.look(part)
    assert seen.wrong == []


def test_that_a_form_and_its_next_edition_fit(seen: Seen, tmp_path: Path, qtbot: QtBot) -> None:
    store = seen.window.store
    assert store is not None
    name = f"負担限度額認定申請書{seen.room.width()}"
    added = store.do("書類", forms.add_own_document, name, Basis.PERSON)
    assert added is not None
    own = f"own-{added.result}"
    draft = EditionDraft(own, "負担限度額認定申請書.xlsx", "令和8年4月改正", FiscalYear(2026))
    mark = Mark("申請書", "C8", "{{氏名}}")
    store.do("様式", forms.register_form, draft, book(), [mark])
    seen.window.go(Target("reporting", "form", own))
    place = seen.window.ui.pages.currentWidget()
    assert isinstance(place, ReportingPlace)
    page = place.part
    assert isinstance(page, FormsPage)
    qtbot.waitUntil(lambda: page.card.pane.reading is not None, timeout=30_000)
    page.card.pane.go_to((8, 3))
    for number, what in enumerate(("項目", "版", "試し刷り")):
        page.card.choose_tab(number)
        qtbot.waitUntil(lambda: not seen.jobs.busy, timeout=30_000)
        seen.look(what)
    page.card.choose_tab(0)
    path = tmp_path / "申請書.xlsx"
    path.write_bytes(book(extra=2))
    page.add_file(path)
    qtbot.waitUntil(lambda: page.adding.candidate is not None, timeout=30_000)
    seen.look("様式の追加")
    assert seen.wrong == []


def test_that_the_first_page_fits(seen: Seen, tmp_path: Path) -> None:
    seen.window.leave_office()
    welcome = WelcomePage(FiscalYear(2026))
    known = [tmp_path / f"事務所{number}.kurashi" for number in range(8)]
    for path in known:
        path.touch()
    welcome.show_recent(known)
    seen.window.show_alone(welcome)
    seen.look("はじめ")
    assert seen.wrong == []


@pytest.mark.parametrize("seen", [(12, QSize(1366, 768))], ids=["small"], indirect=True)
def test_that_fifteen_people_are_seen_at_once_on_a_small_screen(seen: Seen) -> None:
    seen.window.go_to("training")
    page = seen.window.ui.pages.currentWidget()
    assert isinstance(page, TrainingPage)
    grid = page.card.show_tab(AttendanceTab).grid
    seen.look("出席")
    assert grid.viewport().height() // grid.names.defaultSectionSize() >= ROWS
