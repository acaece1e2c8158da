"""設定 → 活動種別: the kinds of activity an entry of the daily log bears."""

from __future__ import annotations

from app.duties import commands, queries
from app.gui.settings.named_master_section import Master, NamedMasterSection, columns_of


class ActivityKindsSection(NamedMasterSection):
    """The kinds of activity."""

    COLUMNS = columns_of("活動種別", width=14)
    MASTER = Master(
        word="活動種別",
        about="日報の1件ごとに付ける種類です。上から順にA・B・C…のキーで選べます。業務区分と"
        "活動種別から、国や市の分類ごとの集計ができます（「業務の読み替え」）。",
        tables=frozenset({"activity_kind"}),
        query=queries.activity_kinds,
        add=commands.add_activity_kind,
        change=commands.rename_activity_kind,
        move=commands.move_activity_kind,
        retire=commands.retire_activity_kind,
        remove=commands.remove_activity_kind,
    )
