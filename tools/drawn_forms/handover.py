"""引継書 (domain 3.17): what is open, each thing in one line, its text as high as it needs.

A sheet repeats one row of headings at the top of its pages; so theirs name what the columns of
every part hold, and each part has headings of its own where it begins.
"""

from __future__ import annotations

from tools.drawn_forms.cover import line
from tools.drawn_forms.paper import BOX, GOTHIC, HEAD, PMINCHO, SHRINK, Look, Paper
from tools.drawn_forms.report_tables import none_said

_COLUMNS = (26, 67, 37, 19, 26)
_EVERYWHERE = ("番号・日など", "内　容", "相手・担当など", "期　日", "状態など")
_TEXT: Look = {**BOX, "align": "left", "valign": "top"}
_TOP: Look = {**BOX, "valign": "top"}
_PARTS = (
    # list, heading, number, what, who, day, state
    ("希望票", "１　進行中のお手伝い希望票", "受付番号", "内容", "団体・活動の場", "締切", "状態"),
    ("マッチング", "２　進行中のマッチング", "登録番号", "活動", "サポーター", "次の連絡", "状態"),
    ("宿題", "３　会議の宿題", "会議の日", "内容（会議）", "担当", "期限", "状態"),
    ("約束", "４　連絡の約束・次の対応", "記録", "内容", "相手", "期日", "記録の日"),
    ("ニーズ", "５　未対応・結果を確かめるニーズ", "番号", "内容", "つなぎ先", "確認日", "対応"),
    ("課題", "６　取り組み中の地域課題", "番号", "件名", "圏域", "見直し", "段階"),
    ("資源", "７　情報の確認が必要な社会資源", "圏域", "名称", "区分", "前回の確認", "状態"),
)  # fmt: skip


def draw() -> bytes:
    """Draw the form, A4 portrait."""
    paper = Paper("引継書", _COLUMNS, font=PMINCHO)
    title = {"font_name": GOTHIC, "font_size": 14, "align": "center"}
    line(paper, 1, 30, "A:E", "引　継　書", **title)
    made = "{{事務所名}}　{{作成日|令和8年4月1日}}現在"
    line(paper, 2, 18, "A:E", made, align="right", shrink=True)
    line(paper, 3, 18, "A:E", "{{注記}}", font_size=9)
    titles = _sign(paper, 4)
    paper.row(titles, 9)
    paper.row(titles + 1, 15)
    for letter, heading in zip("ABCDE", _EVERYWHERE, strict=True):
        paper.put(f"{letter}{titles + 1}", heading, HEAD, font_name=GOTHIC)
    row = titles + 2
    for part in _PARTS:
        row = _part(paper, row, *part)
    paper.print_area(f"A1:E{row - 1}", titles=(titles + 1, titles + 1))
    paper.margins_text(care=True)
    paper.turn("報告と体制", _COLUMNS)
    row = _people(paper, _reports(paper, 1))
    paper.print_area(f"A1:E{row - 1}")
    paper.margins_text(care=True)
    return paper.finish()


def _sign(paper: Paper, row: int) -> int:
    """Draw where both sign."""
    paper.row(row, 27)
    paper.put(f"A{row}", "引き継ぐ人", HEAD, font_name=GOTHIC)
    paper.put(f"B{row}", "{{担当者}}", BOX, SHRINK, font_size=10)
    paper.put(f"C{row}", "引き継がれる人", HEAD, font_name=GOTHIC)
    paper.put(f"D{row}:E{row}", "", BOX)
    return row + 1


def _head(paper: Paper, row: int, text: str) -> int:
    look = {"font_name": GOTHIC, "font_size": 11, "valign": "bottom"}
    line(paper, row, 30, "A:E", text, **look)
    return row + 1


def _part(paper: Paper, row: int, name: str, heading: str, *columns: str) -> int:
    row = _head(paper, row, f"{heading}（{{{{{name}の件数}}}}件）")
    paper.row(row, 16.5)
    fields = ("番号", "内容", "相手", "期日|R8.4.1", "状態")
    for letter, column, field in zip("ABCDE", columns, fields, strict=True):
        paper.put(f"{letter}{row}", column, HEAD, font_name=GOTHIC)
        look = _TEXT if letter in "BC" else _TOP
        tag = f"{{{{{name}.{field}}}}}"
        paper.put(f"{letter}{row + 1}", none_said(tag) if field == "内容" else tag, look)
    return row + 2


def _reports(paper: Paper, row: int) -> int:
    row = _head(paper, row, "８　これから提出する報告")
    columns = (("件　名", "件名"), ("期　日", "期日|令和8年4月1日"), ("状　態", "状態"))
    return _wide(paper, row, "報告", columns)


def _wide(paper: Paper, row: int, name: str, columns: tuple[tuple[str, str], ...]) -> int:
    paper.row(row, 16.5)
    paper.row(row + 1, 16.5)
    for place, (heading, field) in zip(("A{0}:B{0}", "C{0}:D{0}", "E{0}"), columns, strict=True):
        paper.put(place.format(row), heading, HEAD, font_name=GOTHIC)
        tag = f"{{{{{name}.{field}}}}}"
        first = place.startswith("A")
        look = {**SHRINK, "align": "left"} if first else SHRINK
        paper.put(place.format(row + 1), none_said(tag) if first else tag, BOX, look)
    return row + 2


def _people(paper: Paper, row: int) -> int:
    row = _head(paper, row, "９　事務所の体制")
    columns = (("職　種", "職種"), ("氏　名", "氏名"), ("着　任", "着任|R8.4.1"))
    row = _wide(paper, row, "体制", columns)
    row = _head(paper, row, "１０　年間の予定")
    paper.put(f"A{row}:E{row}", "毎月：{{毎月の仕事}}", text_wrap=True)
    row += 1
    paper.row(row, 16.5)
    paper.put(f"A{row}", "月", HEAD, font_name=GOTHIC)
    paper.put(f"B{row}:E{row}", "すること", HEAD, font_name=GOTHIC)
    paper.put(f"A{row + 1}", "{{年間予定.月}}月", BOX)
    paper.put(f"B{row + 1}:E{row + 1}", "{{年間予定.すること}}", BOX, align="left")
    row = _head(paper, row + 2, "１１　市・地域包括支援センターの連絡先")
    columns = (("名　称", "名称"), ("担当・圏域", "担当"), ("電　話", "電話"))
    return _wide(paper, row, "連絡先", columns)
