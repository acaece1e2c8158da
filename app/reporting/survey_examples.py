"""What 国調査回答シート holds where there is nothing yet to take an example from: invented."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.reporting.examples import OFFICE

_COUNTS = (
    "第1層協議体数", "第2層協議体数", "第1層委員数", "第2層委員数", "第1層開催", "第2層開催",
    "地域ケア会議開催", "地域ケア会議参加", "活動件数", "研修回数", "研修受講者", "登録者数",
    "成立", "活動延べ人数", "活動実人数", "資源総数", "資源新規", "課題件数",
)  # fmt: skip
_CHOSEN = {"番号": 1, "選択肢": "活動実績", "回答": "○", "件数": 12}

NATIONAL_SURVEY: Mapping[str, Any] = {
    **OFFICE,
    "年度": "令和7年度",
    "基準日": "令和8年3月31日",
    **dict.fromkeys(_COUNTS, 10),
    "常勤換算": "1.0",
    "数え方": "委員の人数は基準日に任期中の方を1人ずつ数えました。",
    "構成員": [
        {
            "番号": 6,
            "選択肢": "民生委員・児童委員",
            "第1層": "○",
            "第1層人数": 2,
            "第2層": "○",
            "第2層人数": 14,
        }
    ],
    "所属団体": [
        {"番号": 5, "選択肢": "NPO・ボランティア団体", "第1層": "○", "第2層": "○"},
    ],
    "活動": [{**_CHOSEN, "番号": "1", "選択肢": "地域の支援ニーズの把握"}],
    "報告": [_CHOSEN],
}
