"""What a cell looks like, where its column's heading does not say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date

from app.documents.table_file import Cell
from app.importing.fields import Field

_MOST = 0.7
"""The share of a column's cells that must have a shape."""

ORGANISATION_NAME = re.compile(
    "会社|法人|センター|施設|会館|病院|医院|診療所|クリニック|ホーム|学校|大学|保育|幼稚園|事業所|協会"
    "|協議会|委員会|町会|組合|クラブ|サロン|薬局|役所|支所|公民館|ハウス|ステーション|サービス|グループ"
    "|[㈱㈲㈳㈶]|研究所|相談室|児童|障害|障がい|福祉|支援"
)
"""Words that stand in names of organisations and in hardly any name of a person."""

_KANJI = r"[㐀-䶿一-鿿豈-﫿々〆ヶ\U00020000-\U0003ffff\U000e0100-\U000e01ef]"
_DASH = r"[-‐‑‒–—―−ーｰ]"
_PATTERNS: tuple[tuple[Field, re.Pattern[str]], ...] = (
    (Field.EMAIL, re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")),
    (Field.MOBILE, re.compile(rf"0[5789]0{_DASH}?\d{{4}}{_DASH}?\d{{4}}")),
    (Field.POSTAL_CODE, re.compile(rf"〒?\d{{3}}{_DASH}\d{{4}}")),
    (Field.PHONE, re.compile(rf"[(]?0\d{{1,4}}[)]?{_DASH}?\d{{1,4}}{_DASH}\d{{3,4}}|0\d{{9}}")),
    (Field.SEX, re.compile(r"男性?|女性?")),
    (
        Field.BIRTH_DATE,
        re.compile(
            r"(明治|大正|昭和|平成|[MTSH明大昭平])\.?(\d{1,2}|元)[年./-]\d{1,2}[月./-]\d{1,2}日?"
            r"|(19|20)\d\d[年./-]\d{1,2}[月./-]\d{1,2}日?"
        ),
    ),
    (Field.KANA, re.compile(r"[ぁ-ゖァ-ヺー]+(\s+[ぁ-ゖァ-ヺー]+)?")),
    (Field.ADDRESS, re.compile(rf".*({_KANJI}(市|区|町|村|郡)).*\d.*")),
    (Field.NAME, re.compile(rf"{_KANJI}{{1,4}}\s+({_KANJI}|[ぁ-ゖァ-ヺー]){{1,5}}")),
)


def shape(cells: Sequence[Cell]) -> Field | None:
    """Return what most cells of a column look like, or nothing."""
    if not cells:
        return None
    for field, fits in _FITTING:
        if sum(fits(cell) for cell in cells) >= _MOST * len(cells):
            return field
    return None


def looks_like_organisations(cells: Sequence[Cell]) -> bool:
    """Return whether most cells of a column are names of organisations or facilities."""
    named = [cell for cell in cells if ORGANISATION_NAME.search(cell.text) and len(cell.text) < 40]
    return bool(cells) and len(named) >= _MOST * len(cells)


def _is_day(cell: Cell) -> bool:
    return isinstance(cell.value, date)


def _fits(pattern: re.Pattern[str]) -> Callable[[Cell], bool]:
    def fits(cell: Cell) -> bool:
        text = unicodedata.normalize("NFKC", cell.text).strip()
        return pattern.fullmatch(text) is not None

    return fits


_FITTING: tuple[tuple[Field, Callable[[Cell], bool]], ...] = (
    (Field.BIRTH_DATE, _is_day),
    *((field, _fits(pattern)) for field, pattern in _PATTERNS),
)
