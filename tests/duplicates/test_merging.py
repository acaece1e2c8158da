"""Two records become one, and two again, each with what belongs to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.contacts import commands as contacts
from app.contacts import queries as contacts_queries
from app.contacts.custom import CustomFieldDraft, FieldKind, Subject
from app.contacts.organisation import AffiliationDraft, OrganisationDraft
from app.contacts.person import ConsentDraft, ConsentItem, Consideration, PersonId
from app.contacts.queries import PersonListing
from app.contacts.relation import RelationKind
from app.duplicates import commands, queries
from app.kernel.errors import Refusal
from app.local_resources import commands as local_resources
from app.local_resources.local_resource import LocalResourceDraft
from app.local_resources.queries import resources_of
from app.training import commands as training
from app.training import queries as training_queries
from app.training.completion import Mark
from app.training.course import ApplicationDraft, CourseDraft, EnrollmentId, EnrollmentStatus
from tests.duplicates.desk import Desk, everything

DAY = date(2026, 5, 11)
CONSENT = ConsentDraft(ConsentItem.PURPOSE, DAY)


@pytest.fixture
def two(desk: Desk) -> tuple[PersonId, PersonId]:
    kept = desk.person("渡辺", "節子", family_kana="わたなべ", phone="0138-00-0001", note="茶道")
    merged = desk.person("渡邉", "節子", phone="0138-00-0001", mobile="090-0000-0001", note="書道")
    return kept, merged


def course(desk: Desk, *days: date) -> int:
    desk.do(training.seed_kinds)
    kind = desk.ask(training_queries.kinds)[0]
    made: int = desk.do(training.open_course, CourseDraft(kind_id=kind.id, fiscal_year=2026))
    if days:
        desk.do(training.plan_sessions, made, list(days))
    return made


def enrolled(desk: Desk, course_id: int, person: PersonId) -> EnrollmentId:
    draft = ApplicationDraft(applied_on=DAY)
    made: EnrollmentId = desk.do(training.apply_for, course_id, person, draft)
    desk.do(training.accept, [made])
    return made


def test_that_a_merge_and_taking_it_back_leave_everything_as_it_was(
    desk: Desk, two: tuple[PersonId, PersonId]
) -> None:
    kept, merged = two
    belongings(desk, merged)
    before = desk.ask(everything)
    key = desk.merge(kept, merged)
    assert desk.draft(kept).mobile == "090-0000-0001"
    assert desk.draft(kept).note == "茶道\n書道"
    assert merged not in desk.ask(PersonListing(DAY).keys)
    assert desk.ask(PersonListing(DAY, binned=True).keys) == []
    (row,) = desk.ask(queries.merges, Subject.PERSON)
    assert (row.kept_name, row.merged_name, row.taken_back_at) == ("渡辺　節子", "渡邉　節子", None)
    desk.take_back(key)
    assert desk.ask(everything) == before
    (row,) = desk.ask(queries.merges, Subject.PERSON)
    assert row.taken_back_at is not None


def belongings(desk: Desk, person: PersonId) -> None:
    """Give somebody something of every kind."""
    friend = desk.person("佐藤", "清")
    club = desk.do(contacts.add_organisation, OrganisationDraft(name="松風町会"))
    desk.do(contacts.affiliate, person, club, AffiliationDraft(role="会長"))
    desk.do(contacts.relate, person, friend, RelationKind.FRIEND)
    desk.do(contacts.set_household, [person, friend])
    desk.do(contacts.tag, desk.do(contacts.add_tag, "送付"), people=[person])
    field = CustomFieldDraft("会員番号", Subject.PERSON, FieldKind.TEXT)
    desk.do(contacts.set_custom, desk.do(contacts.add_custom_field, field), "12-345", person=person)
    desk.do(contacts.give_consent, person, CONSENT)
    desk.do(contacts.set_consideration, person, Consideration(hearing=True))
    enrolled(desk, course(desk, DAY), person)


def test_that_everything_that_refers_to_the_merged_record_goes_over(
    desk: Desk, two: tuple[PersonId, PersonId]
) -> None:
    kept, merged = two
    belongings(desk, merged)
    shown = [str(one) for one in desk.ask(queries.carried, Subject.PERSON, merged)]
    assert {"研修1件", "同意1件", "所属1件", "タグ1件", "独自項目1件"} <= set(shown)
    desk.merge(kept, merged)
    assert desk.ask(queries.carried, Subject.PERSON, merged) == ()
    assert [str(one) for one in desk.ask(queries.carried, Subject.PERSON, kept)] == shown
    total, hits = desk.ask(contacts_queries.search_people, "12345", 9)
    assert (total, [hit.id for hit in hits]) == (1, [kept])


def test_that_a_row_of_which_there_would_be_two_is_left_behind_and_comes_back(
    desk: Desk, two: tuple[PersonId, PersonId]
) -> None:
    kept, merged = two
    tag = desk.do(contacts.add_tag, "送付")
    desk.do(contacts.tag, tag, people=[kept, merged])
    desk.do(contacts.relate, kept, merged, RelationKind.FRIEND)
    for person in two:
        desk.do(contacts.give_consent, person, CONSENT)
    before = desk.ask(everything)
    key = desk.merge(kept, merged)
    assert len(desk.rows("tagging")) == 1
    assert len(desk.rows("consent")) == 1
    assert desk.rows("relation") == []
    desk.take_back(key)
    assert desk.ask(everything) == before


def test_that_two_applications_to_one_course_become_one_with_the_marks_of_both(
    desk: Desk, two: tuple[PersonId, PersonId]
) -> None:
    made = course(desk, DAY, date(2026, 5, 18))
    first, second, *_ = (one.id for one in desk.ask(training_queries.sessions, made))
    ours, theirs = (enrolled(desk, made, person) for person in two)
    desk.do(training.mark_attendance, first, {ours: Mark.PRESENT})
    desk.do(training.mark_attendance, second, {theirs: Mark.ABSENT})
    before = desk.ask(everything)
    figures = desk.ask(training_queries.course_figures, made)
    key = desk.merge(*two)
    merged_figures = desk.ask(training_queries.course_figures, made)
    assert len(desk.rows("enrollment")) == 1
    assert len(desk.rows("attendance")) == 2
    assert merged_figures != figures
    desk.take_back(key)
    assert desk.ask(everything) == before


def test_that_different_marks_of_one_session_are_to_be_settled_first(
    desk: Desk, two: tuple[PersonId, PersonId]
) -> None:
    made = course(desk, DAY)
    session, *_ = (one.id for one in desk.ask(training_queries.sessions, made))
    ours, theirs = (enrolled(desk, made, person) for person in two)
    desk.do(training.mark_attendance, session, {ours: Mark.PRESENT, theirs: Mark.ABSENT})
    with pytest.raises(Refusal, match="第1回の出欠が「出席」と「欠席」で違います"):
        desk.merge(*two)
    assert desk.ask(queries.conflicts, Subject.PERSON, *two)


def test_that_of_two_applications_the_further_one_stays_and_the_other_comes_back(
    desk: Desk, two: tuple[PersonId, PersonId]
) -> None:
    kept, merged = two
    made = course(desk, DAY)
    enrolled(desk, made, kept)
    desk.do(training.apply_for, made, merged, ApplicationDraft(applied_on=DAY))
    with pytest.raises(Refusal, match="残す方は「受付」、統合される方は「受講決定」です"):
        desk.merge(merged, kept)
    before = desk.ask(everything)
    key = desk.merge(kept, merged)
    (stays,) = desk.ask(training_queries.trainings_of, kept)
    assert stays.status is EnrollmentStatus.ACCEPTED
    desk.take_back(key)
    assert desk.ask(everything) == before


def test_that_what_was_done_since_stays_with_the_kept_record(
    desk: Desk, two: tuple[PersonId, PersonId]
) -> None:
    kept, merged = two
    key = desk.merge(kept, merged)
    desk.do(contacts.give_consent, kept, CONSENT)
    desk.do(
        contacts.change_person, kept, replace(desk.draft(kept), note="茶道のみ", email="a@b.jp")
    )
    desk.take_back(key)
    assert desk.draft(kept).note == "茶道のみ"
    assert desk.draft(kept).email == "a@b.jp"
    assert desk.draft(kept).mobile == ""
    assert [row[1] for row in desk.rows("consent")] == [kept]


def test_that_a_chain_is_taken_back_from_its_end(desk: Desk) -> None:
    a, b, c = (desk.person("佐藤", "清", mobile=f"090-0000-000{n}") for n in range(3))
    desk.do(contacts.give_consent, a, CONSENT)
    before = desk.ask(everything)
    first = desk.merge(b, a)
    second = desk.merge(c, b)
    with pytest.raises(Refusal, match="先にその統合を元の2件に分けてください"):
        desk.take_back(first)
    with pytest.raises(Refusal, match="すでに別の記録に統合されています"):
        desk.merge(c, a)
    desk.take_back(second)
    desk.take_back(first)
    assert desk.ask(everything) == before
    with pytest.raises(Refusal, match="すでに元の2件に分けられています"):
        desk.take_back(first)


def test_that_two_merges_into_one_record_are_taken_back_in_either_order(desk: Desk) -> None:
    a, b, c = (desk.person("佐藤", "清", mobile=f"090-0000-000{n}") for n in range(3))
    before = desk.ask(everything)
    taken = {n: desk.draft(person) for n, person in enumerate((a, b))}
    first = desk.merge(c, a, replace(desk.draft(c), mobile=taken[0].mobile))
    second = desk.merge(c, b, replace(desk.draft(c), mobile=taken[1].mobile))
    desk.take_back(first)
    assert desk.draft(c).mobile == taken[1].mobile
    desk.take_back(second)
    assert desk.ask(everything) == before


def test_that_a_row_folded_into_one_that_came_with_an_earlier_merge_goes_first(desk: Desk) -> None:
    a, b, c = (desk.person("佐藤", "清") for _ in range(3))
    tag = desk.do(contacts.add_tag, "送付")
    desk.do(contacts.tag, tag, people=[a, b])
    before = desk.ask(everything)
    first = desk.merge(c, a)
    second = desk.merge(c, b)
    with pytest.raises(Refusal, match="先にその統合"):
        desk.take_back(first)
    desk.take_back(second)
    desk.take_back(first)
    assert desk.ask(everything) == before


def test_that_what_cannot_be_merged_is_refused(desk: Desk, two: tuple[PersonId, PersonId]) -> None:
    kept, merged = two
    with pytest.raises(Refusal, match="同じ記録"):
        desk.merge(kept, kept)
    desk.do(contacts.bin_person, merged)
    with pytest.raises(Refusal, match="ごみ箱"):
        desk.merge(kept, merged)
    with pytest.raises(Refusal, match="統合は記録にありません"):
        desk.take_back(99)


def test_that_organisations_are_merged_and_taken_apart(
    desk: Desk, two: tuple[PersonId, PersonId]
) -> None:
    first, second = (
        desk.do(contacts.add_organisation, OrganisationDraft(name=name, phone="0138-00-0009"))
        for name in ("社会福祉法人松風会", "松風会")
    )
    desk.do(contacts.affiliate, two[0], second, AffiliationDraft(role="職員"))
    (pair,) = desk.ask(queries.candidates, Subject.ORGANISATION)
    assert (pair.a, pair.b, pair.proposed) == (first, second, True)
    salon = LocalResourceDraft(name="みほんサロン", organisation_id=second)
    desk.do(local_resources.add_resource, salon)
    before = desk.ask(everything)
    draft = desk.ask(contacts_queries.organisation_drafts, [first])[first]
    key = desk.undone(commands.merge, Subject.ORGANISATION, first, second, draft)
    assert [row[2] for row in desk.rows("affiliation")] == [first]
    assert len(desk.ask(resources_of, first)) == 1
    assert desk.ask(queries.candidates, Subject.ORGANISATION) == ()
    desk.take_back(key)
    assert desk.ask(everything) == before


def test_that_a_pair_said_not_to_be_the_same_is_not_shown_again(
    desk: Desk, two: tuple[PersonId, PersonId]
) -> None:
    assert desk.pairs() == [two]
    desk.undone(commands.say_not_same, Subject.PERSON, *reversed(two))
    assert desk.pairs() == []
    desk.do(commands.say_not_same, Subject.PERSON, *two)
    desk.undone(commands.may_be_same, Subject.PERSON, *two)
    assert desk.pairs() == [two]
    with pytest.raises(Refusal, match="「別人」とされていません"):
        desk.do(commands.may_be_same, Subject.PERSON, *two)


def test_that_what_was_said_of_a_merged_record_holds_for_the_kept_one(desk: Desk) -> None:
    same = {"phone": "0138-00-0001"}
    a, b, c = (desk.person("佐藤", "清", **same) for _ in range(3))
    desk.do(commands.say_not_same, Subject.PERSON, b, c)
    desk.merge(a, b)
    assert desk.pairs() == []


def test_that_a_number_used_again_gives_nobody_what_is_another_s(desk: Desk) -> None:
    """A row carried over is deleted, and the next one of the kept record has its number."""
    kept, merged = desk.person("佐藤", "一郎"), desk.person("佐藤", "一朗")
    tag, other = (desk.do(contacts.add_tag, name) for name in ("町会", "広報"))
    desk.do(contacts.tag, tag, people=[merged])
    merge = desk.do(commands.merge, Subject.PERSON, kept, merged, desk.draft(kept))
    (carried,) = desk.rows("tagging")
    desk.do(contacts.untag, tag, people=[kept])
    desk.do(contacts.tag, other, people=[kept])
    (added,) = desk.rows("tagging")
    assert added[0] == carried[0]
    desk.do(commands.take_back, merge)
    assert [row[1:3] for row in desk.rows("tagging")] == [(other, kept)]
