"""Sentences about what of a sheet could not be computed or shown, with the cells."""

from __future__ import annotations

from app.documents.form.addresses import split_cell
from app.documents.sheet.worksheet import Worksheet

_MOST_NAMED = 5


def sheet_warnings(sheet: Worksheet) -> list[str]:
    """Return the sentences for one sheet that was drawn; cells that are not printed count not."""
    reasons: dict[str, list[str]] = {}
    for cell, reason in sheet.uncomputed:
        if _is_printed(sheet, cell):
            reasons.setdefault(reason, []).append(cell)
    found = [
        f"シート「{sheet.name}」の{_named(cells)}の計算式は、{reason}ため、空欄で印刷されます。"
        "Excelで開いて保存してから印刷してください。"
        for reason, cells in reasons.items()
    ]
    if sheet.prints_comments:
        found.append(
            f"シート「{sheet.name}」は、コメントも印刷する設定ですが、コメントは印刷されません。"
            "必要なら、内容をセルに書き写してください。"
        )
    if sheet.drawings:
        from app.documents.print.drawings import drawing_warnings  # noqa: PLC0415 - not all need it

        found += drawing_warnings(sheet)
    if sheet.conditions:
        found += [f"シート「{sheet.name}」の{text}" for text in sheet.conditions.unshown]
    return found


def _is_printed(sheet: Worksheet, cell: str) -> bool:
    place = split_cell(cell)
    if place is None or not sheet.print_areas:
        return True
    return any(place in area for area in sheet.print_areas)


def _named(cells: list[str]) -> str:
    more = len(cells) - _MOST_NAMED
    return "、".join(cells[:_MOST_NAMED]) + (f"ほか{more}か所" if more > 0 else "")
