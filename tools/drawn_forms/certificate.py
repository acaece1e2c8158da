"""修了証書 (domain 3.4): A4 landscape, 30 mm free all round for paper with a printed frame."""

from __future__ import annotations

from tools.drawn_forms.paper import PMINCHO, SHRINK, Paper

_HEIGHTS = (21, 18, 12, 66, 21, 54, 21, 39, 39, 18, 33, 15, 33, 42)


def draw() -> bytes:
    """Draw the form: one sheet, repeated for every certificate."""
    paper = Paper(
        "修了証書", [20, 98, 98, 20], landscape=True, margins=(28, 26, 30, 32), font=PMINCHO
    )
    for number, height in enumerate(_HEIGHTS, start=1):
        paper.row(number, height)
    paper.put("A1:D1", "{{*修了証書 シート}}{{修了証書.番号}}", SHRINK, font_size=13)
    paper.put("A2:D2", "{{修了証書.再交付}}", SHRINK, font_size=11)
    paper.put("A4:D4", "修　了　証　書", font_size=44, align="center")
    paper.put("B6:D6", "{{修了証書.氏名}}　様", SHRINK, font_size=30, align="right")
    paper.put("A8:D8", "　{{修了証書.本文1}}", SHRINK, font_size=21)
    paper.put("A9:D9", "{{修了証書.本文2}}", SHRINK, font_size=21)
    paper.put("B11:C11", "{{修了証書.交付日}}", SHRINK, font_size=18)
    paper.put("C13:D13", "{{受託者名}}", SHRINK, font_size=18)
    paper.put("C14:D14", "{{代表者職}}　{{代表者氏名}}", SHRINK, font_size=21)
    paper.print_area("A1:D14")
    paper.sheet.fit_to_pages(1, 1)
    paper.sheet.center_horizontally()
    paper.sheet.set_footer("", {"margin": 0})
    return paper.finish()
