"""What of a list a mailing, an export or a change of many is about: all of it, or some rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.contacts.custom import Subject
from app.gui.framework.list_view import ListView


@dataclass(frozen=True, slots=True)
class Picked:
    """People or organisations of a list in its order, and the rows selected in it.

    ``search`` is the saved search that the list shows, if it shows just that.
    """

    subject: Subject
    listed: tuple[int, ...] = ()
    selected: tuple[int, ...] = ()
    search: int | None = None

    @property
    def several(self) -> bool:
        """Whether rows were selected on purpose: one always is, by looking at its card."""
        return len(self.selected) > 1

    @property
    def keys(self) -> Sequence[int]:
        """The selected ones where there are several, otherwise the whole list."""
        return self.selected if self.several else self.listed


def picking(view: ListView, subject: Subject) -> Callable[[], Picked]:
    """Let several rows of a list be selected, and return how to ask for them."""
    view.allow_several()
    return lambda: Picked(subject, tuple(view.listed_keys()), tuple(view.selected_keys()))
