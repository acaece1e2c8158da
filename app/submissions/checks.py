"""What a letter or a text of a report may say."""

from __future__ import annotations

from dataclasses import replace

from app.kernel.errors import Refusal
from app.kernel.text import tidy
from app.submissions.submission import LetterDraft

LONGEST_TEXT = 10_000
"""Characters of one part of a report."""


def checked_letter(draft: LetterDraft) -> LetterDraft:
    """Return a letter with its texts tidied.  Refuses one without a subject."""
    subject = tidy(draft.subject).text
    if not subject:
        problem = "件名を入力してください。"
        raise Refusal(problem, fields={"subject": problem})
    return replace(
        draft,
        subject=subject,
        number=tidy(draft.number).text,
        partner=tidy(draft.partner).text,
        enclosures=tidy(draft.enclosures).text,
        note=draft.note.strip(),
    )


def checked_text(text: str) -> str:
    """Return a text of a report without blank ends.  Refuses one far too long."""
    text = text.strip()
    if len(text) > LONGEST_TEXT:
        problem = f"報告の文章は{LONGEST_TEXT:,}字までです。分けて書いてください。"
        raise Refusal(problem, fields={"text": problem})
    return text
