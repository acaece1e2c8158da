"""What can be wrong with the fields of a course, a session or a kind, in the words of the form."""

from __future__ import annotations

from app.training.course import CourseDraft, KindDraft, SessionDraft

_MOST_PLACES = 999
_MOST_SESSIONS = 60
_MOST_TERMS = 99


def course_problems(draft: CourseDraft) -> dict[str, str]:
    """Return a sentence per refused field of a course whose blanks have been filled."""
    problems = _size_problems(
        draft.capacity or 0, draft.planned_sessions or 0, draft.minimum_attended, "planned_sessions"
    )
    if not 1 <= draft.term <= _MOST_TERMS:
        problems["term"] = f"クールは1から{_MOST_TERMS}までの数で入力してください。"
    if draft.fee < 0:
        problems["fee"] = "受講料は0円以上で入力してください。"
    if draft.recruit_from and draft.recruit_to and draft.recruit_from > draft.recruit_to:
        problems["recruit_to"] = "募集の締切が募集の開始より前になっています。"
    return problems


def kind_problems(draft: KindDraft) -> dict[str, str]:
    """Return a sentence per refused field of a course kind."""
    problems = _size_problems(draft.capacity, draft.sessions, draft.minimum_attended, "sessions")
    if not draft.name.strip():
        problems["name"] = "種別の名前を入力してください。"
    return problems


def session_problems(draft: SessionDraft) -> dict[str, str]:
    """Return a sentence per refused field of a session."""
    problems = {}
    if draft.starts_at and draft.ends_at and draft.starts_at >= draft.ends_at:
        problems["ends_at"] = "終了の時刻が開始より前か、同じになっています。"
    return problems


def _size_problems(
    capacity: int, sessions: int, minimum: int | None, sessions_field: str
) -> dict[str, str]:
    problems = {}
    if not 1 <= capacity <= _MOST_PLACES:
        problems["capacity"] = f"定員は1から{_MOST_PLACES}までの数で入力してください。"
    if not 1 <= sessions <= _MOST_SESSIONS:
        problems[sessions_field] = f"回数は1から{_MOST_SESSIONS}までの数で入力してください。"
    if minimum is None or not 0 <= minimum <= max(sessions, 0):
        problems["minimum_attended"] = (
            f"修了に必要な出席回数は0から全体の回数（{sessions}回）までの数で入力してください。"
        )
    return problems
