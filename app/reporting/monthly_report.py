"""月次業務報告書 (section 3.9): what goes into which field of its form.

Every figure of the report stands once more in fields of its own for the single cells of a fixed
form, ``name_当月`` and ``name_累計``: see ``monthly_fields``.
"""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.kernel.wareki import format_day
from app.office import queries as office
from app.reporting.catalogue import Content, Request
from app.reporting.heading import office_fields, punctuate
from app.reporting.monthly import monthly
from app.reporting.monthly_fields import monthly_fields
from app.reporting.monthly_lists import monthly_lists
from app.submissions.submission import TextPart

NOTE = (
    "件数は市へ報告する活動を1件ずつ数えました。年度累計は4月からこの月までです。"
    "対象者（延べ）は活動ごとの対象者数の合計、対象者（実）はお名前のわかる方を1人ずつ数えた数です。"
    "満了は有効期限が切れた方で、取消には含みません。"
)
_DAY = "令和8年4月1日"


def make(session: Session, request: Request) -> Content:
    """Return the report of a month; without one, that of today or the last of the year."""
    first, last = request.need_month()
    year = request.need_year()
    found = monthly(session, year, first.month)
    known = office.settings(session)
    month = format_day(first, "令和8年4月")
    return Content(
        title=f"{month}分　業務報告書",
        fields={
            **office_fields(session, request.today),
            "文書番号": "",
            "年度": str(year),
            "報告月": month,
            "期間": f"{format_day(first, _DAY)}～{format_day(last, _DAY)}",
            **monthly_fields(found),
            "今後の課題": punctuate(found.texts.get(TextPart.PROBLEMS, ""), known),
            "提案": punctuate(found.texts.get(TextPart.PROPOSALS, ""), known),
            "翌月の予定": punctuate(found.texts.get(TextPart.NEXT, ""), known),
            "数え方": punctuate(NOTE, known),
        },
        lists=monthly_lists(found, known),
        form="monthly-report.xlsx",
        main_list="業務別",
        retold={"主な活動": "活動"},
        year=year,
    )
