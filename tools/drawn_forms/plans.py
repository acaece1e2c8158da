"""年間事業計画書 and 活動評価・活動計画 (domain 3.10 and 3.11).

Rows without a height are as high as their text needs.
"""

from __future__ import annotations

from app.reporting.annual_plan import MONTHS
from tools.drawn_forms.cover import line
from tools.drawn_forms.paper import BOX, GOTHIC, HEAD, PMINCHO, SHRINK, Look, Paper
from tools.drawn_forms.report_tables import none_said

_TEXT: Look = {**BOX, "align": "left", "valign": "top", "font_size": 9}
_MIDDLE: Look = {**BOX, "font_size": 9}
_LONG: Look = {"text_wrap": True, "valign": "top", "align": "left", "font_size": 10.5}
_HEAD: Look = {"font_name": GOTHIC, "font_size": 12, "valign": "bottom"}
_COLUMNS = (
    # width mm, heading, tag, look
    (23, "業務区分", "{{計画.区分}}{{計画.業務略称}}", _TEXT),
    (32, "事業名", none_said("{{計画.事業名}}"), _TEXT),
    (36, "目　的", "{{計画.目的}}", _TEXT),
    (42, "内　容", "{{計画.内容}}", _TEXT),
    (18, "時　期", "{{計画.時期}}", _MIDDLE),
    (24, "目　標", "{{計画.目標}}", _TEXT),
)
_REVIEW = (
    (24, "区　分", "{{評価と計画.区分}}{{評価と計画.業務}}", _TEXT),
    (34, "事　業", none_said("{{評価と計画.事業名}}"), _TEXT),
    (32, "前年度の目標", "{{評価と計画.前年度の目標}}", _TEXT),
    (58, "実施内容・実績", "{{評価と計画.実施と実績}}", _TEXT),
    (56, "評　価", "{{評価と計画.評価}}", _TEXT),
    (58, "今年度の計画", "{{評価と計画.今年度の計画}}", _TEXT),
)


def annual_plan() -> bytes:
    """Draw 年間事業計画書: text on A4 portrait, the schedule on A4 landscape."""
    paper = Paper("事業計画", [column[0] for column in _COLUMNS], font=PMINCHO)
    row = _words(paper)
    row = _table(paper, row, "３　業務区分別計画（{{事業数}}事業）", _COLUMNS)
    last = _structure(paper, row + 1)
    paper.print_area(f"A1:F{last}", titles=(row - 1, row - 1))
    paper.margins_text(care=False)
    _schedule(paper)
    return paper.finish()


def _words(paper: Paper) -> int:
    """Draw the title and what the plan is for; return the row after it."""
    line(paper, 1, 36, "A:F", "{{年度|全角}}　年間事業計画書", font_name=GOTHIC, font_size=16,
         align="center", shrink=True)  # fmt: skip
    line(paper, 2, 18, "A:F", "第１層生活支援コーディネーター業務", align="center", font_size=11)
    line(paper, 3, 24, "A:F", "{{受託者名}}", align="right", shrink=True)
    _long(paper, 4, "１　基本方針", "{{目指す姿}}")
    paper.put("A6:F6", "{{基本方針}}", _LONG)
    _long(paper, 7, "２　重点目標", "{{重点目標}}")
    return 9


def _long(paper: Paper, row: int, heading: str, tag: str) -> None:
    line(paper, row, 30, "A:F", heading, **_HEAD)
    paper.put(f"A{row + 1}:F{row + 1}", tag, _LONG)


def _table(
    paper: Paper, row: int, heading: str, columns: tuple[tuple[int, str, str, Look], ...]
) -> int:
    """Draw a table under its heading; return the row that its list repeats."""
    last = chr(ord("A") + len(columns) - 1)
    line(paper, row, 27, f"A:{last}", heading, **_HEAD)
    paper.row(row + 1, 18)
    for letter, (_, name, tag, look) in zip("ABCDEFG", columns, strict=False):
        paper.put(f"{letter}{row + 1}", name, HEAD, font_name=GOTHIC, font_size=9)
        paper.put(f"{letter}{row + 2}", tag, look)
    return row + 2


def _structure(paper: Paper, row: int) -> int:
    """Draw who works, and the money; return the last row."""
    _long(paper, row, "４　体制（常勤換算 {{常勤換算}}人）", "{{体制}}")
    who = none_said("{{職員.職種}}　{{職員.氏名}}　{{職員.勤務}}")
    look = {**BOX, **SHRINK, "align": "left", "indent": 1, "font_size": 10}
    paper.put(f"A{row + 2}:F{row + 2}", who, look)
    paper.row(row + 2, 21)
    _long(paper, row + 3, "５　予算", "{{予算の文}}")
    return row + 4


def _schedule(paper: Paper) -> None:
    paper.turn("年間スケジュール", (10, 75, *[14.5] * 12), landscape=True)
    line(paper, 1, 30, "A:N", "{{年度|全角}}　年間スケジュール", font_name=GOTHIC, font_size=14,
         align="center", shrink=True)  # fmt: skip
    for row in (2, 3):
        paper.row(row, 18)
    paper.put("A2:B3", "事　業", HEAD, font_name=GOTHIC, font_size=9)
    for place, quarter in zip(
        (2, 5, 8, 11), ("4～6月", "7～9月", "10～12月", "1～3月"), strict=True
    ):
        first, last = _letter(place), _letter(place + 2)
        paper.put(f"{first}2:{last}2", quarter, HEAD, font_name=GOTHIC, font_size=9)
    paper.put("A4", "{{日程.区分}}", _MIDDLE)
    paper.put("B4", none_said("{{日程.事業名}}"), {**BOX, "align": "left", "font_size": 9.5})
    paper.row(4, 24)
    for place, month in enumerate(MONTHS, start=2):
        column = _letter(place)
        paper.put(f"{column}3", f"{month}月", HEAD, font_name=GOTHIC, font_size=9)
        edge: Look = {"left": 2} if place % 3 == 2 else {}
        paper.put(f"{column}4", f"{{{{日程.{month}月}}}}", _MIDDLE, edge, font_size=11)
    paper.print_area("A1:N4", titles=(1, 3))
    paper.margins_text(care=False, numbered=False)


def _letter(place: int) -> str:
    return chr(ord("A") + place)


def plan_and_review() -> bytes:
    """Draw 活動評価・活動計画, A4 landscape."""
    paper = Paper("評価と計画", [column[0] for column in _REVIEW], landscape=True, font=PMINCHO)
    title = "{{前年度|全角}}　活動評価　／　{{年度|全角}}　活動計画　　{{受託者名}}"
    row = _table(paper, 1, title, _REVIEW)
    paper.print_area(f"A1:F{row}", titles=(1, 2))
    paper.margins_text(care=False)
    return paper.finish()
