"""The settings that belong with the data: one frozen value with defaults.

Figures of rules (minimum attended, capacities) are masters of their feature, not settings.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.kernel.labelled import Labelled


class Punctuation(Labelled):
    """Which comma the office's documents use: Hakodate writes 「，」."""

    COMMA = "comma", "，。"
    TOUTEN = "touten", "、。"


class SealStyle(Labelled):
    """What stands where a seal would be pressed (印)."""

    CIRCLE = "circle", "㊞"
    WORD = "word", "（印）"
    OMITTED = "omitted", "（公印省略）"
    NONE = "none", "なし"


class AgeReference(Labelled):
    """On which day an age is counted (年齢の基準日)."""

    TODAY = "today", "今日"
    FIRST_DAY = "first_day", "研修の初日"
    YEAR_END = "year_end", "年度末（3月31日）"


class FirstReiwaYear(Labelled):
    """What the fiscal year that began on 2019-04-01 is called."""

    REIWA = "reiwa", "令和元年度"
    HEISEI = "heisei", "平成31年度"


class Rounding(Labelled):
    """How yen below a thousand are dealt with where amounts stand in 千円 (端数処理)."""

    HALF_UP = "half_up", "四捨五入"
    DOWN = "down", "切捨て"


@dataclass(frozen=True, slots=True)
class OfficeSettings:
    """Everything the office decides once.

    ``date_style`` is written as an example of 令和8年4月1日 (see ``app.kernel.wareki``).
    """

    office_name: str = ""
    city: str = "函館市"
    city_addressee: str = "函館市長"
    coordinator: str = ""
    office_postal_code: str = ""
    office_address: str = ""
    office_phone: str = ""
    office_fax: str = ""
    contractor_name: str = ""
    contractor_title: str = ""
    contractor_representative: str = ""
    area_code: str = "0138"
    punctuation: Punctuation = Punctuation.COMMA
    date_style: str = "令和8年(2026年)4月1日(水)"
    seal: SealStyle = SealStyle.CIRCLE
    age_reference: AgeReference = AgeReference.FIRST_DAY
    first_reiwa_year: FirstReiwaYear = FirstReiwaYear.REIWA
    rounding: Rounding = Rounding.HALF_UP
    registration_years: int = 3
    """A supporter's registration holds until the end of the fiscal year in which these pass."""
    stale_after_months: int = 12
    """What is known of a resource is confirmed again after these months."""
    letter_sign: str = "函支"
    """What stands before the numbers of letters: 函支第12号."""
    individual_help: bool = False
    """Whether help of one supporter for one person is arranged here (個別の手伝い)."""
