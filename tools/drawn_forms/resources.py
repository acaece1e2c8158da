"""社会資源一覧 (domain 3.13): landscape, a page a district, for the office and for outside."""

from __future__ import annotations

from tools.drawn_forms.paper import BOX, HEAD, SHRINK, Look, Paper

_LEFT: Look = {"align": "left"}
_COLUMNS = (
    # width mm on A4 and on A3, heading, upper tag, lower tag (none: the upper one takes both), look
    (7, 9, "No.", "{{圏域.資源.No}}", "", {}),
    (12, 16, "圏域", "{{圏域.資源.圏域}}", "", {}),
    (15, 20, "町　名", "{{圏域.資源.町名}}", "", {}),
    (33, 48, "ふりがな\n名　　称", "{{圏域.資源.ふりがな}}", "{{圏域.資源.名称}}", _LEFT),
    (18, 26, "区　分", "{{圏域.資源.区分}}", "", {}),
    (38, 66, "内　　容", "{{圏域.資源.内容}}", "", _LEFT),
    (31, 44, "開催日時", "{{圏域.資源.開催日時}}", "", _LEFT),
    (25, 36, "会　場", "{{圏域.資源.会場}}", "", _LEFT),
    (14, 22, "対　象", "{{圏域.資源.対象}}", "", {}),
    (13, 18, "参加費", "{{圏域.資源.参加費}}", "", {}),
    (11, 16, "申　込", "{{圏域.資源.申込}}", "", {}),
    (27, 36, "連 絡 先\n電　　話", "{{圏域.資源.連絡先}}", "{{圏域.資源.電話}}", {}),
    (13, 17, "情報\n確認日", "{{圏域.資源.確認日|R8.4.1}}", "", {}),
    (20, 26, "備　考", "{{圏域.資源.備考}}", "", _LEFT),
)
_CONFIRMED = 12
_ON_A_PAGE = (12, 16)
"""How many fit on a page of A4 and of A3."""
_LAST = chr(ord("A") + len(_COLUMNS) - 1)

_KEY = (
    # width mm, heading, tag, look
    (11, "No.", "{{資源.No}}", {}),
    (25, "圏域", "{{資源.圏域}}", {}),
    (62, "名　　称", "{{資源.名称}}", _LEFT),
    (38, "区　分", "{{資源.区分}}", {}),
    (26, "町　名", "{{資源.町名}}", {}),
    (26, "位　置", "{{資源.位置}}", {}),
)


def inside() -> bytes:
    """Draw the list of the office itself, A4."""
    return _draw(care=True, large=False)


def public() -> bytes:
    """Draw the list for partners and the public, A4."""
    return _draw(care=False, large=False)


def inside_large() -> bytes:
    """Draw the list of the office itself, A3."""
    return _draw(care=True, large=True)


def public_large() -> bytes:
    """Draw the list for partners and the public, A3."""
    return _draw(care=False, large=True)


def map_key() -> bytes:
    """Draw the key of a map on its own, to begin an own form with; A4, upright."""
    paper = Paper("番号一覧", [column[0] for column in _KEY], margins=(18, 15, 10, 10))
    paper.row(1, 24)
    title = "{{*資源 頁40}}地域資源マップ（{{用途}}）　番号一覧"
    paper.put("A1:D1", title, SHRINK, _LEFT, bold=True, font_size=14)
    paper.put("E1:F1", "{{件数}}か所", align="right", valign="bottom", font_size=10)
    paper.row(2, 15)
    paper.put("A2:F2", "{{注記}}", SHRINK, _LEFT)
    paper.row(3, 18)
    paper.row(4, 16.5)
    for number, (_, heading, tag, look) in enumerate(_KEY):
        column = chr(ord("A") + number)
        paper.put(f"{column}3", heading, HEAD)
        paper.put(f"{column}4", tag, BOX, SHRINK, look)
    paper.print_area("A1:F4", titles=(1, 3))
    paper.margins_text(care=False)
    return paper.finish()


def _draw(*, care: bool, large: bool) -> bytes:
    size = 9 if large else 7
    paper = Paper(
        "社会資源一覧",
        [column[large] for column in _COLUMNS],
        landscape=True,
        large=large,
        margins=(18, 15, 10, 10),
    )
    _heading(paper, _ON_A_PAGE[large])
    paper.row(4, 12 if large else 10.5)
    paper.row(5, 30 if large else 25.5)
    for number, (_, _, heading, upper, lower, look) in enumerate(_COLUMNS):
        column = chr(ord("A") + number)
        paper.put(f"{column}3", heading, HEAD)
        if lower:
            bold: Look = {"bold": True} if look else SHRINK
            paper.put(f"{column}4", upper, BOX, look, SHRINK, font_size=size - 1, bottom=4)
            paper.put(f"{column}5", lower, BOX, look, bold, font_size=size + 1, top=4)
        elif care and number == _CONFIRMED:
            paper.put(f"{column}4", "{{圏域.資源.要確認}}", BOX, font_size=size - 1, bottom=4)
            paper.put(f"{column}5", upper, BOX, SHRINK, font_size=size, top=4)
        else:
            paper.put(f"{column}4:{column}5", upper, BOX, look, font_size=size)
    paper.print_area(f"A1:{_LAST}5", titles=(1, 3))
    paper.margins_text(care=care)
    return paper.finish()


def _heading(paper: Paper, on_a_page: int) -> None:
    paper.row(1, 24)
    count = f"{{{{*圏域 シート 頁{on_a_page}}}}}{{{{圏域.件数}}}}件"
    paper.put("A1:C1", count, _LEFT, font_size=10, valign="bottom")
    paper.put(
        "D1:J1",
        "社会資源一覧（{{用途}}）　{{圏域.圏域名}}",
        SHRINK,
        bold=True,
        font_size=14,
        align="center",
    )
    office = "{{事務所名}}　{{事務所電話}}"
    paper.put(f"K1:{_LAST}1", office, SHRINK, align="right", valign="bottom")
    paper.row(2, 15)
    paper.put(f"A2:{_LAST}2", "{{注記}}", SHRINK, _LEFT)
    paper.row(3, 22.5)
