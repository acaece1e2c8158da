"""How large a page is shown: fitted to the room it has, or by steps."""

from __future__ import annotations

from collections.abc import Callable

_STEPS = (50, 67, 80, 100, 125, 150, 200, 300)
_LEAST = 10


class Zoom:
    """Begins fitted; ``fitting`` returns the percent at which the page fits its room now."""

    def __init__(self, fitting: Callable[[], float]) -> None:
        self._fitting = fitting
        self._chosen: int | None = None

    @property
    def fitted(self) -> bool:
        """Whether the page follows its room."""
        return self._chosen is None

    @property
    def percent(self) -> int:
        """How large the page is shown, in percent of its size on paper."""
        if self._chosen is not None:
            return self._chosen
        return min(max(int(self._fitting()), _LEAST), _STEPS[-1])

    def larger(self) -> None:
        """Take the next step up, from what is shown now."""
        self._chosen = next((step for step in _STEPS if step > self.percent), _STEPS[-1])

    def smaller(self) -> None:
        """Take the next step down, from what is shown now."""
        self._chosen = next((step for step in reversed(_STEPS) if step < self.percent), _STEPS[0])

    def fit(self) -> None:
        """Follow the room again."""
        self._chosen = None
