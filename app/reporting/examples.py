"""What documents hold when there is nothing yet to take an example from: invented values.

The names are those ``make`` gives; a test compares them for every document.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.contacts.person import ContactWay, PersonDraft, Sex
from app.forms.edition import Basis
from app.reporting.day_fields import day_fields
from app.reporting.person_fields import Place, person_characters, person_fields

_TODAY = date(2026, 7, 10)
_TITLE = "令和8年度 函館市くらしのサポーター養成研修"
_PERSON = PersonDraft(
    family_name="函館",
    given_name="花子",
    family_kana="はこだて",
    given_kana="はなこ",
    former_name="見本",
    sex=Sex.FEMALE,
    birth_date=date(1958, 4, 12),
    postal_code="040-8666",
    address_town="函館市東雲町",
    address_number="4番13号",
    address_building="見本ハイツ101",
    neighbourhood="東雲町会",
    phone="0138-00-0001",
    mobile="090-0000-0001",
    fax="0138-00-0002",
    email="mihon@example.jp",
    contact_by=ContactWay.PHONE,
    contact_hours="平日の午前",
    emergency_name="函館　太郎",
    emergency_relation="長男",
    emergency_phone="090-0000-0003",
    occupation="無職",
    qualifications="介護福祉士",
    interests="見守り、サロンの運営",
    note="大きな字の資料を希望",
)
_PLACE = Place("西部", "地域包括支援センター見本")
_NEEDS = "聴こえ・前の席"

OFFICE: Mapping[str, Any] = {
    "市町村": "函館市",
    "宛先": "函館市長　見本　太郎　様",
    "事務所名": "第１層生活支援コーディネーター事務所",
    "事務所郵便番号": "040-8666",
    "事務所住所": "函館市東雲町4番13号",
    "事務所電話": "0138-00-0000",
    "事務所FAX": "0138-00-0001",
    "受託者名": "社会福祉法人　見本会",
    "代表者職": "理事長",
    "代表者氏名": "見本　花子",
    "担当者": "見本　一郎",
    **day_fields("作成日", _TODAY),
}
COURSE: Mapping[str, Any] = {
    **OFFICE,
    "年度": "令和8年度",
    "講座名": _TITLE,
    "種別": "養成研修",
    "クール": 1,
    "期間": "令和8年6月3日から令和8年7月1日まで",
    "会場": "総合福祉センター",
    "定員": 40,
    "受講決定者数": 40,
}
_RANGE = {"名簿の範囲": "受講決定者40名・五十音順"}
_SESSION = {
    "回次": "第1回",
    "月日": date(2026, 6, 3),
    "テーマ": "支え合いの地域づくり",
    "出席者数": 38,
    "欠席者数": 2,
    "出席率": "95％",
}
_HELD = {"時間": "10:00～12:00", "会場": "総合福祉センター", "講師": "見本大学教授　見本　次郎"}
_TRAINEE = {
    "No": 1,
    "受講番号": 1,
    "ふりがな": "はこだて　はなこ",
    "氏名": "函館　花子",
    "町名圏域": "東雲町（西部）",
    "回": [{"印": "○"}],
    "出席回数": 5,
    "修了": "修了",
    "備考": "当日参加",
}
_APPLICATION = {"申込日": date(2026, 5, 1), "申込方法": "電話", "きっかけ": "市の広報"}

ATTENDANCE_SHEET = {**COURSE, **_RANGE, "回": [_SESSION], "受講者": [_TRAINEE]}
RECEPTION_SHEET = {
    **COURSE,
    **_RANGE,
    "回次": "第1回",
    "月日": date(2026, 6, 3),
    "時間": "10:00～12:00",
    "回の会場": "総合福祉センター",
    "テーマ": "支え合いの地域づくり",
    "講師": "見本大学教授　見本　次郎",
    "受講者": [
        {
            "No": 1,
            "受講番号": 1,
            "ふりがな": "はこだて　はなこ",
            "氏名": "函館　花子",
            "備考": "欠席連絡あり",
        }
    ],
}
TRAINEE_ROSTER = {
    **COURSE,
    **_RANGE,
    "年齢基準日": date(2026, 6, 3),
    "受講者": [
        {
            "No": 1,
            "受講番号": 1,
            "ふりがな": "はこだて　はなこ",
            "氏名": "函館　花子",
            "性別": "女性",
            "年齢": 68,
            "郵便番号": "040-8666",
            "住所": "函館市東雲町4番13号　見本ハイツ101",
            "電話": "0138-00-0001",
            "携帯": "090-0000-0001",
            "圏域": "西部",
            **_APPLICATION,
            "配慮事項": _NEEDS,
            "備考": "",
        }
    ],
}
NAME_TAGS = {
    **COURSE,
    "名札": [
        {
            "講座名": _TITLE,
            "受講番号": 1,
            "ふりがな": "はこだて　はなこ",
            "氏名": "函館　花子",
            "グループ": "A",
        }
    ],
}
CERTIFICATE = {
    **COURSE,
    "修了証書": [
        {
            "番号": "第 令8養-0001 号",
            "氏名": "函館　花子",
            "本文1": "あなたは令和八年度函館市くらしのサポーター養成研修の",
            "本文2": "全課程（全五回）を修了したことを証します",
            "交付日": "令和八年七月一日",
            "再交付": "再交付　令和八年九月一日",
        }
    ],
}
CERTIFICATE_REGISTER = {
    **OFFICE,
    **_RANGE,
    "年度": "令和8年度",
    "交付台帳": [
        {
            "No": 1,
            "番号": "令8養-0001",
            "氏名": "函館　花子",
            "講座名": _TITLE,
            "交付日": date(2026, 7, 1),
            "再交付日": date(2026, 9, 1),
            "再交付理由": "紛失",
        }
    ],
}
COURSE_REPORT = {
    **COURSE,
    "文書番号": "第8号",
    "実施主体": "函館市",
    "目的": "支え合いの地域づくりを担う人材を養成する。",
    "対象": "函館市にお住まいの方",
    "募集方法": "市の広報、チラシ",
    "申込者数": 46,
    "出席延べ人数": 190,
    "出席実人数": 40,
    "修了者数": 38,
    "修了率": "95.0",
    "登録者数": 30,
    "成果": "参加者の理解が深まった。",
    "課題": "開催の曜日を見直す。",
    "数え方": "延べは回ごとの出席者の合計です。",
    "回": [{"回次": 1, "月日": date(2026, 6, 3), "テーマ": "支え合い", **_HELD, "出席者数": 38}],
    "年代別": [{"年代": "65～69歳", "男性": 4, "女性": 9, "その他": 0, "計": 13}],
    "圏域別": [{"圏域": "西部", "人数": 6}],
    "きっかけ別": [{"きっかけ": "市の広報", "人数": 12}],
    "アンケートの注": "回答票36枚（回収率90.0％）。",
    "アンケート": [{"設問": "問1　満足度（n=36）", "回答": "5", "件数": 20, "割合": "55.6"}],
    "自由記述": [{"設問": "問5", "回答": "実際の活動を見たい。"}],
}

_PERSON_FIELDS = person_fields(_PERSON, _TODAY, _PLACE)
OWN: Mapping[Basis, Mapping[str, Any]] = {
    Basis.PERSON: {
        **_PERSON_FIELDS,
        "配慮事項": _NEEDS,
        "所属": "見本町会",
        "役職": "会長",
        "年度": "令和8年度",
        **OFFICE,
        **person_characters(_PERSON),
    },
    Basis.COURSE: {
        **COURSE,
        **_RANGE,
        "年齢基準日": date(2026, 6, 3),
        "受講者": [
            {
                **_PERSON_FIELDS,
                **_TRAINEE,
                **_APPLICATION,
                "グループ": "A",
                "配慮事項": _NEEDS,
                "修了証番号": "令8養-0001",
                "修了証の交付日": date(2026, 7, 1),
            }
        ],
        "回": [{**_SESSION, **_HELD}],
    },
    Basis.OFFICE: {**OFFICE, "年度": "令和8年度"},
}
