"""Every public list we have is planned or refused in a sentence, quickly, and no row is lost."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from app.contacts.custom import Subject
from app.documents.table_file import read_table
from app.importing.apply import Chosen, apply
from app.importing.check import check
from app.importing.fields import Field
from app.importing.mapping import Mapping, guess
from app.importing.plan import Fate, plan
from app.importing.read import read_list
from app.importing.table import SourceTable
from app.kernel.errors import Refusal
from app.storage.store import Store

TODAY = date(2026, 11, 20)
DATA = Path(__file__).parents[2] / ".." / "shared" / "data"
FOLDERS = ("01_municipal_lists", "09_xlsx_corpus", "10_csv_text_hostile/csv-spectrum/csvs")
FILES = sorted(path for folder in FOLDERS for path in (DATA / folder).rglob("*") if path.is_file())
SECONDS = 10
"""Generous: the machine of the tests may be busy with others."""

NO_ORGANISATIONS = ("mhlw_", "schema_", "takamatsu_tax")
"""Statistics and descriptions of formats: there are no names in them."""

pytestmark = pytest.mark.skipif(not FILES, reason="the public lists are not beside the repository")


def _filled(path: Path, sheet: str) -> list[int]:
    rows = read_table(path, sheet).rows
    return [
        number for number, row in enumerate(rows, start=1) if any(cell.text.strip() for cell in row)
    ]


def _forced(table: SourceTable) -> Mapping:
    """Take the fullest column for the name, where the list names nobody."""
    fullest = max(range(table.columns), key=lambda at: len(table.column(at, 1000)), default=0)
    fields = list(guess(table).fields)
    fields[fullest] = Field.NAME
    return Mapping(tuple(fields))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_that_a_list_is_planned_or_refused(path: Path, store: Store) -> None:
    begun = time.monotonic()
    try:
        table = read_list(path)
    except Refusal as refusal:
        said = refusal.text
    else:
        said = "。"
        _check_rows(path, table, store)
    assert said.endswith("。")
    assert time.monotonic() - begun < SECONDS


@pytest.mark.parametrize(
    "path", [path for path in FILES if "municipal" in path.parent.name], ids=lambda path: path.name
)
def test_that_every_row_of_a_municipal_list_is_an_organisation_or_left_out(
    path: Path, store: Store
) -> None:
    table = read_list(path, subject=Subject.ORGANISATION)
    mapping = guess(table)
    if any(path.name.startswith(name) for name in NO_ORGANISATIONS):
        with pytest.raises(Refusal, match="団体の名前の列が見つかりません"):
            check(table, mapping, TODAY)
        return
    found = store.ask(plan, check(table, mapping, TODAY), TODAY)
    named = [row.row for row in found.rows] + [left.row for left in found.left_out]
    source = table.sheet if path.suffix.lower() != ".csv" else None
    assert sorted(named) == _filled(path, source)
    assert sum(row.fate in (Fate.ADD, Fate.DOUBTFUL) for row in found.rows) >= 0.9 * len(found.rows)
    store.do("取り込み", apply, found, Chosen())
    again = store.ask(plan, check(table, mapping, TODAY), TODAY)
    assert again.counts[Fate.ADD] == again.counts[Fate.CHANGE] == 0


def _check_rows(path: Path, table: SourceTable, store: Store) -> None:
    mapping = guess(table)
    if not mapping.says_names(table.subject):
        with pytest.raises(Refusal) as refused:
            check(table, mapping, TODAY)
        assert refused.value.text.endswith("。")
        mapping = _forced(table)
    found = store.ask(plan, check(table, mapping, TODAY), TODAY)
    named = [row.row for row in found.rows] + [left.row for left in found.left_out]
    source = table.sheet if path.suffix.lower() not in (".csv", ".md") else None
    assert sorted(named) == _filled(path, source)
    assert all(row.reasons for row in found.rows if row.fate.value in ("doubtful", "refused"))
    assert all(left.reason for left in found.left_out)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_that_no_facility_becomes_a_person_unasked(path: Path, store: Store) -> None:
    if "municipal" not in path.parent.name:
        pytest.skip("no list of facilities")
    try:
        table = read_list(path)
        drafts = check(table, guess(table), TODAY)
    except Refusal:
        return
    found = store.ask(plan, drafts, TODAY)
    assert [row.draft.name for row in found.rows if row.fate.value == "add"] == []
