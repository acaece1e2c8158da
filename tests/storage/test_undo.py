"""Whatever was done, undo leaves the tables as they were and redo brings it back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import LargeBinary, Table, select
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.office.tables import District, Setting, Town
from app.storage.base import Base
from app.storage.bulk import add_rows
from app.storage.dump import all_records
from app.storage.engine import Place, open_engine
from app.storage.store import Store

Command = Callable[[Session, int], None]
NAMES = ("西部", "中央部", "東央部第１", "北部", "髙﨑𠮷辻󠄀")


def add_district(session: Session, seed: int) -> None:
    name = NAMES[seed % len(NAMES)]
    if session.scalars(select(District).where(District.name == name)).first() is None:
        session.add(District(name=name, position=seed, centre=""))


def add_towns(session: Session, seed: int) -> None:
    district = session.scalars(select(District.id).order_by(District.id)).first()
    known = set(session.scalars(select(Town.name)))
    rows = [{"name": f"町{n}", "kana": "マチ", "district_id": district} for n in range(seed % 7)]
    add_rows(session, Town, [row for row in rows if row["name"] not in known])


def swap_names(session: Session, _seed: int) -> None:
    rows = session.scalars(select(District).order_by(District.id)).all()
    if len(rows) > 1:
        first, second = rows[0].name, rows[-1].name
        rows[0].name = ""
        session.flush()
        rows[-1].name = first
        session.flush()
        rows[0].name = second


def move_towns(session: Session, seed: int) -> None:
    districts = [None, *session.scalars(select(District.id))]
    for town in session.scalars(select(Town)):
        town.district_id = districts[(town.id + seed) % len(districts)]


def remove_district(session: Session, seed: int) -> None:
    rows = session.scalars(select(District).order_by(District.id)).all()
    if rows:
        gone = rows[seed % len(rows)]
        for town in session.scalars(select(Town).where(Town.district_id == gone.id)):
            session.delete(town)
        session.flush()
        session.delete(gone)


def put_setting(session: Session, seed: int) -> None:
    row = session.scalars(select(Setting)).first()
    value = [None, seed, {"色": [seed, 0.5]}, "あ", [], True][seed % 6]
    if row is None:
        session.add(Setting(name="値", value=value))
    else:
        row.value = value


def add_and_remove(session: Session, seed: int) -> None:
    row = Setting(name=f"一時{seed}", value=seed)
    session.add(row)
    session.flush()
    row.value = "変更"
    session.flush()
    session.delete(row)


COMMANDS = (
    add_district, add_towns, swap_names, move_towns, remove_district, put_setting, add_and_remove,
)  # fmt: skip
STEPS = st.lists(st.tuples(st.sampled_from(COMMANDS), st.integers(0, 30)), max_size=10)


@settings(max_examples=20, deadline=None)
@given(STEPS)
def test_that_undo_after_any_commands_leaves_the_tables_as_they_were(
    empty_files: dict[str | None, Path], steps: list[tuple[Command, int]]
) -> None:
    with TemporaryDirectory() as folder:
        place = Place(Path(folder) / "office.kurashi")
        shutil.copyfile(empty_files[None], place.path)
        store = Store(open_engine(place), place, lambda: datetime(2026, 4, 1, 9))
        try:
            states = [store.ask(all_records)]
            for command, seed in steps:
                if store.do(command.__name__, command, seed).operation is not None:
                    states.append(store.ask(all_records))
            for state in reversed(states[:-1]):
                store.undo()
                assert store.ask(all_records) == state
            assert store.undo_label() is None
            for state in states[1:]:
                store.redo()
                assert store.ask(all_records) == state
            assert store.redo_label() is None
        finally:
            store.close()


def test_that_a_failed_undo_changes_nothing(store: Store) -> None:
    store.do("圏域", add_district, 0)
    done = store.do("町名", add_towns, 5)
    store.do("移動", move_towns, 0)
    before = store.ask(all_records), store.history()
    with pytest.raises(Refusal):
        store.undo(done.operation)
    assert (store.ask(all_records), store.history()) == before


@pytest.mark.parametrize("table", Base.metadata.sorted_tables, ids=lambda table: table.name)
def test_that_every_table_can_be_undone(table: Table) -> None:
    (key,) = table.primary_key.columns
    assert (key.name, key.type.python_type) == ("id", int)
    for column in table.columns:
        assert column.server_default is None
        assert column.computed is None
        assert not isinstance(column.type, LargeBinary)
    for constraint in table.foreign_key_constraints:
        assert constraint.ondelete is None
        assert constraint.onupdate is None


def test_that_every_constraint_has_a_name() -> None:
    unnamed = [
        (table.name, constraint)
        for table in Base.metadata.sorted_tables
        for constraint in table.constraints
        if constraint.name is None
    ]
    assert unnamed == []
