"""記録 on a card: everything that happened, a note in two keystrokes, and attached files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from app.gui.contacts.card_panel import CardPanel, Owner
from app.gui.framework import icons
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.timeline.attached_files import AttachedFiles
from app.gui.timeline.event_line import Act
from app.gui.timeline.event_list import EventList
from app.gui.timeline.file_drop import FileDrop, card_around, scroll_around
from app.gui.timeline.note_actions import NoteActions
from app.gui.timeline.note_form import NoteForm
from app.gui.widgets.flow_row import FlowRow
from app.timeline import queries
from app.timeline.event import Event, EventKind
from app.timeline.note import NoteRow

_FIRST, _MORE, _ALL = 8, 60, 5_000


class TimelinePanel(CardPanel):
    """Lists events, the newest first; notes and files are added, changed and removed in place."""

    tables = frozenset(
        {
            "contact_note", "attachment", "person", "organisation", "affiliation", "consent",
            "enrollment", "attendance", "course", "course_session", "certificate", "export_record",
        }
    )  # fmt: skip

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self._owner: Owner | None = None
        self._limit = _FIRST
        self._wanted_note = 0
        self._drop: FileDrop | None = None
        self.files = AttachedFiles(store, dialogs, self)
        self.actions_on_notes = NoteActions(store, dialogs, today, self)
        self._head = FlowRow()
        self._make_head()
        self.form = NoteForm(store, self)
        self.form.closed.connect(self._closed)
        self.form.hide()
        self.events = EventList()
        self.events.more.connect(self._show_more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._head, self.form, self.events):
            column.addWidget(widget)

    def _make_head(self) -> None:
        self.call_button = QPushButton("電話メモ", self._head)
        self.call_button.setToolTip("電話のメモをとる（Ctrl+M）")
        self.call_button.clicked.connect(self.begin_call)
        self.attach_button = QPushButton("ファイルを添付…", self._head)
        self.attach_button.setToolTip("カードの上にファイルを落としても添付できます")
        self.attach_button.clicked.connect(self._attach_here)
        self.kind_combo = QComboBox(self._head)
        self.kind_combo.setAccessibleName("記録の種類で絞る")
        self.kind_combo.setProperty("apart", True)  # noqa: FBT003
        self.kind_combo.addItem("すべての記録", None)
        for kind in EventKind:
            self.kind_combo.addItem(kind.label, kind)
        self.kind_combo.currentIndexChanged.connect(self._filter)
        self._draw_icons()

    def _draw_icons(self) -> None:
        self.call_button.setIcon(icons.icon("phone"))
        self.attach_button.setIcon(icons.icon("link"))

    # Whose it is

    def show_owner(self, owner: Owner) -> None:
        """Show what happened with somebody.

        A note being written for somebody else is saved as it is: who looks somebody up during a
        call has not given up.  Where it cannot be, it stays open.
        """
        before, self._owner = self._owner, owner  # saving shows the new one
        if before is not None and (before.subject, before.key) != (owner.subject, owner.key):
            self._limit = _FIRST
            if not self.form.unsaved:
                self.form.hide()
            elif not self.form.save():
                self.store.refused.emit(f"{self.form.name}の記録がまだ保存されていません。")
        self._show()

    def may_leave(self) -> bool:
        """Ask what becomes of a note that is being written."""
        if not self.form.unsaved:
            return True
        text = f"{self.form.name}の記録が書きかけです。保存して移りますか。"
        return self.dialogs.confirm("書きかけの記録", text, "保存して移る") and self.form.save()

    def show_note(self, note: int) -> None:
        """Show one note, however old, and go to it."""
        self._wanted_note = note
        if self.events.line_of(note) is None:
            self._limit = _ALL
            self.kind_combo.setCurrentIndex(self.kind_combo.findText(EventKind.NOTE.label))
            self._show()
        QTimer.singleShot(0, self, self._reveal)

    @Slot()
    def _reveal(self) -> None:
        """Go to the wanted note once it has its place."""
        line, area = self.events.focus_note(self._wanted_note), scroll_around(self)
        if line is not None and area is not None:
            area.ensureWidgetVisible(line)
            area.horizontalScrollBar().setValue(0)

    # The list

    def _show(self) -> None:
        if self._owner is None:
            return
        kind = self.kind_combo.currentData()
        named = self._owner.named
        today, limit = self.today(), self._limit + 1
        found = self.store.ask(queries.timeline, **named, limit=limit, kind=kind, until=today)
        more = len(found) > self._limit
        shown = found[: self._limit]
        self.events.show_events(shown, today, self._acts, self._follow_acts, more=more)

    def _acts(self, event: Event) -> list[Act]:
        assert self._owner is not None
        owner, files = self._owner, self.files
        if (note := event.note) is not None:
            return [
                Act("直す", partial(self._change, note), "edit"),
                Act("この記録に添付…", partial(files.ask_and_attach, owner, note), "link"),
                Act("消す", partial(self.actions_on_notes.remove, owner, note), "delete"),
            ]
        if (row := event.attachment) is not None:
            return [
                Act("開く", partial(files.open, row), "open-external"),
                Act("保存…", partial(files.save, row), "save"),
                Act("外す", partial(files.remove, owner, row), "delete"),
            ]
        if event.place:
            target = Target(event.place, event.target, event.key)
            return [Act("もとの記録を開く", partial(self.wanted.emit, target), "chevron-right")]
        return []

    def _follow_acts(self, event: Event) -> list[Act]:
        note, owner, acts = event.note, self._owner, self.actions_on_notes
        if note is None or owner is None or note.draft.follow_up_on is None:
            return []
        if note.open_until is None:
            return [Act("済みを取り消す", partial(acts.reopen, owner, note))]
        return [
            Act("済", partial(acts.done, owner, note)),
            Act("日を変える…", partial(acts.move, owner, note)),
        ]

    @Slot()
    def _filter(self) -> None:
        self._limit = max(_FIRST, min(self._limit, _MORE))
        self._show()

    @Slot()
    def _show_more(self) -> None:
        self._limit += _MORE
        self._show()

    # Notes and files

    @Slot()
    def begin_call(self) -> None:
        """Begin the note of a call; one that is being written goes on."""
        if self._owner is None:
            return
        if not self.form.unsaved:
            self.form.begin(self._owner)
        self._go_to_form()

    def _change(self, note: NoteRow) -> None:
        if self._owner is not None and self.may_leave():
            self.form.change(self._owner, note)
            self._go_to_form()

    def _go_to_form(self) -> None:
        self.form.ui.textEdit.setFocus()
        QTimer.singleShot(0, self, self._reveal_form)

    @Slot()
    def _reveal_form(self) -> None:
        area = scroll_around(self)
        if area is not None and not self.form.isHidden():
            area.ensureWidgetVisible(self.form)
            area.horizontalScrollBar().setValue(0)

    @Slot()
    def _closed(self) -> None:
        self.form.hide()
        self.call_button.setFocus()

    @Slot()
    def _attach_here(self) -> None:
        if self._owner is not None:
            self.files.ask_and_attach(self._owner)

    @Slot(object)
    def _dropped(self, paths: list[object]) -> None:
        if self._owner is not None:
            self.files.attach(self._owner, paths)  # type: ignore[arg-type]  # a signal's list

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        card = card_around(self)
        if self._drop is None and card is not None:
            self._drop = FileDrop(card)
            self._drop.dropped.connect(self._dropped)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "events"):
            self._draw_icons()
            self._show()
