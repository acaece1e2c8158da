"""What 月次業務報告書 holds when there is nothing yet to take an example from: invented values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.reporting.examples import OFFICE
from app.reporting.log_figures import MEANS_COLUMNS, log_figures
from app.reporting.monthly_fields import OTHER_PAIRS, SUMS, log_pairs
from app.reporting.spans import MONTH, YEAR, flat

_DAY = date(2026, 6, 3)
_FAR = date(9999, 12, 31)
_PAIRS = (*OTHER_PAIRS, *SUMS, *MEANS_COLUMNS)

MONTHLY_REPORT: Mapping[str, Any] = {
    **OFFICE,
    "文書番号": "函支第12号",
    "年度": "令和8年度",
    "報告月": "令和8年6月",
    "期間": "令和8年6月1日～令和8年6月30日",
    "当月計": 96,
    "年度累計": 281,
    "前月末登録者数": 84,
    "新規登録者数": 2,
    "取消登録者数": 1,
    "満了登録者数": 0,
    "当月末登録者数": 85,
    "休止者数": 2,
    "活動中者数": 19,
    "ボラセン登録者数": 31,
    **{name + end: 3 for name in _PAIRS for end in (MONTH, YEAR)},
    "今後の課題": "冬の買い物の手段が足りない。",
    "提案": "移動販売の停留所を増やす。",
    "翌月の予定": "第1層協議体の開催。",
    "数え方": "件数は市へ報告する活動を1件ずつ数えました。",
    "業務別": [
        {
            "区分": "①",
            "業務": "協議体参画",
            "業務名": "第１層における協議体への参画",
            **dict.fromkeys(MEANS_COLUMNS, 1),
            "当月計": 6,
            "年度累計": 18,
            "対象者延べ": 24,
            "対象者延べ累計": 70,
            "対象者実人数": 12,
            "対象者実人数累計": 20,
        }
    ],
    "圏域別": [
        {
            "圏域": "西部",
            "活動件数": 8,
            "活動件数累計": 22,
            "会議開催": 1,
            "会議参加": 1,
            "会議開催累計": 2,
            "会議参加累計": 2,
            "資源新規": 1,
            "資源更新": 4,
            "資源終了": 0,
            "資源総数": 15,
        }
    ],
    "種別別": [{"種別": "訪問・ヒアリング", "当月計": 12, "年度累計": 40}],
    "活動": [
        {
            "月日": _DAY,
            "区分": "⑤",
            "業務": "担い手・マッチング",
            "種別": "訪問・ヒアリング",
            "手段": "訪問",
            "場所": "見本会館",
            "相手方": "見本町会、個人1名",
            "場所相手方": "見本会館\n見本町会、個人1名",
            "圏域": "西部",
            "対象者数": 5,
            "内容": "サロンの手伝いについて話し合った。",
            "結果": "来月から見学を受け入れる。",
            "今後の対応": "日程の調整（7月3日）",
            "結果対応": "来月から見学を受け入れる。\n今後：日程の調整（7月3日）",
        }
    ],
    **{
        name: [
            {
                "月日": _DAY,
                "会議名": "第1回　見本協議体",
                "会場": "見本会館",
                "議題": "冬の買い物",
                "委員数": 12,
                "出席者数": 10,
                "参加": "○",
            }
        ]
        for name in ("第1層協議体", "その他の会議")
    },
    "研修": [
        {
            "研修名": "令和8年度 函館市くらしのサポーター養成研修",
            "回": 1,
            "月日": _DAY,
            "会場": "総合福祉センター",
            "テーマ": "支え合いの地域づくり",
            "出席者数": 38,
            "備考": "受講者40名",
        }
    ],
    "把握": [
        {
            "No": 1,
            "種別": "ニーズ",
            "番号": "R8-007",
            "月日": _DAY,
            "圏域": "西部",
            "経緯": "民生委員の相談",
            "内容": "買い物に行けない。",
            "対応状況": "資源紹介",
            "内容対応": "買い物に行けない。\n【資源紹介】",
        }
    ],
    "計画": [
        {
            "区分": "②",
            "業務": "第2層と協働",
            "事業名": "地域ケア会議への参加",
            "実施期間": "4～3月",
            "実施内容": "地域ケア会議、個別会議への参加",
            "指標": "参加回数",
            "予定": 40,
            "単位": "回",
            "実績": 3,
            "実績累計": 12,
        }
    ],
    "分類別": [
        {
            "体系": "国調査の活動",
            "記号": "1",
            "名称": "地域の支援ニーズの把握",
            "当月計": 10,
            "年度累計": 31,
        }
    ],
}


def names_of_office(session: Session) -> dict[str, Any]:
    """Return the fields that are named after the office's own masters, none of them filled."""
    return flat(log_pairs(log_figures(session, _FAR, _FAR, _FAR)))
