"""地域課題一覧 (domain 2.7): the ledger, then districts by kind and by stage; A4 landscape."""

from __future__ import annotations

from app.reporting.issue_list import STAGES
from tools.drawn_forms.paper import BOX, HEAD, SHRINK, Look, Paper
from tools.drawn_forms.report_tables import none_said

_SMALL: Look = {"font_size": 8}
_TEXT: Look = {"align": "left", "valign": "top"}
_NUMBER: Look = {**BOX, **SHRINK, "num_format": '#,##0;-#,##0;"－"', "font_size": 9}
_KINDS = 12
"""Columns for kinds of issues: those a new office begins with, 区分なし, and a few more."""
_COLUMNS = (
    # width mm, heading, tag, look
    (8, "No.", "{{課題.No}}", {}),
    (15, "番　号", "{{課題.番号}}", SHRINK),
    (17, "圏　域", "{{課題.圏域}}", {}),
    (18, "区　分", "{{課題.区分}}", {}),
    (50, "件名・内容", none_said("{{課題.件名}}\n{{課題.内容}}"), _TEXT),
    (22, "把握の経緯\n・根拠", "{{課題.把握と根拠}}", _TEXT),
    (16, "段　階", "{{課題.段階}}\n{{課題.段階の日|R8.4.1}}", {}),
    (33, "対応案・取組", "{{課題.対応案}}", _TEXT),
    (26, "関係主体", "{{課題.関係主体}}", _TEXT),
    (29, "成果\n（創出した資源）", "{{課題.成果と資源}}", _TEXT),
    (27, "市への提案・回答", "{{課題.市との経過}}", _TEXT),
)
_LAST = chr(ord("A") + len(_COLUMNS) - 1)


def draw() -> bytes:
    """Draw the form."""
    paper = Paper("地域課題一覧", [column[0] for column in _COLUMNS], landscape=True)
    _heading(paper, "地域課題一覧", _LAST, "{{件数}}件（うち新規{{新規件数}}件）")
    paper.row(3, 24)
    # The row of the list has no height of its own: it grows with what is written.
    for number, (_, heading, tag, look) in enumerate(_COLUMNS):
        column = chr(ord("A") + number)
        paper.put(f"{column}3", heading, HEAD)
        paper.put(f"{column}4", tag, BOX, _SMALL, look)
    paper.print_area(f"A1:{_LAST}4", titles=(1, 3))
    paper.margins_text(care=False)
    _analysis(paper)
    return paper.finish()


def _heading(paper: Paper, title: str, last: str, count: str) -> None:
    paper.row(1, 24)
    look: Look = {"bold": True, "font_size": 14, "align": "center"}
    paper.put(f"A1:{last}1", f"{{{{年度|全角}}}}　{title}", SHRINK, look)
    paper.row(2, 15)
    paper.put("A2:D2", count, SHRINK, align="left", font_size=10)
    paper.put(f"E2:{last}2", "{{受託者名}}　{{作成日}}", SHRINK, _SMALL, align="right")


def _analysis(paper: Paper) -> None:
    paper.turn("圏域別の分析", [36, 18, *[17] * _KINDS])
    last = chr(ord("A") + _KINDS + 1)
    _heading(paper, "地域課題の分析", last, "（１）圏域×区分（件）")
    for row, height in ((3, 27), (4, 12.75), (5, 9), (6, 15), (7, 18), (8, 12.75)):
        paper.row(row, height)
    paper.put("A3", "圏　域", HEAD)
    paper.put("B3", "計", HEAD)
    paper.put("A4", "{{区分別.圏域}}", BOX, SHRINK, align="left")
    paper.put("B4", "{{区分別.計}}", _NUMBER, bold=True)
    for number in range(_KINDS):
        column = chr(ord("C") + number)
        paper.put(f"{column}3", "{{区分.名称}}", HEAD, font_size=7)
        paper.put(f"{column}4", "{{区分別.区分.件数}}", _NUMBER)
    paper.put(f"A6:{last}6", "（２）圏域×段階（件）", align="left", font_size=10)
    paper.put("A7", "圏　域", HEAD)
    paper.put("B7", "計", HEAD)
    paper.put("A8", "{{段階別.圏域}}", BOX, SHRINK, align="left")
    paper.put("B8", "{{段階別.計}}", _NUMBER, bold=True)
    for number, (stage, name) in enumerate(STAGES.items()):
        column = chr(ord("C") + number)
        paper.put(f"{column}7", stage.label, HEAD, font_size=7.5)
        paper.put(f"{column}8", f"{{{{段階別.{name}}}}}", _NUMBER)
    _notes(paper, 9, last)
    paper.print_area(f"A1:{last}11")
    paper.margins_text(care=False)


def _notes(paper: Paper, row: int, last: str) -> None:
    paper.row(row, 9)
    paper.row(row + 1, 18)
    city = (
        "市への提案 {{提出件数}}件　うち回答 {{回答件数}}件　"
        "翌年度の事業・予算への反映 {{反映件数}}件（{{反映率}}％）"
    )
    paper.put(f"A{row + 1}:{last}{row + 1}", city, SHRINK, align="left", font_size=10)
    paper.row(row + 2, 24)
    note: Look = {"align": "left", "valign": "top", "text_wrap": True}
    paper.put(f"A{row + 2}:{last}{row + 2}", "{{数え方}}", _SMALL, note)
