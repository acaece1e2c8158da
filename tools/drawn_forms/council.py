"""協議体の書類 (domain 2.6, 3.14): notice with its reply slip, members, minutes, 地域ケア会議."""

from __future__ import annotations

from tools.drawn_forms.paper import BOX, GOTHIC, HEAD, PGOTHIC, PMINCHO, SHRINK, Look, Paper
from tools.drawn_forms.report_tables import none_said

_LEFT: Look = {"align": "left"}
_TOP: Look = {"text_wrap": True, "valign": "top"}
_SLIP: Look = {**BOX, "font_name": PGOTHIC, "font_size": 10}
_CELL: Look = {**BOX, "font_size": 10.5}
_TEXT: Look = {**_CELL, "align": "left"}
_MEMBERS = (
    # width mm, heading, tag, look
    (10, "No.", "{{会議体.委員.No}}", {}),
    (22, "役", "{{会議体.委員.役}}", SHRINK),
    (42, "ふりがな\n氏　　名", "", {}),
    (52, "選 出 区 分", "{{会議体.委員.選出区分}}", _LEFT),
    (60, "所属・役職", "{{会議体.委員.所属}}", _LEFT),
    (38, "任　期", "{{会議体.委員.任期}}", SHRINK),
    (34, "委嘱日\n委嘱状番号", "", {}),
)
_TABLE = (
    ("開催日時", "{{開催日時}}"),
    ("開催場所", "{{開催場所}}"),
    ("議　　題", "{{議題}}"),
    ("添付資料", "{{添付資料}}"),
    ("出席委員", "{{出席委員}}"),
    ("欠席委員", "{{欠席委員}}"),
    ("事務局出席者の\n職・氏名", "{{事務局}}"),
    ("そ の 他", "{{その他}}"),
)
_MINUTES = (34, 6, 62, 40, 33)
_SUMMARY = (
    # over which columns, heading, tag
    ("A{0}:B{0}", "議　　題", none_said("{{要点.議題}}")),
    ("C{0}", "主な意見", "{{要点.主な意見}}"),
    ("D{0}", "決定事項", "{{要点.決定事項}}"),
    ("E{0}", "担当・期限", "{{要点.担当と期限}}"),
)
_MONTHS = (4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3)
_NUMBER: Look = {**BOX, **SHRINK, "num_format": '#,##0;-#,##0;"－"', "font_size": 10}
_HELD = (
    # width mm, heading, tag, look
    (12, "No.", "{{会議.No}}", {}),
    (26, "月　日", "{{会議.月日|R8.4.1}}", SHRINK),
    (30, "圏　域", "{{会議.圏域}}", SHRINK),
    (66, "会　議　名", none_said("{{会議.会議名}}"), _LEFT),
    (46, "開 催 場 所", "{{会議.開催場所}}", _LEFT),
    (64, "議　　題", "{{会議.議題}}", _LEFT),
    (16, "参　加", "{{会議.参加}}", {}),
)


def notice() -> bytes:
    """Draw the notice: one sheet for each member, a reply slip for the FAX below the cut."""
    paper = Paper("開催案内", [24, 70, 24, 57], margins=(18, 10, 20, 15), font=PMINCHO)
    heights = (
        18, 18, 21, 18, 18, 18, 9, 30, 9, 60, 18, 24, 24, 144, 60, 24, 18, 21,
        15, 24, 18, 24, 24, 24, 24, 36,
    )  # fmt: skip
    for number, height in enumerate(heights, start=1):
        paper.row(number, height)
    _notice_head(paper)
    paper.put("A10:D10", "{{本文}}", _TOP, font_size=11)
    paper.put("A11:D11", "記", font_size=11, align="center")
    small: Look = {"font_size": 10.5}
    for row, (name, tag) in enumerate(
        (("１　日時", "{{日時}}"), ("２　場所", "{{場所}}"), ("３　議題", "{{議題}}"),
         ("４　資料", "{{資料}}"), ("５　担当", "{{事務所名}}　{{担当者}}　電話 {{事務所電話}}")),
        start=12,
    ):  # fmt: skip
        top = _TOP if row in (14, 15) else {}
        paper.put(f"A{row}", name, small, top, text_wrap=False)
        paper.put(f"B{row}:D{row}", tag, small, top or SHRINK)
    paper.put("A17:D17", "以上", small, align="right")
    _notice_slip(paper)
    paper.print_area("A1:D26")
    paper.sheet.set_footer("", {"margin": 0})
    return paper.finish()


