"""Fields of the office's own in its own documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.contacts import commands as contacts
from app.contacts.custom import CustomFieldDraft, FieldKind, Subject
from app.contacts.organisation import AffiliationDraft, OrganisationDraft
from app.contacts.person import PersonDraft
from app.forms import commands as forms
from app.forms.edition import Basis
from app.kernel.errors import Refusal
from app.reporting.catalogue import Request
from app.reporting.documents import document, expected_fields
from app.reporting.examples import OFFICE, OWN
from app.reporting.own_course import TRAINEES
from app.storage.store import Store
from app.training import commands
from tests.training.office import Office

DAY = date(2026, 6, 1)
FIELDS = (
    CustomFieldDraft("服のサイズ", kind=FieldKind.CHOICE, choices=("S", "M")),
    CustomFieldDraft("会員番号", kind=FieldKind.NUMBER),
    CustomFieldDraft("入会日", kind=FieldKind.DAY),
    CustomFieldDraft("車の運転", kind=FieldKind.YES_NO),
)


@pytest.fixture
def fields(store: Store) -> list[int]:
    return [store.do("独自項目", contacts.add_custom_field, one).result for one in FIELDS]


def test_that_a_form_about_a_person_may_use_them(store: Store, fields: list[int]) -> None:
    person = store.do("追加", contacts.add_person, PersonDraft("見本", "花子")).result
    texts = dict(zip(fields, ("M", "0012", "R8.4.1", "○"), strict=True))
    store.do("独自項目", contacts.set_customs, Subject.PERSON, {person: texts})
    store.do("書類", forms.add_own_document, "申請書", Basis.PERSON)
    wanted = store.ask(document, "own-1")
    assert {one.name for one in FIELDS} <= expected_fields(wanted).fields
    content = store.ask(wanted.make, Request(DAY, person=person))
    assert {one.name: content.fields[one.name] for one in FIELDS} == {
        "服のサイズ": "M",
        "会員番号": 12,
        "入会日": date(2026, 4, 1),
        "車の運転": "はい",
    }
    assert "会員番号" in content.columns
    assert (content.fields["所属"], content.fields["役職"]) == ("", "")
    club = store.do("団体", contacts.add_organisation, OrganisationDraft("見本町会")).result
    store.do("所属", contacts.affiliate, person, club, AffiliationDraft("会長"))
    content = store.ask(wanted.make, Request(DAY, person=person))
    assert (content.fields["所属"], content.fields["役職"]) == ("見本町会", "会長")
    store.do("独自項目", contacts.retire_custom_field, fields[0])
    assert "服のサイズ" not in store.ask(document, "own-1").names


def test_that_a_form_about_a_course_has_them_for_each_trainee(
    store: Store, fields: list[int]
) -> None:
    store.do("種別", commands.seed_kinds)
    office = Office(store)
    course = office.course(capacity=3)
    office.trainees(course, 3)
    store.do("書類", forms.add_own_document, "名簿", Basis.COURSE)
    wanted = store.ask(document, "own-1")
    assert f"{TRAINEES}.会員番号" in wanted.names
    rows = store.ask(wanted.make, Request(DAY, course=course)).lists[TRAINEES]
    assert [row["会員番号"] for row in rows] == ["", "", ""]
    assert len(fields) == len(FIELDS)


def test_that_no_field_of_ours_can_be_hidden_by_one(store: Store) -> None:
    for name in {*OWN[Basis.PERSON], *OFFICE}:
        with pytest.raises(Refusal, match="もとからある項目"):
            store.do("独自項目", contacts.add_custom_field, replace(FIELDS[1], name=name))
