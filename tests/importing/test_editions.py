"""Editions of a list imported in order: what came, what went, and that undo takes all back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts import commands as contacts
from app.contacts import queries
from app.contacts.custom import Subject
from app.contacts.organisation import OrganisationId, OrganisationStatus
from app.contacts.person import PersonId, PersonStatus
from app.duplicates import commands as duplicates
from app.importing.apply import Chosen, Decision, Outcome, Report, apply
from app.importing.check import check
from app.importing.list_name import list_name
from app.importing.mapping import guess
from app.importing.plan import Fate, ListEdition, Plan, plan
from app.importing.queries import imported_lists
from app.importing.read import read_list
from app.importing.remarks import remarks
from app.importing.report import GONE, as_json, as_list
from app.local_resources import queries as resources
from app.local_resources.local_resource import LocalResourceId, ResourceStatus
from app.retention import commands as retention
from app.storage.base import Base
from app.storage.store import Store

TODAY = date(2026, 11, 20)
Make = Callable[..., Path]
HEAD = ["氏名", "ふりがな", "生年月日", "電話"]
HANAKO = ["佐藤　花子", "さとう　はなこ", "S25.4.2", "0138-00-0001"]
ICHIRO = ["鈴木　一郎", "すずき　いちろう", "S30.1.5", "0138-00-0002"]
JIRO = ["田中　次郎", "たなか　じろう", "S31.2.6", "0138-00-0003"]
PLACES = ["名称", "所在地", "電話番号"]
HALL = ["社会福祉法人　みなと会", "函館市末広町4-19", "0138-00-1001"]
CLUB = ["みはら会", "函館市美原1丁目2-3", "0138-00-1002"]


def planned(
    store: Store, path: Path, subject: Subject = Subject.PERSON, name: str = "委員名簿"
) -> Plan:
    table = read_list(path, subject=subject)
    drafts = check(table, guess(table), TODAY)
    return store.ask(plan, drafts, TODAY, ListEdition(name, path.name))


def carry_out(store: Store, found: Plan, **more: object) -> Report:
    return store.do("取り込み", apply, found, Chosen(), **more).result


def everything(session: Session) -> list[Sequence[object]]:
    tables = ("person", "organisation", "local_resource", "imported_list", "imported_record")
    return [
        tuple(row)
        for name in tables
        for row in session.execute(
            select(Base.metadata.tables[name]).order_by(Base.metadata.tables[name].c.id)
        )
    ]


def status_of(store: Store, key: int) -> PersonStatus:
    return store.ask(queries.person_card, PersonId(key), TODAY).draft.status


def test_that_the_next_edition_says_what_came_and_went(store: Store, xlsx: Make) -> None:
    first = planned(store, xlsx([HEAD, HANAKO, ICHIRO], name="委員名簿R8.xlsx"))
    assert "初めての取り込み" in remarks(first)[-1]
    assert as_json(first)["gone"] == []
    carry_out(store, first)
    assert store.ask(imported_lists, Subject.PERSON) == ("委員名簿",)
    found = planned(store, xlsx([HEAD, HANAKO, JIRO], name="委員名簿R9.xlsx"))
    assert found.edition is not None
    assert (found.edition.new, found.edition.still) == (1, 1)
    assert [one.name for one in found.edition.gone] == ["鈴木　一郎"]
    told = as_json(found)
    assert told["list"]["previous_on"] == first_day(store)
    assert [(one["name"], one["status"]) for one in told["gone"]] == [("鈴木　一郎", "active")]
    *_, line = as_list(found)
    assert line[1:4] == ("鈴木　一郎", "すずき　いちろう", GONE)
    before = store.ask(everything)
    carry_out(store, found)
    assert status_of(store, told["gone"][0]["key"]) is PersonStatus.ACTIVE
    assert len(store.ask(queries.PersonListing(TODAY).keys)) == 3
    store.undo()
    assert store.ask(everything) == before


def first_day(store: Store) -> str:
    table = Base.metadata.tables["imported_list"]
    day = store.ask(lambda session: session.scalars(select(table.c.imported_on)).one())
    return str(day.isoformat())


def test_that_the_gone_are_ended_where_asked(store: Store, xlsx: Make) -> None:
    carry_out(store, planned(store, xlsx([HEAD, HANAKO, ICHIRO])))
    found = planned(store, xlsx([HEAD, HANAKO], name="次.xlsx"))
    before = store.ask(everything)
    assert carry_out(store, found, gone=PersonStatus.WITHDRAWN).ended == 1
    assert found.edition is not None
    assert status_of(store, found.edition.gone[0].key) is PersonStatus.WITHDRAWN
    again = planned(store, xlsx([HEAD, HANAKO], name="その次.xlsx"))
    assert again.edition is not None
    assert again.edition.gone == ()
    store.undo()
    assert store.ask(everything) == before


def test_that_the_same_file_again_is_no_new_edition(store: Store, xlsx: Make) -> None:
    path = xlsx([HEAD, HANAKO])
    carry_out(store, planned(store, path))
    assert store.do("取り込み", apply, planned(store, path), Chosen()).operation is None


def test_that_whom_a_doubtful_row_may_be_is_not_gone(store: Store, xlsx: Make) -> None:
    carry_out(store, planned(store, xlsx([HEAD, HANAKO, ICHIRO])))
    unsure = ["佐藤　花子", "", "", ""]
    found = planned(store, xlsx([HEAD, unsure, ICHIRO], name="次.xlsx"))
    assert found.rows[0].fate is Fate.DOUBTFUL
    assert found.edition is not None
    assert found.edition.gone == ()
    carry_out(store, found)
    then = planned(store, xlsx([HEAD, ICHIRO], name="その次.xlsx"))
    assert then.edition is not None
    assert [one.name for one in then.edition.gone] == ["佐藤　花子"]


def test_that_a_merged_record_counts_as_the_one_it_is_part_of(store: Store, xlsx: Make) -> None:
    old = ["佐東　花子", "さとう　はなこ", "S25.4.2", "0138-00-0009"]
    merged, kept = (
        row.record for row in carry_out(store, planned(store, xlsx([HEAD, old, ICHIRO]))).rows
    )
    draft = store.ask(queries.drafts, [PersonId(kept or 0)])[PersonId(kept or 0)]
    store.do("統合", duplicates.merge, Subject.PERSON, kept, merged, draft)
    same = planned(store, xlsx([HEAD, old, ICHIRO], name="次.xlsx"))
    assert {row.record for row in same.rows} == {kept}
    assert Fate.ADD not in {row.fate for row in same.rows}
    found = planned(store, xlsx([HEAD, JIRO], name="次.xlsx"))
    assert found.edition is not None
    assert [one.key for one in found.edition.gone] == [kept]


def test_that_nobody_erased_is_named(store: Store, xlsx: Make) -> None:
    first, _ = carry_out(store, planned(store, xlsx([HEAD, HANAKO, ICHIRO]))).rows
    store.do("消去", retention.erase_person, PersonId(first.record or 0))
    found = planned(store, xlsx([HEAD, ICHIRO], name="次.xlsx"))
    assert found.edition is not None
    assert found.edition.gone == ()
    assert HANAKO[0] not in str(store.ask(everything))


def test_that_organisations_come_and_go(store: Store, xlsx: Make) -> None:
    of = Subject.ORGANISATION
    carry_out(store, planned(store, xlsx([PLACES, HALL, CLUB]), of))
    found = planned(store, xlsx([PLACES, HALL], name="次.xlsx"), of)
    assert found.edition is not None
    (gone,) = found.edition.gone
    assert gone.name == "みはら会"
    assert carry_out(store, found, gone=OrganisationStatus.CLOSED).ended == 1
    key = OrganisationId(gone.key)
    assert store.ask(queries.organisation_drafts, [key])[key].status is OrganisationStatus.CLOSED


def test_that_resources_come_and_go(store: Store, xlsx: Make) -> None:
    of = Subject.RESOURCE
    head = [*PLACES, "開催日"]
    hall, club = [*HALL, "毎週金曜"], [*CLUB, "不定期"]
    first = carry_out(store, planned(store, xlsx([head, hall, club]), of))
    assert store.ask(imported_lists, of) == ("委員名簿",)
    newer = ["みなとサロン", "函館市豊川町1-1", "0138-00-1003", ""]
    found = planned(store, xlsx([head, club, newer], name="次.xlsx"), of)
    assert found.edition is not None
    assert (found.edition.new, found.edition.still) == (1, 1)
    (gone,) = found.edition.gone
    assert (gone.name, gone.key) == (HALL[0], first.rows[0].record)
    before = store.ask(everything)
    assert carry_out(store, found, gone=ResourceStatus.ENDED).ended == 1
    card = store.ask(resources.resource_card, LocalResourceId(gone.key), TODAY)
    assert card.draft.status is ResourceStatus.ENDED
    assert card.openings[0].weekdays == (4,)  # that it ended takes nothing else away
    store.undo()
    assert store.ask(everything) == before
    store.redo()
    assert as_json(planned(store, xlsx([head, newer], name="三.xlsx"), of))["gone"][0] == {
        "key": first.rows[1].record, "name": "みはら会", "kana": "", "status": "active",
    }  # fmt: skip


@pytest.mark.parametrize("subject", list(Subject)[:2])
def test_that_a_record_in_the_bin_is_brought_back(
    store: Store, xlsx: Make, subject: Subject
) -> None:
    people = subject is Subject.PERSON
    head, row = (HEAD, HANAKO) if people else (PLACES, HALL)
    path = xlsx([head, row])
    (done,) = carry_out(store, planned(store, path, subject)).rows
    if people:
        store.do("ごみ箱", contacts.bin_person, PersonId(done.record or 0))
    else:
        store.do("ごみ箱", contacts.bin_organisation, OrganisationId(done.record or 0))
    found = planned(store, xlsx([head, [*row[:-1], "0138-00-7777"]]), subject)
    (asked,) = found.rows
    assert (asked.fate, asked.binned, asked.record) == (Fate.DOUBTFUL, True, done.record)
    assert "ごみ箱に同じ" in asked.reasons[0]
    assert as_json(found)["rows"][0]["binned"] is True
    assert carry_out(store, found).counts[Outcome.LEFT] == 1
    chosen = Chosen(binned=Decision.UPDATE)
    report = store.do("取り込み", apply, found, chosen).result
    assert report.rows[0].outcome is Outcome.RESTORED
    listing = queries.PersonListing(TODAY) if people else queries.OrganisationListing()
    assert store.ask(listing.keys) == [done.record]
    assert planned(store, path, subject).rows[0].fate is Fate.SAME  # it was updated too


@pytest.mark.parametrize(
    ("file_name", "name"),
    [
        ("R8.4.1現在_障害福祉事業所一覧(第3版)", "障害福祉事業所一覧"),
        ("障害福祉事業所一覧（令和９年度）最新", "障害福祉事業所一覧"),
        ("20260401_町会", "町会"),
        ("list_r8.4", "list"),
        ("名簿 - コピー (2)", "名簿"),
        ("20260401", "20260401"),
        ("令和8年4月", "令和8年4月"),
    ],
)
def test_that_the_name_of_a_list_has_no_edition(file_name: str, name: str) -> None:
    assert list_name(file_name) == name
