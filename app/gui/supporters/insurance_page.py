"""The part 保険: who is insured in the fiscal year of the window, who is not, and the roster."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from app.gui.compiled.supporters.ui_two_lists_page import Ui_TwoListsPage
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.framework.window_model import Column
from app.gui.reporting.document_link import document_target
from app.gui.supporters.entry_forms import InsuranceForm, day_edit
from app.gui.supporters.list_half import ListHalf, Widgets, put_away, show_alone
from app.gui.supporters.rounds import Insured, InsuredRow, Uninsured
from app.gui.supporters.small_form import SmallForm
from app.gui.widgets.empty_state import EmptyState
from app.kernel.wareki import format_day
from app.supporters import commands
from app.supporters.card import SupporterRow
from app.supporters.insurance import InsuranceDraft
from app.supporters.supporter import SupporterId

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_DAY = "R8.4.1"


@dataclass(frozen=True, slots=True)
class HandedIn:
    """When the roster went to the council of social welfare."""

    on: date | None


LACKING: tuple[Column[SupporterRow], ...] = (
    Column("氏名", lambda row: row.name, width=9, tip=lambda row: row.kana),
    Column("登録番号", lambda row: row.number, width=4),
    Column("活動レベル", lambda row: row.level, width=7, tip=lambda row: row.level),
    Column("電話", lambda row: row.phone, width=6),
)


def _handed(one: InsuredRow) -> str:
    day = one.cover.handed_in_on
    return "まだ" if day is None else format_day(day, _DAY)


def _covered(one: InsuredRow) -> str:
    return f"{format_day(one.cover.covers_from, _DAY)}～{format_day(one.cover.covers_until, _DAY)}"


COVERED: tuple[Column[InsuredRow], ...] = (
    Column("氏名", lambda one: one.who.name, width=9, tip=lambda one: one.who.kana),
    Column("補償の期間", _covered, width=9),
    Column("プラン", lambda one: one.cover.draft.plan.label, width=6),
    Column("名簿の提出", _handed, width=5),
    Column("保険料", lambda one: f"{one.cover.draft.premium:,}円", number=True, width=4),
)


class InsurancePage(Page):
    """At the left who lacks a cover of the year, at the right who has one."""

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = ui = Ui_TwoListsPage()
        ui.setupUi(self)
        ui.aboutLabel.setText(
            "ボランティア活動保険は4月1日から3月31日までで、途中で加入した方は加入した日の"
            "翌日から補償されます。年度は窓の上で変えられます。"
        )
        self._last = InsuranceDraft(0, self.today)
        self.lacking = ListHalf(
            Widgets(ui.leftTitle, ui.leftStack, ui.leftList, ui.leftActs), self.store, self
        )
        self.covered = ListHalf(
            Widgets(ui.rightTitle, ui.rightStack, ui.rightList, ui.rightActs), self.store, self
        )
        self._show_lists()
        self._make_forms()
        self._add_keys()
        self.setFocusProxy(ui.leftList)
        self.year.changed.connect(self.reload)
        self.reload()

    def _show_lists(self) -> None:
        year = self.year.value.start
        self.lacking.show_listing(
            "uninsured",
            LACKING,
            Uninsured(year, self.today),
            EmptyState(
                "この年度は全員が加入しています",
                "状態が「登録」で、この年度の保険に加入していない方がここに出ます。",
            ),
        )
        self.covered.show_listing(
            "insured",
            COVERED,
            Insured(year, self.today),
            EmptyState(
                "この年度に加入した方はまだいません",
                "左の一覧で印を付け、「選んだ方を加入にする」を押すと、ここに移ります。",
            ),
        )
        self.ui.leftList.opened.connect(self._open)
        self.ui.rightList.opened.connect(self._open_covered)

    def _make_forms(self) -> None:
        self.joining = InsuranceForm(lambda: self.today, 3)
        fields = (("on", "提出した日", day_edit(lambda: self.today, "名簿を提出した日")),)
        needed = {"on": "提出した日を入力してください。"}
        self.handing = SmallForm(fields, needed)
        for form, write in ((self.joining, self._join), (self.handing, self._hand_in)):
            self.ui.whole.addWidget(form)
            form.hide()
            form.entered.connect(write)
            form.closed.connect(self._close_forms)

    def _add_keys(self) -> None:
        keys, lacking, covered = self.keys, self.lacking, self.covered
        all_button = lacking.add_button("全員を選ぶ", needs_ticks=False)
        keys.add("未加入の全員を選ぶ・外す", "Ctrl+A", self.ui.leftList.tick_all, all_button)
        join = lacking.add_button("選んだ方を加入にする…", main=True)
        keys.add("選んだ方を加入にする", "Ctrl+Return", self.begin_joining, join)
        every = covered.add_button("全員を選ぶ", needs_ticks=False)
        every.clicked.connect(self.ui.rightList.tick_all)
        hand_in = covered.add_button("名簿を提出した…")
        keys.add("加入者の名簿を提出した", "Ctrl+J", self.begin_handing_in, hand_in)
        remove = covered.add_button("加入を消す")
        keys.add("選んだ加入の記録を消す", "Ctrl+Delete", self.remove, remove)
        roster = covered.add_button("加入者名簿を印刷", needs_ticks=False)
        keys.add("加入者名簿を見る・印刷・Excel", "Ctrl+P", self._print, roster)
        keys.tell("Space", "選んだ行に印を付ける・外す")
        keys.tell("Enter", "選んだ方のカードを開く")

    # Listing

    @Slot()
    def reload(self) -> None:
        """List those of the year the window shows."""
        self._close_forms()
        year = self.year.value.start
        self.lacking.reload("加入していない方", Uninsured(year, self.today))
        self.covered.reload("加入している方", Insured(year, self.today))

    @Slot(int)
    def _open(self, key: int) -> None:
        self.wanted.emit(Target("supporters", "supporter", key))

    @Slot(int)
    def _open_covered(self, key: int) -> None:
        listing: Insured = self.covered.model.listing
        found = self.store.ask(listing.rows, [key])
        if key in found:
            self._open(found[key].who.id)

    # Writing down

    @Slot()
    def begin_joining(self) -> None:
        """Ask once for everybody ticked."""
        draft = replace(
            self._last, fiscal_year=self.year.value.start, joined_on=self.today, note=""
        )
        self._show(self.joining)
        title = f"選んだ{len(self.lacking.keys)}人の保険への加入"
        self.joining.begin_draft(title, "加入にする", draft)

    @Slot(object)
    def _join(self, draft: InsuranceDraft) -> None:
        self._last = draft
        keys = [SupporterId(key) for key in self.lacking.keys]
        label = f"保険の加入（{len(keys)}人）"
        if self.store.do(label, commands.insure, keys, draft, on_refusal=self.joining.refused):
            self.lacking.model.clear_ticks()
            self._close_forms()

    @Slot()
    def begin_handing_in(self) -> None:
        """Ask on which day the roster with those ticked was handed in."""
        self._show(self.handing)
        title = f"選んだ{len(self.covered.keys)}人の名簿を提出した"
        self.handing.begin(title, "記録する", HandedIn(self.today))

    @Slot(object)
    def _hand_in(self, entry: HandedIn) -> None:
        keys = self.covered.keys
        label = f"保険の名簿の提出（{len(keys)}人）"
        done = self.store.do(
            label, commands.hand_in, keys, entry.on, on_refusal=self.handing.refused
        )
        if done is not None:
            self.covered.model.clear_ticks()
            self._close_forms()

    @Slot()
    def remove(self) -> None:
        """Take the ticked entries away in one step; undo brings them back."""
        keys = self.covered.keys
        if self.store.do(f"保険の加入を削除（{len(keys)}人）", remove_all, keys) is not None:
            self.covered.model.clear_ticks()

    @Slot()
    def _print(self) -> None:
        self.wanted.emit(document_target("insurance-roster"))

    def _show(self, form: SmallForm) -> None:
        self._close_forms()
        show_alone(self.ui, form)

    @Slot()
    def _close_forms(self) -> None:
        for form in (self.joining, self.handing):
            put_away(self.ui, form)


def remove_all(session: Session, keys: list[int]) -> None:
    """Take entries of insurance away."""
    for key in keys:
        commands.remove_insurance(session, key)
