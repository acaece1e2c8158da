"""What a list or a map of resources is asked for: for whom, of what, and on which paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from app.kernel.labelled import Labelled
from app.local_resources.local_resource import View


class ResourcePaper(Labelled):
    """The paper it is drawn on, landscape."""

    A4 = "a4", "A4"
    A3 = "a3", "A3"


EDITIONS = {
    View.INTERNAL: "内部用",
    View.PARTNERS: "関係機関用",
    View.PUBLIC: "公開用",
}
"""What a list for these readers is called."""


@dataclass(frozen=True, slots=True)
class ResourceChoice:
    """How it is made; without district or kind of all of them.

    Whoever does not say gets the one for the public: it can do no harm.
    """

    view: View = View.PUBLIC
    district: int | None = None
    kind: int | None = None
    paper: ResourcePaper = ResourcePaper.A4

    def plain(self) -> dict[str, Any]:
        """Return the choice as text and numbers, to be kept with what was handed in."""
        return asdict(self) | {"view": self.view.value, "paper": self.paper.value}

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> ResourceChoice:
        """Return a choice that was kept."""
        view = View.of_value(plain["view"]) or View.PUBLIC
        paper = ResourcePaper.of_value(plain["paper"]) or ResourcePaper.A4
        return cls(view, plain["district"], plain["kind"], paper)
