from __future__ import annotations

from datetime import date

import pytest

from app.documents.vcard_writer import Card, vcards

HANAKO = Card(
    "函館", "花子", "はこだて", "はなこ", "東雲町会", "町会長", "0138-00-0001", "090-0000-0001",
    "0138-00-0002", "mihon@example.jp", "040-8666", "北海道函館市東雲町4番13号", "見本ハイツ101",
    date(1958, 4, 12),
)  # fmt: skip


def unfolded(data: bytes) -> list[str]:
    return data.replace(b"\r\n ", b"").decode().split("\r\n")


def test_that_a_card_is_written_as_3_0() -> None:
    assert unfolded(vcards([HANAKO], "3.0")) == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "N:函館;花子;;;",
        "FN:函館 花子",
        "SORT-STRING:はこだて はなこ",
        "X-PHONETIC-LAST-NAME:はこだて",
        "X-PHONETIC-FIRST-NAME:はなこ",
        "ORG:東雲町会",
        "TITLE:町会長",
        "TEL;TYPE=HOME,VOICE:0138-00-0001",
        "TEL;TYPE=CELL,VOICE:090-0000-0001",
        "TEL;TYPE=HOME,FAX:0138-00-0002",
        "EMAIL;TYPE=INTERNET:mihon@example.jp",
        "ADR;TYPE=home:;;東雲町4番13号　見本ハイツ101;函館市;北海道;040-8666;日本",
        "BDAY:1958-04-12",
        "END:VCARD",
        "",
    ]


def test_that_a_card_is_written_as_4_0() -> None:
    lines = unfolded(vcards([HANAKO]))
    assert lines[1:4] == ["VERSION:4.0", 'N;SORT-AS="はこだて,はなこ":函館;花子;;;', "FN:函館 花子"]
    assert 'TEL;TYPE="cell,voice":090-0000-0001' in lines
    assert "BDAY:19580412" in lines


def test_that_signs_are_escaped_and_lines_folded_between_characters() -> None:
    note = "一行目；\n二行目, 三つ; 四つ\\" + "𠮷葛\U000e0100" * 40
    data = vcards([Card("𠮷田", note=note, categories=("協議体", "a,b"))])
    rows = data.split(b"\r\n")
    assert all(len(row) <= 75 for row in rows)
    assert all(row.decode() is not None for row in rows)
    lines = unfolded(data)
    assert r"CATEGORIES:協議体,a\,b" in lines
    (line,) = (line for line in lines if line.startswith("NOTE:"))
    assert line.startswith(r"NOTE:一行目；\n二行目\, 三つ\; 四つ\\𠮷葛")


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("函館市東雲町4-13", ";;東雲町4-13;函館市;;"),
        ("北海道亀田郡七飯町本町1", ";;本町1;亀田郡七飯町;北海道;"),
        ("北海道余市郡余市町大川町1", ";;大川町1;余市郡余市町;北海道;"),
        ("東京都千代田区千代田1-1", ";;千代田1-1;千代田区;東京都;"),
        ("東雲町4-13", ";;東雲町4-13;;;"),
    ],
)
def test_that_an_address_has_its_parts(address: str, parts: str) -> None:
    (line,) = (one for one in unfolded(vcards([Card("甲", address=address)])) if "ADR" in one)
    assert line == f"ADR;TYPE=home:{parts};日本"
