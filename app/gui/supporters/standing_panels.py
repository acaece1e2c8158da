"""Panels on the card of a supporter that follow a history: 状態, 活動レベル, 意向の確認."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from app.gui.contacts.panel_lines import Act, plain
from app.gui.framework.observable_store import ObservableStore
from app.gui.supporters.entry_forms import Confirmed, confirm_form, day_edit, short_combo
from app.gui.supporters.small_form import SmallForm
from app.gui.supporters.supporter_panel import SupporterPanel
from app.kernel.wareki import format_day
from app.supporters import commands, queries
from app.supporters.card import SupporterCard
from app.supporters.registration import STANDING, STEPS
from app.supporters.supporter import EndReason, SupporterState

_VERBS = {
    SupporterState.PLANNED: "登録予定にする",
    SupporterState.REGISTERED: "登録にする",
    SupporterState.PAUSED: "休止にする",
    SupporterState.CANCELLED: "取消にする",
    SupporterState.EXPIRED: "満了にする",
}


@dataclass(frozen=True, slots=True)
class StateEntry:
    """What is asked when a state changes."""

    on: date | None
    reason: EndReason | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class LevelEntry:
    """What is asked when a level changes."""

    level: int | None
    on: date | None
    decided_by: str = ""
    reason: str = ""


class StatePanel(SupporterPanel):
    """The history of states, and a button for each that may come next."""

    TITLE = "状態"

    def __init__(
        self, store: ObservableStore, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(store, today, parent)
        self.next = SupporterState.REGISTERED
        self.reason = short_combo()
        self.reason.addItem("（書かない）", None)
        for one in EndReason:
            self.reason.addItem(one.label, one)
        fields = (
            ("on", "いつから", day_edit(today, "状態が変わる日")),
            ("reason", "理由", self.reason),
            ("note", "メモ", QLineEdit()),
        )
        self.hold(SmallForm(fields, {"on": "いつからかを入力してください。"}, parent=self))
        self.steps = {
            state: self.add_button(f"{verb}…", partial(self.change_to, state))
            for state, verb in _VERBS.items()
        }

    def list_card(self, card: SupporterCard) -> None:
        """List the history, the newest first, and offer what may follow."""
        for number, one in enumerate(reversed(card.states)):
            reason = "" if one.reason is None else one.reason.label
            parts = (f"{format_day(one.starts_on)}から", one.state.label, reason, one.note)
            acts = [Act("消す", f"{one.state.label}の記録を消す", self._remove)]
            newest = number == 0 and len(card.states) > 1
            text = "　".join(part for part in parts if part)
            self.lines.add(plain(text), acts if newest else (), quiet=number > 0)
        for state, button in self.steps.items():
            button.setVisible(state in STEPS[card.state])
        self.buttons.updateGeometry()

    def change_to(self, state: SupporterState, _checked: bool = False) -> None:  # noqa: FBT002
        """Ask from when and why."""
        self.next = state
        self.begin()

    def start(self, card: SupporterCard) -> None:
        """Begin the step that was chosen; only who leaves or pauses is asked why."""
        assert self.form is not None  # held since the beginning
        ended = self.next in (SupporterState.PAUSED, SupporterState.CANCELLED)
        self.form.show_field("reason", shown=ended)
        title = f"「{card.state.label}」から「{self.next.label}」へ"
        self.form.begin(title, _VERBS[self.next], StateEntry(self.today()))

    def enter(self, card: SupporterCard, entry: StateEntry) -> None:
        """Write the step down."""
        self.keep(
            f"{self.next.label}に変更",
            commands.change_state,
            card.id,
            self.next,
            on=entry.on,
            reason=entry.reason,
            note=entry.note,
        )

    def _remove(self) -> None:
        self.drop("状態の記録を削除", commands.remove_state)


class LevelPanel(SupporterPanel):
    """The history of levels: from when, decided by whom, why."""

    TITLE = "活動レベル"

    def __init__(
        self, store: ObservableStore, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(store, today, parent)
        self.level = short_combo()
        fields = (
            ("level", "活動レベル", self.level),
            ("on", "いつから", day_edit(today, "活動レベルが変わる日")),
            ("decided_by", "決めた人", QLineEdit()),
            ("reason", "理由", QLineEdit()),
        )
        needed = {
            "level": "活動レベルを選んでください。",
            "on": "いつからかを入力してください。",
        }
        self.hold(SmallForm(fields, needed, parent=self))
        self.add_button("レベルを変える…", self.begin)

    def list_card(self, card: SupporterCard) -> None:
        """List the history, the newest first."""
        if not card.levels:
            self.lines.say("まだ決まっていません。")
        for number, one in enumerate(card.levels):
            decided = f"（{one.decided_by}）" if one.decided_by else ""
            parts = (f"{format_day(one.starts_on)}から", one.level + decided, one.reason)
            text = "　".join(part for part in parts if part)
            act = Act("消す", f"「{one.level}」の記録を消す", partial(self._remove, one.id))
            self.lines.add(plain(text), (act,), quiet=number > 0)

    def start(self, card: SupporterCard) -> None:
        """Begin with the next level in the order of the master."""
        assert self.form is not None  # held since the beginning
        rows = [row for row in self.store.ask(queries.levels) if not row.retired]
        self.level.clear()
        for row in rows:
            self.level.addItem(row.name, row.id)
        keys = [row.id for row in rows]
        place = keys.index(card.level_id) + 1 if card.level_id in keys else 0
        proposed = keys[min(place, len(keys) - 1)] if keys else None
        self.form.begin("活動レベルを決める", "決める", LevelEntry(proposed, self.today()))

    def enter(self, card: SupporterCard, entry: LevelEntry) -> None:
        """Write the level down."""
        self.keep(
            "活動レベルの変更",
            commands.change_level,
            card.id,
            entry.level,
            on=entry.on,
            decided_by=entry.decided_by,
            reason=entry.reason,
        )

    def _remove(self, change: int, _checked: bool = False) -> None:  # noqa: FBT002
        self.store.do("活動レベルの記録を削除", commands.remove_level_change, change)


class ConfirmationPanel(SupporterPanel):
    """When somebody said that they go on (年1回)."""

    TITLE = "意向の確認（年1回）"

    def __init__(
        self, store: ObservableStore, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(store, today, parent)
        self.hold(confirm_form(today, parent=self))
        self.button = self.add_button("意向を確認した…", self.begin)

    def list_card(self, card: SupporterCard) -> None:
        """List the days, the newest first."""
        if not card.confirmations:
            self.lines.say("まだ記録がありません。")
        for number, one in enumerate(card.confirmations):
            day = format_day(one.confirmed_on)
            text = "　".join(part for part in (day, one.note) if part)
            act = Act("消す", f"{day}の確認を消す", partial(self._remove, one.id))
            self.lines.add(plain(text), (act,), quiet=number > 0)
        self.button.setVisible(card.state in STANDING)

    def start(self, _card: SupporterCard) -> None:
        """Begin with today."""
        assert self.form is not None  # held since the beginning
        self.form.begin("続ける意向を確認した", "記録する", Confirmed(self.today()))

    def enter(self, card: SupporterCard, entry: Confirmed) -> None:
        """Write the day down; the validity follows."""
        self.keep("意向を確認", commands.confirm, [card.id], on=entry.on, note=entry.note)

    def _remove(self, confirmation: int, _checked: bool = False) -> None:  # noqa: FBT002
        self.store.do("意向の確認を削除", commands.remove_confirmation, confirmation)
