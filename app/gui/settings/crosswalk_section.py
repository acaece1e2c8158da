"""設定 → 業務の読み替え: in which category of another classification each duty counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QComboBox
from sqlalchemy.orm import Session

from app.duties import commands, queries
from app.duties.crosswalk import UNSORTED
from app.duties.duty import CategoryId, DutyId, DutyListId, SchemeId
from app.gui.compiled.settings.ui_crosswalk_section import Ui_CrosswalkSection
from app.gui.framework.edit_form import EditForm
from app.gui.framework.page import Page
from app.gui.framework.window_model import Column, WindowModel
from app.gui.settings.section import MasterSection
from app.gui.settings.whole_listing import WholeListing

_KINDS = 10_000
"""A row of the list is known by its duty times this, and its kind."""
_WHOLE = "（ほかのすべて）"


@dataclass(frozen=True, slots=True)
class CrossingEntry:
    """What the form asks: which duty and kind, and where that counts."""

    duty: int | None = None
    kind: int | None = None
    category: int | None = None


@dataclass(frozen=True, slots=True)
class CrossingRow:
    """A line of the crosswalk as the list shows it; each duty has one without a kind."""

    entry: CrossingEntry
    duty: str
    kind: str
    category: str

    @property
    def id(self) -> int:
        return (self.entry.duty or 0) * _KINDS + (self.entry.kind or 0)


COLUMNS = (
    Column[CrossingRow]("業務区分", lambda row: row.duty, width=7, tip=lambda row: row.duty),
    Column[CrossingRow]("活動種別", lambda row: row.kind, width=8, tip=lambda row: row.kind),
    Column[CrossingRow](
        "数える先", lambda row: row.category, width=15, tip=lambda row: row.category
    ),
)


def crossings(session: Session, duty_list: DutyListId, scheme: SchemeId) -> list[CrossingRow]:
    """Return the lines of a list of duties and a scheme: each duty, then its exceptions."""
    crosswalk = queries.crosswalk(session)
    kinds = {row.id: row.name for row in queries.activity_kinds(session)}
    found = []
    for duty in queries.duties_of(session, duty_list):
        said = {
            kind for one, other, kind in crosswalk.crossings if (one, other) == (duty.id, scheme)
        }
        for kind in (None, *(key for key in kinds if key in said)):
            category = crosswalk.category(duty.id, kind, scheme)
            key = None if category.id == UNSORTED else category.id
            name = _WHOLE if kind is None else kinds[kind]
            entry = CrossingEntry(duty.id, kind, key)
            found.append(CrossingRow(entry, duty.label, name, f"{category.sign} {category.name}"))
    return found


class CrosswalkSection(MasterSection):
    """The lines of one classification, and the form of the chosen one."""

    TABLES = frozenset({"crossing", "duty", "duty_list", "activity_kind", "category", "scheme"})

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.ui = ui = Ui_CrosswalkSection()
        ui.setupUi(self)
        self._fill_choices()
        self.model = WindowModel(self.store, COLUMNS, WholeListing(self._rows, self.TABLES), self)
        ui.crossingList.show_model(self.model, "settings_crosswalk")
        self.form = EditForm(self)
        for name, editor in (
            ("duty", ui.dutyCombo),
            ("kind", ui.kindCombo),
            ("category", ui.categoryCombo),
        ):
            self.form.bind(name, editor)
        self.connect_all(ui, ui.crossingList)
        ui.removeButton.clicked.connect(self.remove)
        for combo in (ui.listCombo, ui.schemeCombo):
            combo.currentIndexChanged.connect(self._scheme_chosen)
        self._scheme_chosen()

    def _fill_choices(self) -> None:
        ask = self.store.ask
        periods = reversed(ask(queries.duty_lists))
        _fill(self.ui.listCombo, [(draft.name, key) for key, draft in periods])
        _fill(self.ui.schemeCombo, [(one.name, one.id) for one in ask(queries.schemes)])

    @property
    def _scheme(self) -> SchemeId:
        return SchemeId(self.ui.schemeCombo.currentData() or 0)

    def _rows(self, session: Session) -> Sequence[CrossingRow]:
        duty_list = DutyListId(self.ui.listCombo.currentData() or 0)
        return crossings(session, duty_list, self._scheme) if self._scheme else []

    def _row(self) -> CrossingRow | None:
        return next((row for row in self.store.ask(self._rows) if row.id == self._key), None)

    @Slot()
    def _scheme_chosen(self) -> None:
        """Show the lines of another classification or period."""
        ui, ask = self.ui, self.store.ask
        duties = ask(queries.duties_of, DutyListId(ui.listCombo.currentData() or 0))
        _fill(ui.dutyCombo, [(row.label, row.id) for row in duties])
        kinds = [(row.name, row.id) for row in ask(queries.activity_kinds)]
        _fill(ui.kindCombo, [(_WHOLE, None), *kinds])
        schemes = {one.id: one.categories for one in ask(queries.schemes)}
        named = [(f"{one.sign} {one.name}", one.id) for one in schemes.get(self._scheme, ())]
        _fill(ui.categoryCombo, [("（数えない：未分類）", None), *named])
        self._key = None
        self.model.show(WholeListing(self._rows, self.TABLES))
        self.reset()
        if self.model.keys():
            ui.crossingList.choose(self.model.keys()[0])

    @Slot()
    def reset(self) -> None:
        """Show what is stored."""
        row = self._row()
        self.form.show_draft(CrossingEntry() if row is None else row.entry)
        for combo in (self.ui.dutyCombo, self.ui.kindCombo):
            combo.setEnabled(row is None)
        self._edited()

    def keep(self, entry: CrossingEntry) -> bool:
        if entry.duty is None:
            self.form.mark({"duty": "業務区分を選んでください。"})
            return False
        done = self.store.do(
            f"業務の読み替え（{self.ui.dutyCombo.currentText()}）",
            commands.set_crossing,
            DutyId(entry.duty),
            self._scheme,
            None if entry.category is None else CategoryId(entry.category),
            kind_id=entry.kind,
            on_refusal=self.refused,
        )
        if done is not None:
            self._key = entry.duty * _KINDS + (entry.kind or 0)
            self.reset()
            self.list.choose(self._key)
        return done is not None

    @Slot()
    def remove(self) -> None:
        """Let the chosen kind count as the rest of its duty does."""
        row = self._row()
        if row is not None and row.entry.kind is not None and row.entry.duty is not None:
            self.store.do(
                f"業務の読み替えから削除（{row.duty}・{row.kind}）",
                commands.set_crossing,
                DutyId(row.entry.duty),
                self._scheme,
                None,
                kind_id=row.entry.kind,
            )

    @Slot()
    def _edited(self) -> None:
        row = self._row()
        self.ui.removeButton.setEnabled(row is not None and row.entry.kind is not None)
        for button in (self.ui.cancelButton, self.ui.saveButton):
            button.setEnabled(self.form.dirty)

    def reveal(self) -> None:
        self._fill_choices()

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if tables & self.TABLES and not self.form.dirty:
            if self._row() is None:
                self._key = None
            self.reset()


def _fill(combo: QComboBox, choices: Sequence[tuple[str, object]]) -> None:
    chosen = combo.currentData()
    with QSignalBlocker(combo):
        combo.clear()
        for name, value in choices:
            combo.addItem(name, value)
        combo.setCurrentIndex(max(combo.findData(chosen), 0))
