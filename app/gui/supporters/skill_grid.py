"""できること: a row for each kind of support, with できる or 得意, and whether it is wished."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from app.gui.widgets.cell_grid import CellGrid, Headings
from app.supporters.masters import SupportKindRow
from app.supporters.supporter import Skill

_CAN, _GOOD, _WISHED = range(3)
_COLUMNS = (Skill.CAN.label, Skill.GOOD.label, "希望")
_EMS = 3.2

Skills = Mapping[int, tuple[Skill, bool]]
"""By the key of a kind: how well somebody does it, and whether they wish to."""


class SkillGrid(CellGrid):
    """``value()`` are the skills as they are shown; what is only wished counts as できる."""

    EITHER = frozenset({_CAN, _GOOD})

    def __init__(self, parent: QWidget | None = None) -> None:
        self._kinds: tuple[int, ...] = ()
        super().__init__(Headings("できること", (), _COLUMNS, _EMS), parent)

    def offer(self, kinds: Sequence[SupportKindRow]) -> None:
        """Offer these kinds; nothing is chosen."""
        self._kinds = tuple(kind.id for kind in kinds)
        self.set_headings(Headings("できること", [kind.name for kind in kinds], _COLUMNS, _EMS))

    def value(self) -> dict[int, tuple[Skill, bool]]:
        """Return what is shown, by the key of the kind."""
        cells, found = self.cells, {}
        for row, kind in enumerate(self._kinds):
            if any(one == row for one, _ in cells):
                skill = Skill.GOOD if (row, _GOOD) in cells else Skill.CAN
                found[kind] = (skill, (row, _WISHED) in cells)
        return found

    def set_value(self, skills: Skills) -> None:
        """Show skills."""
        cells = []
        for row, kind in enumerate(self._kinds):
            if kind in skills:
                skill, wished = skills[kind]
                cells.append((row, _GOOD if skill is Skill.GOOD else _CAN))
                cells += [(row, _WISHED)] if wished else []
        self.show_cells(cells)

    def typed(self) -> dict[int, tuple[Skill, bool]]:
        return self.value()
