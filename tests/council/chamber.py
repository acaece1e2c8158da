"""Councils, people and meetings for the tests: all invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.contacts import commands as contacts
from app.contacts.person import PersonDraft, PersonId
from app.council import commands
from app.council.council import CouncilDraft, CouncilId, MemberDraft, Office, Tier
from app.council.meeting import MeetingDraft, MeetingId
from app.office import commands as office
from app.office.masters import DistrictDraft
from app.storage.store import Store


@dataclass
class Chamber:
    """An office with districts, and short ways to fill it."""

    store: Store

    def district(self, name: str = "港西部", centre: str = "包括みなと") -> int:
        return self.store.do("圏域", office.add_district, DistrictDraft(name, centre)).result

    def person(self, family: str, kana: str = "あ") -> PersonId:
        draft = PersonDraft(family, "一", kana, "はじめ")
        return self.store.do("人を追加", contacts.add_person, draft).result

    def council(
        self, name: str = "港地域支えあい推進協議体", tier: Tier = Tier.FIRST, **rest: object
    ) -> CouncilId:
        draft = CouncilDraft(name, tier, **rest)  # type: ignore[arg-type]
        return self.store.do("会議体を追加", commands.add_council, draft).result

    def seat(
        self,
        council: CouncilId,
        person: PersonId,
        office: Office = Office.MEMBER,
        first: date | None = date(2025, 4, 1),
        last: date | None = date(2027, 3, 31),
        post: str = "",
    ) -> int:
        draft = MemberDraft(person, office=office, starts_on=first, ends_on=last, post=post)
        return self.store.do("委員を追加", commands.add_member, council, draft).result

    def meeting(self, council: CouncilId, day: date, **rest: object) -> MeetingId:
        draft = MeetingDraft(council, day, **rest)  # type: ignore[arg-type]
        return self.store.do("会議を追加", commands.add_meeting, draft).result
