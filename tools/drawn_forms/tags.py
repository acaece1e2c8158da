"""名札 (domain 3.2, 3.16): ten to a sheet of A4, 91 x 55 mm, left 14 mm, top 11 mm."""

from __future__ import annotations

from tools.drawn_forms.paper import SHRINK, Paper

# The lines of one tag in points; together 156 points, which is 55 mm.
_LINES = (9.0, 15.0, 12.0, 21.0, 57.0, 24.0, 18.0)
_EDGE = {"left": 7, "right": 7, "border_color": "#9AA5B1", "align": "center"}


def draw() -> bytes:
    """Draw the form."""
    paper = Paper("名札", [91, 91], margins=(11, 4, 14, 8))
    for line in range(5):
        for number, height in enumerate(_LINES):
            paper.row(line * len(_LINES) + number + 1, height)
        for column in "AB":
            _tag(paper, column, line * len(_LINES) + 1, line * 2 + (column == "B") + 1)
    paper.print_area("A1:B35")
    paper.sheet.set_footer("", {"margin": 0})
    return paper.finish()


def _tag(paper: Paper, column: str, row: int, number: int) -> None:
    control = "{{*名札 続き}}" if number == 1 else ""
    texts = (
        (control, {"top": 7}),
        (f"{{{{名札#{number}.講座名|全角}}}}", {"font_size": 9}),
        ("", {}),
        (f"{{{{名札#{number}.ふりがな}}}}", {"font_size": 13}),
        (f"{{{{名札#{number}.氏名}}}}", {"font_size": 40, "bold": True}),
        (f"{{{{名札#{number}.グループ}}}}", {"font_size": 13}),
        (f"{{{{名札#{number}.受講番号}}}}", {"font_size": 9, "bottom": 7}),
    )
    for offset, (text, look) in enumerate(texts):
        paper.put(f"{column}{row + offset}", text, _EDGE, SHRINK, look)
