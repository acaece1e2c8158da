"""What 社会資源一覧 holds when there is nothing yet: invented values."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.reporting.examples import OFFICE

_RESOURCE: dict[str, Any] = {
    "No": 1,
    "圏域": "北部",
    "町名": "見本町",
    "名称": "みほんサロン",
    "ふりがな": "みほんさろん",
    "区分": "交流サロン",
    "主体": "見本町会",
    "内容": "体操、お茶とおしゃべり",
    "開催日時": "第2・4水曜 10:00～12:00",
    "会場": "見本町会館",
    "住所": "見本町1-2",
    "対象": "どなたでも",
    "参加費": "100円",
    "申込": "不要",
    "連絡先": "見本町会",
    "電話": "0138-00-0001",
    "確認日": date(2026, 4, 1),
    "要確認": "○",
    "公開可否": "公開",
    "備考": "サポーター受入可",
}
RESOURCE_LIST = {
    **OFFICE,
    "用途": "公開用",
    "注記": "令和8年4月1日現在。最新の状況は各団体へご確認ください。",
    "件数": 1,
    "圏域": [{"圏域名": "北部", "件数": 1, "資源": [_RESOURCE]}],
    "資源": [_RESOURCE],
}
