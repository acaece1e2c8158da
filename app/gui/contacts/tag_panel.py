"""Tags on a card: written with the keyboard, new ones made on Enter, taken off with a click."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TypedDict

from PySide6.QtCore import QStringListModel, Qt, Slot
from PySide6.QtWidgets import QCompleter, QLineEdit, QPushButton, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from app.contacts import commands, queries
from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonId
from app.contacts.tag import TagRow
from app.gui.contacts.card_panel import CardPanel, Owner
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.widgets.flow_row import FlowRow
from app.kernel.text import tidy

_LONGEST = 14
"""So many characters of a tag fit on a narrow card; the whole one is said by its tool tip."""


def put_tag(session: Session, name: str, owner: Owner) -> None:
    """Put a tag on somebody by its name; one nobody knows yet is made."""
    known = {row.name: row.id for row in queries.tags(session)}
    plain = tidy(name).text
    key = known[plain] if plain in known else commands.add_tag(session, plain)
    commands.tag(session, key, **owners(owner))


class Owners(TypedDict):
    """Whom ``tag`` and ``untag`` are about, by name."""

    people: tuple[PersonId, ...]
    organisations: tuple[OrganisationId, ...]


def owners(owner: Owner) -> Owners:
    """Return one person or organisation as ``tag`` and ``untag`` want them."""
    person, organisation = owner.person, owner.organisation
    return {
        "people": () if person is None else (person,),
        "organisations": () if organisation is None else (organisation,),
    }


class TagPanel(CardPanel):
    """Shows the tags of somebody, and a field for one more."""

    tables = frozenset({"tag", "tagging"})

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self._owner: Owner | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.chips = FlowRow(self)
        self.line = QLineEdit(self)
        self.line.setAccessibleName("タグを付ける")
        self.line.setPlaceholderText("タグを打ってEnter（例：園芸、広報配布先）")
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.line.setCompleter(completer)
        self.line.returnPressed.connect(self.put)
        column.addWidget(self.chips)
        column.addWidget(self.line)

    def show_owner(self, owner: Owner) -> None:
        """Show somebody's tags; what is being typed for somebody else is dropped."""
        if self._owner is None or (owner.subject, owner.key) != (
            self._owner.subject,
            self._owner.key,
        ):
            self.line.clear()
        self._owner = owner
        for old in self.chips.findChildren(QPushButton):
            old.hide()
            old.setParent(None)
            old.deleteLater()
        borne = self.store.ask(queries.tags_of, **owner.named)
        for row in borne:
            self._add(row)
        self.chips.setVisible(bool(borne))
        self.chips.updateGeometry()
        known = {row.name for row in borne}
        names = [row.name for row in self.store.ask(queries.tags) if row.name not in known]
        self._names.setStringList(names)

    def _add(self, row: TagRow) -> None:
        short = row.name if len(row.name) <= _LONGEST else f"{row.name[: _LONGEST - 1]}…"
        chip = QPushButton(f"{short}　×", self.chips)
        chip.setAccessibleName(f"タグ「{row.name}」を外す")
        told = f"押すと「{row.name}」を外します"
        chip.setToolTip(f"{row.note}\n{told}" if row.note else told)
        chip.setAccessibleDescription(row.note)
        chip.clicked.connect(partial(self._take, row))
        chip.show()

    @Slot()
    def begin(self) -> None:
        """Go to the field."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def put(self) -> None:
        """Put on the tag that was typed."""
        name = self.line.text().strip()
        if name and self._owner is not None:
            label = f"タグ「{name}」を付ける（{self._owner.name}）"
            if self.store.do(label, put_tag, name, self._owner) is not None:
                self.line.clear()

    def _take(self, row: TagRow, _checked: bool = False) -> None:  # noqa: FBT002
        if self._owner is not None:
            label = f"タグ「{row.name}」を外す（{self._owner.name}）"
            self.store.do(label, commands.untag, row.id, **owners(self._owner))
            self.line.setFocus()
