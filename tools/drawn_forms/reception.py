"""当日受付簿・署名簿 (domain 3.2): 18 people a page, room to sign with a thick pen."""

from __future__ import annotations

from tools.drawn_forms.paper import BOX, HEAD, SHRINK, Paper

_LEFT = {"align": "left"}


def draw() -> bytes:
    """Draw the form."""
    paper = Paper("受付簿", [8, 48, 14, 60, 45])
    paper.row(1, 16.5)
    paper.put("A1:E1", "{{講座名|全角}}", SHRINK, font_size=11, align="center")
    paper.row(2, 27)
    paper.put(
        "A2:E2", "{{回次}}　{{テーマ}}　当日受付簿", SHRINK, bold=True, font_size=18, align="center"
    )
    paper.row(3, 18)
    paper.put(
        "A3:E3", "{{月日|令和8年4月1日(水)}}　{{時間}}　会場：{{回の会場}}　講師：{{講師}}",
        SHRINK, font_size=11, align="center",
    )  # fmt: skip
    paper.row(4, 12.75)
    paper.put("A4:E4", "{{名簿の範囲}}", SHRINK, font_size=8, align="right")
    _titles(paper)
    _person(paper)
    paper.print_area("A1:E7", titles=(5, 5))
    paper.margins_text(care=True)
    return paper.finish()


def _titles(paper: Paper) -> None:
    paper.row(5, 21)
    for column, name in zip(
        "ABCDE",
        ("No.", "ふりがな／氏名", "受付", "署　　名", "備　考\n（名札・資料・体調）"),
        strict=True,
    ):
        paper.put(f"{column}5", name, HEAD, font_size=9 if column != "E" else 8)


def _person(paper: Paper) -> None:
    paper.row(6, 11.25)
    paper.row(7, 22.5)
    paper.put("A6:A7", "{{*受講者 頁18}}{{受講者.No}}", BOX, font_size=11)
    paper.put("B6", "{{受講者.ふりがな}}", BOX, SHRINK, _LEFT, font_size=8, bottom=4)
    paper.put("B7", "{{受講者.氏名}}", BOX, SHRINK, _LEFT, font_size=15, top=4)
    paper.put("C6:C7", "□", BOX, font_size=18)
    paper.put("D6:D7", "", BOX)
    paper.put("E6", "□名札　□資料", BOX, _LEFT, SHRINK, font_size=8, bottom=0)
    paper.put("E7", "{{受講者.備考}}", BOX, _LEFT, SHRINK, font_size=10, top=0)
