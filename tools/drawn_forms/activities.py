"""活動依頼票 and 活動報告書 (domain 3.8): what a supporter takes along, and brings back."""

from __future__ import annotations

from tools.drawn_forms.paper import SHRINK, Look, Paper

_TEXT: Look = {"font_size": 11}
_BOX: Look = {**_TEXT, "border": 1, "text_wrap": True}
_NAME: Look = {**_BOX, "bold": True, "align": "center"}
_TOP: Look = {"valign": "top"}

_ASSIGNMENT = (
    # name, text, height in points
    ("活動の場", "{{依頼票.活動の場}}", 30),
    ("日　時", "{{依頼票.日時}}", 48),
    ("期　間", "{{依頼票.期間}}", 24),
    ("場　所", "{{依頼票.会場}}\n{{依頼票.住所}}", 36),
    ("件　名", "{{依頼票.件名}}", 30),
    ("内　容", "{{依頼票.区分}}\n{{依頼票.内容}}", 90),
    ("持ち物・服装", "{{依頼票.持ち物}}", 30),
    ("顔合わせ", "{{依頼票.顔合わせ}}", 24),
    ("交通費・謝礼", "{{依頼票.交通費}}　{{依頼票.謝礼}}", 24),
    ("保　険", "{{依頼票.保険}}", 24),
    ("当日の連絡先", "{{依頼票.連絡先}}\n電話　{{依頼票.当日の電話}}", 42),
    ("備　考", "{{依頼票.備考}}", 36),
)
_LINES = (
    # width mm, heading, tag, look
    (24, "活動日", "{{報告書.行.活動日|4/1(水)}}", SHRINK),
    (30, "時　刻", "{{報告書.行.時刻}}", SHRINK),
    (23, "活動時間", "{{報告書.行.時間}}", SHRINK),
    (34, "内　容", "{{報告書.行.内容}}", SHRINK),
    (13, "人数", "{{報告書.行.人数}}", SHRINK),
    (17, "交通費\n（円）", "{{報告書.行.交通費}}", {**SHRINK, "num_format": "#,##0"}),
    (34, "特　記", "{{報告書.行.特記}}", {"align": "left", "font_size": 8}),
)


def assignment() -> bytes:
    """Draw the sheet with which a supporter is asked, one page each."""
    paper = Paper("活動依頼票", [34, 71, 70], margins=(15, 12, 20, 15))
    paper.row(1, 15)
    paper.put("A1:B1", "{{*依頼票 シート}}", SHRINK)
    paper.put("C1", "{{作成日}}", _TEXT, align="right")
    paper.row(2, 33)
    paper.put("A2:C2", "活 動 依 頼 票", bold=True, font_size=18, align="center")
    paper.row(3, 30)
    paper.put("A3:B3", "{{依頼票.氏名}}　様", SHRINK, font_size=16, bottom=1)
    paper.put("C3", "登録番号　{{依頼票.登録番号}}", _TEXT, align="right", valign="bottom")
    paper.row(4, 27)
    paper.put("A4:C4", "下記の活動をお願いします。よろしくお願いいたします。", _TEXT)
    row = 5
    for name, text, height in _ASSIGNMENT:
        paper.row(row, height)
        paper.put(f"A{row}", name, _NAME)
        paper.put(f"B{row}:C{row}", text, _BOX, font_size=12)
        row += 1
    paper.row(row, 96)
    paper.put(f"A{row}", "地　図\n集合場所", _NAME)
    paper.put(f"B{row}:C{row}", "", _BOX)
    paper.row(row + 1, 54)
    paper.put(f"A{row + 1}:C{row + 1}", "{{注記}}", _TEXT, text_wrap=True)
    _office(paper, row + 2, "C")
    paper.print_area(f"A1:C{row + 2}")
    paper.sheet.fit_to_pages(1, 1)
    paper.margins_text(care=True, numbered=False)
    return paper.finish()


def slip() -> bytes:
    """Draw the slip of a month, one page a match."""
    paper = Paper("活動報告書", [column[0] for column in _LINES], margins=(15, 14, 20, 15))
    paper.row(1, 15)
    paper.put("A1:C1", "{{*報告書 シート}}", SHRINK)
    paper.put("D1:G1", "提出期限　{{提出期限|令和8年4月1日(水)}}", _TEXT, SHRINK, align="right")
    paper.row(2, 33)
    paper.put("A2:G2", "{{活動月|全角}}　活 動 報 告 書", bold=True, font_size=18, align="center")
    _of_whom(paper)
    paper.row(6, 9)
    paper.row(7, 30)
    paper.row(8, 27)
    for column, (_, heading, tag, look) in zip("ABCDEFG", _LINES, strict=True):
        paper.put(f"{column}7", heading, _NAME)
        paper.put(f"{column}8", tag, _BOX, {"align": "center"}, look)
    _sums(paper)
    paper.row(12, 42)
    paper.put("A12:G12", "{{注記}}", _TEXT, text_wrap=True)
    _office(paper, 13, "G")
    paper.print_area("A1:G13", titles=(7, 7))
    paper.margins_text(care=True, numbered=False)
    return paper.finish()


def _of_whom(paper: Paper) -> None:
    for row in (3, 4, 5):
        paper.row(row, 24)
    for place, name, tag in (("B3:D3", "氏　名", "氏名"), ("B4:G4", "活動の場", "活動の場")):
        paper.put(f"A{place[1]}", name, _NAME)
        paper.put(place, f"{{{{報告書.{tag}}}}}", _BOX, SHRINK, font_size=14)
    paper.put("A5", "件　名", _NAME)
    paper.put("B5:G5", "{{報告書.件名}}", _BOX, SHRINK)
    paper.put("E3:F3", "登録番号", _NAME)
    paper.put("G3", "{{報告書.登録番号}}", _BOX, SHRINK, align="center")


def _sums(paper: Paper) -> None:
    paper.row(9, 27)
    paper.put("A9", "合　計", _NAME)
    paper.put("B9", "{{報告書.回数の計}}　回", _BOX, SHRINK, align="center")
    paper.put("C9", "{{報告書.時間の計}}", _BOX, SHRINK, align="center")
    paper.put("D9:E9", "", _BOX)
    paper.put("F9", "{{報告書.交通費の計}}", _BOX, SHRINK, align="center", num_format="#,##0")
    paper.put("G9", "", _BOX)
    paper.row(10, 36)
    paper.put("A10", "備　考", _NAME)
    paper.put("B10:G10", "{{報告書.備考}}", _BOX, _TOP)
    paper.row(11, 6)


def _office(paper: Paper, row: int, last: str) -> None:
    paper.row(row, 36)
    text = "{{事務所名}}　担当 {{担当者}}\n電話 {{事務所電話}}　FAX {{事務所FAX}}"
    paper.put(f"A{row}:{last}{row}", text, _TEXT, align="right", text_wrap=True)
