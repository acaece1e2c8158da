"""ボランティア活動保険加入者名簿 (section 3.17): to be handed in with the premiums of a year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.card import one_line_address
from app.contacts.person import ConsentItem, PersonDraft
from app.kernel.wareki import format_day
from app.reporting.catalogue import Content, Request
from app.reporting.heading import office_fields
from app.reporting.supporter_choice import InsuredOf
from app.reporting.supporters_chosen import consenting, left_out
from app.supporters import queries as supporters
from app.supporters.card import InsuranceRow
from app.supporters.supporter import InsurancePlan

COLUMNS = ("氏名", "ふりがな", "郵便番号", "住所", "電話", "プラン")


def make(session: Session, request: Request) -> Content:
    """Return the covers of a fiscal year of everybody who agreed to be named for them."""
    year = request.need_year()
    every = supporters.insured(session, year.start)
    meant = [one for one in every if _is_meant(one, request.supporters.insured)]
    people = supporters.supporters(session, [one.supporter for one in meant], request.today)
    agreed, without = consenting(session, people, ConsentItem.INSURANCE)
    persons = {row.id: row.person for row in agreed}
    drafts = contacts.drafts(session, [row.person for row in agreed])
    covers = [one for one in meant if one.supporter in persons]
    return Content(
        title=f"{year}　ボランティア活動保険加入者名簿",
        fields={
            **office_fields(session, request.today),
            "年度": str(year),
            "名簿の範囲": request.supporters.insured.label,
            "人数": len(covers),
            "保険料の計": sum(one.draft.premium for one in covers),
        },
        lists={
            "加入者": [
                _line(number, one, drafts[persons[one.supporter]])
                for number, one in enumerate(covers, start=1)
            ],
            "プラン別": list(_by_plan(covers)),
        },
        form="insurance-roster.xlsx",
        people=len(covers),
        main_list="加入者",
        columns=COLUMNS,
        year=year,
        remarks=(
            *left_out(without, "保険加入のための提供に同意した記録がない"),
            *left_out(len(every) - len(meant), "すでに名簿を提出した"),
        ),
    )


def _is_meant(one: InsuranceRow, of: InsuredOf) -> bool:
    return of is InsuredOf.EVERYBODY or one.handed_in_on is None


def _line(number: int, one: InsuranceRow, draft: PersonDraft) -> dict[str, Any]:
    days = (format_day(day, "R8.4.1") for day in (one.covers_from, one.covers_until))
    return {
        "No": number,
        "ふりがな": draft.kana,
        "氏名": draft.name,
        "郵便番号": draft.postal_code,
        "住所": one_line_address(draft),
        "電話": draft.phone or draft.mobile,
        "プラン": one.draft.plan.label,
        "保険料": one.draft.premium,
        "加入日": one.draft.joined_on,
        "補償期間": "～".join(days),
        "加入先": one.draft.joined_through,
        "提出日": one.handed_in_on,
    }


def _by_plan(covers: Sequence[InsuranceRow]) -> Iterable[dict[str, Any]]:
    for plan in InsurancePlan:
        of_plan = [one.draft.premium for one in covers if one.draft.plan is plan]
        yield {"プラン": plan.label, "人数": len(of_plan), "保険料": sum(of_plan)}
