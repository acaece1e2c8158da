"""The place 協議体: meetings, councils with their members, and homework.

A part is added with one line of ``PARTS``; its page is imported when it is first shown.
"""

from __future__ import annotations

from app.gui.council.council_finder import find_councils, find_meetings
from app.gui.framework.parted_page import Part, PartedPage


class CouncilPlace(PartedPage):
    """Passes links on: ``meeting`` to 会議, ``council`` to 協議体と委員, ``homework`` to 宿題."""

    NAME = "council"
    TITLE = "協議体"
    PARTS = (
        Part(
            "meetings",
            "会議",
            "calendar",
            "app.gui.council.meetings_page",
            "MeetingsPage",
            ("meeting", "meeting_of"),
        ),
        Part(
            "councils",
            "協議体と委員",
            "council",
            "app.gui.council.councils_page",
            "CouncilsPage",
            ("council",),
        ),
        Part(
            "homework",
            "宿題",
            "check",
            "app.gui.council.homework_page",
            "HomeworkPage",
            ("homework",),
        ),
    )
    finders = (find_councils, find_meetings)

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)
        self.keys.add("次の部分（会議・協議体と委員…）を開く", "Ctrl+PgDown", self.next_part)
        self.keys.add("前の部分（会議・協議体と委員…）を開く", "Ctrl+PgUp", self.previous_part)
