"""An office whose duties are those of a new one."""

from __future__ import annotations

import tomllib
from datetime import date

from app.duties import commands, queries
from app.kernel.resources import resources
from app.storage.store import Store


def seeded(store: Store) -> Store:
    """Fill the masters of the daily log."""
    data = resources() / "data"
    kinds = (data / "activity_kinds.txt").read_text("utf-8").splitlines()
    duties = tomllib.loads((data / "duties.toml").read_text("utf-8"))
    store.do("業務区分", commands.seed_duties, kinds, duties)
    return store


def duty(store: Store, sign: str = "①", day: date = date(2026, 4, 1)) -> int:
    """Return the duty with this sign that holds on a day."""
    return next(row.id for row in store.ask(queries.duty_list, day) if row.sign == sign)
