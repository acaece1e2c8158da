"""What needs doing today about local issues and surveys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.local_issues import queries as local_issues
from app.local_issues.queries import IssueRow
from app.reporting.today_line import Line, Matter, day_text
from app.surveys import queries as surveys

_NAMED = 5
_PLACE = "issues"
_PATIENCE = timedelta(days=60)
"""How long the city may take to answer before somebody asks."""


def issue_lines(session: Session, today: date) -> Iterator[Line]:
    """Give the issues to be reviewed, those the city has not answered, and surveys left open."""
    due = local_issues.reviews_due(session, today)
    yield from (_review(one, today) for one in due[:_NAMED])
    if rest := due[_NAMED:]:
        sentence = f"見直す日になった課題が、ほかに{len(rest)}件あります"
        yield Line(Matter.ISSUES, sentence, _told(rest), _PLACE, "issue", rest[0].id)
    waiting = local_issues.unanswered(session, today - _PATIENCE)
    if waiting:
        yield Line(
            Matter.ISSUES,
            f"市へ出して60日たっても回答のない課題が{len(waiting)}件あります",
            _told(waiting),
            _PLACE,
            "issue",
            waiting[0].id,
        )
    for row in surveys.surveys_to_close(session, today):
        yield Line(
            Matter.ISSUES,
            f"締切を過ぎたアンケートの「結果のまとめ」がまだです　{row.title}",
            f"回答票 {row.sheets}枚",
            _PLACE,
            "survey",
            row.id,
        )


def _review(one: IssueRow, today: date) -> Line:
    sentence = f"見直す日（{day_text(one.review_on or today, today)}）になりました　{one.title}"
    detail = "　".join(part for part in (one.number, one.where, one.stage.label) if part)
    return Line(Matter.ISSUES, sentence, detail, _PLACE, "issue", one.id)


def _told(rows: Sequence[IssueRow]) -> str:
    more = "など" if len(rows) > _NAMED else ""
    return "、".join(f"{row.number} {row.title}" for row in rows[:_NAMED]) + more
