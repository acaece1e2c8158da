"""What the search box and the links of the window lead to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.gui.framework.observable_store import ObservableStore


@dataclass(frozen=True, slots=True)
class Target:
    """A place of the window (``contacts``, ``training`` …) and, if wanted, a thing in it.

    ``kind`` says what the key means: ``person``, ``course``, ``session``, ``document`` …
    """

    place: str
    kind: str = ""
    key: int | str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: what it is called, what tells it apart, and where it is."""

    title: str
    detail: str
    target: Target


Finder = Callable[[ObservableStore, str, int], Sequence[Hit]]
"""``find(store, text, limit)``: the hits for what was typed, best first."""
