"""Every card of a file becomes a person or is refused in words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.importing.apply import Chosen, apply
from app.importing.check import check
from app.importing.drafts import Drafts
from app.importing.mapping import guess
from app.importing.plan import Fate, plan
from app.importing.read import read_list
from app.storage.store import Store

TODAY = date(2026, 11, 20)
DATA = Path(__file__).parents[2] / ".." / "shared" / "data" / "08_vcard_ical"
FILES = sorted(DATA.rglob("*.vcf"))
CARD = """BEGIN:VCARD
VERSION:3.0
N:山田;花子;;;
FN:山田 花子
X-PHONETIC-LAST-NAME:ヤマダ
X-PHONETIC-FIRST-NAME:ハナコ
ORG:函館町会;婦人部
TITLE:部長
TEL;TYPE=CELL:090-1111-2222
TEL;TYPE=HOME:0138-22-1111
TEL;TYPE=HOME,FAX:0138-22-1112
EMAIL:hanako@example.jp
ADR;TYPE=home:;;末広町4-19　ハイツ101;函館市;北海道;040-0053;日本
{birth}
NOTE:お茶
CATEGORIES:受講者,町会
END:VCARD
"""


def _drafts(tmp_path: Path, text: str) -> Drafts:
    path = tmp_path / "連絡先.vcf"
    path.write_text(text)
    table = read_list(path)
    return check(table, guess(table), TODAY)


def test_that_a_card_becomes_a_person_with_everything_it_says(tmp_path: Path) -> None:
    person = _drafts(tmp_path, CARD.format(birth="BDAY:19500403")).rows[0].draft
    assert (person.name, person.kana) == ("山田　花子", "やまだ　はなこ")
    assert (person.phone, person.mobile, person.fax) == (
        "0138-22-1111", "090-1111-2222", "0138-22-1112",
    )  # fmt: skip
    assert (person.postal_code, person.address_town) == ("040-0053", "北海道函館市末広町")
    assert (person.address_number, person.address_building) == ("4-19", "ハイツ101")
    assert person.birth_date == date(1950, 4, 3)
    assert person.occupation == "函館町会 婦人部 部長"
    assert person.note == "お茶\n分類: 受講者、町会"


@pytest.mark.parametrize(
    ("birth", "day", "year", "noted"),
    [
        ("BDAY;VALUE=date:1950-04-03", date(1950, 4, 3), None, ""),
        ("BDAY:1950-04-03T00:00:00Z", date(1950, 4, 3), None, ""),
        ("BDAY:1950", None, 1950, ""),
        ("BDAY:1950-04", None, 1950, "誕生月: 4月"),
        ("BDAY:--0403", None, None, "誕生日: 4月3日"),
        ("BDAY;VALUE=text:春ごろ", None, None, "春ごろ"),
        ("BDAY:19500231", None, None, "19500231"),
    ],
)
def test_that_a_birthday_is_read_in_every_form(
    tmp_path: Path, birth: str, day: date | None, year: int | None, noted: str
) -> None:
    person = _drafts(tmp_path, CARD.format(birth=birth)).rows[0].draft
    assert (person.birth_date, person.birth_year) == (day, year)
    assert noted in person.note


def test_that_cards_of_nobody_are_left_out_in_words(tmp_path: Path) -> None:
    text = (
        "BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:町会\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:役員\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:4.0\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:4.0\nTEL:0138-22-1111\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:4.0\nN:佐藤;一;;;\n"
    )
    drafts = _drafts(tmp_path, text)
    assert [left.row for left in drafts.left_out] == [1, 2, 3, 5]
    assert [(row.row, row.refused) for row in drafts.rows] == [(4, "氏名がありません")]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_that_every_card_is_accounted_for(path: Path, store: Store) -> None:
    table = read_list(path)
    planned = store.ask(plan, check(table, guess(table), TODAY), TODAY)
    numbers = sorted([row.row for row in planned.rows] + [left.row for left in planned.left_out])
    assert numbers == list(range(1, path.read_bytes().count(b"BEGIN:VCARD") + 1))
    refused = [row for row in planned.rows if row.fate is Fate.REFUSED]
    assert all(row.reasons for row in refused)
    report = store.do("取り込み", apply, planned, Chosen()).result
    again = store.ask(plan, check(table, guess(table), TODAY), TODAY)
    assert all(
        row.fate is not Fate.ADD
        for row, done in zip(again.rows, report.rows, strict=True)
        if done.record is not None
    )
