"""世帯 on a person's card: who gets one letter together, and what stands on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from app.contacts import commands, queries
from app.contacts.household import HouseholdMemberRow, HouseholdRow
from app.contacts.person import PersonId
from app.gui.compiled.contacts.ui_household_form import Ui_HouseholdForm
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
class HouseholdEntry:
    """What the form asks besides who is added."""

    addressee: str = ""


def share_letter(
    session: Session, person: PersonId, other: PersonId | None, addressee: str
) -> None:
    """Let one more share the letters of a person, and say what stands on them."""
    known = queries.household(session, person)
    members = [person] if known is None else [one.person for one in known.members]
    added = [] if other is None else [other]
    commands.set_household(
        session,
        [*members, *added],
        addressee,
        household=None if known is None else known.id,
    )


class HouseholdPanel(WritingPanel):
    """Shows who shares the letters; adds one more in place."""

    tables = frozenset({"household", "household_member", "person"})

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self._household: HouseholdRow | None = None
        self.ui = Ui_HouseholdForm()
        self.ui.setupUi(self.frame)
        self.ui.whoChoice.prepare("人", "氏名・ふりがな・電話番号で探す", self._find)
        self.form = EditForm(self.frame)
        self.form.bind("addressee", self.ui.addresseeEdit)
        self.ui.whoChoice.chosen.connect(self.form.focus_first)
        self.form.submitted.connect(self.save)
        self.form.cancelled.connect(self.close_form)
        self.ui.saveButton.clicked.connect(self.save)
        self.ui.cancelButton.clicked.connect(self.close_form)

    def list_owner(self, owner: Owner) -> None:
        """List the household of a person."""
        known = self._household = self.store.ask(queries.household, PersonId(owner.key))
        self.add_button.setText(
            "同じ世帯の人を決める…" if known is None else "人を加える・宛名を変える…"
        )
        if known is None:
            return
        self.lines.add(plain(f"郵便は1通にまとめます。宛名：{known.addressee_text}"))
        for one in known.members:
            self._add(one, own=one.person == owner.key)

    def _add(self, one: HouseholdMemberRow, *, own: bool) -> None:
        text = plain(f"{one.name}（この人）") if own else link("person", one.person, one.name)
        name = f"{one.name}を世帯から外す"
        self.lines.add(text, (Act("外す", name, partial(self._leave, one)),))

    def start(self, _owner: Owner) -> None:
        """Begin to add somebody, or to change what stands on the letters."""
        known = self._household
        self.form.show_draft(HouseholdEntry("" if known is None else known.addressee))
        self.ui.problemLabel.hide()
        self.ui.whoChoice.begin()

    def _find(self, text: str) -> Sequence[Choice]:
        return people_found(self.store, text, self.owner.key if self.owner else None)

    @Slot()
    def save(self) -> None:
        """Write the household down."""
        entry = self.form.read()
        if entry is None or self.owner is None:
            return
        other = self.ui.whoChoice.key
        done = self.store.do(
            f"世帯の記録（{self.owner.name}）",
            share_letter,
            PersonId(self.owner.key),
            None if other is None else PersonId(other),
            entry.addressee,
            on_refusal=self._refused,
        )
        if done is not None:
            self.close_form()

    def _refused(self, refusal: Refusal) -> None:
        self.ui.problemLabel.setText(refusal.text)
        self.ui.problemLabel.show()

    def _leave(self, one: HouseholdMemberRow, _checked: bool = False) -> None:  # noqa: FBT002
        self.store.do(f"世帯から外す（{one.name}）", commands.leave_household, one.person)
