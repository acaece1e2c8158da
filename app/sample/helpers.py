"""The sample's supporters as its stories need them: what they can do, when, and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random

from app.contacts.person import PersonId
from app.supporters.availability import DayPart, week_of, year_of
from app.supporters.supporter import (
    QualificationDraft,
    Skill,
    SupporterDraft,
    SupporterId,
    Transport,
)

_LIKED = (
    "サロン・通いの場の運営補助", "行事・イベントの手伝い", "話し相手・傾聴", "見守り・声かけ",
)  # fmt: skip
_DONE = (
    "除雪・雪かき", "調理", "配食", "庭の手入れ・草取り", "買い物同行", "スマホ・パソコン",
    "子どもの見守り", "防災・避難支援", "買い物代行", "ゴミ出し", "簡単な修繕・電球交換",
    "書類・代筆・代読", "移動・送迎（移送）",
)  # fmt: skip
_TRAVELS = (
    (Transport.WALK, Transport.BUS),
    (Transport.CAR,),
    (Transport.WALK, Transport.BICYCLE),
    (Transport.CAR, Transport.WALK),
    (Transport.BUS,),
)
_WINTER = (
    "冬期（12～3月）は路面が凍るため、徒歩で通える所だけ。",
    "雪道の運転を控えたいので、冬は自宅の近くを希望。",
    "吹雪の日は休むことがある。",
)
_CONSIDERATIONS = ("", "", "", "膝が悪く、長く立つことは難しい。", "犬が苦手。", *_WINTER)
_SNOWLESS = year_of(range(4, 12))
_WISHES = (
    "人と話すことが好き。高齢の方の話し相手をしたい。", "家の近くで、月に2回くらい。",
    "料理を生かしたい。", "夫婦で一緒に活動したい。", "体を動かす手伝いがよい。", "",
)  # fmt: skip
_TALKS = (
    "町会の役員を長く務めた。顔が広い。", "退職して時間ができた。無理のない範囲で始めたい。",
    "母を介護した経験がある。", "まずは見学から。友人と一緒なら参加しやすい。",
)  # fmt: skip
_PROGRAMMES = ("", "", "", "介護支援ボランティア", "在宅福祉委員", "認知症サポーター")


@dataclass(eq=False, slots=True)
class Helper:
    """A supporter: ``kinds`` are names; ``level`` counts from 1, 0 before the interview.

    ``busy`` counts matches that are not over; ``is_here`` says that they are registered now,
    ``answers`` that they can still be reached.  ``confirmed`` and ``insured`` are fiscal years.
    """

    id: SupporterId
    person: PersonId
    district: str
    kinds: frozenset[str] = frozenset()
    level: int = 0
    has_car: bool = False
    is_here: bool = True
    answers: bool = True
    busy: int = 0
    confirmed: int = 0
    insured: set[int] = field(default_factory=set)


def invent_draft(
    random: Random, known: SupporterDraft, interviewed_on: date, interviewer: str
) -> SupporterDraft:
    """Return what an interview adds to a registration."""
    transport = random.choice(_TRAVELS)
    considerations = random.choice(_CONSIDERATIONS)
    away = considerations == _WINTER[0] and random.random() < 0.5
    weekdays = random.sample(range(5), random.randint(1, 4))
    parts = random.choice(((DayPart.MORNING,), (DayPart.AFTERNOON,), tuple(DayPart)[:2]))
    week = [(day, part) for day in weekdays for part in parts]
    if random.random() < 0.3:
        week += [(5, DayPart.MORNING), (5, DayPart.AFTERNOON)]
    return replace(
        known,
        interviewed_on=interviewed_on,
        interviewer=interviewer,
        interview=random.choice(_TALKS),
        motive=known.motive or "地域の役に立ちたい。",
        week=week_of(week),
        months=_SNOWLESS if away else 0,
        times_a_month=random.choice((None, 1, 2, 2, 4, 4, 8)),
        availability=random.choice(("", "", "孫を預かる日は不可", "第3週は通院のため不可")),
        transport=transport,
        gives_rides=Transport.CAR in transport and random.random() < 0.25,
        wishes=random.choice(_WISHES),
        considerations=considerations,
        other_programmes=random.choice(_PROGRAMMES),
        one_to_one=random.random() < 0.3,
    )


def invent_skills(random: Random, kinds: Mapping[str, int]) -> dict[int, tuple[Skill, bool]]:
    """Return a few kinds of support, most of them what most people like to do."""
    chosen = random.sample(_LIKED, random.randint(1, 3)) + random.sample(
        _DONE, random.randint(1, 4)
    )
    return {
        kinds[name]: (random.choice((Skill.CAN, Skill.CAN, Skill.GOOD)), random.random() < 0.6)
        for name in chosen
        if name in kinds
    }


def invent_qualification(random: Random, day: date) -> QualificationDraft | None:
    """Return a qualification that one in seven has; some are over by now."""
    if random.random() > 0.14:
        return None
    obtained = day.replace(year=day.year - random.randint(1, 3), day=1)
    if random.random() < 0.5:
        return QualificationDraft("介護職員初任者研修", obtained_on=obtained)
    return QualificationDraft(
        "普通救命講習", obtained_on=obtained, expires_on=obtained.replace(year=obtained.year + 3)
    )


def free_helpers(
    random: Random, helpers: Sequence[Helper], kinds: Sequence[str], level: int, district: str
) -> list[Helper]:
    """Return who can be asked, the best first: able, not too busy, from the neighbourhood."""

    def worth(helper: Helper) -> float:
        near = 2 if helper.district == district else 0
        able = 3 if helper.kinds.intersection(kinds) else 0
        return able + near - 1.5 * helper.busy - 2 * (helper.level < level) + random.random()

    able = [one for one in helpers if one.is_here and one.answers and one.level and one.busy < 3]
    return sorted(able, key=worth, reverse=True)
