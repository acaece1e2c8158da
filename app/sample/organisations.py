"""Synthetic organisations, believable for Hakodate; none of them is called what a real one is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from app.contacts.organisation import OrganisationDraft, OrganisationStatus, Reach
from app.contacts.person import Sex
from app.sample.names import invent_name

_PLACES = (
    ("あかつき", "あかつき"), ("若葉", "わかば"), ("汐見", "しおみ"), ("緑風", "りょくふう"),
    ("星見", "ほしみ"), ("花岬", "はなみさき"), ("白樺", "しらかば"), ("灯台", "とうだい"),
    ("朝凪", "あさなぎ"), ("雪見", "ゆきみ"), ("鈴蘭", "すずらん"), ("楡", "にれ"),
    ("海風", "うみかぜ"), ("山彦", "やまびこ"),
)  # fmt: skip
_CENTRES = 10


@dataclass(frozen=True, slots=True)
class Pattern:
    """Organisations of one kind: how many there are and how their names are made."""

    kind: str
    count: int
    name: str
    kana: str
    title: str
    reach: Reach = Reach.DISTRICT
    agreement: bool = False


PATTERNS = (
    Pattern("町会", 14, "{}見本町会", "{}みほんちょうかい", "会長"),
    Pattern(
        "在宅福祉委員会", 6, "{}見本在宅福祉委員会", "{}みほんざいたくふくしいいんかい", "委員長",
    ),
    Pattern(
        "地域包括支援センター（福祉拠点）", _CENTRES, "見本地域包括支援センター{}",
        "みほんちいきほうかつしえんせんたー{}", "センター長",
    ),
    Pattern(
        "民生委員・児童委員（地区民児協）", 3, "{}見本地区民児協", "{}みほんちくみんじきょう",
        "会長",
    ),
    Pattern("通いの場・サロン（任意団体）", 10, "{}見本サロン", "{}みほんさろん", "代表"),
    Pattern("老人クラブ", 4, "{}見本クラブ", "{}みほんくらぶ", "会長"),
    Pattern(
        "NPO・ボランティア団体", 4, "NPO法人{}見本ネット", "えぬぴーおーほうじん{}みほんねっと",
        "理事長", Reach.CITY,
    ),
    Pattern(
        "介護サービス事業所", 3, "社会福祉法人{}見本会", "しゃかいふくしほうじん{}みほんかい",
        "理事長",
    ),
    Pattern(
        "企業・商店", 4, "{}見本商店株式会社", "{}みほんしょうてんかぶしきがいしゃ", "店長",
        agreement=True,
    ),
    Pattern("学校・大学", 2, "{}見本高等学校", "{}みほんこうとうがっこう", "校長", Reach.CITY),
)  # fmt: skip


def invent_organisations(
    random: Random, towns: Sequence[str], kinds: Mapping[str, int], codes: Mapping[str, str]
) -> Iterator[OrganisationDraft]:
    """Yield sixty organisations.

    ``kinds`` are the keys of the master by name, ``codes`` the postal codes of the towns.
    """
    for pattern in PATTERNS:
        for place, kana in random.sample(_PLACES, pattern.count):
            town = random.choice(towns)
            yield replace(
                _organisation(random, pattern, town),
                postal_code=codes.get(town, ""),
                name=pattern.name.format(place),
                kana=pattern.kana.format(kana),
                kind_id=kinds.get(pattern.kind),
            )


def _organisation(random: Random, pattern: Pattern, town: str) -> OrganisationDraft:
    representative = invent_name(random, random.choice((Sex.FEMALE, Sex.MALE)))
    paused = random.random() < 0.05
    return OrganisationDraft(
        representative_title=pattern.title,
        representative_name=f"{representative.family}　{representative.given}",
        address_town=f"函館市{town}",
        address_number=f"{random.randint(1, 60)}番{random.randint(1, 30)}号",
        reach=pattern.reach,
        phone=f"0138-00-{random.randint(0, 9999):04d}",
        fax=f"0138-00-{random.randint(0, 9999):04d}" if random.random() < 0.6 else "",
        agreement=pattern.agreement,
        status=OrganisationStatus.PAUSED if paused else OrganisationStatus.ACTIVE,
    )
