"""The plans of the sample office, the words of its reports, and who works there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from sqlalchemy.orm import Session

from app.contacts.person import PersonId
from app.duties import queries as duties
from app.kernel.fiscal_year import FiscalYear
from app.planning import commands
from app.planning.measure import MeasureKey
from app.planning.plan import Grade, PlanItemDraft, PlanYearDraft, ReviewDraft
from app.reporting.catalogue import Request
from app.reporting.documents import document
from app.reporting.submitting import SubmitDraft, submit
from app.staff.commands import add_staff_member
from app.staff.staff_member import StaffMemberDraft
from app.storage.store import Store
from app.submissions import commands as submissions
from app.submissions.submission import Direction, LetterDraft, LetterWay, TextPart

_REPORT = "monthly-report"
_K = MeasureKey
_ITEMS: tuple[tuple[str, str, str, MeasureKey, int, int], ...] = (
    ("①", "協議体の運営への参画", "市全体の課題を話し合う", _K.FIRST_ATTENDED, 4, 0b100100100100),
    ("②", "第2層との連絡会", "各圏域の取り組みをつなぐ", _K.SECOND_ATTENDED, 40, 0xFFF),
    ("②", "地域ケア会議への参加", "個別の課題から地域の課題を知る", _K.CARE_ATTENDED, 40, 0xFFF),
    ("③", "企業・団体との連携", "見守りと支えあいの輪を広げる", _K.LOG_ENTRIES, 120, 0xFFF),
    ("④", "出前講座と広報", "支えあいの大切さを伝える", _K.LOG_REACHED, 1000, 0b001111111110),
    ("⑤", "養成研修・ステップアップ研修", "担い手を育てる", _K.COMPLETED, 60, 0b000111111100),
    ("⑤", "活動の場とのマッチング", "サポーターと活動の場をつなぐ", _K.AGREED, 40, 0xFFF),
    (
        "⑥",
        "ニーズと資源の把握",
        "困りごとと支えあいの活動を知る",
        _K.RESOURCES_CONFIRMED,
        60,
        0xFFF,
    ),
    ("⑦", "通いの場の立ち上げ支援", "住民主体の活動を増やす", _K.RESOURCES_CREATED, 3, 0xFFF),
    ("⑧", "全市の課題の共有", "課題を整理し市へ提案する", _K.ISSUES_SUBMITTED, 3, 0b100000100000),
)
_PLAN = PlanYearDraft(
    vision="住み慣れた地域で，支えあいながら暮らし続けられるまち",
    policy="住民が主役の支えあいを，各圏域の取り組みとともに広げる。",
    priorities="1 担い手の養成と活動の場づくり\n2 冬の生活を支える仕組みづくり\n3 資源の情報の更新",
    structure="専任の第1層生活支援コーディネーター1名",
)
_REVIEWED = PlanYearDraft(
    vision=_PLAN.vision,
    policy=_PLAN.policy,
    priorities=_PLAN.priorities,
    structure=_PLAN.structure,
    overview="養成研修とマッチングが定着し，圏域ごとの取り組みのつながりも広がった。",
    problems="冬の除雪と買い物の課題は，担い手の確保がなお難しい。",
    proposals="除雪の支えあいをモデル圏域で試し，結果を全市で共有することを提案する。",
)
_REVIEW = ReviewDraft(
    "計画のとおり進めた。", "関わる住民と団体が増えた。", "担い手の高齢化が進む。",
    "次年度も続け，働きかける先を広げる。", Grade.B,
)  # fmt: skip
_WORDS = {
    TextPart.PROBLEMS: (
        "除雪の担い手が足りない圏域がある。", "通いの場の世話役の交代が進まない。",
        "買い物に困る方の相談が増えている。",
    ),
    TextPart.PROPOSALS: (
        "圏域どうしで担い手を紹介しあう仕組みを提案したい。", "広報紙で活動の場を紹介したい。",
    ),
    TextPart.NEXT: (
        "養成研修の準備，第2層連絡会，町会への訪問", "協議体の資料作成，活動先への訪問",
    ),
}  # fmt: skip
_REPORT_DAY = 8
_WEEK = 38 * 60 + 45
"""Minutes of a full-time week of the city."""


def appoint(session: Session, person: PersonId, first: date) -> None:
    """Let the sample's coordinator begin."""
    add_staff_member(
        session,
        StaffMemberDraft(person, starts_on=first, weekly_minutes=_WEEK, full_time_minutes=_WEEK),
    )


def plan_years(session: Session, years: Sequence[FiscalYear], today: date) -> None:
    """Write the plan of each year; what is over is reviewed."""
    for year in years:
        over = year.last_day < today
        commands.set_plan_year(session, year, _REVIEWED if over else _PLAN)
        known = {row.sign: row.id for row in duties.duty_list(session, year.first_day)}
        for sign, title, purpose, measure, target, months in _ITEMS:
            draft = PlanItemDraft(
                year.start,
                known[sign],
                title,
                purpose=purpose,
                content=f"{title}を通年で進める。",
                months=months,
                measure=measure.value,
                target=target,
            )
            key = commands.add_item(session, draft)
            if over:
                commands.review_item(session, key, _REVIEW)


def write_reports(
    session: Session, random: Random, years: Sequence[FiscalYear], today: date
) -> None:
    """Write the words of every monthly report that is due, and enter those of past years.

    This year's are handed in (``hand_in``), which enters them in the register itself.
    """
    for year in years:
        for first, last in year.months:
            sent_on = last + timedelta(days=_REPORT_DAY)
            if sent_on > today:
                return
            for part, words in _WORDS.items():
                submissions.set_report_text(session, _REPORT, first, part, random.choice(words))
            if year == years[-1]:
                continue
            submissions.add_letter(
                session,
                LetterDraft(
                    Direction.SENT,
                    sent_on,
                    f"{first.month}月分 業務報告書の提出",
                    partner="函館市長",
                    way=LetterWay.EMAIL,
                    enclosures="業務報告書",
                ),
            )


def hand_in(store: Store, year: FiscalYear, today: date) -> None:
    """Hand in the monthly reports of a year that are due, each on its day."""
    report = document(None, _REPORT)
    for first, last in year.months:
        sent_on = last + timedelta(days=_REPORT_DAY)
        if sent_on <= today:
            submit(store, report, Request(sent_on, year=year, month=first.month), SubmitDraft())
