"""What a list or a map of resources is asked for: for whom, of what, and on which paper."""

from __future__ import annotations

from dataclasses import dataclass

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
