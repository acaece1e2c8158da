"""サポーター登録者名簿, 紹介用名簿 (domain 3.7), ボランティア活動保険加入者名簿 (domain 3.17)."""

from __future__ import annotations

from tools.drawn_forms.paper import BOX, HEAD, SHRINK, Look, Paper

_LEFT: Look = {"align": "left"}
_SMALL: Look = {"font_size": 8}
_CLOSE: Look = {"font_size": 7.5}
_WEEKDAYS, _PARTS = "月火水木金土日", ("午前", "午後", "夜間")
_GRID = 4.0
"""Millimetres of a weekday in the small grid."""
_LEVELS = 7
"""Columns for levels in the figures; those an office does not have stay blank."""

_BEFORE = (
    # width mm, heading, tags from the top of the three lines (one takes all), look
    (18, "登録番号\n登 録 日", ("登録番号", "登録日|R8.4.1"), SHRINK),
    (33, "ふりがな\n氏　　名", ("ふりがな", "氏名"), {**_LEFT, **SHRINK}),
    (14, "年　代", ("年代",), {**SHRINK, **_CLOSE}),
    (20, "圏　域\n町　名", ("圏域", "町名"), SHRINK),
    (24, "電　話", ("電話",), SHRINK),
    (19, "活　動\nレベル", ("活動レベル",), _CLOSE),
    (32, "できること\n（略号）", ("できること",), {**_LEFT, **_CLOSE}),
)
_AFTER = (
    (17, "移動手段", ("移動手段",), _CLOSE),
    (10, "ボラ\nセン", ("ボラセン",), {}),
    (10, "保険\n{{保険の年度}}", ("保険",), {}),
    (24, "現在の活動先", ("主な活動先",), {**_LEFT, "font_size": 7}),
    (13, "状　態\n有効期限", ("状態", "有効期限|R8.4.1"), SHRINK),
)
_INTRODUCED = (
    (10, "No.", "{{*サポーター 頁18}}{{サポーター.No}}", {}),
    (52, "ふりがな\n氏　　名", "氏名", {}),
    (38, "電　話", "{{サポーター.電話}}", SHRINK),
    (75, "できること", "{{サポーター.できること}}", {**_LEFT, **_SMALL}),
)
_INSURED = (
    (8, "No.", "{{*加入者 頁20}}{{加入者.No}}", {}),
    (36, "ふりがな\n氏　　名", "氏名", {}),
    (48, "〒\n住　　所", "住所", {}),
    (27, "電　話", "{{加入者.電話}}", SHRINK),
    (14, "プラン", "{{加入者.プラン}}", _SMALL),
    (13, "保険料\n（円）", "{{加入者.保険料}}", {**SHRINK, "num_format": "#,##0"}),
    (29, "加入日\n補償期間", "加入日", {}),
)


def roster() -> bytes:
    """Draw the roster, A4 landscape: the list, then a page of figures."""
    widths = [*(one[0] for one in _BEFORE), *[_GRID] * 7, *(one[0] for one in _AFTER)]
    paper = Paper("サポーター登録者名簿", widths, landscape=True)
    last = _column(len(widths) - 1)
    _title(paper, last, "サポーター登録者名簿", "{{名簿の範囲}}", "{{作成日}}現在　{{事務所名}}")
    for row, height in ((3, 12), (4, 12), (5, 10.5), (6, 10.5), (7, 10.5)):
        paper.row(row, height)
    for number, column in enumerate(_BEFORE):
        _person(paper, _column(number), *column[1:], control=number == 0)
    first = len(_BEFORE)
    _week(paper, first)
    for number, column in enumerate(_AFTER, start=first + 7):
        _person(paper, _column(number), *column[1:])
    paper.print_area(f"A1:{last}7", titles=(3, 4))
    paper.margins_text(care=True)
    _figures(paper)
    return paper.finish()


