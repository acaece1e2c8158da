"""Where a mark lands in a workbook: the sheet as it spells its name, the first of merged cells."""

from __future__ import annotations

from dataclasses import replace

from app.documents.form.addresses import cell_name, split_cell
from app.documents.form.places import merges
from app.documents.form.tags import read_tags
from app.documents.form.workbook import Workbook
from app.forms.edition import Mark
from app.kernel.errors import Refusal


def placed(workbook: Workbook, mark: Mark) -> Mark:
    """Return a mark at the cell that is filled for it.

    Raises ``Refusal`` for a sheet or cell the workbook does not have, and for a text without a
    tag: it would only hide what is drawn.
    """
    sheet = workbook.sheet(mark.sheet)
    place = split_cell(mark.cell)
    if sheet is None:
        known = "、".join(one.name for one in workbook.sheets)
        raise Refusal(f"シート「{mark.sheet}」はこの様式にありません。あるのは {known} です。")
    if place is None:
        raise Refusal(f"「{mark.cell}」というセルはありません。C5 のように書いてください。")
    if not read_tags(mark.text):
        raise Refusal(
            f"{sheet.name}!{mark.cell}: 「{mark.text}」には項目がありません。"
            "{{氏名}} のように、項目を二重のかっこで書いてください。"
        )
    merge = next((each for each in merges(sheet.root) if place in each), None)
    row, column = (merge.top, merge.left) if merge else place
    return replace(mark, sheet=sheet.name, cell=cell_name(row, column))
