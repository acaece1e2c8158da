"""The panel できること on the card of a supporter: said in words, changed in a grid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtWidgets import QWidget

from app.gui.contacts.panel_lines import plain
from app.gui.framework.observable_store import ObservableStore
from app.gui.supporters.skill_grid import SkillGrid, Skills
from app.gui.supporters.small_form import SmallForm
from app.gui.supporters.supporter_panel import SupporterPanel
from app.supporters import commands, queries
from app.supporters.card import SkillRow, SupporterCard
from app.supporters.supporter import Skill


@dataclass(frozen=True, slots=True)
class SkillEntry:
    """What the grid holds."""

    skills: Skills = field(default_factory=dict)


class SkillPanel(SupporterPanel):
    """The 24 kinds as one grid: Space or a click on できる, 得意, 希望."""

    TITLE = "できること・希望"

    def __init__(
        self, store: ObservableStore, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(store, today, parent)
        self.grid = SkillGrid()
        self.hold(SmallForm((("skills", "", self.grid),), parent=self))
        self.button = self.add_button("できることを変える…", self.begin)

    def list_card(self, card: SupporterCard) -> None:
        """Say what they do well, what they can do, and what of it they wish to do."""
        groups = (
            (Skill.GOOD.label, [row for row in card.skills if row.skill is Skill.GOOD]),
            (Skill.CAN.label, [row for row in card.skills if row.skill is Skill.CAN]),
            ("希望", [row for row in card.skills if row.wished]),
        )
        for title, rows in groups:
            if rows:
                self.lines.add(f"{title}：{plain(_names(rows))}")
        if card.draft.wishes:
            self.lines.add(plain(f"希望の内容：{card.draft.wishes}"))
        if not card.skills:
            self.lines.say("まだ聞いていません。")

    def start(self, card: SupporterCard) -> None:
        """Offer the kinds in use, and retired ones they have."""
        assert self.form is not None  # held since the beginning
        known = {row.kind_id: (row.skill, row.wished) for row in card.skills}
        kinds = self.store.ask(queries.support_kinds)
        self.grid.offer([kind for kind in kinds if not kind.retired or kind.id in known])
        title = "矢印キーで移り、Spaceで印を付けます"
        self.form.begin(title, "保存する", SkillEntry(known))

    def enter(self, card: SupporterCard, entry: SkillEntry) -> None:
        """Write the whole grid down in one step."""
        self.keep("できることの変更", commands.set_skills, card.id, dict(entry.skills))


def _names(rows: list[SkillRow]) -> str:
    return "、".join(row.name for row in rows)
