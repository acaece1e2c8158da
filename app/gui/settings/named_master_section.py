"""What the sections of named masters share: 団体種別, 活動レベル, 支援内容."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.gui.compiled.settings.ui_named_master_section import Ui_NamedMasterSection
from app.gui.framework.edit_form import EditForm
from app.gui.framework.page import Page
from app.gui.framework.window_model import Column, WindowModel
from app.gui.settings.section import OrderedSection
from app.gui.settings.whole_listing import WholeListing

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class NamedRow(Protocol):
    """A row of a named master."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def retired(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class EntryName:
    """What the form of a master with nothing but names asks."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class Master:
    """One master: what an entry is called, what is told of it, and what can be done with it.

    ``add`` and ``change`` take what the form asks: of a master of names, the name.  Without
    ``move`` or ``retire`` there is no button for that.
    """

    word: str
    about: str
    tables: frozenset[str]
    query: Callable[[Session], Sequence[Any]]
    add: Callable[..., Any]
    change: Callable[..., Any]
    remove: Callable[[Session, int], object]
    move: Callable[[Session, int, int], object] | None = None
    retire: Callable[..., object] | None = None


class NamedMasterSection(OrderedSection):
    """The list of entries and the form of the chosen one."""

    MASTER: ClassVar[Master]
    COLUMNS: ClassVar[tuple[Column[Any], ...]]

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.ui = ui = Ui_NamedMasterSection()
        ui.setupUi(self)
        master = self.MASTER
        self.tables = master.tables
        ui.titleLabel.setText(master.word)
        ui.aboutLabel.setText(master.about)
        ui.masterList.setAccessibleName(f"{master.word}の一覧")
        ui.nameEdit.setAccessibleName(f"{master.word}の名前")
        self.model = WindowModel(
            self.store, self.COLUMNS, WholeListing(master.query, master.tables), self
        )
        ui.masterList.show_model(self.model, f"settings_{type(self).__name__}")
        self.form = EditForm(self)
        for name, editor in self.fields():
            self.form.bind(name, editor)
        self.connect_all(ui, ui.masterList)
        ui.retireButton.clicked.connect(self.retire)
        ui.retireButton.setHidden(master.retire is None)
        for button in (ui.upButton, ui.downButton):
            button.setHidden(master.move is None)

    # What a subclass with more than names says

    def fields(self) -> Sequence[tuple[str, QWidget]]:
        """Return the fields of the form; what is not asked is hidden."""
        for other in (self.ui.shortLabel, self.ui.shortEdit, self.ui.distanceCheck):
            other.hide()
        return (("name", self.ui.nameEdit),)

    def entry_of(self, row: Any) -> Any:
        """Return what the form shows of a row, or of a new one."""
        return EntryName(row.name if row else "")

    def typed(self, entry: Any) -> Any:
        """Return what ``add`` and ``change`` are given."""
        return entry.name

    # Showing and changing

    def rows(self) -> Sequence[Any]:
        return self.store.ask(self.MASTER.query)

    @property
    def row(self) -> NamedRow | None:
        """The stored entry the form shows."""
        found: NamedRow | None = self.stored()
        return found

    @Slot()
    def reset(self) -> None:
        """Show what is stored."""
        self.form.show_draft(self.entry_of(self.row))
        self._edited()

    def keep(self, entry: Any) -> bool:
        master = self.MASTER
        named = f"{master.word}「{entry.name}」"
        added = (f"{named}を追加", master.add)
        changed = (f"{named}を変更", master.change)
        return self.keep_row(added, changed, self.typed(entry))

    @Slot()
    def remove(self) -> None:
        """Delete the chosen entry where nothing bears it; undo brings it back."""
        if (row := self.row) is not None:
            label = f"{self.MASTER.word}「{row.name}」を削除"
            self.store.do(label, self.MASTER.remove, row.id)

    @Slot()
    def retire(self) -> None:
        """Offer the chosen entry no longer, or again."""
        command = self.MASTER.retire
        if (row := self.row) is not None and command is not None:
            verb = "使う" if row.retired else "使わない"
            label = f"{self.MASTER.word}「{row.name}」を「{verb}」に変更"
            self.store.do(label, command, row.id, retired=not row.retired)

    def put_at(self, row: NamedRow, place: int) -> None:
        label = f"{self.MASTER.word}「{row.name}」の順を変更"
        if self.MASTER.move is not None:
            self.store.do(label, self.MASTER.move, row.id, place)

    @Slot()
    def _edited(self) -> None:
        row, ui = self.row, self.ui
        for button in (ui.removeButton, ui.retireButton, ui.upButton, ui.downButton):
            button.setEnabled(row is not None)
        ui.retireButton.setText("また使う" if row is not None and row.retired else "使わない")
        ui.listRow.updateGeometry()
        ui.cancelButton.setEnabled(self.form.dirty)
        ui.saveButton.setEnabled(self.form.dirty)


def columns_of(word: str, *more: Column[Any], width: int = 11) -> tuple[Column[Any], ...]:
    """Return the columns of a master: place, name, what is told besides, whether it is used."""
    return (
        Column("順", lambda row: str(row.position), number=True, width=2),
        Column(word, lambda row: row.name, width=width, tip=lambda row: row.name),
        *more,
        Column("状態", lambda row: "使わない" if row.retired else "使う", width=4),
    )
