"""What pages, documents and the import read of contacts.  Rows leave here as plain values."""

from app.contacts.queries.affiliations import affiliations, ending_terms, main_affiliations
from app.contacts.queries.bulk_edit import edit_plan
from app.contacts.queries.consents import consents, consideration, without_consent
from app.contacts.queries.custom import (
    custom_columns,
    custom_fields,
    custom_values,
    custom_values_of,
)
from app.contacts.queries.editable import editable_fields, read_edit
from app.contacts.queries.entries import ORGANISATIONS, PEOPLE, Entries
from app.contacts.queries.households import household, households
from app.contacts.queries.kinds import organisation_kinds
from app.contacts.queries.likeness import Candidate, known_by, known_organisations, possible_same
from app.contacts.queries.organisations import (
    OrganisationListing,
    organisation_card,
    organisation_drafts,
    organisations,
    same_named_organisations,
)
from app.contacts.queries.people import PersonListing, drafts, people, person_card
from app.contacts.queries.relations import relations
from app.contacts.queries.search import (
    search_entries,
    search_hits,
    search_people,
    unsure_readings,
)
from app.contacts.queries.tags import tagged, tags, tags_of

__all__ = [
    "ORGANISATIONS",
    "PEOPLE",
    "Candidate",
    "Entries",
    "OrganisationListing",
    "PersonListing",
    "affiliations",
    "consents",
    "consideration",
    "custom_columns",
    "custom_fields",
    "custom_values",
    "custom_values_of",
    "drafts",
    "edit_plan",
    "editable_fields",
    "ending_terms",
    "household",
    "households",
    "known_by",
    "known_organisations",
    "main_affiliations",
    "organisation_card",
    "organisation_drafts",
    "organisation_kinds",
    "organisations",
    "people",
    "person_card",
    "possible_same",
    "read_edit",
    "relations",
    "same_named_organisations",
    "search_entries",
    "search_hits",
    "search_people",
    "tagged",
    "tags",
    "tags_of",
    "unsure_readings",
    "without_consent",
]
