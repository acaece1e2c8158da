"""What the form of a supporter holds, and how it is written down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.contacts.person import PersonId
from app.gui.compiled.supporters.ui_supporter_form import Ui_SupporterForm
from app.kernel.errors import Refusal
from app.supporters import commands
from app.supporters.card import SupporterCard
from app.supporters.supporter import Basis, SupporterDraft, SupporterId, Transport

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_EDITORS = (
    ("who", "whoEdit"),
    ("number", "numberEdit"),
    ("basis", "basisCombo"),
    ("registered_on", "registeredEdit"),
    ("valid_until", "validEdit"),
    ("motive", "motiveEdit"),
    ("other_programmes", "programmesEdit"),
    ("interviewed_on", "interviewedEdit"),
    ("interviewer", "interviewerEdit"),
    ("interview", "interviewEdit"),
    ("week", "weekGrid"),
    ("months", "monthGrid"),
    ("times", "timesBox"),
    ("availability", "availabilityEdit"),
    ("districts", "districtsEdit"),
    ("ways", "transportEdit"),
    ("gives_rides", "ridesCheck"),
    ("wishes", "wishesEdit"),
    ("one_to_one", "oneToOneCheck"),
    ("considerations", "considerationsEdit"),
    ("note", "noteEdit"),
)
_WAYS = tuple(Transport)


@dataclass(frozen=True, slots=True)
class SupporterEntry(SupporterDraft):
    """A ``SupporterDraft`` with who it is and where they work.

    ``ways`` are the places of the means of transport in their order, ``times`` is 0 where it was
    not asked.
    """

    who: int | str | None = None
    districts: tuple[int, ...] = ()
    ways: tuple[int, ...] = ()
    times: int = 0

    @property
    def draft(self) -> SupporterDraft:
        """The record of the supporter."""
        values = {one.name: getattr(self, one.name) for one in fields(SupporterDraft)}
        ways = tuple(_WAYS[place] for place in self.ways)
        return replace(SupporterDraft(**values), transport=ways, times_a_month=self.times or None)


def entry_of(card: SupporterCard) -> SupporterEntry:
    """Return a stored supporter as the form shows them."""
    draft = card.draft
    values = {one.name: getattr(draft, one.name) for one in fields(SupporterDraft)}
    return SupporterEntry(
        **values,
        who=card.person.id,
        districts=tuple(key for key, _ in card.districts),
        ways=tuple(_WAYS.index(way) for way in draft.transport),
        times=draft.times_a_month or 0,
    )


def enter_supporter(
    session: Session, supporter: SupporterId | None, entry: SupporterEntry, today: date
) -> SupporterId:
    """Write a supporter down as the form has it, new or known; return the key."""
    if supporter is None:
        if not isinstance(entry.who, int):
            text = "登録する方を、氏名の一部を打って一覧から選んでください。"
            raise Refusal(text, fields={"who": text})
        supporter = commands.register(session, PersonId(entry.who), entry.draft, on=today)
    else:
        commands.change_supporter(session, supporter, entry.draft)
    commands.set_districts(session, supporter, entry.districts)
    return supporter


def fields_of(ui: Ui_SupporterForm) -> Iterable[tuple[str, QWidget]]:
    """Return every field with its editor, in the order of the form."""
    return tuple((name, getattr(ui, editor)) for name, editor in _EDITORS)


def fill_choices(ui: Ui_SupporterForm) -> None:
    """Offer what never changes."""
    for basis in Basis:
        ui.basisCombo.addItem(basis.label, basis)
    ui.transportEdit.prepare("移動手段", "番号か名前（例：1 3）")
    ui.transportEdit.offer([(place, way.label) for place, way in enumerate(_WAYS)])
    ui.districtsEdit.prepare("活動できる圏域", "番号か名前（空欄ならどこでも）")
