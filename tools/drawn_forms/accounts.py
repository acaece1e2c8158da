"""収支予算書, 収支決算書 (domain 3.12): income, expense by items, what is left, contract years."""

from __future__ import annotations

from tools.drawn_forms.paper import BOX, GOTHIC, HEAD, PMINCHO, SHRINK, Look, Paper
from tools.drawn_forms.report_tables import none_said

_COLUMNS = (48, 24, 24, 24, 55)
_LETTERS = "ABCDE"
_MONEY: Look = {"num_format": '#,##0;"△"#,##0;0', "align": "right", "font_size": 9.5}
_LEFT: Look = {"align": "left"}
_SMALL: Look = {"font_size": 8, "text_wrap": True, "valign": "top"}
_SUM: Look = {"bold": True, "font_name": GOTHIC, "top": 2}
_BUDGET = (
    ("予算額（A）", "予算額", "予算"),
    ("前年度予算額（B）", "前年度予算額", "前年度予算"),
    ("増減（A－B）", "増減", "増減"),
)
_SETTLEMENT = (
    ("予算額（A）", "予算額", "予算"),
    ("決算額（B）", "決算額", "決算"),
    ("差引（B－A）", "差引", "差引"),
)
_CONTRACT = (
    ("契　約", "契約", _LEFT),
    ("年　度", "年度", {}),
    ("委託料（A）", "委託料千円", _MONEY),
    ("前回契約（B）", "前回千円", _MONEY),
    ("差引（A－B）", "差引千円", _MONEY),
)

Columns = tuple[tuple[str, str, str], ...]


def budget() -> bytes:
    """Draw 収支予算書, A4 portrait."""
    paper = Paper("収支予算書", _COLUMNS, font=PMINCHO)
    row = _sides(paper, _title(paper, "収支予算書"), _BUDGET, "摘要（積算内訳）")
    return _finished(paper, _contract(paper, row, "３　契約の年度別の額"))


def settlement() -> bytes:
    """Draw 収支決算書, A4 portrait."""
    paper = Paper("収支決算書", _COLUMNS, font=PMINCHO)
    row = _sides(paper, _title(paper, "収支決算書"), _SETTLEMENT, "摘要（積算内訳 単価×数量）")
    row = _head(paper, row, "３　差引残額")
    paper.row(row, 21)
    paper.put(f"A{row}:E{row}", "　{{差引の文}}", SHRINK, font_size=10.5)
    paper.row(row + 1, 24)
    paper.put(f"A{row + 1}:E{row + 1}", "{{按分の注}}", _SMALL)
    return _finished(paper, _contract(paper, row + 2, "（参考）契約の年度別の額"))


def _title(paper: Paper, name: str) -> int:
    paper.row(1, 21)
    paper.put("A1:E1", "{{年度|全角}}　{{業務名}}", SHRINK, font_size=12, align="center")
    paper.row(2, 27)
    title: Look = {"font_name": GOTHIC, "font_size": 16, "align": "center"}
    paper.put("A2:E2", name.replace("", "　").strip("　"), title)
    paper.row(3, 18)
    paper.put("A3:E3", "{{受託者名}}", SHRINK, font_size=10, align="right")
    return 4


def _head(paper: Paper, row: int, text: str, unit: str = "") -> int:
    paper.row(row, 24)
    look: Look = {"font_name": GOTHIC, "font_size": 11, "valign": "bottom"}
    paper.put(f"A{row}:D{row}", text, look)
    paper.put(f"E{row}", unit, font_size=9, align="right", valign="bottom")
    return row + 1


def _sides(paper: Paper, row: int, columns: Columns, detail: str) -> int:
    for number, side in (("１", "収入"), ("２", "支出")):
        row = _head(paper, row, f"{number}　{side}の部", "（単位：円）")
        row = _side(paper, row, side, columns, detail)
    return row


def _side(paper: Paper, row: int, side: str, columns: Columns, detail: str) -> int:
    for offset, height in ((0, 16.5), (2, 16.5), (3, 3)):
        paper.row(row + offset, height)  # The rows of items are as high as what they were spent on.
    paper.put(f"A{row}", "科　目" if side == "収入" else "費　目", HEAD)
    name = none_said(f"{{{{{side}.科目}}}}")
    paper.put(f"A{row + 1}", name, BOX, _LEFT, font_size=9.5)
    paper.put(f"A{row + 2}", "計", BOX, _SUM)
    for letter, (name, field, total) in zip("BCD", columns, strict=True):
        paper.put(f"{letter}{row}", name, HEAD, SHRINK)
        paper.put(f"{letter}{row + 1}", f"{{{{{side}.{field}}}}}", BOX, SHRINK, _MONEY)
        paper.put(f"{letter}{row + 2}", f"{{{{{side}{total}計}}}}", BOX, SHRINK, _MONEY, _SUM)
    paper.put(f"E{row}", detail, HEAD, SHRINK)
    paper.put(f"E{row + 1}", f"{{{{{side}.摘要}}}}", BOX, _LEFT, font_size=8.5)
    paper.put(f"E{row + 2}", "", BOX, _SUM)
    return row + 4


def _contract(paper: Paper, row: int, head: str) -> int:
    row = _head(paper, row, head, "（単位：千円）")
    paper.row(row, 16.5)
    for letter, (name, field, look) in zip(_LETTERS, _CONTRACT, strict=True):
        paper.put(f"{letter}{row}", name, HEAD, SHRINK)
        tag = f"{{{{契約年度.{field}}}}}"
        tag = none_said(tag) if field == "契約" else tag
        paper.put(f"{letter}{row + 1}", tag, BOX, {"font_size": 8}, look)
    paper.put(f"A{row + 2}:E{row + 2}", "{{端数の注}}", _SMALL)
    return row + 3


def _finished(paper: Paper, row: int) -> bytes:
    paper.print_area(f"A1:E{row - 1}")
    paper.margins_text(care=False)
    return paper.finish()
