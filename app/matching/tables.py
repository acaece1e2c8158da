"""How requests, needs, matches, activity slips and incidents are stored."""

from __future__ import annotations

from datetime import date, datetime, time

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.contacts.person import ContactWay, Sex
from app.matching.match import Answer, IncidentKind, MatchState
from app.matching.need import Coping, Handling, HouseholdKind, NeedWay, Route, Urgency
from app.matching.request import RequestState, Rhythm
from app.storage.base import Base, stored


class HelpRequest(Base):
    """お手伝い希望票.  ``state`` is kept by the commands, from its matches and by hand."""

    __tablename__ = "help_request"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(index=True)
    received_on: Mapped[date] = mapped_column(index=True)
    received_by: Mapped[ContactWay | None] = mapped_column(stored(ContactWay))
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    contact_name: Mapped[str]
    contact_phone: Mapped[str]
    local_resource_id: Mapped[int | None] = mapped_column(
        ForeignKey("local_resource.id"), index=True
    )
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    need_id: Mapped[int | None] = mapped_column(ForeignKey("need.id"), index=True)
    title: Mapped[str]
    content: Mapped[str]
    rhythm: Mapped[Rhythm] = mapped_column(stored(Rhythm))
    on_day: Mapped[date | None] = mapped_column(index=True)
    starts_at: Mapped[time | None]
    ends_at: Mapped[time | None]
    week: Mapped[int]
    months: Mapped[int]
    times_a_month: Mapped[int | None]
    schedule: Mapped[str]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    venue: Mapped[str]
    address_town: Mapped[str]
    address_number: Mapped[str]
    district_id: Mapped[int | None] = mapped_column(ForeignKey("district.id"), index=True)
    car_needed: Mapped[bool]
    people_wanted: Mapped[int]
    level_id: Mapped[int | None] = mapped_column(ForeignKey("activity_level.id"))
    wanted_sex: Mapped[Sex | None] = mapped_column(stored(Sex))
    bring: Mapped[str]
    costs: Mapped[str]
    reward: Mapped[str]
    insurance: Mapped[str]
    meeting_wanted: Mapped[bool]
    due_on: Mapped[date | None] = mapped_column(index=True)
    state: Mapped[RequestState] = mapped_column(stored(RequestState), index=True)
    closed_on: Mapped[date | None]
    note: Mapped[str]
    search_text: Mapped[str]
    deleted_at: Mapped[datetime | None]


