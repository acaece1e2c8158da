"""The master of kinds of organisations (団体種別)."""

from __future__ import annotations

from app.contacts.tables import OrganisationKind
from app.office.named_master import NamedMaster

_KINDS = NamedMaster(OrganisationKind, "団体種別")

seed_organisation_kinds = _KINDS.seed
add_organisation_kind = _KINDS.add
rename_organisation_kind = _KINDS.rename
move_organisation_kind = _KINDS.move
retire_organisation_kind = _KINDS.retire
remove_organisation_kind = _KINDS.remove
