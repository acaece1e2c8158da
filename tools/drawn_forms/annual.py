"""年次業務報告書 (domain 3.10): a covering letter, then the year in ten parts.

Each part has a sheet of its own; what may be long stands in cells of one column, whose rows are
as high as their text needs.
"""

from __future__ import annotations

from tools.drawn_forms.cover import Columns, covering_letter, line
from tools.drawn_forms.paper import BOX, GOTHIC, PMINCHO, Look, Paper
from tools.drawn_forms.report_tables import CELL, LEFT, NUMBER, TEXT, head, small_head, table

_TITLE = "{{年度|全角}}　第１層生活支援コーディネーター業務　業務報告書"
_MONEY: Look = {**NUMBER, "num_format": '#,##0;"△"#,##0;0', "align": "right"}
_COUNT: Look = {**NUMBER, "num_format": '#,##0;"△"#,##0;0'}
_NOTE: Look = {"font_size": 8, "text_wrap": True, "valign": "top"}
_STAGES = 6


def draw() -> bytes:
    """Draw the form, A4 portrait."""
    paper = Paper("鑑文", (10, 26, 22, 28, 37, 34, 18), font=PMINCHO)
    _cover(paper)
    _overview(paper)
    _numbers(paper)
    _duties(paper)
    _training(paper)
    _councils(paper)
    _issues(paper)
    _resources(paper)
    _proposals(paper)
    _money(paper)
    return paper.finish()


def _end(paper: Paper, last: str, row: int, titles: tuple[int, int] | None = None) -> None:
    paper.print_area(f"A1:{last}{row}", titles=titles)
    paper.margins_text(care=False)


def _cover(paper: Paper) -> None:
    columns = Columns("A:G", right="E:G", left="A:E", label="B:C", text="D:G", clerk="D:G")
    outline = (
        ("１　期　間", "{{期間}}"),
        ("２　活動件数", "{{活動件数|カンマ}}件（対象者　延べ{{対象者延べ|カンマ}}人）"),
        ("３　サポーター", "登録者　{{年度末登録者数}}名（新規{{新規登録者数}}名）"),
        (
            "４　決　算",
            "支出　{{支出決算計|カンマ}}円（差引残額　{{差引残額|カンマ|△}}円）",
        ),
        ("５　内　容", "別添「業務報告書（総括）」のとおり"),
        ("６　別　添", "会議録　社会資源一覧　地域資源マップ　収支決算書"),
    )
    end = covering_letter(paper, columns, _TITLE, outline, 150)
    _end(paper, "G", end - 1)


def _overview(paper: Paper) -> None:
    paper.turn("総括", (175,))
    title = {"font_name": GOTHIC, "font_size": 13, "align": "center", "shrink": True}
    line(paper, 1, 30, "A", _TITLE, **title)
    row = 2
    for heading, tag in (("目指す地域の姿", "目指す姿"), ("Ⅰ　総　括", "総括")):
        line(paper, row, 27, "A", heading, font_name=GOTHIC, font_size=11, valign="bottom")
        paper.put(f"A{row + 1}", f"{{{{{tag}}}}}", {**TEXT, "border": 0}, font_size=10.5)
        row += 2
    _end(paper, "A", row - 1)


def _numbers(paper: Paper) -> None:
    paper.turn("数値で見る一年", (62, 14, 22, 22, 19, 18, 18))
    row = head(paper, 1, "G", "Ⅱ　数値で見る一年")
    row = small_head(paper, row, "G", "（１）計画の目標と実績")
    row = table(
        paper, row,
        [
            ("A", "指　標", "{{目標のある指標.指標}}", LEFT),
            ("B", "単　位", "{{目標のある指標.単位}}", CELL),
            ("C", "目　標", "{{目標のある指標.目標}}", _COUNT),
            ("D", "実　績", "{{目標のある指標.実績}}", _COUNT),
            ("E", "達成率", "{{目標のある指標.達成率}}", CELL),
            ("F", "前年度", "{{目標のある指標.前年度}}", _COUNT),
            ("G", "増　減", "{{目標のある指標.増減}}", _COUNT),
        ],
    )  # fmt: skip
    row = small_head(paper, row, "G", "（２）そのほかの主な数値")
    row = table(
        paper, row,
        [
            ("A:B", "指　標", "{{そのほかの指標.指標}}", LEFT),
            ("C", "単　位", "{{そのほかの指標.単位}}", CELL),
            ("D:E", "実　績", "{{そのほかの指標.実績}}", _COUNT),
            ("F", "前年度", "{{そのほかの指標.前年度}}", _COUNT),
            ("G", "増　減", "{{そのほかの指標.増減}}", _COUNT),
        ],
    )  # fmt: skip
    paper.put(f"A{row}:G{row}", "{{数え方}}", _NOTE)
    _end(paper, "G", row)


