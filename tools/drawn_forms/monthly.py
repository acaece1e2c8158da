"""月次業務報告書 (domain 3.9): a covering letter, then the month in nine points, then a 別紙.

The tables of all sheets lie over the same columns; rows without a height are as high as their
text.  主な活動内容 has a sheet's end to itself, because it may run over pages: its headings are
repeated there.
"""

from __future__ import annotations

from tools.drawn_forms.cover import Columns, covering_letter, line
from tools.drawn_forms.paper import BOX, GOTHIC, HEAD, PMINCHO, Look, Paper
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
_COLUMNS = (21, 8, 16, *[13] * 10)
_LAST = "M"
_DAY: Look = {**TEXT, "align": "center", "font_size": 8.5}
_WORDS: Look = {**TEXT, "font_size": 8.5}
_MIDDLE: Look = {**TEXT, "valign": "vcenter"}
_DAY_MIDDLE: Look = {**_DAY, "valign": "vcenter"}
_NOTE: Look = {"font_size": 8, "text_wrap": True, "valign": "top"}


def draw() -> bytes:
    """Draw the form, A4 portrait."""
    paper = Paper("鑑文", (10, 26, 22, 28, 37, 34, 18), font=PMINCHO)
    _cover(paper)
    paper.turn("活動", _COLUMNS)
    _activities(paper, _duties(paper))
    paper.turn("会議から予定まで", _COLUMNS)
    row = _resources(paper, _supporters(paper, _training(paper, _meetings(paper, 1))))
    row = _texts(paper, _found(paper, row))
    paper.print_area(f"A1:{_LAST}{row - 1}")
    paper.margins_text(care=False)
    paper.turn("別紙", _COLUMNS)
    row = _schemes(paper, _districts(paper, 1))
    paper.print_area(f"A1:{_LAST}{row - 1}")
    paper.margins_text(care=False)
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


def _duties(paper: Paper) -> int:
    look = {"font_name": GOTHIC, "font_size": 13, "align": "center", "shrink": True}
    line(paper, 1, 27, f"A:{_LAST}", _TITLE, **look)
    row = head(paper, 2, _LAST, "１　業務区分別活動件数", 21)
    columns: list[Column] = [("A:C", "区　分", "{{業務別.区分}}{{業務別.業務}}", LEFT)]
    for letter, name in zip("DEFGHI", _MEANS, strict=True):
        columns.append((letter, name, f"{{{{業務別.{name}}}}}", NUMBER))
    for letter, heading, name in (
        ("J", "当月計", "当月計"), ("K", "年度累計", "年度累計"),
        ("L", "対象者\n（延べ）", "対象者延べ"), ("M", "対象者\n（実）", "対象者実人数"),
    ):  # fmt: skip
        columns.append((letter, heading, f"{{{{業務別.{name}}}}}", NUMBER))
    row = table(paper, row, columns, height=24, body=15.75)
    sums = (
        *(f"{name}_当月" for name in _MEANS), "当月計", "年度累計",
        "対象者延べ_当月", "対象者実人数_当月",
    )  # fmt: skip
    row = _sums(paper, row, sums)
    paper.put(f"A{row}:{_LAST}{row}", "{{数え方}}", _NOTE)
    return row + 1


def _sums(paper: Paper, row: int, fields: tuple[str, ...]) -> int:
    """Draw the row of sums below a table of ten columns of numbers."""
    paper.row(row, 15.75)
    paper.put(f"A{row}:C{row}", "計", BOX, bold=True)
    for letter, name in zip("DEFGHIJKLM", fields, strict=True):
        paper.put(f"{letter}{row}", f"{{{{{name}}}}}", NUMBER, bold=True)
    return row + 1


def _activities(paper: Paper, row: int) -> None:
    title = row
    row = head(paper, row, _LAST, "２　主な活動内容（同じ内容の活動は１行にまとめました）")
    row = table(
        paper, row,
        (
            ("A", "月日（曜）", "{{主な活動.月日}}", _DAY),
            ("B", "区分", "{{主な活動.区分}}", _DAY),
            ("C:E", "場所・相手方", "{{主な活動.場所相手方}}", _WORDS),
            ("F:J", "内　容", "{{主な活動.内容}}", _WORDS),
            ("K:M", "結果・今後の対応", "{{主な活動.結果対応}}", _WORDS),
        ),
        body=None,
    )  # fmt: skip
    paper.print_area(f"A1:{_LAST}{row - 1}", titles=(title, title + 1))
    paper.margins_text(care=False)