def _notice_head(paper: Paper) -> None:
    paper.put("A1:D1", "{{*宛名 シート}}{{案内日}}", SHRINK, font_size=10.5, align="right")
    paper.put("A2:B2", "{{宛名.所属}}", SHRINK, font_size=10.5)
    paper.put("A3:B3", "{{宛名.宛名}}", SHRINK, font_size=13)
    right: Look = {**SHRINK, "align": "right", "font_size": 10.5}
    paper.put("C4:D4", "{{受託者名}}", right)
    paper.put("C5:D5", "{{事務所名}}", right)
    paper.put("C6:D6", "{{担当者}}", right)
    paper.put(
        "A8:D8", "{{会議名|全角}}の開催について（ご案内）", SHRINK,
        font_size=14, align="center", bold=True,
    )  # fmt: skip


def _notice_slip(paper: Paper) -> None:
    cut = "－ － － － － － － － －　切り取り線　－ － － － － － － － －"
    paper.put("A19:D19", cut, font_size=9, align="center")
    paper.put("A20:D20", "出欠回答票", font_name=PGOTHIC, font_size=14, bold=True, align="center")
    paper.put(
        "A21:D21", "{{事務所名}}　行　　FAX {{事務所FAX}}　　回答期限 {{回答期限}}", SHRINK,
        font_name=PGOTHIC, font_size=10, align="center",
    )  # fmt: skip
    for row, name, tag in (
        (22, "会議", "{{会議名}}　{{日時}}"),
        (23, "氏名", "{{宛名.所属}}　{{宛名.氏名}}"),
        (24, "ご出欠", "□ 出席します　　　□ 代理が出席します　　　□ 欠席します　　（どれかに✓）"),
        (25, "代理の方", "職・氏名"),
        (26, "通信欄", ""),
    ):
        paper.put(f"A{row}", name, _SLIP)
        left = _LEFT if row == 25 else {}
        paper.put(f"B{row}:D{row}", tag, _SLIP, SHRINK, left)


def members() -> bytes:
    """Draw the list of members, a page for each council; A4 landscape."""
    paper = Paper(
        "委員名簿", [column[0] for column in _MEMBERS], landscape=True, margins=(18, 15, 20, 15)
    )
    for row, height in ((1, 27), (2, 18), (3, 24), (4, 12), (5, 19.5)):
        paper.row(row, height)
    title = "{{*会議体 シート 頁13}}{{会議体.名称}}　委員名簿"
    paper.put("A1:G1", title, SHRINK, bold=True, font_size=14, align="center")
    paper.put("A2:D2", "{{会議体.人数}}", SHRINK, font_size=10)
    right = "{{基準日|令和8年4月1日}}現在　{{事務所名}}"
    paper.put("E2:G2", right, SHRINK, font_size=10, align="right")
    for number, (_, heading, tag, look) in enumerate(_MEMBERS):
        column = chr(ord("A") + number)
        paper.put(f"{column}3", heading, HEAD, font_size=9)
        if tag:
            paper.put(f"{column}4:{column}5", tag, BOX, look, font_size=10)
    paper.put("C4", "{{会議体.委員.ふりがな}}", BOX, SHRINK, font_size=7.5, bottom=4)
    paper.put("C5", "{{会議体.委員.氏名}}", BOX, SHRINK, font_size=12, top=4)
    paper.put("G4", "{{会議体.委員.委嘱日|R8.4.1}}", BOX, SHRINK, font_size=8, bottom=4)
    paper.put("G5", "{{会議体.委員.委嘱状番号}}", BOX, SHRINK, font_size=10, top=4)
    paper.print_area("A1:G5", titles=(1, 3))
    paper.margins_text(care=True)
    return paper.finish()


def minutes() -> bytes:
    """Draw the minutes as a summary: the table of the meeting, then a table by item."""
    paper = Paper("会議録（要点）", _MINUTES, font=PMINCHO)
    row = _minutes(paper, (*_TABLE, ("要　　点", "{{要点の文}}")))
    paper.row(row, 24)
    look: Look = {"font_size": 11, "bold": True, "valign": "bottom"}
    paper.put(f"A{row}:E{row}", "議題別の要点", look)
    paper.row(row + 1, 18)
    for places, heading, tag in _SUMMARY:
        paper.put(places.format(row + 1), heading, HEAD, font_size=10)
        paper.put(places.format(row + 2), tag, _TEXT, _TOP, font_size=10)
    paper.print_area(f"A1:E{row + 2}", titles=(row + 1, row + 1))
    paper.margins_text(care=False)
    return paper.finish()


