"""One application: its form, what the person needs, and what may become of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.contacts import queries as contacts
from app.contacts.person import Consideration
from app.gui.compiled.training.ui_application_card import Ui_ApplicationCard
from app.gui.framework.edit_form import EditForm
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.training.application_fields import fill_heard, fill_ways
from app.kernel.errors import Refusal
from app.kernel.wareki import format_day, parse_day
from app.training import commands, queries
from app.training.course import EnrollmentId, EnrollmentStatus
from app.training.queries import ApplicationRow

_BEFORE = frozenset(
    {EnrollmentStatus.RECEIVED, EnrollmentStatus.WAITING, EnrollmentStatus.ACCEPTED}
)
_GONE = frozenset({EnrollmentStatus.DECLINED, EnrollmentStatus.WITHDREW})


class ApplicationCard(QWidget):
    """``wanted`` carries a ``Target``: the person's own card."""

    wanted = Signal(object)

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._store = page.store
        self.row: ApplicationRow | None = None
        self.ui = Ui_ApplicationCard()
        self.ui.setupUi(self)
        ui = self.ui
        ui.appliedEdit.prepare(lambda: page.today, "申込日")
        fill_ways(ui.wayCombo)
        fill_heard(ui.heardCombo)
        self.form = EditForm(self)
        for name, editor in (
            ("applied_on", ui.appliedEdit),
            ("applied_by", ui.wayCombo),
            ("heard_from", ui.heardCombo),
            ("motive", ui.motiveEdit),
            ("group_name", ui.groupEdit),
            ("note", ui.noteEdit),
        ):
            self.form.bind(name, editor)
        self.form.edited.connect(self._edited)
        self.form.submitted.connect(self.save)
        self.form.cancelled.connect(self._show_again)
        for button in (ui.withdrawButton, ui.reinstateButton, ui.removeButton):
            button.hide()
        ui.saveButton.clicked.connect(self.save)
        ui.personButton.clicked.connect(self._show_person)
        ui.declineButton.clicked.connect(self.decline)
        ui.withdrawButton.clicked.connect(self.withdraw)
        ui.reinstateButton.clicked.connect(self.reinstate)
        ui.removeButton.clicked.connect(self.remove)

    def show_application(self, key: EnrollmentId) -> bool:
        """Show an application; return whether it is still there."""
        before, same = self.row, self.row is not None and self.row.id == key
        self.row = self._store.ask(queries.application, key, self._page.today)
        if self.row is None:
            return False
        typing = same and self.form.dirty and before is not None
        if not typing or before is None or before.draft != self.row.draft:
            self.form.show_draft(self.row.draft)
        self._say(self.row)
        return True

    def _say(self, row: ApplicationRow) -> None:
        ui, status = self.ui, row.status
        number = f"受講番号{row.number}　" if row.number else ""
        ui.headLabel.setText(f"{number}{row.person.name}（{row.person.kana}）")
        reason = f"（{row.status_reason}）" if row.status_reason else ""
        told = [
            f"{status.label}　{format_day(row.status_on, '4月1日(水)')}{reason}",
            f"キャンセル待ち{row.waiting_order}番目" if row.waiting_order else "",
            f"抽選{row.lottery_order}番" if row.lottery_order else "",
            "飛び入り" if row.walk_in else "",
            f"特に認めた理由：{row.entry_exception}" if row.entry_exception else "",
            row.person.phone,
        ]
        ui.stateLabel.setText("　".join(part for part in told if part))
        needs = _needs(self._store.ask(contacts.consideration, row.person.id))
        ui.needsLabel.setText(f"配慮事項（取扱注意）：{needs}" if needs else "")
        ui.needsLabel.setVisible(bool(needs))
        ui.problemLabel.hide()
        ui.saveButton.setEnabled(self.form.dirty)
        ui.declineButton.setVisible(status in _BEFORE)
        ui.withdrawButton.setVisible(status is EnrollmentStatus.ACCEPTED)
        ui.reinstateButton.setVisible(status in _GONE)
        ui.removeButton.setVisible(row.number is None)

    @Slot()
    def _edited(self) -> None:
        self.ui.saveButton.setEnabled(self.form.dirty)

    @Slot()
    def _show_again(self) -> None:
        if self.row is not None:
            self.form.show_draft(self.row.draft)
            self._say(self.row)

    @Slot()
    def save(self) -> bool:
        """Store what is typed; return whether nothing is left unsaved."""
        if self.row is None or not self.form.dirty:
            return True
        draft = self.form.read()
        if draft is None:
            return False
        return self._do("申込の変更", commands.change_application, draft)

    @Slot()
    def decline(self) -> None:
        """Ask why, and write down that the applicant will not come."""
        if self.row is not None:
            reason = self._page.dialogs.ask_text("辞退", f"{self.row.person.name}さんの辞退の理由")
            if reason is not None:
                self._do("辞退", commands.decline, reason)

    @Slot()
    def withdraw(self) -> None:
        """Ask when and why a trainee left."""
        if self.row is None:
            return
        dialogs, name = self._page.dialogs, self.row.person.name
        today = format_day(self._page.today)
        typed = dialogs.ask_text("途中辞退", f"{name}さんの途中辞退の日", today)
        if typed is None:
            return
        try:
            day = parse_day(typed, self._page.today)
        except Refusal as refusal:
            self._refused(refusal)
            return
        reason = dialogs.ask_text("途中辞退", f"{name}さんの途中辞退の理由")
        if reason is not None:
            self._do("途中辞退", commands.withdraw, day, reason)

    @Slot()
    def reinstate(self) -> None:
        """Take back a 辞退 or a 途中辞退, asking where there is no place any more."""
        if self.row is None:
            return
        counted = self._store.ask(queries.counts, self.row.course)
        over = self.row.status is EnrollmentStatus.WITHDREW and counted.free < 1
        if not over or self._page.dialogs.confirm(
            "定員を超えます",
            f"定員{counted.capacity}名に空きがありません。定員を超えて受け入れますか。",
            "定員を超えて受け入れる",
        ):
            self._do("辞退の取り消し", partial(commands.reinstate, over_capacity=over))

    @Slot()
    def remove(self) -> None:
        """Delete an application entered by mistake; undo brings it back."""
        self._do("申込の削除", commands.remove_application)

    def _do(self, label: str, command: Callable[..., None], *args: object) -> bool:
        if self.row is None:
            return False
        label = f"{label}（{self.row.person.name}）"
        done = self._store.do(label, command, self.row.id, *args, on_refusal=self._refused)
        return done is not None

    def _refused(self, refusal: Refusal) -> None:
        rest = self.form.mark_refusal(refusal)
        self.ui.problemLabel.setText(rest)
        self.ui.problemLabel.setVisible(bool(rest))

    @Slot()
    def _show_person(self) -> None:
        if self.row is not None:
            self.wanted.emit(Target("contacts", "person", self.row.person.id))


def _needs(needs: Consideration) -> str:
    told = (
        "聴こえ" if needs.hearing else "",
        "車いす" if needs.wheelchair else "",
        "送迎" if needs.pickup else "",
        needs.detail,
    )
    return "・".join(part for part in told if part)
