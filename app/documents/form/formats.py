"""The formats after a bar: ``|令和八年九月三十日`` ``|R8.4.1`` ``|千円`` ``|△`` ``|敬称`` ….

A day's format is written as an example; any day will do (``|令和8年9月30日(水)``), its shape
counts.  Formats of numbers keep the value a number and say how the cell shows it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal

from app.documents.form.choices import TICK
from app.documents.form.qr import qr_picture
from app.documents.form.values import Picture
from app.kernel.kanji_number import kanji_number
from app.kernel.wareki import format_day

DAY_STYLES = (
    "令和8年4月1日",
    "令和8年4月1日(水)",
    "令和8年(2026年)4月1日(水)",
    "令和八年四月一日",
    "R8.4.1",
    "4月1日(水)",
    "4/1(水)",
    "4/1",
    "2026-04-01",
    "2026/4/1",
)
PLAIN_DAY = "令和8年4月1日"
_HONORIFICS = ("様", "殿", "御中", "先生", "各位")
_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")
_OWN_STYLE = re.compile("令和8|令和八|令8|R8|2026|4月|4/1|四月|水")
_COMMA = "#,##0"
_TRIANGLE = '#,##0;"△"#,##0'


@dataclass(frozen=True, slots=True)
class Written:
    """A value as a form wants it: what goes into a cell of its own, how a General cell shows it."""

    value: object
    number_format: str = ""

    @property
    def text(self) -> str:
        """Return the value as it reads in the middle of a text."""
        return as_text(self.value, self.number_format)


def as_text(value: object, number_format: str = "") -> str:
    """Write a value out; a day as 令和8年4月1日."""
    match value:
        case None | Picture():
            return ""
        case bool():
            return "はい" if value else "いいえ"
        case datetime():
            return f"{format_day(value.date(), PLAIN_DAY)} {value:%H:%M}"
        case date():
            return format_day(value, PLAIN_DAY)
        case time():
            return f"{value:%H:%M}"
        case int() | float() if number_format:
            digits = f"{_rounded(abs(value)):,}"
            sign = "△" if number_format == _TRIANGLE else "-"
            return sign + digits if value < 0 and digits != "0" else digits
        case float():
            return str(int(value)) if value == int(value) else str(value)
        case _:
            return str(value)


def is_format(name: str) -> bool:
    """Return whether a format is one of ours."""
    return name in _FORMATS or day_style(name) is not None


def format_names() -> tuple[str, ...]:
    """Return every format as it is written, days by our own example."""
    return (*DAY_STYLES, *_FORMATS)


def write(value: object, formats: tuple[str, ...]) -> Written:
    """Apply formats from left to right; unknown ones and empty values change nothing."""
    written = Written(value)
    for name in formats:
        if written.value is None or written.value == "":
            return Written(None)
        style = day_style(name)
        if style is not None and isinstance(written.value, date):
            day = written.value
            plain = day.date() if isinstance(day, datetime) else day
            written = Written(format_day(plain, style))
        elif name in _FORMATS:
            written = _FORMATS[name](written)
    return written


def day_style(example: str) -> str | None:
    """Return which of the ways to write a day an example shows."""
    return _STYLES.get(_shape(example)) or (example if _OWN_STYLE.search(example) else None)


def _shape(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text)
    folded = re.sub(r"\([月火水木金土日]\)", "(曜)", folded)
    folded = re.sub(r"^(令和|平成|昭和|大正|明治)", "元号", folded)
    folded = re.sub(r"^[RHST](?=\d)", "R", folded)
    folded = re.sub(r"\d{4}", "Y", folded)
    folded = re.sub(r"\d+", "N", folded)
    return re.sub(r"[元〇一二三四五六七八九十]+(?=[年月日])", "漢", folded)


def _rounded(value: float) -> int:
    return int(Decimal(str(value)).quantize(Decimal(1), ROUND_HALF_UP))


def _number(written: Written) -> float | None:
    value = written.value
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _thousands(written: Written) -> Written:
    number = _number(written)
    if number is None:
        return written
    thousands = int((Decimal(str(number)) / 1000).quantize(Decimal(1), ROUND_HALF_UP))
    return Written(thousands, written.number_format or _COMMA)


def _shown_as(code: str) -> Callable[[Written], Written]:
    def show(written: Written) -> Written:
        return written if _number(written) is None else Written(written.value, code)

    return show


def _yen(written: Written) -> Written:
    if _number(written) is None:
        return written
    return Written(as_text(written.value, written.number_format or _COMMA) + "円")


def _followed_by(word: str) -> Callable[[Written], Written]:
    def follow(written: Written) -> Written:
        text = written.text
        return Written(text if text.endswith(_HONORIFICS) else f"{text}　{word}")

    return follow


def _post_mark(written: Written) -> Written:
    text = written.text
    return Written(text if text.startswith("〒") else f"〒{text}")


def _wide(written: Written) -> Written:
    return Written(written.text.translate(_DIGITS))


def _narrow(written: Written) -> Written:
    narrowed = (unicodedata.normalize("NFKC", c) if "０" <= c <= "９" else c for c in written.text)
    return Written("".join(narrowed))


def _in_kanji(written: Written) -> Written:
    return Written(re.sub(r"\d+", lambda found: kanji_number(int(found[0])), written.text))


def _as_qr(written: Written) -> Written:
    return Written(qr_picture(written.text) or written.value)


_STYLES = {_shape(style): style for style in DAY_STYLES}
_FORMATS: dict[str, Callable[[Written], Written]] = {
    "千円": _thousands,
    "△": _shown_as(_TRIANGLE),
    "カンマ": _shown_as(_COMMA),
    "円": _yen,
    "敬称": _followed_by("様"),
    **{word: _followed_by(word) for word in _HONORIFICS},
    "〒": _post_mark,
    "全角": _wide,
    "半角": _narrow,
    "漢数字": _in_kanji,
    "QR": _as_qr,
    TICK: lambda written: written,
}
