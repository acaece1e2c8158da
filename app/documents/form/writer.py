"""One value into one cell: typed, in the cell's own style, text kept text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from app.documents.form import formats
from app.documents.form.cells import (
    LONGEST_TEXT,
    clear,
    serial,
    text_of,
    write_number,
    write_runs,
    write_text,
)
from app.documents.form.findings import Finding
from app.documents.form.markup import Element
from app.documents.form.scan import Marked
from app.documents.form.styles import GENERAL, Styles
from app.documents.form.tags import Control, Marks, Tag
from app.documents.form.values import RULE, STRIKE, UNKNOWN, Context, find, is_list, plain
from app.documents.form.workbook import Sheet

_ERA_DAY = '[$-411]ggge"年"m"月"d"日"'
# 元年 has no code of its own that every program knows, so it is written out.
_ERA_FIRST_YEAR = '[$-411]ggg"元年"m"月"d"日"'
_MOMENT = "yyyy/m/d h:mm"
_TIME = "h:mm"
_FIRST_YEARS = ("令和元年", "平成元年", "昭和元年", "大正元年")


class Writer:
    """Writes values into cells of one workbook and keeps what there is to say about it."""

    def __init__(self, styles: Styles, *, from_1904: bool) -> None:
        self._styles = styles
        self._from_1904 = from_1904
        self.findings: dict[Finding, None] = {}
        self.written: list[tuple[Sheet, Element]] = []
        self.moved: dict[str, Sheet] = {}

    def fill_tags(self, sheet: Sheet, marked: Marked, cell: Element, context: Context) -> None:
        """Put the values of a context in place of the tags of a text; controls disappear.

        ``cell`` is where it goes: the marked cell, or the one that stands for it in an item.
        """
        item, marks = marked.item, marked.marks
        if marked.mapped and self._has_nothing(marks, context):
            return
        sheet.touch()
        alone = _only_tag(text_of(item), marks)
        if alone is not None:
            written = self._written(sheet.name, cell.get("r", ""), alone, context)
            self.write(sheet, cell, written.value, written.number_format)
            return
        spans = [(control.start, control.end, "") for control in marks.controls]
        for tag in marks.tags:
            written = self._written(sheet.name, cell.get("r", ""), tag, context)
            text = RULE if written.value is STRIKE else written.text
            self.written.append((sheet, cell))
            spans.append((tag.start, tag.end, self._cut(sheet, cell, text)))
            if written.value is STRIKE:
                self._styles.strike(cell)
        write_runs(cell, item, sorted(spans))

    def _has_nothing(self, marks: Marks, context: Context) -> bool:
        values = [find(context, tag.path) for tag in marks.tags]
        return all(value in (None, "", UNKNOWN) for value in values)

    def text_of(self, sheet: Sheet, tag: Tag, context: Context) -> str:
        """Return the value of a tag as text, for places that hold nothing else."""
        written = self._written(sheet.name, "", tag, context)
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
                write_number(cell, number)
                if number_format and self._styles.number_format(cell) == GENERAL:
                    self._styles.set_number_format(cell, number_format)
            case date() | time() as when:
                self._write_time(cell, when)
            case str() as text:
                write_text(cell, self._cut(sheet, cell, text))
            case _:
                write_text(cell, RULE)
                self._styles.strike(cell)

    def note_moved(self, sheet: Sheet) -> None:
        """Note that cells of a sheet moved: what its formulas computed is not to be trusted."""
        self.moved[sheet.part] = sheet

    def say(self, sheet: str, cell: str, text: str, kind: str) -> None:
        """Keep a finding; the same one is kept once."""
        self.findings[Finding(sheet, cell, text, kind)] = None

    def _write_time(self, cell: Element, when: date | time) -> None:
        code = self._styles.number_format(cell)
        number = serial(when, from_1904=self._from_1904)
        if code == "@" or number < 0:
            write_text(cell, formats.as_text(when))
            return
        write_number(cell, number)
        wanted = _time_format(when)
        if code == GENERAL and not self._styles.set_number_format(cell, wanted):
            write_text(cell, formats.as_text(when))

    def _written(self, sheet: str, where: str, tag: Tag, context: Context) -> formats.Written:
        for name in tag.formats:
            if not formats.is_format(name):
                self.say(
                    sheet, where,
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
        if len(text) <= LONGEST_TEXT:
            return text
        self.say(
            sheet.name, cell.get("r", ""),
            f"文が長すぎるため、初めの{LONGEST_TEXT}字だけを入れました(Excelの上限)。", "length",
        )  # fmt: skip
        return text[:LONGEST_TEXT]


def _only_tag(text: str, marks: Marks) -> Tag | None:
    if len(marks.tags) != 1:
        return None
    rest = list(text)
    spans: Sequence[Tag | Control] = (*marks.tags, *marks.controls)
    for mark in spans:
        for at in range(mark.start, mark.end):
            rest[at] = ""
    return marks.tags[0] if not "".join(rest).strip() else None


def _time_format(when: date | time) -> str:
    if isinstance(when, datetime):
        return _MOMENT
    if isinstance(when, time):
        return _TIME
    first = formats.as_text(when).startswith(_FIRST_YEARS)
    return _ERA_FIRST_YEAR if first else _ERA_DAY
