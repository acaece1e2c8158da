"""A list of applicants: people, what they need, and their applications, in one step of undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from app.contacts import queries as people
from app.contacts.person import ContactWay
from app.importing.apply import Chosen, Outcome, Report, apply
from app.importing.check import check
from app.importing.mapping import guess
from app.importing.plan import plan
from app.importing.read import read_list
from app.kernel.errors import Refusal
from app.storage.store import Store
from app.training import commands as training
from app.training import queries as training_queries
from app.training.course import CourseDraft, CourseId, HeardFrom

TODAY = date(2026, 6, 20)
Make = Callable[..., Path]

ROWS = [
    ["令和8年度　養成研修　申込者"],
    ["受付番号", "申込日", "申込方法", "氏名", "カナ", "生年月日", "電話", "きっかけ", "車いす"],
    [1, "R8.6.1", "電話", "佐藤　花子", "サトウ", "S25.4.2", "0138-00-0001", "チラシ", "○"],
    [2, date(2026, 6, 2), "FAX", "鈴木　一郎", "スズキ", "S30.1.5", "0138-00-0002", "", ""],
    [3, "", "", "田中　次郎", "タナカ", "S35.1.5", "0138-00-0003", "回覧板", ""],
]  # fmt: skip


@pytest.fixture
def course(store: Store) -> CourseId:
    store.do("種別", training.seed_kinds)
    kind = store.ask(training_queries.kinds)[0]
    return store.do("開講", training.open_course, CourseDraft(kind.id, 2026)).result


def bring(store: Store, path: Path, course: CourseId | None) -> Report:
    table = read_list(path)
    found = store.ask(plan, check(table, guess(table), TODAY), TODAY)
    return store.do("取り込み", apply, found, Chosen(), course, TODAY).result


def test_that_applicants_become_people_with_applications(
    store: Store, course: CourseId, xlsx: Make
) -> None:
    report = bring(store, xlsx(ROWS), course)
    assert report.counts[Outcome.ADDED] == 3
    assert report.applications == 3
    listing = training_queries.ApplicationListing(course, TODAY)
    rows = list(store.ask(listing.rows, store.ask(listing.keys)).values())
    said = {row.person.name.split("　")[0]: row for row in rows}
    assert said["佐藤"].applied_on == date(2026, 6, 1)
    assert said["佐藤"].heard_from is HeardFrom.LEAFLET
    assert said["鈴木"].applied_by is ContactWay.FAX
    assert said["田中"].applied_on == TODAY
    assert store.ask(people.consideration, report.rows[0].record).wheelchair
    store.undo()
    assert store.ask(people.PersonListing(TODAY).keys) == []
    assert store.ask(listing.keys) == []


def test_that_who_has_applied_is_said_and_not_entered_twice(
    store: Store, course: CourseId, xlsx: Make
) -> None:
    path = xlsx(ROWS)
    bring(store, path, course)
    again = bring(store, path, course)
    assert again.applications == 0
    assert all("申込" in row.reasons[-1] for row in again.rows)
    assert len(store.ask(people.PersonListing(TODAY).keys)) == 3


def test_that_known_people_are_only_applied_for(store: Store, course: CourseId, xlsx: Make) -> None:
    path = xlsx(ROWS)
    bring(store, path, None)
    report = bring(store, path, course)
    assert report.counts[Outcome.SAME] == 3
    assert report.applications == 3


def test_that_a_course_that_is_not_there_refuses_the_whole_list(store: Store, xlsx: Make) -> None:
    with pytest.raises(Refusal):
        bring(store, xlsx(ROWS), CourseId(99))
    assert store.ask(people.PersonListing(TODAY).keys) == []
