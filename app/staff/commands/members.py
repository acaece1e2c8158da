"""Terms of staff: who works here, from when to when."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.term import terms_meet
from app.kernel.errors import Refusal
from app.staff.checks import checked_member
from app.staff.commands.rows import check_person, member_row
from app.staff.staff_member import StaffMemberDraft, StaffMemberId
from app.staff.tables import StaffMember
from app.storage.erasing import count_referring
from app.storage.rows import write


def add_staff_member(session: Session, draft: StaffMemberDraft) -> StaffMemberId:
    """Add a term; raises ``Refusal`` with a sentence by field.

    Nobody has the same role twice on one day.
    """
    draft = _checked(session, draft, None)
    row = StaffMember(**asdict(draft))
    session.add(row)
    session.flush()
    return StaffMemberId(row.id)


def change_staff_member(session: Session, member: StaffMemberId, draft: StaffMemberDraft) -> None:
    """Replace what is written about a term."""
    row = member_row(session, member)
    write(row, asdict(_checked(session, draft, member, own=row.person_id)))


def remove_staff_member(session: Session, member: StaffMemberId) -> None:
    """Remove a term written down by mistake; who leaves has a last day instead."""
    row = member_row(session, member)
    session.flush()
    if used := count_referring(session, StaffMember.__tablename__, row.id):
        raise Refusal(
            f"この職員の研修の受講記録や日報が{used}件あるため削除できません"
            "（ごみ箱の中も数えます）。退いた人は「終わりの日」を入力してください。"
        )
    session.delete(row)


def _checked(
    session: Session,
    draft: StaffMemberDraft,
    member: StaffMemberId | None,
    own: int | None = None,
) -> StaffMemberDraft:
    draft = checked_member(draft)
    if draft.person_id != own:
        check_person(session, draft.person_id)
    query = select(StaffMember).where(
        StaffMember.person_id == draft.person_id, StaffMember.role == draft.role
    )
    for row in session.scalars(query):
        if row.id != member and terms_meet(
            row.starts_on, row.ends_on, draft.starts_on, draft.ends_on
        ):
            text = f"この人は同じ期間に{draft.role.label}として登録されています。"
            raise Refusal(text, {"starts_on": text})
    return draft
