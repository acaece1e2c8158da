"""People, organisations and places for the fields of forms in which one is found by typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.organisation import OrganisationId
from app.gui.contacts.found import organisations_found, people_found
from app.gui.framework.observable_store import ObservableStore
from app.gui.widgets.found_edit import FoundEdit
from app.gui.widgets.person_picker import NEW, SHOWN, Choice
from app.kernel.text import quoted
from app.local_resources.local_resource import LocalResourceId
from app.local_resources.queries import ResourceListing, resources
from app.local_resources.resource_card import ResourceRow


def prepare_organisation(edit: FoundEdit, store: ObservableStore, name: str = "団体") -> None:
    """Let a field find an organisation, or take the name of a new one."""

    def known(key: int) -> Choice:
        row = store.ask(contacts.organisations, [OrganisationId(key)])[0]
        return Choice(key, row.name, row.kind)

    edit.prepare(
        name, "名称・ふりがなの一部を打つ", lambda text: organisations_found(store, text), known
    )


def prepare_place(edit: FoundEdit, store: ObservableStore) -> None:
    """Let a field find a place of activity, or take the name of a new one."""

    def known(key: int) -> Choice:
        return _place(store.ask(resources, [LocalResourceId(key)])[0])

    edit.prepare("活動の場", "名称・ふりがなの一部を打つ", _places_found(store), known)


def prepare_person(
    edit: FoundEdit, store: ObservableStore, name: str, *, free: bool = False
) -> None:
    """Let a field find a person; nobody is written down here.

    A ``free`` one also takes whoever is typed: a group, or somebody who has no card.
    """

    def known(key: int) -> Choice:
        hit = store.ask(contacts.search_hits, [key])[0]
        return Choice(key, hit.name, hit.kana)

    def find(text: str) -> Sequence[Choice]:
        found = people_found(store, text)
        return [*found, Choice(NEW, f"{quoted(text)}と書く")] if free else found

    edit.prepare(name, "氏名・ふりがな・電話番号で探す", find, known, "連絡先にない方")


def _places_found(store: ObservableStore) -> Callable[[str], Sequence[Choice]]:
    def find(text: str) -> Sequence[Choice]:
        found = [_place(row) for row in store.ask(_first_places, text)]
        if all(choice.title != text for choice in found):
            found.append(Choice(NEW, f"{quoted(text)}を新しい活動の場として追加する"))
        return found

    return find


def _first_places(session: Session, text: str) -> list[ResourceRow]:
    keys = ResourceListing(text=text).keys(session)[: SHOWN - 1]
    return list(resources(session, [LocalResourceId(key) for key in keys]))


def _place(row: ResourceRow) -> Choice:
    return Choice(row.id, row.name, "　".join(part for part in (row.kind, row.district) if part))
