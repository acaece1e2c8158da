"""設定 → 支援内容: what supporters can do, with short names and whether distance counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from app.gui.framework.window_model import Column
from app.gui.settings.named_master_section import Master, NamedMasterSection, columns_of
from app.supporters import commands, queries
from app.supporters.masters import SupportKindDraft

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def add_kind(session: Session, draft: SupportKindDraft) -> int:
    """Add a kind of support with its short name; return its key."""
    kind = commands.add_support_kind(session, draft.name)
    _complete(session, kind, draft)
    return kind


def change_kind(session: Session, kind: int, draft: SupportKindDraft) -> None:
    """Replace what is written about a kind of support."""
    commands.rename_support_kind(session, kind, draft.name)
    _complete(session, kind, draft)


def _complete(session: Session, kind: int, draft: SupportKindDraft) -> None:
    commands.change_support_kind(
        session, kind, short_name=draft.short_name, distance_matters=draft.distance_matters
    )


class SupportKindsSection(NamedMasterSection):
    """The kinds of support."""

    COLUMNS = columns_of(
        "支援内容",
        Column("略号", lambda row: row.short_name, width=3),
        Column("距離", lambda row: "数える" if row.distance_matters else "", width=3),
    )
    MASTER = Master(
        word="支援内容",
        about="サポーターのできることと、希望票の内容を、この言葉で記録します。略号は名簿の狭い"
        "欄に出ます。家に通う手伝いのように近さが大事なものだけ、距離を数えます。",
        tables=frozenset({"support_kind"}),
        query=queries.support_kinds,
        add=add_kind,
        change=change_kind,
        move=commands.move_support_kind,
        retire=commands.retire_support_kind,
        remove=commands.remove_support_kind,
    )

    def fields(self) -> Sequence[tuple[str, QWidget]]:
        ui = self.ui
        return (
            ("name", ui.nameEdit),
            ("short_name", ui.shortEdit),
            ("distance_matters", ui.distanceCheck),
        )

    def entry_of(self, row: Any) -> SupportKindDraft:
        if row is None:
            return SupportKindDraft("")
        short = "" if row.short_name == row.name else row.short_name
        return SupportKindDraft(row.name, short, row.distance_matters)

    def typed(self, entry: SupportKindDraft) -> SupportKindDraft:
        return entry
