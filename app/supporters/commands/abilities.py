"""What supporters can and wish to do (できること・希望), and where."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.office.tables import District
from app.supporters.commands.rows import supporter_row
from app.supporters.supporter import Skill, SupporterId
from app.supporters.tables import SupporterDistrict, SupporterSkill, SupportKind


def set_skills(
    session: Session, supporter: SupporterId, skills: Mapping[int, tuple[Skill, bool]]
) -> None:
    """Replace what a supporter can do: by kind of support, how well and whether they wish it.

    Raises ``Refusal`` for a kind that is gone, or that is used no more and was not theirs.
    """
    row = supporter_row(session, supporter)
    query = select(SupporterSkill).where(SupporterSkill.supporter_id == row.id)
    known = {one.kind_id: one for one in session.scalars(query)}
    _check_kinds(session, skills.keys() - known.keys())
    for kind, (skill, wished) in sorted(skills.items(), key=lambda one: one[0]):
        stored = known.get(kind)
        if stored is None:
            session.add(
                SupporterSkill(supporter_id=row.id, kind_id=kind, skill=skill, wished=wished)
            )
        elif (stored.skill, stored.wished) != (skill, wished):
            stored.skill, stored.wished = skill, wished
    for kind, stored in known.items():
        if kind not in skills:
            session.delete(stored)


def set_districts(session: Session, supporter: SupporterId, districts: Collection[int]) -> None:
    """Replace the districts a supporter works in; none means anywhere."""
    row = supporter_row(session, supporter)
    query = select(SupporterDistrict).where(SupporterDistrict.supporter_id == row.id)
    known = {one.district_id: one for one in session.scalars(query)}
    chosen = set(districts)
    if chosen - set(session.scalars(select(District.id))):
        raise Refusal("選んだ圏域が削除されています。圏域の一覧から選び直してください。")
    for district in sorted(chosen - known.keys()):
        session.add(SupporterDistrict(supporter_id=row.id, district_id=district))
    for district, stored in known.items():
        if district not in chosen:
            session.delete(stored)


def _check_kinds(session: Session, added: Collection[int]) -> None:
    offered = select(SupportKind.id).where(SupportKind.retired.is_(False))
    if set(added) - set(session.scalars(offered)):
        text = "選んだ支援内容は使わないことになっています。選び直してください。"
        raise Refusal(text, fields={"skills": text})
