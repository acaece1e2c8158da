from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from app.kernel.errors import Refusal
from app.kernel.resources import migrations
from app.office.tables import District
from app.storage import office_file, schema
from app.storage.base import Base
from app.storage.dump import all_records
from app.storage.engine import Place, connected, open_engine
from app.storage.migrate import upgrade
from app.storage.office_file import create_office, open_office
from app.storage.verify import verify
from tests.conftest import Clock
from tools.write_schema import migrated_schema

OFFICES = sorted((Path(__file__).parents[1] / "fixtures" / "offices").glob("*.kurashi"))
NOW = datetime(2026, 4, 1, 9)
STEP = """
import sqlalchemy as sa
from alembic import op
revision = "{number}"
down_revision = "{previous}"
def upgrade() -> None:
    with op.batch_alter_table("district") as district:
        district.add_column(sa.Column("colour", sa.String(), nullable=False, server_default="青"))
        district.alter_column("centre", type_=sa.String(80))
    {end}
"""


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Path:
    """An office with a district that has towns, all of which can be undone."""
    path = tmp_path / "kurashi.kurashi"
    create_office(path, passphrase=None, clock=clock)
    store = open_office(path, passphrase=None, clock=clock, backups=None)
    store.do("圏域", lambda session: session.add(District(name="西部", position=1, centre="")))
    with connected(store.place) as raw:
        raw.execute("INSERT INTO town (name, kana, district_id) VALUES ('弁天町', '', 1)")
    store.close()
    return path


def next_step(folder: Path, monkeypatch: pytest.MonkeyPatch, end: str = "pass") -> str:
    """Let the program know one more step than it does, and return its number."""
    scripts = folder / "db" / "migrations"
    shutil.copytree(migrations(), scripts)
    previous = schema.head()
    number = f"{int(previous) + 1:04}"
    text = STEP.format(number=number, previous=previous, end=end)
    (scripts / "versions" / f"{number}_next.py").write_text(text, "utf-8")
    monkeypatch.setattr(office_file, "migrations", lambda: scripts)
    monkeypatch.setattr(office_file, "head", lambda: number)
    monkeypatch.setattr(schema, "head", lambda: number)
    return number


def value(path: Path, query: str) -> object:
    with connected(Place(path)) as raw:
        return raw.execute(query).fetchone()[0]


def test_that_an_older_file_is_copied_and_brought_up_to_date(
    office: Path, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = next_step(tmp_path, monkeypatch)
    backups = tmp_path / "控え"
    store = open_office(office, passphrase=None, clock=clock, backups=backups)
    assert [row.label for row in store.history()] == [
        "事務所ファイルを新しい版の形に変換",
        "圏域",
    ]
    assert store.undo_label() is None
    with pytest.raises(Refusal, match="元に戻せません"):
        store.undo(1)
    assert verify(store).sound
    store.close()
    assert value(office, "SELECT version_num FROM alembic_version") == number
    assert value(office, "SELECT name || colour FROM district") == "西部青"
    assert value(office, "SELECT count(*) FROM town WHERE district_id = 1") == 1
    (copy,) = backups.iterdir()
    assert copy.name == "kurashi-2026-04-01-090000-before-migration.kurashi"
    assert value(copy, "SELECT count(*) FROM pragma_table_info('district')") == 4


@pytest.mark.parametrize(
    "end",
    ["raise LookupError", "op.execute('UPDATE town SET district_id = 99')"],
    ids=["failing", "orphans"],
)
def test_that_a_step_that_fails_leaves_the_file_as_it_was(
    office: Path, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    def dump() -> list[object]:
        with connected(Place(office)) as raw:
            tables = [name for (name,) in raw.execute("SELECT name FROM sqlite_schema")]
            tables = [name for name in tables if not name.startswith(("ix_", "sqlite_"))]
            return [(name, *raw.execute(f'SELECT * FROM "{name}"')) for name in tables]

    next_step(tmp_path, monkeypatch, end)
    before = dump()
    with pytest.raises((LookupError, RuntimeError)):
        open_office(office, passphrase=None, clock=clock, backups=tmp_path / "控え")
    assert dump() == before
    assert not office.with_name(office.name + ".lock").exists()
    assert len(list((tmp_path / "控え").iterdir())) == 1


def test_that_the_newest_step_is_the_one_alembic_finds() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrations()))
    assert ScriptDirectory.from_config(config).get_current_head() == schema.head()


def test_that_the_steps_lead_to_the_tables(tmp_path: Path) -> None:
    """Unique columns are compared apart: Alembic goes by names, and two may have one name."""
    place = Place(tmp_path / "office.kurashi")
    upgrade(place, migrations(), NOW)
    engine = open_engine(place)
    options = {"compare_type": True, "include_object": is_not_unique}
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Base.metadata) == []
        assert unique_columns(sa.inspect(connection)) == unique_columns_of_the_tables()
    engine.dispose()


def is_not_unique(_item: object, _name: str, kind: str, *_: object) -> bool:
    return kind != "unique_constraint"


def unique_columns(stored: sa.Inspector) -> set[tuple[str, ...]]:
    return {
        (table, *sorted(one["column_names"]))
        for table in stored.get_table_names()
        for one in stored.get_unique_constraints(table)
    }


def unique_columns_of_the_tables() -> set[tuple[str, ...]]:
    return {
        (table.name, *sorted(column.name for column in one.columns))
        for table in Base.metadata.tables.values()
        for one in table.constraints
        if isinstance(one, sa.UniqueConstraint)
    }


def test_that_the_schema_is_current(tmp_path: Path) -> None:
    """If not: ``python -m tools.write_schema``."""
    written = (migrations().parent / "schema.sql").read_text("utf-8")
    assert written == migrated_schema(tmp_path)


def test_that_a_step_imports_nothing_from_the_program() -> None:
    for path in (migrations() / "versions").glob("*.py"):
        assert "app." not in path.read_text("utf-8"), path.name


@pytest.mark.parametrize("released", OFFICES, ids=lambda path: path.stem)
def test_that_every_office_ever_released_still_opens_with_its_records(
    released: Path, tmp_path: Path, clock: Clock
) -> None:
    path = tmp_path / released.name
    shutil.copyfile(released, path)
    with connected(Place(path)) as raw:
        tables = [
            name
            for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            if not name.startswith("sqlite_")
        ]
        count = {name: raw.execute(f'SELECT count(*) FROM "{name}"').fetchone() for name in tables}
    store = open_office(path, passphrase=None, clock=clock, backups=tmp_path / "控え")
    records = store.ask(all_records)
    assert verify(store).sound
    store.close()
    for name, (rows,) in count.items():
        if name not in {"operation", "change", "alembic_version"}:
            assert sum(record["table"] == name for record in records) == rows, name
