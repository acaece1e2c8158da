"""A form as a city might draw it, with no tags: what the pictures of the manual are made with.

It is invented, and no document of the program uses it.
"""

from __future__ import annotations

from tools.drawn_forms.paper import MINCHO, Paper

TITLE = "住民参加型生活支援サービス　利用申請書"
SHEET = "利用申請書"
PLACES = {
    "E3": "{{作成日}}",
    "C6": "{{フリガナ}}",
    "C7": "{{氏名}}",
    "C8": "{{生年月日}}",
    "C9": "{{郵便番号|〒}}",
    "C10": "{{住所}}",
    "C11": "{{電話}}",
    "E11": "{{携帯}}",
    "C12": "{{緊急連絡先}}",
    "E12": "{{緊急連絡先の電話}}",
}
"""The cells that are pointed at."""
_LABELS = ("フリガナ", "氏　　名", "生年月日", "郵便番号", "住　　所", "電　　話", "緊急連絡先")
_WISHES = ("見守り・話し相手", "買い物", "ごみ出し", "掃除・片付け", "通院の付き添い", "その他")


def draw(*, mail: bool = False) -> bytes:
    """Draw the form; the edition with ``mail`` has one more row and another title."""
    paper = Paper(SHEET, [10, 30, 50, 28, 52], margins=(22, 20, 22, 18), font=MINCHO)
    paper.row(1, 33)
    paper.put("A1:E1", f"{TITLE}{'（改正）' if mail else ''}", font_size=15, align="center")
    paper.put("B3:C3", "（あて先）函館市長", font_size=11)
    paper.put("E3", font_size=11, align="right")
    paper.put("B4:E4", "次のとおり、サービスの利用を申請します。", font_size=10.5)
    row = 6
    for label in (*_LABELS[:6], *(("メール",) if mail else ()), *_LABELS[6:]):
        paper.row(row, 21 if label == "フリガナ" else 27)
        paper.put(f"B{row}", label, border=1, align="center", font_size=10.5)
        _answer(paper, row, label)
        row += 1
    paper.put(
        f"A6:A{row - 1}", "利用する方", border=1, rotation=270, align="center", font_size=10.5
    )
    _wishes(paper, row + 1)
    paper.print_area(f"A1:E{row + 9}")
    paper.sheet.fit_to_pages(1, 1)
    return paper.finish()


def _answer(paper: Paper, row: int, label: str) -> None:
    other = {"電　　話": "携　　帯", "緊急連絡先": "電　　話"}.get(label)
    if other is None:
        paper.put(f"C{row}:E{row}", "", border=1, font_size=11)
        return
    paper.put(f"C{row}", "", border=1, font_size=11)
    paper.put(f"D{row}", other, border=1, align="center", font_size=10.5)
    paper.put(f"E{row}", "", border=1, font_size=11)


def _wishes(paper: Paper, row: int) -> None:
    paper.put(f"B{row}:E{row}", "希望するお手伝い（あてはまるものに✓）", font_size=10.5)
    for number, wish in enumerate(_WISHES):
        place = f"{'BD'[number % 2]}{row + 1 + number // 2}"
        paper.put(place, f"□　{wish}", font_size=10.5)
    paper.put(f"B{row + 5}:E{row + 8}", "（備考）", border=1, valign="top", font_size=10.5)
