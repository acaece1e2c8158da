"""The list of people: what is typed, tabs and filters narrow it; the data base is not asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from app.contacts import queries
from app.contacts.card import PersonRow, Tab
from app.contacts.people_index import PeopleIndex
from app.contacts.person import PersonStatus
from app.contacts.queries import PersonListing
from app.gui.compiled.contacts.ui_contacts_page import Ui_ContactsPage
from app.gui.contacts.filter_box import fill_filter
from app.gui.contacts.kana_tabs import KanaTabs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.window_model import Column, WindowModel
from app.gui.records.record_list import RecordList
from app.gui.widgets.empty_state import EmptyState
from app.office import queries as office

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_indexes: WeakKeyDictionary[Any, PeopleIndex] = WeakKeyDictionary()


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
        return self.index.first(session, self.asked, limit)

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


class PeopleList(RecordList):
    """The people of the office, found in memory."""

    UNIT = "人"
    MASTERS = frozenset({"district", "tag"})

    def __init__(
        self, ui: Ui_ContactsPage, store: ObservableStore, today: Callable[[], date]
    ) -> None:
        filters = (ui.districtCombo, ui.statusCombo, ui.tagCombo)
        super().__init__(ui, ui.peopleList, filters, store, ui.tabBar)
        self._ui = ui
        self._today = today
        self.index = index_of(store)
        self._kana_tabs = KanaTabs(ui.tabBar, self._count_tabs)
        ui.countLabel.prepare(ems=4.5, quiet=True, right=True)
        listing = PeopleListing(self.index, PersonListing(today()))
        self.show_model(WindowModel(store, COLUMNS, listing, self), "people")
        self.say_when_empty(
            EmptyState(
                "まだ誰も登録されていません",
                "受講者やサポーターなど、事務所と関わる方をここに登録します。"
                "Excelの名簿があれば「名簿を取り込む」でまとめて登録できます。",
                "最初の方を追加する",
            ),
            EmptyState(
                "あてはまる方がいません",
                "読みがな・ローマ字・電話番号や住所の一部でも探せます。圏域・タグ・状態・五十音の"
                "絞り込みも確かめてください。",
                "絞り込みをやめる",
            ),
        )

    @property
    def asked(self) -> PersonListing:
        """What is listed now."""
        listing: PeopleListing = self.model.listing
        return listing.asked

    def show(self, listing: PersonListing) -> None:
        """List something else, found in the same memory."""
        self.model.show(replace(self.model.listing, asked=listing))

    def listing(self) -> PersonListing:
        """Return what the boxes ask for."""
        ui = self._ui
        return PersonListing(
            self._today(),
            text=self.text,
            tab=self._kana_tabs.chosen,
            district_id=ui.districtCombo.currentData(),
            status=ui.statusCombo.currentData(),
            binned=ui.binCheck.isChecked(),
            tag_id=ui.tagCombo.currentData(),
        )

    def counted(self, *, typing: bool) -> None:
        """Write the counts on the tabs."""
        self._kana_tabs.count(typing=typing)

    def _count_tabs(self) -> Sequence[Tab]:
        return self.store.ask(self.index.find, self.asked).tabs

    def fill_filters(self) -> None:
        """Offer the districts, states and tags."""
        rows = self.store.ask(office.districts)
        fill_filter(self._ui.districtCombo, "圏域", [(row.name, row.id) for row in rows])
        statuses = [(status.label, status) for status in PersonStatus]
        fill_filter(self._ui.statusCombo, "状態", statuses)
        tags = self.store.ask(queries.tags)
        fill_filter(self._ui.tagCombo, "タグ", [(row.name, row.id) for row in tags])
