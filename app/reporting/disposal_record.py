"""廃棄記録: every disposal of a fiscal year, what and how many, never whose."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from app.reporting.catalogue import Content, Request
from app.reporting.heading import office_fields
from app.retention import queries as retention
from app.retention.rule import METHOD, DataKind, DisposalRow

_MAIN = {
    DataKind.PEOPLE: "person",
    DataKind.TRAINEES: "person",
    DataKind.ORGANISATIONS: "organisation",
    DataKind.NOTES: "contact_note",
    DataKind.ATTACHMENTS: "attachment",
    DataKind.EXPORTS: "export_record",
    DataKind.HISTORY: "operation",
}
_WORDS = {
    "consent": "同意",
    "person_consideration": "配慮事項",
    "affiliation": "所属・役職",
    "relation": "関係",
    "household_member": "世帯",
    "tagging": "タグ",
    "custom_value": "独自項目",
    "contact_note": "連絡の記録",
    "attachment": "添付ファイル",
    "enrollment": "受講申込（氏名なしで残す）",
    "certificate": "修了証（氏名なしで残す）",
    "supporter": "サポーターの登録（氏名なしで残す）",
    "insurance": "ボランティア活動保険",
}


def make(session: Session, request: Request) -> Content:
    """Return the disposals of a fiscal year."""
    year = request.need_year()
    rows = retention.disposals(session, year)
    return Content(
        title=f"{year}　廃棄記録",
        fields={
            **office_fields(session, request.today),
            "年度": str(year),
            "廃棄の回数": f"{len(rows)}件" if rows else "廃棄はありません。",
            "方法": METHOD,
        },
        lists={"廃棄": [_line(place, row) for place, row in enumerate(rows, start=1)]},
        form="disposal-record.xlsx",
        main_list="廃棄",
        year=year,
    )


def _line(place: int, row: DisposalRow) -> dict[str, Any]:
    main = _MAIN[row.kind]
    hanging = [
        f"{word}{row.counts[table]}"
        for table, word in _WORDS.items()
        if table != main and row.counts.get(table)
    ]
    return {
        "No": place,
        "廃棄日": row.on,
        "種類": row.kind.label,
        "件数": row.counts.get(main, 0),
        "内訳": "、".join(hanging),
        "根拠": row.reason,
        "実施者": row.by,
    }
