"""お手伝い希望票 (domain 3.8): one page to be sent by FAX, so black on white and in large letters.

The order of the paper is the order of the form in the window.
"""

from __future__ import annotations

from collections.abc import Sequence

from tools.drawn_forms.paper import SHRINK, Look, Paper

# Three boxes of 58 mm across, of which the week takes seven columns.
_COLUMNS = (30, 28, *[11.6] * 7, 36)
_LAST = "J"
_TEXT: Look = {"font_size": 11}
_BOX: Look = {**_TEXT, "border": 1, "text_wrap": True}
_NAME: Look = {**_BOX, "bold": True, "align": "center"}
_LINE = 24.0
_WEEKDAYS, _PARTS = "月火水木金土日", ("午前", "午後", "夜間")
_HALVES = ("A", "B:E", "F:G", "H:J")


def draw() -> bytes:
    """Draw the form, A4 portrait."""
    paper = Paper("お手伝い希望票", _COLUMNS, margins=(12, 10, 20, 15))
    row = _heading(paper)
    for lines in (_asking, _kinds, _times, _place, _conditions):
        row = lines(paper, row)
    paper.row(row, 30)
    paper.put(f"A{row}:{_LAST}{row}", "{{注記}}", _TEXT, text_wrap=True)
    paper.row(row + 1, 15)
    office = "{{事務所名}}　{{事務所住所}}　電話 {{事務所電話}}　担当 {{担当者}}"
    paper.put(f"A{row + 1}:{_LAST}{row + 1}", office, _TEXT, SHRINK, align="right")
    paper.print_area(f"A1:{_LAST}{row + 1}")
    paper.sheet.fit_to_pages(1, 1)
    paper.margins_text(care=False, numbered=False)
    return paper.finish()


def _heading(paper: Paper) -> int:
    paper.row(1, 27)
    paper.put("A1:E1", "FAX送付先　{{事務所FAX}}", SHRINK, bold=True, font_size=18)
    paper.put("F1:J1", "{{事務所名}}　行", _TEXT, SHRINK, align="right")
    paper.row(2, 30)
    paper.put("A2:J2", "お 手 伝 い 希 望 票", bold=True, font_size=18, align="center")
    paper.row(3, 18)
    paper.put("A3", "受付（事務所）", _NAME, SHRINK, bold=False)
    paper.put("B3:E3", "受付日　{{受付日}}", _BOX, SHRINK)
    paper.put("F3:I3", "番号　{{受付番号}}", _BOX, SHRINK)
    paper.put("J3", "方法　{{受付方法}}", _BOX, SHRINK)
    return 4


def _asking(paper: Paper, row: int) -> int:
    _full(paper, row, "団体名", "{{団体名}}")
    _half(paper, row + 1, ("担当者", "{{団体の担当者}}", "電　話", "{{電話}}"))
    _full(paper, row + 2, "{{活動の場の見出し}}", "{{活動の場}}")
    _full(paper, row + 3, "件　名", "{{件名}}")
    _full(paper, row + 4, "お手伝いの\n内　容", "{{内容}}", 54)
    return row + 5


def _kinds(paper: Paper, row: int) -> int:
    paper.row(row, 16.5)
    heading = "お手伝いの区分（あてはまるものすべてに ✓）"
    paper.put(f"A{row}:{_LAST}{row}", heading, _BOX, bold=True)
    paper.row(row + 1, 16.5)
    edge: Look = {**_TEXT, "bottom": 4}
    tag = "{{区分の行.区分.項目}}"
    paper.put(f"A{row + 1}:B{row + 1}", tag, edge, SHRINK, left=1)
    paper.put(f"C{row + 1}:G{row + 1}", tag, edge, SHRINK)
    paper.put(f"H{row + 1}:J{row + 1}", tag, edge, SHRINK, right=1)
    return row + 2


def _times(paper: Paper, row: int) -> int:
    often = "□単発　□定期　□随時{{頻度|選択}}"
    _half(paper, row, ("頻　度", often, "回　数", "月（　{{月の回数}}　）回くらい"))
    _half(paper, row + 1, ("日にち", "{{活動日}}", "時　間", "{{時間}}"))
    top = row + 2
    for offset in range(4):
        paper.row(top + offset, 15)
    paper.put(f"A{top}:A{top + 3}", "曜日と時間帯\n（よい所に●）", _NAME, font_size=11)
    paper.put(f"B{top}", "", _BOX)
    paper.put(f"J{top}", "月（決まっていれば）", _NAME, SHRINK)
    paper.put(f"J{top + 1}:J{top + 3}", "{{月}}", _BOX, SHRINK, align="center")
    for offset, part in enumerate(_PARTS, start=1):
        paper.put(f"B{top + offset}", part, _BOX, align="center")
    for column, weekday in zip("CDEFGHI", _WEEKDAYS, strict=True):
        paper.put(f"{column}{top}", weekday, _NAME)
        for offset, part in enumerate(_PARTS, start=1):
            paper.put(f"{column}{top + offset}", f"{{{{{weekday}{part}}}}}", _NAME)
    row = top + 4
    _full(paper, row, "日程の希望", "{{日程の希望}}")
    _full(paper, row + 1, "期　間", "{{期間の始まり}} ～ {{期間の終わり}}")
    return row + 2


def _place(paper: Paper, row: int) -> int:
    _full(paper, row, "会　場", "{{会場}}")
    _half(paper, row + 1, ("住　所", "{{住所}}", "圏　域", "{{圏域}}"))
    return row + 2


def _conditions(paper: Paper, row: int) -> int:
    car = "□要る　□要らない{{車|選択}}"
    meeting = "□希望する　□希望しない{{顔合わせ|選択}}"
    sex = "□男性　□女性　□どちらでも{{性別の希望|選択}}"
    pairs = (
        ("車の運転", car, "必要な人数", "（　{{必要人数}}　）人"),
        ("活動レベル", "{{活動レベル}}", "性　別", sex),
        ("持ち物・服装", "{{持ち物}}", "交通費", "{{交通費}}"),
        ("謝　礼", "{{謝礼}}", "保　険", "{{保険}}"),
        ("顔合わせ", meeting, "返事の期限", "{{締切}}"),
    )
    for number, pair in enumerate(pairs):
        _half(paper, row + number, pair)
    row += len(pairs)
    _full(paper, row, "備　考", "{{備考}}", 36)
    return row + 1


def _full(paper: Paper, row: int, name: str, value: str, height: float = _LINE) -> None:
    paper.row(row, height)
    paper.put(f"A{row}", name, _NAME)
    fits: Look = SHRINK if height == _LINE else {"valign": "top"}
    paper.put(f"B{row}:{_LAST}{row}", value, _BOX, fits)


def _half(paper: Paper, row: int, texts: Sequence[str]) -> None:
    """Write two names with their values side by side."""
    paper.row(row, _LINE)
    for number, (columns, text) in enumerate(zip(_HALVES, texts, strict=True)):
        first, _, last = columns.partition(":")
        place = f"{first}{row}:{last}{row}" if last else f"{first}{row}"
        paper.put(place, text, _BOX if number % 2 else _NAME, SHRINK)
