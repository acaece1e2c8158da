"""The councils of the sample office: seats for two years each, and meetings with minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from random import Random

from sqlalchemy.orm import Session

from app.contacts.person import PersonId
from app.council import commands, queries
from app.council.council import CouncilId, MemberDraft, Office, Standing, Tier
from app.council.meeting import (
    AgendaItemDraft,
    AgendaItemId,
    DiscussionStage,
    MeetingDraft,
    MeetingId,
    Presence,
    Reply,
    ResolutionDraft,
    ResolutionId,
    ResolutionKind,
)
from app.council.queries import CouncilListing, CouncilRow
from app.kernel.fiscal_year import FiscalYear
from app.matching.match_way import working_day
from app.sample.diary import Diary

_FIRST_MONTHS, _SECOND_MONTHS = (6, 9, 12, 3), (5, 7, 9, 11, 1, 2)
_STANDINGS = (
    Standing.CITY_IN_CHARGE,
    Standing.CENTRE,
    Standing.WELFARE_COUNCIL,
    Standing.WELFARE_COMMISSIONER,
    Standing.NEIGHBOURHOOD,
    Standing.VOLUNTEERS,
    Standing.SENIOR_CLUB,
    Standing.CARE_PROVIDER,
    Standing.SILVER_CENTRE,
    Standing.COMPANY,
    Standing.EXPERT,
    Standing.SENIORS,
)
_TOPICS = (
    ("冬の除雪の支えあいについて", "高齢の世帯が増え，町会だけでは担いきれない。"),
    ("買い物に困っている方への支援について", "移動販売の場所と時間を地域で知らせたい。"),
    ("通いの場の担い手について", "世話役の交代が進まず，続けるのが難しい会がある。"),
    ("くらしのサポーターの活動について", "サポーターに頼める内容を町会へ知らせたい。"),
    ("ひとり暮らしの方の見守りについて", "新聞店や郵便局とも声をかけ合えるとよい。"),
    ("生活支援の情報の集め方について", "同じ内容を何度も聞かないよう，一つにまとめたい。"),
)
_HOMEWORK = (
    "町会に困りごとの聞き取りをする", "活動の場の一覧を配る", "先進地の取り組みを調べる",
)  # fmt: skip
_STAGES = tuple(DiscussionStage)
_NOTICE, _MINUTES, _CONFIRMED = 21, 10, 24
_COMES, _SENDS = 0.78, 0.86
_ATTENDS, _DONE = 0.85, 0.8
_FEWEST = 4
"""So many councils meet even in a small sample."""
_CARE_TOO = 0.6
"""How many second-layer councils are their district's 地域ケア会議 as well (S1)."""


