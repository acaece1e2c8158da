from __future__ import annotations

import pytest

from app.contacts import commands as contacts
from app.contacts.organisation import OrganisationDraft, OrganisationId
from app.contacts.person import PersonDraft, PersonId
from app.storage.store import Store


@pytest.fixture
def person(store: Store) -> PersonId:
    draft = PersonDraft("見本", "花子", "みほん", "はなこ", phone="0138-00-0001")
    return store.note("人", contacts.add_people, [draft]).result[0]


@pytest.fixture
def organisation(store: Store) -> OrganisationId:
    draft = OrganisationDraft("見本町会", phone="0138-00-0002")
    return store.note("団体", contacts.add_organisation, draft).result
