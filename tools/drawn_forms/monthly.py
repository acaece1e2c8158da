"""月次業務報告書 (domain 3.9): a covering letter, then the month in nine points.

What may be long stands in cells of one column, whose rows are as high as their text needs.
"""

from __future__ import annotations

from tools.drawn_forms.cover import Columns, covering_letter, line
from tools.drawn_forms.paper import BOX, GOTHIC, HEAD, PMINCHO, SHRINK, Paper
from tools.drawn_forms.report_tables import (
    CELL,
    LEFT,
    NUMBER,
    TEXT,
    Column,
    head,
    small_head,
    table,
)

_TITLE = "{{報告月|全角}}分　第１層生活支援コーディネーター業務　業務報告書"
_MEANS = ("訪問", "来所", "電話", "会議", "研修", "その他")


def draw() -> bytes:
    """Draw the form, A4 portrait."""
    paper = Paper("鑑文", (10, 26, 22, 28, 37, 34, 18), font=PMINCHO)
    _cover(paper)
    _duties(paper)
    _activities(paper)
    _meetings_to_resources(paper)
    _found_to_next(paper)
    _schemes(paper)
    return paper.finish()


def _cover(paper: Paper) -> None:
    columns = Columns("A:G", right="E:G", left="A:E", label="B:C", text="D:G", clerk="D:G")
    outline = (
        ("１　期　間", "{{期間}}"),
        ("２　活動件数", "当月　{{当月計|カンマ}}件（年度累計　{{年度累計|カンマ}}件）"),
        (
            "３　対象者数（当月）",
            "延べ　{{対象者延べ_当月|カンマ}}人（実人数　{{対象者実人数_当月|カンマ}}人）",
        ),
        ("４　登録者数（月末）", "くらしのサポーター　{{当月末登録者数}}名"),
        ("５　内　容", "別添「業務報告書」のとおり"),
    )
    end = covering_letter(paper, columns, _TITLE, outline, 174)
    paper.print_area(f"A1:G{end - 1}")
    paper.margins_text(care=False)


def _duties(paper: Paper) -> None:
    paper.turn("活動件数", (8, 37, *[12.5] * 6, 15, 15, 12.5, 12.5))
    look = {"font_name": GOTHIC, "font_size": 13, "align": "center", "shrink": True}
    line(paper, 1, 30, "A:L", _TITLE, **look)
    row = head(paper, 2, "L", "１　業務区分別活動件数")
    columns: list[Column] = [("A:B", "区　分", "{{業務別.区分}}{{業務別.業務}}", LEFT)]
    for letter, name in zip("CDEFGH", _MEANS, strict=True):
        columns.append((letter, name, f"{{{{業務別.{name}}}}}", NUMBER))
    for letter, heading, name in (
        ("I", "当月計", "当月計"), ("J", "年度累計", "年度累計"),
        ("K", "対象者\n（延べ）", "対象者延べ"), ("L", "対象者\n（実）", "対象者実人数"),
    ):  # fmt: skip
        columns.append((letter, heading, f"{{{{業務別.{name}}}}}", NUMBER))
    row = table(paper, row, columns, height=27, body=18)
    paper.row(row, 18)
    paper.put(f"A{row}:B{row}", "計", BOX, bold=True)
    sums = (*(f"{name}_当月" for name in _MEANS), "当月計", "年度累計")
    for letter, name in zip("CDEFGHIJ", sums, strict=True):
        paper.put(f"{letter}{row}", f"{{{{{name}}}}}", NUMBER, bold=True)
    paper.put(f"K{row}", "{{対象者延べ_当月}}", NUMBER, bold=True)
    paper.put(f"L{row}", "{{対象者実人数_当月}}", NUMBER, bold=True)
    note = {"font_size": 8, "text_wrap": True, "valign": "top"}
    line(paper, row + 1, 36, "A:L", "{{数え方}}", **note)
    row = head(paper, row + 2, "L", "（圏域別）")
    row = table(
        paper, row,
        (
            ("A:B", "圏　域", "{{圏域別.圏域}}", LEFT),
            ("C", "活動\n件数", "{{圏域別.活動件数}}", NUMBER),
            ("D", "同\n累計", "{{圏域別.活動件数累計}}", NUMBER),
            ("E", "会議\n開催", "{{圏域別.会議開催}}", NUMBER),
            ("F", "会議\n参加", "{{圏域別.会議参加}}", NUMBER),
            ("G", "開催\n累計", "{{圏域別.会議開催累計}}", NUMBER),
            ("H", "参加\n累計", "{{圏域別.会議参加累計}}", NUMBER),
            ("I", "資源\n新規", "{{圏域別.資源新規}}", NUMBER),
            ("J", "資源\n更新", "{{圏域別.資源更新}}", NUMBER),
            ("K", "資源\n終了", "{{圏域別.資源終了}}", NUMBER),
            ("L", "資源\n月末", "{{圏域別.資源総数}}", NUMBER),
        ),
        height=27,
    )  # fmt: skip
    line(paper, row, 24, "A:L", "会議は第２層協議体・地域ケア会議です。", **note)
    paper.print_area(f"A1:L{row}")
    paper.margins_text(care=False)


