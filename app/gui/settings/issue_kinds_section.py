"""設定 → 課題の区分: the kinds of local issues in their order."""

from __future__ import annotations

from app.gui.settings.named_master_section import Master, NamedMasterSection, columns_of
from app.local_issues import commands, queries


class IssueKindsSection(NamedMasterSection):
    """The kinds of local issues."""

    COLUMNS = columns_of("課題の区分", width=14)
    MASTER = Master(
        word="課題の区分",
        about="地域課題を分ける区分です。一覧の絞り込み、分析の列と書類は、この順に並びます。"
        "「使わない」にした区分は、すでに付いている課題には残り、新しくは選べなくなります。",
        tables=frozenset({"issue_kind"}),
        query=queries.issue_kinds,
        add=commands.add_issue_kind,
        change=commands.rename_issue_kind,
        move=commands.move_issue_kind,
        retire=commands.retire_issue_kind,
        remove=commands.remove_issue_kind,
    )
