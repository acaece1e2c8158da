"""The kind of list a coordinator is sent: 46 applicants in a workbook that grew by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random

from openpyxl import Workbook

from app.contacts.person import Sex
from app.reporting.catalogue import Ask
from app.reporting.documents import DOCUMENTS
from app.sample.names import invent_name

APPLICANTS = 46
OF_TRAINING = tuple(
    one for one in DOCUMENTS if Ask.COURSE in one.asks or one.id == "certificate-register"
)
"""The documents a course is there for; the others are about people whom somebody chooses."""
_FULL_WIDTH = str.maketrans("0123456789-", "０１２３４５６７８９ー")


def messy_workbook(path: Path, *, people: int = APPLICANTS, seed: int = 3) -> Path:
    """Write a list with a title, a two-line heading, mixed spellings, a total and a note."""
    random = Random(seed)
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "申込者"
    sheet["A1"] = "令和６年度　くらしのサポーター養成研修　申込者一覧"
    sheet.merge_cells("A1:H1")
    sheet["A2"] = "（５月２０日現在）"
    headings = (
        "No",
        "氏　名",
        "フリガナ",
        "生年月日",
        "性別",
        "郵便番号",
        "住所",
        "電話番号",
        "きっかけ",
    )
    for column, heading in enumerate(headings, start=1):
        sheet.cell(4, column, heading)
    for number in range(1, people + 1):
        sheet.append(_applicant(random, number))
    sheet.append(("", "合計", "", "", "", "", "", f"{people}名", ""))
    sheet.append(("※個人情報につき取扱注意",))
    book.save(path)
    return path


def _applicant(random: Random, number: int) -> tuple[object, ...]:
    sex = Sex.FEMALE if number % 3 else Sex.MALE
    name = invent_name(random, sex)
    born = date(random.randint(1945, 1975), random.randint(1, 12), random.randint(1, 28))
    phone = f"0138-{number:02d}-{random.randint(1000, 9999)}"
    return (
        number,
        f"{name.family}{random.choice(['　', ' '])}{name.given}",
        f"{name.family_kana}　{name.given_kana}",
        _birth(number, born),
        {Sex.FEMALE: "女", Sex.MALE: "男"}[sex],
        400063 if number % 5 == 0 else "〒040-0063",
        f"函館市若松町{number}番地",
        phone.translate(_FULL_WIDTH) if number % 4 == 0 else phone,
        random.choice(["チラシ", "市政はこだて", "知人", ""]),
    )


def _birth(number: int, born: date) -> object:
    match number % 3:
        case 0:
            return born
        case 1:
            return f"S{born.year - 1925}.{born.month}.{born.day}"
        case _:
            return f"昭和{born.year - 1925}年{born.month}月{born.day}日"
