"""What becomes of seats, attendance and homework when people are merged or erased."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from app.contacts import commands as contacts
from app.contacts import queries as contact_queries
from app.contacts.custom import Subject
from app.contacts.organisation import OrganisationDraft
from app.contacts.person import PersonDraft
from app.council import commands, queries
from app.council.council import CouncilDraft, Office, Tier
from app.council.meeting import (
    AgendaItemDraft,
    AttendeeDraft,
    MeetingState,
    Presence,
    ResolutionDraft,
    ResolutionKind,
)
from app.duplicates import commands as duplicates
from app.kernel.errors import Refusal
from app.retention.commands.erasure import erase
from app.retention.disposing import erase_person
from app.retention.queries import due
from app.retention.rule import DISPOSED, DataKind
from app.storage.dump import all_records
from app.timeline import queries as timeline
from app.timeline.event import EventKind
from tests.conftest import Clock
from tests.council.chamber import Chamber

TODAY = date(2026, 11, 1)


def test_that_a_merged_person_sits_and_comes_once(chamber: Chamber) -> None:
    council, other = chamber.council(), chamber.council("部会")
    kept, merged = chamber.person("会田"), chamber.person("會田")
    chamber.seat(council, merged, Office.CHAIR)
    chamber.seat(council, kept)
    both = chamber.meeting(council, date(2026, 10, 1), state=MeetingState.HELD)
    alone = chamber.meeting(other, date(2026, 10, 2), state=MeetingState.HELD)
    do = chamber.store.do
    do("出席者", commands.set_attendees, both, [AttendeeDraft(kept), AttendeeDraft(merged)])
    do("出席者", commands.set_attendees, alone, [AttendeeDraft(merged)])
    homework = ResolutionDraft(ResolutionKind.HOMEWORK, "聞く", person_id=merged)
    do("宿題", commands.add_resolution, both, homework)
    do("出席", commands.mark_presence, both, {merged: Presence.PRESENT})
    do("出席", commands.mark_presence, alone, {merged: Presence.PRESENT})
    (said,) = chamber.store.ask(contact_queries.drafts, [kept]).values()
    with pytest.raises(Refusal, match="第1回の出欠が"):
        do("統合", duplicates.merge, Subject.PERSON, kept, merged, said)
    do("出席", commands.mark_presence, both, {kept: Presence.PRESENT})
    do("統合", duplicates.merge, Subject.PERSON, kept, merged, said)

    (row,) = chamber.store.ask(queries.members, council, TODAY)
    assert (row.person_id, row.draft.office) == (kept, Office.CHAIR)
    (of_both,) = chamber.store.ask(queries.meetings, [both])
    assert (of_both.members, of_both.present) == (1, 1)
    (seats,) = chamber.store.ask(queries.councils, [council], TODAY)
    assert seats.members == 1
    (left,) = chamber.store.ask(queries.homework)
    assert (left.person_id, left.owner) == (kept, "会田　一")
    came = chamber.store.ask(timeline.timeline, person=kept, kind=EventKind.COUNCIL)
    assert [event.key for event in came if event.target == "meeting"] == [alone, both]


def test_that_past_figures_count_whoever_is_erased(chamber: Chamber) -> None:
    council = chamber.council()
    goes = chamber.store.do(
        "人", contacts.add_person, PersonDraft("廃棄山", "消太郎", "はいきやま", "しょうたろう")
    ).result
    chamber.seat(council, goes, post="秘密の役職")
    chamber.seat(council, chamber.person("残留"))
    meeting = chamber.meeting(council, date(2026, 10, 1), state=MeetingState.HELD)
    do = chamber.store.do
    do("案内", commands.invite, meeting)
    do("出席", commands.mark_presence, meeting, {goes: Presence.PROXY}, {goes: "廃棄山　消太郎"})
    do("議題", commands.set_agenda, meeting, [AgendaItemDraft("除雪", opinions="廃棄山消太郎の話")])
    homework = ResolutionDraft(ResolutionKind.HOMEWORK, "町会に聞く", person_id=goes)
    do("宿題", commands.add_resolution, meeting, homework)
    before = chamber.store.ask(queries.meetings, [meeting])

    erase_person(chamber.store, goes, by="担当")

    assert chamber.store.ask(queries.meetings, [meeting]) == before
    assert len(chamber.store.ask(queries.members, council, date(2026, 10, 1))) == 2
    assert len(chamber.store.ask(queries.members, council, TODAY)) == 1
    (left,) = chamber.store.ask(queries.homework)
    assert (left.text, left.person_id, left.owner) == ("町会に聞く", None, "")
    names = [row.name for row in chamber.store.ask(queries.meeting_card, meeting).attendees]
    assert DISPOSED in names
    dump = str(chamber.store.ask(all_records))
    assert "消太郎" not in dump
    assert "秘密の役職" not in dump


def test_that_a_council_stays_without_the_organisation_behind_it(
    chamber: Chamber, clock: Clock
) -> None:
    do = chamber.store.do
    firm = do("団体", contacts.add_organisation, OrganisationDraft("廃棄の会")).result
    council = do(
        "会議体", commands.add_council, CouncilDraft("協議体", Tier.FIRST, organisation_id=firm)
    ).result
    chamber.seat(council, chamber.person("会田"), last=None, post="会長")
    meeting = chamber.meeting(council, date(2026, 10, 1))
    chamber.store.note("廃棄", erase, "organisation", {firm})
    card = chamber.store.ask(queries.council_card, council, TODAY)
    assert (card.draft.organisation_id, card.members[0].draft.post) == (None, "会長")
    assert chamber.store.ask(queries.meeting_card, meeting).council == "協議体"
    clock.now = datetime(2045, 4, 1, 9)
    kinds = {row.kind for row in chamber.store.ask(due, clock.now.date())}
    assert DataKind.PEOPLE not in kinds, "who sits on a council is in use"
