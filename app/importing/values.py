"""One field's text put right: numbers that lost their zero, sex, marks for yes, ways of contact."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TypeVar

from app.contacts.person import ContactWay, Sex
from app.importing.findings import Findings
from app.kernel.errors import Refusal
from app.kernel.phones import normalise_phone, phone_digits
from app.kernel.postal import normalise_postal
from app.training.course import HeardFrom

T = TypeVar("T")

_MOBILE = re.compile(r"0[5789]0\d{8}")
_ABROAD = re.compile(r"\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}")
"""A North American number: its ten digits have lost no zero."""

_PHONES = re.compile(r"[/／、,，;；\n]|または|又は|・")
_PHONE_WORDS = re.compile(r"自宅|携帯|固定|電話|番号|tel|TEL|Tel|℡|[:：]|\(\s*\)")
_IN_TEXT = re.compile(r"\(?0\d{1,4}\)?[-‐‑–—―−ー ]?\d{1,4}[-‐‑–—―−ー ]?\d{3,4}|\d{2,3}-\d{4}")
_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+")
_POSTAL_FIRST = re.compile(r"^〒?\s*(\d{3}[-‐‑–—―−ー]?\d{4})(?!\d)\s*")
_MALE = frozenset({"男", "男性", "m", "male", "♂", "おとこ", "オトコ"})
_FEMALE = frozenset({"女", "女性", "f", "female", "♀", "おんな", "オンナ"})
_OTHER_SEX = frozenset({"その他", "無回答", "回答しない", "答えない", "その他・無回答", "未回答"})
_NO = frozenset(
    {"", "×", "x", "なし", "無", "無し", "いいえ", "0", "-", "ー", "不要", "false", "特になし"}
)
_YES = frozenset(
    {"○", "〇", "◯", "o", "有", "あり", "有り", "はい", "要", "1", "レ", "✓", "true", "必要"}
)
_WAYS: tuple[tuple[str, ContactWay], ...] = (
    (r"fax|ファ[ック]ク?ス", ContactWay.FAX),
    (r"メール|mail", ContactWay.EMAIL),
    (r"line|ライン", ContactWay.LINE),
    (r"郵|はがき|ハガキ|葉書|手紙", ContactWay.POST),
    (r"来所|窓口|来館|持参|直接", ContactWay.VISIT),
    (r"web|ウェブ|ホームページ|hp|ネット|フォーム", ContactWay.WEB),
    (r"電話|tel|℡|携帯", ContactWay.PHONE),
)
_HEARD: tuple[tuple[str, HeardFrom], ...] = (
    (r"市政|広報", HeardFrom.CITY_PAPER),
    (r"回覧|町会", HeardFrom.CIRCULAR),
    (r"チラシ|ちらし|ポスター", HeardFrom.LEAFLET),
    (r"hp|ホームページ|sns|web|ネット|line|facebook|インスタ", HeardFrom.WEB),
    (r"新聞|函新|道新", HeardFrom.NEWSPAPER),
    (r"知人|友人|友達|家族|紹介|口コミ|クチコミ", HeardFrom.FRIEND),
    (r"包括|支援センター", HeardFrom.CENTRE),
    (r"その他", HeardFrom.OTHER),
)


@dataclass(frozen=True, slots=True)
class Phones:
    """The numbers of one cell, told apart."""

    fixed: tuple[str, ...] = ()
    mobile: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """An emergency contact written in one cell."""

    name: str = ""
    relation: str = ""
    phone: str = ""


def read_phones(text: str, what: str, area_code: str, findings: Findings) -> Phones:
    """Return the numbers in a cell; one that cannot be read is kept for the note."""
    fixed: list[str] = []
    mobile: list[str] = []
    plain = unicodedata.normalize("NFKC", text)
    for part in _PHONES.split(plain):
        bare = _PHONE_WORDS.sub(" ", part).strip()
        if not bare:
            continue
        number = _number(bare, area_code, findings)
        if number is None:
            findings.keep(what, part.strip())
        else:
            (mobile if _MOBILE.fullmatch(phone_digits(number)) else fixed).append(number)
    return Phones(tuple(fixed), tuple(mobile))


def _number(text: str, area_code: str, findings: Findings) -> str | None:
    text = text.removesuffix(".0")
    digits = re.sub(r"\D", "", text)
    lost = len(digits) == 9 or (len(digits) == 10 and digits[:2] in ("50", "70", "80", "90"))
    if lost and not text.startswith(("0", "(0", "+")) and not _ABROAD.fullmatch(text):
        text = "0" + text.lstrip("(")
        findings.mended.append(f"先頭の0を補いました（{text}）")
    try:
        return normalise_phone(text, area_code)
    except Refusal:
        return None


def read_postal(text: str, findings: Findings) -> str:
    """Return a postal number; six digits have lost their zero."""
    plain = unicodedata.normalize("NFKC", text).strip().removesuffix(".0")
    if re.fullmatch(r"\d{6}", plain):
        plain = plain.zfill(7)
        findings.mended.append(f"郵便番号の先頭の0を補いました（{plain}）")
    try:
        return normalise_postal(plain)
    except Refusal:
        findings.keep("郵便番号", text)
        return ""


def postal_and_rest(address: str) -> tuple[str, str]:
    """Part a postal number from the address it stands before."""
    found = _POSTAL_FIRST.match(unicodedata.normalize("NFKC", address))
    if found is None:
        return "", address
    # Width folding keeps the number of characters here: 〒, digits and hyphens are one each.
    return found[1], address[found.end() :]


def read_email(text: str, findings: Findings) -> str:
    """Return a mail address; what is none is kept for the note."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain or _EMAIL.fullmatch(plain):
        return plain
    findings.keep("メール", text)
    return ""


def read_sex(text: str, findings: Findings) -> Sex | None:
    """Return the sex; another word is kept for the note."""
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    if not plain:
        return None
    for words, sex in ((_MALE, Sex.MALE), (_FEMALE, Sex.FEMALE), (_OTHER_SEX, Sex.OTHER)):
        if plain in words:
            return sex
    findings.keep("性別", text)
    return None


def read_mark(text: str) -> tuple[bool, str]:
    """Return whether a cell says yes, and what it says beyond that."""
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    if plain in _NO:
        return False, ""
    return True, "" if plain in _YES else text.strip()


def read_way(text: str) -> ContactWay | None:
    """Return the way of contact a text names."""
    return _named(text, _WAYS)


def read_heard(text: str) -> HeardFrom | None:
    """Return how somebody came to know of a course; an unknown way counts as another."""
    return _named(text, _HEARD) or (HeardFrom.OTHER if text.strip() else None)


def split_contact(text: str) -> Contact:
    """Part 「山田花子（妻）090-1234-5678」 into name, relation and telephone."""
    plain = unicodedata.normalize("NFKC", text)
    phone = _IN_TEXT.search(plain)
    number = phone[0] if phone else ""
    rest = plain.replace(number, " ") if number else text
    relation = re.search(r"[(（]([^)）]{1,8})[)）]", rest)
    if relation:
        rest = rest.replace(relation[0], " ")
    name = _PHONE_WORDS.sub(" ", rest).strip(" 　/／,、:：")
    return Contact(" ".join(name.split()), relation[1] if relation else "", number)


def _named(text: str, words: tuple[tuple[str, T], ...]) -> T | None:
    if not text:
        return None
    plain = unicodedata.normalize("NFKC", text).lower()
    return next((found for pattern, found in words if re.search(pattern, plain)), None)
