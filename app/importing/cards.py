"""A file of vCards as a list: one row a card, under headings as a list of people has them.

What no heading stands for is written in 備考, so that nothing a card says is lost; pictures and
the marks of programs are left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from app.contacts.custom import Subject
from app.documents.table_file import Cell
from app.documents.vcard import Card, Property, read_cards
from app.importing.table import LeftOut, SourceRow, SourceTable
from app.kernel.errors import Refusal

_HEADINGS = (
    "氏名", "姓", "名", "せい", "めい", "ふりがな", "性別", "生年月日", "郵便番号", "都道府県",
    "市区町村", "住所", "建物", "電話", "携帯", "FAX", "メール", "職業・経歴", "備考",
)  # fmt: skip
_SEXES = {"M": "男性", "F": "女性", "O": "その他"}
_HOME = frozenset({"日本", "日本国", "japan", "jp", "jpn"})
_NOTES = (
    ("NICKNAME", "通称"), ("ROLE", "役割"), ("URL", "URL"), ("IMPP", "連絡先"),
    ("ANNIVERSARY", "記念日"),
)  # fmt: skip
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?")
_YEAR = re.compile(r"(\d{4})(?:-(\d\d))?")
_MONTH_DAY = re.compile(r"--(\d\d)-?(\d\d)")


def card_table(path: Path, subject: Subject) -> SourceTable:
    """Return the cards of a file.  Raises ``Refusal`` where it has none, or for organisations."""
    if subject is not Subject.PERSON:
        raise Refusal(
            f"「{path.name}」は連絡先のカード（vCard）です。カードは人として取り込めます。"
        )
    rows: list[SourceRow] = []
    left_out: list[LeftOut] = []
    for number, card in enumerate(read_cards(path), start=1):
        if reason := _no_person(card):
            left_out.append(LeftOut(number, reason))
            continue
        told = _told(card)
        cells = [_cell(told.get(heading, "")) for heading in _HEADINGS]
        rows.append(SourceRow(number, cells, tuple(cell.text for cell in cells)))
    return SourceTable(path.stem, (), (), _HEADINGS, tuple(rows), tuple(left_out), cards=True)


def _no_person(card: Card) -> str:
    """Return why a card is nobody's, or nothing."""
    kind = card.text("KIND").lower() or card.text("X-ADDRESSBOOKSERVER-KIND").lower()
    if kind == "group":
        return "宛先をまとめたグループのカードです"
    if kind in ("org", "location") or card.text("X-ABSHOWAS").upper() == "COMPANY":
        return "団体や場所のカードです。団体として登録してください"
    if not card.whole:
        return "カードの終わり（END:VCARD）がなく、途中で切れています"
    if all(each.name in ("VERSION", "PRODID", "REV", "UID") for each in card.properties):
        return "何も書かれていないカードです"
    return ""


def _cell(value: str | date) -> Cell:
    return Cell(value) if value else Cell()


def _told(card: Card) -> dict[str, str | date]:
    """Return what a card says, by heading."""
    notes = list(_notes(card))
    told: dict[str, str | date] = {}
    told |= _names(card, notes)
    told |= _birth(card.text("BDAY"), notes)
    told |= _address(card, notes)
    told |= _numbers(card, notes)
    mails = [each.text for each in card.all("EMAIL")]
    preferred = card.text("EMAIL")
    notes += [f"メール（ほか）: {mail}" for mail in dict.fromkeys(mails) if mail != preferred]
    sex = card.first("GENDER")
    return told | {
        "性別": "" if sex is None else _SEXES.get(sex.parts()[0].upper(), ""),
        "メール": preferred,
        "職業・経歴": " ".join(_work(card)),
        "備考": "\n".join(dict.fromkeys(notes)),
    }


def _notes(card: Card) -> Iterator[str]:
    yield from (each.text for each in card.all("NOTE"))
    for name, label in _NOTES:
        yield from (f"{label}: {each.text}" for each in card.all(name))
    categories = [item for each in card.all("CATEGORIES") for item in each.items()]
    if categories:
        yield f"分類: {'、'.join(categories)}"