def _duties(paper: Paper) -> None:
    paper.turn("業務区分別", (8, 91, 19, 19, 19, 19))
    row = head(paper, 1, "F", "Ⅲ　業務区分ごとの取り組み")
    row = table(
        paper, row,
        [
            ("A", "", "{{業務別.区分}}", CELL),
            ("B", "業　務", "{{業務別.業務名}}", TEXT),
            ("C", "活動件数", "{{業務別.実績}}", NUMBER),
            ("D", "対象者\n（延べ）", "{{業務別.対象者延べ}}", NUMBER),
            ("E", "対象者\n（実）", "{{業務別.対象者実人数}}", NUMBER),
            ("F", "事業数", "{{業務別.事業数}}", NUMBER),
        ],
        height=27,
        body=None,
    )  # fmt: skip
    paper.row(row, 18)
    paper.put(f"A{row}:B{row}", "計", BOX, bold=True)
    for letter, name in zip("CDE", ("活動件数", "対象者延べ", "対象者実人数"), strict=True):
        paper.put(f"{letter}{row}", f"{{{{{name}}}}}", NUMBER, bold=True)
    paper.put(f"F{row}", "", BOX)
    row = small_head(paper, row + 1, "F", "ほかの分類による件数（同じ活動を数えたもの）")
    row = table(
        paper, row,
        [
            ("A", "", "{{分類別.記号}}", CELL),
            ("B", "名　称", "{{分類別.名称}}", LEFT),
            ("C:E", "分　類", "{{分類別.体系}}", LEFT),
            ("F", "活動件数", "{{分類別.実績}}", NUMBER),
        ],
        body=13.5,
    )  # fmt: skip
    _end(paper, "F", row - 1)
    paper.turn("事業", (27, 36, 40, 40, 32))
    small_head(paper, 1, "E", "Ⅲ　業務区分ごとの取り組み（事業ごと）")
    table(
        paper, 2,
        [
            ("A", "区分・事業名", "{{事業.区分}}{{事業.事業名}}", TEXT),
            ("B", "計　画", "{{事業.計画}}", TEXT),
            ("C", "実施内容・実績", "{{事業.実施内容}}", TEXT),
            ("D", "成果・課題", "{{事業.成果課題}}", TEXT),
            ("E", "次年度の方向性\n自己評価", "{{事業.方向性}}\n{{事業.評価}}", TEXT),
        ],
        height=27,
        body=None,
    )  # fmt: skip
    _end(paper, "E", 3, titles=(1, 2))


