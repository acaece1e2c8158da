"""The forms that are shipped: as they are drawn, and right when they are filled."""

import io
from datetime import date
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest

from app.documents.form.addresses import Area
from app.documents.form.check import check
from app.documents.form.fill import fill
from app.documents.form.values import RULE, STRIKE
from tools import draw_forms

FORMS = Path(__file__).parents[3] / "resources" / "forms"
OFFICE = {
    "年度": "令和8年度", "市町村": "函館市", "宛先": "函館市長　見本 太郎　様",
    "事務所名": "第１層生活支援コーディネーター事務所", "事務所電話": "0138-00-0000",
    "受託者名": "社会福祉法人　見本会", "代表者職": "理事長", "代表者氏名": "見本 花子",
    "担当者": "見本 一郎", "作成日": date(2026, 7, 10), "種別": "養成研修", "クール": 1,
    "講座名": "令和8年度 函館市くらしのサポーター養成研修",
    "期間": "令和8年6月3日から令和8年7月1日まで", "会場": "総合福祉センター", "定員": 40,
    "受講決定者数": 40, "名簿の範囲": "受講決定者40名・五十音順",
}  # fmt: skip
REPORT = {
    "文書番号": "第8号", "実施主体": "函館市", "目的": "目的の文。" * 20,
    "対象": "函館市にお住まいの方",
    "募集方法": "市政はこだて、チラシ", "申込者数": 46, "出席延べ人数": 190, "出席実人数": 40,
    "修了者数": 38, "修了率": "95.0", "登録者数": None, "成果": "成果の文。" * 40,
    "課題": "課題の文。" * 40, "数え方": "延べは回ごとの出席者の合計です。",
    "アンケートの注": "回答票36枚（回収率90.0％）。",
}  # fmt: skip
REGISTER = {
    "交付台帳": [
        {
            "No": number, "番号": f"令8養-{number:04}", "氏名": f"函館 {number}子",
            "講座名": "令和8年度 函館市くらしのサポーター養成研修", "交付日": date(2026, 7, 1),
            "再交付日": date(2026, 9, 1) if number == 2 else None,
            "再交付理由": "紛失" if number == 2 else "",
        }
        for number in range(1, 39)
    ]
}  # fmt: skip


def sessions(count: int) -> list[dict[str, object]]:
    return [
        {
            "回次": f"第{number}回", "月日": date(2026, 6, 3 + 4 * number),
            "テーマ": "傾聴とは何かを学ぶ",
            "時間": "10:00～12:00", "会場": "総合福祉センター", "講師": "見本大学　教授　見本 次郎",
            "出席者数": 38, "欠席者数": 2, "出席率": "95％",
        }
        for number in range(1, count + 1)
    ]  # fmt: skip


def people(count: int, of: int) -> list[dict[str, object]]:
    return [
        {
            "No": number, "受講番号": f"8養-{number:03}", "ふりがな": "はこだて　はなこ",
            "氏名": "函館　花子", "町名圏域": "五稜郭町（中央）", "出席回数": of, "修了": "修了",
            "備考": "6/17辞退" if number == 3 else "", "性別": "女性", "年齢": 71,
            "郵便番号": "040-8666", "住所": "函館市東雲町4番13号 見本マンション101号",
            "電話": "0138-00-0000", "携帯": "090-0000-0000", "圏域": "中央", "講座名": "養成研修",
            "申込日": date(2026, 5, 1), "申込方法": "郵送", "きっかけ": "市政はこだて",
            "配慮事項": "聴こえ・車いす", "グループ": "Aグループ",
            "回": [{"印": STRIKE if number == 3 and place > 2 else "○"} for place in range(of)],
        }
        for number in range(1, count + 1)
    ]  # fmt: skip


TABLES = {
    "年代別": [
        {"年代": f"{n}0歳代", "男性": 1, "女性": 2, "その他": 0, "計": 3} for n in range(3, 9)
    ],
    "圏域別": [{"圏域": name, "人数": 4} for name in ("西部", "中央", "東央", "北東", "東部")],
    "きっかけ別": [{"きっかけ": name, "人数": 8} for name in ("市政はこだて", "チラシ", "知人")],
    "アンケート": [
        {"設問": "問1　満足度（n=36）", "回答": str(step), "件数": 7, "割合": "20.0"}
        for step in range(1, 6)
    ],
    "自由記述": [{"設問": "問5", "回答": "実際の活動を見たい。" * 4} for _ in range(4)],
}
CERTIFICATES = [
    {
        "番号": f"第 令8養-{number:04} 号", "氏名": "函館　花子",
        "本文1": "あなたは令和八年度函館市くらしのサポーター養成研修の",
        "本文2": "全課程（全五回）を修了したことを証します", "交付日": "令和八年七月一日",
        "再交付": "再交付　令和八年九月一日" if number == 2 else "",
    }
    for number in range(1, 4)
]  # fmt: skip
SESSION = {
    "回次": "第1回", "月日": date(2026, 6, 3), "時間": "10:00～12:00",
    "回の会場": "総合福祉センター",
    "テーマ": "くらしのサポーターとは", "講師": "見本大学　教授　見本 次郎",
}  # fmt: skip
VALUES: dict[str, dict[str, object]] = {
    "attendance-sheet.xlsx": {"回": sessions(5), "受講者": people(40, 5)},
    "attendance-sheet-6.xlsx": {"回": sessions(6), "受講者": people(23, 6)},
    "reception-sheet.xlsx": {**SESSION, "受講者": people(45, 5)},
    "trainee-roster.xlsx": {"年齢基準日": date(2026, 4, 1), "受講者": people(40, 5)},
    "name-tags.xlsx": {"名札": people(23, 5)},
    "certificate.xlsx": {"修了証書": CERTIFICATES},
    "certificate-register.xlsx": REGISTER,
    "course-report.xlsx": {**REPORT, "回": sessions(5), **TABLES},
}
"""Every field that the documents give, as the forms are filled with in earnest."""


