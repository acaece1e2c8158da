"""The headings of lists, by what the lists are of."""

from __future__ import annotations

from app.contacts.custom import Subject
from app.importing.headings import PEOPLE
from app.importing.organisation_headings import ORGANISATIONS
from app.importing.resource_headings import RESOURCES

VOCABULARIES = {
    Subject.PERSON: PEOPLE,
    Subject.ORGANISATION: ORGANISATIONS,
    Subject.RESOURCE: RESOURCES,
}
