from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy.event import listen
from sqlalchemy.orm import Session

from app.contacts import commands as contacts
from app.contacts import queries as people
from app.contacts.organisation import AffiliationDraft, OrganisationDraft, OrganisationId
from app.contacts.person import ConsentDraft, ConsentItem, Consideration, PersonId
from app.office import commands as office_commands
from app.office.exports import Export
from app.storage.store import Store
from app.timeline import commands, queries
from app.timeline.event import Event, EventKind
from app.timeline.note import NoteDraft, NoteKind
from app.timeline.tables import ContactNote
from app.training import commands as training
from app.training import queries as courses
from app.training.completion import Mark
from app.training.course import CourseStatus
from tests.conftest import Clock
from tests.training.office import Office


def said(events: tuple[Event, ...]) -> list[tuple[str, str]]:
    return [(one.title, one.text) for one in events]


def test_that_everything_of_a_person_is_one_list_newest_first(
    store: Store, clock: Clock, person: PersonId, organisation: OrganisationId
) -> None:
    store.do(
        "同意", contacts.give_consent, person, ConsentDraft(ConsentItem.PURPOSE, date(2026, 3, 1))
    )
    term = AffiliationDraft("会長", date(2024, 4, 1), date(2026, 3, 31))
    store.do("所属", contacts.affiliate, person, organisation, term)
    clock.advance(hours=1)
    note = NoteDraft(clock.now, "総会の件", NoteKind.VISIT, incoming=False)
    store.do("訪問", commands.add_note, note, person=person)
    clock.advance(hours=1)
    draft = store.ask(people.drafts, [person])[person]
    changed = replace(draft, given_name="華子", phone="0138-00-0009")
    store.do("変更", contacts.change_person, person, changed)
    events = store.ask(queries.timeline, person=person)
    assert said(events) == [
        ("変更", "氏名：見本　花子 → 見本　華子\n電話：0138-00-0001 → 0138-00-0009"),
        ("訪問（こちらから）", "総会の件"),
        ("登録", "人"),
        ("任期の終わり", "見本町会　会長"),
        ("同意", ConsentItem.PURPOSE.label),
        ("就任・加入", "見本町会　会長"),
    ]
    assert [one.when for one in events] == sorted((one.when for one in events), reverse=True)
    only = store.ask(queries.timeline, person=person, kind=EventKind.AFFILIATION)
    assert {(one.place, one.target, one.key) for one in only} == {
        ("contacts", "organisation", organisation)
    }
    assert len(store.ask(queries.timeline, person=person, limit=2)) == 2


def test_that_an_organisation_has_its_people_and_changes(
    store: Store, clock: Clock, person: PersonId, organisation: OrganisationId
) -> None:
    store.do(
        "所属", contacts.affiliate, person, organisation, AffiliationDraft("会長", date(2026, 4, 1))
    )
    clock.advance(days=1)
    renamed = OrganisationDraft("見本町内会", phone="0138-00-0002")
    store.do("変更", contacts.change_organisation, organisation, renamed)
    events = store.ask(queries.timeline, organisation=organisation)
    assert said(events)[:2] == [
        ("変更", "団体名：見本町会 → 見本町内会"),
        ("就任・加入", "見本　花子さん　会長"),
    ]
    with pytest.raises(TypeError):
        store.ask(queries.timeline)


def test_that_the_bin_and_undo_are_told_and_needs_never(
    store: Store, clock: Clock, person: PersonId
) -> None:
    store.do("配慮", contacts.set_consideration, person, Consideration(detail="内緒の事情"))
    store.do("ごみ箱へ", contacts.bin_person, person)
    clock.advance(hours=1)
    store.undo()
    events = store.ask(queries.timeline, person=person)
    assert [one.word for one in events] == ["ごみ箱から復帰", "ごみ箱へ移動", "登録"]
    assert events[0].text == "元に戻す: ごみ箱へ"
    assert "内緒" not in str(events)


def test_that_a_course_is_told_from_application_to_certificate_and_its_documents(
    store: Store, clock: Clock
) -> None:
    clock.now = datetime(2026, 8, 1, 9)
    store.do("種別", training.seed_kinds)
    office = Office(store)
    course = office.course(status=CourseStatus.RUNNING)
    first = date(2026, 6, 3)
    office.plan(course, *(first + timedelta(weeks=week) for week in range(5)))
    office.trainees(course, 2)
    row = store.ask(courses.sheet, course).rows[0]
    for session in office.sessions(course):
        store.do("出欠", training.mark_attendance, session, {row.enrollment: Mark.PRESENT})
    title = store.ask(courses.course, course).draft.title
    for document in ("trainee-roster", "certificate", "labels"):
        export = Export(document, f"{title}　{document}", "pdf", 2, (), "見本")
        store.note("出力", office_commands.record_export, export)
    events = store.ask(queries.timeline, person=PersonId(row.person))
    words = [one.word for one in events if one.kind is EventKind.TRAINING]
    assert words.count("出席") == 5
    assert {"受講申込", "受講決定"} <= set(words)
    documents = [one for one in events if one.kind is EventKind.DOCUMENT]
    assert said(tuple(documents)) == [("書類に記載", f"{title}　trainee-roster")]


def test_that_two_thousand_events_are_asked_in_few_statements(
    store: Store, clock: Clock, person: PersonId
) -> None:
    def add_many(session: Session) -> None:
        session.add_all(
            ContactNote(
                person_id=person,
                happened_at=clock.now - timedelta(hours=number),
                kind=NoteKind.CALL,
                text=f"記録 {number}",
                follow_up="",
            )
            for number in range(2000)
        )

    store.do("記録", add_many)
    statements: list[str] = []
    listen(store._engine, "before_cursor_execute", lambda *a: statements.append(a[2]))
    events = store.ask(queries.timeline, person=person, limit=50)
    assert [one.text for one in events[:3]] == ["記録 0", "人", "記録 1"]
    assert len(events) == 50
    assert len(statements) <= 20  # a few for each kind of event, however many there are
