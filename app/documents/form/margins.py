"""Tags in headers and footers: single fields, in texts where ``&`` begins a code."""

from __future__ import annotations

from app.documents.form.cells import may_open
from app.documents.form.markup import q, writable
from app.documents.form.tags import may_hold_tags, read_tags
from app.documents.form.values import Context
from app.documents.form.workbook import Sheet
from app.documents.form.writer import Writer

_LONGEST = 255


def fill_margins(sheet: Sheet, writer: Writer, context: Context) -> None:
    """Fill the headers and footers of a sheet."""
    package = sheet.package
    if not package.parsed(sheet.part) and not may_open(package.read(sheet.part)):
        return
    for entry in sheet.root.iterfind(f"{q('headerFooter')}/*"):
        text = entry.text or ""
        if may_hold_tags(text):
            filled = _filled(text, sheet, writer, context)
            if len(filled) > _LONGEST:
                writer.say(
                    sheet.name, "",
                    f"ヘッダーやフッターの文が長すぎるため、{_LONGEST}字で切りました(Excelの上限)。",
                    "length",
                )  # fmt: skip
            entry.text = writable(filled[:_LONGEST].removesuffix("&"))
            sheet.touch()


def _filled(text: str, sheet: Sheet, writer: Writer, context: Context) -> str:
    for tag in reversed(read_tags(text).tags):
        value = writer.text_of(sheet, tag, context).replace("&", "&&")
        # A number right after a code such as &8 would be read as part of it.
        gap = " " if value[:1].isdigit() and text[: tag.start][-1:].isdigit() else ""
        text = text[: tag.start] + gap + value + text[tag.end :]
    return text
