"""Writing a note down during a call, or changing one: in place, on the card."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from app.gui.compiled.timeline.ui_note_form import Ui_NoteForm
from app.gui.contacts.card_panel import Owner
from app.gui.framework.edit_form import EditForm
from app.gui.framework.observable_store import ObservableStore
from app.kernel.errors import Refusal
from app.timeline import commands
from app.timeline.note import NoteDraft, NoteKind, NoteRow

_SIDES = (("相手から", True), ("こちらから", False), ("―", None))


@dataclass(frozen=True, slots=True)
class Entry:
    """A note as the form has it: day and time apart."""

    kind: NoteKind
    incoming: bool | None
    day: date | None
    time: time | None
    text: str
    follow_up_on: date | None
    follow_up: str

    def draft(self, now: datetime) -> NoteDraft:
        """Return the note; what is missing of its moment is now's."""
        moment = datetime.combine(self.day or now.date(), self.time or now.time())
        return NoteDraft(
            moment, self.text, self.kind, self.incoming, self.follow_up_on, self.follow_up
        )


def entry_of(draft: NoteDraft) -> Entry:
    """Return a note as the form has it."""
    moment = draft.happened_at
    return Entry(
        draft.kind,
        draft.incoming,
        moment.date(),
        moment.time().replace(second=0),
        draft.text,
        draft.follow_up_on,
        draft.follow_up,
    )


class NoteForm(QFrame):
    """``closed`` says that it was saved or given up."""

    closed = Signal()

    def __init__(self, store: ObservableStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._owner: Owner | None = None
        self._row: NoteRow | None = None
        self.setObjectName("card")
        self.ui = Ui_NoteForm()
        self.ui.setupUi(self)
        self._fill()
        self.form = EditForm(self)
        for name, editor in (
            ("kind", self.ui.kindCombo),
            ("incoming", self.ui.sideCombo),
            ("day", self.ui.dayEdit),
            ("time", self.ui.timeEdit),
            ("text", self.ui.textEdit),
            ("follow_up_on", self.ui.dueEdit),
            ("follow_up", self.ui.whatEdit),
        ):
            self.form.bind(name, editor)
        self.ui.textEdit.submitted.connect(self.save)
        self.form.submitted.connect(self.save)
        self.form.cancelled.connect(self.closed)
        self.ui.saveButton.clicked.connect(self.save)
        self.ui.cancelButton.clicked.connect(self.closed)
        self.ui.momentButton.clicked.connect(self._change_moment)

    def _fill(self) -> None:
        for kind in NoteKind:
            self.ui.kindCombo.addItem(kind.label, kind)
        for label, incoming in _SIDES:
            self.ui.sideCombo.addItem(label, incoming)
        self.ui.dayEdit.prepare(self._today, "記録の日")
        self.ui.timeEdit.prepare("記録の時刻")
        self.ui.dueEdit.prepare(self._today, "次の連絡の日")

    def _now(self) -> datetime:
        return self._store.plain.now()

    def _today(self) -> date:
        return self._now().date()

    def begin(self, owner: Owner, kind: NoteKind = NoteKind.CALL) -> None:
        """Begin a note of what happens now, with the cursor in the text."""
        incoming = True if kind is NoteKind.CALL else None
        self._open(owner, None, NoteDraft(self._now(), "", kind, incoming))

    def change(self, owner: Owner, row: NoteRow) -> None:
        """Begin with a note that is written down."""
        self._open(owner, row, row.draft)

    def _open(self, owner: Owner, row: NoteRow | None, draft: NoteDraft) -> None:
        self._owner, self._row = owner, row
        self.form.show_draft(entry_of(draft))
        self._show_moment(shown=row is not None)
        self.show()
        self.ui.textEdit.setFocus()

    @Slot()
    def _change_moment(self) -> None:
        self._show_moment(shown=True)
        self.ui.dayEdit.setFocus()

    def _show_moment(self, *, shown: bool) -> None:
        """Show day and time, or only what they are: a new note is of now."""
        self.ui.rows.setRowVisible(self.ui.moments, shown)
        self.ui.dayLabel.setVisible(shown)
        self.ui.momentButton.setHidden(shown)
        time = self.ui.timeEdit.typed()
        self.ui.momentButton.setText(f"{time}（日時を変える）")

    @property
    def unsaved(self) -> bool:
        """Whether something is typed that has not been saved."""
        return not self.isHidden() and self.form.dirty

    @property
    def name(self) -> str:
        """Whose note is being written."""
        return self._owner.name if self._owner is not None else ""

    @Slot()
    def save(self) -> bool:
        """Write the note down; what is wrong is said under its field."""
        entry = self.form.read()
        if entry is None or self._owner is None:
            return False
        draft = entry.draft(self._now())
        saved = self._add(self._owner, draft) if self._row is None else self._replace(draft)
        if saved:
            self.closed.emit()
        return saved

    def _add(self, owner: Owner, draft: NoteDraft) -> bool:
        label = f"{draft.kind.label}の記録（{owner.name}）"
        do, refused = self._store.do, self._refused
        return do(label, commands.add_note, draft, on_refusal=refused, **owner.named) is not None

    def _replace(self, draft: NoteDraft) -> bool:
        assert self._owner is not None
        assert self._row is not None
        draft = _same_seconds(draft, self._row.draft)
        label = f"記録の変更（{self._owner.name}）"
        do, refused = self._store.do, self._refused
        return do(label, commands.change_note, self._row.id, draft, on_refusal=refused) is not None

    def _refused(self, refusal: Refusal) -> None:
        if "day" in refusal.fields:
            self._show_moment(shown=True)
        left = self.form.mark_refusal(refusal)
        if left:
            self._store.refused.emit(left)


def _same_seconds(draft: NoteDraft, stored: NoteDraft) -> NoteDraft:
    """Return a draft with the seconds that were stored, which the form does not show."""
    if draft.happened_at == stored.happened_at.replace(second=0):
        return replace(draft, happened_at=stored.happened_at)
    return draft
