"""登録証 (domain 3.17): ten to a sheet of A4, 91 x 55 mm, left 14, top 11 mm, as name tags are."""

from __future__ import annotations

from tools.drawn_forms.paper import PMINCHO, SHRINK, Look, Paper

# The lines of one card in points; together 156 points, which is 55 mm.
_LINES = (6.0, 19.5, 15.0, 10.5, 33.0, 15.0, 15.0, 15.0, 21.0, 6.0)
_EDGE = 7
_COLOUR = "#9AA5B1"
# A card is a margin, the names of what stands there, what stands there, a margin.
_COLUMNS = (5, 24, 57, 5)


def draw() -> bytes:
    """Draw the form."""
    paper = Paper("登録証", [*_COLUMNS, *_COLUMNS], margins=(11, 4, 14, 8))
    for line in range(5):
        for number, height in enumerate(_LINES):
            paper.row(line * len(_LINES) + number + 1, height)
        for side, columns in enumerate(("ABCD", "EFGH")):
            _card(paper, columns, line * len(_LINES) + 1, line * 2 + side + 1)
    paper.print_area(f"A1:H{5 * len(_LINES)}")
    paper.sheet.set_footer("", {"margin": 0})
    return paper.finish()


def _card(paper: Paper, columns: str, top: int, number: int) -> None:
    first, name, text, last = columns
    tag = f"登録証#{number}"
    control = "{{*登録証 続き}}" if number == 1 else ""
    bottom = top + len(_LINES) - 1
    for row in range(top, bottom + 1):
        edges: Look = {
            "border_color": _COLOUR,
            **({"top": _EDGE} if row == top else {}),
            **({"bottom": _EDGE} if row == bottom else {}),
        }
        paper.put(f"{first}{row}", "", edges, left=_EDGE)
        paper.put(f"{last}{row}", "", edges, right=_EDGE)
        if row in (top, bottom):
            paper.put(f"{name}{row}", control if row == top else "", edges)
            paper.put(f"{text}{row}", "", edges)
    _put(paper, f"{name}{top + 1}:{text}{top + 1}", "{{市町村}}くらしのサポーター　登録証", 12)
    paper.put(f"{name}{top + 2}", "登録番号", font_size=9)
    paper.put(f"{text}{top + 2}", f"{{{{{tag}.登録番号}}}}", SHRINK, font_size=11)
    paper.put(f"{name}{top + 3}", "")
    paper.put(f"{text}{top + 3}", f"{{{{{tag}.ふりがな}}}}", SHRINK, font_size=7.5, valign="bottom")
    paper.put(f"{name}{top + 4}", "氏　　名", font_size=9)
    paper.put(f"{text}{top + 4}", f"{{{{{tag}.氏名}}}}", SHRINK, font_name=PMINCHO, font_size=22)
    for offset, said in ((5, "登録日"), (6, "有効期限")):
        paper.put(f"{name}{top + offset}", said, font_size=9)
        paper.put(f"{text}{top + offset}", f"{{{{{tag}.{said}}}}}", SHRINK, font_size=10)
    line = f"{name}{top + 7}:{text}{top + 7}"
    paper.put(line, "{{受託者名}}", SHRINK, font_size=9, align="right", valign="bottom")
    line = f"{name}{top + 8}:{text}{top + 8}"
    office = "{{事務所名}}　電話 {{事務所電話}}"
    paper.put(line, office, SHRINK, font_size=8, align="right", valign="top")


def _put(paper: Paper, place: str, text: str, size: float) -> None:
    paper.put(place, text, SHRINK, font_size=size, bold=True, align="center", bottom=1)
