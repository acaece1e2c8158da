"""What the program knows already and no entry of the daily log tells of: each a ready entry.

Duty and kind of activity are those whose name says what was done; an office that words its duties
otherwise finds the first one filled in and changes it.  What a note says stays in the office:
the city reads how, not what (``report_text``).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from app.council import queries as council
from app.council.council import Tier
from app.council.meeting import MeetingState
from app.council.queries import MeetingRow
from app.daily_log import queries as daily_log
from app.daily_log.log_entry import Link, LinkKind, LogEntryDraft, Means, SupportSort, With
from app.duties import queries as duties
from app.local_resources import queries as local_resources
from app.local_resources.local_resource import (
    ConfirmationResult,
    ConfirmationWay,
    LocalResourceId,
)
from app.matching import queries as matching
from app.matching.queries import MatchRow
from app.timeline import queries as timeline
from app.timeline.note import NoteKind, NoteRow
from app.training import queries as training
from app.training.course import SessionStatus

_TRAINING, _MATCHING, _NEEDS = "担い手", "マッチング", "資源"
_COUNCIL, _SECOND, _NETWORK = "協議体", "第２層", "ネットワーク"
_KIND_OF_TIER = {
    Tier.FIRST: (_COUNCIL, "第1層協議体"),
    Tier.SECOND: (_SECOND, "第2層協議体"),
    Tier.CARE: (_SECOND, "第2層協議体"),
}
_MEANS_OF_NOTE = {
    NoteKind.CALL: Means.CALL,
    NoteKind.VISIT: Means.VISIT,
    NoteKind.CAME: Means.CAME,
    NoteKind.MEETING: Means.MEETING,
}
_MEANS_OF_WAY = {
    ConfirmationWay.CALL: Means.CALL,
    ConfirmationWay.VISIT: Means.VISIT,
    ConfirmationWay.MEETING: Means.MEETING,
    ConfirmationWay.WEB: Means.DESK,
}


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that was done, and the entry that would tell of it."""

    source: Link
    draft: LogEntryDraft
    sentence: str


