"""The places of the window, in the order they stand at its left.

Their modules are imported when a place is first shown, or afterwards in the background, so that
the window is there before they are.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import cast

from app.gui.framework.page import Page


@dataclass(frozen=True, slots=True)
class Place:
    """One place: the name links use, its title, icon and key, and the class that shows it."""

    name: str
    title: str
    icon: str
    key: str
    module: str
    class_name: str

    def page_class(self) -> type[Page]:
        """Import the page of this place."""
        return cast("type[Page]", getattr(importlib.import_module(self.module), self.class_name))


PLACES = (
    Place("home", "今日", "today", "Ctrl+1", "app.gui.home.home_page", "HomePage"),
    Place("contacts", "連絡先", "contacts", "Ctrl+2", "app.gui.contacts_place", "ContactsPlace"),
    Place(
        "training", "研修", "training", "Ctrl+3", "app.gui.training.training_page", "TrainingPage"
    ),
    Place(
        "supporters",
        "サポーター",
        "supporters",
        "Ctrl+4",
        "app.gui.supporters.supporters_place",
        "SupportersPlace",
    ),
    Place(
        "matching", "マッチング", "matching", "Ctrl+5", "app.gui.matching_place", "MatchingPlace"
    ),
    Place(
        "local_resources",
        "地域資源",
        "local-resources",
        "Ctrl+6",
        "app.gui.local_resources_place",
        "LocalResourcesPlace",
    ),
    Place("council", "協議体", "council", "Ctrl+7", "app.gui.council_place", "CouncilPlace"),
    Place("issues", "課題", "issues", "Ctrl+8", "app.gui.issues_place", "IssuesPlace"),
    Place("log", "日報", "log", "Ctrl+9", "app.gui.daily_log_place", "DailyLogPlace"),
    Place("plan", "計画と収支", "plan", "Ctrl+Shift+K", "app.gui.plan_place", "PlanPlace"),
    Place(
        "reporting",
        "報告と様式",
        "reports",
        "Ctrl+Shift+R",
        "app.gui.reporting_place",
        "ReportingPlace",
    ),
    Place(
        "settings", "設定", "settings", "Ctrl+,", "app.gui.settings.settings_page", "SettingsPage"
    ),
)


def find_place(name: str) -> tuple[int, Place | None]:
    """Return where a place stands and what it is; -1 and nothing if there is none."""
    found = ((number, place) for number, place in enumerate(PLACES) if place.name == name)
    return next(found, (-1, None))
