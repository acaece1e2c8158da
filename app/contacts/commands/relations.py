"""What people are to each other."""

from __future__ import annotations

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from app.contacts.commands.rows import person_row
from app.contacts.person import PersonId
from app.contacts.relation import RelationKind, inverse
from app.contacts.tables import Relation
from app.kernel.errors import Refusal
from app.kernel.text import tidy


def relate(
    session: Session, person: PersonId, other: PersonId, kind: RelationKind, note: str = ""
) -> int:
    """Write down that ``other`` is the ``kind`` (親, 配偶者 …) of a person; return its key.

    One record serves both sides: writing the same from the other side is refused.
    """
    person_row(session, person)
    person_row(session, other)
    if person == other:
        raise Refusal("本人どうしの関係は入力できません。別の人を選んでください。")
    back = inverse(kind)
    same = and_(Relation.person_id == person, Relation.other_id == other, Relation.kind == kind)
    if back is not None:
        same = or_(
            same,
            and_(Relation.person_id == other, Relation.other_id == person, Relation.kind == back),
        )
    if session.scalars(select(Relation.id).where(same)).first() is not None:
        raise Refusal(f"この2人の関係「{kind.label}」はすでに入力されています。")
    row = Relation(person_id=person, other_id=other, kind=kind, note=tidy(note).text)
    session.add(row)
    session.flush()
    return row.id


def unrelate(session: Session, relation: int) -> None:
    """Delete a relation, from both sides."""
    row = session.get(Relation, relation)
    if row is None:
        raise Refusal("この関係は削除されています。")
    session.delete(row)
