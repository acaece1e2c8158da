"""案内状 (domain 3.16): A4 portrait, the letter above, a reply slip for the FAX below the cut."""

from __future__ import annotations

from tools.drawn_forms.paper import BOX, PGOTHIC, PMINCHO, SHRINK, Look, Paper

_HEIGHTS = (
    18, 18, 18, 18, 18, 18, 9, 30, 9, 165, 18, 27, 27, 27, 27, 27, 27, 27, 12,
    15, 9, 24, 15, 24, 24, 27, 51,
)  # fmt: skip
_DETAILS = 7
_SLIP: Look = {**BOX, "font_name": PGOTHIC, "font_size": 10}


def draw() -> bytes:
    """Draw the form: one sheet, repeated for every addressee."""
    paper = Paper("案内状", [24, 66, 25, 60], margins=(20, 12, 20, 15), font=PMINCHO)
    for number, height in enumerate(_HEIGHTS, start=1):
        paper.row(number, height)
    _head(paper)
    top: Look = {"text_wrap": True, "valign": "top"}
    paper.put("A10:D10", "{{本文}}", top, font_size=11)
    paper.put("A11:D11", "記", font_size=11, align="center")
    for number in range(1, _DETAILS + 1):
        row = 11 + number
        paper.put(f"A{row}", f"{{{{宛名.記{number}の見出し}}}}", font_size=10.5, align="center")
        paper.put(
            f"B{row}:D{row}", f"{{{{宛名.記{number}}}}}", top, font_size=10.5, valign="vcenter"
        )
    paper.put("A19:D19", "以上", SHRINK, font_size=10.5, align="right")
    _slip(paper)
    paper.print_area("A1:D27")
    paper.sheet.set_footer("", {"margin": 0})
    return paper.finish()


def _head(paper: Paper) -> None:
    paper.put("A1:D1", "{{*宛名 シート}}{{作成日}}", SHRINK, font_size=10.5, align="right")
    paper.put("A2:B2", "{{宛名.団体名}}", SHRINK, font_size=10.5)
    paper.put("A3:B3", "{{宛名.役職}}", SHRINK, font_size=10.5)
    paper.put("A4:B4", "{{宛名.宛名}}", SHRINK, font_size=13)
    paper.put("A5:B5", "{{宛名.連名}}", SHRINK, font_size=13)
    right: Look = {**SHRINK, "align": "right", "font_size": 10.5}
    paper.put("C4:D4", "{{受託者名}}", right)
    paper.put("C5:D5", "{{事務所名}}", right)
    paper.put("C6:D6", "電話 {{事務所電話}}", right)
    paper.put("A8:D8", "{{件名}}", SHRINK, font_size=15, align="center", bold=True)


def _slip(paper: Paper) -> None:
    cut = "－ － － － － － － － －　切り取り線　－ － － － － － － － －"
    paper.put("A20:D20", cut, font_size=9, align="center")
    paper.put("A22:D22", "ＦＡＸ返信票", font_name=PGOTHIC, font_size=14, bold=True, align="center")
    paper.put(
        "A23:D23", "{{事務所名}}　行　　FAX {{返信先FAX}}　　締切 {{締切}}", SHRINK,
        font_name=PGOTHIC, font_size=10, align="center",
    )  # fmt: skip
    paper.put("A24", "氏名", _SLIP)
    paper.put("B24", "{{宛名.氏名}}", _SLIP, SHRINK)
    paper.put("C24", "受講番号", _SLIP)
    paper.put("D24", "{{宛名.受講番号}}", _SLIP, SHRINK)
    paper.put("A25", "件名", _SLIP)
    paper.put("B25:D25", "{{件名}}", _SLIP, SHRINK)
    paper.put("A26", "ご返事", _SLIP)
    paper.put("B26:D26", "□ 出席します　　　　□ 欠席します　　　（どちらかに✓）", _SLIP)
    paper.put("A27", "通信欄", _SLIP)
    paper.put("B27:D27", "", _SLIP)
