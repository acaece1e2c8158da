"""Writing down a training somebody of the staff took."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget
from sqlalchemy.orm import Session

from app.gui.supporters.entry_forms import day_edit
from app.gui.supporters.small_form import SmallForm
from app.kernel.errors import Refusal
from app.staff import commands
from app.staff.full_time import hours_text, read_hours
from app.staff.staff_member import StaffTrainingDraft, StaffTrainingId

_NEEDED = {"attended_on": "受講した日を入力してください。"}


@dataclass(frozen=True, slots=True)
class TrainingEntry(StaffTrainingDraft):
    """A ``StaffTrainingDraft`` whose hours are as typed."""

    hours: str = ""


def entry_of(draft: StaffTrainingDraft) -> TrainingEntry:
    """Return a training as the form shows it."""
    values = {field.name: getattr(draft, field.name) for field in fields(StaffTrainingDraft)}
    return TrainingEntry(**values, hours=hours_text(draft.minutes) if draft.minutes else "")


def enter_training(
    session: Session, training: StaffTrainingId | None, entry: TrainingEntry
) -> StaffTrainingId:
    """Write a training down, new or known; return its key."""
    values = {field.name: getattr(entry, field.name) for field in fields(StaffTrainingDraft)}
    try:
        values["minutes"] = read_hours(entry.hours) if entry.hours.strip() else None
    except Refusal as refusal:
        raise Refusal(refusal.text, {"hours": refusal.text}) from refusal
    draft = StaffTrainingDraft(**values)
    if training is None:
        return commands.add_training(session, draft)
    commands.change_training(session, training, draft)
    return training


class TrainingForm(SmallForm):
    """``entered`` carries a ``TrainingEntry``."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        hours = QLineEdit()
        hours.setPlaceholderText("例：6時間30分、3.5")
        shown = (
            ("attended_on", "受講した日", day_edit(today, "受講した日")),
            ("title", "研修の名称", QLineEdit()),
            ("host", "主催", QLineEdit()),
            ("place", "会場", QLineEdit()),
            ("hours", "時間", hours),
            ("content", "内容", QLineEdit()),
            ("learnt", "学んだこと", QLineEdit()),
            ("certificate", "修了証など", QLineEdit()),
        )
        super().__init__(shown, _NEEDED, 2, parent)

    def refuse(self, refusal: Refusal) -> None:
        """Say what a command refused."""
        renamed = {
            "hours" if name == "minutes" else name: text for name, text in refusal.fields.items()
        }
        self.refused(Refusal(refusal.text, renamed))
