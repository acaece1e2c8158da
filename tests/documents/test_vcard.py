"""Cards as telephones and mail programs write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.documents.vcard import Card, is_vcard, read_cards
from app.kernel.errors import Refusal


def _read(tmp_path: Path, *lines: str, encoding: str = "utf-8") -> list[Card]:
    path = tmp_path / "連絡先.vcf"
    path.write_bytes("\r\n".join((*lines, "")).encode(encoding))
    return read_cards(path)


def _card(tmp_path: Path, *lines: str, version: str = "3.0", encoding: str = "utf-8") -> Card:
    whole = ("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD")
    return _read(tmp_path, *whole, encoding=encoding)[0]


def test_that_folded_lines_are_joined_inside_a_character(tmp_path: Path) -> None:
    path = tmp_path / "a.vcf"
    name = "函館".encode()
    path.write_bytes(
        b"BEGIN:VCARD\nVERSION:3.0\nNOTE:" + name[:4] + b"\r\n " + name[4:] + b"\nEND:VCARD\n"
    )
    assert read_cards(path)[0].text("NOTE") == "函館"


def test_that_escapes_stay_within_their_part(tmp_path: Path) -> None:
    card = _card(tmp_path, r"N:山\;田;太\,郎;;;", r"NOTE:一行目\n二行目\\")
    assert card.all("N")[0].parts()[:2] == ["山;田", "太,郎"]
    assert card.text("NOTE") == "一行目\n二行目\\"


def test_that_the_encoding_stands_on_the_line(tmp_path: Path) -> None:
    quoted = "N;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:=8ER=93c;=91=BE=\r\n=98Y"
    card = _card(tmp_path, quoted, "SOUND;X-IRMC-N;CHARSET=SHIFT_JIS:ﾔﾏﾀﾞ;ﾀﾛｳ", version="2.1",
                 encoding="cp932")  # fmt: skip
    assert card.all("N")[0].parts() == ["山田", "太郎"]
    assert card.all("SOUND")[0].parts() == ["ﾔﾏﾀﾞ", "ﾀﾛｳ"]


def test_that_groups_and_parameters_are_told_apart(tmp_path: Path) -> None:
    card = _card(
        tmp_path,
        'item1.TEL;TYPE="home,voice";X-A="a:b;c":0138-22-1111',
        "TEL;CELL;PREF:090-1111-2222",
        'N;SORT-AS="やまだ,はなこ":山田;花子;;;',
    )
    assert [sorted(each.kinds) for each in card.all("TEL")] == [["HOME", "VOICE"], ["CELL", "PREF"]]
    assert card.text("TEL") == "090-1111-2222"
    assert card.all("N")[0].sort_as == "やまだ,はなこ"


def test_that_a_card_in_a_card_is_not_another(tmp_path: Path) -> None:
    inner = ("AGENT:", "BEGIN:VCARD", "FN:中", "END:VCARD")
    cards = _read(
        tmp_path, "BEGIN:VCARD", "FN:外", *inner, "END:VCARD", "BEGIN:VCARD", "FN:次", "END:VCARD"
    )
    assert [card.text("FN") for card in cards] == ["外", "次"]


def test_that_a_card_without_end_says_so(tmp_path: Path) -> None:
    cards = _read(tmp_path, "BEGIN:VCARD", "FN:一", "BEGIN:VCARD", "FN:二", "END:VCARD")
    assert [(card.text("FN"), card.whole) for card in cards] == [("一", False), ("二", True)]


@pytest.mark.parametrize("data", [b"", b"\x00\xff\xfe", b"END:VCARD", b"N:a;b", b"BEGIN:VCALENDAR"])
def test_that_what_is_no_card_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.vcf"
    path.write_bytes(data)
    assert not is_vcard(path)
    with pytest.raises(Refusal):
        read_cards(path)
