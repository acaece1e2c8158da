"""マッチング実績 (section 3.8): by month, by district and kind, by level, and every request.

Supporters are numbers in it unless their names are asked for; then those are named who agreed
that the city is told their names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.person import ConsentItem, PersonId
from app.kernel.figure import Figure
from app.kernel.wareki import format_day
from app.matching import queries as matching
from app.matching.figures import CrossTable, LevelFigures, PeriodFigures
from app.matching.queries import DetailRow, RequestRow, Results
from app.matching.request import RequestDraft
from app.matching.schedule import period_text
from app.office import queries as office
from app.reporting.activity_slip import hours
from app.reporting.catalogue import Content, Request
from app.reporting.heading import office_fields, punctuate

COLUMNS = ("氏名",)
_DAY = "令和8年4月1日"
_INDIVIDUAL = "（個人）"
_NOTHING = "－"


def make(session: Session, request: Request) -> Content:
    """Return the results of a fiscal year, as they are today where it still runs."""
    year = request.need_year()
    found = matching.results(session, year, request.today)
    named = _named(session, found) if request.names else frozenset()
    supporters = {row.match.person for row in found.details if row.match}
    districts = _districts(found)
    drafts = matching.request_drafts(session, [row.id for row in _requests(found)])
    return Content(
        title=f"{year}　マッチング実績",
        fields={
            **office_fields(session, request.today),
            "年度": str(year),
            "期間": _span(found),
            **_period(found.total),
            "数え方": punctuate(found.note, office.settings(session)),
            "サポーターの書き方": "氏名" if named else "登録番号",
        },
        lists={
            "月別": [{"月": one.first.month, **_period(one)} for one in found.months],
            "圏域": [{"名称": name} for name in districts],
            "受付の区分別": list(_crossed(found.received_by, districts)),
            "成立の区分別": list(_crossed(found.agreed_by, districts)),
            "延べ人数の区分別": list(_crossed(found.attended_by, districts)),
            "レベル別": [_level(one) for one in found.levels],
            "明細": [
                _detail(number, row, drafts, named)
                for number, row in enumerate(found.details, start=1)
            ],
        },
        form="match-results.xlsx",
        people=len(named),
        main_list="明細",
        columns=COLUMNS if named else (),
        year=year,
        remarks=_remarks(request, len(supporters - named)),
    )


def _named(session: Session, found: Results) -> frozenset[PersonId]:
    """Return who may be named to the city."""
    people = list(dict.fromkeys(row.match.person for row in found.details if row.match))
    without = contacts.without_consent(session, people, ConsentItem.TO_CITY)
    return frozenset(people) - frozenset(without)


def _requests(found: Results) -> Sequence[RequestRow]:
    return [row.request for row in found.details if row.request]


def _span(found: Results) -> str:
    first, last = found.total.first, found.total.last
    return f"{format_day(first, _DAY)}～{format_day(last, _DAY)}"


def _period(one: PeriodFigures) -> dict[str, Any]:
    return {
        "希望票受付": one.received.count,
        "打診": one.asked.count,
        "成立": one.agreed.count,
        "不成立": one.failed.count,
        "活動中": one.active.count,
        "終了": one.ended.count,
        "活動延べ回数": one.occasions.count,
        "活動延べ人数": one.attendances.count,
        "活動実人数": one.people.count,
        "活動時間": hours(one.minutes.count) or _NOTHING,
        "活動分数": one.minutes.count,
    }


def _districts(found: Results) -> tuple[str, ...]:
    """Return the districts of all three tables: 圏域不明 may be in one of them only."""
    tables = (found.received_by, found.agreed_by, found.attended_by)
    return tuple(dict.fromkeys(name for table in tables for name in table.rows))


def _crossed(table: CrossTable, districts: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Yield a line for each kind of support, with its figure in every district; then the sums."""

    def line(kind: str, total: Figure, cells: Sequence[Figure]) -> dict[str, Any]:
        counted = {name: cell.count for name, cell in zip(table.rows, cells, strict=True)}
        of_districts = [{"件数": counted.get(name, 0)} for name in districts]
        return {"区分": kind, "計": total.count, "圏域": of_districts}

    for place, kind in enumerate(table.columns):
        yield line(kind, table.column_totals[place], [row[place] for row in table.cells])
    yield line("計", table.total, table.row_totals)


def _level(one: LevelFigures) -> dict[str, Any]:
    return {
        "レベル": one.level,
        "打診": one.asked.count,
        "成立": one.agreed.count,
        "活動中": one.active.count,
        "活動延べ人数": one.attendances.count,
        "活動実人数": one.people.count,
        "活動時間": hours(one.minutes.count) or _NOTHING,
    }


def _detail(
    number: int,
    row: DetailRow,
    drafts: Mapping[Any, RequestDraft],
    named: frozenset[PersonId],
) -> dict[str, Any]:
    asked, match = row.request, row.match
    return {
        "No": number,
        "受付日": row.received_on,
        "活動の場": _place(row, drafts),
        "圏域": row.district,
        "区分": row.kind,
        "内容": asked.title if asked else (match.title if match else ""),
        "必要人数": asked.people_wanted if asked else None,
        "紹介者数": row.asked,
        "成立日": match.agreed_on if match else None,
        "サポーター": _supporter(row, named),
        "期間": period_text(match.starts_on, match.ends_on) if match else "",
        "回数": row.times,
        "活動時間": hours(row.minutes),
        "状態": match.state.label if match else (asked.state.label if asked else ""),
    }


def _place(row: DetailRow, drafts: Mapping[Any, RequestDraft]) -> str:
    """Return the place or the organisation; of who asks for themselves not the name."""
    if row.request is None:
        return row.match.place if row.match else ""
    if row.request.place:
        return row.request.place
    by_organisation = drafts[row.request.id].organisation_id is not None
    return row.request.organisation if by_organisation else _INDIVIDUAL


def _supporter(row: DetailRow, named: frozenset[PersonId]) -> str:
    if row.match is None:
        return ""
    return row.match.name if row.match.person in named else row.match.supporter_number


def _remarks(request: Request, unnamed: int) -> tuple[str, ...]:
    if not request.names or not unnamed:
        return ()
    return (f"市への報告に同意した記録がない{unnamed}名は、氏名ではなく登録番号で載せています。",)
