"""How an issue goes through its stages, and where it stood on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.kernel.errors import Refusal
from app.local_issues.local_issue import IssueStage

ENDED = frozenset({IssueStage.SOLVED, IssueStage.SHELVED})
"""Stages in which nothing more is to be done."""


@dataclass(frozen=True, slots=True)
class Step:
    """A stage and the day it began."""

    stage: IssueStage
    starts_on: date
    note: str = ""


def step_on(steps: Sequence[Step], day: date) -> Step:
    """Return the step an issue was at on a day, given its steps in order; before all the first."""
    return next((one for one in reversed(steps) if one.starts_on <= day), steps[0])


def check_step(steps: Sequence[Step], stage: IssueStage, on: date, today: date) -> None:
    """Refuse a step that goes nowhere, or to a day it cannot be on."""
    newest = steps[-1]
    if stage is newest.stage:
        text = f"この課題は、すでに「{stage.label}」です。"
        raise Refusal(text, {"stage": text})
    if not newest.starts_on <= on <= today:
        text = f"「{newest.stage.label}」になった日から今日までの日を入力してください。"
        raise Refusal(text, {"on": text})
