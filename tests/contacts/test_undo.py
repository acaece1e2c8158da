"""Every command on organisations and what hangs on them is undone, and done again, in one step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session

from app.contacts import commands
from app.contacts.custom import CustomFieldDraft, FieldKind, Subject
from app.contacts.organisation import AffiliationDraft, OrganisationDraft
from app.contacts.person import PersonDraft
from app.contacts.relation import RelationKind
from app.storage.dump import all_records
from app.storage.store import Store

DAY = date(2026, 4, 1)
NUMBER = CustomFieldDraft("番号")
# The prepared office has people 1 to 4, organisations 1 and 2 and one of everything else.
CASES: dict[str, Callable[[Session], Any]] = {
    "add": lambda s: commands.add_organisation(s, OrganisationDraft("三")),
    "change": lambda s: commands.change_organisation(s, 1, OrganisationDraft("新しい名")),
    "bin": lambda s: commands.bin_organisation(s, 1),
    "kind": lambda s: commands.add_organisation_kind(s, "種別"),
    "rename kind": lambda s: commands.rename_organisation_kind(s, 1, "種別"),
    "move kind": lambda s: commands.move_organisation_kind(s, 1, 2),
    "retire kind": lambda s: commands.retire_organisation_kind(s, 1),
    "remove kind": lambda s: commands.remove_organisation_kind(s, 2),
    "affiliate": lambda s: commands.affiliate(s, 2, 1, AffiliationDraft("書記", is_main=True)),
    "change affiliation": lambda s: commands.change_affiliation(s, 1, AffiliationDraft("書記")),
    "remove affiliation": lambda s: commands.remove_affiliation(s, 1),
    "relate": lambda s: commands.relate(s, 1, 3, RelationKind.SIBLING),
    "unrelate": lambda s: commands.unrelate(s, 1),
    "new household": lambda s: commands.set_household(s, [4, 3]),
    "other household": lambda s: commands.set_household(s, [3, 1], "宛名", household=1),
    "leave": lambda s: commands.leave_household(s, 1),
    "add tag": lambda s: commands.add_tag(s, "新"),
    "change tag": lambda s: commands.change_tag(s, 1, "新", "毎年四月に見直す"),
    "move tag": lambda s: commands.move_tag(s, 1, 2),
    "remove tag": lambda s: commands.remove_tag(s, 1),
    "tag": lambda s: commands.tag(s, 1, people=[2, 3], organisations=[2]),
    "untag": lambda s: commands.untag(s, 1, people=[1], organisations=[1]),
    "add field": lambda s: commands.add_custom_field(s, CustomFieldDraft("新")),
    "change field": lambda s: commands.change_custom_field(
        s, 1, CustomFieldDraft("数", kind=FieldKind.NUMBER)
    ),
    "move field": lambda s: commands.move_custom_field(s, 1, 2),
    "retire field": lambda s: commands.retire_custom_field(s, 1),
    "remove field": lambda s: commands.remove_custom_field(s, 2),
    "set": lambda s: commands.set_custom(s, 1, "77", person=2),
    "clear": lambda s: commands.set_custom(s, 1, "", person=1),
}


def _prepare(session: Session) -> None:
    commands.add_people(session, [PersonDraft(f"見本{number}", "某") for number in range(4)])
    commands.seed_organisation_kinds(session, ["町会", "企業"])
    commands.add_organisations(
        session, [OrganisationDraft("一", kind_id=1), OrganisationDraft("二")]
    )
    commands.affiliate(session, 1, 1, AffiliationDraft("会長", DAY, is_main=True))
    commands.affiliate(session, 2, 2, AffiliationDraft("会長", DAY, is_main=True))
    commands.relate(session, 1, 2, RelationKind.SPOUSE)
    commands.set_household(session, [1, 2])
    for name in ("甲", "乙"):
        commands.add_tag(session, name)
    commands.tag(session, 1, people=[1], organisations=[1])
    commands.add_custom_field(session, NUMBER)
    commands.add_custom_field(session, CustomFieldDraft("服"))
    commands.set_customs(session, Subject.PERSON, {1: {1: "００７"}, 3: {1: "8"}})


@pytest.fixture
def office(store: Store) -> Store:
    store.do("用意", _prepare)
    return store


def test_that_every_command_is_undone_and_done_again(office: Store) -> None:
    before = office.ask(all_records)
    for name, command in CASES.items():
        assert office.do(name, command).tables, name
        after = office.ask(all_records)
        assert after != before, name
        office.undo()
        assert office.ask(all_records) == before, name
        office.redo()
        assert office.ask(all_records) == after, name
        office.undo()