def _training(paper: Paper) -> None:
    paper.turn("研修・サポーター", (17.5,) * 10)
    row = head(paper, 1, "J", "Ⅳ　研修実績")
    names = ("回数", "定員", "申込者数", "受講決定者数", "出席延べ", "修了者数", "修了率")
    heads = ("実施回数", "定員", "申込者", "受講決定", "出席延べ", "修了者", "修了率")
    columns = [("A:C", "研修名", "{{研修.研修名}}", {**TEXT, "valign": "vcenter"})]
    for letter, name, heading in zip("DEFGHIJ", names, heads, strict=True):
        columns.append((letter, heading, f"{{{{研修.{name}}}}}", NUMBER))
    row = table(paper, row, columns, body=None)
    said = "計　{{研修回数}}回　出席延べ{{研修出席延べ}}人（実{{研修出席実人数}}人）"
    line(paper, row, 18, "A:J", said, font_size=9, align="right")
    row = head(paper, row + 1, "J", "Ⅴ　サポーター・マッチング実績", 30)
    columns = [
        ("A:B", "前年度末登録者", "{{前年度末登録者数}}", NUMBER),
        ("C", "新　規", "{{新規登録者数}}", NUMBER),
        ("D", "取　消", "{{取消登録者数}}", NUMBER),
        ("E", "満　了", "{{満了登録者数}}", NUMBER),
        ("F:G", "年度末登録者", "{{年度末登録者数}}", NUMBER),
        ("H", "うち活動中", "{{活動中者数}}", NUMBER),
        ("I:J", "ボラセン登録", "{{ボラセン登録者数}}", NUMBER),
    ]
    row = table(paper, row, columns)
    row = small_head(paper, row, "J", "月別（活動中は月末の件数）")
    names = (
        "活動件数",
        "希望票受付",
        "成立",
        "活動中",
        "活動延べ回数",
        "活動延べ人数",
        "活動実人数",
    )
    heads = ("活動件数\n（日報）", "希望票\n受付", "成立", "活動中", "活動\n延べ回数",
             "活動\n延べ人数", "活動\n実人数")  # fmt: skip
    places = ("B", "C", "D", "E", "F:G", "H:I", "J")
    columns = [("A", "月", "{{月別.月}}月", CELL)]
    for place, name, heading in zip(places, names, heads, strict=True):
        columns.append((place, heading, f"{{{{月別.{name}}}}}", NUMBER))
    row = table(paper, row, columns, height=27)
    paper.row(row, 16.5)
    paper.put(f"A{row}", "計", BOX, bold=True)
    for place, tag in zip(
        ("B{0}", "C{0}", "D{0}", "E{0}", "F{0}:G{0}", "H{0}:I{0}", "J{0}"),
        ("{{活動件数}}", "{{希望票受付計}}", "{{成立計}}", "－", "{{活動延べ回数計}}",
         "{{活動延べ人数計}}", "{{活動実人数}}"),
        strict=True,
    ):  # fmt: skip
        paper.put(place.format(row), tag, NUMBER, bold=True)
    row += 1
    said = "計の活動実人数は1年間に1回以上活動した方の数です。"
    line(paper, row, 18, "A:J", said, font_size=9, align="right")
    _end(paper, "J", row)


def _councils(paper: Paper) -> None:
    paper.turn("協議体", (25, 40, 60, 25, 25))
    row = head(paper, 1, "E", "Ⅵ　協議体")
    row = small_head(paper, row, "E", "（１）第１層協議体の開催状況と主な協議（会議録は別添）")
    row = table(
        paper, row,
        [
            ("A", "月　日", "{{第1層協議体.月日|4月1日(水)}}", CELL),
            ("B", "会議名", "{{第1層協議体.会議名}}", TEXT),
            ("C", "主な協議", "{{第1層協議体.議題}}", TEXT),
            ("D", "委員数", "{{第1層協議体.委員数}}", NUMBER),
            ("E", "出席者数", "{{第1層協議体.出席者数}}", NUMBER),
        ],
        body=None,
    )  # fmt: skip
    row = small_head(paper, row, "E", "（２）第２層協議体・地域ケア会議（圏域別）")
    row = table(
        paper, row,
        [
            ("A:B", "圏　域", "{{圏域別会議.圏域}}", LEFT),
            ("C", "開　催", "{{圏域別会議.開催}}", NUMBER),
            ("D", "参　加", "{{圏域別会議.参加}}", NUMBER),
            ("E", "参加率", "{{圏域別会議.参加率}}", CELL),
        ],
        body=15,
    )  # fmt: skip
    row = small_head(paper, row, "E", "（３）構成員（選出区分別・人）")
    row = table(
        paper, row,
        [
            ("A:C", "選出区分", "{{委員.選出区分}}", LEFT),
            ("D", "第１層", "{{委員.第1層}}", NUMBER),
            ("E", "第２層", "{{委員.第2層}}", NUMBER),
        ],
        body=15,
    )  # fmt: skip
    paper.row(row, 16.5)
    paper.put(f"A{row}:C{row}", "計（実人数）", BOX, bold=True)
    paper.put(f"D{row}", "{{第1層委員数}}", NUMBER, bold=True)
    paper.put(f"E{row}", "{{第2層委員数}}", NUMBER, bold=True)
    _end(paper, "E", row)


