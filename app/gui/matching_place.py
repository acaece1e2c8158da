"""The place マッチング: requests, needs and matches.

A part is added with one line of ``PARTS``; its page is imported when it is first shown.
"""

from __future__ import annotations

from app.gui.framework.parted_page import Part, PartedPage
from app.gui.matching.request_finder import find_requests


class MatchingPlace(PartedPage):
    """Passes links on: ``request`` to 希望票, ``need`` to ニーズ, ``match`` to マッチ."""

    NAME = "matching"
    TITLE = "マッチング"
    PARTS = (
        Part(
            "requests",
            "希望票",
            "document",
            "app.gui.matching.requests_page",
            "RequestsPage",
            ("request",),
        ),
        Part(
            "needs",
            "ニーズ",
            "phone",
            "app.gui.matching.needs_page",
            "NeedsPage",
            ("need",),
        ),
        Part(
            "matches",
            "マッチ",
            "matching",
            "app.gui.matching.matches_page",
            "MatchesPage",
            ("match",),
        ),
        Part(
            "slips",
            "活動報告",
            "attendance",
            "app.gui.activities.slips_page",
            "SlipsPage",
            ("slips",),
        ),
        Part(
            "planner",
            "予定表",
            "calendar",
            "app.gui.planner.planner_page",
            "PlannerPage",
        ),
        Part(
            "results",
            "実績",
            "reports",
            "app.gui.results.results_page",
            "ResultsPage",
        ),
    )
    finders = (find_requests,)

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)
        self.keys.add("次の部分（希望票・ニーズ…）を開く", "Ctrl+PgDown", self.next_part)
        self.keys.add("前の部分（希望票・ニーズ…）を開く", "Ctrl+PgUp", self.previous_part)
