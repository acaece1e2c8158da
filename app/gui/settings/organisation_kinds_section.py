"""設定 → 団体種別: the kinds of organisations in their order."""

from __future__ import annotations

from app.contacts import commands, queries
from app.gui.framework.window_model import Column
from app.gui.settings.named_master_section import Master, NamedMasterSection, columns_of


class OrganisationKindsSection(NamedMasterSection):
    """The kinds of organisations."""

    COLUMNS = columns_of(
        "種別", Column("団体", lambda row: f"{row.organisations}件", number=True, width=3)
    )
    MASTER = Master(
        word="団体種別",
        about="団体を分ける種別です。一覧の絞り込みや書類では、この順に並びます。「使わない」に"
        "した種別は、すでに付いている団体には残り、新しくは選べなくなります。",
        tables=frozenset({"organisation_kind", "organisation"}),
        query=queries.organisation_kinds,
        add=commands.add_organisation_kind,
        change=commands.rename_organisation_kind,
        move=commands.move_organisation_kind,
        retire=commands.retire_organisation_kind,
        remove=commands.remove_organisation_kind,
    )
