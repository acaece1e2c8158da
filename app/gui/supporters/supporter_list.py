"""The list of supporters, with where each of them helps at present."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.gui.compiled.supporters.ui_registered_page import Ui_RegisteredPage
from app.gui.contacts.filter_box import fill_filter
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.window_model import Column, WindowModel
from app.gui.records.record_list import RecordList
from app.gui.widgets.empty_state import EmptyState
from app.kernel.wareki import format_day
from app.matching import queries as matching
from app.matching.schedule import week_text
from app.office import queries as office
from app.supporters import queries
from app.supporters.card import SupporterRow
from app.supporters.lacking import Lack
from app.supporters.queries import SupporterListing
from app.supporters.supporter import SupporterId, SupporterState

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_DAY = "R8.4.1"


@dataclass(frozen=True, slots=True)
class Listed:
    """A supporter as the list shows them; ``places`` are where they help at present."""

    row: SupporterRow
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SupportersWithPlaces:
    """A ``SupporterListing`` whose rows say where somebody helps."""

    asked: SupporterListing

    @property
    def tables(self) -> frozenset[str]:
        return self.asked.tables | {"match"}

    def keys(self, session: Session) -> Sequence[int]:
        return self.asked.keys(session)

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, Listed]:
        found = self.asked.rows(session, keys)
        places = matching.current_places(session, [SupporterId(key) for key in keys])
        return {key: Listed(row, places.get(row.id, ())) for key, row in found.items()}


def _age(one: Listed) -> str:
    return one.row.age_band if one.row.age is None else f"{one.row.age}歳"


def _skills(one: Listed) -> str:
    return "・".join(one.row.skills)


def _day(day: date | None) -> str:
    return "" if day is None else format_day(day, _DAY)


COLUMNS: tuple[Column[Listed], ...] = (
    Column("登録番号", lambda one: one.row.number, width=4),
    Column("氏名", lambda one: one.row.name, width=7, tip=lambda one: one.row.kana),
    Column("状態", lambda one: one.row.state.label, width=3),
    Column("活動レベル", lambda one: one.row.level, width=6, tip=lambda one: one.row.level),
    Column("圏域", lambda one: one.row.district, width=5),
    Column("できること", _skills, width=8, tip=_skills),
    Column("電話", lambda one: one.row.phone, width=6),
    Column("保険", lambda one: "あり" if one.row.insured else "なし", width=2),
    Column("ボラセン", lambda one: "登録" if one.row.centre else "", width=4),
    Column(
        "活動先", lambda one: "、".join(one.places), width=8, tip=lambda one: "\n".join(one.places)
    ),
    Column("活動できるとき", lambda one: week_text(one.row.week), width=10),
    Column("移動手段", lambda one: "・".join(way.label for way in one.row.transport), width=7),
    Column("町名", lambda one: one.row.town, width=8, tip=lambda one: one.row.town),
    Column("年齢", _age, number=True, width=3),
    Column("有効期限", lambda one: _day(one.row.valid_until), width=5),
    Column("登録日", lambda one: _day(one.row.registered_on), width=5),
)


class SupporterList(RecordList):
    """The supporters of the office."""

    UNIT = "人"
    MASTERS = frozenset({"district", "activity_level", "support_kind"})

    def __init__(
        self, ui: Ui_RegisteredPage, store: ObservableStore, today: Callable[[], date]
    ) -> None:
        filters = (ui.stateCombo, ui.levelCombo, ui.districtCombo, ui.kindCombo, ui.lackCombo)
        super().__init__(ui, ui.supporterList, filters, store)
        self._ui = ui
        self._today = today
        ui.countLabel.prepare(ems=3.5, quiet=True, right=True)
        listing = SupportersWithPlaces(SupporterListing(today()))
        self.show_model(WindowModel(store, COLUMNS, listing, self), "supporters")
        self.say_when_empty(
            EmptyState(
                "まだサポーターがいません",
                "養成研修を修了した方は「登録する」でまとめて登録できます。研修を受けていない方は、"
                "連絡先から選んで1人ずつ登録します。",
                "1人を選んで登録する",
            ),
            EmptyState(
                "あてはまるサポーターがいません",
                "ふりがな・登録番号・電話番号でも探せます。状態・活動レベル・圏域・できること・"
                "足りないものの絞り込みも確かめてください。",
                "絞り込みをやめる",
            ),
        )

    @property
    def asked(self) -> SupporterListing:
        """What is listed now."""
        listing: SupportersWithPlaces = self.model.listing
        return listing.asked

    def show(self, listing: SupporterListing) -> None:
        """List something else."""
        self.model.show(SupportersWithPlaces(listing))

    def listing(self) -> SupporterListing:
        """Return what the boxes ask for."""
        ui = self._ui
        return SupporterListing(
            self._today(),
            text=self.text,
            state=ui.stateCombo.currentData(),
            level_id=ui.levelCombo.currentData(),
            district_id=ui.districtCombo.currentData(),
            kind_id=ui.kindCombo.currentData(),
            lacking=ui.lackCombo.currentData(),
            binned=ui.binCheck.isChecked(),
        )

    def show_lacking(self, lack: Lack) -> None:
        """List who lacks something, and nothing else narrowed."""
        self.clear()
        self._ui.lackCombo.setCurrentIndex(self._ui.lackCombo.findData(lack))

    def fill_filters(self) -> None:
        """Offer the states, levels, districts, kinds and lacks."""
        ui, ask = self._ui, self.store.ask
        kinds = ask(queries.support_kinds)
        fill_filter(ui.stateCombo, "状態", [(one.label, one) for one in SupporterState])
        fill_filter(ui.levelCombo, "レベル", [(row.name, row.id) for row in ask(queries.levels)])
        rows = ask(office.districts)
        fill_filter(ui.districtCombo, "圏域", [(row.name, row.id) for row in rows])
        fill_filter(ui.kindCombo, "できること", [(row.name, row.id) for row in kinds])
        fill_filter(ui.lackCombo, "足りないもの", [(one.label, one) for one in Lack])
