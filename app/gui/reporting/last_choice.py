"""What was chosen last in 報告と様式, so that it is chosen again: document, course, order."""

from __future__ import annotations

from app.gui.framework import window_state


class LastChoice:
    """Kept for the next start where the window keeps its state, else while the page lives.

    ``office`` sets the courses of one office file apart from those of another.
    """

    def __init__(self, office: str) -> None:
        self._office = office
        self._kept: dict[str, str] = {}

    @property
    def document(self) -> str:
        return self._read("document")

    @document.setter
    def document(self, name: str) -> None:
        self._write("document", name)

    @property
    def course(self) -> int | None:
        text = self._read(f"course/{self._office}")
        return int(text) if text.isdecimal() else None

    @course.setter
    def course(self, course: int) -> None:
        self._write(f"course/{self._office}", str(course))

    def order(self, document: str) -> str:
        """Return the order a document was last made in."""
        return self._read(f"order/{document}")

    def keep_order(self, document: str, order: str) -> None:
        """Remember the order of a document."""
        self._write(f"order/{document}", order)

    def _read(self, name: str) -> str:
        state = window_state.current()
        known = self._kept.get(name, "")
        return known or (state.kept(f"reporting/{name}") if state else "")

    def _write(self, name: str, text: str) -> None:
        self._kept[name] = text
        if (state := window_state.current()) is not None:
            state.keep(f"reporting/{name}", text)
