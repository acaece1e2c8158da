"""What a registration lacks on a day: warned of where it matters, and never a reason to block."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.contacts.person import ConsentItem
from app.kernel.fiscal_year import FiscalYear
from app.kernel.labelled import Labelled
from app.kernel.wareki import format_day
from app.supporters.supporter import SupporterState
from app.supporters.validity import is_confirmed


class Lack(Labelled):
    """Something a registration may lack; the label is what a list is narrowed to."""

    INSURANCE = "insurance", "保険に未加入"
    CONFIRMATION = "confirmation", "意向の確認がまだ"
    VALIDITY = "validity", "有効期限が切れている"
    ROSTER = "roster", "名簿への登載の同意がない"
    TO_PLACES = "to_places", "活動先への提供の同意がない"
    INSURANCE_CONSENT = "insurance_consent", "保険のための提供の同意がない"
    INTERVIEW = "interview", "面談がまだ"
    LEVEL = "level", "活動レベルが未定"
    QUALIFICATION = "qualification", "資格の期限が切れている"


CONSENTS = {
    Lack.ROSTER: ConsentItem.ROSTER,
    Lack.TO_PLACES: ConsentItem.TO_PLACES,
    Lack.INSURANCE_CONSENT: ConsentItem.INSURANCE,
}
"""By what is lacking: the consent that would mend it."""


@dataclass(frozen=True, slots=True)
class Held:
    """What is on record about a registration; ``expires_on`` are the days qualifications end."""

    state: SupporterState
    registered_on: date | None = None
    valid_until: date | None = None
    confirmed_on: date | None = None
    interviewed_on: date | None = None
    level_id: int | None = None
    insured_years: frozenset[int] = frozenset()
    consents: frozenset[ConsentItem] = frozenset()
    expires_on: tuple[date, ...] = ()


def lacks(held: Held, day: date) -> tuple[Lack, ...]:
    """Return what a registration lacks on a day, in the order of ``Lack``.

    Who left (取消・満了) lacks nothing.  Who is not registered yet, or pauses, needs no insurance
    and no confirmation.
    """
    if held.state in (SupporterState.CANCELLED, SupporterState.EXPIRED):
        return ()
    found = {one for one, item in CONSENTS.items() if item not in held.consents}
    found |= {
        one
        for one, lacking in (
            (Lack.VALIDITY, held.valid_until is not None and held.valid_until < day),
            (Lack.INTERVIEW, held.interviewed_on is None),
            (Lack.LEVEL, held.level_id is None),
            (Lack.QUALIFICATION, any(one < day for one in held.expires_on)),
        )
        if lacking
    }
    if held.state is SupporterState.REGISTERED:
        if FiscalYear.of(day).start not in held.insured_years:
            found.add(Lack.INSURANCE)
        if not is_confirmed(held.registered_on, held.confirmed_on, day):
            found.add(Lack.CONFIRMATION)
    return tuple(one for one in Lack if one in found)


def warnings(held: Held, day: date) -> tuple[str, ...]:
    """Return what a registration lacks, each as a sentence that says what to do."""
    return tuple(_sentence(one, held, day) for one in lacks(held, day))


def _sentence(lack: Lack, held: Held, day: date) -> str:
    if lack in CONSENTS:
        return f"「{CONSENTS[lack].label}」の同意の記録がありません。"
    if lack is Lack.VALIDITY and held.valid_until is not None:
        return (
            f"登録の有効期限（{format_day(held.valid_until)}）が過ぎています。"
            "続けるかどうかを確かめ、「意向を確認」か「満了」を記録してください。"
        )
    return {
        Lack.INSURANCE: f"{FiscalYear.of(day)}のボランティア活動保険に加入していません。",
        Lack.CONFIRMATION: f"{FiscalYear.of(day)}の意向をまだ確認していません。",
        Lack.INTERVIEW: "面談の記録がありません。",
        Lack.LEVEL: "活動レベルが決まっていません。",
        Lack.QUALIFICATION: f"期限が切れた資格があります（{_days(held.expires_on, day)}）。",
    }[lack]


def _days(expires_on: Iterable[date], day: date) -> str:
    return "、".join(format_day(one) for one in sorted(expires_on) if one < day)
