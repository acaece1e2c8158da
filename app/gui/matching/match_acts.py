"""What is written down of somebody who was asked: the answer, and the next step of the match."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from app.gui.framework.observable_store import ObservableStore
from app.gui.matching.act_form import Act, ActForm, Refused
from app.matching import commands
from app.matching.match import Answer, MatchState
from app.matching.match_way import NEXT, PENDING
from app.matching.queries import MatchRow


class MatchActs:
    """Writes at once what needs no more words, and asks in a form for what does."""

    def __init__(
        self, store: ObservableStore, form: ActForm, today: Callable[[], date], back: QWidget
    ) -> None:
        self._store, self._form, self._today, self._back = store, form, today, back

    def answer(self, row: MatchRow, given: Answer) -> bool:
        """Write down an answer given today; return whether it could be."""
        label = f"打診の返事：{given.label}（{row.name}）"
        done = self._store.do(label, commands.answer, row.id, given, on=self._today())
        return done is not None

    def decline(self, row: MatchRow) -> None:
        """Ask why and when somebody declined; the reason may stay empty."""
        self._form.begin(
            f"{row.name}さんの辞退を記録する",
            "辞退を記録",
            {"text": "理由", "on": "返事の日"},
            Act(on=self._today()),
            partial(self._decline, row),
            back=self._back,
        )

    def _decline(self, row: MatchRow, act: Act, refused: Refused) -> bool:
        done = self._store.do(
            f"打診の返事：{Answer.DECLINED.label}（{row.name}）",
            commands.answer,
            row.id,
            Answer.DECLINED,
            on=act.on or self._today(),
            reason=act.text,
            on_refusal=refused,
        )
        return done is not None

    def step(self, row: MatchRow) -> None:
        """Ask for the next state of a match, its day and a word; the likeliest is proposed."""
        states = NEXT[row.state]
        if not states:
            self._store.refused.emit(
                f"このマッチングは「{row.state.label}」になっています。"
                "もう一度お願いするときは、新しく打診してください。"
            )
            return
        self._form.begin(
            f"{row.name}さん　今は「{row.state.label}」",
            "進める",
            {"choice": "次の段階", "on": "日付", "text": "理由・メモ"},
            Act(states[0], self._today()),
            partial(self._step, row),
            choices=[(state.label, state) for state in states],
            back=self._back,
        )

    def _step(self, row: MatchRow, act: Act, refused: Refused) -> bool:
        state: MatchState = act.choice
        done = self._store.do(
            f"マッチング：{state.label}（{row.name}）",
            commands.step,
            row.id,
            state,
            on=act.on or self._today(),
            note=act.text,
            on_refusal=refused,
        )
        return done is not None

    def take_back(self, row: MatchRow) -> None:
        """Take back the newest step, written down by mistake."""
        label = f"段階を1つ戻す（{row.name}）"
        self._store.do(label, commands.take_back_step, row.id)


def may_answer(row: MatchRow | None) -> bool:
    """Return whether an answer of somebody can be written down."""
    return row is not None and row.state in PENDING


def may_step(row: MatchRow | None) -> bool:
    """Return whether a match has a next step."""
    return row is not None and bool(NEXT[row.state])
