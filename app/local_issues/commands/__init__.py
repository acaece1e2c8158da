"""What can be done to local issues."""

from app.local_issues.commands.masters import seed_issue_kinds

__all__ = ["seed_issue_kinds"]
