"""What 同意書, 提供記録 and 廃棄記録 hold when there is nothing yet: invented values."""

from __future__ import annotations

from datetime import date

from app.reporting.examples import OFFICE
from app.retention.rule import METHOD

CONSENT_FORM = {
    **OFFICE,
    "氏名": "函館　花子",
    "ふりがな": "はこだて　はなこ",
    "住所": "函館市東雲町4番13号　見本ハイツ101",
    "電話": "0138-00-0001",
    "同意": [
        {
            "No": 1,
            "チェック": "☑",
            "項目": "利用目的の説明",
            "説明": "連絡先、研修の申込みと出席、活動の調整、市への報告のために記録します。",
        }
    ],
}
EXPORT_REGISTER = {
    **OFFICE,
    "年度": "令和8年度",
    "提供の範囲": "1件・延べ40名",
    "提供": [
        {
            "No": 1,
            "提供日": date(2026, 7, 1),
            "時刻": "10:15",
            "書類": "令和8年度　受講者名簿",
            "形": "PDF",
            "人数": 40,
            "項目": "氏名、住所、電話",
            "目的": "市への報告",
            "提供先": "函館市",
        }
    ],
}
DISPOSAL_RECORD = {
    **OFFICE,
    "年度": "令和8年度",
    "廃棄の回数": "1件",
    "方法": METHOD,
    "廃棄": [
        {
            "No": 1,
            "廃棄日": date(2026, 4, 20),
            "種類": "連絡先（人）",
            "件数": 12,
            "内訳": "同意12、連絡の記録30",
            "根拠": "保存期間（最後に使った年度のあと5年度）の経過",
            "実施者": "見本　太郎",
        }
    ],
}
