"""The card of one letter of the register."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.gui.compiled.submissions.ui_letter_card import Ui_LetterCardView
from app.gui.contacts.facts_grid import FactsGrid
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.records.record_card import RecordCard
from app.kernel.wareki import format_day
from app.submissions import queries
from app.submissions.queries import LetterRow
from app.submissions.submission import LetterId


class LetterCardView(RecordCard[LetterId]):
    """Shows a letter; one that something was handed in with leads there."""

    TABLES = frozenset({"letter", "submission"})

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.ui = Ui_LetterCardView()
        self.ui.setupUi(self)
        self.hold(self.ui)
        self._submission: int | None = None
        self._facts = FactsGrid(self.ui.factsPanel)
        self.ui.submissionButton.clicked.connect(self._follow)

    def fill(self, key: LetterId) -> None:
        """Show everything that is written down."""
        row = self.store.ask(queries.letter, key)
        draft = row.draft
        number = draft.number or "番号なし"
        self.show_head(
            draft.subject, f"{draft.direction.label}　{number}", deleted_at=row.deleted_at
        )
        self._submission = row.submission
        self.ui.submissionButton.setVisible(row.submission is not None)
        self._facts.show([("文書", _facts(row))])

    @Slot()
    def _follow(self) -> None:
        self.wanted.emit(Target("reporting", "submission", self._submission))


def _facts(row: LetterRow) -> tuple[tuple[str, str], ...]:
    draft = row.draft
    facts = (
        ("日付", format_day(draft.on_day, "令和8年4月1日(水)")),
        ("相手先", draft.partner),
        ("方法", draft.way.label),
        ("添付", draft.enclosures),
        ("備考", draft.note),
    )
    return tuple(fact for fact in facts if fact[1])
