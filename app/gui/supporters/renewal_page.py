"""The part 更新と確認: who is to be asked this year, and what comes to its end."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLabel

from app.gui.compiled.supporters.ui_two_lists_page import Ui_TwoListsPage
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.framework.window_model import Column
from app.gui.supporters.entry_forms import Confirmed, confirm_form
from app.gui.supporters.list_half import ListHalf, Widgets, put_away, show_alone
from app.gui.supporters.rounds import Ending, ToConfirm
from app.gui.supporters.small_form import SmallForm
from app.gui.widgets.empty_state import EmptyState
from app.kernel.wareki import format_day
from app.supporters import commands, queries
from app.supporters.card import Expires, Expiring, SupporterRow
from app.supporters.supporter import SupporterId

_DAY = "R8.4.1"


def _valid(row: SupporterRow) -> str:
    return "" if row.valid_until is None else format_day(row.valid_until, _DAY)


TO_ASK: tuple[Column[SupporterRow], ...] = (
    Column("氏名", lambda row: row.name, width=9, tip=lambda row: row.kana),
    Column("登録番号", lambda row: row.number, width=4),
    Column("電話", lambda row: row.phone, width=6),
    Column("状態", lambda row: row.state.label, width=3),
    Column("有効期限", _valid, width=5),
)


class RenewalPage(Page):
    """At the left who has not been asked this year, at the right what ends."""

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = ui = Ui_TwoListsPage()
        ui.setupUi(self)
        ui.aboutLabel.setText(
            "登録している方に、年に1回、続けるかどうかを確かめます。確認した日を記録すると、"
            "登録の有効期限もその日から数え直します。"
        )
        self.asking = ListHalf(
            Widgets(ui.leftTitle, ui.leftStack, ui.leftList, ui.leftActs), self.store, self
        )
        self.ending = ListHalf(
            Widgets(ui.rightTitle, ui.rightStack, ui.rightList, ui.rightActs), self.store, self
        )
        self._make_period()
        self._show_lists()
        self.form = confirm_form(lambda: self.today, 2)
        self.renewing = confirm_form(lambda: self.today, 2)
        for form, write in ((self.form, self._confirm), (self.renewing, self._renew)):
            ui.whole.addWidget(form)
            form.hide()
            form.entered.connect(write)
            form.closed.connect(self._close_forms)
        self._add_keys()
        self.setFocusProxy(ui.leftList)
        self.year.changed.connect(self.reload)
        self.reload()

    def _make_period(self) -> None:
        label, self.until = QLabel("期限", self.ui.rightHead), QComboBox(self.ui.rightHead)
        label.setBuddy(self.until)
        self.until.setAccessibleName("どこまでの期限を出すか")
        label.setProperty("apart", True)  # noqa: FBT003
        for text, months in (("過ぎたもの", 0), ("3か月以内", 3), ("1年以内", 12)):
            self.until.addItem(text, months)
        self.until.setCurrentIndex(1)
        self.until.currentIndexChanged.connect(self.reload)

    def _show_lists(self) -> None:
        self.asking.show_listing(
            "to_confirm",
            TO_ASK,
            ToConfirm(self._day()),
            EmptyState(
                "この年度の確認はすべて済んでいます",
                "状態が「登録」で、この年度にまだ意向を確かめていない方がここに出ます。",
            ),
        )
        columns: tuple[Column[Expiring], ...] = (
            Column("氏名", lambda one: one.name, width=9),
            Column("何の期限", lambda one: one.text, width=9, tip=lambda one: one.text),
            Column("期限", self._ends, width=9),
        )
        self.ending.show_listing(
            "expiring",
            columns,
            Ending(self._last_day()),
            EmptyState("期限が来るものはありません", "登録の有効期限と資格の期限がここに出ます。"),
            unit="件",
        )
        self.ui.leftList.opened.connect(self._open)
        self.ui.rightList.opened.connect(self._open_ending)

    def _add_keys(self) -> None:
        keys, asking, ending = self.keys, self.asking, self.ending
        every = asking.add_button("全員を選ぶ", needs_ticks=False)
        keys.add("確認を待つ全員を選ぶ・外す", "Ctrl+A", self.ui.leftList.tick_all, every)
        confirm = asking.add_button("選んだ方の意向を確認した…", main=True)
        keys.add("選んだ方の意向を確認した", "Ctrl+Return", self.begin_confirming, confirm)
        renew = ending.add_button("選んだ方の意向を確認した…")
        renew.clicked.connect(self.begin_renewing)
        self.expire_button = ending.add_button("切れた登録を満了にする", needs_ticks=False)
        keys.add("期限が切れた登録をすべて満了にする", "Ctrl+J", self.expire, self.expire_button)
        keys.tell("Space", "選んだ行に印を付ける・外す")
        keys.tell("Enter", "選んだ方のカードを開く")

    # Listing

    def _day(self) -> date:
        """Return the day in the window's fiscal year that confirmations are asked for."""
        year = self.year.value
        return min(max(self.today, year.first_day), year.last_day)

    def _ends(self, one: Expiring) -> str:
        over = "（切れています）" if one.on < self.today else ""
        return f"{format_day(one.on, _DAY)}{over}"

    def _last_day(self) -> date:
        """Return the day up to which ends are listed."""
        months = self.until.currentData()
        return self.today + timedelta(days=365 * months // 12) if months else self._yesterday()

    def _yesterday(self) -> date:
        return self.today - timedelta(days=1)

    @Slot()
    def reload(self) -> None:
        """List those of the year the window shows."""
        self._close_forms()
        self.asking.reload("意向の確認がまだの方", ToConfirm(self._day()))
        self.ending.reload("期限が来るもの", Ending(self._last_day()))

    @Slot(int)
    def _open(self, key: int) -> None:
        self.wanted.emit(Target("supporters", "supporter", key))

    @Slot(int)
    def _open_ending(self, key: int) -> None:
        self._open(Ending.owner(key))

    # Writing down

    @Slot()
    def _close_forms(self) -> None:
        for form in (self.form, self.renewing):
            put_away(self.ui, form)

    @Slot()
    def begin_confirming(self) -> None:
        """Ask once for everybody ticked."""
        self._close_forms()
        show_alone(self.ui, self.form)
        title = f"選んだ{len(self.asking.keys)}人が続ける意向を確認した"
        self.form.begin(title, "記録する", Confirmed(self.today))

    @Slot()
    def begin_renewing(self) -> None:
        """Ask once for everybody of whom something that ends is ticked."""
        self._close_forms()
        show_alone(self.ui, self.renewing)
        title = f"選んだ{len(self._ending_supporters())}人が続ける意向を確認した"
        self.renewing.begin(title, "記録する", Confirmed(self.today))

    def _ending_supporters(self) -> list[SupporterId]:
        return list(dict.fromkeys(Ending.owner(key) for key in self.ending.keys))

    @Slot(object)
    def _confirm(self, entry: Confirmed) -> None:
        keys = [SupporterId(key) for key in self.asking.keys]
        self._write(self.form, self.asking, keys, entry)

    @Slot(object)
    def _renew(self, entry: Confirmed) -> None:
        self._write(self.renewing, self.ending, self._ending_supporters(), entry)

    def _write(
        self, form: SmallForm, half: ListHalf, keys: list[SupporterId], entry: Confirmed
    ) -> None:
        assert entry.on is not None  # needed by the form
        done = self.store.do(
            f"意向を確認（{len(keys)}人）",
            commands.confirm,
            keys,
            on=entry.on,
            note=entry.note,
            on_refusal=form.refused,
        )
        if done is not None:
            half.model.clear_ticks()
            self._close_forms()
            half.widgets.list.setFocus()

    @Slot()
    def expire(self) -> None:
        """End every registration whose validity is over; undo brings them back."""
        over = [
            one
            for one in self.store.ask(queries.expiring, date.min, self._yesterday())
            if one.what is Expires.REGISTRATION
        ]
        if not over:
            self.said.emit("有効期限が切れた登録はありません。")
            return
        self.store.do(f"期限が切れた登録を満了に変更（{len(over)}人）", commands.expire, self.today)
