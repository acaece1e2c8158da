"""The form of a council."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from app.contacts import commands as contacts
from app.contacts.organisation import OrganisationDraft, OrganisationId
from app.council import commands, queries
from app.council.council import CouncilDraft, CouncilId, Tier
from app.gui.compiled.council.ui_council_form import Ui_CouncilForm
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.matching.choices import fill_labels
from app.gui.matching.known import prepare_organisation
from app.gui.records.record_form import RecordForm
from app.kernel.errors import Refusal
from app.office import queries as office

if TYPE_CHECKING:
    from app.storage.store import Done

_EDITORS = (
    ("name", "nameEdit"),
    ("tier", "tierCombo"),
    ("district_id", "districtCombo"),
    ("care_too", "careCheck"),
    ("times", "timesSpin"),
    ("organisation", "organisationEdit"),
    ("purpose", "purposeEdit"),
    ("established_on", "establishedEdit"),
    ("ended_on", "endedEdit"),
    ("note", "noteEdit"),
)
_RENAMED = {"organisation_id": "organisation", "meetings_a_year": "times"}


@dataclass(frozen=True, slots=True)
class CouncilEntry(CouncilDraft):
    """A ``CouncilDraft`` whose organisation may be new; no number of meetings is 0."""

    organisation: int | str | None = None
    times: int = 0


def entry_of(draft: CouncilDraft) -> CouncilEntry:
    """Return a council as the form shows it."""
    values = {field.name: getattr(draft, field.name) for field in fields(CouncilDraft)}
    return CouncilEntry(
        **values, organisation=draft.organisation_id, times=draft.meetings_a_year or 0
    )


def enter_council(session: Session, council: CouncilId | None, entry: CouncilEntry) -> CouncilId:
    """Write a council down, new or known; return its key."""
    organisation = entry.organisation
    if isinstance(organisation, str):
        organisation = contacts.add_organisation(session, OrganisationDraft(name=organisation))
    values = {field.name: getattr(entry, field.name) for field in fields(CouncilDraft)}
    draft = replace(
        CouncilDraft(**values),
        organisation_id=None if organisation is None else OrganisationId(organisation),
        meetings_a_year=entry.times or None,
        care_too=entry.care_too and entry.tier is Tier.SECOND,
    )
    if council is None:
        return commands.add_council(session, draft)
    commands.change_council(session, council, draft)
    return council


class CouncilForm(RecordForm[CouncilId]):
    """Only a second-layer council can be the 地域ケア会議 of its district as well."""

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.ui = ui = Ui_CouncilForm()
        ui.setupUi(self)
        ui.establishedEdit.prepare(today, "設置日")
        ui.endedEdit.prepare(today, "終わった日")
        prepare_organisation(ui.organisationEdit, store, "事務局の団体")
        fill_labels(ui.tierCombo, Tier)
        self.hold(ui, tuple((name, getattr(ui, editor)) for name, editor in _EDITORS))
        self.tidy_names(ui.nameEdit)
        ui.tierCombo.currentIndexChanged.connect(self._show_care)

    def start_new(self) -> None:
        """Begin with an empty form."""
        self._start(None, CouncilEntry("", Tier.SECOND), "新しい協議体")

    def start_edit(self, key: CouncilId) -> bool:
        """Begin with a stored council; return whether it is still there."""
        try:
            draft = self.store.ask(queries.council_card, key, self.today()).draft
        except Refusal as refusal:
            self.store.refused.emit(refusal.text)
            return False
        self._start(key, entry_of(draft), f"{draft.name}の編集")
        return True

    def _start(self, key: CouncilId | None, entry: CouncilEntry, title: str) -> None:
        combo = self.ui.districtCombo
        combo.clear()
        combo.addItem("（全市・圏域なし）", None)
        for row in self.store.ask(office.districts):
            combo.addItem(row.name, row.id)
        self.begin(key, entry, title)
        self._show_care()

    @Slot()
    def _show_care(self) -> None:
        self.ui.careCheck.setEnabled(self.ui.tierCombo.currentData() is Tier.SECOND)

    def write(self, entry: CouncilEntry) -> Done[CouncilId] | None:
        """Write the council down."""
        label = "協議体の追加" if self.key is None else "協議体の変更"
        return self.store.do(
            f"{label}（{entry.name}）",
            enter_council,
            self.key,
            entry,
            on_refusal=self._refused_entry,
        )

    def _refused_entry(self, refusal: Refusal) -> None:
        renamed = {_RENAMED.get(name, name): text for name, text in refusal.fields.items()}
        self.refused(Refusal(refusal.text, renamed))
