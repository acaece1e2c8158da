"""The lists of the monthly report: duties, districts, activities, meetings, needs and issues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from app.council.queries import MeetingRow
from app.daily_log.queries import LogRow
from app.kernel.figure import Figure
from app.kernel.wareki import format_day
from app.local_resources.queries import ResourceMoves
from app.office.settings import OfficeSettings
from app.reporting.activity_lines import activity_lines
from app.reporting.heading import punctuated
from app.reporting.log_figures import MEANS_COLUMNS, NO_KIND
from app.reporting.meeting_figures import HeldAndAttended
from app.reporting.monthly import Monthly

_ATTENDED, _ABSENT = "○", "－"
_NEXT = "今後："


def monthly_lists(found: Monthly, known: OfficeSettings) -> dict[str, list[dict[str, Any]]]:
    """Return every list of the report."""
    activities = [activity(row, found.partners.get(row.id, "")) for row in found.entries]
    lists = {
        "業務別": list(_duties(found)),
        "圏域別": list(_districts(found)),
        "種別別": list(_kinds(found)),
        "活動": activities,
        "主な活動": activity_lines(activities),
        "第1層協議体": [meeting(row) for row in found.meetings.month.first_layer],
        "その他の会議": [meeting(row) for row in found.meetings.month.others],
        "研修": list(_training(found)),
        "把握": list(_found(found)),
        "分類別": list(_schemes(found)),
        "計画": list(_planned(found)),
    }
    return punctuated(lists, known)


def activity(row: LogRow, partners: str) -> dict[str, Any]:
    """Return an entry of the log as the city reads it: its text for the city where there is one."""
    own = dict.fromkeys(filter(None, (row.title, row.content)))
    after = _next(row)
    return {
        "月日": row.on_day,
        "区分": row.duty.sign,
        "業務": row.duty.short_name or row.duty.name,
        "種別": row.kind,
        "手段": row.means.label,
        "場所": row.place,
        "相手方": partners,
        "場所相手方": "\n".join(dict.fromkeys(filter(None, (row.place, partners)))),
        "圏域": row.district,
        "対象者数": row.people,
        "内容": row.report_text or ("\n" if "\n" in row.content else "　").join(own),
        "結果": row.result,
        "今後の対応": after,
        "結果対応": "　".join(filter(None, (row.result, f"{_NEXT}{after}" if after else ""))),
    }


def meeting(row: MeetingRow) -> dict[str, Any]:
    """Return a meeting as one line."""
    return {
        "月日": row.held_on,
        "会議名": f"第{row.number}回　{row.council}",
        "会場": row.venue,
        "議題": "・".join(row.agenda),
        "委員数": row.members,
        "出席者数": row.present,
        "参加": _ATTENDED if row.attended else _ABSENT,
    }


def _next(row: LogRow) -> str:
    if row.next_on is None:
        return row.next_step
    return f"{row.next_step}（{format_day(row.next_on, '4月1日')}）"


def _duties(found: Monthly) -> Iterator[dict[str, Any]]:
    for one, whole in zip(found.log.month.duties, found.log.year.duties, strict=True):
        means = zip(MEANS_COLUMNS, one.means, strict=True)
        yield {
            "区分": one.sign,
            "業務": one.label,
            "業務名": one.name,
            **{name: figure.count for name, figure in means},
            "当月計": one.entries.count,
            "年度累計": whole.entries.count,
            "対象者延べ": one.reached.count,
            "対象者延べ累計": whole.reached.count,
            "対象者実人数": one.people.count,
            "対象者実人数累計": whole.people.count,
        }


def _districts(found: Monthly) -> Iterator[dict[str, Any]]:
    """Yield a line for every district that any of the tables has."""
    log, meetings, resources = found.log, found.meetings, found.resources
    entries = (_by_label(log.month.districts), _by_label(log.year.districts))
    held = (_held(meetings.month.districts), _held(meetings.year.districts))
    moved = {one.label: one for one in resources.month.by_district}
    names = dict.fromkeys((*moved, *held[0], *held[1], *entries[0], *entries[1]))
    for name in names:
        yield {
            "圏域": name,
            "活動件数": _count(entries[0].get(name)),
            "活動件数累計": _count(entries[1].get(name)),
            **_attended(held[0].get(name), ""),
            **_attended(held[1].get(name), "累計"),
            **_moves(moved.get(name)),
        }


def _attended(one: HeldAndAttended | None, end: str) -> dict[str, Any]:
    return {
        f"会議開催{end}": 0 if one is None else one.held.count,
        f"会議参加{end}": 0 if one is None else one.attended.count,
    }


def _moves(one: ResourceMoves | None) -> dict[str, Any]:
    return {
        "資源新規": 0 if one is None else one.new.count,
        "資源更新": 0 if one is None else one.updated.count,
        "資源終了": 0 if one is None else one.ended.count,
        "資源総数": 0 if one is None else one.total.count,
    }


def _held(rows: Sequence[HeldAndAttended]) -> dict[str, HeldAndAttended]:
    return {one.label: one for one in rows}


def _by_label(rows: Sequence[Any]) -> dict[str, Figure]:
    return {one.label: one.figure for one in rows}


def _count(figure: Figure | None) -> int:
    return 0 if figure is None else figure.count


def _kinds(found: Monthly) -> Iterator[dict[str, Any]]:
    for one, whole in zip(found.log.month.kinds, found.log.year.kinds, strict=True):
        if whole.label == NO_KIND and not whole.figure.count:
            continue
        yield {"種別": one.label, "当月計": one.figure.count, "年度累計": whole.figure.count}


def _schemes(found: Monthly) -> Iterator[dict[str, Any]]:
    for scheme, whole in zip(found.log.month.schemes, found.log.year.schemes, strict=True):
        for one, other in zip(scheme.categories, whole.categories, strict=True):
            yield {
                "体系": scheme.name,
                "記号": one.sign,
                "名称": one.name,
                "当月計": one.figure.count,
                "年度累計": other.figure.count,
            }


def _training(found: Monthly) -> Iterator[dict[str, Any]]:
    for one in found.training.month.sessions:
        yield {
            "研修名": one.session.title,
            "回": one.session.number,
            "月日": one.session.held_on,
            "会場": one.session.venue,
            "テーマ": one.session.theme,
            "出席者数": one.came.count,
            "備考": f"受講者{one.session.expected}名",
        }


def _found(found: Monthly) -> Iterator[dict[str, Any]]:
    for number, one in enumerate(found.found.month.lines, start=1):
        yield {
            "No": number,
            "種別": one.sort,
            "番号": one.number,
            "月日": one.on_day,
            "圏域": one.district,
            "経緯": one.came,
            "内容": one.content,
            "対応状況": one.handling,
            "内容対応": f"{one.content}\n【{one.handling}】",
        }


def _planned(found: Monthly) -> Iterator[dict[str, Any]]:
    for one in found.planned:
        counted = one.counted
        yield {
            "区分": one.sign,
            "業務": one.duty,
            "事業名": one.draft.title,
            "実施期間": one.when,
            "実施内容": one.draft.content,
            "指標": one.draft.indicator,
            "予定": one.draft.target,
            "単位": one.draft.unit,
            "実績": None if counted is None else counted.month.count,
            "実績累計": one.draft.actual if counted is None else counted.year.count,
        }
