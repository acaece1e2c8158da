"""Finishing homework with what came of it, wherever it is listed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from app.council import commands
from app.council.meeting import ResolutionId
from app.council.queries import HomeworkRow
from app.gui.framework.observable_store import ObservableStore
from app.gui.matching.act_form import Act, ActForm, Refused
from app.kernel.wareki import format_day

_SHOWN = 20


def homework_text(row: HomeworkRow) -> str:
    """Return homework in one line: what, who, until when, from which meeting."""
    due = f"{format_day(row.due_on, 'R8.4.1')}まで" if row.due_on else ""
    since = f"第{row.number}回（{format_day(row.held_on, 'R8.4.1')}）"
    return "　".join(part for part in (row.text, row.owner, due, since) if part)


class HomeworkActs:
    """Asks for the result and the day; the result may stay empty."""

    def __init__(
        self, store: ObservableStore, form: ActForm, today: Callable[[], date], back: QWidget
    ) -> None:
        self._store, self._form, self._today, self._back = store, form, today, back

    def finish(self, row: HomeworkRow, _checked: bool = False) -> None:  # noqa: FBT002
        """Ask what came of homework."""
        self.ask(row.id, row.text, row.result)

    def ask(self, key: ResolutionId, text: str, result: str) -> None:
        """Ask what came of what has a key."""
        self._form.begin(
            f"宿題を済みにする：{text}",
            "済みにする",
            {"text": "結果", "on": "済んだ日"},
            Act(on=self._today(), text=result),
            partial(self._write, key, text),
            back=self._back,
        )

    def _write(self, key: ResolutionId, text: str, act: Act, refused: Refused) -> bool:
        done = self._store.do(
            f"宿題の済み（{text[:_SHOWN]}）",
            commands.finish_resolution,
            key,
            act.on or self._today(),
            act.text,
            on_refusal=refused,
        )
        return done is not None
