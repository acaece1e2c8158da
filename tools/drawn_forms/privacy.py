"""同意書, 提供記録 and 廃棄記録: what the office shows when asked how it treats personal data."""

from __future__ import annotations

from tools.drawn_forms.paper import BOX, HEAD, SHRINK, Look, Paper

_LEFT: Look = {"align": "left"}
_SMALL: Look = {"font_size": 8}
_LARGE: Look = {"font_size": 11}

_DISPOSALS = (
    # width mm, heading, tag, look
    (10, "No.", "{{*廃棄 頁14}}{{廃棄.No}}", {}),
    (22, "廃棄日", "{{廃棄.廃棄日|R8.4.1}}", {}),
    (46, "種　　類", "{{廃棄.種類}}", _LEFT),
    (18, "件　数", "{{廃棄.件数}}", {"align": "right", "num_format": "#,##0"}),
    (74, "一緒に廃棄したもの", "{{廃棄.内訳}}", {**_LEFT, **_SMALL}),
    (60, "根　　拠", "{{廃棄.根拠}}", {**_LEFT, **_SMALL}),
    (32, "実 施 者", "{{廃棄.実施者}}", {}),
)
_EXPORTS = (
    (10, "No.", "{{*提供 頁12}}{{提供.No}}", {}),
    (18, "提供日", "{{提供.提供日|R8.4.1}}", {}),
    (12, "時刻", "{{提供.時刻}}", {}),
    (64, "書　　類", "{{提供.書類}}", {**_LEFT, **_SMALL}),
    (14, "形", "{{提供.形}}", {}),
    (14, "人数", "{{提供.人数}}", {"align": "right", "num_format": "#,##0"}),
    (62, "項　　目", "{{提供.項目}}", {**_LEFT, **_SMALL}),
    (38, "目　　的", "{{提供.目的}}", {**_LEFT, **_SMALL}),
    (30, "提 供 先", "{{提供.提供先}}", {**_LEFT, **_SMALL}),
)
_ITEM = 12


def consent() -> bytes:
    """Draw the consent form, A4 portrait, in letters that are read at seventy."""
    paper = Paper("同意書", [12, 66, 97])
    for number, height in enumerate((15, 9, 30, 9, 54, 9, 27, 27, 27, 12, 21), start=1):
        paper.row(number, height)
    paper.put("A1:C1", "{{受託者名}}　{{事務所名}}　宛て", SHRINK, _LARGE)
    paper.put("A3:C3", "個人情報の取扱いについての同意書", bold=True, font_size=16, align="center")
    paper.put(
        "A5:C5",
        "{{事務所名}}が、次のことのために個人情報を使い、または渡すことについて、"
        "チェックを付けたものに同意します。同意しない項目があっても、お断りすることはありません。"
        "いつでも取り消すことができます。",
        _LARGE,
        text_wrap=True,
    )
    for row, name, tag in (
        (7, "ふりがな", "ふりがな"),
        (8, "氏　名", "氏名"),
        (9, "住　所", "住所"),
    ):
        paper.put(f"A{row}:B{row}", name, BOX, _LARGE, bg_color="#E9EDF1")
        paper.put(f"C{row}", f"{{{{{tag}}}}}", BOX, _LEFT, SHRINK, font_size=13)
    paper.put("A11", "✓", HEAD)
    paper.put("B11", "同意する項目", HEAD, font_size=10)
    paper.put("C11", "内　　容", HEAD, font_size=10)
    paper.row(_ITEM, 33)
    paper.put(f"A{_ITEM}", "{{*同意}}{{同意.チェック}}", BOX, font_size=16)
    paper.put(f"B{_ITEM}", "{{同意.項目}}", BOX, _LEFT, _LARGE)
    paper.put(f"C{_ITEM}", "{{同意.説明}}", BOX, _LEFT, font_size=10)
    paper.row(13, 15)
    paper.row(14, 27)
    paper.put("A14:C14", "　　　　年　　　月　　　日", _LARGE)
    paper.row(15, 30)
    paper.put("A15:B15", "", _LARGE)
    paper.put("C15", "署名", _LEFT, _LARGE, bottom=1)
    paper.print_area("A1:C15")
    paper.margins_text(care=True, numbered=False)
    return paper.finish()


def disposals() -> bytes:
    """Draw the record of disposals, A4 landscape."""
    return _list("廃棄記録", "{{廃棄の回数}}　方法：{{方法}}", _DISPOSALS, 30).finish()


def exports() -> bytes:
    """Draw the record of exports, A4 landscape."""
    return _list("提供記録", "{{提供の範囲}}", _EXPORTS, 31.5).finish()


def _list(
    name: str, scope: str, columns: tuple[tuple[int, str, str, Look], ...], height: float
) -> Paper:
    paper = Paper(name, [column[0] for column in columns], landscape=True)
    end = chr(ord("A") + len(columns) - 1)
    paper.row(1, 24)
    paper.put(f"A1:{end}1", f"{{{{年度|全角}}}}　{name}", bold=True, font_size=14, align="center")
    paper.row(2, 15)
    half = chr(ord("A") + len(columns) // 2)
    paper.put(f"A2:{half}2", scope, SHRINK)
    after = chr(ord(half) + 1)
    paper.put(f"{after}2:{end}2", "{{事務所名}}　{{作成日}}", SHRINK, align="right")
    paper.row(3, 21)
    paper.row(4, height)
    for number, (_, heading, tag, look) in enumerate(columns):
        column = chr(ord("A") + number)
        paper.put(f"{column}3", heading, HEAD)
        paper.put(f"{column}4", tag, BOX, look)
    paper.print_area(f"A1:{end}4", titles=(3, 3))
    paper.margins_text(care=False)
    return paper
