"""The master of course kinds (種別): the defaults every new course begins with."""

from __future__ import annotations

from dataclasses import asdict, replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.training.checks import kind_problems
from app.training.commands.rows import kind_row
from app.training.course import KindDraft
from app.training.tables import Certificate, CourseKind

BASIC = "養成研修"
"""The kind a supporter begins with; ステップアップ研修 asks for it."""

_DEFAULTS = (
    KindDraft(BASIC, "函館市くらしのサポーター養成研修", "養", 40, 5, 4),
    KindDraft("ステップアップ研修", "函館市くらしのサポーターステップアップ研修", "ス", 30, 6, 5),
    KindDraft("フォローアップ研修", "函館市くらしのサポーターフォローアップ研修", "フ", 40, 1, 1),
    KindDraft("出前講座", "くらしのサポーター出前講座", "出", 30, 1, 1),
    KindDraft("第2層SC勉強会", "第2層生活支援コーディネーター勉強会", "勉", 20, 1, 1),
)
_ASKS_FOR_BASIC = "ステップアップ研修"


def seed_kinds(session: Session) -> None:
    """Create the kinds every office begins with; those already there stay as they are."""
    for draft in _DEFAULTS:
        if _named(session, draft.name) is not None:
            continue
        basic = _named(session, BASIC) if draft.name == _ASKS_FOR_BASIC else None
        add_kind(session, replace(draft, requires_kind_id=basic.id if basic else None))


def add_kind(session: Session, draft: KindDraft) -> int:
    """Add a kind at the end of the list and return its key."""
    _check(session, draft, None)
    last = session.scalars(select(func.max(CourseKind.position))).one()
    kind = CourseKind(position=(last or 0) + 1, **_columns(draft))
    session.add(kind)
    session.flush()
    return kind.id


def change_kind(session: Session, kind_id: int, draft: KindDraft) -> None:
    """Change the defaults for courses opened from now on; existing courses keep theirs.

    Raises ``Refusal`` with a sentence per field; the sign stays once certificates bear it.
    """
    kind = kind_row(session, kind_id)
    _check(session, draft, kind_id)
    if draft.sign.strip() != kind.sign and _has_certificates(session, kind_id):
        text = "この記号の番号で修了証書を交付しているため、記号は変えられません。"
        raise Refusal(text, {"sign": text})
    for name, value in _columns(draft).items():
        setattr(kind, name, value)


def _has_certificates(session: Session, kind_id: int) -> bool:
    query = select(Certificate.id).where(Certificate.kind_id == kind_id)
    return session.scalars(query).first() is not None


def _named(session: Session, name: str) -> CourseKind | None:
    return session.scalars(select(CourseKind).where(CourseKind.name == name)).one_or_none()


def _columns(draft: KindDraft) -> dict[str, object]:
    name = draft.name.strip()
    return asdict(draft) | {
        "name": name,
        "title": draft.title.strip() or name,
        "sign": draft.sign.strip(),
    }


def _check(session: Session, draft: KindDraft, kind_id: int | None) -> None:
    problems = kind_problems(draft)
    others = session.scalars(select(CourseKind).where(CourseKind.id != (kind_id or 0))).all()
    if draft.name.strip() in {other.name for other in others}:
        problems["name"] = "同じ名前の種別がすでにあります。"
    if draft.sign.strip() and draft.sign.strip() in {other.sign for other in others}:
        problems["sign"] = "同じ修了証の記号がすでにあります。番号が重ならない記号にしてください。"
    if draft.requires_kind_id is not None and draft.requires_kind_id == kind_id:
        problems["requires_kind_id"] = "受講資格に自分自身の種別は選べません。"
    if problems:
        raise Refusal("種別を保存できません。" + "".join(problems.values()), problems)
