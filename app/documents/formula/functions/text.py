"""Functions of texts: parts, places, changes.

Places count letters as Excel does, in units of UTF-16: 𠮷 is two.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from app.documents.formula.coercion import number_of, text_of
from app.documents.formula.functions.criteria import pattern
from app.documents.formula.functions.widths import bytes_of, cut_bytes, full_width, half_width
from app.documents.formula.scalars import NOT_AVAILABLE, VALUE, CellError, Scalar
from app.documents.formula.signature import Function, function
from app.documents.formula.values import Value, array_of, tables

_LONGEST = 32_767
_CONTROL = re.compile("[\x00-\x1f]")
_WORD = re.compile(r"[^\W\d_]+")
_FAR = 0xFFFF


def _units(text: str) -> int:
    return len(text) + sum(1 for char in text if ord(char) > _FAR)


def _part(text: str, start: int, count: int) -> str:
    if text.isascii() or max(text) <= "\uffff":
        return text[start : start + count]
    raw = text.encode("utf-16-le", "surrogatepass")[start * 2 : (start + count) * 2]
    return raw.decode("utf-16-le", "ignore")


def _left(text: str, count: int = 1) -> Scalar:
    return VALUE if count < 0 else _part(text, 0, count)


def _right(text: str, count: int = 1) -> Scalar:
    return VALUE if count < 0 else _part(text, max(_units(text) - count, 0), count)


def _middle(text: str, start: int, count: int) -> Scalar:
    return VALUE if start < 1 or count < 0 else _part(text, start - 1, count)


def _bytes_left(text: str, count: int = 1) -> Scalar:
    return VALUE if count < 0 else cut_bytes(text, 0, count)


def _bytes_right(text: str, count: int = 1) -> Scalar:
    return VALUE if count < 0 else cut_bytes(text, max(bytes_of(text) - count, 0), count)


def _bytes_middle(text: str, start: int, count: int) -> Scalar:
    return VALUE if start < 1 or count < 0 else cut_bytes(text, start - 1, count)


def _find(wanted: str, text: str, start: int = 1) -> Scalar:
    if not 1 <= start <= _units(text) + 1:
        return VALUE
    at = text.find(wanted, len(_part(text, 0, start - 1)))
    return VALUE if at < 0 else float(_units(text[:at]) + 1)


def _search(wanted: str, text: str, start: int = 1) -> Scalar:
    if not 1 <= start <= _units(text) + 1:
        return VALUE
    found = pattern(wanted).search(text, len(_part(text, 0, start - 1)))
    return VALUE if found is None else float(_units(text[: found.start()]) + 1)


def _substitute(text: str, old: str, new: str, nth: float | None = None) -> Scalar:
    if nth is None or not old:
        return text.replace(old, new) if old else text
    if nth < 1:
        return VALUE
    parts = text.split(old)
    place = int(nth)
    if place >= len(parts):
        return text
    return old.join(parts[:place]) + new + old.join(parts[place:])


def _replace(text: str, start: int, count: int, new: str) -> Scalar:
    if start < 1 or count < 0:
        return VALUE
    return _part(text, 0, start - 1) + new + _part(text, start - 1 + count, _LONGEST)


def _trim(text: str) -> str:
    return re.sub("([ \u3000])[ \u3000]+", r"\1", text.strip(" \u3000"))


def _proper(text: str) -> str:
    return _WORD.sub(lambda found: found[0][:1].upper() + found[0][1:].lower(), text)


def _repeated(text: str, count: int) -> Scalar:
    return VALUE if count < 0 or len(text) * count > _LONGEST else text * count


def _joined(*values: Value) -> Scalar:
    return _with_separator("", True, *values)  # noqa: FBT003 - as the formula gives it


def _with_separator(separator: str, skip: bool, *values: Value) -> Scalar:
    pieces = []
    for value in values:
        for table in tables(value):
            for row in array_of(table).rows:
                for cell in row:
                    text = text_of(cell)
                    if isinstance(text, CellError):
                        return text
                    if text or not skip:
                        pieces.append(text)
    whole = separator.join(pieces)
    return VALUE if len(whole) > _LONGEST else whole


def _as_number(value: Scalar) -> Scalar:
    return VALUE if isinstance(value, bool) else number_of(value)


def _number_with(text: str, point: str = ".", group: str = ",") -> Scalar:
    if not point or not group:
        return VALUE
    whole, sign, fraction = half_width(text).replace(" ", "").partition(point[0])
    if group[0] in fraction:
        return VALUE
    plain = whole.replace(group[0], "") + ("." if sign else "") + fraction
    return 0.0 if not plain else number_of(plain)


def _letter(code: int) -> Scalar:
    if not 1 <= code <= _FAR:
        return VALUE
    raw = bytes([code]) if code < 256 else bytes([(code >> 8) | 0x80, code & 0xFF | 0x80])
    try:
        return raw.decode("cp932" if code < 256 else "euc_jp")
    except UnicodeDecodeError:
        return VALUE


def _code(text: str) -> Scalar:
    if not text:
        return VALUE
    raw = text[0].encode("cp932", "replace")
    if len(raw) == 1:
        return float(raw[0])
    try:
        high, low = text[0].encode("euc_jp")
    except (UnicodeEncodeError, ValueError):
        return 63.0
    return float((high & 0x7F) << 8 | low & 0x7F)


def _unicode_letter(code: int) -> Scalar:
    if not 1 <= code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return NOT_AVAILABLE if code > 0 else VALUE
    return chr(code)


def _or_value(run: Callable[[str], float]) -> Callable[[str], Scalar]:
    return lambda text: run(text) if text else VALUE


FUNCTIONS: dict[str, Function] = {
    "LEFT": function("ti?", _left),
    "RIGHT": function("ti?", _right),
    "MID": function("tii", _middle),
    "LEFTB": function("ti?", _bytes_left),
    "RIGHTB": function("ti?", _bytes_right),
    "MIDB": function("tii", _bytes_middle),
    "LEN": function("t", _units),
    "LENB": function("t", bytes_of),
    "FIND": function("tti?", _find),
    "SEARCH": function("tti?", _search),
    "SUBSTITUTE": function("tttn?", _substitute),
    "REPLACE": function("tiit", _replace),
    "TRIM": function("t", _trim),
    "CLEAN": function("t", lambda text: _CONTROL.sub("", text)),
    "CONCATENATE": function("t*", lambda *texts: "".join(texts)),
    "CONCAT": function("r*", _joined),
    "TEXTJOIN": function("tbr*", _with_separator),
    "REPT": function("ti", _repeated),
    "UPPER": function("t", str.upper),
    "LOWER": function("t", str.lower),
    "PROPER": function("t", _proper),
    "EXACT": function("tt", lambda one, other: one == other),
    "T": function("e", lambda value: value if isinstance(value, (str, CellError)) else ""),
    "VALUE": function("v", _as_number),
    "NUMBERVALUE": function("tt?t?", _number_with),
    "CHAR": function("i", _letter),
    "CODE": function("t", _code),
    "UNICHAR": function("i", _unicode_letter),
    "UNICODE": function("t", _or_value(lambda text: float(ord(text[0])))),
    "ASC": function("t", half_width),
    "JIS": function("t", full_width),
    "DBCS": function("t", full_width),
}
