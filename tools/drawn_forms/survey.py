"""国調査回答シート: the answers of items 73 to 76, each with the number behind it."""

from __future__ import annotations

from tools.drawn_forms.cover import line
from tools.drawn_forms.paper import GOTHIC, PMINCHO, Paper
from tools.drawn_forms.report_tables import CELL, LEFT, NUMBER, Column, head, table

_NUMBERS = (
    ("協議体の数（第１層・第２層）", "第1層協議体数", "第2層協議体数"),
    ("協議体の委員（第１層・第２層）", "第1層委員数", "第2層委員数"),
    ("協議体などの開催（第１層・第２層）", "第1層開催", "第2層開催"),
    ("地域ケア会議（開催・参加）", "地域ケア会議開催", "地域ケア会議参加"),
    ("担い手の研修（回数・受講者実人数）", "研修回数", "研修受講者"),
    ("サポーター（登録者・成立）", "登録者数", "成立"),
    ("サポーターの活動（延べ・実人数）", "活動延べ人数", "活動実人数"),
    ("社会資源（総数・新規）", "資源総数", "資源新規"),
    ("日報の活動件数・地域課題", "活動件数", "課題件数"),
)


def draw() -> bytes:
    """Draw the form, A4 portrait, on two pages."""
    paper = Paper("国調査回答シート", (12, 95, 17, 17, 17, 17), font=PMINCHO)
    title = {"font_name": GOTHIC, "font_size": 13, "align": "center"}
    line(paper, 1, 30, "A:F", "{{年度|全角}}　国調査回答シート", **title)
    line(paper, 2, 18, "A:F", "{{受託者名}}　{{基準日}}現在", align="right", shrink=True)
    row = head(paper, 3, "F", "１　協議体の構成員・所属団体（あてはまるものすべて）")
    row = table(
        paper, row,
        [
            ("A", "番号", "{{構成員.番号}}", CELL),
            ("B", "選択肢", "{{構成員.選択肢}}", LEFT),
            ("C", "第１層", "{{構成員.第1層}}", CELL),
            ("D", "人数", "{{構成員.第1層人数}}", NUMBER),
            ("E", "第２層", "{{構成員.第2層}}", CELL),
            ("F", "人数", "{{構成員.第2層人数}}", NUMBER),
        ],
        body=15,
    )  # fmt: skip
    row = head(paper, row, "F", "２　コーディネーターの所属団体")
    row = table(
        paper, row,
        [
            ("A", "番号", "{{所属団体.番号}}", CELL),
            ("B", "選択肢", "{{所属団体.選択肢}}", LEFT),
            ("C:D", "第１層", "{{所属団体.第1層}}", CELL),
            ("E:F", "第２層", "{{所属団体.第2層}}", CELL),
        ],
        body=15,
    )  # fmt: skip
    paper.sheet.set_h_pagebreaks([row - 1])
    row = _answers(paper, row, "３　コーディネーター・協議体が行っている活動", "活動")
    row = _answers(paper, row, "４　実績報告の内容（この年度の分として提出したもの）", "報告")
    row = _numbers(paper, row)
    note = {"font_size": 8, "text_wrap": True, "valign": "top"}
    line(paper, row, 42, "A:F", "{{数え方}}", **note)
    paper.print_area(f"A1:F{row}")
    paper.margins_text(care=False)
    return paper.finish()


def _answers(paper: Paper, row: int, heading: str, name: str) -> int:
    row = head(paper, row, "F", heading)
    columns: list[Column] = [
        ("A", "番号", f"{{{{{name}.番号}}}}", CELL),
        ("B", "選択肢", f"{{{{{name}.選択肢}}}}", LEFT),
        ("C:D", "回　答", f"{{{{{name}.回答}}}}", CELL),
        ("E:F", "件　数", f"{{{{{name}.件数}}}}", NUMBER),
    ]
    return table(paper, row, columns, body=15)


def _numbers(paper: Paper, row: int) -> int:
    row = head(paper, row, "F", "５　数")
    for label, first, second in _NUMBERS:
        paper.row(row, 16.5)
        paper.put(f"A{row}:B{row}", label, LEFT)
        paper.put(f"C{row}:D{row}", f"{{{{{first}}}}}", NUMBER)
        paper.put(f"E{row}:F{row}", f"{{{{{second}}}}}", NUMBER)
        row += 1
    paper.row(row, 16.5)
    paper.put(f"A{row}:B{row}", "職員の常勤換算（人）", LEFT)
    paper.put(f"C{row}:F{row}", "{{常勤換算}}", CELL)
    return row + 1
