"""町名→圏域 out of a table somebody else made: which column is which, and what its rows say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence

from app.kernel.errors import Refusal
from app.office.masters import TownDraft

_HEADINGS = {
    "name": ("町名", "町丁", "町字", "住所", "地区名"),
    "kana": ("ふりがな", "フリガナ", "よみ", "読み", "かな", "カナ"),
    "district": ("圏域", "地域包括", "担当地区"),
}
_LOOKED_AT = 30
_TITLES = re.compile(r"^(?:計|合計|小計|総計)$")


def town_drafts(rows: Sequence[Sequence[str]], districts: Collection[str]) -> list[TownDraft]:
    """Return the towns of a table with headings, or with districts we know in one column.

    A district written with 圏域 after it, or with other digits (中央部第１), is the one we know.
    Raises ``Refusal`` where no columns of towns and districts can be found.
    """
    rows = [[cell.strip() for cell in row] for row in rows]
    known = {_plain(name): name for name in districts}
    start, columns = _by_headings(rows) or _by_content(rows, known)
    drafts = []
    for row in rows[start:]:
        name = _cell(row, columns["name"])
        if name and not _TITLES.match(name):
            said = _cell(row, columns["district"])
            district = known.get(_plain(said), said)
            drafts.append(TownDraft(name, _cell(row, columns.get("kana", -1)), district))
    if not drafts:
        raise Refusal("町名の行がありません。見出しの下に町名が並んでいるか確かめてください。")
    return drafts


def _by_headings(rows: Sequence[Sequence[str]]) -> tuple[int, dict[str, int]] | None:
    for number, row in enumerate(rows[:_LOOKED_AT]):
        columns: dict[str, int] = {}
        for column, cell in enumerate(row):
            for name, words in _HEADINGS.items():
                if len(cell) <= 12 and any(word in cell for word in words):
                    columns.setdefault(name, column)
        if {"name", "district"} <= columns.keys() and columns["name"] != columns["district"]:
            return number + 1, columns
    return None


def _by_content(rows: Sequence[Sequence[str]], known: dict[str, str]) -> tuple[int, dict[str, int]]:
    width = max((len(row) for row in rows), default=0)
    hits = [sum(_plain(_cell(row, column)) in known for row in rows) for column in range(width)]
    others = [column for column in range(width) if not hits[column]]
    if not hits or not max(hits) or not others:
        raise Refusal(
            "町名と圏域の列が見つかりません。1行目に「町名」「圏域」の見出しを付けて、"
            "もう一度取り込んでください。"
        )
    return 0, {"name": others[0], "district": hits.index(max(hits))}


def _cell(row: Sequence[str], column: int) -> str:
    return row[column] if 0 <= column < len(row) else ""


def _plain(text: str) -> str:
    return re.sub(r"\s|圏域$", "", unicodedata.normalize("NFKC", text))
