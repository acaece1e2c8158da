"""The master of kinds of local issues (課題の区分)."""

from __future__ import annotations

from app.local_issues.tables import IssueKind
from app.office.named_master import NamedMaster

_KINDS = NamedMaster(IssueKind, "課題の区分")

add_issue_kind = _KINDS.add
rename_issue_kind = _KINDS.rename
move_issue_kind = _KINDS.move
retire_issue_kind = _KINDS.retire
remove_issue_kind = _KINDS.remove
seed_issue_kinds = _KINDS.seed