def full_minutes() -> bytes:
    """Draw the minutes in full: the table of the meeting, then what was said."""
    paper = Paper("会議録", _MINUTES, font=PMINCHO)
    row = _minutes(paper, _TABLE)
    paper.row(row, 15)
    paper.put(f"A{row + 1}:E{row + 1}", "{{発言.文}}", _TOP, font_size=10.5)
    paper.print_area(f"A1:E{row + 1}")
    paper.margins_text(care=False)
    return paper.finish()


def _minutes(paper: Paper, lines: tuple[tuple[str, str], ...]) -> int:
    """Draw Hakodate's ruled table, its rows as high as what they hold; return the row after it."""
    paper.row(1, 36)
    paper.put(
        "A1:E1", "{{会議名|全角}}　会議録", SHRINK, font_name=GOTHIC, font_size=14, align="center"
    )
    paper.row(2, 15)
    paper.put("A2:E2", "{{会議録の種類}}", SHRINK, align="right")
    for row, (name, tag) in enumerate(lines, start=3):
        paper.put(f"A{row}", name, _CELL)
        paper.put(f"B{row}:E{row}", tag, _TEXT)
    return 3 + len(lines)


def care_meetings() -> bytes:
    """Draw 地域ケア会議参加実績: by district and month, then every meeting; A4 landscape."""
    paper = Paper("圏域別", [30, 43, 14, *[11.5] * 12, 15, 20], landscape=True)
    paper.row(1, 27)
    title = "{{年度|全角}}　地域ケア会議参加実績"
    paper.put("A1:Q1", title, SHRINK, bold=True, font_size=14, align="center")
    paper.row(2, 15)
    paper.put("A2:Q2", "{{受託者名}}　{{作成日}}", SHRINK, align="right")
    paper.row(3, 24)
    heads = ("圏　域", "地域包括支援センター", "", *(f"{month}月" for month in _MONTHS), "計")
    for column, text in zip("ABCDEFGHIJKLMNOP", heads, strict=True):
        paper.put(f"{column}3", text, HEAD)
    paper.put("Q3", "参加率\n（％）", HEAD)
    _care_line(paper, 4, "圏域別.")
    _care_line(paper, 6, "")
    paper.row(8, 30)
    paper.put("A8:Q8", "{{数え方}}", _TOP, font_size=8)
    paper.print_area("A1:Q8")
    paper.margins_text(care=False)
    _held(paper)
    return paper.finish()


def _care_line(paper: Paper, row: int, of: str) -> None:
    """Draw what was held and, below it, attended; without ``of`` those of all districts."""
    bold: Look = {} if of else {"bold": True}
    paper.row(row, 16.5)
    paper.row(row + 1, 16.5)
    below = row + 1
    paper.put(
        f"A{row}:A{below}", "{{圏域別.圏域}}" if of else "計", BOX, SHRINK, bold, font_size=10
    )
    paper.put(f"B{row}:B{below}", "{{圏域別.センター}}" if of else "", BOX)
    for line, what in ((row, "開催"), (below, "参加")):
        paper.put(f"C{line}", what, BOX, bold)
        for column, month in zip("DEFGHIJKLMNO", _MONTHS, strict=True):
            paper.put(f"{column}{line}", f"{{{{{of}{month}月{what}}}}}", _NUMBER, bold)
        paper.put(f"P{line}", f"{{{{{of}{what}}}}}", _NUMBER, bold)
    paper.put(f"Q{row}:Q{below}", f"{{{{{of}参加率}}}}", BOX, SHRINK, bold, font_size=11)


def _held(paper: Paper) -> None:
    paper.turn("開催一覧", [column[0] for column in _HELD])
    paper.row(1, 27)
    title = "{{年度|全角}}　地域ケア会議　開催一覧"
    paper.put("A1:G1", title, SHRINK, bold=True, font_size=14, align="center")
    paper.row(2, 21)
    for number, (_, heading, tag, look) in enumerate(_HELD):
        column = chr(ord("A") + number)
        paper.put(f"{column}2", heading, HEAD)
        paper.put(f"{column}3", tag, BOX, look)
    paper.print_area("A1:G3", titles=(1, 2))
    paper.margins_text(care=False)
