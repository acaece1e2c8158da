"""The figures of a month as fields for single cells: one rule of names for every form.

A figure called X stands in ``X_当月`` and ``X_累計``.  Names are put together from the office's
own masters:

* a duty by its sign (``①``), of it a means (``①訪問``), those reached (``①対象者延べ``,
  ``①対象者実人数``);
* a means (``訪問``), a kind of activity (``種別…``), a district (``圏域西部``), a sort of support
  (``地域支援``);
* a category by the name of its scheme before any bracket, then its sign (``国調査の活動1``,
  ``大牟田市の業務内容a``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.daily_log.log_entry import SupportSort
from app.duties.crosswalk import UNSORTED
from app.kernel.figure import together
from app.reporting.log_figures import (
    MEANS_COLUMNS,
    NO_KIND,
    DutyFigures,
    GroupFigures,
    LogFigures,
)
from app.reporting.monthly import Monthly
from app.reporting.spans import Pair, Spans, flat

_PEOPLE, _EVERYBODY = "対象者実人数", "対象者延べ"
_ENTRIES, _MINUTES = "活動件数", "従事分数"
SUMS = (_ENTRIES, _EVERYBODY, _PEOPLE, _MINUTES, *(one.label for one in SupportSort))
"""The figures of the whole log, beside those of each means."""


def monthly_fields(found: Monthly) -> dict[str, Any]:
    """Return every figure of the report in fields of its own."""
    last = found.supporters.month
    return {
        "当月計": found.log.month.total.entries.count,
        "年度累計": found.log.year.total.entries.count,
        "前月末登録者数": last.before.count,
        "新規登録者数": last.new.count,
        "取消登録者数": last.cancelled.count,
        "満了登録者数": last.expired.count,
        "当月末登録者数": last.after.count,
        "休止者数": last.paused.count,
        "活動中者数": last.helping.count,
        "ボラセン登録者数": last.centre.count,
        **flat({name: take(found) for name, take in OTHER_PAIRS.items()}),
        **flat(log_pairs(found.log)),
    }


def scheme_key(name: str) -> str:
    """Return what the fields of a scheme begin with: its name before any bracket."""
    return name.partition("（")[0].strip()


def log_pairs(log: Spans[LogFigures]) -> dict[str, Pair]:
    """Return the figures of the log by their names; what masters make of them included."""
    found = {_ENTRIES: log.of(lambda one: one.total.entries)}
    found |= _of_duty("", log.of(lambda one: one.total))
    found[_MINUTES] = log.of(lambda one: one.minutes)
    found |= _of_duties(log)
    for before, take in _GROUPS:
        for one, whole in zip(take(log.month), take(log.year), strict=True):
            if whole.label != NO_KIND:
                found[before + whole.label] = Spans(one.figure, whole.figure)
    for scheme, other in zip(log.month.schemes, log.year.schemes, strict=True):
        for part, sum_of_it in zip(scheme.categories, other.categories, strict=True):
            if part.key != UNSORTED:
                name = scheme_key(scheme.name) + part.sign
                found[name] = Spans(part.figure, sum_of_it.figure)
    return found


_GROUPS: tuple[tuple[str, Callable[[LogFigures], Sequence[GroupFigures]]], ...] = (
    ("種別", lambda one: one.kinds),
    ("圏域", lambda one: one.districts),
    ("", lambda one: one.supports),
)


def _of_duties(log: Spans[LogFigures]) -> dict[str, Pair]:
    """Return the figures of the duties; those that bear one sign in two lists are added up.

    So all the signs make the whole, in a year whose duties changed in the middle of it too.
    """
    found: dict[str, Pair] = {}
    for month, year in zip(log.month.duties, log.year.duties, strict=True):
        for name, pair in _of_duty(year.sign, Spans(month, year)).items():
            one = found.get(name)
            found[name] = (
                pair
                if one is None
                else Spans(together((one.month, pair.month)), together((one.year, pair.year)))
            )
    return found


def _of_duty(sign: str, pair: Spans[DutyFigures]) -> dict[str, Pair]:
    found = {sign: pair.of(lambda one: one.entries)} if sign else {}
    cells = zip(MEANS_COLUMNS, pair.month.means, pair.year.means, strict=True)
    found |= {sign + name: Spans(month, year) for name, month, year in cells}
    found[sign + _EVERYBODY] = pair.of(lambda one: one.reached)
    found[sign + _PEOPLE] = pair.of(lambda one: one.people)
    return found


_Take = Callable[[Monthly], Pair]
PAIR_GROUPS: Mapping[str, Mapping[str, _Take]] = {
    "会議への参加": {
        "第1層協議体開催": lambda found: found.meetings.of(lambda one: one.first.held),
        "第1層協議体参加": lambda found: found.meetings.of(lambda one: one.first.attended),
        "第2層会議開催": lambda found: found.meetings.of(lambda one: one.second.held),
        "第2層会議参加": lambda found: found.meetings.of(lambda one: one.second.attended),
        "地域ケア会議開催": lambda found: found.meetings.of(lambda one: one.care.held),
        "地域ケア会議参加": lambda found: found.meetings.of(lambda one: one.care.attended),
        "その他の会議開催": lambda found: found.meetings.of(lambda one: one.other.held),
        "その他の会議参加": lambda found: found.meetings.of(lambda one: one.other.attended),
    },
    "担い手の養成": {
        "研修回数": lambda found: found.training.of(lambda one: one.held),
        "研修出席延べ": lambda found: found.training.of(lambda one: one.attendances),
        "研修出席実人数": lambda found: found.training.of(lambda one: one.people),
    },
    "サポーターとマッチング": {
        "新規登録者": lambda found: found.supporters.of(lambda one: one.new),
        "取消登録者": lambda found: found.supporters.of(lambda one: one.cancelled),
        "満了登録者": lambda found: found.supporters.of(lambda one: one.expired),
        "ボラセン新規": lambda found: found.supporters.of(lambda one: one.centre_new),
        "希望票受付": lambda found: found.supporters.of(lambda one: one.matching.received),
        "打診": lambda found: found.supporters.of(lambda one: one.matching.asked),
        "成立": lambda found: found.supporters.of(lambda one: one.matching.agreed),
        "不成立": lambda found: found.supporters.of(lambda one: one.matching.failed),
        "活動中": lambda found: found.supporters.of(lambda one: one.matching.active),
        "終了": lambda found: found.supporters.of(lambda one: one.matching.ended),
        "活動延べ回数": lambda found: found.supporters.of(lambda one: one.matching.occasions),
        "活動延べ人数": lambda found: found.supporters.of(lambda one: one.matching.attendances),
        "活動実人数": lambda found: found.supporters.of(lambda one: one.matching.people),
        "活動分数": lambda found: found.supporters.of(lambda one: one.matching.minutes),
    },
    "地域資源・ニーズ・課題": {
        "資源新規": lambda found: found.resources.of(lambda one: one.all.new),
        "資源更新": lambda found: found.resources.of(lambda one: one.all.updated),
        "資源終了": lambda found: found.resources.of(lambda one: one.all.ended),
        "資源総数": lambda found: found.resources.of(lambda one: one.all.total),
        "ニーズ": lambda found: found.found.of(lambda one: one.needs),
        "課題": lambda found: found.found.of(lambda one: one.issues),
    },
}
"""The figures that no master names, by the part of the report and by what they are called."""

OTHER_PAIRS = {name: take for group in PAIR_GROUPS.values() for name, take in group.items()}
