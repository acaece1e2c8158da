"""What 引継書 holds when there is nothing yet to take an example from: invented values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.reporting.examples import OFFICE

_PARTS = ("希望票", "マッチング", "宿題", "約束", "ニーズ", "課題", "資源")
_LINE = {
    "番号": "R8-012",
    "内容": "サロンの受付とお茶出し",
    "相手": "見本サロン",
    "期日": date(2026, 8, 10),
    "状態": "調整中",
}

HANDOVER: Mapping[str, Any] = {
    **OFFICE,
    "年度": "令和8年度",
    "注記": "作成日の時点で終わっていない仕事です。",
    "毎月の仕事": "前月分の月次業務報告書を10日ごろまでに提出",
    **{f"{name}の件数": 1 for name in _PARTS},
    **{name: [_LINE] for name in _PARTS},
    "報告": [
        {
            "件名": "令和8年6月分　月次業務報告書",
            "期日": date(2026, 7, 10),
            "状態": "期日を過ぎています",
        }
    ],
    "年間予定": [{"月": 4, "すること": "契約と年間事業計画書の提出"}],
    "体制": [
        {
            "職種": "第1層生活支援コーディネーター",
            "氏名": "見本　一郎",
            "着任": date(2024, 4, 1),
            "備考": "兼務なし",
        }
    ],
    "連絡先": [
        {
            "区分": "地域包括支援センター",
            "名称": "地域包括支援センター見本",
            "担当": "西部",
            "電話": "0138-00-0003",
        }
    ],
}
