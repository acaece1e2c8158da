"""The next step of a meeting, from the notice to its final minutes, and calling it off."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from app.council import commands
from app.council.meeting import MeetingDraft, MeetingState, MinutesState
from app.council.queries import MeetingCard
from app.gui.framework.observable_store import ObservableStore
from app.gui.matching.act_form import Act, ActForm, Refused
from app.kernel.labelled import Labelled
from app.kernel.wareki import format_day

_REPLY_BEFORE = timedelta(days=7)
"""How long before a meeting replies are asked for."""


class Step(Labelled):
    """What is written down next."""

    INVITE = "invite", "案内を出した"
    HOLD = "hold", "開催した"
    SEND = "send", "会議録を照会した"
    CONFIRM = "confirm", "会議録を確定した"


def next_step(card: MeetingCard, today: date) -> Step | None:
    """Return what is written down next about a meeting, or nothing while it is waited for."""
    draft = card.draft
    if draft.state is MeetingState.PLANNED:
        if draft.held_on <= today:
            return Step.HOLD
        return Step.INVITE if draft.invited_on is None else None
    if draft.state is MeetingState.HELD:
        return {
            MinutesState.SENT: Step.CONFIRM,
            MinutesState.CONFIRMED: None,
        }.get(card.row.minutes, Step.SEND)
    return None


def waiting_text(card: MeetingCard) -> str:
    """Say why there is no next step now."""
    if card.draft.state is MeetingState.PLANNED:
        return f"{format_day(card.draft.held_on, '4月1日')}の開催を待っています"
    return "中止" if card.draft.state is MeetingState.CANCELLED else "会議録まで済み"


class MeetingActs:
    """Writes at once what needs no more words, and asks in a form for what does."""

    def __init__(
        self,
        store: ObservableStore,
        form: ActForm,
        today: Callable[[], date],
        back: QWidget,
        held: Callable[[], None],
    ) -> None:
        self._store, self._form, self._today = store, form, today
        self._back, self._held = back, held

    def step(self, card: MeetingCard) -> None:
        """Take the next step of a meeting."""
        step = next_step(card, self._today())
        if step is Step.INVITE:
            self._ask_invite(card)
        elif step is Step.HOLD:
            label = f"会議の開催（{card.row.title}）"
            attended = card.draft.attended
            if self._store.do(label, commands.hold_meeting, card.id, attended=attended):
                self._held()
        elif step is not None:
            self._ask_minutes(card, step)

    def _ask_invite(self, card: MeetingCard) -> None:
        by = card.draft.held_on - _REPLY_BEFORE
        if by <= self._today():  # it is late: the day before leaves most time to answer
            by = max(card.draft.held_on - timedelta(days=1), self._today())
        self._form.begin(
            "開催案内を出した日を記録する",
            "記録する",
            {"on": "案内を出した日", "later": "返事の締切"},
            Act(on=self._today(), later=card.draft.reply_by or by),
            partial(self._invite, card),
            back=self._back,
        )

    def _invite(self, card: MeetingCard, act: Act, refused: Refused) -> bool:
        done = self._store.do(
            f"開催案内（{card.row.title}）",
            commands.invite,
            card.id,
            act.on or self._today(),
            reply_by=act.later,
            on_refusal=refused,
        )
        return done is not None

    def _ask_minutes(self, card: MeetingCard, step: Step) -> None:
        steps = (Step.SEND, Step.CONFIRM) if step is Step.SEND else (Step.CONFIRM,)
        self._form.begin(
            "会議録の照会・確定を記録する",
            "記録する",
            {"choice": "段階", "on": "日"},
            Act(step, self._today()),
            partial(self._write_minutes, card),
            choices=[(one.label, one) for one in steps],
            back=self._back,
        )

    def _write_minutes(self, card: MeetingCard, act: Act, refused: Refused) -> bool:
        command = commands.send_minutes if act.choice is Step.SEND else commands.confirm_minutes
        label = f"{act.choice.label}（{card.row.title}）"
        on = act.on or self._today()
        return self._store.do(label, command, card.id, on, on_refusal=refused) is not None

    def cancel(self, card: MeetingCard) -> None:
        """Ask why a meeting is called off."""
        self._form.begin(
            "この会議を中止にする",
            "中止にする",
            {"text": "理由"},
            Act(),
            partial(self._cancel, card),
            back=self._back,
        )

    def _cancel(self, card: MeetingCard, act: Act, refused: Refused) -> bool:
        label = f"会議の中止（{card.row.title}）"
        done = self._store.do(
            label, commands.cancel_meeting, card.id, note=act.text, on_refusal=refused
        )
        return done is not None


def may_cancel(draft: MeetingDraft) -> bool:
    """Return whether a meeting can be called off."""
    return draft.state is MeetingState.PLANNED
