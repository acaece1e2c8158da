"""Where the headings of a list stand, under whatever titles, over however many rows.

A row is a heading by what its cells say (``headings.Vocabulary``), never by its place or look.
Headings over several rows come from merged cells: the upper one stands in its first column only
and belongs to every filled lower cell up to the next upper one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.documents.table_file import Cell
from app.importing.fields import Field
from app.importing.headings import EXACT, PEOPLE, Vocabulary, plain
from app.kernel.errors import Refusal

LOOKED_AT = 60
"""How far down a list may begin."""

_MOST_ROWS = 3
_NAME_BONUS = 4
_CERTAIN = 1000
_UNDER = frozenset(
    ("元号", "年", "月", "日", "自宅", "携帯", "漢字", "かな", "カナ", "西暦", "和暦", "自", "至")
)
"""What stands in the lower row of a heading over two rows."""

_DATA = re.compile(r"[0-9０-９]{3}|[0-9０-９][-‐−－][0-9０-９]|@|[男女]$|^[○〇×]$")
"""What hardly any heading holds."""

_PARTLY = frozenset({Field.FAMILY_NAME})
"""A heading that stands alone must say the whole name."""

_SILENT = frozenset({Field.IGNORE, Field.SEQUENCE})

Row = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Header:
    """The rows (counted from 0) that hold the headings, and one heading a column."""

    rows: range
    headings: tuple[str, ...]
    score: int


def find_header(
    rows: Sequence[Row],
    width: int,
    known: frozenset[str] = frozenset(),
    vocabulary: Vocabulary = PEOPLE,
) -> Header | None:
    """Return the best heading rows among the first of a sheet, or nothing.

    ``known`` are headings a mapping names: a row that holds them all is the one.
    """
    for index, row in enumerate(rows):
        if known and known <= {plain(text) for text in _texts(row)}:
            return Header(range(index, index + 1), _joined([row], width), _CERTAIN)
    best: Header | None = None
    looked_at = 0
    for index, row in enumerate(rows):
        if not any(_texts(row)):
            continue
        looked_at += 1
        if looked_at > LOOKED_AT:
            break
        for height in range(1, _MOST_ROWS + 1):
            found = _header_at(rows, index, height, width, vocabulary)
            if found is not None and (best is None or found.score > best.score):
                best = found
    return best


def header_at(rows: Sequence[Row], number: int, width: int) -> Header:
    """Return the headings in a row that somebody names, counted from 1; ``Refusal`` for none."""
    if not 1 <= number <= len(rows) or not any(_texts(rows[number - 1])):
        raise Refusal(f"{number}行目には見出しになるものがありません。行の番号を確かめてください。")
    return Header(range(number - 1, number), _joined([rows[number - 1]], width), _CERTAIN)


def _header_at(
    rows: Sequence[Row], index: int, height: int, width: int, vocabulary: Vocabulary
) -> Header | None:
    """Return the headings of some rows, if every one of them says headings."""
    part = rows[index : index + height]
    if len(part) < height or not _says_headings(part[0], vocabulary):
        return None
    if not all(_stands_under(row, vocabulary) for row in part[1:]):
        return None
    headings = _joined(part, width)
    return Header(range(index, index + height), headings, _score(headings, vocabulary))


def _score(headings: Sequence[str], vocabulary: Vocabulary) -> int:
    found = [known for known in map(vocabulary.meaning, headings) if known is not None]
    fields = {field: sure for field, sure in found if field not in _SILENT}
    bonus = _NAME_BONUS if fields.keys() & vocabulary.telling else 0
    return sum(fields.values()) + bonus


def _says_headings(row: Row, vocabulary: Vocabulary) -> bool:
    """Return whether a row's cells are mostly words of headings, and at least two of them."""
    texts = [text for text in _texts(row) if text]
    known = [vocabulary.meaning(text) for text in texts]
    said = [found for found in known if found is not None and found[0] is not Field.IGNORE]
    if len(texts) == 1:
        return bool(said) and said[0][1] == EXACT and said[0][0] in vocabulary.telling - _PARTLY
    needed = max(2, min(len(texts) // 3, vocabulary.most_needed))
    return len(said) >= needed and not _holds_data(row)


def _stands_under(row: Row, vocabulary: Vocabulary) -> bool:
    texts = [plain(text) for text in _texts(row) if text]
    under = [text for text in texts if text in _UNDER or vocabulary.meaning(text) is not None]
    return bool(under) and len(under) * 3 >= len(texts) * 2 and not _holds_data(row)


def _holds_data(row: Row) -> bool:
    """Return whether a third of a row is numbers, days, addresses and the like: no headings."""
    filled = [cell for cell in row if not cell.empty]
    data = [cell for cell in filled if not isinstance(cell.value, str) or _DATA.search(cell.text)]
    return len(data) * 3 > len(filled)


def _joined(part: Sequence[Row], width: int) -> tuple[str, ...]:
    levels = [[*_texts(row), *[""] * width][:width] for row in part]
    for upper, lower in pairwise(levels):
        _spread(upper, lower)
    return tuple(_join([level[column] for level in levels]) for column in range(width))


def _spread(upper: list[str], lower: list[str]) -> None:
    """Carry a merged upper heading over the filled lower cells right of its own."""
    over = ""
    for column, text in enumerate(upper):
        if text:
            over = text if lower[column] else ""
        elif lower[column]:
            upper[column] = over


def _join(parts: Sequence[str]) -> str:
    return " ".join(dict.fromkeys(part for part in parts if part))


def _texts(row: Row) -> list[str]:
    return [" ".join(cell.text.split()) for cell in row]