class RequestKind(Base):
    """希望内容: a kind of support a request asks for."""

    __tablename__ = "request_kind"
    __table_args__ = (UniqueConstraint("request_id", "kind_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("help_request.id"))
    kind_id: Mapped[int] = mapped_column(ForeignKey("support_kind.id"), index=True)


class HandRaise(Base):
    """手挙げ: a supporter who said of themselves that they would."""

    __tablename__ = "hand_raise"
    __table_args__ = (UniqueConstraint("request_id", "supporter_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("help_request.id"))
    supporter_id: Mapped[int] = mapped_column(ForeignKey("supporter.id"), index=True)
    raised_on: Mapped[date]
    note: Mapped[str]


class Need(Base):
    """支援ニーズ of somebody or of an area."""

    __tablename__ = "need"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(index=True)
    received_on: Mapped[date] = mapped_column(index=True)
    route: Mapped[Route] = mapped_column(stored(Route))
    way: Mapped[NeedWay] = mapped_column(stored(NeedWay))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    age_band: Mapped[str]
    household: Mapped[HouseholdKind | None] = mapped_column(stored(HouseholdKind))
    district_id: Mapped[int | None] = mapped_column(ForeignKey("district.id"), index=True)
    town: Mapped[str]
    content: Mapped[str]
    urgency: Mapped[Urgency] = mapped_column(stored(Urgency))
    coping: Mapped[Coping | None] = mapped_column(stored(Coping))
    handling: Mapped[Handling] = mapped_column(stored(Handling), index=True)
    handed_to: Mapped[str]
    handed_to_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    handed_on: Mapped[date | None]
    check_on: Mapped[date | None] = mapped_column(index=True)
    checked_on: Mapped[date | None]
    result: Mapped[str]
    note: Mapped[str]
    search_text: Mapped[str]
    deleted_at: Mapped[datetime | None]


class NeedKind(Base):
    """困りごと区分 of a need."""

    __tablename__ = "need_kind"
    __table_args__ = (UniqueConstraint("need_id", "kind_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    need_id: Mapped[int] = mapped_column(ForeignKey("need.id"))
    kind_id: Mapped[int] = mapped_column(ForeignKey("support_kind.id"), index=True)


class Match(Base):
    """マッチング: a supporter asked for a request, or for a place without one."""

    __tablename__ = "match"

    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int | None] = mapped_column(ForeignKey("help_request.id"), index=True)
    local_resource_id: Mapped[int | None] = mapped_column(
        ForeignKey("local_resource.id"), index=True
    )
    supporter_id: Mapped[int] = mapped_column(ForeignKey("supporter.id"), index=True)
    state: Mapped[MatchState] = mapped_column(stored(MatchState), index=True)
    level_id: Mapped[int | None] = mapped_column(ForeignKey("activity_level.id"))
    """The supporter's level when asked."""
    asked_on: Mapped[date] = mapped_column(index=True)
    answer: Mapped[Answer | None] = mapped_column(stored(Answer))
    answered_on: Mapped[date | None]
    decline_reason: Mapped[str]
    meeting_on: Mapped[date | None]
    agreed_on: Mapped[date | None] = mapped_column(index=True)
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    end_reason: Mapped[str]
    follow_up_on: Mapped[date | None] = mapped_column(index=True)
    supporter_words: Mapped[str]
    place_words: Mapped[str]
    satisfaction: Mapped[int | None]
    note: Mapped[str]
    deleted_at: Mapped[datetime | None]


class MatchStep(Base):
    """A state of a match from a day on; past ones stay, so that any month can be counted."""

    __tablename__ = "match_step"

    id: Mapped[int] = mapped_column(primary_key=True)
    match_id: Mapped[int] = mapped_column(ForeignKey("match.id"), index=True)
    state: Mapped[MatchState] = mapped_column(stored(MatchState))
    starts_on: Mapped[date]
    note: Mapped[str]


class ActivitySlip(Base):
    """活動報告書 of one match for one month, handed in even when nothing was done."""

    __tablename__ = "activity_slip"
    __table_args__ = (UniqueConstraint("match_id", "month"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    match_id: Mapped[int] = mapped_column(ForeignKey("match.id"))
    month: Mapped[date] = mapped_column(index=True)
    """Its first day."""
    received_on: Mapped[date | None]
    note: Mapped[str]


class Activity(Base):
    """One line of a slip (活動実績); without a day it is the sum of the month."""

    __tablename__ = "activity"

    id: Mapped[int] = mapped_column(primary_key=True)
    slip_id: Mapped[int] = mapped_column(ForeignKey("activity_slip.id"), index=True)
    on_day: Mapped[date | None] = mapped_column(index=True)
    times: Mapped[int]
    minutes: Mapped[int]
    starts_at: Mapped[time | None]
    ends_at: Mapped[time | None]
    kind_id: Mapped[int | None] = mapped_column(ForeignKey("support_kind.id"), index=True)
    people_helped: Mapped[int | None]
    fare: Mapped[int]
    note: Mapped[str]


class Incident(Base):
    """ヒヤリ・事故 of a match."""

    __tablename__ = "incident"

    id: Mapped[int] = mapped_column(primary_key=True)
    match_id: Mapped[int] = mapped_column(ForeignKey("match.id"), index=True)
    happened_on: Mapped[date] = mapped_column(index=True)
    kind: Mapped[IncidentKind] = mapped_column(stored(IncidentKind))
    content: Mapped[str]
    response: Mapped[str]
    insurance_claimed_on: Mapped[date | None]
    reported_on: Mapped[date | None]
    closed_on: Mapped[date | None]


class RankingWeight(Base):
    """重み: how many points a criterion of the ranking is worth at most."""

    __tablename__ = "ranking_weight"

    id: Mapped[int] = mapped_column(primary_key=True)
    criterion: Mapped[str] = mapped_column(unique=True)
    points: Mapped[int]
