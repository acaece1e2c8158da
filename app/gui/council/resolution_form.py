"""Writing down what a meeting decided, or left somebody to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from sqlalchemy.orm import Session

from app.contacts.person import PersonId
from app.council import commands
from app.council.meeting import (
    AgendaItemDraft,
    MeetingId,
    ResolutionDraft,
    ResolutionId,
    ResolutionKind,
)
from app.gui.framework.observable_store import ObservableStore
from app.gui.matching.choices import fill_labels
from app.gui.matching.known import prepare_person
from app.gui.supporters.entry_forms import day_edit, short_combo
from app.gui.supporters.small_form import SmallForm
from app.gui.widgets.found_edit import FoundEdit


@dataclass(frozen=True, slots=True)
class ResolutionEntry(ResolutionDraft):
    """A ``ResolutionDraft`` whose owner is a person, or what was typed."""

    who: int | str | None = None

    @property
    def draft(self) -> ResolutionDraft:
        """What is stored."""
        values = {field.name: getattr(self, field.name) for field in fields(ResolutionDraft)}
        person = PersonId(self.who) if isinstance(self.who, int) else None
        owner = self.who if isinstance(self.who, str) else ""
        return replace(ResolutionDraft(**values), person_id=person, owner=owner)


def entry_of(draft: ResolutionDraft) -> ResolutionEntry:
    """Return a decision or homework as the form shows it."""
    values = {field.name: getattr(draft, field.name) for field in fields(ResolutionDraft)}
    return ResolutionEntry(**values, who=draft.person_id or draft.owner or None)


def enter_resolution(
    session: Session, meeting: MeetingId, known: ResolutionId | None, entry: ResolutionEntry
) -> ResolutionId:
    """Write a decision or homework down, new or known; return its key."""
    if known is None:
        return commands.add_resolution(session, meeting, entry.draft)
    commands.change_resolution(session, known, entry.draft)
    return known


class ResolutionForm(SmallForm):
    """``entered`` carries a ``ResolutionEntry``; a decision has neither owner nor day."""

    def __init__(
        self, store: ObservableStore, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        self.kindCombo, self.agendaCombo, self.whoEdit = QComboBox(), short_combo(), FoundEdit()
        self.textEdit = QLineEdit()
        fill_labels(self.kindCombo, ResolutionKind)
        shown: Sequence[tuple[str, str, QWidget]] = (
            ("kind", "種類", self.kindCombo),
            ("text", "内容", self.textEdit),
            ("who", "担当", self.whoEdit),
            ("due_on", "期限", day_edit(today, "期限")),
            ("agenda_item_id", "議題", self.agendaCombo),
        )
        super().__init__(shown, parent=parent)
        prepare_person(self.whoEdit, store, "担当", free=True)
        self.form.begin_at("text")
        self.kindCombo.currentIndexChanged.connect(self._show_fields)

    def begin_entry(self, draft: ResolutionDraft, agenda: Sequence[AgendaItemDraft]) -> None:
        """Begin a new one, or with what is written down."""
        self.agendaCombo.clear()
        self.agendaCombo.addItem("（全体）", None)
        for number, item in enumerate(agenda, start=1):
            self.agendaCombo.addItem(f"{number}　{item.title}", item.id)
        self.begin(draft.kind.label, "記録する（Ctrl+Enter）", entry_of(draft))
        self._show_fields()

    def _show_fields(self) -> None:
        homework = self.kindCombo.currentData() is ResolutionKind.HOMEWORK
        self.show_field("who", shown=homework)
        self.show_field("due_on", shown=homework)
