"""Taking down, changing and closing requests for help (お手伝い希望票), and who raised a hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.derived import joined
from app.contacts.tables import Organisation
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.kernel.folding import fold
from app.kernel.running_number import next_numbers
from app.kernel.text import quoted, tidy
from app.local_resources.tables import LocalResource
from app.matching.commands.request_state import cancel_pending, going_on, keep_state
from app.matching.commands.rows import request_row, supporter_row
from app.matching.need import NeedId
from app.matching.request import RequestDraft, RequestId, RequestState
from app.matching.request_checks import BY_HAND, checked_request
from app.matching.tables import HandRaise, HelpRequest, RequestKind
from app.office import queries as office
from app.storage.base import moment
from app.storage.rows import any_row
from app.supporters.supporter import SupporterId

_COLUMNS = tuple(field.name for field in fields(RequestDraft) if field.name != "kinds")


def add_request(session: Session, draft: RequestDraft, *, need: NeedId | None = None) -> RequestId:
    """Take down a request; its number is the next of its fiscal year where none was given.

    Raises ``Refusal`` with a sentence for each field.
    """
    draft = _checked(session, draft, None)
    row = HelpRequest(
        **_columns(session, draft),
        need_id=need,
        state=RequestState.OPEN,
        closed_on=None,
        deleted_at=None,
    )
    session.add(row)
    session.flush()
    _keep_kinds(session, row.id, draft.kinds)
    return RequestId(row.id)


def change_request(session: Session, request: RequestId, draft: RequestDraft) -> None:
    """Replace what is written about a request; its state follows the number of people wanted."""
    row = request_row(session, request)
    draft = _checked(session, draft, row)
    for name, value in _columns(session, draft).items():
        if getattr(row, name) != value:
            setattr(row, name, value)
    _keep_kinds(session, row.id, draft.kinds)
    keep_state(session, row)


def close_request(session: Session, request: RequestId, *, on: date) -> None:
    """Close a request (終了); who was still being asked is let off in the same step.

    Raises ``Refusal`` while somebody's help goes on.
    """
    _finish(session, request, RequestState.CLOSED, on, "希望票の終了")


def withdraw_request(session: Session, request: RequestId, *, on: date, note: str = "") -> None:
    """Write down that a request was withdrawn (取下げ), and let off who was still being asked."""
    row = request_row(session, request)
    _finish(session, request, RequestState.WITHDRAWN, on, "希望票の取下げ")
    said = tidy(note).text
    if said:
        row.note = "\n".join(part for part in (row.note, f"取下げ：{said}") if part)
        row.search_text = _search_text(row)


def reopen_request(session: Session, request: RequestId) -> None:
    """Take a closed or withdrawn request up again; its state is that of its matches."""
    row = request_row(session, request)
    if row.state not in BY_HAND:
        raise Refusal("この希望票は終了していません。")
    row.state = RequestState.OPEN
    row.closed_on = None
    keep_state(session, row)


def bin_request(session: Session, request: RequestId) -> None:
    """Move a request to the bin, and out of every figure, with its matches."""
    row = request_row(session, request)
    row.deleted_at = moment(session)


def restore_request(session: Session, request: RequestId) -> None:
    """Take a request out of the bin, its matches with it."""
    row = any_row(session, HelpRequest, request, "この希望票は削除されています。")
    row.deleted_at = None


def raise_hand(
    session: Session, request: RequestId, supporter: SupporterId, *, on: date, note: str = ""
) -> None:
    """Write down that a supporter offers to help; a second time changes day and note."""
    row = request_row(session, request)
    supporter_row(session, supporter)
    raised = _hand(session, request, supporter)
    if on < row.received_on:
        text = "手を挙げた日が、希望票の受付日より前になっています。"
        raise Refusal(text, {"on": text})
    if raised is None:
        raised = HandRaise(request_id=row.id, supporter_id=supporter)
        session.add(raised)
    raised.raised_on = on
    raised.note = tidy(note).text


def lower_hand(session: Session, request: RequestId, supporter: SupporterId) -> None:
    """Take back that a supporter offered to help."""
    request_row(session, request)
    raised = _hand(session, request, supporter)
    if raised is None:
        raise Refusal("このサポーターは、この希望票に手を挙げていません。")
    session.delete(raised)


def _hand(session: Session, request: RequestId, supporter: SupporterId) -> HandRaise | None:
    query = select(HandRaise).where(
        HandRaise.request_id == request, HandRaise.supporter_id == supporter
    )
    return session.scalars(query).one_or_none()


def _finish(session: Session, request: RequestId, state: RequestState, on: date, why: str) -> None:
    row = request_row(session, request)
    if row.state in BY_HAND:
        raise Refusal(f"この希望票はすでに「{row.state.label}」になっています。")
    today = moment(session).date()
    if not row.received_on <= on <= today:
        text = "受付日から今日までの日を入力してください。"
        raise Refusal(text, {"on": text})
    names = going_on(session, row)
    if names:
        raise Refusal(
            f"{'、'.join(names)}の活動が続いています。"
            "先にそのマッチングを「終了」か「取消」にしてください。"
        )
    cancel_pending(session, row, on, why)
    row.state = state
    row.closed_on = on


def _checked(session: Session, draft: RequestDraft, row: HelpRequest | None) -> RequestDraft:
    settings = office.settings(session)
    allowed = settings.individual_help or (row is not None and row.person_id == draft.person_id)
    draft = checked_request(
        draft, moment(session).date(), settings.area_code, individual_help=allowed
    )
    number = draft.number or (row.number if row is not None else "")
    if not number:
        known = session.scalars(select(HelpRequest.number)).all()
        number = next_numbers(FiscalYear.of(draft.received_on), known)[0]
    same = select(HelpRequest.id).where(
        HelpRequest.number == number, HelpRequest.id != (0 if row is None else row.id)
    )
    if session.scalars(same).first() is not None:
        text = f"受付番号{quoted(number)}はほかの希望票が使っています。"
        raise Refusal(text, {"number": text})
    return replace(draft, number=number, district_id=draft.district_id or _district(session, draft))


def _district(session: Session, draft: RequestDraft) -> int | None:
    """Return where the help is wanted: the address, else the place, else who asks."""
    if draft.address_town:
        found = office.district_of_town(session, draft.address_town + draft.address_number)
        if found is not None:
            return found
    if draft.local_resource_id is not None:
        place = session.get(LocalResource, draft.local_resource_id)
        if place is not None and place.district_id is not None:
            return place.district_id
    if draft.organisation_id is not None:
        asking = session.get(Organisation, draft.organisation_id)
        return None if asking is None else asking.district_id
    return None


def _columns(session: Session, draft: RequestDraft) -> Mapping[str, Any]:
    if draft.organisation_id is not None:
        gone = "この団体は削除されています。選び直してください。"
        any_row(session, Organisation, draft.organisation_id, gone)
    if draft.local_resource_id is not None:
        gone = "この活動の場は削除されています。選び直してください。"
        any_row(session, LocalResource, draft.local_resource_id, gone)
    values = {name: getattr(draft, name) for name in _COLUMNS}
    return values | {"search_text": _search_text(draft)}


def _search_text(draft: RequestDraft | HelpRequest) -> str:
    """Return everything a search looks at, folded, but the names of who asks and of the place."""
    texts = (
        draft.number,
        draft.title,
        draft.contact_name,
        draft.content,
        draft.venue,
        draft.address_town + draft.address_number,
        draft.schedule,
        draft.note,
    )
    return joined(*(fold(text) for text in texts if text), draft.contact_phone.replace("-", ""))


def _keep_kinds(session: Session, request: int, kinds: Sequence[int]) -> None:
    query = select(RequestKind).where(RequestKind.request_id == request)
    known = {row.kind_id: row for row in session.scalars(query)}
    for kind, row in known.items():
        if kind not in kinds:
            session.delete(row)
    for kind in kinds:
        if kind not in known:
            session.add(RequestKind(request_id=request, kind_id=kind))
    session.flush()
