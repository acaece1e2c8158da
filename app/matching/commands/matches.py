"""Asking supporters, and leading a match through its states (打診 to 終了)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from itertools import pairwise
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.kernel.text import tidy
from app.local_resources.local_resource import LocalResourceId
from app.matching.commands.request_state import keep_state
from app.matching.commands.rows import (
    match_row,
    place_row,
    request_row,
    supporter_name,
    supporter_row,
)
from app.matching.match import Answer, MatchDraft, MatchId, MatchState
from app.matching.match_checks import check_dates, checked_match
from app.matching.match_way import (
    OPEN,
    OVER,
    PENDING,
    SETS,
    Step,
    answer_leads_to,
    check_step,
    follow_up_after,
    follow_up_after_answer,
)
from app.matching.request import RequestId
from app.matching.request_checks import BY_HAND
from app.matching.tables import HelpRequest, Match, MatchStep
from app.storage.base import moment
from app.storage.rows import any_row
from app.supporters.supporter import SupporterId, SupporterState
from app.supporters.tables import Supporter

_LEFT = frozenset({SupporterState.CANCELLED, SupporterState.EXPIRED})
_FIELDS = tuple(field.name for field in fields(MatchDraft))


def propose(
    session: Session,
    supporters: Sequence[SupporterId],
    *,
    request: RequestId | None = None,
    resource: LocalResourceId | None = None,
    on: date,
) -> list[MatchId]:
    """Ask supporters (打診) for a request, or for a place without one; return the matches.

    Raises ``Refusal`` for whoever is being asked for the same already, or is registered no more.
    """
    if (request is None) == (resource is None):
        raise TypeError("name a request or a place, not both")
    asked = None if request is None else _open_request(session, request)
    if resource is not None:
        place_row(session, resource)
    today = moment(session).date()
    if on > today or (asked is not None and on < asked.received_on):
        text = "打診した日は、受付日から今日までの日を入力してください。"
        raise Refusal(text, {"on": text})
    rows = [supporter_row(session, one) for one in dict.fromkeys(supporters)]
    if not rows:
        raise Refusal("打診するサポーターを選んでください。")
    _refuse_left(session, rows)
    _refuse_asked(session, rows, request, resource)
    made = [_ask(session, row, request, resource, on) for row in rows]
    if asked is not None:
        keep_state(session, asked)
    return made


def answer(session: Session, match: MatchId, given: Answer, *, on: date, reason: str = "") -> None:
    """Write down what the supporter answered: 承諾 leads to 調整中, 辞退 to 不成立."""
    row = match_row(session, match)
    if row.state not in PENDING:
        raise Refusal(f"このマッチングは「{row.state.label}」なので、打診の返事は記録できません。")
    state = answer_leads_to(given)
    if state is not None and not (given is Answer.ACCEPTED and row.state is not MatchState.ASKING):
        _take_step(session, row, state, on, tidy(reason).text)
    else:
        _check_answer_day(session, row, on)
        row.follow_up_on = follow_up_after_answer(given, on) or row.follow_up_on
    row.answer, row.answered_on = given, on
    row.decline_reason = tidy(reason).text if given is Answer.DECLINED else ""


def step(session: Session, match: MatchId, state: MatchState, *, on: date, note: str = "") -> None:
    """Lead a match to its next state; ``on`` is its day (of 顔合わせ: of the meeting, also ahead).

    Sets the date that belongs to the state and when to ask again.  ``note`` is the reason of
    終了, 不成立 and 取消.  Raises ``Refusal`` for what the way does not have.
    """
    row = match_row(session, match)
    _take_step(session, row, state, on, tidy(note).text)


def change_match(session: Session, match: MatchId, draft: MatchDraft) -> None:
    """Replace what is written about a match; days of states reached move in its history too."""
    row = match_row(session, match)
    draft = checked_match(draft)
    steps = _steps(session, row)
    check_dates(draft, [Step(one.state, one.starts_on) for one in steps], moment(session).date())
    for one in steps:
        name = SETS.get(one.state)
        if name in _FIELDS and one.state is not MatchState.MEETING:
            one.starts_on = getattr(draft, name)
    for name in _FIELDS:
        if getattr(row, name) != getattr(draft, name):
            setattr(row, name, getattr(draft, name))
    _keep_request(session, row)


def take_back_step(session: Session, match: MatchId) -> None:
    """Take back the newest step of a match that was written down by mistake."""
    row = match_row(session, match)
    steps = _steps(session, row)
    if len(steps) == 1:
        raise Refusal(
            "打診より前には戻せません。打診が間違いなら「ごみ箱へ移す」を押してください。"
        )
    wrong, before = steps[-1], steps[-2]
    if wrong.state in OVER:
        _refuse_asked_again(session, row)
    name = SETS.get(wrong.state)
    if name is not None:
        setattr(row, name, None)
    if wrong.state in (MatchState.FAILED, MatchState.ARRANGING):
        row.answer = row.answered_on = None
        row.decline_reason = ""
    row.end_reason = ""
    row.state = before.state
    row.follow_up_on = follow_up_after(before.state, before.starts_on, row.starts_on)
    session.delete(wrong)
    session.flush()
    _keep_request(session, row)


def bin_match(session: Session, match: MatchId) -> None:
    """Move a match to the bin, and out of every figure: one that was made by mistake."""
    row = match_row(session, match)
    row.deleted_at = moment(session)
    _keep_request(session, row)


def restore_match(session: Session, match: MatchId) -> None:
    """Take a match out of the bin."""
    row = any_row(session, Match, match, "このマッチングは削除されています。")
    if row.state in OPEN:
        _refuse_asked_again(session, row)
    row.deleted_at = None
    _keep_request(session, row)


def begin_with_activity(session: Session, row: Match, on: date) -> None:
    """Let what was agreed begin: a slip says that it did, and a late one that it did earlier."""
    steps = _steps(session, row)
    if row.state is MatchState.AGREED:
        _take_step(session, row, MatchState.ACTIVE, max(on, steps[-1].starts_on), "")
        return
    for before, began in pairwise(steps):
        if began.state is MatchState.ACTIVE and on < began.starts_on:
            row.starts_on = began.starts_on = max(on, before.starts_on)


def _ask(
    session: Session,
    supporter: Supporter,
    request: RequestId | None,
    resource: LocalResourceId | None,
    on: date,
) -> MatchId:
    blank: dict[str, Any] = {**dict.fromkeys(_FIELDS), **dict.fromkeys(_TEXTS, "")}
    row = Match(
        **blank | {"follow_up_on": follow_up_after(MatchState.ASKING, on)},
        request_id=request,
        local_resource_id=resource,
        supporter_id=supporter.id,
        state=MatchState.ASKING,
        level_id=supporter.level_id,
        asked_on=on,
        deleted_at=None,
    )
    session.add(row)
    session.flush()
    session.add(MatchStep(match_id=row.id, state=MatchState.ASKING, starts_on=on, note=""))
    return MatchId(row.id)


_TEXTS = tuple(field.name for field in fields(MatchDraft) if field.type == "str")


def _take_step(session: Session, row: Match, state: MatchState, on: date, note: str) -> None:
    today = moment(session).date()
    steps = [Step(one.state, one.starts_on) for one in _steps(session, row)]
    began = min(on, today) if state is MatchState.MEETING else on
    check_step(steps, Step(state, began), today)
    if (name := SETS.get(state)) is not None:
        setattr(row, name, on)
    if state is MatchState.ENDED:
        row.end_reason = note
    row.state = state
    row.follow_up_on = follow_up_after(state, on, row.starts_on)
    session.add(MatchStep(match_id=row.id, state=state, starts_on=began, note=note))
    _keep_request(session, row)


def _keep_request(session: Session, row: Match) -> None:
    session.flush()
    if row.request_id is not None:
        keep_state(session, session.get_one(HelpRequest, row.request_id))


def _check_answer_day(session: Session, row: Match, on: date) -> None:
    if not row.asked_on <= on <= moment(session).date():
        text = "返事の日は、打診した日から今日までの日を入力してください。"
        raise Refusal(text, {"on": text})


def _steps(session: Session, row: Match) -> Sequence[MatchStep]:
    query = select(MatchStep).where(MatchStep.match_id == row.id)
    return session.scalars(query.order_by(MatchStep.starts_on, MatchStep.id)).all()


def _open_request(session: Session, request: RequestId) -> HelpRequest:
    row = request_row(session, request)
    if row.state in BY_HAND:
        raise Refusal(
            f"希望票 {row.number}は「{row.state.label}」です。"
            "打診する前に「受付に戻す」を押してください。"
        )
    return row


def _refuse_left(session: Session, rows: Sequence[Supporter]) -> None:
    left = [row for row in rows if row.state in _LEFT]
    if left:
        said = "、".join(f"{supporter_name(session, row)}さん（{row.state.label}）" for row in left)
        raise Refusal(f"登録が終わっている人には打診できません：{said}")


def _refuse_asked_again(session: Session, row: Match) -> None:
    """Refuse to open a match again whose supporter was asked for the same since."""
    request = None if row.request_id is None else RequestId(row.request_id)
    resource = None if row.local_resource_id is None else LocalResourceId(row.local_resource_id)
    _refuse_asked(session, [session.get_one(Supporter, row.supporter_id)], request, resource)


def _refuse_asked(
    session: Session,
    rows: Sequence[Supporter],
    request: RequestId | None,
    resource: LocalResourceId | None,
) -> None:
    query = select(Match.supporter_id, Match.state).where(
        Match.supporter_id.in_([row.id for row in rows]),
        Match.state.in_(OPEN),
        Match.deleted_at.is_(None),
        Match.request_id == request if request is not None else Match.request_id.is_(None),
        Match.local_resource_id == resource if request is None else Match.id > 0,
    )
    states: dict[int, MatchState] = dict(session.execute(query).all())
    asked = [
        f"{supporter_name(session, row)}さん（{states[row.id].label}）"
        for row in rows
        if row.id in states
    ]
    if asked:
        raise Refusal(f"すでに同じ件のマッチングがあります：{'、'.join(asked)}")
