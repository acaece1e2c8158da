"""Where the headings stand and which rows are no records, in lists as they arrive."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from app.importing.check import check
from app.importing.fields import Field
from app.importing.mapping import as_columns, guess, named, read_map, written
from app.importing.read import read_list
from app.kernel.errors import Refusal

TODAY = date(2026, 11, 20)
Make = Callable[..., Path]

MESSY = [
    ["令和8年度　くらしのサポーター養成研修　申込者名簿"],
    [None, None, None, None, None, "令和8年6月1日現在"],
    [],
    ["No.", "氏　名", "フリガナ", "生年月日", "電話番号", "備　考"],
    [1, "佐藤　花子", "サトウ　ハナコ", "S25.4.2", "0138-00-0001", None],
    [2, "鈴木　一郎", "スズキ　イチロウ", "昭和30年1月5日", "22-0002", "※車いす"],
    ["No.", "氏　名", "フリガナ", "生年月日", "電話番号", "備　考"],
    [3, "田中　計", "タナカ　ケイ", "1960/1/1", 138000003, None],
    [4, None, None, None, None, None],
    ["小計", None, None, None, "3名", None],
    ["合計", 3],
    [],
    ["※個人情報のため取扱注意"],
    ["（注）電話は日中のもの。"],
]


def test_that_a_list_is_found_under_its_titles(xlsx: Make) -> None:
    table = read_list(xlsx(MESSY, merged=["A1:F1"]))
    assert table.sheet == "名簿"
    assert table.header_rows == (4,)
    assert guess(table).fields == (
        Field.SEQUENCE, Field.NAME, Field.KANA, Field.BIRTH_DATE, Field.PHONE, Field.NOTE,
    )  # fmt: skip


def test_that_every_filled_row_is_named_once_with_its_reason(xlsx: Make) -> None:
    table = read_list(xlsx(MESSY))
    drafts = check(table, guess(table), TODAY)
    assert [row.row for row in drafts.rows] == [5, 6, 8]
    left = {left.row: left.reason for left in drafts.left_out}
    assert sorted(left) == [1, 2, 4, 7, 9, 10, 11, 13, 14]
    assert "繰り返し" in left[7]
    assert "番号だけ" in left[9]
    assert "合計" in left[10]
    assert "合計" in left[11]
    assert "注記" in left[13]


def test_that_headings_over_two_rows_are_joined(xlsx: Make) -> None:
    rows = [
        ["申込者名簿"],
        ["番号", "氏名", None, "ふりがな", None, "生年月日", None, None, None, "緊急連絡先"],
        [None, "姓", "名", "姓", "名", "元号", "年", "月", "日", "氏名", "続柄", "電話"],
        [1, "佐藤", "花子", "さとう", "はなこ", "昭和", 25, 4, 2, "佐藤一", "夫", "090-0000-0001"],
        [2, "鈴木", "一", "すずき", "はじめ", "S", 30, 1, 5, None, None, None],
    ]  # fmt: skip
    table = read_list(xlsx(rows, merged=["A2:A3", "B2:C2", "D2:E2", "F2:I2", "J2:L2"]))
    assert table.header_rows == (2, 3)
    mapping = guess(table)
    assert mapping.fields == (
        Field.SEQUENCE, Field.FAMILY_NAME, Field.GIVEN_NAME, Field.FAMILY_KANA, Field.GIVEN_KANA,
        Field.BIRTH_ERA, Field.BIRTH_YEAR, Field.BIRTH_MONTH, Field.BIRTH_DAY,
        Field.EMERGENCY_NAME, Field.EMERGENCY_RELATION, Field.EMERGENCY_PHONE,
    )  # fmt: skip
    first, second = check(table, mapping, TODAY).rows
    assert first.draft.birth_date == date(1950, 4, 2)
    assert second.draft.birth_date == date(1955, 1, 5)
    assert first.draft.emergency_name == "佐藤一"
    assert first.draft.emergency_phone == "090-0000-0001"


def test_that_the_sheet_with_the_list_is_chosen_and_the_others_named(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "表紙"
    book.active.append(["申込者名簿をお送りします"])
    sheet = book.create_sheet("申込者")
    sheet.append(["氏名", "電話"])
    sheet.append(["佐藤　花子", "0138-00-0001"])
    book.create_sheet("メモ").append(["覚え書き"])
    path = tmp_path / "送付.xlsx"
    book.save(path)
    table = read_list(path)
    assert table.sheet == "申込者"
    assert set(table.other_sheets) == {"表紙", "メモ"}
    assert read_list(path, "メモ").sheet == "メモ"
    with pytest.raises(Refusal):
        read_list(path, "ない")


@pytest.mark.parametrize("encoding", ["cp932", "utf-8", "utf-8-sig", "utf-16"])
def test_that_text_in_any_usual_encoding_is_read(csv: Make, encoding: str) -> None:
    text = "氏名,ふりがな,電話\r\n\r\n渡邉　太郎,わたなべ たろう,0138000001\r\n"
    table = read_list(csv(text, encoding))
    (row,) = check(table, guess(table), TODAY).rows
    assert (row.row, row.draft.name) == (3, "渡邉　太郎")
    assert row.draft.phone == "0138-00-0001"


def test_that_columns_without_headings_are_known_by_their_cells(xlsx: Make) -> None:
    rows = [
        ["佐藤　花子", "サトウ ハナコ", "S25.4.2", "040-0001", "函館市末広町4-19", "0138-00-0001"],
        ["鈴木　一郎", "スズキ イチロウ", "S30.1.5", "040-0002", "函館市美原1-2-3", "0138-00-0002"],
    ]
    table = read_list(xlsx(rows))
    assert table.header_row is None
    assert guess(table).fields == (
        Field.NAME, Field.KANA, Field.BIRTH_DATE, Field.POSTAL_CODE, Field.ADDRESS, Field.PHONE,
    )  # fmt: skip
    assert len(check(table, guess(table), TODAY).rows) == 2


def test_that_a_list_of_names_alone_is_a_list(csv: Make) -> None:
    table = read_list(csv("氏名\n佐藤 花子\n鈴木 一郎\n"))
    assert [row.draft.name for row in check(table, guess(table), TODAY).rows] == [
        "佐藤　花子",
        "鈴木　一郎",
    ]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("受講者氏名", Field.NAME), ("お名前（漢字）", Field.NAME), ("氏名(フリガナ)", Field.KANA),
        ("ﾌﾘｶﾞﾅ", Field.KANA), ("生年月日（西暦）", Field.BIRTH_DATE),
        ("生年(西暦)", Field.BIRTH_YEAR),
        ("〒", Field.POSTAL_CODE), ("ＴＥＬ", Field.PHONE), ("電話番号(自宅)", Field.PHONE),
        ("電話番号（携帯）", Field.MOBILE), ("ＦＡＸ番号", Field.FAX), ("E-mail", Field.EMAIL),
        ("町会名", Field.NEIGHBOURHOOD), ("日常生活圏域", Field.DISTRICT),
        ("申込日", Field.APPLIED_ON), ("住所２", Field.NUMBER), ("施設名", Field.IGNORE),
        ("緊急連絡先（電話番号）", Field.EMERGENCY_PHONE),
        ("緊急連絡先 続柄", Field.EMERGENCY_RELATION),
        ("研修を知ったきっかけ", Field.HEARD_FROM),
        ("代表者氏名", Field.IGNORE), ("年齢", Field.AGE), ("男女", Field.SEX),
    ],
)  # fmt: skip
def test_that_a_heading_is_understood(csv: Make, heading: str, field: Field) -> None:
    text = f"氏名,{heading},番号,住所,備考\n佐藤 花子,x,1,函館市,y\n"
    if field is Field.NAME:
        text = text.replace("氏名,", "連番,", 1)
    assert guess(read_list(csv(text))).fields[1] is field


def test_that_a_mapping_is_written_and_read_again(csv: Make, tmp_path: Path) -> None:
    path = tmp_path / "map.toml"
    path.write_text('[columns]\n"呼び名" = "name"\n"B" = "kana"\n"かけ先" = "電話"\n', "utf-8")
    source = csv("題名\n呼び名,ひらく,かけ先\n佐藤 花子,さとう はなこ,0138-00-0001\n")
    table = read_list(source, None, read_map(path))
    assert table.header_rows == (2,)
    mapping = named(table, read_map(path))
    assert mapping.fields == (Field.NAME, Field.KANA, Field.PHONE)
    path.write_text(written(as_columns(table, mapping)), "utf-8")
    assert named(table, read_map(path)) == mapping


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[columns]\n"ない列" = "name"\n', "という列"),
        ('[columns]\n"氏名" = "shimei"\n', "shimei"),
        ("[other]\n", "columns"),
        ("氏名 = name", "読めません"),
    ],
)
def test_that_a_wrong_mapping_is_refused_in_words(
    csv: Make, tmp_path: Path, text: str, said: str
) -> None:
    path = tmp_path / "map.toml"
    path.write_text(text, "utf-8")
    table = read_list(csv("氏名,電話\n佐藤 花子,0138-00-0001\n"))
    with pytest.raises(Refusal, match=said):
        named(table, read_map(path))


def test_that_the_same_headings_have_the_same_fingerprint(csv: Make) -> None:
    first = read_list(csv("氏　名,電話番号\n佐藤 花子,0138-00-0001\n")).fingerprint
    second = read_list(csv("題名\n氏名,電話番号\n鈴木 一郎,22-0001\n")).fingerprint
    third = read_list(csv("氏名,住所\n鈴木 一郎,末広町\n")).fingerprint
    assert first == second != third


def test_that_a_list_without_names_is_refused_with_what_was_seen(csv: Make) -> None:
    table = read_list(csv("名称,所在地,電話番号\n中央会館,末広町,0138-00-0001\n"))
    with pytest.raises(Refusal, match="氏名の列") as refused:
        check(table, guess(table), TODAY)
    assert "所在地" in refused.value.text
