"""Fetching the rows a command works on, or refusing in words when they cannot be changed."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.tables import Person
from app.kernel.errors import Refusal
from app.local_resources.local_resource import LocalResourceId
from app.local_resources.tables import LocalResource
from app.matching.match import MatchId
from app.matching.need import NeedId
from app.matching.request import RequestId
from app.matching.tables import HelpRequest, Incident, Match, Need
from app.storage.base import Base
from app.storage.rows import any_row
from app.supporters.supporter import SupporterId
from app.supporters.tables import Supporter

RowT = TypeVar("RowT", bound=Base)


def request_row(session: Session, request: RequestId) -> HelpRequest:
    """Return a request that is not in the bin, or refuse."""
    row = any_row(session, HelpRequest, request, "この希望票は削除されています。")
    if row.deleted_at is not None:
        raise Refusal(
            f"希望票 {row.number}はごみ箱にあります。先に「ごみ箱から戻す」を押してください。"
        )
    return row


def need_row(session: Session, need: NeedId) -> Need:
    """Return a need that is not in the bin, or refuse."""
    row = any_row(session, Need, need, "このニーズは削除されています。")
    if row.deleted_at is not None:
        raise Refusal(
            f"ニーズ {row.number}はごみ箱にあります。先に「ごみ箱から戻す」を押してください。"
        )
    return row


def match_row(session: Session, match: MatchId) -> Match:
    """Return a match that is not in the bin, or refuse."""
    row = any_row(session, Match, match, "このマッチングは削除されています。")
    if row.deleted_at is not None:
        raise Refusal("このマッチングはごみ箱にあります。先に「ごみ箱から戻す」を押してください。")
    if row.request_id is not None:
        request_row(session, RequestId(row.request_id))
    return row


def incident_row(session: Session, incident: int) -> Incident:
    """Return a record of an incident, or refuse."""
    return any_row(session, Incident, incident, "この記録は削除されています。")


def place_row(session: Session, resource: LocalResourceId) -> LocalResource:
    """Return a place that is not in the bin, or refuse."""
    row = any_row(session, LocalResource, resource, "この活動の場は削除されています。")
    if row.deleted_at is not None:
        raise Refusal(
            f"「{row.name}」は地域資源のごみ箱にあります。先に「ごみ箱から戻す」を押してください。"
        )
    return row


def supporter_row(session: Session, supporter: SupporterId) -> Supporter:
    """Return a supporter whose registration is not in the bin, or refuse."""
    row = any_row(session, Supporter, supporter, "このサポーターは削除されています。")
    if row.deleted_at is not None:
        raise Refusal(
            f"{supporter_name(session, row)}さんの登録はごみ箱にあります。"
            "先に「ごみ箱から戻す」を押してください。"
        )
    return row


def supporter_name(session: Session, row: Supporter) -> str:
    """Return the name to use in a sentence about a supporter."""
    query = select(Person.family_name, Person.given_name).where(Person.id == row.person_id)
    return "　".join(part for part in session.execute(query).one() if part)
