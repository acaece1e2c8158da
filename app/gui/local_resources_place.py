"""The place 地域資源: places of activity and other resources of the area.

A part is added with one line of ``PARTS``; its page is imported when it is first shown.
"""

from __future__ import annotations

from app.gui.framework.parted_page import Part, PartedPage
from app.gui.local_resources.resource_finder import find_resources


class LocalResourcesPlace(PartedPage):
    """Passes links on: ``resource`` to 一覧, ``calls`` to 確認の電話, ``map`` to 地図."""

    NAME = "local_resources"
    TITLE = "地域資源"
    PARTS = (
        Part(
            "list",
            "一覧",
            "local-resources",
            "app.gui.local_resources.resources_page",
            "ResourcesPage",
            ("resource", "without-consent"),
        ),
        Part(
            "calls",
            "確認の電話",
            "phone",
            "app.gui.local_resources.calls_page",
            "CallsPage",
            ("calls",),
        ),
        Part("map", "地図", "map-pin", "app.gui.local_resources.map_page", "MapPage", ("map",)),
    )
    finders = (find_resources,)

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)
        self.keys.add("次の部分（一覧・確認の電話…）を開く", "Ctrl+PgDown", self.next_part)
        self.keys.add("前の部分（一覧・確認の電話…）を開く", "Ctrl+PgUp", self.previous_part)
