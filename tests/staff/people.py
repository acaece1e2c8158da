"""Short ways to employ people, for the tests."""

from __future__ import annotations

from typing import Any

from app.contacts import commands as contacts
from app.contacts.person import PersonDraft, PersonId
from app.staff import commands
from app.staff.staff_member import StaffMemberDraft, StaffMemberId
from app.storage.store import Store


def person(store: Store, name: str = "見本山") -> PersonId:
    draft = PersonDraft(name, "務", "みほんやま", "つとむ")
    return store.do("人を追加", contacts.add_person, draft).result


def member(store: Store, who: PersonId, **said: Any) -> StaffMemberId:
    draft = StaffMemberDraft(who, **said)
    return store.do("職員を追加", commands.add_staff_member, draft).result
