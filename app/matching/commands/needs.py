"""Taking down needs (支援ニーズ), handing them on, and asking what became of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.derived import joined
from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonId
from app.contacts.tables import Organisation
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.kernel.folding import fold
from app.kernel.running_number import next_numbers
from app.kernel.text import quoted, tidy
from app.matching.commands.requests import add_request
from app.matching.commands.rows import need_row
from app.matching.need import Handling, NeedDraft, NeedId
from app.matching.need_checks import checked_need
from app.matching.request import RequestDraft, RequestId
from app.matching.tables import HelpRequest, Need, NeedKind
from app.office import queries as office
from app.storage.base import moment
from app.storage.rows import any_row

_COLUMNS = tuple(field.name for field in fields(NeedDraft) if field.name != "kinds")


def add_need(session: Session, draft: NeedDraft) -> NeedId:
    """Take down a need; its number is the next of its fiscal year where none was given.

    Raises ``Refusal`` with a sentence for each field, also for a person's name in an office
    that does not arrange help for single people.
    """
    draft = _checked(session, draft, None)
    row = Need(**_columns(draft), deleted_at=None)
    session.add(row)
    session.flush()
    _keep_kinds(session, row.id, draft.kinds)
    return NeedId(row.id)


def change_need(session: Session, need: NeedId, draft: NeedDraft) -> None:
    """Replace what is written about a need."""
    row = need_row(session, need)
    draft = _checked(session, draft, row)
    for name, value in _columns(draft).items():
        if getattr(row, name) != value:
            setattr(row, name, value)
    _keep_kinds(session, row.id, draft.kinds)


def hand_on(
    session: Session,
    need: NeedId,
    *,
    on: date,
    to: str = "",
    organisation: OrganisationId | None = None,
    check_on: date | None = None,
) -> None:
    """Write down to whom a need was handed on and when, and when to ask what became of it."""
    row = need_row(session, need)
    named = tidy(to).text
    if organisation is not None:
        gone = "この団体は削除されています。選び直してください。"
        named = named or any_row(session, Organisation, organisation, gone).name
    if not named:
        text = "つないだ先を入力してください。"
        raise Refusal(text, {"to": text})
    _check_day(session, row, on)
    row.handling = Handling.HANDED_ON
    row.handed_to, row.handed_to_id, row.handed_on = named, organisation, on
    row.check_on = check_on
    row.checked_on = None
    row.search_text = _search_text(row)


def check_need(
    session: Session, need: NeedId, *, on: date, result: str, closed: bool = True
) -> None:
    """Write down what became of a need; unless ``closed`` its handling stays as it is."""
    row = need_row(session, need)
    _check_day(session, row, on)
    said = tidy(result).text
    if not said:
        text = "どうなったかを入力してください。"
        raise Refusal(text, {"result": text})
    row.checked_on, row.result = on, said
    row.search_text = _search_text(row)
    if closed:
        row.handling = Handling.CLOSED


def need_to_request(session: Session, need: NeedId, draft: RequestDraft | None = None) -> RequestId:
    """Make a request out of a need (マッチングへ); without a draft it says what the need says."""
    row = need_row(session, need)
    made = select(HelpRequest.number).where(
        HelpRequest.need_id == row.id, HelpRequest.deleted_at.is_(None)
    )
    number = session.scalars(made).first()
    if number is not None:
        raise Refusal(f"このニーズからは、すでに希望票 {number}を作ってあります。")
    row.handling = Handling.MATCHING
    return add_request(session, draft or _asked_for(session, row), need=NeedId(row.id))


def gather_need(session: Session, need: NeedId) -> None:
    """Mark a need as gathered into an issue (課題として集約).

    One that is closed, or for which supporters are sought, stays as it is.
    """
    row = need_row(session, need)
    if row.handling not in (Handling.CLOSED, Handling.MATCHING):
        row.handling = Handling.ISSUE


def release_need(session: Session, need: NeedId) -> None:
    """Mark a need as open again that no issue rests on any more."""
    row = any_row(session, Need, need, "このニーズは削除されています。")
    if row.handling is Handling.ISSUE:
        row.handling = Handling.OPEN


def bin_need(session: Session, need: NeedId) -> None:
    """Move a need to the bin."""
    need_row(session, need).deleted_at = moment(session)


def restore_need(session: Session, need: NeedId) -> None:
    """Take a need out of the bin."""
    any_row(session, Need, need, "このニーズは削除されています。").deleted_at = None


def _asked_for(session: Session, row: Need) -> RequestDraft:
    kinds = select(NeedKind.kind_id).where(NeedKind.need_id == row.id).order_by(NeedKind.id)
    named = row.person_id if office.settings(session).individual_help else None
    return RequestDraft(
        received_on=moment(session).date(),
        person_id=None if named is None else PersonId(named),
        contact_name="" if named else f"ニーズ {row.number}の方",
        title=row.content.split("\n")[0][:40],
        content=row.content,
        kinds=tuple(session.scalars(kinds)),
        address_town=row.town,
        district_id=row.district_id,
    )


def _checked(session: Session, draft: NeedDraft, row: Need | None) -> NeedDraft:
    settings = office.settings(session)
    allowed = settings.individual_help or (row is not None and row.person_id == draft.person_id)
    draft = checked_need(draft, moment(session).date(), individual_help=allowed)
    number = draft.number or (row.number if row is not None else "")
    if not number:
        known = session.scalars(select(Need.number)).all()
        number = next_numbers(FiscalYear.of(draft.received_on), known)[0]
    same = select(Need.id).where(Need.number == number, Need.id != (0 if row is None else row.id))
    if session.scalars(same).first() is not None:
        text = f"受付番号{quoted(number)}はほかのニーズが使っています。"
        raise Refusal(text, {"number": text})
    district = draft.district_id
    if district is None and draft.town:
        district = office.district_of_town(session, draft.town)
    return replace(draft, number=number, district_id=district)


def _check_day(session: Session, row: Need, on: date) -> None:
    if not row.received_on <= on <= moment(session).date():
        text = "受付日から今日までの日を入力してください。"
        raise Refusal(text, {"on": text})


def _columns(draft: NeedDraft) -> Mapping[str, Any]:
    values = {name: getattr(draft, name) for name in _COLUMNS}
    return values | {"search_text": _search_text(draft)}


def _search_text(said: NeedDraft | Need) -> str:
    """Return everything a search looks at, folded."""
    texts = (said.number, said.content, said.town, said.handed_to, said.result, said.note)
    return joined(*(fold(text) for text in texts if text))


def _keep_kinds(session: Session, need: int, kinds: Sequence[int]) -> None:
    query = select(NeedKind).where(NeedKind.need_id == need)
    known = {row.kind_id: row for row in session.scalars(query)}
    for kind, row in known.items():
        if kind not in kinds:
            session.delete(row)
    for kind in kinds:
        if kind not in known:
            session.add(NeedKind(need_id=need, kind_id=kind))
    session.flush()
