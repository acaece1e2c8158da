"""Lists of duties, each for a period of the contract, and the duties of a list."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.duties.duty import DutyDraft, DutyId, DutyListDraft, DutyListId
from app.duties.tables import Crossing, Duty, DutyList
from app.kernel.errors import Refusal
from app.kernel.text import quoted, tidy
from app.office.named_master import move_to
from app.storage.erasing import count_referring


def add_duty_list(session: Session, draft: DutyListDraft) -> DutyListId:
    """Add a list of duties; the list that held without an end ends the day before."""
    before = session.scalars(
        select(DutyList).where(DutyList.ends_on.is_(None), DutyList.starts_on < draft.starts_on)
    ).first()
    if before is not None:
        before.ends_on = draft.starts_on - timedelta(days=1)
    row = DutyList(**_list_values(session, draft, None))
    session.add(row)
    session.flush()
    return DutyListId(row.id)


def change_duty_list(session: Session, key: DutyListId, draft: DutyListDraft) -> None:
    """Give a list another name or other days; entries keep the duty they bear."""
    row = _list_row(session, key)
    for name, value in _list_values(session, draft, key).items():
        setattr(row, name, value)


def remove_duty_list(session: Session, key: DutyListId) -> None:
    """Delete a list without duties; refuse while it has any."""
    row = _list_row(session, key)
    if session.scalars(select(Duty.id).where(Duty.list_id == key)).first() is not None:
        raise Refusal(
            f"{quoted(row.name)}には業務が入っているため削除できません。先に業務を削除してください。"
        )
    session.delete(row)


def add_duty(session: Session, duty_list: DutyListId, draft: DutyDraft) -> DutyId:
    """Add a duty at the end of a list."""
    _list_row(session, duty_list)
    draft = _checked(session, draft, duty_list, None)
    last = select(func.max(Duty.position)).where(Duty.list_id == duty_list)
    row = Duty(
        list_id=duty_list,
        sign=draft.sign,
        name=draft.name,
        short_name=draft.short_name,
        position=(session.scalars(last).one() or 0) + 1,
    )
    session.add(row)
    session.flush()
    return DutyId(row.id)


def change_duty(session: Session, duty: DutyId, draft: DutyDraft) -> None:
    """Give a duty another sign or name; its entries follow."""
    row = duty_row(session, duty)
    draft = _checked(session, draft, row.list_id, duty)
    row.sign, row.name, row.short_name = draft.sign, draft.name, draft.short_name


def move_duty(session: Session, duty: DutyId, position: int) -> None:
    """Put a duty at a place of its list, counted from 1; the others close up."""
    row = duty_row(session, duty)
    order = select(Duty).where(Duty.list_id == row.list_id).order_by(Duty.position, Duty.id)
    move_to(session.scalars(order).all(), row, position)


def remove_duty(session: Session, duty: DutyId) -> None:
    """Delete a duty no record bears, with its lines of the crosswalk."""
    row = duty_row(session, duty)
    crossings = session.scalars(select(Crossing).where(Crossing.duty_id == duty)).all()
    session.flush()
    used = count_referring(session, Duty.__tablename__, duty) - len(crossings)
    if used:
        raise Refusal(
            f"業務区分{quoted(row.sign + row.name)}を使っている記録が{used}件あるため"
            "削除できません（ごみ箱の中も数えます）。"
        )
    for crossing in crossings:
        session.delete(crossing)
    session.flush()
    session.delete(row)


def duty_row(session: Session, duty: int) -> Duty:
    """Return a duty, or refuse."""
    row = session.get(Duty, duty)
    if row is None:
        raise Refusal("この業務区分は削除されています。選び直してください。")
    return row


def _list_row(session: Session, key: DutyListId) -> DutyList:
    row = session.get(DutyList, key)
    if row is None:
        raise Refusal("この業務区分の一覧は削除されています。")
    return row


def _list_values(
    session: Session, draft: DutyListDraft, own: DutyListId | None
) -> dict[str, str | date | None]:
    name, ends = tidy(draft.name).text, draft.ends_on
    problems: dict[str, str] = {}
    if not name:
        problems["name"] = "業務区分の一覧の名前を入力してください。"
    if ends is not None and ends < draft.starts_on:
        problems["ends_on"] = "終わりの日が始まりの日より前になっています。"
    else:
        session.flush()
        others = select(DutyList).where(DutyList.id != (own or 0)).order_by(DutyList.starts_on)
        for row in session.scalars(others):
            if row.starts_on <= (ends or date.max) and draft.starts_on <= (row.ends_on or date.max):
                problems["starts_on"] = f"期間が{quoted(row.name)}の期間と重なっています。"
                break
    if problems:
        raise Refusal("".join(problems.values()), problems)
    return {"name": name, "starts_on": draft.starts_on, "ends_on": ends}


def _checked(session: Session, draft: DutyDraft, duty_list: int, own: DutyId | None) -> DutyDraft:
    draft = DutyDraft(tidy(draft.sign).text, tidy(draft.name).text, tidy(draft.short_name).text)
    problems: dict[str, str] = {}
    same = select(Duty.id).where(
        Duty.list_id == duty_list, Duty.sign == draft.sign, Duty.id != (own or 0)
    )
    if not draft.sign:
        problems["sign"] = "業務区分の番号（①など）を入力してください。"
    elif session.scalars(same).first() is not None:
        problems["sign"] = f"番号{quoted(draft.sign)}は、この一覧ですでに使っています。"
    named = select(Duty.id).where(
        Duty.list_id == duty_list, Duty.name == draft.name, Duty.id != (own or 0)
    )
    if not draft.name:
        problems["name"] = "業務区分の名前を入力してください。"
    elif session.scalars(named).first() is not None:
        problems["name"] = f"{quoted(draft.name)}は、この一覧にすでにあります。"
    if problems:
        raise Refusal("".join(problems.values()), problems)
    return draft
