"""Names and readings as they stand in lists: in one cell or two, with 様, marks and notes.

An unspaced name stays whole in the family name: guessing where it parts is wrong for one name in
twenty.  Only a reading tells, where part of the name is written in kana itself.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from app.importing.fields import Field
from app.importing.findings import Findings
from app.importing.mapping import Mapping
from app.importing.shapes import ORGANISATION_NAME
from app.importing.table import SourceRow
from app.kernel.kana import is_kana, to_hiragana

_SUFFIX = re.compile(r"(?<=[^\s]{2})\s*(様|さま|さん|殿|先生|氏)$")
_PLAIN = re.compile(r"[^\W\d_]+(?:\s+[^\W\d_]+)?")
_MARKS = re.compile(r"^[\s※*＊★☆◎○●◇◆□■△▲▽▼◯]+|[\s※*＊★☆◎●◆■▲▼]+$")
_BRACKET = re.compile(r"[（(［\[〔](.*?)[）)］\]〕]")
_FORMER = re.compile(r"(?:旧姓|旧)[:：\s]*(.+)")
_SEVERAL = re.compile(r"[、，,/／＆&]|(?<=[^ァ-ヺー])・(?=[^ァ-ヺー])|\n")
ORGANISATION = "団体や施設の名前のようです"
"""How a question about an organisation's name ends."""

_ENDING = re.compile("[園苑荘会課室局館部寮所校団店家]$")
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")
_LONG = 16
_MIDDLING = 4


class Names(NamedTuple):
    """A name in its parts."""

    family_name: str = ""
    given_name: str = ""
    family_kana: str = ""
    given_kana: str = ""
    kana_guessed: bool = False
    former_name: str = ""


def read_names(row: SourceRow, mapping: Mapping, findings: Findings) -> Names:
    """Return the name and reading a row gives, saying what was taken off or guessed."""
    names = _written(row, mapping, findings)
    names = _with_kana(names, row, mapping, findings)
    if not names.family_kana:
        names = _with_reading(names, row, mapping, findings)
    if names.family_name and not names.given_name:
        names = _parted_by_kana(names)
        if not names.given_name:
            findings.mended.append("姓と名が分かれていません。取り込んだ後で分けてください")
    if odd := _no_person(names):
        findings.questions.append(odd)
    former = first(row, mapping, Field.FORMER_NAME)
    return names._replace(former_name=former) if former else names


def _no_person(names: Names) -> str:
    """Return what makes a name look like that of an organisation, or of nothing at all."""
    whole = names.family_name + names.given_name
    if ORGANISATION_NAME.search(whole) or (len(whole) > _LONG and not is_kana(whole)):
        return f"「{whole}」は、{ORGANISATION}"
    if len(whole) > _MIDDLING and not names.given_name and _ENDING.search(whole):
        return f"「{whole}」は、{ORGANISATION}"
    if whole and (not _LETTER.search(whole) or _DIGIT.search(whole)):
        return f"「{whole}」は、氏名ではないようです"
    return ""


def first(row: SourceRow, mapping: Mapping, field: Field) -> str:
    """Return what the first filled column of this meaning says."""
    for column in mapping.by_field.get(field, ()):
        if text := row.text(column):
            return text
    return ""


def _written(row: SourceRow, mapping: Mapping, findings: Findings) -> Names:
    family = first(row, mapping, Field.FAMILY_NAME)
    if family:
        given = first(row, mapping, Field.GIVEN_NAME)
        names = _bare(family, findings)
        if not given:
            return names
        # A family name of two words stays together where the given name has its own column.
        whole = " ".join(part for part in (names.family_name, names.given_name) if part)
        return names._replace(family_name=whole, given_name=given)
    whole = first(row, mapping, Field.NAME)
    return _bare(whole, findings)


