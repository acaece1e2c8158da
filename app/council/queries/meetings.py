"""The list of meetings, and meetings of a span of days or about an issue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from app.contacts.derived import terms
from app.contacts.queries.keys import chunks
from app.council.council import SEATED, CouncilId, Tier
from app.council.meeting import (
    CARRIED,
    DiscussionStage,
    MeetingId,
    MeetingState,
    MinutesState,
    Presence,
    minutes_state,
)
from app.council.queries.drafts import stages_of
from app.council.tables import AgendaItem, Attendee, Council, Meeting, Resolution
from app.kernel.fiscal_year import FiscalYear
from app.kernel.folding import fold
from app.office.tables import District

_TABLES = frozenset(
    table.__tablename__ for table in (Meeting, Council, AgendaItem, Attendee, Resolution, District)
)
_THERE = (Presence.PRESENT, Presence.PROXY)


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting as lists show it.

    ``members`` are the 委員 asked and ``present`` those of them who came or sent somebody;
    ``attended`` is whether the coordinator was there.
    """

    id: MeetingId
    council_id: CouncilId
    council: str
    tier: Tier
    care: bool
    district_id: int | None
    district: str
    year: FiscalYear
    number: int
    held_on: date
    starts_at: time | None
    ends_at: time | None
    venue: str
    state: MeetingState
    stages: tuple[DiscussionStage, ...]
    agenda: tuple[str, ...]
    members: int
    present: int
    attended: bool
    invited_on: date | None
    reply_by: date | None
    unanswered: int
    minutes: MinutesState

    @property
    def title(self) -> str:
        """Return what a meeting is called: 令和8年度第2回 港町圏域 第2層協議体."""
        return f"{self.year}第{self.number}回 {self.council}"


@dataclass(frozen=True, slots=True)
class MeetingListing:
    """The meetings, the newest first, narrowed by council, year, tier, days, state or words.

    ``care`` leaves those that are 地域ケア会議.  Words are looked for in the name of the council,
    venue, agenda, decisions and homework, and in the minutes as they are written.
    """

    council: CouncilId | None = None
    year: FiscalYear | None = None
    tier: Tier | None = None
    first: date | None = None
    last: date | None = None
    text: str = ""
    district_id: int | None = None
    state: MeetingState | None = None
    care: bool = False

    @property
    def tables(self) -> frozenset[str]:
        return _TABLES

    def keys(self, session: Session) -> Sequence[int]:
        keys = session.scalars(self.select_keys()).all()
        asked = terms(self.text)
        if not asked:
            return keys
        short = _short_texts(session, keys)
        written = self._written(session)
        return [
            key
            for key in keys
            if key in written or all(any(form in short[key] for form in forms) for forms in asked)
        ]

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, MeetingRow]:
        return {row.id: row for row in meetings(session, keys)}

    def select_keys(self) -> Select[int]:
        """Return the statement that gives the keys but for the words, for features to join to."""
        return (
            select(Meeting.id)
            .join(Council, Council.id == Meeting.council_id)
            .where(self._condition())
            .order_by(Meeting.held_on.desc(), Meeting.starts_at.desc(), Meeting.id.desc())
        )

    def _condition(self) -> ColumnElement[bool]:
        conditions: list[ColumnElement[bool]] = [Council.deleted_at.is_(None)]
        for column, wanted in (
            (Meeting.council_id, self.council),
            (Council.tier, self.tier),
            (Council.district_id, self.district_id),
            (Meeting.state, self.state),
            (Meeting.fiscal_year, None if self.year is None else self.year.start),
        ):
            if wanted is not None:
                conditions.append(column == wanted)
        if self.first is not None:
            conditions.append(Meeting.held_on >= self.first)
        if self.last is not None:
            conditions.append(Meeting.held_on <= self.last)
        if self.care:
            conditions.append(is_care())
        return and_(*conditions)

    def _written(self, session: Session) -> set[int]:
        """Return the meetings whose minutes hold every word as it was typed."""
        query = select(Meeting.id)
        for word in self.text.split():
            query = query.where(
                or_(
                    func.instr(Meeting.full_minutes, word) > 0,
                    func.instr(Meeting.summary, word) > 0,
                )
            )
        return set(session.scalars(query))


def is_care() -> ColumnElement[bool]:
    """Return what holds of a council whose meetings are 地域ケア会議."""
    return or_(Council.tier == Tier.CARE, Council.care_too)


def meetings(session: Session, keys: Sequence[int]) -> list[MeetingRow]:
    """Return these meetings as rows of a list, the newest first."""
    found: list[MeetingRow] = []
    for chunk in chunks(keys):
        agenda = _agenda(session, chunk)
        begun = minutes_begun(session, chunk)
        present = _attendance(session, chunk)
        query = (
            select(Meeting, Council, District.name)
            .join(Council, Council.id == Meeting.council_id)
            .outerjoin(District, District.id == Council.district_id)
            .where(Meeting.id.in_(chunk))
        )
        found += [
            _row(
                row,
                council,
                district or "",
                agenda[row.id],
                present[row.id],
                begun=row.id in begun,
            )
            for row, council, district in session.execute(query)
        ]
    return sorted(
        found, key=lambda row: (row.held_on, row.starts_at or time(), row.id), reverse=True
    )


