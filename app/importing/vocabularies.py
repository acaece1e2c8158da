"""The headings of lists, by what the lists are of."""

from __future__ import annotations

from app.contacts.custom import Subject
from app.importing.headings import PEOPLE
from app.importing.organisation_headings import ORGANISATIONS

VOCABULARIES = {Subject.PERSON: PEOPLE, Subject.ORGANISATION: ORGANISATIONS}
