"""受講者名簿 (domain 3.3) and 修了証交付台帳: lists of people, two lines each."""

from __future__ import annotations

from tools.drawn_forms.paper import BOX, HEAD, SHRINK, Paper

_LEFT = {"align": "left"}
_SMALL = {"font_size": 8}

_ROSTER = (
    # width mm, heading, upper tag, lower tag (none: the upper one takes both lines)
    (8, "No.", "{{*受講者 頁14}}{{受講者.No}}", ""),
    (14, "受講番号", "{{受講者.受講番号}}", ""),
    (36, "ふりがな\n氏　　名", "{{受講者.ふりがな}}", "{{受講者.氏名}}"),
    (9, "性別", "{{受講者.性別}}", ""),
    (9, "年齢", "{{受講者.年齢}}", ""),
    (52, "〒\n住　　所", "{{受講者.郵便番号|〒}}", "{{受講者.住所}}"),
    (28, "電　話\n携　帯", "{{受講者.電話}}", "{{受講者.携帯}}"),
    (18, "圏域", "{{受講者.圏域}}", ""),
    (20, "申込日\n方　法", "{{受講者.申込日|R8.4.1}}", "{{受講者.申込方法}}"),
    (20, "きっかけ", "{{受講者.きっかけ}}", ""),
    (26, "配慮事項", "{{受講者.配慮事項}}", ""),
    (22, "備　考", "{{受講者.備考}}", ""),
)
_REGISTER = (
    (8, "No.", "{{*交付台帳 頁22}}{{交付台帳.No}}"),
    (27, "番　号", "{{交付台帳.番号}}"),
    (35, "氏　　名", "{{交付台帳.氏名}}"),
    (47, "講　座　名", "{{交付台帳.講座名}}"),
    (19, "交付日", "{{交付台帳.交付日|R8.4.1}}"),
    (19, "再交付日", "{{交付台帳.再交付日|R8.4.1}}"),
    (20, "再交付理由", "{{交付台帳.再交付理由}}"),
)


def roster() -> bytes:
    """Draw the roster, A4 landscape."""
    paper = Paper("受講者名簿", [column[0] for column in _ROSTER], landscape=True)
    last = chr(ord("A") + len(_ROSTER) - 1)
    paper.row(1, 21)
    paper.put(
        f"A1:{last}1",
        "{{講座名|全角}}　受講者名簿",
        SHRINK,
        bold=True,
        font_size=13,
        align="center",
    )
    paper.row(2, 12.75)
    paper.put("A2:F2", "{{名簿の範囲}}", _SMALL)
    paper.put(f"G2:{last}2", "年齢は{{年齢基準日}}現在", _SMALL, align="right")
    paper.row(3, 22.5)
    paper.row(4, 10.5)
    paper.row(5, 19.5)
    for number, (_, name, upper, lower) in enumerate(_ROSTER):
        column = chr(ord("A") + number)
        paper.put(f"{column}3", name, HEAD)
        if lower:
            paper.put(f"{column}4", upper, BOX, _LEFT, SHRINK, font_size=7, bottom=4)
            size = 12 if "氏名" in lower else 9
            paper.put(f"{column}5", lower, BOX, _LEFT, SHRINK, font_size=size, top=4)
        else:
            paper.put(f"{column}4:{column}5", upper, BOX, _SMALL)
    paper.print_area(f"A1:{last}5", titles=(3, 3))
    paper.margins_text(care=True)
    return paper.finish()


def register() -> bytes:
    """Draw the register of certificates, A4 portrait."""
    paper = Paper("交付台帳", [column[0] for column in _REGISTER])
    paper.row(1, 24)
    paper.put("A1:G1", "{{年度|全角}}　修了証交付台帳", bold=True, font_size=14, align="center")
    paper.row(2, 13.5)
    paper.put("A2:G2", "{{名簿の範囲}}", SHRINK, _SMALL, align="right")
    paper.row(3, 21)
    paper.row(4, 30)
    for number, (_, name, tag) in enumerate(_REGISTER):
        column = chr(ord("A") + number)
        paper.put(f"{column}3", name, HEAD)
        size = 11 if "氏名" in tag else 9
        wraps = {} if "講座名" in tag or "理由" in tag else SHRINK
        paper.put(f"{column}4", tag, BOX, wraps, font_size=size if wraps else 8)
    paper.print_area("A1:G4", titles=(3, 3))
    paper.margins_text(care=True)
    return paper.finish()
