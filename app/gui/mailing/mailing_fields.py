"""The left side of a mailing: what is printed, on what, to whom, and the words of the letter."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from app.documents.label_sheet import LabelSheet
from app.gui.framework.observable_store import ObservableStore
from app.gui.mailing.start_picture import StartPicture
from app.gui.reporting.course_label import course_label
from app.kernel.labelled import Labelled
from app.reporting.addressee import ToOrganisation
from app.reporting.labels import label_sheets
from app.reporting.letter import TEXTS
from app.reporting.mailing_choice import MailingChoice, MailingOrder, Paper
from app.training.queries import CourseListing

LABELS, ENVELOPES, LETTER = "labels", "envelopes", "letter"
_DOCUMENTS = ((LABELS, "宛名ラベル"), (ENVELOPES, "封筒・はがき"), (LETTER, "案内状"))
_PAUSE = 300
"""In ms: typing is over, so the preview is made anew."""
_FARTHEST = 30.0
_BODY = "本文"


class MailingFields(QWidget):
    """``changed`` says that something else is to be printed, once typing has paused."""

    changed = Signal()

    def __init__(self, store: ObservableStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._sheets: tuple[LabelSheet, ...] = ()
        self._people = True
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.changed)
        self._rows: dict[str, list[QWidget]] = {LABELS: [], ENVELOPES: [], LETTER: []}
        self._add_addressees()
        self._add_labels()
        self._add_envelopes()
        self._add_letter()
        self.load_sheets()
        self.documentCombo.currentIndexChanged.connect(self._document_chosen)
        self._document_chosen()

    # Laying out

    def _add_addressees(self) -> None:
        self.documentCombo = self._combo("作るもの", _DOCUMENTS)
        self.whoCombo = self._combo("宛先", ())
        self.orderCombo = self._combo("並び順", _choices(MailingOrder))
        self.organisationCombo = self._combo("団体の宛名", _choices(ToOrganisation))
        self.householdCheck = self._check("世帯に1通（連名）", checked=True)
        self.roleCheck = self._check("所属と役職も書く")
        self.consentCheck = self._check("案内の同意がある方だけ", checked=True)

    def _add_labels(self) -> None:
        self.labelCombo = self._combo("用紙", (), LABELS)
        self.addSheetButton = QPushButton("用紙を追加")
        self._row("", self.addSheetButton, LABELS)
        self.startPicture = StartPicture()
        self.startPicture.changed.connect(self._touched)
        self._row("開始位置", self.startPicture, LABELS)
        self.framesCheck = self._check("枠も印刷（普通紙での試し刷り）", of=LABELS)
        self.rightSpin = self._spin("右へずらす")
        self.downSpin = self._spin("下へずらす")
        self.labelCombo.currentIndexChanged.connect(self._sheet_chosen)

    def _add_envelopes(self) -> None:
        self.paperCombo = self._combo("用紙", _choices(Paper), ENVELOPES)
        ways = (("portrait", "縦書き"), ("landscape", "横書き"))
        self.wayCombo = self._combo("書き方", ways, ENVELOPES)
        self.senderCheck = self._check("差出人も印刷", checked=True, of=ENVELOPES)

    def _add_letter(self) -> None:
        self.courseCombo = self._combo("講座", (), LETTER)
        self.courseCombo.setToolTip("次回日程と受講番号を、この講座の受講者に書きます")
        self.courseCombo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.courseCombo.setMinimumContentsLength(14)
        self.courseCombo.addItem("次回日程・受講番号を書かない", None)
        listing = CourseListing()
        keys = self._store.ask(listing.keys)
        rows = self._store.ask(listing.rows, keys)
        for row in sorted(rows.values(), key=lambda row: row.year.start, reverse=True):
            self.courseCombo.addItem(f"{row.year.short} {course_label(row)}", row.id)
            place = self.courseCombo.count() - 1
            self.courseCombo.setItemData(place, row.title, Qt.ItemDataRole.ToolTipRole)
        self.texts: dict[str, QLineEdit | QPlainTextEdit] = {}
        for name in TEXTS:
            edit = QPlainTextEdit() if name == _BODY else QLineEdit()
            if isinstance(edit, QPlainTextEdit):
                edit.setTabChangesFocus(True)
                edit.setMinimumHeight(110)
            edit.textChanged.connect(self._pause.start)
            self.texts[name] = edit
            self._row(name, edit, LETTER)

    def _combo(self, label: str, choices: tuple[tuple[str, str], ...], of: str = "") -> QComboBox:
        combo = QComboBox()
        for value, text in choices:
            combo.addItem(text, value)
        combo.currentIndexChanged.connect(self._touched)
        self._row(label, combo, of)
        return combo

    def _check(self, text: str, *, checked: bool = False, of: str = "") -> QCheckBox:
        check = QCheckBox(text)
        check.setChecked(checked)
        check.toggled.connect(self._touched)
        self._form.addRow(check)
        if of:
            self._rows[of].append(check)
        return check

    def _spin(self, label: str) -> QDoubleSpinBox:
        spin = QDoubleSpinBox()
        spin.setRange(-_FARTHEST, _FARTHEST)
        spin.setDecimals(1)
        spin.setSingleStep(0.1)
        spin.setSuffix(" mm")
        spin.valueChanged.connect(self._pause.start)
        self._row(label, spin)
        return spin

    def _row(self, label: str, field: QWidget, of: str = "") -> None:
        if label and not isinstance(field, StartPicture):
            field.setAccessibleName(label)
        self._form.addRow(label, field)
        if of:
            self._rows[of].append(field)

    # What is chosen

    @property
    def document(self) -> str:
        """The document of the catalogue that is to be made."""
        return str(self.documentCombo.currentData())

    @property
    def course(self) -> int | None:
        """The course whose next day and numbers the letter tells."""
        wanted = self._people and self.document == LETTER
        return self.courseCombo.currentData() if wanted else None

    @property
    def choice(self) -> MailingChoice:
        """Everything that is chosen and typed."""
        return MailingChoice(
            households=self.householdCheck.isChecked(),
            need_consent=self.consentCheck.isChecked(),
            with_role=self.roleCheck.isChecked(),
            organisation=ToOrganisation.of_value(self.organisationCombo.currentData())
            or ToOrganisation.WHOLE,
            label=self.startPicture.sheet.key,
            start=self.startPicture.start,
            right=self.rightSpin.value(),
            down=self.downSpin.value(),
            frames=self.framesCheck.isChecked(),
            paper=Paper.of_value(self.paperCombo.currentData()) or Paper.LONG3,
            portrait=self.wayCombo.currentData() == "portrait",
            sender=self.senderCheck.isChecked(),
            texts={name: _text(edit) for name, edit in self.texts.items() if _text(edit)},
        )

    def load_sheets(self, chosen: str = "") -> None:
        """List the label sheets anew, and choose one; otherwise the choice stays."""
        chosen = chosen or self.startPicture.sheet.key
        self._sheets = self._store.ask(label_sheets)
        self.labelCombo.blockSignals(True)  # noqa: FBT003  what is chosen has not changed
        self.labelCombo.clear()
        for sheet in self._sheets:
            self.labelCombo.addItem(sheet.label, sheet.key)
        self.labelCombo.setCurrentIndex(max(self.labelCombo.findData(chosen), 0))
        self.labelCombo.blockSignals(False)  # noqa: FBT003
        self._sheet_chosen()

    @Slot()
    def _sheet_chosen(self) -> None:
        self.startPicture.show_sheet(self._sheets[self.labelCombo.currentIndex()])
        self._touched()

    @Slot()
    def _document_chosen(self) -> None:
        for document, fields in self._rows.items():
            for field in fields:
                self._form.setRowVisible(field, document == self.document)
        self._form.setRowVisible(self.courseCombo, self._people and self.document == LETTER)
        for spin in (self.rightSpin, self.downSpin):
            self._form.setRowVisible(spin, self.document != LETTER)

    def show_for(self, *, people: bool) -> None:
        """Show only what can be asked about people, or about organisations."""
        self._people = people
        for field in (self.householdCheck, self.roleCheck, self.consentCheck):
            self._form.setRowVisible(field, people)
        self._form.setRowVisible(self.organisationCombo, not people)
        self._document_chosen()

    @Slot()
    def _touched(self) -> None:
        self._pause.start()


def _choices(kind: type[Labelled]) -> tuple[tuple[str, str], ...]:
    return tuple((one.value, one.label) for one in kind)


def _text(edit: QLineEdit | QPlainTextEdit) -> str:
    return edit.toPlainText() if isinstance(edit, QPlainTextEdit) else edit.text()
