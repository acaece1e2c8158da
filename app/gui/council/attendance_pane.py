"""Who is asked to a meeting, what they answered and who came: marked by one key each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.contacts.person import PersonId
from app.council import commands
from app.council.council import Office
from app.council.meeting import AttendeeDraft, MeetingState, Presence, Reply
from app.council.queries import AttendeeRow, MeetingCard
from app.gui.compiled.council.ui_attendance_pane import Ui_AttendancePane
from app.gui.council.attendee_model import PRESENCE, REPLY, SIGNS, Mark
from app.gui.council.attendee_text import counts
from app.gui.framework.observable_store import ObservableStore
from app.gui.matching.act_form import Act, Refused
from app.gui.matching.known import prepare_person
from app.gui.widgets.empty_state import EmptyState
from app.kernel.errors import Refusal

_HINT = "O 出席　D 代理　X 欠席　Delete 印を消す　← → 返事と出欠　Space 代理の方・備考"

_NOBODY = "氏名の一部を打って、一覧から選んでください。"
_EXPECTED = {
    Reply.PROXY: Presence.PROXY,
    Reply.ABSENT: Presence.ABSENT,
}
"""How who said so beforehand is marked where everybody else is marked present."""


class AttendancePane(QWidget):
    """Each mark is one step of undo; whoever sends a proxy is asked for the name at once."""

    def __init__(
        self, store: ObservableStore, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store, self._today = store, today
        self._card: MeetingCard | None = None
        self.ui = ui = Ui_AttendancePane()
        ui.setupUi(self)
        self.grid = ui.grid
        self._empty = EmptyState(
            "まだだれも呼んでいません",
            "「委員を全員入れる」で、開催日に任期のある委員が並びます。委員以外の方は「出席者を追加」で"
            "加えます。",
            "委員を全員入れる",
        )
        ui.stack.addWidget(self._empty)
        ui.countLabel.prepare(ems=30, bold=True)
        ui.hintLabel.setText(_HINT)
        ui.actForm.prepare(today)
        prepare_person(ui.actForm.toEdit, store, "出席者")
        self._connect()
        self.setFocusProxy(self.grid)

    def _connect(self) -> None:
        ui = self.ui
        self._empty.wanted.connect(self.add_members)
        self.grid.marked.connect(self.mark)
        self.grid.words_wanted.connect(self.ask_words)
        ui.membersButton.clicked.connect(self.add_members)
        ui.addButton.clicked.connect(self.add)
        ui.removeButton.clicked.connect(self.remove)

    # Showing

    def show_card(self, card: MeetingCard) -> None:
        """Show who is asked; the cursor stands where there is to be marked."""
        anew = self._card is None or self._card.id != card.id
        held = self._card is not None and self._card.draft.state is not card.draft.state
        self._card = card
        self.grid.people.show(card.attendees)
        rows = self.grid.people.rowCount()
        self.ui.stack.setCurrentIndex(0 if rows else 1)
        for button in (self.ui.presentButton, self.ui.removeButton):
            button.setEnabled(rows > 0)
        self.ui.countLabel.setText(counts(card.attendees))
        if anew:
            self.ui.actForm.drop()
        if anew or held or self.grid.row() < 0:
            self.grid.go(0, self._column(card))

    def _column(self, card: MeetingCard) -> int:
        over = card.draft.state is MeetingState.HELD or card.draft.held_on <= self._today()
        return PRESENCE if over else REPLY

    def _row(self, number: int) -> AttendeeRow | None:
        rows = self.grid.people.rows
        return rows[number] if 0 <= number < len(rows) else None

    # Marking

    @Slot(int, int, object)
    def mark(self, number: int, column: int, mark: Mark | None) -> None:
        """Mark a cell and go on to the next row."""
        row = self._row(number)
        if row is None or self._card is None:
            return
        self.grid.go(number, column)
        known = row.draft.reply if column == REPLY else row.draft.presence
        if known is not mark and not self._write(row, column, mark):
            return
        if mark in (Reply.PROXY, Presence.PROXY):
            self.ask_words(number)
        else:
            self.grid.go_on()

    def _write(self, row: AttendeeRow, column: int, mark: Mark | None) -> bool:
        assert self._card is not None  # asked by mark()
        meeting, person, do = self._card.id, row.person_id, self._store.do
        said = f"（{row.name} {SIGNS[mark] or '空欄'}）"
        if isinstance(mark, Presence) or (mark is None and column != REPLY):
            marks = {person: mark}
            return do(f"出欠の記録{said}", commands.mark_presence, meeting, marks) is not None
        on = self._today()
        return do(f"出欠の返事{said}", commands.reply, meeting, person, mark, on=on) is not None

    @Slot()
    def mark_all(self) -> None:
        """Mark whoever is blank as present, or as they said beforehand that they would be."""
        if self._card is None:
            return
        blank = [row for row in self._card.attendees if row.draft.presence is None]
        if not blank:
            self._store.refused.emit("出欠の空欄はありません。")
            return
        marks = {row.person_id: _expected(row) for row in blank}
        label = f"空欄{len(blank)}人を出席に（{self._card.row.title}）"
        if self._store.do(label, commands.mark_presence, self._card.id, marks) is not None:
            self.grid.go(0, PRESENCE)
        self.grid.setFocus()

    @Slot(int)
    def ask_words(self, number: int) -> None:
        """Ask who comes in somebody's place, and for a note."""
        row = self._row(number)
        if row is None:
            return
        self.ui.actForm.begin(
            f"{row.name}さん",
            "記録する",
            {"text": "代理の方の氏名", "more": "備考"},
            Act(text=row.draft.proxy_name, more=row.draft.note),
            partial(self._write_words, number, row),
            back=self.grid,
        )

    def _write_words(self, number: int, row: AttendeeRow, act: Act, refused: Refused) -> bool:
        known = self._draft(row.person_id)
        if known is None:
            return True
        draft = replace(known, proxy_name=act.text, note=act.more)
        done = self._set(f"代理・備考（{row.name}）", {row.person_id: draft}, refused)
        self.grid.go(number + 1, self.grid.column())
        return done

    # Who is asked

    @Slot()
    def add_members(self) -> None:
        """Put whoever has a seat on the day of the meeting on the list."""
        if self._card is not None:
            label = f"委員を全員入れる（{self._card.row.title}）"
            done = self._store.do(label, commands.invite, self._card.id)
            if done is not None and not done.result:
                self._store.refused.emit(
                    "加える委員はいません。「協議体と委員」で委員と任期を確かめてください。"
                )
            self.grid.setFocus()

    @Slot()
    def add(self) -> None:
        """Ask who else comes."""
        self.ui.actForm.begin(
            "出席者を追加する",
            "追加する",
            {"to": "人", "choice": "役", "text": "所属・職"},
            Act(Office.OBSERVER),
            self._add,
            choices=[(office.label, office) for office in Office],
            back=self.grid,
        )

    def _add(self, act: Act, refused: Refused) -> bool:
        if not isinstance(act.to, int):
            refused(Refusal(_NOBODY, {"to": _NOBODY}))
            return False
        person = PersonId(act.to)
        draft = AttendeeDraft(person, act.choice, act.text)
        return self._set("出席者の追加", {person: draft}, refused)

    @Slot()
    def remove(self) -> None:
        """Take the current row off the list."""
        row = self._row(self.grid.row())
        if row is not None:
            self._set(f"名簿から外す（{row.name}）", {row.person_id: None})
            self.grid.setFocus()

    def _draft(self, person: PersonId) -> AttendeeDraft | None:
        rows = () if self._card is None else self._card.attendees
        return next((row.draft for row in rows if row.person_id == person), None)

    def _set(
        self,
        label: str,
        changed: dict[PersonId, AttendeeDraft | None],
        refused: Refused | None = None,
    ) -> bool:
        """Store the list with some of it changed, added or (nothing) taken away."""
        if self._card is None:
            return False
        drafts = {row.person_id: row.draft for row in self._card.attendees} | changed
        kept = [draft for draft in drafts.values() if draft is not None]
        command, meeting = commands.set_attendees, self._card.id
        if refused is None:
            return self._store.do(label, command, meeting, kept) is not None
        return self._store.do(label, command, meeting, kept, on_refusal=refused) is not None


def _expected(row: AttendeeRow) -> Presence:
    return _EXPECTED.get(row.draft.reply, Presence.PRESENT) if row.draft.reply else Presence.PRESENT
