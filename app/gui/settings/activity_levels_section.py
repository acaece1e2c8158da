"""設定 → 活動レベル: the levels of supporters, the lowest first."""

from __future__ import annotations

from app.gui.settings.named_master_section import Master, NamedMasterSection, columns_of
from app.supporters import commands, queries


class ActivityLevelsSection(NamedMasterSection):
    """The levels of activity."""

    COLUMNS = columns_of("活動レベル", width=14)
    MASTER = Master(
        word="活動レベル",
        about="サポーターの活動の段階です。上にあるものほど軽い活動として、マッチングの順位を"
        "計算します。「使わない」にしたレベルは、すでに付いている方には残ります。",
        tables=frozenset({"activity_level"}),
        query=queries.levels,
        add=commands.add_level,
        change=commands.rename_level,
        move=commands.move_level,
        retire=commands.retire_level,
        remove=commands.remove_level,
    )
