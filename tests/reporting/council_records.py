"""A council with a member and everything a meeting can leave, and a 地域ケア会議."""

from __future__ import annotations

from datetime import date

from app.contacts.commands import add_people
from app.contacts.person import PersonDraft
from app.council import commands
from app.council.council import CouncilDraft, MemberDraft, Tier
from app.council.meeting import (
    AgendaItemDraft,
    MeetingDraft,
    ResolutionDraft,
    ResolutionKind,
)
from app.office import queries as office
from app.office.commands import add_district
from app.office.masters import DistrictDraft
from app.storage.store import Store


def keep_council(store: Store) -> None:
    """Write down both meetings as held today, in the first district."""
    today = store.now().date()
    if not store.ask(office.districts):
        store.do("圏域", add_district, DistrictDraft("西部"))
    district = store.ask(office.districts)[0].id
    care = store.do("会議", commands.write_down_care_meeting, district, today, venue="会館").result
    store.do("議題", commands.set_agenda, care, [AgendaItemDraft("見守り")])
    council = store.do(
        "協議体", commands.add_council, CouncilDraft("見本協議体", Tier.SECTION, district)
    ).result
    draft = PersonDraft("見本", "七月", "みほん", "ななつき")
    person = store.do("人", add_people, [draft]).result[0]
    seat = MemberDraft(
        person,
        post="見本地区在宅福祉委員会の会長",
        starts_on=today,
        ends_on=date(2028, 3, 31),
        appointment_number="1",
        appointed_on=today,
        note="新任",
    )
    store.do("委員", commands.add_member, council, seat)
    held = MeetingDraft(
        council, today, venue="会館", reply_by=today, summary="要点", next_meeting="7月",
        full_minutes="○事務局　始めます。",
    )  # fmt: skip
    meeting = store.do("会議", commands.add_meeting, held).result
    (item,) = store.do(
        "議題",
        commands.set_agenda,
        meeting,
        [AgendaItemDraft("除雪の困りごと", opinions="町会ごとに困り方が違う。")],
    ).result
    store.do("資料", commands.set_papers, meeting, ["次第"])
    store.do("案内", commands.invite, meeting, today)
    for kind in ResolutionKind:
        store.do("決定", commands.add_resolution, meeting, ResolutionDraft(kind, "聞く", item))
    store.do("開催", commands.hold_meeting, meeting)
