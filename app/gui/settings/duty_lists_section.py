"""設定 → 業務の期間: which duties hold when, as contracts change them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Slot
from sqlalchemy.orm import Session

from app.duties import commands, queries
from app.duties.duty import DutyDraft, DutyId, DutyListDraft, DutyListId, SchemeId
from app.gui.compiled.settings.ui_duty_lists_section import Ui_DutyListsSection
from app.gui.framework.edit_form import EditForm
from app.gui.framework.page import Page
from app.gui.framework.window_model import Column, WindowModel
from app.gui.settings.section import MasterSection
from app.gui.settings.whole_listing import WholeListing
from app.kernel.errors import Refusal
from app.kernel.wareki import format_day


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """A list of duties as the section shows it."""

    id: int
    draft: DutyListDraft
    duties: int


@dataclass(frozen=True, slots=True)
class PeriodEntry:
    """What the form asks; the first day may be missing until it is saved."""

    name: str = ""
    starts_on: date | None = None
    ends_on: date | None = None


def periods(session: Session) -> tuple[PeriodRow, ...]:
    """Return the lists of duties, the newest first, with how many duties each has."""
    return tuple(
        PeriodRow(key, draft, len(queries.duties_of(session, key)))
        for key, draft in reversed(queries.duty_lists(session))
    )


def add_period(session: Session, entry: PeriodEntry) -> DutyListId:
    """Add a list with the duties of the one before it and their crosswalk; return its key."""
    before = queries.duty_lists(session)
    key = commands.add_duty_list(session, _draft_of(entry))
    again = {
        row.id: commands.add_duty(session, key, DutyDraft(row.sign, row.name, row.short_name))
        for row in (queries.duties_of(session, before[-1][0]) if before else ())
    }
    for (duty, scheme, kind), category in queries.crosswalk(session).crossings.items():
        if (new := again.get(DutyId(duty))) is not None:
            commands.set_crossing(session, new, SchemeId(scheme), category, kind_id=kind)
    return key


def change_period(session: Session, key: DutyListId, entry: PeriodEntry) -> None:
    """Give a list another name or other days."""
    commands.change_duty_list(session, key, _draft_of(entry))


def _draft_of(entry: PeriodEntry) -> DutyListDraft:
    if entry.starts_on is None:
        text = "いつからの業務区分かを入れてください。"
        raise Refusal(text, {"starts_on": text})
    return DutyListDraft(entry.name, entry.starts_on, entry.ends_on)


_DAY = "令和8年4月1日"
COLUMNS = (
    Column[PeriodRow]("業務区分の一覧", lambda row: row.draft.name, width=12),
    Column[PeriodRow]("始まり", lambda row: format_day(row.draft.starts_on, _DAY), width=8),
    Column[PeriodRow](
        "終わり",
        lambda row: format_day(row.draft.ends_on, _DAY) if row.draft.ends_on else "続いている",
        width=8,
    ),
    Column[PeriodRow]("業務", lambda row: f"{row.duties}件", number=True, width=3),
)


class DutyListsSection(MasterSection):
    """The periods, and the form of the chosen one."""

    TABLES = frozenset({"duty_list", "duty"})

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.ui = ui = Ui_DutyListsSection()
        ui.setupUi(self)
        ui.startEdit.prepare(lambda: page.today, "始まりの日")
        ui.endEdit.prepare(lambda: page.today, "終わりの日")
        self.model = WindowModel(self.store, COLUMNS, WholeListing(periods, self.TABLES), self)
        ui.periodList.show_model(self.model, "settings_duty_lists")
        self.form = EditForm(self)
        self.form.bind("name", ui.nameEdit)
        self.form.bind("starts_on", ui.startEdit)
        self.form.bind("ends_on", ui.endEdit)
        self.connect_all(ui, ui.periodList)
        ui.removeButton.clicked.connect(self.remove)
        self.reset()
        if self.model.keys():
            ui.periodList.choose(self.model.keys()[0])

    def _row(self) -> PeriodRow | None:
        return next((row for row in self.store.ask(periods) if row.id == self._key), None)

    @Slot()
    def reset(self) -> None:
        """Show what is stored."""
        row = self._row()
        shown = PeriodEntry()
        if row is not None:
            shown = replace(
                shown,
                name=row.draft.name,
                starts_on=row.draft.starts_on,
                ends_on=row.draft.ends_on,
            )
        self.form.show_draft(shown)
        self._edited()

    def keep(self, entry: PeriodEntry) -> bool:
        added = (f"業務の期間「{entry.name}」を追加", add_period)
        changed = (f"業務の期間「{entry.name}」を変更", change_period)
        return self.keep_row(added, changed, entry)

    @Slot()
    def remove(self) -> None:
        """Delete the chosen period where it has no duties."""
        if (row := self._row()) is not None:
            label = f"業務の期間「{row.draft.name}」を削除"
            self.store.do(label, commands.remove_duty_list, DutyListId(row.id))

    @Slot()
    def _edited(self) -> None:
        self.ui.removeButton.setEnabled(self._key is not None)
        for button in (self.ui.cancelButton, self.ui.saveButton):
            button.setEnabled(self.form.dirty)

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if tables & self.TABLES and not self.form.dirty:
            if self._row() is None:
                self._key = None
            self.reset()
