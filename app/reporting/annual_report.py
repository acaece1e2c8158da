"""年次業務報告書 (section 3.10): what goes into which field of its form."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from app.kernel.wareki import format_day
from app.office import queries as office
from app.reporting import settlement
from app.reporting.annual import Annual, annual
from app.reporting.annual_lists import INDICATORS, annual_lists
from app.reporting.catalogue import Content, Request
from app.reporting.heading import office_fields, punctuate

NOTE = (
    "活動件数は市へ報告する活動を1件ずつ数えました。延べは1回ごと、実は期間中に1人を1回だけ数えた数です。"
    "「そのほかの主な数値」は、計画にない項目を参考に示したものです。"
)
_DAY = "令和8年4月1日"
_MONEY = (
    "収入予算計", "収入決算計", "収入差引計", "支出予算計", "支出決算計", "支出差引計",
    "差引残額", "返納額", "差引の文",
)  # fmt: skip


def make(session: Session, request: Request) -> Content:
    """Return the report of a fiscal year."""
    year = request.need_year()
    found = annual(session, year, request.today)
    known = office.settings(session)
    money = settlement.make(session, request)
    words = found.plan.words
    return Content(
        title=f"{year}　業務報告書（総括）",
        fields={
            **office_fields(session, request.today),
            "文書番号": "",
            "年度": str(year),
            "期間": f"{format_day(year.first_day, _DAY)}～{format_day(found.last, _DAY)}",
            "目指す姿": punctuate(words.vision, known),
            "総括": punctuate(words.overview, known),
            "今後の課題": punctuate(words.problems, known),
            "次年度の提案": punctuate(words.proposals, known),
            **_counts(found),
            **_sums(found),
            "課題の数え方": punctuate("".join(found.analysis.notes), known),
            "数え方": punctuate(NOTE, known),
            **{name: money.fields[name] for name in _MONEY},
        },
        lists={
            **annual_lists(found, known),
            **{side: [*money.lists[side]] for side in ("収入", "支出")},
        },
        form="annual-report.xlsx",
        main_list="業務別",
        retold=dict.fromkeys(INDICATORS, "指標"),
        year=year,
        remarks=found.settled.sentences(),
    )


def _sums(found: Annual) -> dict[str, int]:
    """Return the sums of the months; people and what runs at a month's end have none."""
    months = [one.matching for one in found.months]
    return {
        "希望票受付計": sum(one.received.count for one in months),
        "成立計": sum(one.agreed.count for one in months),
        "活動延べ回数計": sum(one.occasions.count for one in months),
        "活動延べ人数計": sum(one.attendances.count for one in months),
    }


def _counts(found: Annual) -> dict[str, Any]:
    people, analysis, resources = found.supporters, found.analysis, found.resources.all
    return {
        "活動件数": found.log.total.entries.count,
        "対象者延べ": found.log.total.reached.count,
        "対象者実人数": found.log.total.people.count,
        "研修回数": found.training.held.count,
        "研修出席延べ": found.training.attendances.count,
        "研修出席実人数": found.training.people.count,
        "前年度末登録者数": people.before.count,
        "新規登録者数": people.new.count,
        "取消登録者数": people.cancelled.count,
        "満了登録者数": people.expired.count,
        "年度末登録者数": people.after.count,
        "活動中者数": people.helping.count,
        "ボラセン登録者数": people.centre.count,
        "活動実人数": people.matching.people.count,
        "第1層委員数": found.members.first.count,
        "第2層協議体数": found.members.second_councils,
        "第2層委員数": found.members.second.count,
        "課題件数": analysis.total.all.count,
        "課題新規": analysis.found.count,
        "課題提出": analysis.submitted.count,
        "課題回答": analysis.answered.count,
        "課題反映": analysis.taken_up.count,
        "資源前年度末": resources.before.count,
        "資源新規": resources.new.count,
        "資源更新": resources.updated.count,
        "資源終了": resources.ended.count,
        "資源総数": resources.total.count,
    }
