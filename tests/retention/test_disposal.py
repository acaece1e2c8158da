"""Disposal against whole office files: nothing of who was disposed of is left anywhere."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, time

import pytest

from app.contacts import commands as contacts
from app.contacts import queries as contact_queries
from app.contacts.custom import Subject
from app.contacts.organisation import AffiliationDraft, OrganisationDraft, OrganisationStatus
from app.contacts.person import ConsentDraft, ConsentItem, PersonDraft, PersonId, Sex
from app.contacts.queries import PersonListing
from app.contacts.relation import RelationKind
from app.duplicates import commands as duplicates
from app.kernel.errors import Refusal
from app.office import commands as office
from app.office.exports import Export
from app.retention import commands
from app.retention.disposing import backups_left, dispose_of, erase_person
from app.retention.queries import disposals, due, retention_years
from app.retention.rule import DISPOSED, DataKind
from app.storage.backup import Reason, back_up
from app.storage.dump import all_records
from app.storage.engine import connected
from app.storage.store import Store
from app.timeline import commands as timeline
from app.timeline.note import NoteDraft
from app.training import commands as training
from app.training.queries import course_figures
from tests.conftest import Clock
from tests.training.office import DAY, Office

FIRST = date(2026, 4, 1)
LATER = datetime(2033, 4, 3, 9)
TODAY = LATER.date()
GOES = PersonDraft(
    "廃棄山", "消太郎", "はいきやま", "しょうたろう", sex=Sex.MALE, birth_date=date(1957, 5, 3),
    postal_code="040-0001", address_town="見本町", address_number="9番87号",
    phone="0138-98-7654", email="kieru@example.jp", emergency_name="廃棄山母", note="秘密の備考",
)  # fmt: skip
SECRET = (
    "廃棄山", "消太郎", "はいきやま", "消次郎", "9番87号", "0138-98-7654", "kieru@example", "秘密",
)  # fmt: skip


def people(store: Store, *drafts: PersonDraft) -> list[PersonId]:
    return store.do("人を追加", contacts.add_people, list(drafts)).result


def live(store: Store) -> PersonId:
    """Give somebody one of everything, some of it taken away again; return their key."""
    key, other, twin = people(
        store, GOES, PersonDraft("残留", "花子"), replace(GOES, given_name="消次郎")
    )
    store.do("廃棄山　消太郎さんを変更", contacts.change_person, key, replace(GOES, note="秘密2"))
    firm = store.do("団体", contacts.add_organisation, OrganisationDraft("見本町会")).result
    store.do(
        "所属", contacts.affiliate, key, firm,
        AffiliationDraft("会長", date(2026, 4, 1), date(2027, 3, 31)),
    )  # fmt: skip
    store.do("関係", contacts.relate, key, other, RelationKind.SPOUSE, "秘密の関係")
    store.do("世帯", contacts.set_household, [key, other], "廃棄山　消太郎・花子")
    note = NoteDraft(datetime(2026, 4, 1, 9), "秘密の電話")
    added = store.do("記録", timeline.add_note, note, person=key).result
    gone = store.do("記録", timeline.add_note, note, person=key, organisation=firm).result
    store.do("添付", timeline.attach, "秘密.txt", "秘密".encode(), note=gone)
    store.do("消す", timeline.remove_note, gone)
    store.do("添付", timeline.attach, "秘密の写し.txt", "秘密写".encode(), note=added)
    store.do(
        "同意", contacts.give_consent, key, ConsentDraft(ConsentItem.PURPOSE, FIRST, note="秘密")
    )
    draft = contact_queries.drafts
    store.do("統合", duplicates.merge, Subject.PERSON, key, twin, store.ask(draft, [key])[key])
    export = Export("letter", "案内状（廃棄山　消太郎様）", "pdf", 1, ("氏名",), "0138-98-7654へ")
    store.note("出力", office.record_export, export)
    return key


def course(store: Store, key: PersonId, year: int, title: str) -> int:
    """Let somebody complete a course that is reported."""
    built = Office(store)
    made = built.course(fiscal_year=year, title=title)
    days = [date(year, 5, day) for day in (6, 13, 20, 27, 31)]
    store.do("日程", training.plan_sessions, made, days, time(10), time(12))
    enrollment = built.apply(made, [key])[0]
    store.do("決定", training.accept, [enrollment])
    return made


def assert_gone(store: Store, clock: Clock) -> None:
    dump = json.dumps(store.ask(all_records), ensure_ascii=False, default=str)
    with connected(store.place) as connection:
        log = str(connection.execute('SELECT * FROM "change"').fetchall())
        log += str(connection.execute("SELECT * FROM operation").fetchall())
        assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
    beside = [store.place.path, *store.place.path.parent.glob(f"{store.place.path.name}-*")]
    raw = b"".join(path.read_bytes() for path in beside)
    for text in SECRET:
        assert text not in dump
        assert text not in log
        for written in (text, json.dumps(text)[1:-1], json.dumps(json.dumps(text))[2:-2]):
            assert written.encode() not in raw


@pytest.mark.parametrize("which", ["store", "encrypted_store"])
def test_that_nothing_of_a_person_is_left_anywhere(
    which: str, request: pytest.FixtureRequest, clock: Clock
) -> None:
    store: Store = request.getfixturevalue(which)
    key = live(store)
    clock.now = LATER
    rows = [row for row in store.ask(due, TODAY) if row.kind is DataKind.PEOPLE]
    assert {row.key for row in rows} >= {key}
    dispose_of(store, [row for row in rows if row.key == key], by="見本")
    assert_gone(store, clock)
    assert [one.counts["person"] for one in store.ask(disposals)] == [2]
    assert store.ask(PersonListing(TODAY).keys)
    assert store.undo_label() is None or "廃棄" not in str(store.undo_label())


def test_that_figures_of_the_past_stay(store: Store, clock: Clock) -> None:
    store.do("種別", training.seed_kinds)
    key = people(store, GOES, PersonDraft("残留", "花子"))[0]
    first, second = course(store, key, 2026, "一回目"), course(store, key, 2028, "二回目")
    before = [store.ask(course_figures, one) for one in (first, second)]
    assert len({[f.sex_and_age[0].cells[i].count for i in range(11)].index(1) for f in before}) == 2
    clock.now = LATER
    erase_person(store, key, by="見本")
    assert [store.ask(course_figures, one) for one in (first, second)] == before
    assert key not in store.ask(PersonListing(TODAY).keys)
    assert key not in store.ask(PersonListing(TODAY, binned=True).keys)
    assert store.ask(contact_queries.people, [key], TODAY)[0].name == DISPOSED
    assert_gone(store, clock)


def test_that_who_is_in_use_is_never_due(store: Store, clock: Clock) -> None:
    store.do("種別", training.seed_kinds)
    termed, promised, trained, plain = people(
        store, *(PersonDraft(name, "人") for name in ("任期", "約束", "受講", "何もない"))
    )
    firm, closed = (
        store.do("団体", contacts.add_organisation, OrganisationDraft(name, status=status)).result
        for name, status in (
            ("続く団体", OrganisationStatus.ACTIVE), ("終えた団体", OrganisationStatus.CLOSED),
        )
    )  # fmt: skip
    store.do("所属", contacts.affiliate, termed, firm, AffiliationDraft("会長"))
    note = NoteDraft(datetime(2026, 4, 1, 9), "電話", follow_up_on=DAY)
    store.do("記録", timeline.add_note, note, person=promised)
    course(store, trained, 2026, "開いたまま")
    found = {(row.kind, row.key) for row in store.ask(due, TODAY)}
    assert {key for kind, key in found if kind in {DataKind.PEOPLE, DataKind.TRAINEES}} == {plain}
    assert {key for kind, key in found if kind is DataKind.ORGANISATIONS} == {closed}
    assert not store.ask(due, date(2032, 3, 31))
    clock.now = LATER
    with pytest.raises(Refusal, match="保存期間が過ぎていない"):
        store.note("廃棄", commands.dispose, DataKind.PEOPLE, {termed})


def test_that_every_other_kind_is_disposed_of(store: Store, clock: Clock) -> None:
    live(store)
    store.do("団体", contacts.add_organisation,
             OrganisationDraft("閉じた団体", status=OrganisationStatus.CLOSED))  # fmt: skip
    stays = store.do("団体", contacts.add_organisation, OrganisationDraft("続く町会")).result
    note = NoteDraft(datetime(2026, 4, 1, 9), "秘密の電話")
    store.do("記録", timeline.add_note, note, organisation=stays)
    store.do("添付", timeline.attach, "秘密.pdf", "秘密書".encode(), organisation=stays)
    clock.now = LATER
    rows = store.ask(due, TODAY)
    kinds = set(DataKind) - {DataKind.TRAINEES}
    assert {row.kind for row in rows} == kinds
    assert len(dispose_of(store, rows, by="見本").records) == len(kinds)
    assert_gone(store, clock)
    assert [row.kind for row in store.ask(due, TODAY)] == []
    assert len(store.history()) == len(kinds)


def test_that_periods_can_be_set_and_undone(store: Store) -> None:
    store.do("保存期間", commands.set_retention_years, {DataKind.NOTES: 3, DataKind.PEOPLE: 5})
    assert store.ask(retention_years)[DataKind.NOTES] == 3
    store.undo()
    assert store.ask(retention_years)[DataKind.NOTES] == 5
    with pytest.raises(Refusal):
        store.do("保存期間", commands.set_retention_years, {DataKind.NOTES: 0})


def test_that_backups_are_named_and_unaffected_steps_stay(store: Store, clock: Clock) -> None:
    key, other = people(store, GOES)[0], people(store, PersonDraft("残留", "花子"))[0]
    made = back_up(store, store.backups, Reason.MANUAL)
    store.do("変更", contacts.change_person, other, PersonDraft("残留", "花"))
    erase_person(store, key, by="見本")
    assert backups_left(store) == (made,)
    assert store.undo_label() == "変更"
    store.undo()
    assert store.ask(contact_queries.drafts, [other])[other].given_name == "花子"