class Meetings:
    """The councils of the sample; ``people`` are who may have a seat."""

    def __init__(self, random: Random, diary: Diary, people: Sequence[PersonId]) -> None:
        self._random, self._diary, self._people = random, diary, people
        self._councils: tuple[CouncilRow, ...] = ()

    def seat(self, session: Session, first: FiscalYear, share: float) -> None:
        """Give the councils their members for two years from the first fiscal year on."""
        listing = CouncilListing()
        self._councils = tuple(queries.councils(session, listing.keys(session)))
        last = first.next.last_day
        for council in self._councils:
            if council.tier is Tier.SECOND and self._random.random() < _CARE_TOO:
                card = queries.council_card(session, council.id, first.first_day)
                commands.change_council(session, council.id, replace(card.draft, care_too=True))
            wanted = len(_STANDINGS) if council.tier is Tier.FIRST else 6
            count = max(3, round(wanted * share))
            for place, person in enumerate(self._chosen(count)):
                draft = MemberDraft(
                    person,
                    _STANDINGS[place % len(_STANDINGS)],
                    _office(place),
                    starts_on=first.first_day,
                    ends_on=last,
                    appointed_on=first.first_day,
                )
                commands.add_member(session, council.id, draft)
            self._diary.plan(
                last + timedelta(days=1), partial(self._renew, council.id, last + timedelta(days=1))
            )

    def plan_year(self, year: FiscalYear, share: float) -> None:
        """Plan the meetings of a year: of the first layer all, of the others as many as fit."""
        for council in self._councils[: max(_FEWEST, round(len(self._councils) * share))]:
            months = _FIRST_MONTHS if council.tier is Tier.FIRST else _SECOND_MONTHS
            kept = months[: max(2, round(len(months) * share))]
            for number in kept:
                first, _ = year.month(number)
                day = working_day(first + timedelta(days=self._random.randint(4, 24)))
                self._diary.plan(
                    day - timedelta(days=_NOTICE), partial(self._announce, council, day)
                )

    def _chosen(self, count: int) -> list[PersonId]:
        return self._random.sample(list(self._people), min(count, len(self._people)))

    def _renew(self, council: CouncilId, first: date, session: Session, _on: date) -> None:
        commands.renew_members(session, council, first)

    def _announce(self, council: CouncilRow, day: date, session: Session, on: date) -> None:
        random = self._random
        begins = random.choice((time(10), time(13, 30), time(14), time(18, 30)))
        meeting = commands.add_meeting(
            session,
            MeetingDraft(
                council.id,
                day,
                starts_at=begins,
                ends_at=begins.replace(hour=begins.hour + 2),
                venue=f"{council.district or '市'}会館 会議室",
                stages=frozenset(random.sample(_STAGES, random.randint(1, 2))),
            ),
        )
        topics = random.sample(_TOPICS, 2)
        items = commands.set_agenda(
            session, meeting, [AgendaItemDraft(title) for title, _ in topics]
        )
        commands.set_papers(session, meeting, ["次第", "委員名簿", topics[0][0] + "（資料）"])
        commands.invite(session, meeting, on, reply_by=day - timedelta(days=5))
        for row in queries.meeting_card(session, meeting).attendees:
            chance = random.random()
            answer = (
                Reply.COMES if chance < _COMES else Reply.PROXY if chance < _SENDS else Reply.ABSENT
            )
            commands.reply(session, meeting, row.draft.person_id, answer)
        self._diary.plan(day, partial(self._hold, meeting, [*zip(items, topics, strict=True)]))

    def _hold(
        self,
        meeting: MeetingId,
        items: Sequence[tuple[AgendaItemId, tuple[str, str]]],
        session: Session,
        on: date,
    ) -> None:
        random = self._random
        card = queries.meeting_card(session, meeting)
        first = card.draft.held_on
        attended = card.row.tier is Tier.FIRST or random.random() < _ATTENDS
        commands.hold_meeting(session, meeting, attended=attended)
        marks = {
            row.draft.person_id: Presence.PRESENT
            for row in card.attendees
            if row.draft.reply is None
        }
        commands.mark_presence(session, meeting, marks)
        said = {key: opinion for key, (_, opinion) in items}
        agenda = [
            replace(item, opinions=said.get(item.id, item.opinions)) if item.id else item
            for item in card.agenda
        ]
        commands.set_agenda(session, meeting, agenda)
        self._decide(session, meeting, items, first)
        self._write(session, meeting, items)
        self._diary.plan(on + timedelta(days=_MINUTES), partial(_send, meeting))
        self._diary.plan(on + timedelta(days=_CONFIRMED), partial(_confirm, meeting))

    def _decide(
        self,
        session: Session,
        meeting: MeetingId,
        items: Sequence[tuple[AgendaItemId, tuple[str, str]]],
        held_on: date,
    ) -> None:
        item, _ = items[0]
        text = "地域ごとに実態を確かめ，次の会議で持ち寄る。"
        decision = ResolutionDraft(ResolutionKind.DECISION, text, item)
        commands.add_resolution(session, meeting, decision)
        due = held_on + timedelta(days=self._random.choice((30, 45, 60)))
        task = self._random.choice(_HOMEWORK)
        draft = ResolutionDraft(
            ResolutionKind.HOMEWORK, task, items[-1][0], owner="第1層コーディネーター", due_on=due
        )
        homework = commands.add_resolution(session, meeting, draft)
        in_time = self._random.random() < _DONE
        late = timedelta(days=-3 if in_time else self._random.randint(5, 60))
        self._diary.plan(due + late, partial(_finish, homework))

    def _write(
        self,
        session: Session,
        meeting: MeetingId,
        items: Sequence[tuple[AgendaItemId, tuple[str, str]]],
    ) -> None:
        lines = ["○事務局　定刻となったので，会議を始める。"]
        for _, (title, opinion) in items:
            lines += [f"○会長　{title}，意見を伺いたい。", f"○委員　{opinion}"]
        lines.append("○会長　ほかになければ，本日の会議を終わる。")
        summary = "\n".join(f"{title}：{opinion}" for _, (title, opinion) in items)
        commands.set_minutes(session, meeting, summary=summary, full="\n".join(lines))


def _office(place: int) -> Office:
    return {0: Office.CHAIR, 1: Office.VICE_CHAIR}.get(place, Office.MEMBER)


def _send(meeting: MeetingId, session: Session, on: date) -> None:
    commands.send_minutes(session, meeting, on)


def _confirm(meeting: MeetingId, session: Session, on: date) -> None:
    commands.confirm_minutes(session, meeting, on)


def _finish(homework: ResolutionId, session: Session, on: date) -> None:
    commands.finish_resolution(session, homework, on, "調べた結果を次の会議で報告した。")
