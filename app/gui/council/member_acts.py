"""Ending a seat on a council, and giving all of them the next term in one step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from app.council import commands
from app.council.queries import CouncilCard, MemberRow
from app.council.seat_term import usual_end
from app.gui.framework.observable_store import ObservableStore
from app.gui.matching.act_form import Act, ActForm, Refused


class MemberActs:
    """Asks for the days in a form; ``renewed`` is called once a next term is written down."""

    def __init__(
        self,
        store: ObservableStore,
        form: ActForm,
        today: Callable[[], date],
        back: QWidget,
        renewed: Callable[[], None],
    ) -> None:
        self._store, self._form, self._today = store, form, today
        self._back, self._renewed = back, renewed

    def end(self, row: MemberRow) -> None:
        """Ask for the last day of a seat."""
        self._form.begin(
            f"{row.name}さんの任期を終える",
            "記録する",
            {"on": "最後の日", "text": "備考"},
            Act(on=self._today(), text=row.draft.note),
            partial(self._end, row),
            back=self._back,
        )

    def _end(self, row: MemberRow, act: Act, refused: Refused) -> bool:
        draft = replace(row.draft, ends_on=act.on or self._today(), note=act.text)
        label = f"任期の終わり（{row.name}）"
        done = self._store.do(label, commands.change_member, row.id, draft, on_refusal=refused)
        return done is not None

    def renew(self, card: CouncilCard) -> None:
        """Ask for the next term of everybody who sits now; the usual one is proposed."""
        ends = [row.draft.ends_on for row in card.members if row.draft.ends_on is not None]
        first = max(ends) + timedelta(days=1) if ends else self._today()
        self._form.begin(
            f"委員{len(card.members)}人を次の任期に更新する",
            "更新する",
            {"on": "次の任期の始まり", "later": "次の任期の終わり"},
            Act(on=first, later=usual_end(first)),
            partial(self._renew, card),
            back=self._back,
        )

    def _renew(self, card: CouncilCard, act: Act, refused: Refused) -> bool:
        done = self._store.do(
            f"委員の更新（{card.draft.name}）",
            commands.renew_members,
            card.id,
            act.on or self._today(),
            act.later,
            on_refusal=refused,
        )
        if done is not None:
            self._renewed()
        return done is not None
