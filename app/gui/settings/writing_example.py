"""A few lines written as the office's settings say, so that a choice can be seen at once."""

from __future__ import annotations

from datetime import date

from app.kernel.errors import Refusal
from app.kernel.wareki import format_day
from app.office.settings import OfficeSettings, Punctuation, SealStyle

DAY_STYLES = (
    "令和8年(2026年)4月1日(水)",
    "令和8年4月1日",
    "令和8年4月1日(水)",
    "R8.4.1",
    "2026年4月1日",
)
"""The ways of writing a day that are offered; each is written as 2026-04-01."""

_DAY = date(2026, 5, 8)


def example(settings: OfficeSettings) -> str:
    """Return the head of a report as it will be written."""
    comma = "，" if settings.punctuation is Punctuation.COMMA else "、"
    try:
        day = format_day(_DAY, settings.date_style)
    except Refusal:
        day = ""
    seal = "" if settings.seal is SealStyle.NONE else settings.seal.label
    sender = " ".join(
        part for part in (settings.contractor_title, settings.contractor_representative) if part
    )
    lines = (
        day,
        settings.city_addressee,
        f"{settings.contractor_name or settings.office_name}　{sender}　{seal}".strip(),
        f"　本年度の養成研修を実施しましたので{comma}下記のとおり報告します。",
        f"担当：{settings.coordinator}　電話：{settings.office_phone}",
    )
    return "\n".join(line for line in lines if line)
