"""活動日報 (domain 3.15): a day or a week as a table, a month as a calendar; A4 portrait."""

from __future__ import annotations

from tools.drawn_forms.paper import BOX, GOTHIC, HEAD, SHRINK, Look, Paper
from tools.drawn_forms.report_tables import none_said

_TEXT: Look = {**BOX, "align": "left", "valign": "top", "font_size": 8}
_SMALL: Look = {"font_size": 8}
_COLUMNS = (
    # width mm, heading, tag, look
    (21, "月日・時間", "{{記録.月日|4月1日(水)}}\n{{記録.時間}}", {}),
    (19, "業務区分", "{{記録.区分}}{{記録.業務}}", {}),
    (22, "活動種別\n・手段", "{{記録.種別}}\n{{記録.手段}}", {}),
    (28, "場所・相手", "{{記録.場所相手}}", _TEXT),
    (42, "内　容", none_said("{{記録.件名内容}}"), _TEXT),
    (22, "結果・気づき", "{{記録.結果}}", _TEXT),
    (21, "次の対応", "{{記録.次の対応}}", _TEXT),
)
_OF_DAY = (
    ("A", "月　日", "{{日別.月日|4月1日(水)}}", SHRINK),
    ("B", "天　候", "{{日別.天候}}", {}),
    ("C", "出勤－退勤", "{{日別.勤務}}", SHRINK),
    ("D", "明日の予定", none_said("{{日別.明日の予定}}"), _TEXT),
    ("E", "備　考", "{{日別.備考}}", _TEXT),
    ("F", "活動時間", "{{日別.時間}}", SHRINK),
    ("G", "件　数", "{{日別.件数}}", {}),
)
_LAST = chr(ord("A") + len(_COLUMNS) - 1)
_DAYS = "月火水木金土日"


def draw() -> bytes:
    """Draw the table of a day or a week."""
    paper = Paper("活動日報", [column[0] for column in _COLUMNS])
    _heading(paper)
    paper.row(4, 24)
    # The row of the list has no height of its own: it grows with what is written.
    for number, (_, heading, tag, look) in enumerate(_COLUMNS):
        column = chr(ord("A") + number)
        paper.put(f"{column}4", heading, HEAD)
        paper.put(f"{column}5", tag, BOX, _SMALL, look)
    _days(paper, 6)
    paper.print_area(f"A1:{_LAST}11", titles=(1, 4))
    paper.margins_text(care=False)
    return paper.finish()


def month() -> bytes:
    """Draw the calendar of a month."""
    paper = Paper("活動日報", [25] * len(_DAYS))
    _heading(paper)
    paper.row(4, 18)
    for number, day in enumerate(_DAYS):
        column = chr(ord("A") + number)
        look: Look = {"font_color": "#B00020"} if day == "日" else {}
        paper.put(f"{column}4", day, HEAD, look)
        paper.put(f"{column}5", f"{{{{週.{day}}}}}", _TEXT, font_size=7)
    paper.row(5, 96)
    _sums(paper, 6)
    paper.print_area(f"A1:{_LAST}6", titles=(1, 4))
    paper.margins_text(care=False)
    return paper.finish()


def _heading(paper: Paper) -> None:
    paper.row(1, 30)
    paper.put("A1:E2", "活　動　日　報", SHRINK, bold=True, font_size=15, align="left")
    paper.row(2, 18)
    for place, word in (("F", "担当"), ("G", "確認")):
        paper.put(f"{place}1", "", BOX)
        paper.put(f"{place}2", word, BOX, _SMALL)
    paper.row(3, 18)
    paper.put("A3:C3", "{{期間}}", SHRINK, align="left", font_size=10)
    paper.put(f"D3:{_LAST}3", "{{受託者名}}　担当 {{担当者}}", SHRINK, align="right", font_size=9)


def _days(paper: Paper, row: int) -> None:
    """Draw what each day's sheet says, then the sums."""
    paper.row(row, 9)
    paper.row(row + 1, 16.5)
    for column, heading, tag, look in _OF_DAY:
        paper.put(f"{column}{row + 1}", heading, HEAD)
        paper.put(f"{column}{row + 2}", tag, BOX, _SMALL, look)
    paper.row(row + 3, 9)
    _sums(paper, row + 4)


def _sums(paper: Paper, row: int) -> None:
    paper.row(row, 24)
    text = (
        "計 {{件数}}件（{{業務別件数}}）　対象者 延べ{{人数}}人　活動時間 {{時間}}　"
        "走行距離 {{走行距離}}km　交通費 {{交通費|円}}"
    )
    paper.put(
        f"A{row}:{_LAST}{row}", text, BOX, SHRINK, font_name=GOTHIC, font_size=8, align="left"
    )
