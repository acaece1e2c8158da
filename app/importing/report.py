"""A plan, and what became of it, as values for the command line and as a list to keep.

The shape of ``as_json`` is that of ``kurashi import --json`` and stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.contacts.card import joined_address, one_line_address
from app.contacts.organisation import OrganisationDraft
from app.contacts.person import PersonDraft
from app.importing.apply import Outcome, Report, ReportRow
from app.importing.drafts import DraftRow
from app.importing.planned import Plan, PlannedEdition, PlannedOwn, PlannedRow
from app.kernel.wareki import format_day
from app.local_resources.local_resource import LocalResourceDraft

HEADINGS = ("行", "氏名", "ふりがな", "予定", "結果", "番号", "変更内容", "理由")
"""The columns of the list of what became of each row."""

GONE = "今回ない"
"""What is said of a record that the edition before held and this one does not."""

_TEXTS = (
    "former_name", "postal_code", "neighbourhood", "mobile", "fax", "email", "contact_hours",
    "emergency_name", "emergency_relation", "emergency_phone", "occupation", "qualifications",
    "interests", "note", "age_band",
)  # fmt: skip

_ORGANISATION_TEXTS = (
    "name", "kana", "short_name", "legal_form", "representative_title", "representative_name",
    "department", "postal_code", "phone", "fax", "email", "website", "note", "kind_id",
)  # fmt: skip

_RESOURCE_FIELDS = (
    "name", "kana", "kind_id", "organisation_id", "venue", "postal_code", "latitude", "longitude",
    "opening", "target", "fee", "capacity", "application", "content", "representative", "website",
    "note",
)  # fmt: skip


def as_json(plan: Plan, report: Report | None = None) -> dict[str, Any]:
    """Return a plan as plain values; with a report the keys of the records are in it."""
    done = {} if report is None else {row.planned.row: row for row in report.rows}
    return {
        "sheet": plan.sheet,
        "header_row": plan.header_row,
        "other_sheets": list(plan.other_sheets),
        "unused_columns": list(plan.unused),
        "rows": [_row(row, done.get(row.row)) for row in plan.rows],
        "left_out": [{"row": row.row, "reason": row.reason} for row in plan.left_out],
        "counts": {fate.value: count for fate, count in plan.counts.items()},
        "own_fields": [_own_field(field) for field in plan.own],
        **_edition(plan),
        "applied": report is not None,
    }


def as_list(plan: Plan, report: Report | None = None) -> Iterator[tuple[object, ...]]:
    """Return a line for each row of the file, left-out ones too, under ``HEADINGS``."""
    done = {} if report is None else {row.planned.row: row for row in report.rows}
    lines: dict[int, tuple[object, ...]] = {}
    for row in plan.rows:
        lines[row.row] = _line(row, done.get(row.row))
    for left in plan.left_out:
        lines[left.row] = (left.row, "", "", "対象外", "", None, "", left.reason)
    yield from (lines[number] for number in sorted(lines))
    if plan.edition is not None:
        said = gone_reason(plan.edition)
        for gone in plan.edition.gone:
            yield (None, gone.name, gone.kana, GONE, "", gone.key, "", said)


def gone_reason(edition: PlannedEdition) -> str:
    """Return which edition held what this one does not."""
    day = "" if edition.previous_on is None else format_day(edition.previous_on)
    return f"{day}に取り込んだ「{edition.previous_file}」にはありました"


def values(draft: PersonDraft) -> dict[str, Any]:
    """Return what a row says of a person; fields it says nothing of are empty or null."""
    texts = {name: getattr(draft, name) for name in _TEXTS}
    return {
        "name": draft.name,
        "kana": draft.kana,
        "family_name": draft.family_name,
        "given_name": draft.given_name,
        "family_kana": draft.family_kana,
        "given_kana": draft.given_kana,
        "kana_guessed": draft.kana_guessed,
        "sex": None if draft.sex is None else draft.sex.value,
        "birth_date": None if draft.birth_date is None else draft.birth_date.isoformat(),
        "birth_year": draft.birth_year,
        "address": one_line_address(draft),
        "phone": draft.phone or draft.mobile,
        **texts,
    }


def _row(row: PlannedRow[Any], done: ReportRow | None) -> dict[str, Any]:
    found = {
        "row": row.row,
        "fate": row.fate.value,
        "key": None if done is None else done.record,
        "values": _values(row),
        "reasons": list(row.reasons if done is None else done.reasons),
        "matches": row.record,
        "binned": row.binned,
        "changes": [
            {"field": change.label, "old": change.old, "new": change.new} for change in row.changes
        ],
    }
    if done is not None:
        found["outcome"] = done.outcome.value
    return found


def _values(row: PlannedRow[Any]) -> dict[str, Any]:
    own = {"own": dict(row.source.own)}
    if isinstance(row.draft, OrganisationDraft):
        return {**organisation_values(row.draft), **own}
    if isinstance(row.draft, LocalResourceDraft):
        return {**resource_values(row.draft), **own}
    return {**values(row.draft), **_application(row.source), **own}


def _own_field(field: PlannedOwn) -> dict[str, Any]:
    return {
        "name": field.draft.name,
        "kind": field.draft.kind.value,
        "choices": list(field.draft.choices),
        "new": field.key is None,
    }


def _edition(plan: Plan) -> dict[str, Any]:
    edition = plan.edition
    if edition is None:
        return {"list": None, "gone": []}
    previous = edition.previous_on
    return {
        "list": {
            "name": edition.name,
            "previous_on": None if previous is None else previous.isoformat(),
            "new": edition.new,
            "still": edition.still,
        },
        "gone": [
            {"key": one.key, "name": one.name, "kana": one.kana, "status": one.status.value}
            for one in edition.gone
        ],
    }


def organisation_values(draft: OrganisationDraft) -> dict[str, Any]:
    """Return what a row says of an organisation; fields it says nothing of are empty or null."""
    texts = {name: getattr(draft, name) for name in _ORGANISATION_TEXTS}
    address = joined_address(draft.address_town, draft.address_number, draft.address_building)
    return {"birth_date": None, "address": address, **texts}


def resource_values(draft: LocalResourceDraft) -> dict[str, Any]:
    """Return what a row says of a resource; fields it says nothing of are empty or null."""
    texts = {name: getattr(draft, name) for name in _RESOURCE_FIELDS}
    address = joined_address(draft.address_town, draft.address_number, draft.address_building)
    return {"birth_date": None, "address": address, "phone": draft.internal_phone, **texts}


def _application(row: DraftRow[Any]) -> Mapping[str, Any]:
    said = row.application
    return {
        "applied_on": None if said.applied_on is None else said.applied_on.isoformat(),
        "applied_by": None if said.applied_by is None else said.applied_by.value,
        "heard_from": None if said.heard_from is None else said.heard_from.value,
        "motive": said.motive,
    }


def _line(row: PlannedRow[Any], done: ReportRow | None) -> tuple[object, ...]:
    outcome: Outcome | None = None if done is None else done.outcome
    record: int | None = row.record if done is None else done.record
    reasons = row.reasons if done is None else done.reasons
    changes = "、".join(f"{change.label}: {change.old}→{change.new}" for change in row.changes)
    return (
        row.row,
        row.draft.name,
        row.draft.kana,
        row.fate.label,
        "" if outcome is None else outcome.label,
        record,
        changes,
        "、".join(reasons),
    )
