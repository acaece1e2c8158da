"""Writing an affiliation down: who or where, the role, the term."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFrame
from sqlalchemy.orm import Session

from app.contacts import commands
from app.contacts.organisation import AffiliationDraft, OrganisationDraft, OrganisationId
from app.contacts.organisation_card import AffiliationRow
from app.contacts.person import PersonId
from app.contacts.term import statutory_term
from app.gui.compiled.contacts.ui_affiliation_form import Ui_AffiliationForm
from app.gui.contacts.card_panel import Owner
from app.gui.contacts.found import organisations_found, people_found
from app.gui.framework.edit_form import EditForm
from app.gui.framework.observable_store import ObservableStore
from app.gui.widgets.person_picker import NEW, Choice
from app.kernel.errors import Refusal


def affiliate_anew(session: Session, person: PersonId, name: str, draft: AffiliationDraft) -> int:
    """Write an organisation down by its name, and that a person belongs to it."""
    organisation = commands.add_organisation(session, OrganisationDraft(name=name))
    return commands.affiliate(session, person, organisation, draft)


class AffiliationForm(QObject):
    """Lives in a frame; ``closed`` says that it was saved or given up."""

    closed = Signal()

    def __init__(self, frame: QFrame, store: ObservableStore, today: Callable[[], date]) -> None:
        super().__init__(frame)
        self._store = store
        self._owner: Owner | None = None
        self._row: AffiliationRow | None = None
        self.ui = Ui_AffiliationForm()
        self.ui.setupUi(frame)
        self.ui.startEdit.prepare(today, "任期の始まり")
        self.ui.endEdit.prepare(today, "任期の終わり")
        self.form = EditForm(frame)
        for name, editor in (
            ("role", self.ui.roleEdit),
            ("starts_on", self.ui.startEdit),
            ("ends_on", self.ui.endEdit),
            ("is_main", self.ui.mainCheck),
            ("note", self.ui.noteEdit),
        ):
            self.form.bind(name, editor)
        self._today = today
        self.ui.roleEdit.editingFinished.connect(self._propose_term)
        self.ui.whoChoice.chosen.connect(self._chosen)
        self.form.submitted.connect(self.save)
        self.form.cancelled.connect(self.closed)
        self.ui.saveButton.clicked.connect(self.save)
        self.ui.cancelButton.clicked.connect(self.closed)

    def begin(self, owner: Owner) -> None:
        """Begin a new affiliation of a person, or of an organisation."""
        self._open(owner, None, AffiliationDraft())
        self.ui.whoChoice.begin()

    def change(self, owner: Owner, row: AffiliationRow) -> None:
        """Begin with an affiliation that is written down."""
        self._open(owner, row, row.draft)
        of_person = owner.person is not None
        self.ui.whoChoice.show_fixed(row.organisation_name if of_person else row.person_name)
        self.form.focus_first()

    def _open(self, owner: Owner, row: AffiliationRow | None, draft: AffiliationDraft) -> None:
        self._owner, self._row = owner, row
        if owner.person is not None:
            self.ui.whoLabel.setText("団体")
            self.ui.whoChoice.prepare("団体", "名称・ふりがなで探す", self._organisations)
        else:
            self.ui.whoLabel.setText("人")
            self.ui.whoChoice.prepare("人", "氏名・ふりがな・電話番号で探す", self._people)
        self.ui.problemLabel.hide()
        self.form.show_draft(draft)

    def _organisations(self, text: str) -> Sequence[Choice]:
        return organisations_found(self._store, text)

    def _people(self, text: str) -> Sequence[Choice]:
        return people_found(self._store, text)

    @Slot()
    def _chosen(self) -> None:
        self._say("")
        self.form.focus_first()

    @Slot()
    def _propose_term(self) -> None:
        """Fill in a term that is the same everywhere; what was typed stays."""
        start, end = self.ui.startEdit, self.ui.endEdit
        term = statutory_term(self.ui.roleEdit.text(), self._today())
        if term is None or self._row is not None or start.typed() or end.typed():
            return
        start.set_value(term[0])
        end.set_value(term[1])

    @Slot()
    def save(self) -> None:
        """Write the affiliation down; what is wrong is said under its field."""
        draft = self.form.read()
        if draft is None or self._owner is None:
            return
        if self._row is None and self.ui.whoChoice.key is None:
            self._say("探す欄に名前の一部を打って、一覧から選んでください。")
            self.ui.whoChoice.setFocus()
        elif self._keep(self._owner, draft):
            self.closed.emit()

    def _keep(self, owner: Owner, draft: AffiliationDraft) -> bool:
        label = f"所属の記録（{owner.name}）"
        do, refused = self._store.do, self._refused
        if self._row is not None:
            change = commands.change_affiliation
            return do(label, change, self._row.id, draft, on_refusal=refused) is not None
        choice = self.ui.whoChoice
        other = choice.key or 0
        if owner.person is not None and other == NEW:
            name = choice.typed
            made = do(label, affiliate_anew, owner.person, name, draft, on_refusal=refused)
            return made is not None
        who = owner.person or PersonId(other)
        where = owner.organisation or OrganisationId(other)
        return do(label, commands.affiliate, who, where, draft, on_refusal=refused) is not None

    def _refused(self, refusal: Refusal) -> None:
        self._say(self.form.mark_refusal(refusal))

    def _say(self, text: str) -> None:
        self.ui.problemLabel.setText(text)
        self.ui.problemLabel.setVisible(bool(text))
