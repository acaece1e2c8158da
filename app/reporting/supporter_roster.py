"""サポーター登録者名簿 (section 3.7): for the office itself, what each can do, where and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.contacts.person import ConsentItem, Sex
from app.kernel.fiscal_year import FiscalYear
from app.kernel.wareki import format_day
from app.matching import queries as matching
from app.matching.schedule import week_text
from app.office import queries as office
from app.reporting.catalogue import Content, Request
from app.reporting.heading import office_fields, punctuate
from app.reporting.supporters_chosen import chosen, consenting, standing
from app.supporters import queries as supporters
from app.supporters.availability import WEEKDAYS, DayPart, parts_of
from app.supporters.card import SupporterRow
from app.supporters.figures import Counts, Cross, CrossRow
from app.supporters.supporter import SupporterState

COLUMNS = (
    "登録番号", "氏名", "ふりがな", "年代", "圏域・町名", "電話", "活動レベル", "できること",
    "活動できる日時", "現在の活動先",
)  # fmt: skip
_YES = "○"
_MARK = "●"
_NOTE = (
    "圏域は現在の住所、活動レベルと年代は末日のもので数えました。登録者には休止中の方を含みます。"
)


def make(session: Session, request: Request) -> Content:
    """Return everybody who is registered, and the figures of a month."""
    day = request.today
    rows = standing(chosen(session, request))
    places = matching.current_places(session, [row.id for row in rows])
    city = office.settings(session).city
    first, last = request.need_month()
    counts = supporters.counts(session, first, last)
    year = request.need_year()
    return Content(
        title=f"サポーター登録者名簿（{format_day(day)}現在）",
        fields={
            **office_fields(session, day),
            "年度": str(year),
            "名簿の範囲": _scope(session, request, rows),
            "保険の年度": FiscalYear.of(day).short,
            **_movement(counts, first),
            "数え方": punctuate(_NOTE, office.settings(session)),
        },
        lists={
            "サポーター": [
                {"No": number, **_line(row, city), **_places(places.get(row.id, ()))}
                for number, row in enumerate(rows, start=1)
            ],
            "レベル": [{"名称": name} for name in counts.by_level.columns],
            "圏域別": list(_by_level(counts.by_level)),
            "年代別": list(_by_age(counts.by_age)),
        },
        form="supporter-roster.xlsx",
        people=len(rows),
        main_list="サポーター",
        columns=COLUMNS,
        year=year,
        remarks=_remarks(session, rows),
    )


def week_fields(week: int) -> dict[str, str]:
    """Return a mark for each part of each day: 月午前, 月午後 … 日夜間."""
    free = set(parts_of(week))
    return {
        f"{name}{part.label}": _MARK if (weekday, part) in free else ""
        for weekday, name in enumerate(WEEKDAYS)
        for part in DayPart
    }


def _line(row: SupporterRow, city: str) -> dict[str, Any]:
    return {
        "登録番号": row.number,
        "登録日": row.registered_on,
        "ふりがな": row.kana,
        "氏名": row.name,
        "年代": row.age_band,
        "圏域": row.district,
        "町名": row.town.removeprefix("北海道").removeprefix(city),
        "電話": row.phone,
        "活動レベル": row.level,
        "できること": "・".join(row.skills),
        **week_fields(row.week),
        "活動できる日時": week_text(row.week),
        "移動手段": "・".join(one.label for one in row.transport),
        "ボラセン": _YES if row.centre else "",
        "保険": _YES if row.insured else "",
        "状態": row.state.label,
        "有効期限": row.valid_until,
    }


def _places(names: Sequence[str]) -> dict[str, str]:
    """Return where somebody helps at present, whole and as it fits into a column."""
    more = f"ほか{len(names) - 1}か所" if len(names) > 1 else ""
    return {"現在の活動先": "、".join(names), "主な活動先": f"{names[0]}{more}" if names else ""}


def _scope(session: Session, request: Request, rows: list[SupporterRow]) -> str:
    choice = request.supporters
    names = (
        *(one.name for one in office.districts(session) if one.id == choice.district),
        *(one.name for one in supporters.levels(session) if one.id == choice.level),
        *(one.name for one in supporters.support_kinds(session) if one.id == choice.kind),
    )
    paused = sum(row.state is SupporterState.PAUSED for row in rows)
    among = f"（うち休止{paused}名）" if paused else ""
    return f"{'・'.join(names) or '登録者'}{len(rows)}名{among}・五十音順"


def _movement(counts: Counts, month: date) -> dict[str, Any]:
    return {
        "集計の月": format_day(month, "令和8年4月"),
        "前月末登録者数": counts.before.count,
        "新規登録者数": counts.new.count,
        "取消登録者数": counts.cancelled.count,
        "満了登録者数": counts.expired.count,
        "当月末登録者数": counts.after.count,
        "休止者数": counts.paused.count,
    }


def _by_level(table: Cross) -> Iterator[dict[str, Any]]:
    for row in (*table.rows, table.total):
        yield {
            "圏域": row.label,
            "計": row.total.count,
            "レベル": [{"人数": cell.count} for cell in row.cells],
        }


def _by_age(table: Cross) -> Iterator[dict[str, Any]]:
    for row in (*table.rows, table.total):
        cells = _cells(table, row)
        men, women = cells[Sex.MALE.label], cells[Sex.FEMALE.label]
        total = row.total.count
        yield {
            "年代": row.label,
            "男性": men,
            "女性": women,
            "その他": total - men - women,
            "計": total,
        }


def _cells(table: Cross, row: CrossRow) -> dict[str, int]:
    return {name: cell.count for name, cell in zip(table.columns, row.cells, strict=True)}


def _remarks(session: Session, rows: list[SupporterRow]) -> tuple[str, ...]:
    _, without = consenting(session, rows, ConsentItem.ROSTER)
    if not without:
        return ()
    item = ConsentItem.ROSTER.label
    return (
        f"「{item}」の同意の記録がない方が{without}名います。事務所の外へは出さないでください。",
    )
