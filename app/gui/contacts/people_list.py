"""The list of people: what is typed, tabs and filters narrow it; the data base is not asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.contacts import queries
from app.contacts.card import PersonRow
from app.contacts.derived import TABS
from app.contacts.people_index import PeopleIndex
from app.contacts.person import PersonStatus
from app.contacts.queries import PersonListing
from app.gui.compiled.contacts.ui_contacts_page import Ui_ContactsPage
from app.gui.contacts.filter_box import fill_filter
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.window_model import Column, WindowModel
from app.gui.widgets.empty_state import EmptyState
from app.office import queries as office

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_indexes: WeakKeyDictionary[Any, PeopleIndex] = WeakKeyDictionary()
_PAUSE_MS = 80
"""The tabs count once the typing pauses: laying them out takes as long as the search."""
_NARROW = {"ふりがな未入力": "未入力"}


def index_of(store: ObservableStore) -> PeopleIndex:
    """Return the people of an office in memory, the same for the list and for Ctrl+K."""
    return _indexes.setdefault(store.plain, PeopleIndex())


@dataclass(frozen=True, slots=True)
class PeopleListing:
    """A ``PersonListing`` whose keys are found in memory."""

    index: PeopleIndex
    asked: PersonListing

    @property
    def tables(self) -> frozenset[str]:
        return self.asked.tables

    def keys(self, session: Session) -> Sequence[int]:
        return self.index.find(session, self.asked).keys

    def count(self, session: Session) -> int:
        return len(self.keys(session))

    def first_keys(self, session: Session, limit: int) -> Sequence[int]:
        return self.keys(session)[:limit]

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, PersonRow]:
        return self.asked.rows(session, keys)


def _name(row: PersonRow) -> str:
    return row.name if row.status is PersonStatus.ACTIVE else f"{row.name}（{row.status.label}）"


def _kana(row: PersonRow) -> str:
    return f"{row.kana}（要確認）" if row.kana_guessed else row.kana


def _age(row: PersonRow) -> str:
    return row.age_band if row.age is None else f"{row.age}歳"


def _place(row: PersonRow) -> str:
    return "　".join(part for part in (row.district, row.address) if part)


COLUMNS: tuple[Column[PersonRow], ...] = (
    Column("氏名", _name, width=7, tip=_name),
    Column("ふりがな", _kana, width=9, tip=_kana),
    Column("年齢", _age, number=True, width=3),
    Column("電話", lambda row: row.phone, width=6),
    Column("圏域・住所", _place, width=2, tip=_place),
)


class PeopleList(QObject):
    """Connects search, tabs and filters to the list.

    ``chosen`` carries the key of the current person or nothing, ``opened`` that of one who was
    double-clicked, ``first_wanted`` that the first person is to be added.
    """

    chosen = Signal(object)
    opened = Signal(int)
    first_wanted = Signal()

    def __init__(
        self, ui: Ui_ContactsPage, store: ObservableStore, today: Callable[[], date]
    ) -> None:
        super().__init__(ui.peopleView)
        self._ui = ui
        self._store = store
        self._today = today
        self.index = index_of(store)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._write_tabs)
        ui.countLabel.prepare(ems=4.5, quiet=True, right=True)
        self._fill_filters()
        listing = PeopleListing(self.index, PersonListing(today()))
        self.model: WindowModel[PersonRow] = WindowModel(store, COLUMNS, listing, self)
        ui.peopleList.show_model(self.model, "people")
        self._none_yet = EmptyState(
            "まだ誰も登録されていません",
            "受講者やサポーターなど、事務所と関わる方をここに登録します。"
            "Excelの名簿があれば「名簿を取り込む」でまとめて登録できます。",
            "最初の方を追加する",
        )
        self._not_found = EmptyState(
            "あてはまる方がいません",
            "読みがな・ローマ字・電話番号や住所の一部でも探せます。圏域・タグ・状態・五十音の"
            "絞り込みも確かめてください。",
            "絞り込みをやめる",
        )
        self._none_yet.wanted.connect(self.first_wanted)
        self._not_found.wanted.connect(self.clear)
        ui.listStack.addWidget(self._none_yet)
        ui.listStack.addWidget(self._not_found)
        self._connect()
        self._write_tabs()
        self._show_counts()

    def _connect(self) -> None:
        ui = self._ui
        ui.searchEdit.textChanged.connect(self._narrow)
        ui.tabBar.currentChanged.connect(self._narrow)
        ui.districtCombo.currentIndexChanged.connect(self._narrow)
        ui.statusCombo.currentIndexChanged.connect(self._narrow)
        ui.tagCombo.currentIndexChanged.connect(self._narrow)
        ui.binCheck.toggled.connect(self._narrow)
        ui.peopleList.chosen.connect(self.chosen)
        ui.peopleList.opened.connect(self.opened)
        self._store.changed.connect(self._changed)

    @property
    def asked(self) -> PersonListing:
        """What is listed now."""
        listing: PeopleListing = self.model.listing
        return listing.asked

    def show_person(self, person: int) -> None:
        """Make a person current, taking away what hides them."""
        if not self._ui.peopleList.choose(person):
            self.clear()
            if not self._ui.peopleList.choose(person):
                self._ui.binCheck.setChecked(True)
                self._ui.peopleList.choose(person)

    @Slot()
    def clear(self) -> None:
        """List everybody."""
        ui = self._ui
        boxes = (ui.districtCombo, ui.tagCombo, ui.statusCombo)
        quiet = (ui.searchEdit, ui.tabBar, *boxes, ui.binCheck)
        for widget in quiet:
            widget.blockSignals(True)  # noqa: FBT003
        ui.searchEdit.clear()
        ui.tabBar.setCurrentIndex(0)
        for box in boxes:
            box.setCurrentIndex(0)
        ui.binCheck.setChecked(False)
        for widget in quiet:
            widget.blockSignals(False)  # noqa: FBT003
        self._narrow()

    @Slot()
    def _narrow(self) -> None:
        ui = self._ui
        tab = ui.tabBar.currentIndex()
        asked = PersonListing(
            self._today(),
            text=ui.searchEdit.text().strip(),
            tab=TABS[tab - 1] if tab > 0 else "",
            district_id=ui.districtCombo.currentData(),
            status=ui.statusCombo.currentData(),
            binned=ui.binCheck.isChecked(),
            tag_id=ui.tagCombo.currentData(),
        )
        if asked != self.asked:
            self.model.show(replace(self.model.listing, asked=asked))
            self._show_counts()
            self._pause.start()

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if tables & {"district", "tag"}:
            self._fill_filters()
            self._narrow()
        if tables & self.model.listing.tables:
            self._show_counts()
            self._write_tabs()

    @Slot()
    def _write_tabs(self) -> None:
        """Write the counts on the tabs."""
        found = self._store.ask(self.index.find, self.asked)
        bar = self._ui.tabBar
        titles = ["すべて", *(_NARROW.get(tab.title, tab.title) for tab in found.tabs)]
        counts = [0, *(tab.people for tab in found.tabs)]
        for number, (title, count) in enumerate(zip(titles, counts, strict=True)):
            text = f"{title} {count}" if count else title
            if bar.count() <= number:
                bar.addTab(text)
            elif bar.tabText(number) != text:
                bar.setTabText(number, text)

    def _show_counts(self) -> None:
        """Say how many are listed, and what an empty list means."""
        shown = self.model.rowCount()
        self._ui.countLabel.setText(f"{shown:,}人")
        nobody = not shown and self.asked == PersonListing(self.asked.day)
        page = self._ui.peopleList if shown else self._none_yet if nobody else self._not_found
        self._ui.listStack.setCurrentWidget(page)

    def _fill_filters(self) -> None:
        rows = self._store.ask(office.districts)
        fill_filter(self._ui.districtCombo, "圏域", [(row.name, row.id) for row in rows])
        statuses = [(status.label, status) for status in PersonStatus]
        fill_filter(self._ui.statusCombo, "状態", statuses)
        tags = self._store.ask(queries.tags)
        fill_filter(self._ui.tagCombo, "タグ", [(row.name, row.id) for row in tags])