def _activities(paper: Paper) -> None:
    paper.turn("主な活動", (17, 24, 36, 58, 40))
    row = head(paper, 1, "E", "２　主な活動内容")
    row = table(
        paper, row,
        (
            ("A", "月日（曜）", "{{活動.月日|4月1日(水)}}", {**TEXT, "align": "center"}),
            ("B", "区　分", "{{活動.区分}}{{活動.業務}}", TEXT),
            ("C", "場所・相手方", "{{活動.場所相手方}}", TEXT),
            ("D", "内　容", "{{活動.内容}}", TEXT),
            ("E", "結果・今後の対応", "{{活動.結果対応}}", TEXT),
        ),
        body=None,
    )  # fmt: skip
    paper.print_area(f"A1:E{row - 1}", titles=(1, 2))
    paper.margins_text(care=False)


def _meetings_to_resources(paper: Paper) -> None:
    paper.turn("会議・養成・資源", (17.5,) * 10)
    row = _resources(paper, _supporters(paper, _training(paper, _meetings(paper, 1))))
    paper.print_area(f"A1:J{row - 1}")
    paper.margins_text(care=False)


def _meetings(paper: Paper, row: int) -> int:
    row = head(paper, row, "J", "３　会議への参加")
    row = small_head(paper, row, "J", "（１）第１層協議体")
    row = table(
        paper, row,
        (
            ("A", "月　日", "{{第1層協議体.月日|4月1日(水)}}", {**CELL, **SHRINK}),
            ("B:E", "会議名", "{{第1層協議体.会議名}}", LEFT),
            ("F:H", "議　題", "{{第1層協議体.議題}}", LEFT),
            ("I", "出席委員", "{{第1層協議体.出席者数}}", NUMBER),
            ("J", "参　加", "{{第1層協議体.参加}}", {**CELL, **SHRINK}),
        ),
    )  # fmt: skip
    row = small_head(paper, row, "J", "（２）第２層協議体・地域ケア会議（圏域別は１の表）")
    paper.row(row, 18)
    for place, text in (
        ("A{0}:B{0}", ""), ("C{0}:D{0}", "開催（当月）"), ("E{0}:F{0}", "参加（当月）"),
        ("G{0}:H{0}", "開催（累計）"), ("I{0}:J{0}", "参加（累計）"),
    ):  # fmt: skip
        paper.put(place.format(row), text, HEAD, font_name=GOTHIC)
    for offset, name in ((1, "第2層会議"), (2, "地域ケア会議")):
        label = "第２層・地域ケア会議" if offset == 1 else "うち地域ケア会議"
        paper.row(row + offset, 16.5)
        paper.put(f"A{row + offset}:B{row + offset}", label, LEFT)
        for place, what in (
            ("C{0}:D{0}", "開催_当月"), ("E{0}:F{0}", "参加_当月"),
            ("G{0}:H{0}", "開催_累計"), ("I{0}:J{0}", "参加_累計"),
        ):  # fmt: skip
            paper.put(place.format(row + offset), f"{{{{{name}{what}}}}}", NUMBER)
    row = small_head(paper, row + 3, "J", "（３）その他の会議")
    return table(
        paper, row,
        (
            ("A", "月　日", "{{その他の会議.月日|4月1日(水)}}", {**CELL, **SHRINK}),
            ("B:F", "会議名", "{{その他の会議.会議名}}", LEFT),
            ("G:I", "会　場", "{{その他の会議.会場}}", LEFT),
            ("J", "参　加", "{{その他の会議.参加}}", {**CELL, **SHRINK}),
        ),
    )  # fmt: skip


def _training(paper: Paper, row: int) -> int:
    row = head(paper, row, "J", "４　担い手の養成", 30)
    row = table(
        paper, row,
        (
            ("A", "期　日", "{{研修.月日|4月1日(水)}}", {**CELL, **SHRINK}),
            ("B:E", "研修名", "{{研修.研修名}}", LEFT),
            ("F", "回", "{{研修.回}}", NUMBER),
            ("G:H", "テーマ", "{{研修.テーマ}}", LEFT),
            ("I", "出席者数", "{{研修.出席者数}}", NUMBER),
            ("J", "備　考", "{{研修.備考}}", LEFT),
        ),
    )  # fmt: skip
    said = (
        "当月　{{研修回数_当月}}回　延べ{{研修出席延べ_当月}}人（実{{研修出席実人数_当月}}人）　"
        "年度累計　{{研修回数_累計}}回　延べ{{研修出席延べ_累計}}人（実{{研修出席実人数_累計}}人）"
    )
    line(paper, row, 18, "A:J", said, font_size=9, align="right", shrink=True)
    return row + 1


