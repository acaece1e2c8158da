from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.office.tables import District, Setting, Town
from app.storage.bulk import add_rows
from app.storage.dump import all_records
from app.storage.store import Store
from app.storage.verify import verify


def towns(session: Session) -> list[tuple[int, str, int | None]]:
    return [(row.id, row.name, row.district_id) for row in session.scalars(select(Town))]


def test_that_rows_get_keys_in_their_order_and_are_in_the_log(store: Store) -> None:
    def add(session: Session) -> list[int]:
        session.add(District(name="西部", position=1, centre=""))
        rows = [{"name": name, "kana": "", "district_id": 1} for name in ("弁天町", "入舟町")]
        return [*add_rows(session, Town, rows), *add_rows(session, Town, [])]

    done = store.do("追加", add)
    assert done.result == [1, 2]
    assert done.tables == {"district", "town"}
    assert store.ask(towns) == [(1, "弁天町", 1), (2, "入舟町", 1)]
    assert verify(store).sound
    store.undo()
    assert store.ask(all_records) == []


def test_that_values_are_stored_as_mapped_objects_store_them(store: Store) -> None:
    values = [None, 1, "𠮷", {"日": "2026-04-01"}]
    rows = [{"name": str(number), "value": value} for number, value in enumerate(values)]
    store.do("追加", add_rows, Setting, rows)
    assert store.ask(lambda session: list(session.scalars(select(Setting.value)))) == values


def test_that_an_unknown_attribute_is_a_fault(store: Store) -> None:
    with pytest.raises(TypeError, match="Town"):
        store.do("追加", add_rows, Town, [{"name": "弁天町", "made_on": date(2026, 4, 1)}])


def test_that_a_row_the_tables_do_not_allow_adds_none(store: Store) -> None:
    rows = [{"name": "弁天町", "kana": ""}, {"name": "弁天町", "kana": ""}]
    with pytest.raises(IntegrityError):
        store.do("追加", add_rows, Town, rows)
    assert store.ask(towns) == []