def filled(name: str) -> openpyxl.Workbook:
    done = fill(FORMS / name, {**OFFICE, **VALUES[name]})
    assert done.findings == ()
    return openpyxl.load_workbook(io.BytesIO(done.data))


def test_that_the_forms_are_as_their_scripts_draw_them():
    assert draw_forms.changed() == []
    assert {path.name for path in FORMS.glob("*.xlsx")} == set(draw_forms.FORMS)


@pytest.mark.parametrize("name", VALUES)
def test_that_a_form_has_no_findings_and_leaves_no_tag(name):
    assert [one for one in check(FORMS / name).findings if not one.remark] == []
    for sheet in filled(name).worksheets:
        texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
        assert not [text for text in texts if "{{" in text]


@pytest.mark.parametrize("name", [n for n in VALUES if n not in {"name-tags.xlsx"}])
def test_that_every_page_is_as_wide_and_as_high_as_its_paper_allows(name):
    for sheet in filled(name).worksheets:
        area = sheet.print_area.partition("!")[2].replace("$", "")
        last = Area.parse(area)
        margins = sheet.page_margins
        across = (297 if sheet.page_setup.orientation == "landscape" else 210) / 25.4
        width = sum(
            dimension.width * (dimension.max - dimension.min + 1) * 6
            for dimension in sheet.column_dimensions.values()
        )
        assert width <= (across - margins.left - margins.right) * 72
        heights = page_heights(sheet, last.bottom)
        if name == "course-report.xlsx":  # after its covering letter it runs on as it comes
            heights = heights[:1]
        assert max(heights) <= paper_height(sheet)


def paper_height(sheet) -> float:
    down = (210 if sheet.page_setup.orientation == "landscape" else 297) / 25.4
    return (down - sheet.page_margins.top - sheet.page_margins.bottom) * 72


def page_heights(sheet, last: int) -> list[float]:
    breaks = [0, *(entry.id for entry in sheet.row_breaks.brk), last]
    titles = [int(row) for row in (sheet.print_title_rows or "0:-1").replace("$", "").split(":")]
    repeated = sum(
        sheet.row_dimensions[row].height or 15 for row in range(titles[0], titles[1] + 1)
    )
    return [
        sum(sheet.row_dimensions[row].height or 15 for row in range(start + 1, end + 1))
        + (repeated if start else 0)
        for start, end in pairwise(breaks)
    ]


def test_that_the_attendance_sheet_has_twenty_people_a_page_and_strikes_out_who_left():
    sheet = filled("attendance-sheet.xlsx").worksheets[0]
    assert [entry.id for entry in sheet.row_breaks.brk] == [45]
    assert sheet.print_title_rows == "$3:$5"
    assert (sheet["A6"].value, sheet["A84"].value, sheet["C7"].value) == (1, 40, "函館　花子")
    assert [sheet.cell(10, column).value for column in range(5, 10)] == ["○", "○", "○", RULE, RULE]
    assert [sheet.cell(10, column).alignment.horizontal for column in (8, 9)] == ["fill"] * 2
    assert sheet["E86"].value == 38
    assert sheet["E4"].value == "6/7(日)"


def test_that_a_short_course_fills_its_page_with_empty_lines():
    sheet = filled("attendance-sheet-6.xlsx").worksheets[0]
    assert sheet["A50"].value == 23
    assert sheet["A52"].value is None
    assert sheet["A52"].border.bottom.style == "thin"
    assert sheet["A86"].value == "出席者数"


def test_that_ten_name_tags_go_on_a_sheet_and_one_certificate():
    tags = filled("name-tags.xlsx")
    assert tags.sheetnames == ["名札", "名札 (2)", "名札 (3)"]
    assert (tags.worksheets[2]["A12"].value, tags.worksheets[2]["B12"].value) == (
        "函館　花子",
        None,
    )
    certificates = filled("certificate.xlsx")
    assert [sheet["A1"].value for sheet in certificates.worksheets] == [
        "第 令8養-0001 号", "第 令8養-0002 号", "第 令8養-0003 号",
    ]  # fmt: skip
    assert certificates.worksheets[1]["A2"].value == "再交付　令和八年九月一日"
