"""The form of one organisation, new or known; it stands where the card stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.contacts import commands, queries
from app.contacts.legal_forms import legal_form
from app.contacts.organisation import OrganisationDraft, OrganisationId
from app.gui.compiled.contacts.ui_organisation_form import Ui_OrganisationForm
from app.gui.contacts.address_fill import AddressFill
from app.gui.contacts.organisation_entry import (
    OrganisationEntry,
    entry_of,
    fields_of,
    fill_choices,
    fill_kinds,
    prepare_phones,
)
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.records.record_form import RecordForm
from app.gui.widgets.name_edit import ReadingLink
from app.office import queries as office

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.storage.store import Done

_SHOWN = 3
"""How many organisations of the same name are shown before another is added."""


def enter_organisation(
    session: Session, organisation: OrganisationId | None, draft: OrganisationDraft
) -> OrganisationId:
    """Write an organisation down as the form has it, new or known; return its key."""
    if organisation is None:
        return commands.add_organisation(session, draft)
    commands.change_organisation(session, organisation, draft)
    return organisation


class OrganisationForm(RecordForm[OrganisationId]):
    """Asks before a second organisation of one name is written down."""

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.ui = ui = Ui_OrganisationForm()
        ui.setupUi(self)
        self._fill = AddressFill(ui, store)
        fill_choices(ui)
        prepare_phones(ui, store.ask(office.settings).area_code)
        self.hold(ui, fields_of(ui))
        self.link = ReadingLink([ui.nameEdit], ui.kanaEdit, ui.kanaMark)
        ui.glyphMark.watch(ui.nameEdit, ui.representativeEdit)
        self.tidy_names(ui.nameEdit, ui.shortEdit, ui.representativeEdit)
        ui.nameEdit.textChanged.connect(self._show_legal_form)

    # Beginning

    def start_new(self) -> None:
        """Begin with an empty form."""
        self._start(None, OrganisationEntry(), "新しい団体")

    def start_edit(self, key: OrganisationId) -> bool:
        """Begin with a stored record; return whether it is still there."""
        found = self.store.ask(queries.organisation_drafts, [key])
        if key not in found:
            self.store.refused.emit("この団体は削除されています。")
            return False
        draft = found[key]
        self._start(key, entry_of(draft), f"{draft.name}　の編集")
        return True

    def _start(
        self, organisation: OrganisationId | None, entry: OrganisationEntry, title: str
    ) -> None:
        ui = self.ui
        fill_kinds(ui.kindCombo, self.store.ask(queries.organisation_kinds), entry.kind_id)
        if ui.legalCombo.findData(entry.legal_form) < 0:
            ui.legalCombo.addItem(entry.legal_form, entry.legal_form)
        self.begin(organisation, entry, title)
        self.link.loaded(guessed=False)
        self._fill.begin()

    # Writing down

    def write(self, entry: OrganisationEntry) -> Done[OrganisationId] | None:
        """Write the organisation down, once one of the same name is known to be another."""
        if not self._may_add(entry.draft):
            return None
        label = "団体の追加" if self.key is None else "団体の変更"
        return self.store.do(
            f"{label}（{entry.name}）",
            enter_organisation,
            self.key,
            entry.draft,
            on_refusal=self.refused,
        )

    def _may_add(self, draft: OrganisationDraft) -> bool:
        """Ask before a second organisation of one name is written down."""
        if self.key is not None:
            return True
        same = self.store.ask(queries.same_named_organisations, draft)
        return not same or self.dialogs.confirm(
            "同じ団体がすでにあるかもしれません",
            "同じ名称か読みの団体があります。\n"
            + "\n".join("　".join((row.name, row.address)).strip() for row in same[:_SHOWN]),
            "別の団体として追加",
        )

    # While typing

    @Slot(str)
    def _show_legal_form(self, name: str) -> None:
        """Say in the first choice which legal form the name bears."""
        found = legal_form(name)
        text = f"自動（名称から：{found}）" if found else "（名称から自動）"
        self.ui.legalCombo.setItemText(0, text)
