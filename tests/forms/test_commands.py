"""Registered forms and documents of the office's own, in a real office file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.forms import commands, queries
from app.forms.edition import Basis, EditionDraft, Mark, OwnDocument, form_digest
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.storage.dump import all_records
from app.storage.store import Store
from tests.conftest import Clock
from tests.forms.books import book

R8, R9 = FiscalYear(2026), FiscalYear(2027)
DRAFT = EditionDraft("trainee-roster", "名簿.xlsx", "令和8年4月改正", R8)
MARKS = (Mark("申請書", "C5", "{{講座名}}"), Mark("申請書", "C6", "{{担当者|敬称}}"))


@pytest.fixture(autouse=True)
def every_step_can_be_taken_back(store: Store) -> Iterator[None]:
    """After each test: undo everything, and the office is empty; do it again, and it is not."""
    yield
    after = store.ask(all_records)
    steps = 0
    while store.undo_label() is not None:
        store.undo()
        steps += 1
    assert [row for row in store.ask(all_records) if row["table"] != "export_record"] == []
    for _ in range(steps):
        store.redo()
    assert store.ask(all_records) == after


def register(store: Store, draft: EditionDraft = DRAFT, data: bytes = b"", **given: object) -> int:
    done = store.do("様式を登録", commands.register_form, draft, data or book(), **given)
    return int(done.result)


def test_that_a_form_is_kept_as_it_was(store: Store) -> None:
    key = register(store, marks=MARKS)
    kept = store.ask(queries.edition, key)
    assert kept.data == book()
    assert kept.marks == MARKS
    assert kept.mark_map == {"申請書!C5": "{{講座名}}", "申請書!C6": "{{担当者|敬称}}"}
    row = kept.row
    assert (row.document, row.name, row.version) == (
        "trainee-roster",
        "名簿.xlsx",
        "令和8年4月改正",
    )
    assert (row.from_year, row.registered_on, row.marks) == (R8, date(2026, 4, 1), 2)
    assert (row.size, row.digest) == (len(book()), hashlib.sha256(book()).hexdigest())


def test_that_the_edition_of_a_year_is_the_newest_that_is_not_later(store: Store) -> None:
    older = register(store)
    newer = register(store, replace(DRAFT, from_year=R9), book("改正"))

    def holds(year: FiscalYear) -> int | None:
        found = store.ask(queries.edition_for, "trainee-roster", year)
        return found.row.id if found else None

    assert [holds(year) for year in (R8.previous, R8, R9, R9.next)] == [None, older, newer, newer]
    assert [row.id for row in store.ask(queries.editions, "trainee-roster")] == [newer, older]
    assert store.ask(queries.editions, "certificate") == ()
    corrected = register(store, DRAFT, book("訂正"))
    assert holds(R8) == corrected


def test_that_the_same_file_is_refused_for_one_document_and_shared_by_two(store: Store) -> None:
    register(store)
    with pytest.raises(Refusal, match=r"登録済みです（令和8年4月改正）"):
        register(store, replace(DRAFT, from_year=R9))
    second = register(store, replace(DRAFT, document="name-tags"))
    assert files(store) == 1
    store.do("削除", commands.remove_edition, second)
    assert files(store) == 1


def test_that_the_last_edition_takes_its_file_away(store: Store) -> None:
    key = register(store, marks=MARKS)
    store.do("削除", commands.remove_edition, key)
    assert files(store) == 0
    assert store.ask(all_records) == []
    with pytest.raises(Refusal, match="登録されていません"):
        store.ask(queries.edition, key)
    store.undo()
    assert store.ask(queries.edition, key).marks == MARKS


@pytest.mark.parametrize(
    ("data", "match"),
    [
        (b"", "ファイル|壊れ|Excel"),
        (b"PK\x03\x04" + b"\0" * 100, "名簿"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "xls|パスワード"),
        (b"\0" * (10 * 1024 * 1024 + 1), "10MBまで"),
    ],
    ids=["empty", "damaged", "old", "large"],
)
def test_that_a_file_that_is_no_form_is_refused(store: Store, data: bytes, match: str) -> None:
    with pytest.raises(Refusal, match=match):
        store.do("様式を登録", commands.register_form, DRAFT, data)
    assert store.ask(all_records) == []


def test_that_a_mark_lands_on_the_first_of_merged_cells(store: Store) -> None:
    key = register(store)
    store.do("差し込み", commands.set_mark, key, Mark("申請書", "$d$8", "{{氏名}}"))
    store.do("差し込み", commands.set_mark, key, Mark("申請書", "C8", "{{氏名|敬称}}"))
    assert store.ask(queries.marks, key) == (Mark("申請書", "C8", "{{氏名|敬称}}"),)
    store.do("差し込み", commands.clear_mark, key, "申請書", "c8")
    store.do("差し込み", commands.clear_mark, key, "申請書", "C8")
    assert store.ask(queries.marks, key) == ()


@pytest.mark.parametrize(
    ("mark", "match"),
    [
        (Mark("別紙", "C5", "{{氏名}}"), "シート「別紙」.*申請書"),
        (Mark("申請書", "5C", "{{氏名}}"), "「5C」"),
        (Mark("申請書", "XFE1", "{{氏名}}"), "「XFE1」"),
        (Mark("申請書", "C5", "氏名"), "項目がありません"),
    ],
)
def test_that_a_mark_that_leads_nowhere_is_refused(store: Store, mark: Mark, match: str) -> None:
    key = register(store)
    with pytest.raises(Refusal, match=match):
        store.do("差し込み", commands.set_mark, key, mark)
    with pytest.raises(Refusal, match=match):
        store.do("様式を登録", commands.register_form, DRAFT, book("別"), [mark])


def test_that_marks_are_set_all_at_once(store: Store) -> None:
    key = register(store, marks=MARKS)
    wanted = (replace(MARKS[0], text="{{種別}}"), Mark("申請書", "C9", "{{会場}}"))
    done = store.do("差し込み", commands.set_marks, key, wanted)
    assert store.ask(queries.marks, key) == wanted
    assert done.tables == {"form_mark"}
    store.undo()
    assert store.ask(queries.marks, key) == MARKS
    same = store.do("差し込み", commands.set_marks, key, MARKS)
    assert same.operation is None


def test_that_a_mark_does_not_copy_the_workbook_into_the_log(store: Store) -> None:
    key = register(store)
    store.do("差し込み", commands.set_mark, key, MARKS[0])
    store.do("改める", commands.change_edition, key, replace(DRAFT, version="差し替え"))
    logged = store.ask(lambda session: session.scalars(LOGGED).all())
    assert logged.count("form_file") == 1


def test_that_what_is_said_of_an_edition_changes_and_its_document_stays(store: Store) -> None:
    key = register(store)
    draft = EditionDraft("certificate", " 名簿2.xlsx ", "差し替え", R9, "市の依頼")
    store.do("改める", commands.change_edition, key, draft)
    (row,) = store.ask(queries.editions)
    assert (row.document, row.name, row.version) == ("trainee-roster", "名簿2.xlsx", "差し替え")
    assert (row.from_year, row.note) == (R9, "市の依頼")
    with pytest.raises(Refusal, match="名前"):
        store.do("改める", commands.change_edition, key, replace(draft, name=" "))
    with pytest.raises(Refusal, match="削除されています"):
        store.do("改める", commands.change_edition, key + 1, draft)


def test_that_an_own_document_has_a_name_of_its_own(store: Store) -> None:
    key = store.do("書類", commands.add_own_document, " 負担限度額申請 ", Basis.PERSON).result
    assert store.ask(queries.own_documents) == (OwnDocument(key, "負担限度額申請", Basis.PERSON),)
    with pytest.raises(Refusal, match="すでにあります"):
        store.do("書類", commands.add_own_document, "負担限度額申請", Basis.OFFICE)
    with pytest.raises(Refusal, match="入力してください"):
        store.do("書類", commands.add_own_document, " ", Basis.OFFICE)
    store.do("書類", commands.rename_own_document, key, "負担限度額認定申請書")
    (own,) = store.ask(queries.own_documents)
    assert (own.name, own.document) == ("負担限度額認定申請書", f"own-{key}")


def test_that_an_own_document_goes_with_its_forms_in_one_step(store: Store) -> None:
    key = store.do("書類", commands.add_own_document, "申請書", Basis.PERSON).result
    own = replace(DRAFT, document=f"own-{key}")
    register(store, own, marks=MARKS)
    register(store, replace(own, from_year=R9), book("改正"))
    before = store.ask(all_records)
    store.do("書類", commands.remove_own_document, key)
    assert store.ask(all_records) == []
    store.undo()
    assert store.ask(all_records) == before
    store.redo()
    with pytest.raises(Refusal, match="削除されています"):
        register(store, own)


def test_that_an_own_document_with_a_form_is_not_undone_from_under_it(store: Store) -> None:
    done = store.do("書類", commands.add_own_document, "申請書", Basis.PERSON)
    register(store, replace(DRAFT, document=f"own-{done.result}"))
    with pytest.raises(Refusal, match="新しい操作から順に"):
        store.undo(done.operation)


def test_that_equal_offices_have_equal_dumps(
    store: Store, encrypted_store: Store, clock: Clock
) -> None:
    for one in (store, encrypted_store):
        one.do("様式を登録", commands.register_form, DRAFT, book(), MARKS)
    encrypted_store.do("削除", commands.remove_edition, 1)
    clock.advance(days=1)
    encrypted_store.undo()
    assert store.ask(all_records) == encrypted_store.ask(all_records)


def test_that_a_digest_tells_the_marks_too() -> None:
    plain, marked = form_digest(book()), form_digest(book(), MARKS)
    assert plain == hashlib.sha256(book()).hexdigest()
    assert marked == form_digest(book(), MARKS[::-1]) != plain
    assert marked != form_digest(book(), MARKS[:1])


LOGGED = text("SELECT table_name FROM change")


def files(store: Store) -> int:
    def count(session: Session) -> int:
        return int(session.scalars(text("SELECT count(*) FROM form_file")).one())

    return store.ask(count)
