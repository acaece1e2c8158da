"""The duties, kinds of activity and crosswalk a new office begins with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from app.duties.commands.kinds import seed_activity_kinds
from app.duties.tables import ActivityKind, Category, Crossing, Duty, DutyList, Scheme

_Keys = dict[tuple[str, str], int]


def seed_duties(session: Session, kinds: Sequence[str], data: Mapping[str, Any]) -> None:
    """Fill the masters of a new office; ``data`` is laid out as ``duties.toml``."""
    seed_activity_kinds(session, kinds)
    duties = _seed_lists(session, data["list"])
    schemes, categories = _seed_schemes(session, data["scheme"])
    session.flush()
    known = {row.name: row.id for row in session.query(ActivityKind)}
    for one in data["crossing"]:
        for kind in one.get("kinds", [None]):
            session.add(
                Crossing(
                    duty_id=duties[one["list"], one["duty"]],
                    scheme_id=schemes[one["scheme"]],
                    kind_id=None if kind is None else known[kind],
                    category_id=categories[one["scheme"], one["category"]],
                )
            )


def _seed_lists(session: Session, lists: Sequence[Mapping[str, Any]]) -> _Keys:
    found: _Keys = {}
    for one in lists:
        row = DutyList(name=one["name"], starts_on=one["starts_on"], ends_on=one.get("ends_on"))
        session.add(row)
        session.flush()
        for position, duty in enumerate(one["duty"], start=1):
            made = Duty(list_id=row.id, position=position, **duty)
            session.add(made)
            session.flush()
            found[one["name"], duty["sign"]] = made.id
    return found


def _seed_schemes(
    session: Session, schemes: Sequence[Mapping[str, Any]]
) -> tuple[dict[str, int], _Keys]:
    keys: dict[str, int] = {}
    found: _Keys = {}
    for place, one in enumerate(schemes, start=1):
        row = Scheme(name=one["name"], position=place)
        session.add(row)
        session.flush()
        keys[one["name"]] = row.id
        for position, category in enumerate(one["category"], start=1):
            made = Category(scheme_id=row.id, position=position, **category)
            session.add(made)
            session.flush()
            found[one["name"], category["sign"]] = made.id
    return keys, found
