"""出席簿 (domain 3.1): 20 people a page, five or six sessions in the same 75 mm."""

from __future__ import annotations

from tools.drawn_forms.paper import BOX, HEAD, SHRINK, Paper

_NAME = {"align": "left"}


def five() -> bytes:
    """Draw the sheet of a course of five sessions."""
    return _sheet(5)


def six() -> bytes:
    """Draw the sheet of a course of six sessions."""
    return _sheet(6)


def _sheet(sessions: int) -> bytes:
    paper = Paper("出席簿", [8, 12, 40, 20, *([75 / sessions] * sessions), 10, 10])
    marks = [chr(ord("E") + number) for number in range(sessions)]
    count, done = chr(ord("E") + sessions), chr(ord("F") + sessions)
    _heading(paper, done)
    _titles(paper, marks, count, done)
    _person(paper, marks, count, done)
    _totals(paper, marks, count, done)
    paper.print_area(f"A1:{done}11", titles=(3, 5))
    paper.margins_text(care=True)
    return paper.finish()


def _heading(paper: Paper, last: str) -> None:
    paper.row(1, 21)
    paper.put(
        f"A1:{last}1", "{{講座名|全角}}　出席簿", SHRINK, bold=True, font_size=13, align="center"
    )
    paper.row(2, 12.75)
    paper.put(
        f"A2:{last}2",
        "期間：{{期間}}　会場：{{会場}}　定員{{定員}}名・受講決定{{受講決定者数}}名",
        SHRINK, font_size=8, valign="top",
    )  # fmt: skip


def _titles(paper: Paper, marks: list[str], count: str, done: str) -> None:
    for number, height in ((3, 12), (4, 11.25), (5, 27)):
        paper.row(number, height)
    paper.put("A3:A5", "No.", HEAD)
    paper.put("B3:B5", "受講\n番号", HEAD)
    paper.put("C3:C5", "ふりがな\n氏　　名", HEAD)
    paper.put("D3:D5", "町　名\n(圏域)", HEAD)
    for mark in marks:
        paper.put(f"{mark}3", "{{回.回次}}", HEAD, SHRINK, bottom=0)
        paper.put(f"{mark}4", "{{回.月日|4/1(水)}}", HEAD, SHRINK, top=0, bottom=0)
        paper.put(f"{mark}5", "{{回.テーマ}}", HEAD, top=4, bold=False, font_size=6)
    paper.put(f"{count}3:{done}3", "備考", HEAD, font_size=7)
    paper.put(f"{count}4:{count}5", "出席\n回数", HEAD, font_size=7)
    paper.put(f"{done}4:{done}5", "修了", HEAD, font_size=7)


def _person(paper: Paper, marks: list[str], count: str, done: str) -> None:
    paper.row(6, 9.75)
    paper.row(7, 21)
    paper.put("A6:A7", "{{*受講者 頁20 埋める}}{{受講者.No}}", BOX)
    paper.put("B6:B7", "{{受講者.受講番号}}", BOX, SHRINK)
    paper.put("C6", "{{受講者.ふりがな}}", BOX, SHRINK, _NAME, font_size=6.5, bottom=4)
    paper.put("C7", "{{受講者.氏名}}", BOX, SHRINK, _NAME, font_size=12, top=4)
    paper.put("D6:D7", "{{受講者.町名圏域}}", BOX, SHRINK, font_size=8)
    for mark in marks:
        paper.put(f"{mark}6:{mark}7", "{{受講者.回.印}}", BOX, SHRINK, font_size=13)
    paper.put(f"{count}6:{done}6", "{{受講者.備考}}", BOX, SHRINK, font_size=6.5, bottom=4)
    paper.put(f"{count}7", "{{受講者.出席回数}}", BOX, font_size=11, top=4)
    paper.put(f"{done}7", "{{受講者.修了}}", BOX, SHRINK, top=4)


def _totals(paper: Paper, marks: list[str], count: str, done: str) -> None:
    for number, name in ((8, "出席者数"), (9, "欠席者数"), (10, "出席率")):
        paper.row(number, 10.5)
        paper.put(f"A{number}:D{number}", name, HEAD)
        for mark in marks:
            paper.put(f"{mark}{number}", f"{{{{回.{name}}}}}", BOX, SHRINK, font_size=8)
        paper.put(f"{count}{number}:{done}{number}", "", BOX)
    paper.row(11, 9.75)
    paper.put("A11:D11", "○出席　×欠席　△遅刻・早退　補＝補講", font_size=7)
    paper.put(f"E11:{done}11", "{{名簿の範囲}}", SHRINK, font_size=7, align="right")
