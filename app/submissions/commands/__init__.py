"""What can be done to texts of reports, submissions and the register of letters."""

from app.submissions.commands.letters import (
    add_letter,
    bin_letters,
    change_letter,
    restore_letters,
)
from app.submissions.commands.submissions import SubmittedFile, keep_submission
from app.submissions.commands.texts import set_report_text

__all__ = [
    "SubmittedFile",
    "add_letter",
    "bin_letters",
    "change_letter",
    "keep_submission",
    "restore_letters",
    "set_report_text",
]
