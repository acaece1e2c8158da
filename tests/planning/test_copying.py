"""Beginning a year's plan from that of another one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.planning import commands, queries
from app.planning.plan import Grade, PlanYearDraft, ReviewDraft
from app.storage.store import Store
from tests.planning.plans import YEAR, item, row, titles

LAST = YEAR.previous


def test_that_words_and_targets_are_copied_but_no_review(office: Store) -> None:
    key = item(office, "養成研修", year=LAST, target=40, actual=38)
    office.do("評価", commands.review_item, key, ReviewDraft("開いた", grade=Grade.A))
    words = PlanYearDraft(vision="支え合い", policy="方針", overview="総括", proposals="提案")
    office.do("文章", commands.set_plan_year, LAST, words)
    copied = office.do("写す", commands.copy_year, LAST, YEAR).result
    assert copied.sentence == "1件の事業と文章を写しました。"
    made = row(office, copied.items[0])
    assert (made.draft.target, made.draft.actual, made.review) == (40, None, ReviewDraft())
    assert (made.copied_from, made.before) == (key, 38)
    now = office.ask(queries.words_of, YEAR)
    assert now == PlanYearDraft(vision="支え合い", policy="方針")


def test_that_what_is_there_already_stays_as_it_is(office: Store) -> None:
    for title in ("養成研修", "マッチング", "講座"):
        item(office, title, year=LAST)
    item(office, "講座", target=3)
    first = office.do("写す", commands.copy_year, LAST, YEAR).result
    assert first.already == ("講座",)
    renamed = replace(row(office, first.items[0]).draft, title="担い手の養成")
    office.do("変更", commands.change_item, first.items[0], renamed)
    office.do("削除", commands.remove_item, first.items[1])
    again = office.do("写す", commands.copy_year, LAST, YEAR).result
    assert again.already == ("養成研修", "講座")
    assert "すでにある2件（養成研修、講座）" in again.sentence
    assert sorted(titles(office)) == sorted(["講座", "担い手の養成", "マッチング"])


def test_that_duties_are_found_again_by_name_in_another_list(office: Store) -> None:
    old = FiscalYear(2021)
    item(office, "ニーズ調査", sign="⑤", year=old)  # ⑥ since 令和4年度
    copied = office.do("写す", commands.copy_year, old, FiscalYear(2022)).result
    assert row(office, copied.items[0]).duty.sign == "⑥"
    item(office, "養成研修", year=YEAR)
    homeless = office.do("写す", commands.copy_year, YEAR, FiscalYear(2020)).result
    assert (homeless.items, homeless.homeless) == ((), ("養成研修",))
    assert "業務区分がなくなった1件（養成研修）" in homeless.sentence


def test_that_there_must_be_something_to_copy(office: Store) -> None:
    with pytest.raises(Refusal, match="まだありません"):
        office.do("写す", commands.copy_year, LAST, YEAR)
    with pytest.raises(Refusal, match="同じ年度"):
        office.do("写す", commands.copy_year, YEAR, YEAR)


def test_that_removing_a_source_leaves_its_copy(office: Store) -> None:
    key = item(office, "養成研修", year=LAST)
    (made,) = office.do("写す", commands.copy_year, LAST, YEAR).result.items
    office.do("削除", commands.remove_item, key)
    assert row(office, made).copied_from is None
    office.undo()
    assert row(office, made).copied_from == key
