"""Schemes of classification, their categories, and where duties belong in them."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.duties.commands.duties import duty_row
from app.duties.duty import CategoryId, DutyId, SchemeId
from app.duties.tables import ActivityKind, Category, Crossing, Scheme
from app.kernel.errors import Refusal
from app.kernel.text import quoted, tidy
from app.office.named_master import name_for

_NO_SCHEME = "この分類は削除されています。"
_NO_CATEGORY = "この分類の項目は削除されています。"


def set_crossing(
    session: Session,
    duty: DutyId,
    scheme: SchemeId,
    category: CategoryId | None,
    *,
    kind_id: int | None = None,
) -> None:
    """Say where a duty belongs in a scheme; with a kind of activity, where that kind of it does.

    Without a category nothing is said any more.  Every tally follows at once, of past months too.
    """
    duty_row(session, duty)
    _scheme_row(session, scheme)
    if kind_id is not None and session.get(ActivityKind, kind_id) is None:
        raise Refusal("この活動種別は削除されています。選び直してください。")
    kind = Crossing.kind_id.is_(None) if kind_id is None else Crossing.kind_id == kind_id
    query = select(Crossing).where(Crossing.duty_id == duty, Crossing.scheme_id == scheme, kind)
    known = session.scalars(query).one_or_none()
    if category is None:
        if known is not None:
            session.delete(known)
        return
    if _category_row(session, category).scheme_id != scheme:
        raise Refusal("この項目は別の分類のものです。選び直してください。")
    if known is not None:
        known.category_id = category
        return
    session.add(Crossing(duty_id=duty, scheme_id=scheme, kind_id=kind_id, category_id=category))
    session.flush()


def add_scheme(session: Session, name: str) -> SchemeId:
    """Add another classification; until its crosswalk is said, everything is 未分類 in it."""
    name = tidy(name).text
    taken = session.scalars(select(Scheme.id).where(Scheme.name == name)).first() is not None
    last = session.scalars(select(func.max(Scheme.position))).one()
    row = Scheme(name=name_for(name, "分類", taken=taken), position=(last or 0) + 1)
    session.add(row)
    session.flush()
    return SchemeId(row.id)


def rename_scheme(session: Session, scheme: SchemeId, name: str) -> None:
    """Give a classification another name."""
    row = _scheme_row(session, scheme)
    same = select(Scheme.id).where(Scheme.name == tidy(name).text, Scheme.id != scheme)
    row.name = name_for(name, "分類", taken=session.scalars(same).first() is not None)


def remove_scheme(session: Session, scheme: SchemeId) -> None:
    """Delete a classification with its categories and its crosswalk; no entry changes."""
    row = _scheme_row(session, scheme)
    for crossing in session.scalars(select(Crossing).where(Crossing.scheme_id == scheme)).all():
        session.delete(crossing)
    session.flush()
    for category in session.scalars(select(Category).where(Category.scheme_id == scheme)).all():
        session.delete(category)
    session.flush()
    session.delete(row)


def add_category(session: Session, scheme: SchemeId, sign: str, name: str) -> CategoryId:
    """Add a category at the end of a classification."""
    _scheme_row(session, scheme)
    last = select(func.max(Category.position)).where(Category.scheme_id == scheme)
    sign, name = _checked(session, scheme, sign, name, None)
    row = Category(
        scheme_id=scheme, sign=sign, name=name, position=(session.scalars(last).one() or 0) + 1
    )
    session.add(row)
    session.flush()
    return CategoryId(row.id)


def change_category(session: Session, category: CategoryId, sign: str, name: str) -> None:
    """Give a category another sign or name."""
    row = _category_row(session, category)
    row.sign, row.name = _checked(session, row.scheme_id, sign, name, category)


def remove_category(session: Session, category: CategoryId) -> None:
    """Delete a category nothing is said to belong in."""
    row = _category_row(session, category)
    query = select(func.count(Crossing.id)).where(Crossing.category_id == category)
    used = session.scalars(query).one()
    if used:
        raise Refusal(
            f"{quoted(row.name)}には対応づけが{used}件あるため削除できません。"
            "先に対応づけを変更してください。"
        )
    session.delete(row)


def _checked(
    session: Session, scheme: int, sign: str, name: str, own: CategoryId | None
) -> tuple[str, str]:
    sign, name = tidy(sign).text, name_for(name, "項目", taken=False)
    if not sign:
        text = "項目の番号（Ａなど）を入力してください。"
        raise Refusal(text, {"sign": text})
    same = select(Category.id).where(
        Category.scheme_id == scheme, Category.sign == sign, Category.id != (own or 0)
    )
    if session.scalars(same).first() is not None:
        text = f"番号{quoted(sign)}は、この分類ですでに使っています。"
        raise Refusal(text, {"sign": text})
    return sign, name


def _scheme_row(session: Session, scheme: SchemeId) -> Scheme:
    row = session.get(Scheme, scheme)
    if row is None:
        raise Refusal(_NO_SCHEME)
    return row


def _category_row(session: Session, category: CategoryId) -> Category:
    row = session.get(Category, category)
    if row is None:
        raise Refusal(_NO_CATEGORY)
    return row
