"""相手 of an entry: people and organisations for the field in which they are found by typing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.contacts import queries as contacts
from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonId
from app.daily_log.log_entry import With
from app.gui.contacts.found import organisations_found, people_found
from app.gui.framework.observable_store import ObservableStore
from app.gui.widgets.chips_edit import ChipsEdit, Found
from app.gui.widgets.person_picker import NEW, SHOWN

Contact = With | str
"""Somebody known, or the name of an organisation nobody has written down yet."""
_HALF = SHOWN // 2


def prepare_contacts(edit: ChipsEdit, store: ObservableStore) -> None:
    """Let a field find people and organisations, or take the name of a new organisation."""
    edit.prepare(
        "相手",
        "氏名・団体名の一部を打つ（何人でも）",
        lambda text: _found(store, text),
        lambda values: _names(store, values),
    )


def _found(store: ObservableStore, text: str) -> Found:
    people: list[tuple[Contact, str, str]] = [
        (With(person_id=PersonId(one.key)), one.title, one.detail)
        for one in people_found(store, text)
    ]
    groups: list[tuple[Contact, str, str]] = []
    new: list[tuple[Contact, str, str]] = []
    for one in organisations_found(store, text):
        if one.key == NEW:
            new.append((text, one.title, one.detail))
        else:
            known = With(organisation_id=OrganisationId(one.key))
            groups.append((known, one.title, one.detail))
    room = max(_HALF, SHOWN - len(groups) - len(new))
    return [*people[:room], *groups, *new][: SHOWN - len(new)] + new


def _names(store: ObservableStore, values: Sequence[Contact]) -> Mapping[Contact, str]:
    """Return what those still known are called; a new organisation says that it is one."""
    known = [one for one in values if isinstance(one, With)]
    people = [one.person_id for one in known if one.person_id is not None]
    groups = [one.organisation_id for one in known if one.organisation_id is not None]
    named: dict[int, str] = {hit.id: hit.name for hit in store.ask(contacts.search_hits, people)}
    called: dict[int, str] = {row.id: row.name for row in store.ask(contacts.organisations, groups)}
    names: dict[Contact, str] = {one: f"{one}（新規）" for one in values if isinstance(one, str)}
    for one in known:
        parts = (called.get(one.organisation_id or 0), named.get(one.person_id or 0))
        if name := "　".join(part for part in parts if part):
            names[one] = name
    return names
