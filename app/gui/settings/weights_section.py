"""設定 → 候補の重み: how many points each criterion of the ranking is worth at most."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSpinBox

from app.gui.compiled.settings.ui_weights_section import Ui_WeightsSection
from app.gui.framework.edit_form import EditForm
from app.gui.framework.page import Page
from app.gui.settings.section import FormSection
from app.matching import commands, queries
from app.matching.weights import DEFAULT_WEIGHTS, weights_of


@dataclass(frozen=True, slots=True)
class Points:
    """The points of each criterion, by the names they are stored under."""

    kind: int
    wish: int
    level: int
    time: int
    place: int
    transport: int
    load: int
    turn: int


DEFAULTS = Points(**{criterion.value: worth for criterion, worth in DEFAULT_WEIGHTS.items()})


class WeightsSection(FormSection):
    """One form for all points; 既定に戻す fills in those every office begins with."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.ui = Ui_WeightsSection()
        self.ui.setupUi(self)
        self.form = EditForm(self)
        self.spins: dict[str, QSpinBox] = {
            name: getattr(self.ui, f"{name}Spin") for name in asdict(DEFAULTS)
        }
        for name, spin in self.spins.items():
            self.form.bind(name, spin)
        self.form.edited.connect(self._edited)
        self.form.submitted.connect(self.save_now)
        self.form.cancelled.connect(self.reset)
        self.ui.saveButton.clicked.connect(self.save_now)
        self.ui.cancelButton.clicked.connect(self.reset)
        self.ui.defaultButton.clicked.connect(self.fill_defaults)
        self.store.changed.connect(self._changed)
        self.reset()

    @Slot()
    def reset(self) -> None:
        """Show what is stored."""
        worths = weights_of(self.store.ask(queries.stored_weights))
        self.form.show_draft(Points(**{one.value: worths[one] for one in DEFAULT_WEIGHTS}))
        self._edited()

    @Slot()
    def fill_defaults(self) -> None:
        """Fill in what every office begins with; it is kept once it is saved."""
        for name, worth in asdict(DEFAULTS).items():
            self.spins[name].setValue(worth)

    def keep(self, draft: Points) -> bool:
        done = self.store.do(
            "候補の重みを変更", commands.set_weights, asdict(draft), on_refusal=self.refused
        )
        if done is not None:
            self.reset()
        return done is not None

    @Slot()
    def _edited(self) -> None:
        typed = {name: spin.value() for name, spin in self.spins.items()}
        self.ui.totalLabel.setText(
            f"合計 {sum(typed.values())}点。手を挙げた人は、いつもほかの人より先に並びます。"
        )
        for button in (self.ui.cancelButton, self.ui.saveButton):
            button.setEnabled(self.form.dirty)
        self.ui.defaultButton.setEnabled(typed != asdict(DEFAULTS))

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if "ranking_weight" in tables and not self.form.dirty:
            self.reset()
