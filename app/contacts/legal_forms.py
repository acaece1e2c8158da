"""法人格: which legal form an organisation's name bears, and the name without it.

Lists of other offices write 社会福祉法人, (福) and ㈱ for the same thing, before or after the
name, with and without a blank.  A name is never changed by this: the form is only recognised, and
left out of the order of lists and of comparisons.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_SPELLINGS: Final = {
    "社会福祉法人": ("社会福祉法人", "(社福)", "(福)"),
    "特定非営利活動法人": ("特定非営利活動法人", "NPO法人", "(特非)", "(NPO)"),
    "認定特定非営利活動法人": ("認定特定非営利活動法人", "認定NPO法人"),
    "医療法人社団": ("医療法人社団",),
    "医療法人財団": ("医療法人財団",),
    "社会医療法人": ("社会医療法人",),
    "医療法人": ("医療法人", "(医)"),
    "一般社団法人": ("一般社団法人", "(一社)"),
    "一般財団法人": ("一般財団法人", "(一財)"),
    "公益社団法人": ("公益社団法人", "(公社)"),
    "公益財団法人": ("公益財団法人", "(公財)"),
    "学校法人": ("学校法人", "(学)"),
    "宗教法人": ("宗教法人", "(宗)"),
    "国立大学法人": ("国立大学法人",),
    "公立大学法人": ("公立大学法人",),
    "地方独立行政法人": ("地方独立行政法人", "(地独)"),
    "独立行政法人": ("独立行政法人", "(独)"),
    "更生保護法人": ("更生保護法人",),
    "労働者協同組合": ("労働者協同組合",),
    "生活協同組合": ("生活協同組合", "(生協)"),
    "農業協同組合": ("農業協同組合",),
    "漁業協同組合": ("漁業協同組合",),
    "企業組合": ("企業組合",),
    "株式会社": ("株式会社", "(株)"),
    "有限会社": ("有限会社", "(有)"),
    "合同会社": ("合同会社", "(同)"),
    "合資会社": ("合資会社", "(資)"),
    "合名会社": ("合名会社", "(名)"),
    "任意団体": ("任意団体",),
}
LEGAL_FORMS: Final = tuple(_SPELLINGS)
"""The forms, in the order a form offers them."""

_BY_SPELLING = sorted(
    ((spelling, form) for form, spellings in _SPELLINGS.items() for spelling in spellings),
    key=lambda pair: -len(pair[0]),
)
_AT_THE_END_TOO = frozenset({"株式会社", "有限会社", "合同会社", "合資会社", "合名会社"})
"""Only these stand after a name as well.  函館生活協同組合 is called that: nothing is cut off."""

_READINGS = tuple(
    sorted(
        (
            "しゃかいふくしほうじん", "とくていひえいりかつどうほうじん", "えぬぴーおーほうじん",
            "えぬぴおほうじん", "にんていとくていひえいりかつどうほうじん",
            "にんていえぬぴーおーほうじん", "いりょうほうじんしゃだん", "いりょうほうじんざいだん",
            "しゃかいいりょうほうじん", "いりょうほうじん", "いっぱんしゃだんほうじん",
            "いっぱんざいだんほうじん", "こうえきしゃだんほうじん", "こうえきざいだんほうじん",
            "がっこうほうじん", "しゅうきょうほうじん", "こくりつだいがくほうじん",
            "こうりつだいがくほうじん", "ちほうどくりつぎょうせいほうじん",
            "どくりつぎょうせいほうじん", "こうせいほごほうじん", "かぶしきがいしゃ",
            "かぶしきかいしゃ", "ゆうげんがいしゃ", "ごうどうがいしゃ",
        ),
        key=len,
        reverse=True,
    )
)  # fmt: skip
_READINGS_AT_THE_END = ("かぶしきがいしゃ", "ゆうげんがいしゃ", "ごうどうがいしゃ")
_BLANKS = "\\s\u3000・"


def legal_form(name: str) -> str:
    """Return the legal form a name bears, in full, or nothing."""
    return _parts(name)[0]


def without_legal_form(name: str) -> str:
    """Return a name without its legal form; a name that is nothing else stays.

    What is left is in NFKC where a form was taken off, so use it to compare and to sort only.
    """
    return _parts(name)[1]


def kana_without_legal_form(kana: str) -> str:
    """Return the reading (hiragana) of a name without that of its legal form."""
    plain = kana.strip()
    for reading in _READINGS:
        if plain.startswith(reading):
            return plain.removeprefix(reading).strip("・ \u3000") or plain
    for reading in _READINGS_AT_THE_END:
        if plain.endswith(reading):
            return plain.removesuffix(reading).strip("・ \u3000") or plain
    return plain


def _parts(name: str) -> tuple[str, str]:
    plain = unicodedata.normalize("NFKC", name).strip()
    for spelling, form in _BY_SPELLING:
        rest = _rest(plain, spelling, form)
        if rest:
            return form, rest
    return "", name.strip()


def _rest(plain: str, spelling: str, form: str) -> str:
    upper = plain.upper()
    if upper.startswith(spelling):
        return _trimmed(plain[len(spelling) :])
    if form in _AT_THE_END_TOO and upper.endswith(spelling):
        return _trimmed(plain[: -len(spelling)])
    return ""


def _trimmed(text: str) -> str:
    return re.sub(f"^[{_BLANKS}]+|[{_BLANKS}]+$", "", text)