def _title(paper: Paper, last: str, title: str, left: str, right: str, *, half: str = "") -> None:
    paper.row(1, 21)
    paper.put(f"A1:{last}1", title, SHRINK, bold=True, font_size=13, align="center")
    paper.row(2, 13.5)
    half = half or _column((ord(last) - ord("A")) // 2)
    paper.put(f"A2:{half}2", left, _SMALL, SHRINK)
    paper.put(f"{chr(ord(half) + 1)}2:{last}2", right, _SMALL, SHRINK, align="right")


def _person(
    paper: Paper,
    column: str,
    heading: str,
    tags: tuple[str, ...],
    look: Look,
    *,
    control: bool = False,
) -> None:
    begin = "{{*サポーター 頁13 段3}}" if control else ""
    paper.put(f"{column}3:{column}4", heading, HEAD, font_size=7.5)
    if len(tags) == 1:
        paper.put(f"{column}5:{column}7", f"{{{{サポーター.{tags[0]}}}}}", BOX, look)
        return
    upper, lower = (f"{{{{サポーター.{tag}}}}}" for tag in tags)
    name = tags[1] == "氏名"
    paper.put(f"{column}5", f"{begin}{upper}", BOX, look, font_size=7, bottom=4)
    size = 11 if name else 8
    paper.put(f"{column}6:{column}7", lower, BOX, look, font_size=size, top=4)


def _week(paper: Paper, first: int) -> None:
    """Draw the small grid of when somebody can help: a row for each part of the day."""
    columns = [_column(first + number) for number in range(7)]
    paper.put(f"{columns[0]}3:{columns[-1]}3", "活動できる日時", HEAD, SHRINK, font_size=7)
    for column, weekday in zip(columns, _WEEKDAYS, strict=True):
        paper.put(f"{column}4", weekday, HEAD, SHRINK, font_size=7)
        for row, part in enumerate(_PARTS, start=5):
            edge: Look = {"top": 1 if row == 5 else 7, "bottom": 1 if row == 7 else 7}
            tag = f"{{{{サポーター.{weekday}{part}}}}}"
            paper.put(f"{column}{row}", tag, BOX, SHRINK, edge, font_size=7)


def _figures(paper: Paper) -> None:
    """Draw the page of figures: how many came and left, where they live, how old they are."""
    paper.turn("集計", [34, 20, *[29] * _LEVELS])
    last = _column(_LEVELS + 1)
    _title(paper, last, "サポーター登録者　集計（{{集計の月}}）", "", "{{作成日}}　{{事務所名}}")
    names = (
        "前月末登録者数", "新規登録者数", "取消登録者数", "満了登録者数", "当月末登録者数",
        "休止者数",
    )  # fmt: skip
    paper.row(3, 15)
    paper.row(4, 16.5)
    paper.put("A3:B4", "登録者の増減（人）", HEAD)
    for number, name in enumerate(names):
        column = _column(number + 2)
        said = {"休止者数": "うち休止中"}.get(name, name.replace("登録者数", ""))
        paper.put(f"{column}3", said, HEAD)
        paper.put(f"{column}4", f"{{{{{name}}}}}", BOX, font_size=10)
    paper.row(5, 9)
    row = _by_level(paper, 6)
    paper.row(row, 9)
    row = _ages(paper, row + 1)
    paper.row(row, 15)
    paper.put(f"A{row}:{last}{row}", "{{数え方}}", _SMALL, SHRINK)
    paper.print_area(f"A1:{last}{row}")
    paper.sheet.fit_to_pages(1, 1)
    paper.margins_text(care=False)


def _by_level(paper: Paper, row: int) -> int:
    paper.row(row, 21)
    paper.row(row + 1, 12)
    paper.put(f"A{row}", "圏域", HEAD)
    paper.put(f"B{row}", "計", HEAD)
    paper.put(f"A{row + 1}", "{{圏域別.圏域}}", BOX, _SMALL, SHRINK)
    paper.put(f"B{row + 1}", "{{圏域別.計}}", BOX, _SMALL)
    for number in range(_LEVELS):
        column = _column(number + 2)
        paper.put(f"{column}{row}", "{{レベル.名称}}", HEAD, font_size=7)
        paper.put(f"{column}{row + 1}", "{{圏域別.レベル.人数}}", BOX, _SMALL)
    return row + 2


def _ages(paper: Paper, row: int) -> int:
    paper.row(row, 15)
    paper.row(row + 1, 12)
    for number, name in enumerate(("年代", "計", "男性", "女性", "その他")):
        column = _column(number)
        said = "その他・未記入" if name == "その他" else name
        paper.put(f"{column}{row}", said, HEAD, SHRINK)
        paper.put(f"{column}{row + 1}", f"{{{{年代別.{name}}}}}", BOX, _SMALL, SHRINK)
    return row + 2


def introduction() -> bytes:
    """Draw the list for a place of activity, A4 portrait."""
    paper = Paper("紹介用名簿", [column[0] for column in _INTRODUCED])
    paper.row(1, 27)
    paper.put("A1:D1", "くらしのサポーター　紹介用名簿", bold=True, font_size=14, align="center")
    paper.row(2, 18)
    paper.put("A2:C2", "{{紹介先|御中}}", SHRINK, font_size=12)
    paper.put("D2", "{{作成日}}", align="right")
    paper.row(3, 15)
    paper.put("A3:C3", "{{件名}}", SHRINK)
    paper.put("D3", "{{事務所名}}　{{事務所電話}}", SHRINK, align="right")
    paper.row(4, 36)
    paper.put("A4:D4", "{{注記}}", _SMALL, text_wrap=True)
    _two_lines(paper, _INTRODUCED, "サポーター", 5, {"氏名": ("ふりがな", "氏名")})
    paper.print_area("A1:D7", titles=(5, 5))
    paper.margins_text(care=True)
    return paper.finish()


def insurance() -> bytes:
    """Draw the roster of the insured, A4 portrait."""
    paper = Paper("加入者名簿", [column[0] for column in _INSURED])
    _title(
        paper,
        "G",
        "{{年度|全角}}　ボランティア活動保険加入者名簿",
        "{{名簿の範囲}}　{{人数}}名　保険料計 {{保険料の計|円}}",
        "{{作成日}}　{{事務所名}}　{{事務所電話}}",
        half="C",
    )
    lines = {
        "氏名": ("ふりがな", "氏名"),
        "住所": ("郵便番号|〒", "住所"),
        "加入日": ("加入日|R8.4.1", "補償期間"),
    }
    _two_lines(paper, _INSURED, "加入者", 3, lines)
    paper.row(6, 9)
    paper.row(7, 18)
    paper.row(8, 18)
    for column, heading, tag in (
        ("D", "プラン", "プラン"),
        ("E:F", "人数", "人数"),
        ("G", "保険料", "保険料"),
    ):
        begin, _, end = column.partition(":")
        for row, text in ((7, heading), (8, f"{{{{プラン別.{tag}}}}}")):
            place = f"{begin}{row}:{end}{row}" if end else f"{begin}{row}"
            paper.put(place, text, HEAD if row == 7 else BOX, SHRINK, num_format="#,##0")
    paper.print_area("A1:G8", titles=(3, 3))
    paper.margins_text(care=True)
    return paper.finish()


def _two_lines(
    paper: Paper,
    columns: tuple[tuple[int, str, str, Look], ...],
    name: str,
    row: int,
    lines: dict[str, tuple[str, str]],
) -> None:
    """Draw a list whose columns in ``lines`` have a small upper line."""
    paper.row(row, 24)
    paper.row(row + 1, 12)
    paper.row(row + 2, 21)
    for number, (_, heading, tag, look) in enumerate(columns):
        column = _column(number)
        paper.put(f"{column}{row}", heading, HEAD)
        if tag not in lines:
            paper.put(f"{column}{row + 1}:{column}{row + 2}", tag, BOX, look)
            continue
        upper, lower = (f"{{{{{name}.{one}}}}}" for one in lines[tag])
        size = 12 if tag == "氏名" else 9
        side = {} if tag == "加入日" else _LEFT
        paper.put(f"{column}{row + 1}", upper, BOX, SHRINK, side, font_size=7.5, bottom=4)
        paper.put(f"{column}{row + 2}", lower, BOX, SHRINK, side, font_size=size, top=4)


def _column(number: int) -> str:
    return chr(ord("A") + number)