def _meetings(paper: Paper, row: int) -> int:
    row = head(paper, row, _LAST, "３　会議への参加", 21)
    row = small_head(paper, row, _LAST, "（１）第１層協議体")
    row = table(
        paper, row,
        (
            ("A", "月　日", "{{第1層協議体.月日|4月1日(水)}}", _DAY_MIDDLE),
            ("B:F", "会議名", "{{第1層協議体.会議名}}", _MIDDLE),
            ("G:K", "議　題", "{{第1層協議体.議題}}", _MIDDLE),
            ("L", "出席委員", "{{第1層協議体.出席者数}}", NUMBER),
            ("M", "参　加", "{{第1層協議体.参加}}", CELL),
        ),
        height=16.5,
        body=None,
    )  # fmt: skip
    row = small_head(paper, row, _LAST, "（２）第２層協議体・地域ケア会議（圏域別は別紙）")
    names = ("第2層会議", "地域ケア会議")
    row = _pairs(
        paper, row, ("第２層協議体・地域ケア会議", "うち地域ケア会議"),
        (
            ("D:F", "開催（当月）", tuple(f"{name}開催_当月" for name in names)),
            ("G:H", "参加（当月）", tuple(f"{name}参加_当月" for name in names)),
            ("I:K", "開催（累計）", tuple(f"{name}開催_累計" for name in names)),
            ("L:M", "参加（累計）", tuple(f"{name}参加_累計" for name in names)),
        ),
    )  # fmt: skip
    row = small_head(paper, row, _LAST, "（３）その他の会議")
    return table(
        paper, row,
        (
            ("A", "月　日", "{{その他の会議.月日|4月1日(水)}}", _DAY_MIDDLE),
            ("B:F", "会議名", "{{その他の会議.会議名}}", _MIDDLE),
            ("G:L", "会　場", "{{その他の会議.会場}}", _MIDDLE),
            ("M", "参　加", "{{その他の会議.参加}}", CELL),
        ),
        height=16.5,
        body=None,
    )  # fmt: skip


def _pairs(
    paper: Paper,
    row: int,
    lines: tuple[str, str],
    columns: tuple[tuple[str, str, tuple[str, ...]], ...],
    height: float = 16.5,
) -> int:
    """Draw a table of two lines, each column with the fields of both."""
    paper.row(row, height)
    paper.put(f"A{row}:C{row}", "", HEAD)
    for offset, label in enumerate(lines, start=1):
        paper.row(row + offset, 16.5)
        paper.put(f"A{row + offset}:C{row + offset}", label, LEFT)
    for place, heading, fields in columns:
        first, _, last = place.partition(":")
        over = f"{first}{{0}}:{last}{{0}}" if last else f"{first}{{0}}"
        paper.put(over.format(row), heading, HEAD, font_name=GOTHIC)
        for offset, name in enumerate(fields, start=1):
            paper.put(over.format(row + offset), f"{{{{{name}}}}}", NUMBER)
    return row + 3


def _training(paper: Paper, row: int) -> int:
    row = head(paper, row, _LAST, "４　担い手の養成")
    row = table(
        paper, row,
        (
            ("A", "期　日", "{{研修.月日|4月1日(水)}}", _DAY_MIDDLE),
            ("B:F", "研修名", "{{研修.研修名}}", _MIDDLE),
            ("G", "回", "{{研修.回}}", NUMBER),
            ("H:J", "テーマ", "{{研修.テーマ}}", _MIDDLE),
            ("K", "出席者数", "{{研修.出席者数}}", NUMBER),
            ("L:M", "備　考", "{{研修.備考}}", _MIDDLE),
        ),
        height=16.5,
        body=None,
    )  # fmt: skip
    said = (
        "当月　{{研修回数_当月}}回　延べ{{研修出席延べ_当月}}人（実{{研修出席実人数_当月}}人）　"
        "年度累計　{{研修回数_累計}}回　延べ{{研修出席延べ_累計}}人（実{{研修出席実人数_累計}}人）"
    )
    line(paper, row, 16.5, f"A:{_LAST}", said, font_size=9, align="right", shrink=True)
    return row + 1


def _supporters(paper: Paper, row: int) -> int:
    row = head(paper, row, _LAST, "５　くらしのサポーター", 21)
    registered = (
        ("A", "前月末\n登録者数", "前月末登録者数"), ("B:C", "新　規", "新規登録者数"),
        ("D:E", "取　消", "取消登録者数"), ("F:G", "満　了", "満了登録者数"),
        ("H:I", "当月末\n登録者数", "当月末登録者数"), ("J", "うち\n休止", "休止者数"),
        ("K", "うち\n活動中", "活動中者数"), ("L:M", "ボラセン登録\n（月末）", "ボラセン登録者数"),
    )  # fmt: skip
    columns = [(over, name, f"{{{{{tag}}}}}", NUMBER) for over, name, tag in registered]
    row = table(paper, row, columns, height=24)
    paper.row(row, 6)
    names = (
        ("D", "希望票受付", "希望票\n受付"), ("E", "打診", "紹介\n（打診）"), ("F", "成立", "成立"),
        ("G", "不成立", "不成立"), ("H", "終了", "終了"), ("I", "活動中", "活動中\n（月末）"),
        ("J", "活動延べ回数", "活動\n延べ回数"), ("K", "活動延べ人数", "活動\n延べ人数"),
        ("L:M", "活動実人数", "活動\n実人数"),
    )  # fmt: skip
    columns_of = tuple(
        (place, heading, (f"{name}_当月", f"{name}_累計")) for place, name, heading in names
    )
    return _pairs(paper, row + 1, ("マッチング　当月", "マッチング　年度累計"), columns_of, 24)


