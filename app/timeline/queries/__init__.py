"""What pages and documents read of notes, attached files and all that happened with a contact."""

from app.timeline.queries.attachments import attachment, attachments
from app.timeline.queries.notes import note, notes_between, open_follow_ups
from app.timeline.queries.timeline import timeline

__all__ = ["attachment", "attachments", "note", "notes_between", "open_follow_ups", "timeline"]
