"""What the documents of a mailing hold when there is nobody yet: invented values."""

from __future__ import annotations

from app.reporting.examples import OFFICE

_LINES = {
    "郵便番号": "〒040-8666",
    "住所": "函館市東雲町4番13号",
    "建物": "見本ハイツ101",
    "団体名": "東雲町会",
    "役職": "町会長",
    "宛名": "函館　花子　様",
    "連名": "　　　太郎　様",
    "圏域": "西部",
}
_MAILING = {**OFFICE, "通数": 1}

LABELS = {**_MAILING, "宛名": [_LINES]}
ENVELOPES = {
    **_MAILING,
    "縦書き事務所住所": "函館市東雲町四番一三号",
    "宛名": [
        {
            **_LINES,
            **{f"郵便番号{place}": digit for place, digit in enumerate("0408666", start=1)},
            "縦書き住所": "函館市東雲町四番一三号",
            "縦書き建物": "見本ハイツ一〇一",
            "縦書き団体名": "東雲町会",
            "縦書き役職": "町会長",
        }
    ],
}
_NEXT = "第3回　令和8年7月15日(水)　10:00～12:00　総合福祉センター"
_WORDS = {
    "日時": "令和8年8月5日(水)　10:00～12:00",
    "会場": "総合福祉センター",
    "内容": "活動の報告、グループでの話し合い",
    "申込方法": "下の返信票をFAXでお送りください。",
    "締切": "令和8年7月24日(金)",
}
_DETAILS: dict[str, str] = {}
for _number, (_name, _text) in enumerate(
    [*_WORDS.items(), ("次回日程", _NEXT), ("受講番号", "12")], start=1
):
    _DETAILS |= {f"記{_number}の見出し": _name, f"記{_number}": _text}
LETTER = {
    **_MAILING,
    "件名": "サポーター交流会のご案内",
    "本文": "日ごろから支え合いの活動にご協力いただき、ありがとうございます。",
    **_WORDS,
    "返信先FAX": "0138-00-0002",
    "宛名": [
        {
            **_LINES,
            "氏名": "函館　花子・函館　太郎",
            "敬称": "様",
            "受講番号": "12",
            "次回日程": _NEXT,
            **_DETAILS,
        }
    ],
}
