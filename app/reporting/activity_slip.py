"""活動報告書 (section 3.8): a month of each match, a line for every visit, blank or filled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.kernel.wareki import format_day
from app.local_resources.opening_text import hours_text
from app.matching import queries as matching
from app.matching.match import ActivityDraft, MatchId
from app.matching.queries import MatchRow, Slip, SlipRow
from app.matching.slip_checks import due_on
from app.office import queries as office
from app.reporting.catalogue import Content, Request
from app.reporting.heading import office_fields, punctuate
from app.supporters import queries as supporters

COLUMNS = ("登録番号", "氏名", "活動の場", "活動日", "活動時間")
_LINES = 16
"""Lines of a slip of paper."""
_NOTE = (
    "活動がなかった月も、「活動なし」と書いてお出しください。"
    "けが、物の破損、ヒヤリとしたことは、特記欄に書き、事務所へお電話ください。"
)
_LINE = ("活動日", "時刻", "回数", "時間", "分", "内容", "人数", "交通費", "特記")
_SLIP = (
    "登録番号", "氏名", "活動の場", "件名", "受取日", "回数の計", "時間の計", "交通費の計", "備考",
)  # fmt: skip


def make(session: Session, request: Request) -> Content:
    """Return the slips of a month: of one match, or of all that run in it; else a blank one."""
    first, _ = request.need_month()
    rows = _meant(session, request, first)
    kinds = {one.id: one.name for one in supporters.support_kinds(session)}
    slips = [_slip(row, kinds) for row in rows]
    flat = [line for row in rows for line in _lines(row.slip, kinds, row.match)]
    month = format_day(first, "令和8年4月")
    name = f"　{rows[0].match.name}" if len(rows) == 1 else ""
    return Content(
        title=f"{month}　活動報告書{name}",
        fields={
            **office_fields(session, request.today),
            "年度": str(request.need_year()),
            "活動月": month,
            "提出期限": due_on(first),
            "注記": punctuate(_NOTE, office.settings(session)),
        },
        lists={"報告書": slips or [_blank_slip()], "活動": flat},
        form="activity-slip.xlsx",
        people=len({row.match.person for row in rows}),
        main_list="活動",
        columns=COLUMNS,
        year=request.need_year(),
        remarks=_remarks(rows),
    )


def hours(minutes: int) -> str:
    """Return a time as it is written down: 2時間30分, 45分, 3時間."""
    whole, rest = divmod(minutes, 60)
    return f"{whole}時間" * bool(whole) + f"{rest}分" * bool(rest)


def _meant(session: Session, request: Request, month: date) -> Sequence[SlipRow]:
    if request.match is None:
        return matching.slip_sheet(session, month).rows
    card = matching.match_card(session, MatchId(request.match), request.today)
    came_in = next((one for one in card.slips if one.month == month), None)
    return [SlipRow(card.row, came_in)]


def _slip(row: SlipRow, kinds: Mapping[int, str]) -> dict[str, Any]:
    slip, match = row.slip, row.match
    lines = list(_lines(slip, kinds))
    return {
        **_blank_slip(),
        "登録番号": match.supporter_number,
        "氏名": match.name,
        "活動の場": match.place,
        "件名": match.title,
        **(_sums(slip) if slip else {}),
        "行": [*lines, *_blank_lines(_LINES - len(lines))],
    }


def _sums(slip: Slip) -> dict[str, Any]:
    return {
        "受取日": slip.received_on,
        "回数の計": slip.times,
        "時間の計": hours(slip.minutes),
        "交通費の計": sum(line.fare for line in slip.lines),
        "備考": slip.note if slip.lines else slip.note or "活動なし",
    }


def _blank_slip() -> dict[str, Any]:
    sums = dict.fromkeys(("受取日", "回数の計", "交通費の計"), None)
    return {**dict.fromkeys(_SLIP, ""), **sums, "行": _blank_lines(_LINES)}


def _blank_lines(count: int) -> list[dict[str, Any]]:
    return [dict.fromkeys(_LINE, None) for _ in range(count)]


def _lines(
    slip: Slip | None, kinds: Mapping[int, str], of: MatchRow | None = None
) -> Iterator[dict[str, Any]]:
    """Yield the lines of a slip; with the match ``of`` which they are, where they stand alone."""
    known = {}
    if of is not None:
        known = {"登録番号": of.supporter_number, "氏名": of.name, "活動の場": of.place}
    for line in slip.lines if slip else ():
        yield {**known, **_line(line, kinds)}


def _line(line: ActivityDraft, kinds: Mapping[int, str]) -> dict[str, Any]:
    return {
        "活動日": line.on_day,
        "時刻": hours_text(line.starts_at, line.ends_at),
        "回数": line.times,
        "時間": hours(line.minutes),
        "分": line.minutes,
        "内容": kinds.get(line.kind_id or 0, ""),
        "人数": line.people_helped,
        "交通費": line.fare or None,
        "特記": line.note,
    }


def _remarks(rows: Sequence[SlipRow]) -> tuple[str, ...]:
    if not rows:
        return ("この月に活動中のマッチングはありません。白紙の活動報告書です。",)
    came_in = sum(row.is_in for row in rows)
    if not 0 < came_in < len(rows):
        return ()
    blank = len(rows) - came_in
    return (f"{len(rows)}枚のうち、{came_in}枚は受け取った報告、{blank}枚は未記入です。",)