def _names(card: Card, notes: list[str]) -> dict[str, str | date]:
    whole = card.first("N")
    family, given, more, *titles = [*([] if whole is None else whole.parts()), *[""] * 5][:5]
    if not (family or given):
        return {"氏名": card.text("FN"), **_reading(card, whole)}
    extra = [part for part in (more, *titles) if part and part not in ("様", "さん")]
    if extra:
        notes.append(f"氏名の続き: {' '.join(extra)}")
    if not family:
        family, given = given, ""
    return {"姓": family, "名": given, **_reading(card, whole)}


def _reading(card: Card, name: Property | None) -> dict[str, str | date]:
    family, given = card.text("X-PHONETIC-LAST-NAME"), card.text("X-PHONETIC-FIRST-NAME")
    sound = next((each for each in card.all("SOUND") if "X-IRMC-N" in each.kinds), None)
    if not (family or given) and sound is not None:
        family, given = [*sound.parts(), "", ""][:2]
    if not (family or given) and name is not None and name.sort_as:
        family, _, given = name.sort_as.partition(",")
    family, given = (unicodedata.normalize("NFKC", part).strip() for part in (family, given))
    if family and given:
        return {"せい": family, "めい": given}
    return {"ふりがな": family or given or card.text("SORT-STRING")}


def _birth(text: str, notes: list[str]) -> dict[str, str | date]:
    if found := _DAY.fullmatch(text):
        try:
            return {"生年月日": date(*map(int, found.groups()))}
        except ValueError:
            return {"生年月日": text}
    if found := _MONTH_DAY.fullmatch(text):
        notes.append(f"誕生日: {int(found[1])}月{int(found[2])}日（年は不明）")
        return {}
    if found := _YEAR.fullmatch(text):
        if found[2]:
            notes.append(f"誕生月: {int(found[2])}月")
        return {"生年月日": f"{found[1]}年"}
    return {"生年月日": text}


def _address(card: Card, notes: list[str]) -> dict[str, str | date]:
    """Take the preferred address, or that of the home; others are noted."""
    known = sorted(
        card.all("ADR"), key=lambda each: ("HOME" not in each.kinds, "PREF" not in each.kinds)
    )
    others = [" ".join(part for part in other.parts() if part) for other in known[1:]]
    notes += [f"住所（ほか）: {other}" for other in others]
    if not known:
        return {}
    parts = [*(" ".join(part.split()).strip(" ,") for part in known[0].parts()), *[""] * 7]
    box, extended, street, city, region, postal, country = parts[:7]
    if country and country.lower() not in _HOME:
        notes.append(f"国: {country}")
    building = " ".join(part for part in (extended, box) if part) if street else ""
    return {
        "郵便番号": postal,
        "都道府県": region,
        "市区町村": city,
        "住所": street or " ".join(part for part in (extended, box) if part),
        "建物": building,
    }


def _numbers(card: Card, notes: list[str]) -> dict[str, str | date]:
    fixed: list[str] = []
    mobile: list[str] = []
    fax: list[str] = []
    for each in sorted(card.all("TEL"), key=lambda one: "PREF" not in one.kinds):
        number = each.text.removeprefix("tel:")
        if "PAGER" in each.kinds:
            notes.append(f"ポケットベル: {number}")
        elif "FAX" in each.kinds:
            fax.append(number)
        else:
            (mobile if "CELL" in each.kinds else fixed).append(number)
    notes += [f"FAX（ほか）: {number}" for number in fax[1:]]
    return {"電話": "\n".join(fixed), "携帯": "\n".join(mobile), "FAX": "".join(fax[:1])}


def _work(card: Card) -> Iterator[str]:
    for each in card.all("ORG"):
        yield from (part for part in each.parts() if part)
    yield from (each.text for each in card.all("TITLE"))
