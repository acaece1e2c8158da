"""The place 課題: the ledger of local issues, surveys, and the issues counted.

A part is added with one line of ``PARTS``; its page is imported when it is first shown.
"""

from __future__ import annotations

from app.gui.framework.parted_page import Part, PartedPage
from app.gui.local_issues.issue_finder import find_issues
from app.gui.surveys.survey_finder import find_surveys


class IssuesPlace(PartedPage):
    """Passes links on: ``issue`` to 課題, ``survey`` to アンケート."""

    NAME = "issues"
    TITLE = "課題"
    PARTS = (
        Part(
            "issues",
            "課題",
            "issues",
            "app.gui.local_issues.issues_page",
            "IssuesPage",
            ("issue",),
        ),
        Part(
            "surveys",
            "アンケート",
            "document",
            "app.gui.surveys.surveys_page",
            "SurveysPage",
            ("survey",),
        ),
        Part(
            "analysis",
            "分析",
            "reports",
            "app.gui.local_issues.analysis_page",
            "AnalysisPage",
        ),
    )
    finders = (find_issues, find_surveys)

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)
        self.keys.add("次の部分（課題・アンケート…）を開く", "Ctrl+PgDown", self.next_part)
        self.keys.add("前の部分（課題・アンケート…）を開く", "Ctrl+PgUp", self.previous_part)
