"""Writing down a seat on a council: who, chosen by whom, as what, for which term."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from sqlalchemy.orm import Session

from app.contacts import commands as contacts
from app.contacts.organisation import OrganisationDraft, OrganisationId
from app.contacts.person import PersonId
from app.council import commands
from app.council.council import CouncilId, MemberDraft, MemberId, Office, Standing
from app.council.seat_term import usual_end
from app.gui.framework.observable_store import ObservableStore
from app.gui.matching.choices import fill_labels
from app.gui.matching.known import prepare_organisation, prepare_person
from app.gui.supporters.entry_forms import day_edit, short_combo
from app.gui.supporters.small_form import SmallForm
from app.gui.widgets.found_edit import FoundEdit
from app.kernel.errors import Refusal

_NEEDED = {"person": "氏名の一部を打って、一覧から選んでください。"}
_RENAMED = {"person_id": "person", "organisation_id": "organisation"}


@dataclass(frozen=True, slots=True)
class MemberEntry(MemberDraft):
    """A ``MemberDraft`` that may lack its person still, and whose organisation may be new."""

    person: int | None = None
    organisation: int | str | None = None


def entry_of(draft: MemberDraft) -> MemberEntry:
    """Return a seat as the form shows it."""
    values = {field.name: getattr(draft, field.name) for field in fields(MemberDraft)}
    return MemberEntry(**values, person=draft.person_id or None, organisation=draft.organisation_id)


def enter_member(
    session: Session, council: CouncilId, member: MemberId | None, entry: MemberEntry
) -> MemberId:
    """Write a seat down, new or known; return its key."""
    organisation = entry.organisation
    if isinstance(organisation, str):
        organisation = contacts.add_organisation(session, OrganisationDraft(name=organisation))
    values = {field.name: getattr(entry, field.name) for field in fields(MemberDraft)}
    draft = replace(
        MemberDraft(**values),
        person_id=PersonId(entry.person or 0),
        organisation_id=None if organisation is None else OrganisationId(organisation),
    )
    if member is None:
        return commands.add_member(session, council, draft)
    commands.change_member(session, member, draft)
    return member


class MemberForm(SmallForm):
    """``entered`` carries a ``MemberEntry``; the usual end is proposed with a first day."""

    def __init__(
        self, store: ObservableStore, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        self.personEdit, self.organisationEdit = FoundEdit(), FoundEdit()
        self.standingCombo, self.officeCombo = short_combo(), QComboBox()
        self.startEdit, self.endEdit = (
            day_edit(today, "任期の始まり"),
            day_edit(today, "任期の終わり"),
        )
        shown: Sequence[tuple[str, str, QWidget]] = (
            ("person", "氏名", self.personEdit),
            ("office", "役", self.officeCombo),
            ("standing", "選出区分", self.standingCombo),
            ("organisation", "所属団体", self.organisationEdit),
            ("post", "職", QLineEdit()),
            ("starts_on", "任期の始まり", self.startEdit),
            ("ends_on", "任期の終わり", self.endEdit),
            ("appointment_number", "委嘱状番号", QLineEdit()),
            ("appointed_on", "委嘱した日", day_edit(today, "委嘱した日")),
            ("note", "備考", QLineEdit()),
        )
        super().__init__(shown, _NEEDED, 2, parent)
        prepare_person(self.personEdit, store, "委員")
        prepare_organisation(self.organisationEdit, store, "所属団体")
        fill_labels(self.officeCombo, Office)
        for one in Standing:
            if one is not Standing.NONE:
                self.standingCombo.addItem(one.label, one)
        self.startEdit.line.editingFinished.connect(self._propose_end)

    @Slot()
    def _propose_end(self) -> None:
        """Fill in the end of the usual term; what was typed stays."""
        if self.endEdit.typed():
            return
        try:
            first = self.startEdit.value()
        except Refusal:
            return
        if first is not None:
            self.endEdit.set_value(usual_end(first))

    def refuse(self, refusal: Refusal) -> None:
        """Say what a command refused."""
        renamed = {_RENAMED.get(name, name): text for name, text in refusal.fields.items()}
        self.refused(Refusal(refusal.text, renamed))
