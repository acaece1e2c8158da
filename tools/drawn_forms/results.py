"""マッチング実績 (domain 3.8): a page by month and level, one by district and kind, the details."""

from __future__ import annotations

from tools.drawn_forms.paper import BOX, HEAD, SHRINK, Look, Paper

_NUMBER: Look = {**BOX, **SHRINK, "num_format": '#,##0;-#,##0;"－"', "font_size": 10}
_SMALL: Look = {"font_size": 8}
_LEFT: Look = {"align": "left"}
_FIGURES = (
    "希望票受付", "打診", "成立", "不成立", "活動中", "終了", "活動延べ回数", "活動延べ人数",
    "活動実人数", "活動時間",
)  # fmt: skip
_UNITS = {
    "希望票受付": "希望票\n受付（件）",
    "打診": "紹介\n（打診・件）",
    "活動中": "活動中\n（月末・件）",
    "活動延べ回数": "活動延べ\n回数（回）",
    "活動延べ人数": "活動延べ\n人数（人）",
    "活動実人数": "活 動\n実人数（人）",
    "活動時間": "活動時間",
}
_OF_LEVEL = ("打診", "成立", "活動中", "活動延べ人数", "活動実人数", "活動時間")
_DISTRICTS = 11
"""Columns for districts: the ten of Hakodate, and 圏域不明."""
_DETAILS = (
    # width mm, heading, tag, look
    (9, "No.", "{{*明細 頁16}}{{明細.No}}", {}),
    (17, "受付日", "{{明細.受付日|R8.4.1}}", SHRINK),
    (41, "団体・活動の場", "{{明細.活動の場}}", _LEFT),
    (19, "圏域", "{{明細.圏域}}", SHRINK),
    (30, "区　分", "{{明細.区分}}", {}),
    (38, "内　容", "{{明細.内容}}", _LEFT),
    (11, "必要\n人数", "{{明細.必要人数}}", {}),
    (11, "紹介\n者数", "{{明細.紹介者数}}", {}),
    (17, "成立日", "{{明細.成立日|R8.4.1}}", SHRINK),
    (24, "サポーター\n{{サポーターの書き方}}", "{{明細.サポーター}}", SHRINK),
    (22, "開始－終了", "{{明細.期間}}", {}),
    (9, "回数", "{{明細.回数}}", {}),
    (14, "状　態", "{{明細.状態}}", SHRINK),
)


def draw() -> bytes:
    """Draw the form, A4 landscape."""
    paper = Paper("月別・レベル別", [32, *[23] * len(_FIGURES)], landscape=True)
    _by_month(paper)
    _by_kind(paper)
    _details(paper)
    return paper.finish()


def _title(paper: Paper, last: str, part: str) -> None:
    paper.row(1, 24)
    title = "{{年度|全角}}　マッチング実績"
    paper.put(f"A1:{last}1", title, SHRINK, bold=True, font_size=14, align="center")
    paper.row(2, 15)
    half = chr((ord("A") + ord(last)) // 2)
    paper.put(f"A2:{half}2", part, SHRINK, bold=True, font_size=10)
    right = f"{chr(ord(half) + 1)}2:{last}2"
    paper.put(right, "{{期間}}　{{受託者名}}　{{作成日}}", _SMALL, SHRINK, align="right")


def _by_month(paper: Paper) -> None:
    last = chr(ord("A") + len(_FIGURES))
    _title(paper, last, "（１）月別")
    for row, height in ((3, 27), (4, 18), (5, 18), (6, 9), (7, 15), (8, 27), (9, 18), (10, 42)):
        paper.row(row, height)
    paper.put("A3", "月", HEAD)
    paper.put("A4", "{{月別.月}}月", BOX)
    paper.put("A5", "計", BOX, bold=True)
    for column, name in zip("BCDEFGHIJK", _FIGURES, strict=True):
        paper.put(f"{column}3", _UNITS.get(name, f"{name}（件）"), HEAD)
        paper.put(f"{column}4", f"{{{{月別.{name}}}}}", _NUMBER)
        paper.put(f"{column}5", f"{{{{{name}}}}}", _NUMBER, bold=True)
    paper.put(f"A7:{last}7", "（３）活動レベル別", bold=True, font_size=10)
    paper.put("A8:C8", "活動レベル", HEAD)
    paper.put("A9:C9", "{{レベル別.レベル}}", BOX, SHRINK)
    for column, name in zip("DEFGHI", _OF_LEVEL, strict=True):
        paper.put(f"{column}8", _UNITS.get(name, f"{name}（件）"), HEAD)
        paper.put(f"{column}9", f"{{{{レベル別.{name}}}}}", _NUMBER)
    paper.put(f"A10:{last}10", "{{数え方}}", _SMALL, text_wrap=True, valign="top")
    paper.print_area(f"A1:{last}10")
    paper.margins_text(care=False)


def _by_kind(paper: Paper) -> None:
    paper.turn("圏域×内容区分", [46, 18, *[18] * _DISTRICTS])
    last = chr(ord("A") + _DISTRICTS + 1)
    _title(paper, last, "（２）圏域×内容区分")
    row = 3
    for name, unit in (
        ("受付の区分別", "希望票受付（件）"),
        ("成立の区分別", "成立（件）"),
        ("延べ人数の区分別", "活動延べ人数（人）"),
    ):
        for offset, height in enumerate((21, 15, 9)):
            paper.row(row + offset, height)
        paper.put(f"A{row}", unit, HEAD)
        paper.put(f"B{row}", "計", HEAD)
        paper.put(f"A{row + 1}", f"{{{{{name}.区分}}}}", BOX, SHRINK, _LEFT)
        paper.put(f"B{row + 1}", f"{{{{{name}.計}}}}", _NUMBER, bold=True)
        for number in range(_DISTRICTS):
            column = chr(ord("C") + number)
            paper.put(f"{column}{row}", "{{圏域.名称}}", HEAD, SHRINK, font_size=7.5)
            paper.put(f"{column}{row + 1}", f"{{{{{name}.圏域.件数}}}}", _NUMBER)
        row += 3
    paper.sheet.set_h_pagebreaks([5, 8])
    paper.print_area(f"A1:{last}{row - 1}", titles=(1, 2))
    paper.margins_text(care=False)


def _details(paper: Paper) -> None:
    paper.turn("明細", [column[0] for column in _DETAILS])
    last = chr(ord("A") + len(_DETAILS) - 1)
    _title(paper, last, "（４）明細")
    paper.row(3, 24)
    paper.row(4, 25.5)
    for number, (_, heading, tag, look) in enumerate(_DETAILS):
        column = chr(ord("A") + number)
        paper.put(f"{column}3", heading, HEAD, font_size=7.5)
        paper.put(f"{column}4", tag, BOX, _SMALL, look)
    paper.print_area(f"A1:{last}4", titles=(1, 3))
    paper.margins_text(care=False)
