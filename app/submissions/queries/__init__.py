"""What can be asked of texts of reports, submissions and the register of letters."""

from app.submissions.queries.letters import LetterListing, LetterRow, free_number, letter
from app.submissions.queries.submissions import (
    SubmissionListing,
    SubmissionRow,
    frozen_file,
    latest,
    submission,
    submitted_values,
)
from app.submissions.queries.texts import TextBeside, report_texts, texts_beside

__all__ = [
    "LetterListing",
    "LetterRow",
    "SubmissionListing",
    "SubmissionRow",
    "TextBeside",
    "free_number",
    "frozen_file",
    "latest",
    "letter",
    "report_texts",
    "submission",
    "submitted_values",
    "texts_beside",
]
