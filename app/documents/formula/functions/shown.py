"""Numbers written as texts: ``TEXT`` under any number format, amounts, kanji."""

from __future__ import annotations

from app.documents.formula.context import Context
from app.documents.formula.functions.maths import rounded
from app.documents.formula.scalars import NUMBER, VALUE, CellError, Scalar
from app.documents.formula.signature import Function, function
from app.documents.formula.typed_number import typed_number
from app.documents.formula.values import Value, tables
from app.documents.number.format_code import show_text
from app.documents.number.kanji_digits import written_in_kanji
from app.documents.number.number_text import show_number
from app.documents.number.serial_days import day_of

_MOST_PLACES = 127


def _text(context: Context, value: Scalar, code: str) -> Scalar:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        number = typed_number(value, from_1904=context.from_1904)
        if number is None:
            return show_text(value, code).text
        value = number
    number = value if isinstance(value, float) else 0.0
    if not code:
        return ""
    shown = show_number(number, code, from_1904=context.from_1904).text
    return VALUE if shown.startswith("#" * 20) else shown


def _pattern(places: int, *, grouped: bool) -> str:
    whole = "#,##0" if grouped else "0"
    return whole + ("." + "0" * places if places > 0 else "")


def _fixed(value: float, places: int = 2, plain: bool | None = None) -> Scalar:
    if places > _MOST_PLACES:
        return VALUE
    near = rounded(value, places, "ROUND_HALF_UP")
    return show_number(near, _pattern(places, grouped=not plain)).text


def _amount(sign: str, default: int, negative: str) -> Function:
    def run(value: float, places: int = default) -> Scalar:
        if places > _MOST_PLACES:
            return VALUE
        near = rounded(value, places, "ROUND_HALF_UP")
        digits = show_number(abs(near), _pattern(places, grouped=True)).text
        return negative.format(sign, digits) if near < 0 else f"{sign}{digits}"

    return function("ni?", run)


def _day_in_words(context: Context, serial: float) -> Scalar:
    if day_of(serial, from_1904=context.from_1904) is None:
        return NUMBER
    code = 'ggge"年"mm"月"dd"日"'.replace("e", "ee", 1)
    return show_number(serial, code, from_1904=context.from_1904).text


def _number_in_words(value: float, kind: int) -> Scalar:
    if not 0 <= value < 1e16 or kind not in {1, 2, 3}:
        return NUMBER
    return written_in_kanji(int(rounded(value, 0, "ROUND_HALF_UP")), kind)


def _reading(context: Context, value: Value) -> Scalar:
    found = []
    for table in tables(value):
        for _, _, cell in table.cells():
            if isinstance(cell, CellError):
                return cell
            found.append(context.reading(cell) if isinstance(cell, str) else "")
    return "".join(found)


FUNCTIONS: dict[str, Function] = {
    "TEXT": function("@vt", _text),
    "FIXED": function("ni?b?", _fixed),
    "YEN": _amount("¥", 0, "{0}-{1}"),
    "DOLLAR": _amount("$", 2, "-{0}{1}"),
    "DATESTRING": function("@n", _day_in_words),
    "NUMBERSTRING": function("ni", _number_in_words),
    "PHONETIC": function("@r", _reading),
}