def _supporters(paper: Paper, row: int) -> int:
    row = head(paper, row, "J", "５　くらしのサポーター", 30)
    registered = (
        ("A:B", "前月末登録者数", "前月末登録者数"), ("C", "新　規", "新規登録者数"),
        ("D", "取　消", "取消登録者数"), ("E", "満　了", "満了登録者数"),
        ("F", "当月末登録", "当月末登録者数"),
        ("G", "うち休止", "休止者数"), ("H", "うち活動中", "活動中者数"),
        ("I:J", "ボラセン登録（月末）", "ボラセン登録者数"),
    )  # fmt: skip
    columns = [(over, name, f"{{{{{tag}}}}}", NUMBER) for over, name, tag in registered]
    row = table(paper, row, columns)
    paper.row(row, 9)
    row += 1
    paper.row(row, 27)
    names = (
        ("希望票受付", "希望票\n受付"), ("打診", "紹介\n（打診）"), ("成立", "成立"),
        ("不成立", "不成立"), ("終了", "終了"), ("活動中", "活動中\n（月末）"),
        ("活動延べ回数", "活動\n延べ回数"), ("活動延べ人数", "活動\n延べ人数"),
        ("活動実人数", "活動\n実人数"),
    )  # fmt: skip
    paper.put(f"A{row}", "マッチング", HEAD, font_name=GOTHIC)
    for letter, (_, heading) in zip("BCDEFGHIJ", names, strict=True):
        paper.put(f"{letter}{row}", heading, HEAD, font_name=GOTHIC)
    for offset, (label, end) in enumerate((("当　月", "_当月"), ("年度累計", "_累計")), start=1):
        paper.row(row + offset, 16.5)
        paper.put(f"A{row + offset}", label, CELL)
        for letter, (name, _) in zip("BCDEFGHIJ", names, strict=True):
            paper.put(f"{letter}{row + offset}", f"{{{{{name}{end}}}}}", NUMBER)
    return row + 3


def _resources(paper: Paper, row: int) -> int:
    row = head(paper, row, "J", "６　地域資源の把握（圏域別は１の表）", 30)
    paper.row(row, 18)
    paper.put(f"A{row}:B{row}", "", HEAD)
    names = ("資源新規", "資源更新", "資源終了", "資源総数")
    heads = ("新　規", "更　新（確認）", "終　了", "累　計（月末）")
    places = ("C{0}:D{0}", "E{0}:F{0}", "G{0}:H{0}", "I{0}:J{0}")
    for place, heading in zip(places, heads, strict=True):
        paper.put(place.format(row), heading, HEAD, font_name=GOTHIC)
    for offset, (label, end) in enumerate((("当　月", "_当月"), ("年度累計", "_累計")), start=1):
        paper.row(row + offset, 16.5)
        paper.put(f"A{row + offset}:B{row + offset}", label, CELL)
        for place, name in zip(places, names, strict=True):
            paper.put(place.format(row + offset), f"{{{{{name}{end}}}}}", NUMBER)
    return row + 3


def _found_to_next(paper: Paper) -> None:
    paper.turn("課題・予定", (8, 14, 22, 31, 100))
    row = head(paper, 1, "E", "７　把握したニーズ・地域課題")
    top = {**TEXT, "align": "center"}
    row = table(
        paper, row,
        (
            ("A", "No.", "{{把握.No}}", top),
            ("B", "種　別", "{{把握.種別}}", top),
            ("C", "圏　域", "{{把握.圏域}}", top),
            ("D", "把握の経緯", "{{把握.経緯}}", TEXT),
            ("E", "内容・対応状況", "{{把握.内容対応}}", TEXT),
        ),
        body=None,
    )  # fmt: skip
    row = head(paper, row, "E", "８　今後の課題・提案　　９　翌月の予定", 33)
    for label, tag in (
        ("８（１）今後の課題", "今後の課題"), ("８（２）提　案", "提案"),
        ("９　翌月の予定", "翌月の予定"),
    ):  # fmt: skip
        paper.put(f"A{row}:D{row}", label, {**BOX, "align": "left", "valign": "top"}, font_size=10)
        paper.put(f"E{row}", f"{{{{{tag}}}}}", TEXT, font_size=10)
        row += 1
    paper.print_area(f"A1:E{row - 1}")
    paper.margins_text(care=False)


def _schemes(paper: Paper) -> None:
    paper.turn("別紙", (52, 14, 73, 18, 18))
    row = head(paper, 1, "E", "別紙　分類別活動件数（同じ活動を，ほかの分類で数えたもの）")
    row = table(
        paper, row,
        (
            ("A", "分　類", "{{分類別.体系}}", LEFT),
            ("B", "記　号", "{{分類別.記号}}", CELL),
            ("C", "名　称", "{{分類別.名称}}", LEFT),
            ("D", "当月計", "{{分類別.当月計}}", NUMBER),
            ("E", "年度累計", "{{分類別.年度累計}}", NUMBER),
        ),
        body=15,
    )  # fmt: skip
    paper.print_area(f"A1:E{row - 1}", titles=(1, 2))
    paper.margins_text(care=False)
