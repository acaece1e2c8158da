"""What can be done with surveys: each function is one step, run by ``Store.do``."""

from __future__ import annotations

from app.surveys.commands.needs import need_from_answer
from app.surveys.commands.questions import set_questions
from app.surveys.commands.sheets import add_sheet, change_sheet, remove_sheet
from app.surveys.commands.surveys import (
    add_survey,
    bin_survey,
    change_survey,
    copy_survey,
    restore_survey,
)

__all__ = [
    "add_sheet",
    "add_survey",
    "bin_survey",
    "change_sheet",
    "change_survey",
    "copy_survey",
    "need_from_answer",
    "remove_sheet",
    "restore_survey",
    "set_questions",
]
