"""One session of a course: what it is about, and moving, calling off or removing it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.gui.compiled.training.ui_session_form import Ui_SessionForm
from app.gui.framework.edit_form import EditForm
from app.gui.framework.page import Page
from app.kernel.errors import Refusal
from app.kernel.wareki import format_day, parse_day
from app.training import commands
from app.training.course import SessionForm as Form
from app.training.course import SessionStatus
from app.training.queries import SessionCard
from app.training.scheduling import day_note


class SessionForm(QWidget):
    """Shows a ``SessionCard``; every button is one step of undo."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: Page | None = None
        self.card: SessionCard | None = None
        self.ui = Ui_SessionForm()
        self.ui.setupUi(self)
        ui = self.ui
        for one in Form:
            ui.formCombo.addItem(one.label, one)
        ui.startEdit.prepare("開始の時刻")
        ui.endEdit.prepare("終了の時刻")
        self.form = EditForm(self)
        for name, editor in (
            ("held_on", ui.dayEdit),
            ("starts_at", ui.startEdit),
            ("ends_at", ui.endEdit),
            ("theme", ui.themeEdit),
            ("content", ui.contentEdit),
            ("form", ui.formCombo),
            ("required", ui.requiredCheck),
            ("lecturer", ui.lecturerEdit),
            ("lecturer_title", ui.lecturerTitleEdit),
            ("venue", ui.venueEdit),
            ("materials", ui.materialsEdit),
            ("note", ui.noteEdit),
        ):
            self.form.bind(name, editor)
        self.form.edited.connect(self._say_edited)
        self.form.submitted.connect(self.save)
        self.form.cancelled.connect(self._show_again)
        ui.saveButton.clicked.connect(self.save)
        ui.postponeButton.clicked.connect(self.postpone)
        ui.cancelButton.clicked.connect(self.cancel)
        ui.restoreButton.clicked.connect(self.restore)
        ui.removeButton.clicked.connect(self.remove)

    def prepare(self, page: Page) -> None:
        """Say which page it is on."""
        self._page = page
        self.ui.dayEdit.prepare(lambda: page.today, "期日")

    def show_card(self, card: SessionCard) -> None:
        """Show a session; what is being typed about the same session stays."""
        same = self.card is not None and self.card.id == card.id
        if same and self.form.dirty and self.card is not None and self.card.draft == card.draft:
            return
        self.card = card
        self.form.show_draft(card.draft)
        self._say()

    def _say(self) -> None:
        card = self.card
        if card is None:
            return
        ui = self.ui
        ui.headLabel.setText(f"{card.label}　{card.status.label}")
        moved = card.first_planned_on
        told = [
            card.change_reason,
            f"もとの期日は{format_day(moved, '4月1日(水)')}" if moved else "",
            f"ご注意：{card.day_note}" if card.day_note else "",
        ]
        ui.stateLabel.setText("　".join(part for part in told if part))
        ui.stateLabel.setVisible(any(told))
        ui.problemLabel.hide()
        ahead = card.status in (SessionStatus.PLANNED, SessionStatus.POSTPONED)
        ui.postponeButton.setEnabled(ahead)
        ui.cancelButton.setEnabled(ahead)
        ui.restoreButton.setEnabled(card.status is not SessionStatus.PLANNED)
        ui.saveButton.setEnabled(False)

    @Slot()
    def _say_edited(self) -> None:
        self.ui.saveButton.setEnabled(self.form.dirty)
        try:
            day = self.ui.dayEdit.value()
        except Refusal:
            return
        note = day_note(day) if isinstance(day, date) else ""
        if note:
            self.ui.stateLabel.setText(f"ご注意：{note}")
            self.ui.stateLabel.show()

    @Slot()
    def _show_again(self) -> None:
        if self.card is not None:
            self.form.show_draft(self.card.draft)
            self._say()

    @Slot()
    def save(self) -> bool:
        """Store what is typed; return whether nothing is left unsaved."""
        if self._page is None or self.card is None or not self.form.dirty:
            return True
        draft = self.form.read()
        if draft is None:
            return False
        done = self._page.store.do(
            f"{self.card.label}の変更",
            commands.change_session,
            self.card.id,
            draft,
            on_refusal=self._refused,
        )
        return done is not None

    @Slot()
    def postpone(self) -> None:
        """Ask for the new day, which may be open, and the reason, and move the session."""
        if self._page is None or self.card is None:
            return
        dialogs, label = self._page.dialogs, self.card.label
        typed = dialogs.ask_text(
            f"{label}の延期", "新しい期日（まだ決まっていないときは空のままにしてください）"
        )
        if typed is None:
            return
        try:
            day = parse_day(typed, self._page.today) if typed else None
        except Refusal as refusal:
            self._refused(refusal)
            return
        reason = dialogs.ask_text(f"{label}の延期", "延期の理由（例：大雪のため）", "大雪のため")
        if reason is not None:
            self._do(f"{label}の延期（{reason}）", commands.postpone_session, day, reason)

    @Slot()
    def cancel(self) -> None:
        """Ask why, and call the session off."""
        if self._page is None or self.card is None:
            return
        label = self.card.label
        reason = self._page.dialogs.ask_text(
            f"{label}の中止", "中止の理由（例：大雪のため）", "大雪のため"
        )
        if reason is not None:
            self._do(f"{label}の中止（{reason}）", commands.cancel_session, reason)

    @Slot()
    def restore(self) -> None:
        """Take back a holding, a cancellation or a postponement."""
        if self.card is not None:
            self._do(f"{self.card.label}を予定に戻す", commands.restore_session)

    @Slot()
    def remove(self) -> None:
        """Take the session away; undo brings it back."""
        if self.card is not None:
            self._do(f"{self.card.label}の削除", commands.remove_session)

    def _do(self, label: str, command: Callable[..., None], *args: object) -> None:
        if self._page is not None and self.card is not None:
            self._page.store.do(label, command, self.card.id, *args, on_refusal=self._refused)

    def _refused(self, refusal: Refusal) -> None:
        rest = self.form.mark_refusal(refusal)
        self.ui.problemLabel.setText(rest)
        self.ui.problemLabel.setVisible(bool(rest))
