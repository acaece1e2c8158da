"""提供記録: everything with names in it that left the office in a fiscal year."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from app.office.exports import ExportRow
from app.reporting.catalogue import Content, Request
from app.reporting.heading import office_fields
from app.retention import queries as retention

FORMATS = {"print": "印刷", "pdf": "PDF", "xlsx": "Excel", "csv": "CSV", "json": "JSON"}


def make(session: Session, request: Request) -> Content:
    """Return the record of exports of a fiscal year; it names nobody, so it is not one itself."""
    year = request.need_year()
    rows = retention.exports_of(session, year)
    people = sum(row.export.people for row in rows)
    return Content(
        title=f"{year}　提供記録",
        fields={
            **office_fields(session, request.today),
            "年度": str(year),
            "提供の範囲": f"{len(rows)}件・延べ{people}名" if rows else "提供はありません。",
        },
        lists={"提供": [_line(place, row) for place, row in enumerate(rows, start=1)]},
        form="export-register.xlsx",
        main_list="提供",
        year=year,
    )


def _line(place: int, row: ExportRow) -> dict[str, Any]:
    export = row.export
    return {
        "No": place,
        "提供日": row.made_at.date(),
        "時刻": f"{row.made_at:%H:%M}",
        "書類": export.title,
        "形": FORMATS.get(export.format, export.format),
        "人数": export.people,
        "項目": "、".join(export.columns),
        "目的": export.purpose,
        "提供先": export.recipient,
    }
