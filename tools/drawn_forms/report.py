"""研修実施報告書 (domain 3.5, 3.6): a covering letter, then the report in eleven points."""

from __future__ import annotations

from tools.drawn_forms.cover import Columns, covering_letter, line
from tools.drawn_forms.paper import BOX, GOTHIC, HEAD, PMINCHO, SHRINK, Paper

# The table of sessions sets the columns; everything else is laid over them.
_COLUMNS = (10, 26, 22, 28, 37, 34, 18)
_TEXT = {"text_wrap": True, "valign": "top", "font_size": 10.5}
_CELL = {**BOX, "font_size": 9}
_LEFT = {"align": "left"}
_TO_THE_LEFT = frozenset({"{{アンケート.設問}}", "{{アンケート.回答}}"})


def draw() -> bytes:
    """Draw the form."""
    paper = Paper("実施報告書", _COLUMNS, font=PMINCHO)
    row = _letter(paper)
    breaks = [row - 1]
    row = _figures(paper, _sessions(paper, _outline(paper, row)))
    breaks.append(row - 1)
    row = _people(paper, row)
    breaks.append(row - 1)
    row = _results(paper, row)
    paper.sheet.set_h_pagebreaks(breaks)
    paper.print_area(f"A1:G{row - 1}")
    paper.margins_text(care=False)
    return paper.finish()


def _letter(paper: Paper) -> int:
    columns = Columns("A:G", right="E:G", left="A:E", label="B:C", text="D:G", clerk="D:G")
    outline = (
        ("１　研修名", "{{講座名}}"),
        ("２　期　間", "{{期間}}"),
        ("３　会　場", "{{会場}}"),
        ("４　受講決定者", "{{受講決定者数}}名（定員{{定員}}名）"),
        ("５　修了者", "{{修了者数}}名（修了率{{修了率}}％）"),
        ("６　内　容", "別添「実施報告」のとおり"),
    )
    return covering_letter(paper, columns, "{{講座名|全角}}　実施報告書", outline, 150)


def _head(paper: Paper, row: int, text: str) -> int:
    line(paper, row, 24, "A:G", text, font_name=GOTHIC, font_size=11, valign="bottom")
    return row + 1


def _text(paper: Paper, row: int, points: float, text: str) -> int:
    paper.row(row, points)
    paper.put(f"B{row}:G{row}", text, _TEXT)
    return row + 1


def _outline(paper: Paper, row: int) -> int:
    line(
        paper, row, 30, "A:G", "{{講座名|全角}}　実施報告",
        font_name=GOTHIC, font_size=13, align="center", shrink=True,
    )  # fmt: skip
    row = _head(paper, row + 1, "１　目的")
    row = _text(paper, row, 60, "{{目的}}")
    row = _head(paper, row, "２　実施主体")
    row = _text(paper, row, 18, "{{実施主体}}")
    row = _head(paper, row, "３　実施期間・会場")
    row = _text(paper, row, 18, "{{期間}}　　{{会場}}")
    row = _head(paper, row, "４　対象・定員・募集方法")
    return _text(paper, row, 36, "対象：{{対象}}　　定員：{{定員}}名\n募集方法：{{募集方法}}")


def _sessions(paper: Paper, row: int) -> int:
    row = _head(paper, row, "５　実施状況")
    names = (
        "回",
        "期日（曜）",
        "時　間",
        "会　場",
        "テーマ・内容",
        "講師（所属・職）",
        "出席者数\n（人）",
    )
    tags = (
        "{{回.回次}}", "{{回.月日|4月1日(水)}}", "{{回.時間}}", "{{回.会場}}", "{{回.テーマ}}",
        "{{回.講師}}", "{{回.出席者数}}",
    )  # fmt: skip
    paper.row(row, 24)
    paper.row(row + 1, 30)
    for column, name, tag in zip("ABCDEFG", names, tags, strict=True):
        paper.put(f"{column}{row}", name, HEAD, font_name=GOTHIC)
        wide = {} if column in "DEF" else SHRINK
        side = _LEFT if column in "DEF" else {}
        paper.put(f"{column}{row + 1}", tag, _CELL, wide, side)
    return row + 2


