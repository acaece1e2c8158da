"""Answers to the national survey that the rows give (items 73 to 76 of the domain description)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.kernel.fiscal_year import FiscalYear
from app.office.settings import OfficeSettings
from app.submissions.queries import SubmissionListing

EMPLOYERS = (
    "地域包括支援センター（直営）",
    "地域包括支援センター（委託）",
    "社会福祉協議会",
    "社会福祉法人（社協を除く）",
    "NPO・ボランティア団体",
    "市町村職員（地域支援事業担当）",
    "市町村職員（担当以外）",
    "地域住民等の個人",
    "その他",
    "配置していない",
)
"""SCの所属団体 (item 74)."""
_BY_NAME = (
    ("地域包括支援センター", 2),
    ("社会福祉協議会", 3),
    ("社会福祉法人", 4),
    ("特定非営利活動法人", 5),
    ("NPO", 5),
    ("ＮＰＯ", 5),
)
_OTHER = 9

REPORTED: tuple[tuple[str, frozenset[str]], ...] = (
    ("活動実績", frozenset({"monthly-report", "annual-report", "daily-log", "match-results"})),
    ("把握した社会資源の一覧やマップ", frozenset({"resource-list", "resource-map"})),
    ("地域ごとの課題の分析", frozenset({"issue-list", "annual-report"})),
    ("会議録", frozenset({"council-minutes"})),
    ("今後の課題や提案", frozenset({"monthly-report", "annual-report"})),
    ("収支決算報告書等の経費内訳", frozenset({"settlement", "budget"})),
    (
        "その他",
        frozenset({"course-report", "supporter-roster", "care-meetings", "plan-and-review"}),
    ),
    ("報告内容を特に設定していない", frozenset()),
    ("報告を求めていない", frozenset()),
)
"""実績報告の内容 (item 76), and the documents that answer each."""


@dataclass(frozen=True, slots=True)
class Reported:
    """One answer to what was reported: how many documents of that sort went to the city."""

    number: int
    label: str
    documents: int


def employer_of(known: OfficeSettings) -> int:
    """Return which answer the contractor is, from 1; told by its name alone."""
    name = known.contractor_name or known.office_name
    return next((number for word, number in _BY_NAME if word in name), _OTHER)


def reported(session: Session, year: FiscalYear) -> Sequence[Reported]:
    """Return what was handed in for a year, by the answers of the survey."""
    listing = SubmissionListing(year=year)
    found = listing.rows(session, listing.keys(session)).values()
    documents = [row.document for row in found if not row.replaced]
    return [
        Reported(number, label, sum(one in wanted for one in documents))
        for number, (label, wanted) in enumerate(REPORTED, start=1)
    ]
