"""What the annual report still lacks: words of the year, reviews of its items."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy.orm import Session

from app.accounting import queries as accounting
from app.kernel.fiscal_year import FiscalYear
from app.planning import queries as planning
from app.reporting.doubt import Doubt

_WORDS = (("overview", "総括"), ("problems", "今後の課題"), ("proposals", "次年度の提案"))


def annual_doubts(session: Session, year: FiscalYear) -> Iterator[Doubt]:
    """Yield what is not written yet, and what the settlement gives to think about."""
    words = planning.words_of(session, year)
    for name, label in _WORDS:
        if not getattr(words, name).strip():
            yield Doubt(f"{year}の「{label}」がまだ書かれていません。", "plan", "year", year.start)
    for row in planning.item_rows(session, year):
        if row.review.grade is None:
            text = f"事業「{row.draft.title}」の自己評価がまだです。"
            yield Doubt(text, "plan", "plan_item", row.id)
    for sentence in accounting.settlement(session, year).sentences():
        yield Doubt(sentence, "plan")
