"""設定 → 分類: what entries are counted in beside the duties, and the items of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QWidget
from sqlalchemy.orm import Session

from app.duties import commands, queries
from app.duties.duty import CategoryId, SchemeId
from app.gui.framework.page import Page
from app.gui.framework.window_model import Column
from app.gui.settings.named_master_section import Master, NamedMasterSection

_PLACE_NAME = "入れる分類"


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A classification, or one of its items; ``id`` of a classification is below nothing."""

    id: int
    scheme: SchemeId
    sign: str
    name: str
    retired: bool = False


@dataclass(frozen=True, slots=True)
class ClassEntry:
    """What the form asks; without ``place`` it is a classification of its own."""

    place: SchemeId | None = None
    sign: str = ""
    name: str = ""


def classes(session: Session) -> list[ClassRow]:
    """Return every classification with its items under it."""
    found = []
    for scheme in queries.schemes(session):
        found.append(ClassRow(-scheme.id, scheme.id, "", scheme.name))
        found += [ClassRow(one.id, scheme.id, one.sign, one.name) for one in scheme.categories]
    return found


def add_class(session: Session, entry: ClassEntry) -> int:
    """Add a classification, or an item to one; return the key of its row."""
    if entry.place is None:
        return -commands.add_scheme(session, entry.name)
    return commands.add_category(session, entry.place, entry.sign, entry.name)


def change_class(session: Session, key: int, entry: ClassEntry) -> None:
    """Give a classification or an item another name; an item another number too."""
    if key < 0:
        commands.rename_scheme(session, SchemeId(-key), entry.name)
    else:
        commands.change_category(session, CategoryId(key), entry.sign, entry.name)


def remove_class(session: Session, key: int) -> None:
    """Delete a classification with all of its items, or an item no duty is counted in."""
    if key < 0:
        commands.remove_scheme(session, SchemeId(-key))
    else:
        commands.remove_category(session, CategoryId(key))


class SchemesSection(NamedMasterSection):
    """The classifications in two levels."""

    COLUMNS = (
        Column[ClassRow]("番号", lambda row: row.sign, width=3),
        Column[ClassRow](
            "分類と項目",
            lambda row: f"　{row.name}" if row.id > 0 else row.name,
            width=15,
            tip=lambda row: row.name,
        ),
    )
    MASTER = Master(
        word="分類",
        about="日報の1件を、業務区分のほかに何で数えるかです。国の調査の項目が変わったときや、"
        "ほかの分け方で報告を求められたときに直します。どの業務をどの項目に数えるかは、"
        "「業務の読み替え」で決めます。分類を削除しても、日報は変わりません。",
        tables=frozenset({"scheme", "category"}),
        query=classes,
        add=add_class,
        change=change_class,
        remove=remove_class,
    )

    def __init__(self, page: Page) -> None:
        self.placeCombo = QComboBox()
        self.placeCombo.setAccessibleName(_PLACE_NAME)
        super().__init__(page)
        self.placeCombo.currentIndexChanged.connect(self._ask_sign)
        self._ask_sign()

    def fields(self) -> Sequence[tuple[str, QWidget]]:
        """Return where it goes, its name, and its number in the classification."""
        ui = self.ui
        ui.distanceCheck.hide()
        ui.shortLabel.setText("番号")
        ui.shortEdit.setAccessibleName("番号")
        ui.shortEdit.setPlaceholderText("Ａ、①など")
        ui.masterForm.insertRow(0, _PLACE_NAME, self.placeCombo)
        return (("place", self.placeCombo), ("name", ui.nameEdit), ("sign", ui.shortEdit))

    def entry_of(self, row: ClassRow | None) -> ClassEntry:
        if row is None:
            return ClassEntry()
        return ClassEntry(row.scheme if row.id > 0 else None, row.sign, row.name)

    def typed(self, entry: ClassEntry) -> ClassEntry:
        return entry

    @Slot()
    def reset(self) -> None:
        """Show what is stored; where a known item stands is only told."""
        combo = self.placeCombo
        combo.clear()
        combo.addItem("（新しい分類）" if self.row is None else "（分類そのもの）", None)
        for scheme in self.store.ask(queries.schemes):
            combo.addItem(f"{scheme.name}の項目", scheme.id)
        combo.setEnabled(self.row is None)
        super().reset()

    @Slot()
    def _ask_sign(self) -> None:
        """Ask for a number, which a classification itself has not."""
        self.ui.shortEdit.setEnabled(self.placeCombo.currentData() is not None)
