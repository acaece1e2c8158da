"""登録証: a card of 91 x 55 mm for each supporter, ten on a sheet."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from app.kernel.wareki import format_day
from app.reporting.catalogue import Content, Request
from app.reporting.heading import office_fields
from app.reporting.supporters_chosen import chosen, left_out
from app.supporters.card import SupporterRow
from app.supporters.supporter import SupporterState

COLUMNS = ("氏名", "登録番号")
_DAY = "令和8年4月1日"


def make(session: Session, request: Request) -> Content:
    """Return a card for everybody meant whose registration holds, by their numbers."""
    found = chosen(session, request)
    holding = [row for row in found if _holds(row, request)]
    rows = sorted(holding, key=lambda row: (row.registered_on or request.today, row.number))
    name = f"　{rows[0].name}" if len(rows) == 1 else ""
    return Content(
        title=f"サポーター登録証{name}",
        fields=office_fields(session, request.today),
        lists={"登録証": [_card(row) for row in rows]},
        form="registration-card.xlsx",
        people=len(rows),
        main_list="登録証",
        columns=COLUMNS,
        remarks=left_out(
            len(found) - len(rows), "登録の状態が「登録」ではない方、有効期限が切れた方、合わせて"
        ),
    )


def _holds(row: SupporterRow, request: Request) -> bool:
    if row.state is not SupporterState.REGISTERED:
        return False
    return row.valid_until is None or row.valid_until >= request.today


def _card(row: SupporterRow) -> dict[str, Any]:
    return {
        "登録番号": row.number,
        "ふりがな": row.kana,
        "氏名": row.name,
        "登録日": format_day(row.registered_on, _DAY) if row.registered_on else "",
        "有効期限": f"{format_day(row.valid_until, _DAY)}まで" if row.valid_until else "",
    }
