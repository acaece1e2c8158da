"""Which rows under the headings are no records: totals, notes, repeated headings, bare numbers."""

from __future__ import annotations

import re
import unicodedata

from app.importing.fields import Field
from app.importing.mapping import Mapping
from app.importing.table import SourceRow, SourceTable

_TOTAL = re.compile(
    r"(?:.*(?:小計|合計|総計|累計)|計|.{1,8}[ 　]計|(?:男性?|女性?|全体|人数)計"
    r"|総数|平均|男性?|女性?|人数|件数)[:：]?"
)
_FIGURE = re.compile(r"[-+△▲]?[\d,.]+\s*(?:[%人名件歳才円]|世帯|人中)?|[-－]|#.*|.{0,4}計")
_NOTE = re.compile(
    r"[※＊*◆■●〇○・]|[(（]?注[)）\d１-９:：]|備考|[(（]備考|以上$|付記|出典|資料[:：]"
)
_NOTE_END = re.compile(r"(?:。|現在|敬称略|です|ください|以上|とする|[)）])$")
_LONG = 20
_TOTAL_WITHIN = 3
"""The word 合計 stands among the first filled cells of its row."""

_NAME_FIELDS = (Field.NAME, Field.FAMILY_NAME, Field.GIVEN_NAME, Field.ORGANISATION, Field.RESOURCE)
_DEFINITION = re.compile(r"#[A-Za-z_]+")


def no_record(row: SourceRow, table: SourceTable, mapping: Mapping) -> str:
    """Return why a row is no record, or nothing where it is one."""
    filled = row.filled()
    texts = [row.text(column) for column in filled]
    if _repeats(row, filled, table):
        return "見出しの繰り返しです"
    if _is_total(texts):
        return "合計や集計の行です"
    if _DEFINITION.fullmatch(texts[0]):
        return "列の定義や説明の行です"
    bare = all(mapping.fields[column] is Field.SEQUENCE for column in filled)
    if bare and all(_is_figure(text) for text in texts):
        return "番号だけで、ほかに何もない行です"
    named = any(row.text(column) for field in _NAME_FIELDS for column in mapping.columns(field))
    if _is_note(texts, named=named):
        return "表の下や途中の注記です"
    return ""


def _repeats(row: SourceRow, filled: list[int], table: SourceTable) -> bool:
    if table.heading_words.isdisjoint(" ".join(row.text(column).split()) for column in filled):
        return False
    same = sum(_is_heading(row.text(column), table.headings[column]) for column in filled)
    return same * 2 > len(filled) and (same >= 2 or len(filled) == 1)


def _is_heading(text: str, heading: str) -> bool:
    text = " ".join(text.split())
    return bool(heading) and (text == heading or text in heading.split(" "))


def _is_total(texts: list[str]) -> bool:
    totals = [text for text in texts if _TOTAL.fullmatch(text)]
    rest = [text for text in texts if text not in totals]
    return 1 <= len(totals) <= 2 and all(_is_figure(text) for text in rest)


def _is_figure(text: str) -> bool:
    return _FIGURE.fullmatch(unicodedata.normalize("NFKC", text)) is not None


def _is_note(texts: list[str], *, named: bool) -> bool:
    """Return whether a row of one text, or of a mark and a text, stands beside the list."""
    if len(texts) > 2:
        return False
    if len(texts) == 2:
        return not named and _NOTE.match(texts[0]) is not None
    text = texts[0]
    looks_so = _NOTE.match(text) is not None or _NOTE_END.search(text) is not None
    return not named or len(text) > _LONG or (looks_so and not _is_marked_name(text))


def _is_marked_name(text: str) -> bool:
    """Return whether a short marked text may be a name: ※山田太郎, 山田太郎(旧姓佐藤)."""
    bare = re.sub(r"[(（].*?[)）]|[※＊*○〇●\s]", "", text)
    return len(bare) <= 8 and re.search(r"注|現在|以上|備考|略|。", bare) is None
