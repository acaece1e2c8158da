"""Items of a plan: what they may say, their order, actuals, rates and reviews."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from app.daily_log import commands as daily_log
from app.daily_log.log_entry import LogEntryDraft
from app.kernel.errors import Refusal
from app.kernel.figure import Counted, Figure
from app.planning import commands, queries
from app.planning.plan import Grade, PlanYearDraft, ReviewDraft
from app.storage.store import Store
from app.training import commands as training
from tests.daily_log.office import duty
from tests.planning.plans import YEAR, item, row, titles
from tests.training.office import Office


def log(store: Store, day: date, sign: str = "⑤", *, to_city: bool = True) -> int:
    draft = LogEntryDraft(day, duty(store, sign, day), title="訪問", to_city=to_city)
    return store.do("日報", daily_log.add_entry, draft).result


def test_that_items_stand_by_duty_and_can_be_moved(office: Store) -> None:
    first, second = item(office, "養成研修"), item(office, "マッチング")
    item(office, "協議体", sign="①")
    assert titles(office) == ["協議体", "養成研修", "マッチング"]
    office.do("上へ", commands.move_item, second, -1)
    assert titles(office) == ["協議体", "マッチング", "養成研修"]
    office.do("上へ", commands.move_item, second, -5)
    office.do("下へ", commands.move_item, second, 9)
    assert titles(office) == ["協議体", "養成研修", "マッチング"]
    other = replace(row(office, first).draft, duty_id=duty(office, "①"))
    office.do("変更", commands.change_item, first, other)
    assert titles(office) == ["協議体", "養成研修", "マッチング"]
    office.do("削除", commands.remove_item, first)
    assert titles(office) == ["協議体", "マッチング"]
    office.undo()
    assert row(office, first).duty.sign == "①"


def test_that_a_typed_actual_has_its_rate(office: Store) -> None:
    key = item(office, "講座", indicator="開催数", unit="回", target=8)
    assert (row(office, key).done, row(office, key).rate) == (None, None)
    review = ReviewDraft("6回開いた", grade=Grade.B)
    office.do("実績", commands.change_item, key, replace(row(office, key).draft, actual=6))
    office.do("評価", commands.review_item, key, review)
    assert row(office, key).rate == Fraction(3, 4)
    assert row(office, key).review == review
    office.do("評価", commands.review_item, key, ReviewDraft("7回", grade=Grade.A))
    assert (row(office, key).done, row(office, key).review.grade) == (6, Grade.A)
    nought = item(office, "目標なし", target=0, actual=3)
    assert row(office, nought).rate is None


def test_that_a_measure_counts_by_itself_beside_the_year_before(office: Store) -> None:
    found = [log(office, date(2026, 4, day)) for day in (1, 2)]
    log(office, date(2026, 4, 3), "①")
    log(office, date(2026, 4, 3), to_city=False)
    log(office, date(2026, 3, 31))
    key = item(office, "訪問", measure="log_entries", target=4, actual=99)
    assert row(office, key).actual == Figure(Counted.LOG_ENTRY, tuple(found), 2)
    assert queries.number_of(row(office, key).before) == 1
    assert row(office, key).rate == Fraction(1, 2)
    draft = row(office, key).draft
    assert (draft.indicator, draft.unit, draft.actual) == ("日報の件数", "件", None)
    office.do("実績", commands.change_item, key, replace(draft, actual=50))
    assert row(office, key).draft.actual is None


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"title": " \u200b "}, "title"),
        ({"months": 1 << 12}, "months"),
        ({"months": -1}, "months"),
        ({"target": -1}, "target"),
        ({"actual": 10**12}, "actual"),
        ({"measure": "'; DROP TABLE"}, "measure"),
    ],
)
def test_that_what_cannot_be_is_refused_by_field(
    office: Store, said: dict[str, object], field: str
) -> None:
    with pytest.raises(Refusal) as refused:
        item(office, **{"title": "事業", **said})  # type: ignore[arg-type]
    assert list(refused.value.fields) == [field]


def test_that_an_item_needs_a_duty_and_a_year(office: Store) -> None:
    draft = row(office, item(office, "事業")).draft
    for wrong, field in (
        (replace(draft, duty_id=999), "duty_id"),
        (replace(draft, fiscal_year=8), "fiscal_year"),
    ):
        with pytest.raises(Refusal) as refused:
            office.do("追加", commands.add_item, wrong)
        assert list(refused.value.fields) == [field]
    with pytest.raises(Refusal, match="削除されています"):
        office.do("評価", commands.review_item, 999, ReviewDraft())
    with pytest.raises(Refusal, match="削除されています"):
        office.ask(queries.plan_item, 999)


def test_that_the_words_of_a_year_are_kept_once(office: Store) -> None:
    empty = office.ask(queries.plan, YEAR)
    assert (empty.words, empty.items, len(empty.duties)) == (PlanYearDraft(), (), 8)
    for vision in ("支え合う町", "支え合う函館"):
        office.do("文章", commands.set_plan_year, YEAR, PlanYearDraft(vision=f" {vision} "))
    assert office.ask(queries.words_of, YEAR).vision == "支え合う函館"
    office.undo()
    assert office.ask(queries.words_of, YEAR).vision == "支え合う町"


def test_that_trainings_are_counted_by_kind_too(office: Store) -> None:
    office.do("種別", training.seed_kinds)
    built = Office(office)
    course = built.course()
    built.plan(course, date(2026, 5, 11))
    built.trainees(course, 2)
    (session,) = built.sessions(course)[:1]
    office.do("出席", training.mark_all_present, session)
    office.do("実施", training.hold_session, session)
    offered = {one.name: one.stored for one in office.ask(queries.measures)}
    found = [
        office.ask(queries.count, offered[f"{name}（養成研修）"], YEAR.first_day, YEAR.last_day)
        for name in ("研修の開催", "研修の出席 実人数", "研修の申込者")
    ]
    assert [one.count for one in found] == [1, 2, 2]
    other = offered["研修の開催（ステップアップ研修）"]
    assert office.ask(queries.count, other, YEAR.first_day, YEAR.last_day).count == 0
    for wrong in ("sessions@", "sessions@x", "needs@1", "sessions@1@2"):
        with pytest.raises(Refusal, match="指標はありません"):
            item(office, "事業", measure=wrong)