def _bare(text: str, findings: Findings) -> Names:
    """Return a name without marks, brackets and 様, in two where blanks part it."""
    if _PLAIN.fullmatch(text) and not _SUFFIX.search(text):
        return _parted(text, Names())
    names = Names()
    for inside in _BRACKET.findall(text):
        names = _from_bracket(names, inside.strip(), findings)
    text = _BRACKET.sub(" ", text).strip() or text
    bare = _MARKS.sub("", text)
    if bare != text and bare:
        findings.kept.append(f"氏名の欄の印: {text.replace(bare, '…').strip()}")
        findings.mended.append(f"氏名の印を外しました（{text}）")
        text = bare
    if suffix := _SUFFIX.search(text):
        text = text[: suffix.start()]
        findings.mended.append(f"敬称「{suffix[1]}」を外しました")
    if _SEVERAL.search(text):
        findings.questions.append(f"「{text}」は、お二人以上の氏名のようです")
    return _parted(text, names)


def _from_bracket(names: Names, inside: str, findings: Findings) -> Names:
    if former := _FORMER.fullmatch(inside):
        return names._replace(former_name=former[1])
    if inside and is_kana(inside):
        family, given = _two(to_hiragana(inside))
        return names._replace(family_kana=family, given_kana=given)
    if inside:
        findings.kept.append(f"氏名の欄の注記: {inside}")
    return names


def _parted(text: str, names: Names) -> Names:
    family, given = _two(text)
    return names._replace(family_name=family, given_name=given)


def _two(text: str) -> tuple[str, str]:
    parts = text.split()
    return (parts[0], " ".join(parts[1:])) if parts else ("", "")


def _with_kana(names: Names, row: SourceRow, mapping: Mapping, findings: Findings) -> Names:
    family, given = first(row, mapping, Field.FAMILY_KANA), first(row, mapping, Field.GIVEN_KANA)
    whole = " ".join(part for part in (family, given) if part)
    whole = whole or first(row, mapping, Field.KANA)
    if not whole:
        return names
    if not is_kana(whole):
        findings.keep("ふりがな", whole)
        return names
    if not (family and given):
        family, given = _two(to_hiragana(whole))
    names = names._replace(family_kana=to_hiragana(family), given_kana=to_hiragana(given))
    return names if given else _kana_parted(names)


def _with_reading(names: Names, row: SourceRow, mapping: Mapping, findings: Findings) -> Names:
    """Take the furigana that Excel keeps with a cell; it is what was typed, so a guess."""
    columns = [*mapping.columns(Field.FAMILY_NAME), *mapping.columns(Field.GIVEN_NAME)]
    columns = columns or mapping.columns(Field.NAME)
    readings = [row.cells[at].reading.strip() for at in columns if at < len(row.cells)]
    whole = " ".join(reading for reading in readings if reading)
    if not whole or not is_kana(whole):
        return names
    family, given = _two(to_hiragana(whole))
    findings.mended.append("ふりがなはExcelのセルにあったものです（要確認）")
    names = names._replace(family_kana=family, given_kana=given, kana_guessed=True)
    return names if given else _kana_parted(names)


def _kana_parted(names: Names) -> Names:
    """Part an unspaced reading where one part of a parted name is written in kana."""
    whole, family, given = (
        names.family_kana,
        *map(to_hiragana, (names.family_name, names.given_name)),
    )
    if given and len(whole) > len(given) and whole.endswith(given):
        return names._replace(family_kana=whole[: -len(given)], given_kana=given)
    if given and family and len(whole) > len(family) and whole.startswith(family):
        return names._replace(family_kana=family, given_kana=whole[len(family) :])
    return names


def _parted_by_kana(names: Names) -> Names:
    """Part an unspaced name where its beginning or end is the reading of one part."""
    if not names.given_kana:
        return names
    plain = to_hiragana(names.family_name)
    if len(plain) != len(names.family_name):
        return names
    if plain.endswith(names.given_kana) and len(plain) > len(names.given_kana):
        return _cut(names, len(plain) - len(names.given_kana))
    if plain.startswith(names.family_kana) and len(plain) > len(names.family_kana):
        return _cut(names, len(names.family_kana))
    return names


def _cut(names: Names, at: int) -> Names:
    whole = names.family_name
    return names._replace(family_name=whole[:at], given_name=whole[at:])
