"""Filling the boxes of the forms of matching, and showing only the fields that are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Protocol

from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from app.gui.framework.observable_store import ObservableStore
from app.gui.widgets.ticks_edit import TicksEdit
from app.kernel.labelled import Labelled
from app.office import queries as office
from app.supporters import queries as supporters


class Named(Protocol):
    """An entry of a master."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def retired(self) -> bool: ...


def fill_labels(combo: QComboBox, kind: type[Labelled], nothing: str = "") -> None:
    """Offer the members of an enumeration; with ``nothing``, first that none is chosen."""
    combo.clear()
    if nothing:
        combo.addItem(nothing, None)
    members: Iterable[Enum] = kind
    for member in members:
        if isinstance(member, Labelled):
            combo.addItem(member.label, member)


def fill_districts(combo: QComboBox, store: ObservableStore) -> None:
    """Offer the districts, and that it follows from the town or the place."""
    combo.clear()
    combo.addItem("自動（町名・団体から）", None)
    for row in store.ask(office.districts):
        combo.addItem(row.name, row.id)


def offer_kinds(edit: TicksEdit, store: ObservableStore, own: Sequence[int]) -> None:
    """Offer the kinds of support in use; a retired one only where it is ticked."""
    kinds = _in_use(store.ask(supporters.support_kinds), own)
    edit.offer([(row.id, row.name) for row in kinds])


def fill_levels(combo: QComboBox, store: ObservableStore, own: int | None) -> None:
    """Offer the levels in use; a retired one only where it is the one asked for."""
    combo.clear()
    combo.addItem("問わない", None)
    for row in _in_use(store.ask(supporters.levels), () if own is None else (own,)):
        combo.addItem(row.name, row.id)


def show_row(form: QFormLayout, editor: QWidget, *, shown: bool) -> None:
    """Show or hide a field with its label; the form stands it in a holder with its problem."""
    holder = editor.parentWidget()
    if holder is not None:
        form.setRowVisible(holder, shown)


def _in_use(rows: Sequence[Named], own: Sequence[int]) -> list[Named]:
    return [row for row in rows if not row.retired or row.id in own]
