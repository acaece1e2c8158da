"""社会資源一覧 (section 3.13): for the office, for partners or for the public, a page a district.

What each of them may see is decided by ``app.local_resources.publication``; here it is laid out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy.orm import Session

from app.kernel.wareki import format_day
from app.local_resources import queries as local_resources
from app.local_resources.local_resource import ResourceStatus, View
from app.local_resources.resource_card import ListedResource
from app.office import queries as office
from app.reporting.catalogue import Content, Request
from app.reporting.heading import office_fields, punctuate
from app.reporting.resource_choice import EDITIONS, ResourcePaper

COLUMNS = ("名称", "代表者・連絡先", "電話")
_WHOLE_CITY = "全市"
_NO_DISTRICT = "圏域未定"
_DAY = "令和8年4月1日"
OUTSIDE = "{day}現在。最新の状況は各団体へご確認ください。"
_INSIDE = "{day}現在。○印は、情報の確認から{months}か月を過ぎたものです。外へ出さないでください。"


def make(session: Session, request: Request) -> Content:
    """Return the list for the readers that were asked for."""
    choice = request.resources
    found = local_resources.resources_for_list(
        session,
        choice.view,
        request.today,
        district_id=choice.district,
        kind_id=choice.kind,
    )
    lines = [_line(place, one, choice.view) for place, one in enumerate(found, start=1)]
    inside = choice.view is View.INTERNAL
    edition = EDITIONS[choice.view]
    return Content(
        title=f"社会資源一覧（{edition}）",
        fields={
            **office_fields(session, request.today),
            "用途": edition,
            "注記": dated(session, request, _INSIDE if inside else OUTSIDE),
            "件数": len(lines),
        },
        lists={"圏域": list(_by_district(lines)), "資源": lines},
        form=_form(request.resources.paper, inside=inside),
        people=0 if choice.view is View.PUBLIC else sum(bool(one.contact.name) for one in found),
        main_list="資源",
        columns=COLUMNS,
        remarks=left_out(session, choice.view),
    )


def whereabouts(one: ListedResource) -> str:
    """Return under which heading a resource stands."""
    return _WHOLE_CITY if one.city_wide else one.district or _NO_DISTRICT


def _form(paper: ResourcePaper, *, inside: bool) -> str:
    size = "" if paper is ResourcePaper.A4 else "-a3"
    return f"resource-list{'' if inside else '-public'}{size}.xlsx"


def dated(session: Session, request: Request, text: str) -> str:
    """Return a note with the day in it, and after how many months a confirmation is too old."""
    known = office.settings(session)
    day = format_day(request.today, _DAY)
    return punctuate(text.format(day=day, months=known.stale_after_months), known)


def left_out(session: Session, view: View) -> Sequence[str]:
    """Return in words what does not stand in a list for these readers, though it was to."""
    if view is not View.PUBLIC:
        return ()
    missing = local_resources.without_publication_consent(session)
    if not missing:
        return ()
    return (f"「公開」のうち、公開の同意日がない{missing}件は載せていません。",)


def _by_district(lines: Iterable[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    for name, group in groupby(lines, key=lambda line: line["圏域"]):
        rows = list(group)
        yield {"圏域名": name, "件数": len(rows), "資源": rows}


def _line(place: int, one: ListedResource, view: View) -> dict[str, Any]:
    return {
        "No": place,
        "圏域": whereabouts(one),
        "町名": one.town,
        "名称": one.name,
        "ふりがな": one.kana,
        "区分": one.kind,
        "主体": one.organisation,
        "内容": one.content,
        "開催日時": one.opening,
        "会場": one.venue,
        "住所": one.address,
        "対象": one.target,
        "参加費": one.fee,
        "申込": one.application,
        "連絡先": one.contact.name,
        "電話": one.contact.phone,
        "確認日": one.confirmed_on,
        "要確認": "○" if one.stale and view is View.INTERNAL else "",
        "公開可否": one.view.label if view is View.INTERNAL else "",
        "備考": _remark(one),
    }


def _remark(one: ListedResource) -> str:
    """Return what a reader has to know beside the columns."""
    status = "" if one.status is ResourceStatus.ACTIVE else one.status.label
    wanted = "サポーター受入可" if one.takes_supporters else ""
    return "　".join(part for part in (status, one.winter_break, wanted, one.note) if part)
