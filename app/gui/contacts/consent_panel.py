"""The consents on a person's card: what was agreed to and when, giving one, withdrawing one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.contacts import commands
from app.contacts.card import ConsentRow
from app.contacts.consent_rule import lacking
from app.contacts.person import ConsentDraft, ConsentItem, ConsentWay, PersonId
from app.gui.compiled.contacts.ui_consent_form import Ui_ConsentForm
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.edit_form import EditForm
from app.gui.framework.observable_store import ObservableStore
from app.gui.widgets.paragraph import Paragraph
from app.kernel.errors import Refusal
from app.kernel.wareki import format_day, parse_day

_SHORT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class ConsentPanel(QObject):
    """Fills a widget with the consents of one person; a new one is written in place."""

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        panel: QWidget,
    ) -> None:
        super().__init__(panel)
        self._store = store
        self._dialogs = dialogs
        self._today = today
        self._person: PersonId | None = None
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.lacking_label = Paragraph()
        self.lacking_label.setAccessibleName("同意がないもの")
        column.addWidget(self.lacking_label)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column.addLayout(self._rows)
        self.add_button = QPushButton("同意を記録する…")
        self.add_button.clicked.connect(self._open)
        column.addWidget(self.add_button)
        self._make_form(column)

    def _make_form(self, column: QVBoxLayout) -> None:
        self.frame = QFrame()
        self.frame.setObjectName("card")
        self.ui = Ui_ConsentForm()
        self.ui.setupUi(self.frame)
        for item in ConsentItem:
            self.ui.itemCombo.addItem(item.label, item)
        for way in ConsentWay:
            self.ui.wayCombo.addItem(way.label, way)
        self.ui.itemCombo.setSizeAdjustPolicy(_SHORT)
        self.ui.itemCombo.setMinimumContentsLength(10)
        self.ui.dayEdit.prepare(self._today, "同意の日")
        column.addWidget(self.frame)
        self.form = EditForm(self.frame)
        self.form.bind("item", self.ui.itemCombo)
        self.form.bind("given_on", self.ui.dayEdit)
        self.form.bind("way", self.ui.wayCombo)
        self.form.bind("form_version", self.ui.versionEdit)
        self.form.bind("note", self.ui.noteEdit)
        self.form.submitted.connect(self._give)
        self.form.cancelled.connect(self._close)
        self.ui.saveButton.clicked.connect(self._give)
        self.ui.cancelButton.clicked.connect(self._close)
        self.frame.hide()

    def show_consents(self, person: PersonId, consents: Sequence[ConsentRow]) -> None:
        """Show somebody's consents; a consent being written for somebody else is dropped."""
        if person != self._person:
            self._close()
        self._person = person
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        said = lacking(row.consent for row in consents)
        self.lacking_label.setText("\n".join(said))
        self.lacking_label.setVisible(bool(said))
        for row in consents:
            line = self._line(row)
            self._rows.addWidget(line)
            line.show()

    def _line(self, row: ConsentRow) -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        text = QLabel(consent_text(row.consent))
        text.setWordWrap(True)
        text.setProperty("quiet", row.consent.withdrawn_on is not None)
        layout.addWidget(text, 1)
        if row.consent.withdrawn_on is None:
            button = QPushButton("撤回…")
            button.setAccessibleName(f"{row.consent.item.label}の同意を撤回する")
            button.setProperty("consent", row.id)
            button.setProperty("label", row.consent.item.label)
            button.clicked.connect(self._withdraw)
            layout.addWidget(button)
        return line

    @Slot()
    def _open(self) -> None:
        self.form.show_draft(ConsentDraft(ConsentItem.PURPOSE, self._today()))
        self.add_button.hide()
        self.frame.show()
        self.form.focus_first()

    @Slot()
    def _close(self) -> None:
        self.frame.hide()
        self.add_button.show()

    @Slot()
    def _give(self) -> None:
        draft = self.form.read()
        if draft is None or self._person is None:
            return
        if draft.given_on is None:
            self.form.mark({"given_on": "同意の日を入力してください。"})
            return
        done = self._store.do(
            f"同意の記録（{draft.item.label}）",
            commands.give_consent,
            self._person,
            draft,
            on_refusal=self._refused,
        )
        if done is not None:
            self._close()

    def _refused(self, refusal: Refusal) -> None:
        left = self.form.mark_refusal(refusal)
        if left:
            self._store.refused.emit(left)

    @Slot()
    def _withdraw(self) -> None:
        button = self.sender()
        if not isinstance(button, QPushButton):
            return
        label = str(button.property("label"))
        said = self._dialogs.ask_text(
            "同意の撤回",
            f"「{label}」の同意を撤回した日（同意していた記録は残ります）",
            format_day(self._today()),
        )
        if said is None:
            return
        try:
            day = parse_day(said, self._today())
        except Refusal as refusal:
            self._store.refused.emit(refusal.text)
            return
        consent = int(button.property("consent"))
        self._store.do(f"同意の撤回（{label}）", commands.withdraw_consent, consent, day)


def consent_text(consent: ConsentDraft) -> str:
    """Return one consent in one line."""
    given = f"{format_day(consent.given_on)}　{consent.way.label}"
    parts = [f"{consent.item.label}：{given}", consent.form_version, consent.note]
    if consent.withdrawn_on is not None:
        parts.append(f"【撤回】{format_day(consent.withdrawn_on)}")
    return "　".join(part for part in parts if part)