def _resources(paper: Paper, row: int) -> int:
    row = head(paper, row, _LAST, "６　地域資源の把握（圏域別は別紙）", 21)
    columns = (
        ("D:F", "新　規", ("資源新規_当月", "資源新規_累計")),
        ("G:H", "更　新（確認）", ("資源更新_当月", "資源更新_累計")),
        ("I:K", "終　了", ("資源終了_当月", "資源終了_累計")),
        ("L:M", "累　計（月末）", ("資源総数_当月", "資源総数_累計")),
    )
    return _pairs(paper, row, ("当　月", "年度累計"), columns)


def _found(paper: Paper, row: int) -> int:
    row = head(paper, row, _LAST, "７　把握したニーズ・地域課題", 21)
    return table(
        paper, row,
        (
            ("A", "種　別", "{{把握.種別}}", _DAY_MIDDLE),
            ("B", "No.", "{{把握.No}}", _DAY_MIDDLE),
            ("C", "圏　域", "{{把握.圏域}}", _DAY_MIDDLE),
            ("D:F", "把握の経緯", "{{把握.経緯}}", _MIDDLE),
            ("G:M", "内容・対応状況", "{{把握.内容対応}}", _MIDDLE),
        ),
        height=16.5,
        body=None,
    )  # fmt: skip


def _texts(paper: Paper, row: int) -> int:
    row = head(paper, row, _LAST, "８　今後の課題・提案", 21)
    for label, tag in (("（１）今後の課題", "今後の課題"), ("（２）提　案", "提案")):
        paper.put(f"A{row}:C{row}", label, TEXT)
        paper.put(f"D{row}:{_LAST}{row}", f"{{{{{tag}}}}}", TEXT, font_size=10)
        row += 1
    row = head(paper, row, _LAST, "９　翌月の予定", 21)
    paper.put(f"A{row}:{_LAST}{row}", "{{翌月の予定}}", TEXT, font_size=10)
    return row + 1


def _districts(paper: Paper, row: int) -> int:
    line(paper, row, 21, f"A:{_LAST}", "別　紙", font_size=10.5, align="right")
    row = head(paper, row + 1, _LAST, "１　圏域別の件数", 21)
    names = (
        ("活動\n件数", "活動件数", "当月計"), ("同\n累計", "活動件数累計", "年度累計"),
        ("会議\n開催", "会議開催", "第2層会議開催_当月"),
        ("会議\n参加", "会議参加", "第2層会議参加_当月"),
        ("開催\n累計", "会議開催累計", "第2層会議開催_累計"),
        ("参加\n累計", "会議参加累計", "第2層会議参加_累計"),
        ("資源\n新規", "資源新規", "資源新規_当月"), ("資源\n更新", "資源更新", "資源更新_当月"),
        ("資源\n終了", "資源終了", "資源終了_当月"), ("資源\n月末", "資源総数", "資源総数_当月"),
    )  # fmt: skip
    columns: list[Column] = [("A:C", "圏　域", "{{圏域別.圏域}}", LEFT)]
    for letter, (heading, name, _) in zip("DEFGHIJKLM", names, strict=True):
        columns.append((letter, heading, f"{{{{圏域別.{name}}}}}", NUMBER))
    row = table(paper, row, columns, height=24, body=15.75)
    row = _sums(paper, row, tuple(total for *_, total in names))
    line(paper, row, 15, f"A:{_LAST}", "会議は第２層協議体・地域ケア会議です。", **_NOTE)
    return row + 1


def _schemes(paper: Paper, row: int) -> int:
    row = head(paper, row, _LAST, "２　分類別活動件数（同じ活動をほかの分類で数えたもの）")
    return table(
        paper, row,
        (
            ("A:E", "分　類", "{{分類別.体系}}", LEFT),
            ("F", "記　号", "{{分類別.記号}}", CELL),
            ("G:K", "名　称", "{{分類別.名称}}", LEFT),
            ("L", "当月計", "{{分類別.当月計}}", NUMBER),
            ("M", "年度累計", "{{分類別.年度累計}}", NUMBER),
        ),
        height=16.5,
        body=14.25,
    )  # fmt: skip
