"""What can be done with local issues: each function is one step, run by ``Store.do``."""

from __future__ import annotations

from app.local_issues.commands.city import answer_of_city, submit_to_city
from app.local_issues.commands.evidence import add_evidence, issue_from_needs, remove_evidence
from app.local_issues.commands.issues import (
    add_issue,
    bin_issue,
    change_issue,
    restore_issue,
)
from app.local_issues.commands.masters import (
    add_issue_kind,
    move_issue_kind,
    remove_issue_kind,
    rename_issue_kind,
    retire_issue_kind,
    seed_issue_kinds,
)
from app.local_issues.commands.resources import (
    add_issue_resource,
    change_issue_resource,
    remove_issue_resource,
)
from app.local_issues.commands.steps import step_issue, take_back_step

__all__ = [
    "add_evidence",
    "add_issue",
    "add_issue_kind",
    "add_issue_resource",
    "answer_of_city",
    "bin_issue",
    "change_issue",
    "change_issue_resource",
    "issue_from_needs",
    "move_issue_kind",
    "remove_evidence",
    "remove_issue_kind",
    "remove_issue_resource",
    "rename_issue_kind",
    "restore_issue",
    "retire_issue_kind",
    "seed_issue_kinds",
    "step_issue",
    "submit_to_city",
    "take_back_step",
]