class _Masters:
    """The duties of a day and the kinds of activity, found by a word in their name."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._kinds = [row for row in duties.activity_kinds(session) if not row.retired]

    def begin(self, day: date, duty: str, kind: str, means: Means) -> LogEntryDraft:
        """Return an entry of a day; without any duty that day its key is 0."""
        rows = duties.duty_list(self._session, day)
        named = [row.id for row in rows if duty in row.name + row.short_name]
        kinds = (row.id for row in self._kinds if kind in row.name)
        duty_id = next(iter((*named, *(int(row.id) for row in rows))), 0)
        return LogEntryDraft(day, duty_id, kind_id=next(kinds, None), means=means)


def offers(session: Session, first: date, last: date) -> tuple[Offer, ...]:
    """Return what was done in a span of days and is in no entry yet, the newest first.

    Sessions and meetings held, matches asked, met and agreed, notes of contacts, and the rounds
    in which resources were confirmed; nothing of days for which no duties are known.
    """
    masters = _Masters(session)
    found = [
        *_sessions(session, masters, first, last),
        *_meetings(session, masters, first, last),
        *_matches(session, masters, first, last),
        *_notes(session, masters, first, last),
        *_confirmations(session, masters, first, last),
    ]
    known = [one for one in found if one.draft.duty_id]
    return tuple(sorted(known, key=lambda one: one.draft.on_day, reverse=True))


def _sessions(session: Session, masters: _Masters, first: date, last: date) -> Iterator[Offer]:
    taken = daily_log.links_taken(session, LinkKind.SESSION)
    came = Counter(one.session for one in training.attendances_between(session, first, last))
    for row in training.sessions_between(session, first, last):
        if row.status is not SessionStatus.HELD or row.id in taken:
            continue
        kind = "ステップアップ研修" if "ステップアップ" in row.title else "養成研修"
        title = f"{row.title}　第{row.number}回"
        link = Link(LinkKind.SESSION, row.id)
        draft = replace(
            masters.begin(row.held_on, _TRAINING, kind, Means.TRAINING),
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            place=row.venue,
            people_count=came[row.id],
            title=title,
            content=row.theme,
            links=(link,),
        )
        yield Offer(link, draft, f"研修の実施：{title}（{came[row.id]}名）")


def _meetings(session: Session, masters: _Masters, first: date, last: date) -> Iterator[Offer]:
    taken = daily_log.links_taken(session, LinkKind.MEETING)
    for row in council.meetings_between(session, first, last):
        if row.state is MeetingState.HELD and row.attended and row.id not in taken:
            yield _meeting(row, masters)


def _meeting(row: MeetingRow, masters: _Masters) -> Offer:
    duty, kind = _KIND_OF_TIER.get(row.tier, (_NETWORK, "その他会議"))
    title = f"{row.council}　第{row.number}回"
    link = Link(LinkKind.MEETING, row.id)
    draft = replace(
        masters.begin(row.held_on, duty, kind, Means.MEETING),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        place=row.venue,
        district_id=row.district_id,
        people_count=row.present or None,
        title=title,
        content="、".join(row.agenda),
        links=(link,),
        care_district_id=row.district_id if row.care else None,
    )
    return Offer(link, draft, f"会議への参加：{title}")


def _matches(session: Session, masters: _Masters, first: date, last: date) -> Iterator[Offer]:
    taken = daily_log.links_by_day(session, LinkKind.MATCH, first, last)
    for row in matching.matches_dealt_with(session, first, last):
        for day, steps in _steps(row).items():
            if first <= day <= last and (day, int(row.id)) not in taken:
                yield _match(row, day, "・".join(steps), masters)


def _steps(row: MatchRow) -> dict[date, list[str]]:
    """Return what was done for a match, by day; several things of a day are one entry."""
    steps: dict[date, list[str]] = defaultdict(list)
    for day, word in (
        (row.asked_on, "打診"),
        (row.meeting_on, "顔合わせ"),
        (row.agreed_on, "成立"),
    ):
        if day is not None:
            steps[day].append(word)
    return steps


def _match(row: MatchRow, day: date, steps: str, masters: _Masters) -> Offer:
    link = Link(LinkKind.MATCH, row.id)
    means = Means.VISIT if "顔合わせ" in steps else Means.CALL
    draft = replace(
        masters.begin(day, _MATCHING, "マッチング", means),
        support=SupportSort.SINGLE,
        place=row.place if means is Means.VISIT else "",
        contacts=(With(person_id=row.person),),
        title=f"マッチングの{steps}",
        content=row.what,
        links=(link,),
    )
    return Offer(link, draft, f"マッチングの{steps}：{row.name}さん　{row.what}")


def _notes(session: Session, masters: _Masters, first: date, last: date) -> Iterator[Offer]:
    taken = daily_log.links_taken(session, LinkKind.NOTE)
    for row in timeline.notes_between(session, first, last):
        if row.id not in taken:
            yield _note(row, masters)


def _note(row: NoteRow, masters: _Masters) -> Offer:
    note = row.draft
    link = Link(LinkKind.NOTE, row.id)
    means = _MEANS_OF_NOTE.get(note.kind, Means.WRITTEN)
    came = means in {Means.CALL, Means.CAME}
    title = f"{note.kind.label}での連絡・相談"
    draft = replace(
        masters.begin(
            note.happened_at.date(), _NETWORK, "相談対応" if came else "ヒアリング", means
        ),
        starts_at=note.happened_at.time().replace(second=0, microsecond=0),
        contacts=(With(row.person, row.organisation),),
        title=title,
        content=note.text,
        report_text=title,
        links=(link,),
    )
    return Offer(link, draft, f"連絡の記録（{note.kind.label}）：{note.text.split(chr(10))[0]}")


def _confirmations(session: Session, masters: _Masters, first: date, last: date) -> Iterator[Offer]:
    """Give one entry for each day and way: a round of calls is one piece of work."""
    taken = daily_log.links_by_day(session, LinkKind.RESOURCE, first, last)
    rounds: dict[tuple[date, ConfirmationWay], dict[LocalResourceId, None]] = defaultdict(dict)
    for key, row in local_resources.confirmations_between(session, first, last):
        said = row.confirmation
        day = said.confirmed_on
        if said.result is not ConfirmationResult.NO_ANSWER and (day, int(key)) not in taken:
            rounds[day, said.way][key] = None
    for (day, way), keys in rounds.items():
        names = [row.name for row in local_resources.resources(session, list(keys))]
        links = tuple(Link(LinkKind.RESOURCE, key) for key in keys)
        title = f"社会資源の確認（{way.label}）{len(keys)}件"
        draft = replace(
            masters.begin(day, _NEEDS, "資源調査", _MEANS_OF_WAY.get(way, Means.WRITTEN)),
            title=title,
            content="、".join(names),
            links=links,
        )
        yield Offer(links[0], draft, title)
