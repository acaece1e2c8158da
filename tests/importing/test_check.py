"""What is mended, asked about and kept of every value of a row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from app.contacts.person import Consideration, ContactWay, PersonDraft, Sex
from app.documents.table_file import Cell, RawTable
from app.importing.addresses import part
from app.importing.check import check
from app.importing.drafts import DraftRow
from app.importing.mapping import guess
from app.importing.read import read_list, table
from app.training.course import HeardFrom

TODAY = date(2026, 11, 20)
Make = Callable[..., Path]


def row(**values: object) -> DraftRow:
    """Return the draft of one row, its headings given by the keywords."""
    values = {"氏名": "佐藤　花子", **values}
    cells = [Cell(heading) for heading in values]
    held = [value if isinstance(value, Cell) else Cell(value) for value in values.values()]
    found = table(RawTable("名簿", (), [cells, held]))
    drafts = check(found, guess(found), TODAY)
    assert [left.row for left in drafts.left_out] == [1]
    return drafts.rows[0]


def person(**values: object) -> PersonDraft:
    return row(**values).draft


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        ("佐藤　花子", "佐藤", "花子"),
        ("佐藤 花子", "佐藤", "花子"),
        ("　佐藤　　花子　様", "佐藤", "花子"),
        ("佐藤花子さん", "佐藤花子", ""),
        ("※髙橋　𠮷子", "髙橋", "𠮷子"),
        ("佐藤 花子（旧姓鈴木）", "佐藤", "花子"),
        ("マリア デラ クルス", "マリア", "デラ クルス"),
        ("佐々木花", "佐々木花", ""),
    ],
)
def test_that_a_name_in_one_cell_is_parted_at_blanks(name: str, family: str, given: str) -> None:
    draft = person(氏名=name)
    assert (draft.family_name, draft.given_name) == (family, given)


def test_that_an_unspaced_name_is_said_and_parted_only_where_the_reading_tells() -> None:
    found = row(氏名="佐藤花子", ふりがな="さとう はなこ")
    assert (found.draft.family_name, found.draft.given_name) == ("佐藤花子", "")
    assert (found.draft.family_kana, found.draft.given_kana) == ("さとう", "はなこ")
    assert any("分かれていません" in said for said in found.mended)
    draft = person(氏名="佐藤はなこ", ふりがな="さとう はなこ")
    assert (draft.family_name, draft.given_name) == ("佐藤", "はなこ")


def test_that_furigana_kept_in_the_cell_is_a_guess() -> None:
    found = row(氏名=Cell("佐藤　花子", reading="サトウ　ハナコ"))
    assert (found.draft.family_kana, found.draft.given_kana) == ("さとう", "はなこ")
    assert found.draft.kana_guessed
    written = person(氏名=Cell("佐藤　花子", reading="サトウ　カコ"), フリガナ="サトウ ハナコ")
    assert written.given_kana == "はなこ"
    assert not written.kana_guessed


def test_that_what_is_beside_a_name_is_kept() -> None:
    found = row(氏名="※佐藤　花子様（旧姓鈴木）")
    assert found.draft.former_name == "鈴木"
    assert "※" in found.draft.note
    assert any("様" in said for said in found.mended)


@pytest.mark.parametrize("name", ["佐藤太郎・花子", "佐藤太郎、佐藤花子", "末広町会", "㈱はこだて"])
def test_that_what_is_no_single_person_is_asked_about(name: str) -> None:
    assert row(氏名=name).questions


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("S25.4.2", date(1950, 4, 2)),
        ("昭和２５年４月２日", date(1950, 4, 2)),
        ("1950/4/2", date(1950, 4, 2)),
        ("19500402", date(1950, 4, 2)),
        (19500402, date(1950, 4, 2)),
        (datetime(1950, 4, 2), date(1950, 4, 2)),
        (date(1950, 4, 2), date(1950, 4, 2)),
        (18355, date(1950, 4, 2)),
        ("18355", date(1950, 4, 2)),
        (18355.0, date(1950, 4, 2)),
        ("平成元年1月8日", date(1989, 1, 8)),
        ("大正15年12月24日", date(1926, 12, 24)),
    ],
)
def test_that_a_birth_date_is_read(value: object, day: date) -> None:
    assert person(生年月日=value).birth_date == day


@pytest.mark.parametrize(
    "value", ["45/4/5", "昭和64年2月1日", "2027/1/1", "1850/1/1", "2月30日", "不明", "S25.13.1"]
)
def test_that_a_doubtful_birth_date_is_asked_about_and_kept(value: str) -> None:
    found = row(生年月日=value)
    assert found.draft.birth_date is None
    assert found.questions
    assert value in found.draft.note


def test_that_a_year_or_an_age_alone_is_taken() -> None:
    assert person(**{"生年（西暦）": 1950}).birth_year == 1950
    assert person(生年月日="1950年").birth_year == 1950
    assert person(元号="昭和", 生年="25").birth_year == 1950
    assert person(年齢="７６歳").age_band == "75～79歳"
    assert person(年代="60代").age_band == "60代"


@pytest.mark.parametrize(
    ("heading", "value", "phone", "mobile"),
    [
        ("電話", "０１３８ー００ー０００１", "0138-00-0001", ""),
        ("電話", "0138(00)0001", "0138-00-0001", ""),
        ("電話", "22-0001", "0138-22-0001", ""),
        ("電話", 138000001, "0138-00-0001", ""),
        ("電話", 9000001234, "", "090-0000-1234"),
        ("電話", "9000001234", "", "090-0000-1234"),
        ("電話番号", "0138-00-0001 / 090-0000-1234", "0138-00-0001", "090-0000-1234"),
        ("連絡先", "自宅：0138-00-0001\n携帯：090-0000-1234", "0138-00-0001", "090-0000-1234"),
        ("携帯", "090−0000−1234", "", "090-0000-1234"),
        ("携帯", "0138-00-0001", "0138-00-0001", ""),
    ],
)
def test_that_telephones_are_told_apart(
    heading: str, value: object, phone: str, mobile: str
) -> None:
    draft = person(**{heading: value})
    assert (draft.phone, draft.mobile) == (phone, mobile)


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("電話", "なし"),
        ("郵便番号", "0401"),
        ("メール", "hana"),
        ("性別", "？"),
        ("ふりがな", "佐藤"),
    ],
)
def test_that_what_cannot_be_read_is_kept_in_the_note_and_said(heading: str, value: str) -> None:
    found = row(**{heading: value})
    assert value in found.draft.note
    assert any(value in said for said in found.mended)
    assert not found.questions


def test_that_a_second_number_is_kept() -> None:
    draft = person(電話="0138-00-0001、0138-00-0002")
    assert "0138-00-0002" in draft.note


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        (
            "函館市美原１丁目２６番８号 ハイツ美原１０１",
            ("函館市美原", "1丁目26番8号", "ハイツ美原101"),
        ),
        ("函館市美原一丁目2−3", ("函館市美原", "一丁目2-3", "")),
        ("北海道函館市末広町4-19", ("北海道函館市末広町", "4-19", "")),
        ("函館市石川町", ("函館市石川町", "", "")),
        ("七飯町字本町123番地の4", ("七飯町字本町", "123番地の4", "")),
        ("", ("", "", "")),
    ],
)
def test_that_an_address_is_parted(address: str, parts: tuple[str, str, str]) -> None:
    assert part(address) == parts


def test_that_an_address_in_several_columns_is_put_together() -> None:
    draft = person(
        郵便番号=400001,
        都道府県="北海道",
        市区町村="函館市",
        町名="美原",
        番地="１−２−３",
        建物名="ハイツ101",
    )
    assert draft.postal_code == "040-0001"
    assert draft.address_town == "北海道函館市美原"
    assert (draft.address_number, draft.address_building) == ("1-2-3", "ハイツ101")
    draft = person(住所1="函館市美原1-2-3", 住所2="ハイツ101")
    assert (draft.address_number, draft.address_building) == ("1-2-3", "ハイツ101")
    draft = person(住所="〒040-0001 函館市末広町4-19")
    assert (draft.postal_code, draft.address_town) == ("040-0001", "函館市末広町")


@pytest.mark.parametrize(
    ("text", "sex"),
    [("男", Sex.MALE), ("女性", Sex.FEMALE), ("Ｍ", Sex.MALE), ("f", Sex.FEMALE),
     ("その他", Sex.OTHER), ("", None)],
)  # fmt: skip
def test_that_sex_is_read(text: str, sex: Sex | None) -> None:
    assert person(性別=text).sex is sex


def test_that_an_emergency_contact_is_read_from_one_cell_or_three() -> None:
    draft = person(緊急連絡先="佐藤一郎（長男）０９０-0000-0002")
    assert draft.emergency_name == "佐藤一郎"
    assert draft.emergency_relation == "長男"
    assert draft.emergency_phone == "090-0000-0002"
    draft = person(緊急連絡先氏名="佐藤一", 続柄="夫", 緊急連絡先電話="0138000002")
    assert (draft.emergency_relation, draft.emergency_phone) == ("夫", "0138-00-0002")
    assert draft.phone == ""


def test_that_an_application_and_needs_are_read() -> None:
    found = row(
        申込日="R8.6.1", 申込方法="ＦＡＸ", きっかけ="市政はこだてを見て", 志望動機="役に立ちたい",
        車いす="○", 聴こえ="×", 配慮事項="送迎を希望",
    )  # fmt: skip
    said = found.application
    assert said.applied_on == date(2026, 6, 1)
    assert (said.applied_by, said.heard_from) == (ContactWay.FAX, HeardFrom.CITY_PAPER)
    assert said.motive == "役に立ちたい"
    needed = Consideration(hearing=False, wheelchair=True, pickup=True, detail="送迎を希望")
    assert found.consideration == needed


def test_that_a_row_without_a_name_is_refused() -> None:
    assert "氏名" in row(氏名=None, 電話="0138-00-0001", 備考="x").refused


def test_that_furigana_of_a_real_workbook_is_read(xlsx: Make) -> None:
    # Excel writes <rPh>; a workbook without it has none, and nothing is guessed.
    found = read_list(xlsx([["氏名", "電話"], ["佐藤 花子", "0138-00-0001"]]))
    (only,) = check(found, guess(found), TODAY).rows
    assert only.draft.family_kana == ""
    assert not only.draft.kana_guessed
