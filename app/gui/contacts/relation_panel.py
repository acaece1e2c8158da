"""家族・関係 on a person's card: who is what to them, from whichever side it was written down."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.contacts import commands, queries
from app.contacts.person import PersonId
from app.contacts.relation import RelationKind, RelationRow
from app.gui.compiled.contacts.ui_relation_form import Ui_RelationForm
from app.gui.contacts.card_panel import Owner
from app.gui.contacts.found import people_found
from app.gui.contacts.panel_lines import Act, link, plain
from app.gui.contacts.writing_panel import WritingPanel
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.edit_form import EditForm
from app.gui.framework.observable_store import ObservableStore
from app.gui.widgets.person_picker import Choice
from app.kernel.errors import Refusal


@dataclass(frozen=True, slots=True)
class RelationEntry:
    """What the form asks besides who it is."""

    kind: RelationKind = RelationKind.SPOUSE
    note: str = ""


class RelationPanel(WritingPanel):
    """Lists relations with links to the others' cards; writes a new one down in place."""

    tables = frozenset({"relation", "person"})

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.add_button.setText("家族・紹介者などを追加…")
        self.ui = Ui_RelationForm()
        self.ui.setupUi(self.frame)
        for kind in RelationKind:
            self.ui.kindCombo.addItem(kind.label, kind)
        self.ui.whoChoice.prepare("人", "氏名・ふりがな・電話番号で探す", self._find)
        self.form = EditForm(self.frame)
        self.form.bind("kind", self.ui.kindCombo)
        self.form.bind("note", self.ui.noteEdit)
        self.ui.whoChoice.chosen.connect(self.form.focus_first)
        self.form.submitted.connect(self.save)
        self.form.cancelled.connect(self.close_form)
        self.ui.saveButton.clicked.connect(self.save)
        self.ui.cancelButton.clicked.connect(self.close_form)

    def list_owner(self, owner: Owner) -> None:
        """List the relations of a person."""
        for row in self.store.ask(queries.relations, PersonId(owner.key)):
            note = f"（{row.note}）" if row.note else ""
            self.lines.add(
                f"{plain(row.label)}：{link('person', row.other, row.name)}{plain(note)}",
                (Act("削除", f"{row.name}との関係を削除する", partial(self._remove, row)),),
            )

    def start(self, _owner: Owner) -> None:
        """Begin a new relation."""
        self.form.show_draft(RelationEntry())
        self.ui.problemLabel.hide()
        self.ui.whoChoice.begin()

    def _find(self, text: str) -> Sequence[Choice]:
        return people_found(self.store, text, self.owner.key if self.owner else None)

    @Slot()
    def save(self) -> None:
        """Write the relation down."""
        entry, other = self.form.read(), self.ui.whoChoice.key
        if entry is None or self.owner is None:
            return
        if other is None:
            self._refused(Refusal("探す欄に氏名の一部を打って、一覧から選んでください。"))
            self.ui.whoChoice.setFocus()
            return
        done = self.store.do(
            f"関係の記録（{self.owner.name}・{self.ui.whoChoice.name}）",
            commands.relate,
            PersonId(self.owner.key),
            PersonId(other),
            entry.kind,
            entry.note,
            on_refusal=self._refused,
        )
        if done is not None:
            self.close_form()

    def _refused(self, refusal: Refusal) -> None:
        self.ui.problemLabel.setText(refusal.text)
        self.ui.problemLabel.show()

    def _remove(self, row: RelationRow, _checked: bool = False) -> None:  # noqa: FBT002
        self.store.do(f"関係を削除（{row.name}）", commands.unrelate, row.id)
