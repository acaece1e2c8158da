"""Synthetic people with everything an office knows of a person, believable for Hakodate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from types import MappingProxyType

from app.contacts.person import Consideration, ContactWay, PersonDraft, Sex
from app.sample.names import FAMILIES, invent_name

_OCCUPATIONS = ("元会社員", "元教員", "主婦", "自営業", "元看護師", "元公務員", "パート", "")
_INTERESTS = ("園芸", "カラオケ", "手芸", "歩くこと", "料理", "パークゴルフ", "書道", "")
_YEARS_OF_BIRTH = (1940, 1985)
_MODE_OF_BIRTH = 1956
_NO_CODES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Invented:
    """A person, and what they need to take part, if anything."""

    draft: PersonDraft
    needs: Consideration | None


def invent_people(
    random: Random, count: int, towns: Sequence[str], codes: Mapping[str, str] = _NO_CODES
) -> list[Invented]:
    """Return that many people.  Numbers are from ranges no telephone company gives out.

    ``codes`` are the postal codes of the towns.
    """
    return [_person(random, towns, codes) for _ in range(count)]


def _person(random: Random, towns: Sequence[str], codes: Mapping[str, str]) -> Invented:
    sex = Sex.FEMALE if random.random() < 0.68 else Sex.MALE
    name = invent_name(random, sex)
    born = int(random.triangular(*_YEARS_OF_BIRTH, _MODE_OF_BIRTH))
    birth = date(born, random.randint(1, 12), random.randint(1, 28))
    draft = PersonDraft(
        family_name=name.family,
        given_name=name.given,
        family_kana=name.family_kana,
        given_kana=name.given_kana,
        sex=None if random.random() < 0.04 else sex,
        birth_date=None if random.random() < 0.03 else birth,
        age_band="",
        address_town=f"函館市{(town := random.choice(towns))}",
        postal_code=codes.get(town, ""),
        address_number=f"{random.randint(1, 60)}番{random.randint(1, 30)}号",
        address_building="見本ハイツ101号" if random.random() < 0.12 else "",
        phone=f"0138-00-{random.randint(0, 9999):04d}",
        mobile=f"090-0000-{random.randint(0, 9999):04d}" if random.random() < 0.7 else "",
        email=f"mihon{random.randint(1, 99999)}@example.jp" if random.random() < 0.3 else "",
        contact_by=random.choice([None, ContactWay.PHONE, ContactWay.FAX, ContactWay.POST]),
        emergency_name=f"{name.family}　{random.choice(FAMILIES)[0]}見本"[:12],
        emergency_relation=random.choice(["配偶者", "長男", "長女", "妹", "友人"]),
        emergency_phone=f"090-0000-{random.randint(0, 9999):04d}",
        occupation=random.choice(_OCCUPATIONS),
        interests=random.choice(_INTERESTS),
    )
    return Invented(draft, _needs(random))


def _needs(random: Random) -> Consideration | None:
    chance = random.random()
    if chance < 0.05:
        return Consideration(hearing=True, detail="前の席を希望")
    if chance < 0.07:
        return Consideration(wheelchair=True, pickup=True)
    return None
