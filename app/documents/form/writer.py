"""One value into one cell: typed, in the cell's own style, text kept text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from app.documents.form import formats
from app.documents.form.cell_writing import (
    LONGEST_TEXT,
    Span,
    clear,
    fitting,
    serial,
    write_number,
    write_runs,
    write_text,
)
from app.documents.form.choices import TICK, ticks
from app.documents.form.findings import Finding
from app.documents.form.markup import Element
from app.documents.form.picture_parts import PictureParts
from app.documents.form.scan import Marked
from app.documents.form.styles import GENERAL, Styles
from app.documents.form.tags import Marks, Tag
from app.documents.form.values import RULE, STRIKE, UNKNOWN, Context, Picture, find, is_list, plain
from app.documents.form.workbook import Sheet

_ERA_DAY = '[$-411]ggge"年"m"月"d"日"'
# 元年 has no code of its own that every program knows, so it is written out.
_ERA_FIRST_YEAR = '[$-411]ggg"元年"m"月"d"日"'
_MOMENT = "yyyy/m/d h:mm"
_TIME = "h:mm"
_TEXT = "@"
_FIRST_YEARS = ("令和元年", "平成元年", "昭和元年", "大正元年")
_FIRST_SURE_DAY = 61
"""Before it Excel counts a 29 February 1900 that never was."""


class Writer:
    """Writes values into cells of one workbook and keeps what there is to say about it."""

    def __init__(self, styles: Styles, pictures: PictureParts, *, from_1904: bool) -> None:
        self._styles = styles
        self._pictures = pictures
        self._from_1904 = from_1904
        self.findings: dict[Finding, None] = {}
        self.written: list[tuple[Sheet, Element]] = []
        self.pictured: set[Element] = set()
        self.grown: list[tuple[Sheet, list[Element]]] = []
        """Lists that grew: their sheet, and every cell of their rows."""

    def fill_tags(self, sheet: Sheet, marked: Marked, cell: Element, context: Context) -> None:
        """Put the values of a context in place of the tags of a text; controls disappear.

        ``cell`` is where it goes: the marked cell, or the one that stands for it in an item.
        """
        marks = marked.marks
        if marked.mapped and self._has_nothing(marks, context):
            return
        sheet.touch()
        if marked.alone:
            written = self._written(sheet, cell.get("r", ""), marks.tags[0], context)
            self.write(sheet, cell, written.value, written.number_format)
            return
        spans = [(control.start, control.end, "") for control in marks.controls]
        for tag in marks.tags:
            spans += self._spans(sheet, cell, marked.text, tag, context)
        self._write_spans(sheet, cell, marked, sorted(spans))

    def _spans(
        self, sheet: Sheet, cell: Element, text: str, tag: Tag, context: Context
    ) -> list[Span]:
        """Return what a tag in the middle of a text changes about that text."""
        if TICK in tag.formats:
            spans, lost = ticks(text, find(context, tag.path))
            for one in lost:
                self.say(
                    sheet.name, cell.get("r", ""),
                    f"「{one}」という選択肢がこのセルの文にありません。印を付けていません。",
                    "choice",
                )  # fmt: skip
            return [*spans, (tag.start, tag.end, "")]
        written = self._written(sheet, cell.get("r", ""), tag, context)
        if written.value is STRIKE:
            self._styles.strike(cell)
        if isinstance(written.value, Picture):
            self._place(sheet, cell, written.value)
            return [(tag.start, tag.end, "")]
        return [(tag.start, tag.end, RULE if written.value is STRIKE else written.text)]

    def _write_spans(
        self, sheet: Sheet, cell: Element, marked: Marked, spans: Sequence[Span]
    ) -> None:
        if marked.marks.tags:
            self.written.append((sheet, cell))
        text = marked.text
        for start, end, new in reversed(spans):
            text = text[:start] + new + text[end:]
        if fitting(text) == text:
            write_runs(cell, marked.item, spans)
        else:
            write_text(cell, self._cut(sheet, cell, text))

    def _has_nothing(self, marks: Marks, context: Context) -> bool:
        values = [find(context, tag.path) for tag in marks.tags]
        return all(value in (None, "", UNKNOWN) for value in values)

    def text_of(self, sheet: Sheet, tag: Tag, context: Context) -> str:
        """Return the value of a tag as text, for places that hold nothing else."""
        written = self._written(sheet, "", tag, context)
        return "" if written.value is STRIKE else written.text

    def write(self, sheet: Sheet, cell: Element, value: object, number_format: str = "") -> None:
        """Write one value, typed; ``number_format`` is for a cell that has none of its own."""
        self.written.append((sheet, cell))
        sheet.touch()
        match plain(value) if value is not STRIKE else STRIKE:
            case None:
                clear(cell)
            case bool() as truth:
                write_number(cell, truth)
            case int() | float() as number:
                self._write_number(cell, number, number_format)
            case date() | time() as when:
                self._write_time(cell, when)
            case str() as text:
                write_text(cell, self._cut(sheet, cell, text))
            case Picture() as picture:
                clear(cell)
                self._place(sheet, cell, picture)
            case _:
                write_text(cell, RULE)
                self._styles.strike(cell)

    def say(self, sheet: str, cell: str, text: str, kind: str) -> None:
        """Keep a finding; the same one is kept once."""
        self.findings[Finding(sheet, cell, text, kind)] = None

    def _place(self, sheet: Sheet, cell: Element, picture: Picture) -> None:
        trouble = self._pictures.place(sheet, cell, picture)
        if trouble:
            self.say(sheet.name, cell.get("r", ""), trouble, "picture")
        else:
            self.pictured.add(cell)

    def _write_number(self, cell: Element, number: float, number_format: str) -> None:
        code = self._styles.number_format(cell)
        if number_format and code == _TEXT:
            write_text(cell, formats.as_text(number, number_format))
            return
        write_number(cell, number)
        if number_format and code == GENERAL:
            self._styles.set_number_format(cell, number_format)

    def _write_time(self, cell: Element, when: date | time) -> None:
        code = self._styles.number_format(cell)
        number = serial(when, from_1904=self._from_1904)
        first = 0 if self._from_1904 or isinstance(when, time) else _FIRST_SURE_DAY
        if code == _TEXT or number < first:
            write_text(cell, formats.as_text(when))
            return
        write_number(cell, number)
        wanted = _time_format(when)
        if code == GENERAL and not self._styles.set_number_format(cell, wanted):
            write_text(cell, formats.as_text(when))

    def _written(self, sheet: Sheet, where: str, tag: Tag, context: Context) -> formats.Written:
        for name in tag.formats:
            if not formats.is_format(name):
                self.say(
                    sheet.name, where,
                    f"「{{{{{tag.label}|{name}}}}}」の書式「{name}」は使えません。書式なしで入れました。",
                    "format",
                )  # fmt: skip
        value = find(context, tag.path)
        if value is STRIKE:
            return formats.Written(STRIKE)
        if value is UNKNOWN or is_list(value) or isinstance(value, dict):
            return formats.Written(None)
        return formats.write(plain(value), tag.formats)

    def _cut(self, sheet: Sheet, cell: Element, text: str) -> str:
        cut = fitting(text)
        if cut != text:
            self.say(
                sheet.name, cell.get("r", ""),
                f"文が長すぎるため、初めの{LONGEST_TEXT}字だけを入れました(Excelの上限)。",
                "length",
            )  # fmt: skip
        return cut


def _time_format(when: date | time) -> str:
    if isinstance(when, datetime):
        return _MOMENT
    if isinstance(when, time):
        return _TIME
    first = formats.as_text(when).startswith(_FIRST_YEARS)
    return _ERA_FIRST_YEAR if first else _ERA_DAY