def _issues(paper: Paper) -> None:
    paper.turn("地域課題", (43, 18, *[19] * _STAGES))
    last = chr(ord("B") + _STAGES)
    row = head(paper, 1, last, "Ⅶ　地域課題の分析（圏域別）")
    columns = [
        ("A", "圏　域", "{{課題分析.圏域}}", LEFT),
        ("B", "計", "{{課題分析.計}}", NUMBER),
    ]
    for number in range(_STAGES):
        letter = chr(ord("C") + number)
        columns.append((letter, "{{課題の段階.名称}}", "{{課題分析.課題の段階.件数}}", NUMBER))
    row = table(paper, row, columns, body=15)
    said = (
        "この年度に把握した課題{{課題新規}}件　市へ提出{{課題提出}}件　"
        "回答{{課題回答}}件　次年度の事業などへの反映{{課題反映}}件"
    )
    line(paper, row, 18, f"A:{last}", said, font_size=9, shrink=True)
    line(paper, row + 1, 18, f"A:{last}", "{{課題の数え方}}", **_NOTE)
    _end(paper, last, row + 1)
    paper.turn("課題一覧", (9, 25, 53, 44, 44))
    small_head(paper, 1, "E", "Ⅶ　地域課題の分析（課題ごと）")
    top = {**TEXT, "align": "center"}
    table(
        paper, 2,
        [
            ("A", "No.", "{{課題.No}}", top),
            ("B", "圏域・段階", "{{課題.圏域}}\n{{課題.段階}}", top),
            ("C", "内　容", "{{課題.内容}}", TEXT),
            ("D", "対応・成果", "{{課題.対応成果}}", TEXT),
            ("E", "市への提案・回答", "{{課題.提案回答}}", TEXT),
        ],
        body=None,
    )  # fmt: skip
    _end(paper, "E", 3, titles=(1, 2))


def _resources(paper: Paper) -> None:
    paper.turn("社会資源", (65, *[22] * 5))
    row = head(paper, 1, "F", "Ⅷ　社会資源（一覧とマップは別冊）")
    for name, heading in (("資源区分別", "区　分"), ("資源圏域別", "圏　域")):
        columns = [("A", heading, f"{{{{{name}.名称}}}}", LEFT)]
        fields = ("前年度末", "新規", "更新", "終了", "年度末")
        heads = ("前年度末", "新　規", "更新（確認）", "終　了", "年度末")
        for letter, field, said in zip("BCDEF", fields, heads, strict=True):
            columns.append((letter, said, f"{{{{{name}.{field}}}}}", NUMBER))
        row = table(paper, row, columns, body=15)
        paper.row(row, 12)
        row += 1
    _end(paper, "F", row - 1)


def _proposals(paper: Paper) -> None:
    paper.turn("提案", (175,))
    row = 1
    for heading, tag in (
        ("Ⅸ　今後の課題と次年度の提案　（１）今後の課題", "今後の課題"),
        ("（２）次年度の提案", "次年度の提案"),
    ):
        line(paper, row, 27, "A", heading, font_name=GOTHIC, font_size=11, valign="bottom")
        paper.put(f"A{row + 1}", f"{{{{{tag}}}}}", {**TEXT, "border": 0}, font_size=10.5)
        row += 2
    _end(paper, "A", row - 1)


def _money(paper: Paper) -> None:
    paper.turn("収支決算", (55, 30, 30, 30, 30))
    row = head(paper, 1, "E", "Ⅹ　収支決算（単位：円）")
    for number, side in enumerate(("収入", "支出"), start=1):
        row = small_head(paper, row, "E", f"{'１２'[number - 1]}　{side}の部")
        columns = [
            ("A", "科　目", f"{{{{{side}.科目}}}}", LEFT),
            ("B", "予算額（A）", f"{{{{{side}.予算額}}}}", _MONEY),
            ("C", "決算額（B）", f"{{{{{side}.決算額}}}}", _MONEY),
            ("D:E", "差引（B－A）", f"{{{{{side}.差引}}}}", _MONEY),
        ]
        row = table(paper, row, columns, body=15)
        paper.row(row, 16.5)
        paper.put(f"A{row}", "計", BOX, bold=True)
        paper.put(f"B{row}", f"{{{{{side}予算計}}}}", _MONEY, bold=True)
        paper.put(f"C{row}", f"{{{{{side}決算計}}}}", _MONEY, bold=True)
        paper.put(f"D{row}:E{row}", f"{{{{{side}差引計}}}}", _MONEY, bold=True)
        row += 1
    line(paper, row, 24, "A:E", "３　差引残額　{{差引の文}}", font_size=10, shrink=True)
    _end(paper, "E", row)
