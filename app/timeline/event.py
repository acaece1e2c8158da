"""One line of what happened with a contact (記録)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from app.kernel.labelled import Labelled
from app.timeline.attachment import AttachmentRow
from app.timeline.note import NoteKind, NoteRow


class EventKind(Labelled):
    """What a line is about; the choices of the filter, in their order."""

    NOTE = "note", "連絡"
    TRAINING = "training", "研修"
    SUPPORTER = "supporter", "サポーター"
    MATCHING = "matching", "マッチング"
    COUNCIL = "council", "協議体"
    LOG = "log", "日報"
    AFFILIATION = "affiliation", "所属"
    CONSENT = "consent", "同意"
    DOCUMENT = "document", "書類"
    ATTACHMENT = "attachment", "添付"
    MERGE = "merge", "統合"
    CHANGE = "change", "登録内容の変更"


_ICONS = {
    EventKind.NOTE: "log",
    EventKind.TRAINING: "training",
    EventKind.SUPPORTER: "supporters",
    EventKind.MATCHING: "matching",
    EventKind.COUNCIL: "council",
    EventKind.LOG: "log",
    EventKind.AFFILIATION: "organisation",
    EventKind.CONSENT: "privacy",
    EventKind.DOCUMENT: "document",
    EventKind.ATTACHMENT: "link",
    EventKind.MERGE: "people",
    EventKind.CHANGE: "edit",
}
_NOTE_ICONS = {
    NoteKind.CALL: "phone",
    NoteKind.VISIT: "map-pin",
    NoteKind.CAME: "person",
    NoteKind.LETTER: "mail",
    NoteKind.FAX: "print",
    NoteKind.EMAIL: "mail",
    NoteKind.MEETING: "council",
}


@dataclass(frozen=True, slots=True)
class Event:
    """What happened on a day, and at which time where that is known.

    ``place``, ``target`` and ``key`` say what the line opens (``contacts``, ``organisation``, 3);
    a note and an attachment come along as they are stored, to be changed where they stand.
    """

    on: date
    kind: EventKind
    text: str
    at: time | None = None
    detail: str = ""
    word: str = ""
    """What it is called; the word of the kind where empty."""
    place: str = ""
    target: str = ""
    key: int | str | None = None
    note: NoteRow | None = None
    attachment: AttachmentRow | None = None
    order: int = 0
    """What tells the order of two lines of the same moment: the larger is the newer."""

    @property
    def title(self) -> str:
        return self.word or self.kind.label

    @property
    def icon(self) -> str:
        """The name of the icon that stands before the line."""
        if self.note is not None:
            return _NOTE_ICONS.get(self.note.draft.kind, _ICONS[self.kind])
        return _ICONS[self.kind]

    @property
    def when(self) -> datetime:
        """The moment it is sorted by: the end of the day where no time is known."""
        return datetime.combine(self.on, self.at or time(23, 59, 59))