def _figures(paper: Paper, row: int) -> int:
    row = _head(paper, row, "６　受講状況")
    names = (
        ("A{0}:B{0}", "申込者数（人）", "{{申込者数}}"),
        ("C{0}", "受講決定者数（人）", "{{受講決定者数}}"),
        ("D{0}", "出席延べ人数（人）", "{{出席延べ人数}}"),
        ("E{0}", "出席実人数（人）", "{{出席実人数}}"),
        ("F{0}", "修了者数（人）／修了率（％）", "{{修了者数}}人／{{修了率}}％"),
        ("G{0}", "サポーター登録者数（人）", "{{登録者数}}"),
    )
    paper.row(row, 30)
    paper.row(row + 1, 24)
    for place, name, tag in names:
        paper.put(place.format(row), name, HEAD, font_name=GOTHIC, font_size=7.5)
        paper.put(place.format(row + 1), tag, _CELL, SHRINK, font_size=11)
    return row + 2


def _people(paper: Paper, row: int) -> int:
    row = _head(paper, row, "７　受講者の属性")
    bands = (
        ("A{0}:B{0}", "年　代", "{{年代別.年代}}"), ("C{0}", "男性（人）", "{{年代別.男性}}"),
        ("D{0}", "女性（人）", "{{年代別.女性}}"), ("E{0}", "その他（人）", "{{年代別.その他}}"),
        ("F{0}", "計（人）", "{{年代別.計}}"),
    )  # fmt: skip
    row = _table(paper, row, bands)
    paper.row(row, 9)
    counts = (
        ("A{0}:C{0}", "圏　域", "{{圏域別.圏域}}"), ("D{0}", "人数（人）", "{{圏域別.人数}}"),
        ("E{0}:F{0}", "知ったきっかけ", "{{きっかけ別.きっかけ}}"),
        ("G{0}", "人数（人）", "{{きっかけ別.人数}}"),
    )  # fmt: skip
    row = _head(paper, _table(paper, row + 1, counts), "８　アンケート結果")
    return _survey(paper, _text(paper, row, 30, "{{アンケートの注}}"))


def _survey(paper: Paper, row: int) -> int:
    answers = (
        ("A{0}:D{0}", "設　問", "{{アンケート.設問}}"),
        ("E{0}", "回　答", "{{アンケート.回答}}"),
        ("F{0}", "件数（人）", "{{アンケート.件数}}"),
        ("G{0}", "割合（％）", "{{アンケート.割合}}"),
    )
    row = _table(paper, row, answers)
    paper.row(row, 9)
    paper.row(row + 1, 18)
    paper.row(row + 2, 27)
    for place, name, tag in (
        ("A{0}", "設問", "{{自由記述.設問}}"),
        ("B{0}:G{0}", "自由記述", "{{自由記述.回答}}"),
    ):
        paper.put(place.format(row + 1), name, HEAD, font_name=GOTHIC)
        side = SHRINK if place == "A{0}" else _LEFT
        paper.put(place.format(row + 2), tag, _CELL, side)
    return row + 3


def _table(paper: Paper, row: int, columns: tuple[tuple[str, str, str], ...]) -> int:
    paper.row(row, 18)
    paper.row(row + 1, 16.5)
    for place, name, tag in columns:
        paper.put(place.format(row), name, HEAD, font_name=GOTHIC)
        side = _LEFT if tag in _TO_THE_LEFT else {}
        paper.put(place.format(row + 1), tag, _CELL, SHRINK, side)
    return row + 2


def _results(paper: Paper, row: int) -> int:
    row = _head(paper, row, "９　成果")
    row = _text(paper, row, 240, "{{成果}}")
    row = _head(paper, row, "１０　課題と次年度の改善")
    row = _text(paper, row, 240, "{{課題}}")
    row = _head(paper, row, "１１　添付資料")
    row = _text(
        paper, row, 36, "募集チラシ・次第・配付資料・出席簿の写し・写真（掲載に同意した方のみ）"
    )
    return _text(paper, row, 30, "{{数え方}}")
