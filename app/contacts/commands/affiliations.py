"""Who belongs to which organisation (所属・役職)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.commands.rows import organisation_row, person_row
from app.contacts.organisation import AffiliationDraft, OrganisationId
from app.contacts.organisation_checks import checked_affiliation
from app.contacts.person import PersonId
from app.contacts.tables import Affiliation
from app.contacts.term import terms_meet
from app.kernel.errors import Refusal
from app.kernel.folding import fold
from app.kernel.text import quoted
from app.kernel.wareki import format_day


def affiliate(
    session: Session, person: PersonId, organisation: OrganisationId, draft: AffiliationDraft
) -> int:
    """Write down that a person belongs to an organisation, and return the key of that.

    Raises ``Refusal`` where the same role is already written down for days of that term.  A new
    main affiliation takes the place of the others that run at the same time.
    """
    person_row(session, person)
    organisation_row(session, organisation)
    draft = checked_affiliation(draft)
    row = Affiliation(person_id=person, organisation_id=organisation)
    _check(session, row, draft)
    _write(session, row, draft)
    session.add(row)
    session.flush()
    return row.id


def change_affiliation(session: Session, affiliation: int, draft: AffiliationDraft) -> None:
    """Replace what is written about an affiliation."""
    row = _affiliation(session, affiliation)
    draft = checked_affiliation(draft)
    _check(session, row, draft)
    _write(session, row, draft)


def remove_affiliation(session: Session, affiliation: int) -> None:
    """Delete an affiliation written down by mistake; one that is over gets a last day instead."""
    session.delete(_affiliation(session, affiliation))


def _affiliation(session: Session, affiliation: int) -> Affiliation:
    row = session.get(Affiliation, affiliation)
    if row is None:
        raise Refusal("この所属は削除されています。")
    return row


def _check(session: Session, row: Affiliation, draft: AffiliationDraft) -> None:
    query = select(Affiliation).where(
        Affiliation.person_id == row.person_id,
        Affiliation.organisation_id == row.organisation_id,
    )
    for other in session.scalars(query):
        if other.id == row.id or fold(other.role) != fold(draft.role):
            continue
        if terms_meet(draft.starts_on, draft.ends_on, other.starts_on, other.ends_on):
            what = f"役職{quoted(draft.role)}" if draft.role else "所属（役職なし）"
            text = (
                f"同じ{what}が{_term(other.starts_on, other.ends_on)}に入力されています。"
                "期間が重ならないように、前の任期の終わりの日を確かめてください。"
            )
            raise Refusal(text, fields={"starts_on": text})


def _write(session: Session, row: Affiliation, draft: AffiliationDraft) -> None:
    if draft.is_main:
        others = select(Affiliation).where(
            Affiliation.person_id == row.person_id, Affiliation.is_main
        )
        for other in session.scalars(others):
            meet = terms_meet(draft.starts_on, draft.ends_on, other.starts_on, other.ends_on)
            if other.id != row.id and meet:
                other.is_main = False
    row.role = draft.role
    row.starts_on = draft.starts_on
    row.ends_on = draft.ends_on
    row.is_main = draft.is_main
    row.note = draft.note


def _term(first: date | None, last: date | None) -> str:
    if first is None and last is None:
        return "期間を決めず"
    return "～".join("" if day is None else format_day(day) for day in (first, last))