def meetings_between(session: Session, first: date, last: date) -> tuple[MeetingRow, ...]:
    """Return what is planned or was held in a span of days, the first first."""
    rows = meetings(session, MeetingListing(first=first, last=last).keys(session))
    return tuple(row for row in reversed(rows) if row.state is not MeetingState.CANCELLED)


def meetings_of_issue(session: Session, issue: int) -> tuple[MeetingRow, ...]:
    """Return the meetings with an issue on their agenda, the newest first."""
    query = MeetingListing().select_keys()
    about = select(AgendaItem.meeting_id).where(AgendaItem.issue_id == issue)
    return tuple(meetings(session, session.scalars(query.where(Meeting.id.in_(about))).all()))


def minutes_begun(session: Session, keys: Sequence[int]) -> frozenset[int]:
    """Return which of these meetings anything is written of that minutes are made of.

    Opinions under an item of the agenda and decisions are minutes as much as a text is; homework
    that returned from earlier meetings is none yet.
    """
    queries = (
        select(Meeting.id).where(
            Meeting.id.in_(keys), or_(Meeting.summary != "", Meeting.full_minutes != "")
        ),
        select(AgendaItem.meeting_id).where(
            AgendaItem.meeting_id.in_(keys),
            AgendaItem.opinions != "",
            AgendaItem.title != CARRIED,
        ),
        select(Resolution.meeting_id).where(Resolution.meeting_id.in_(keys)),
    )
    return frozenset(key for query in queries for key in session.scalars(query))


def _agenda(session: Session, keys: Sequence[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    query = (
        select(AgendaItem.meeting_id, AgendaItem.title)
        .where(AgendaItem.meeting_id.in_(keys))
        .order_by(AgendaItem.position, AgendaItem.id)
    )
    for meeting, title in session.execute(query):
        found[meeting].append(title)
    return found


def _attendance(session: Session, keys: Sequence[int]) -> dict[int, tuple[int, int, int]]:
    """Return by meeting its 委員, how many came, and how many asked have not answered."""
    found: dict[int, tuple[int, int, int]] = defaultdict(lambda: (0, 0, 0))
    query = select(Attendee.meeting_id, Attendee.office, Attendee.reply, Attendee.presence).where(
        Attendee.meeting_id.in_(keys)
    )
    for meeting, office, reply, presence in session.execute(query):
        asked, came, silent = found[meeting]
        seated = office in SEATED
        found[meeting] = (
            asked + seated,
            came + (seated and presence in _THERE),
            silent + (seated and reply is None and presence is None),
        )
    return found


def _short_texts(session: Session, keys: Sequence[int]) -> dict[int, str]:
    """Return by meeting what is short and searched whatever its shape, folded."""
    found: dict[int, list[str]] = {key: [] for key in keys}
    for chunk in chunks(keys):
        parts = (
            select(Meeting.id, Council.name, Meeting.venue, Meeting.note)
            .join(Council, Council.id == Meeting.council_id)
            .where(Meeting.id.in_(chunk)),
            select(AgendaItem.meeting_id, AgendaItem.title, AgendaItem.opinions).where(
                AgendaItem.meeting_id.in_(chunk)
            ),
            select(Resolution.meeting_id, Resolution.text, Resolution.owner).where(
                Resolution.meeting_id.in_(chunk)
            ),
        )
        for query in parts:
            for key, *texts in session.execute(query):
                found[key] += texts
    return {key: fold("\n".join(texts)) for key, texts in found.items()}


def _row(
    row: Meeting,
    council: Council,
    district: str,
    agenda: Sequence[str],
    counted: tuple[int, int, int],
    *,
    begun: bool,
) -> MeetingRow:
    asked, came, silent = counted
    return MeetingRow(
        id=MeetingId(row.id),
        council_id=CouncilId(council.id),
        council=council.name,
        tier=council.tier,
        care=council.care_too or council.tier is Tier.CARE,
        district_id=council.district_id,
        district=district,
        year=FiscalYear(row.fiscal_year),
        number=row.number,
        held_on=row.held_on,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        venue=row.venue,
        state=row.state,
        stages=stages_of(row.stages),
        agenda=tuple(agenda),
        members=asked,
        present=came,
        attended=row.attended,
        invited_on=row.invited_on,
        reply_by=row.reply_by,
        unanswered=silent,
        minutes=minutes_state(row.minutes_sent_on, row.minutes_confirmed_on, begun=begun),
    )
