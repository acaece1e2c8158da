"""What supporters have to say before a person goes to the bin."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.person import PersonId
from app.kernel.errors import Refusal
from app.supporters.commands.rows import names_of
from app.supporters.registration import STANDING
from app.supporters.tables import Supporter
from app.training import commands as training


def bin_person(session: Session, person: PersonId) -> None:
    """Move a person to the bin, unless they are registered or an application is undecided.

    Raises ``Refusal`` with what to do first.
    """
    query = select(Supporter).where(
        Supporter.person_id == person,
        Supporter.state.in_(STANDING),
        Supporter.deleted_at.is_(None),
    )
    row = session.scalars(query).first()
    if row is not None:
        raise Refusal(
            f"{names_of(session, [row])}はサポーターに登録されている（{row.state.label}）ため、"
            "ごみ箱へ移せません。先に「サポーター」で「取消」にしてください。"
        )
    training.bin_person(session, person)
