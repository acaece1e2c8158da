from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from sqlalchemy.orm import Session

from app.contacts.commands import change_person, set_consideration
from app.contacts.person import Consideration, Sex
from app.contacts.queries import drafts
from app.office.tables import District
from app.training import commands, queries
from app.training.completion import Mark
from app.training.course import ApplicationDraft, HeardFrom, SheetOrder
from tests.training.office import DAY, Office, draft

FIRST = date(2026, 7, 1)


def test_that_every_figure_names_whom_it_counts(office: Office) -> None:
    course = office.course(planned_sessions=3, minimum_attended=2)
    office.plan(course, FIRST, date(2026, 7, 8), date(2026, 7, 15))
    one, two, three = office.trainees(course, 3)
    (waiting,) = office.apply(course, office.people(1))
    first, second, third = office.sessions(course)
    office.store.do("出欠", commands.mark_attendance, first, {one: Mark.PRESENT, two: Mark.LATE})
    office.store.do(
        "出欠", commands.mark_attendance, second, {one: Mark.LEFT_EARLY, two: Mark.ABSENT}
    )
    office.do(commands.make_up, two, second, confirmed_by="主任", made_up_in=first)
    office.do(commands.cancel_session, third, "大雪")
    office.do(commands.confirm_completion, course, {one: True, two: True, three: False}, DAY)
    found = office.ask(queries.course_figures, course)
    assert (found.applicants.count, found.accepted.count, found.completed.count) == (4, 3, 2)
    assert waiting in found.applicants.who
    assert (found.attendances, found.attendees.count, found.made_up) == (3, 2, 1)
    assert set(found.attendees.who) == {one, two}
    assert found.completion_rate == Fraction(2, 3)
    assert [each.came.count for each in found.sessions] == [2, 1, 0]
    assert found.sessions[1].made_up.who == (two,)
    assert found.reference_day == FIRST
    assert "延べ人数" in found.note


def test_that_cross_tables_add_up_whatever_is_unknown(office: Office) -> None:
    course = office.course()
    office.plan(course, FIRST)
    people = office.people(5)
    known = [
        replace(draft(0), sex=Sex.FEMALE, birth_date=date(1956, 7, 2)),  # 70 the day before
        replace(draft(1), sex=Sex.MALE, birth_date=date(1956, 7, 3)),  # still 69
        replace(draft(2), sex=Sex.FEMALE, birth_year=1950),
        replace(draft(3), age_band="昔の書き方"),
        draft(4),
    ]
    for person, changed in zip(people, known, strict=True):
        office.do(change_person, person, changed)
    applied = office.apply(course, people)
    office.do(
        commands.change_application,
        applied[0],
        ApplicationDraft(DAY, heard_from=HeardFrom.CIRCULAR),
    )
    office.do(commands.accept, applied)
    found = office.ask(queries.course_figures, course)
    *rows, total = found.sex_and_age
    column = found.bands.index("70～74歳")
    women = next(row for row in rows if row.label == "女性")
    assert women.cells[column].who == (applied[0],)
    assert total.cells[found.bands.index("不明")].count == 2
    for place in range(len(found.bands)):
        assert sum(row.cells[place].count for row in rows) == total.cells[place].count
    assert sum(cell.count for cell in total.cells) == total.total.count == 5
    assert sum(one.count for one in found.by_district) == 5
    assert sum(one.count for one in found.by_heard_from) == 5
    assert next(one for one in found.by_heard_from if one.label == "町会回覧").count == 1


def test_that_an_empty_course_divides_by_nothing(office: Office) -> None:
    course = office.course()
    found = office.ask(queries.course_figures, course)
    assert found.completion_rate is None
    assert found.reference_day == date(2026, 4, 1)


def test_that_needs_are_asked_for_by_themselves(office: Office) -> None:
    course = office.course()
    one, _ = office.trainees(course, 2)
    person = office.ask(queries.application, one, DAY).person.id
    office.do(set_consideration, person, Consideration(hearing=True, detail="前の席"))
    assert office.ask(queries.considerations, course) == {
        one: Consideration(hearing=True, detail="前の席")
    }
    assert person in office.ask(drafts, [person])


def test_that_the_order_by_district_is_the_one_of_the_master(office: Office) -> None:
    west, east = office.store.do("圏域", _districts).result
    course = office.course()
    people = office.people(3)
    for person, district in zip(people, (east, None, west), strict=True):
        changed = replace(draft(0), district_id=district, district_fixed=True)
        office.do(change_person, person, changed)
    office.do(commands.accept, office.apply(course, people))
    rows = office.ask(queries.sheet, course, SheetOrder.DISTRICT).rows
    assert [row.district for row in rows] == ["西部", "東部", ""]
    found = office.ask(queries.course_figures, course).by_district
    assert [(one.label, one.count) for one in found] == [("西部", 1), ("東部", 1), ("圏域不明", 1)]


def _districts(session: Session) -> tuple[int, int]:
    rows = [
        District(name=name, position=place, centre="")
        for place, name in enumerate(("西部", "東部"))
    ]
    session.add_all(rows)
    session.flush()
    return rows[0].id, rows[1].id
