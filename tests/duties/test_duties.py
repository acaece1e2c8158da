"""Duties by period, and the crosswalk as data."""

from __future__ import annotations

from datetime import date

import pytest

from app.daily_log import commands as daily_log
from app.daily_log import queries as log_queries
from app.daily_log.log_entry import LogEntryDraft
from app.duties import commands, queries
from app.duties.duty import DutyDraft, DutyId, DutyListDraft
from app.kernel.errors import Refusal
from app.storage.store import Store
from tests.daily_log.office import duty, seeded

DAY, COMING = date(2026, 4, 1), date(2027, 4, 1)


@pytest.fixture
def office(store: Store) -> Store:
    return seeded(store)


def test_that_a_list_of_duties_holds_for_its_days_only(office: Store) -> None:
    do, ask = office.do, office.ask
    added = do("一覧", commands.add_duty_list, DutyListDraft("令和9年度からの業務", COMING)).result
    do("業務", commands.add_duty, added, DutyDraft("①", "見守りの推進"))
    assert [row.name for row in ask(queries.duty_list, COMING)] == ["見守りの推進"]
    assert len(ask(queries.duty_list, date(2027, 3, 31))) == 8
    assert len(ask(queries.duty_list, date(2022, 3, 31))) == 7
    assert ask(queries.duty_list, date(2010, 4, 1)) == ()
    with pytest.raises(Refusal, match="重なっています"):
        do("一覧", commands.add_duty_list, DutyListDraft("もう1つ", date(2020, 1, 1), COMING))
    with pytest.raises(Refusal, match="すでに使っています"):
        do("業務", commands.add_duty, added, DutyDraft("①", "二重"))
    with pytest.raises(Refusal, match="先に業務を削除"):
        do("一覧", commands.remove_duty_list, added)
    office.undo()
    office.undo()
    assert len(ask(queries.duty_list, COMING)) == 8


def test_that_a_duty_in_use_stays_and_any_other_goes_with_its_crossings(office: Store) -> None:
    used, free = duty(office, "①"), duty(office, "②")
    draft = LogEntryDraft(DAY, used, title="協議体")
    entry = office.do("日報", daily_log.add_entry, draft).result
    office.do("ごみ箱", daily_log.bin_entries, [entry])
    with pytest.raises(Refusal, match="使っている記録が1件"):
        office.do("業務", commands.remove_duty, DutyId(used))
    office.do("業務", commands.remove_duty, DutyId(free))
    assert [row.sign for row in office.ask(queries.duty_list, DAY)] == list("①③④⑤⑥⑦⑧")


def test_that_every_tally_follows_the_crosswalk_at_once(office: Store) -> None:
    key = DutyId(duty(office, "①"))
    office.do("日報", daily_log.add_entry, LogEntryDraft(DAY, key, title="協議体"))

    def counted() -> list[tuple[str, str]]:
        found = office.ask(log_queries.tallies, DAY, DAY)
        return [
            (scheme.scheme.name, one.of.sign)
            for scheme in found.schemes
            for one in scheme.categories
            if one.tally.entries.count
        ]

    before = counted()
    assert len(before) == 4
    scheme = office.ask(queries.schemes)[1]
    category = scheme.categories[2]
    office.do("対応", commands.set_crossing, key, scheme.id, category.id)
    assert counted()[1] == (scheme.name, "C")
    office.do("対応", commands.set_crossing, key, scheme.id, None)
    assert counted()[1] == (scheme.name, "－")
    own = office.do("分類", commands.add_scheme, "事務所の分類").result
    added = office.do("項目", commands.add_category, own, "ア", "外回り").result
    with pytest.raises(Refusal, match="番号（Ａなど）"):
        office.do("項目", commands.add_category, own, " ", "内勤")
    office.do("対応", commands.set_crossing, key, own, added)
    assert counted()[-1] == ("事務所の分類", "ア")
    with pytest.raises(Refusal, match="対応づけが1件"):
        office.do("項目", commands.remove_category, added)
    with pytest.raises(Refusal, match="別の分類"):
        office.do("対応", commands.set_crossing, key, scheme.id, added)
    office.do("分類", commands.remove_scheme, own)
    assert len(office.ask(queries.schemes)) == 4
