"""An office with a course of 23 that is over, of which the documents of a course are made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from app.contacts.commands import change_person
from app.contacts.person import PersonId
from app.contacts.queries import drafts
from app.office import commands as office
from app.office.settings import OfficeSettings
from app.storage.store import Store
from app.training import commands, queries
from app.training.completion import Mark
from app.training.course import CourseId
from tests.training.office import Office

TODAY = date(2026, 7, 1)
DAYS = [date(2026, 5, day) for day in (13, 20, 27)] + [date(2026, 6, day) for day in (3, 10)]
TRAINEES = 23
RARE = ("髙﨑", "𠮷田", "葛\U000e0100西")


def hold_course(store: Store) -> CourseId:
    """Hold a course of 23: one was absent twice, one withdrew after the second session."""
    store.do("種別", commands.seed_kinds)
    store.do("設定", office.change_settings, OfficeSettings(office_name="見本事務所"))
    built = Office(store)
    key = built.course(venue="総合福祉センター", purpose="支え合いを広げる、担い手をつくる。")
    store.do("日程", commands.plan_sessions, key, DAYS, time(10), time(12))
    trainees = built.trainees(key, TRAINEES)
    rename(store, RARE)
    sheet = store.ask(queries.sheet, key)
    absent, left = sheet.rows[0].enrollment, sheet.rows[4].enrollment
    for number, session in enumerate(built.sessions(key), start=1):
        if number == 3:
            store.do("辞退", commands.withdraw, left, DAYS[1], "転居")
        if number in {1, 2}:
            store.do("欠席", commands.mark_attendance, session, {absent: Mark.ABSENT})
        store.do("出席", commands.mark_all_present, session)
        store.do("実施", commands.hold_session, session)
    assert len(trainees) == TRAINEES
    return key


def rename(store: Store, families: tuple[str, ...]) -> None:
    """Give the first people names that programs garble."""
    keys = [PersonId(number) for number in range(1, len(families) + 1)]
    for (key, one), family in zip(store.ask(drafts, keys).items(), families, strict=True):
        store.do("改名", change_person, key, replace(one, family_name=family))


def certify(store: Store, course: CourseId) -> None:
    """Confirm who completed the course, and issue the certificates."""
    proposals = store.ask(queries.propose_completion, course)
    decisions = {one.enrollment: one.completes for one in proposals}
    store.do("修了", commands.confirm_completion, course, decisions, TODAY)
    store.do("交付", commands.issue_certificates, course, TODAY)
