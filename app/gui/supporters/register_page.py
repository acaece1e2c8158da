"""The part 登録する: who completed a course and is not registered yet, registered in one step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from app.gui.compiled.supporters.ui_register_page import Ui_RegisterPage
from app.gui.contacts.filter_box import fill_filter
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.framework.window_model import Column
from app.gui.supporters.checked_list import CheckedModel
from app.gui.supporters.entry_forms import LETTERS, SHORT
from app.gui.supporters.rounds import Candidates
from app.gui.widgets.empty_state import EmptyState
from app.kernel.errors import Refusal
from app.kernel.wareki import format_day
from app.supporters import commands, queries
from app.supporters.card import Candidate
from app.supporters.supporter import Registered
from app.training.course import EnrollmentId

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

COLUMNS: tuple[Column[Candidate], ...] = (
    Column("氏名", lambda one: one.name, width=10, tip=lambda one: one.kana),
    Column("ふりがな", lambda one: one.kana, width=11),
    Column("修了した講座", lambda one: one.course, width=20, tip=lambda one: one.course),
    Column("修了日", lambda one: format_day(one.completed_on), width=9),
)


def register_at_level(
    session: Session, enrollments: Sequence[EnrollmentId], on: date, level: int | None
) -> Registered:
    """Register who completed a course, and give each the level they begin with."""
    made = commands.register_completed(session, enrollments, on=on)
    if level is not None:
        for supporter in made.supporters:
            commands.change_level(session, supporter, level, on=on, reason="登録のとき")
    return made


class RegisterPage(Page):
    """Nobody is typed again: the list comes from the courses."""

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = ui = Ui_RegisterPage()
        ui.setupUi(self)
        ui.aboutLabel.setText(
            "講座を修了した方のうち、まだ登録していない方です。希望する方に印を付け、登録日と"
            "はじめの活動レベルを決めて、一度に登録します。登録番号と有効期限は自動で付きます。"
        )
        self.model: CheckedModel[Candidate] = CheckedModel(self.store, COLUMNS, Candidates(), self)
        ui.candidateList.show_model(self.model, "candidates")
        self.nobody = EmptyState(
            "登録を待っている方はいません",
            "講座の修了を「研修」で確定すると、修了した方がここに出ます。研修を受けていない方は"
            "「登録者」の「サポーターを登録」で1人ずつ登録できます。",
            "「研修」を開く",
        )
        self.nobody.wanted.connect(self._go_to_training)
        ui.stack.addWidget(self.nobody)
        ui.countLabel.prepare(ems=12, quiet=True, right=True)
        ui.dayEdit.prepare(lambda: self.today, "登録日")
        ui.dayEdit.set_value(self.today)
        ui.levelCombo.setSizeAdjustPolicy(SHORT)
        ui.levelCombo.setMinimumContentsLength(LETTERS)
        self.setFocusProxy(ui.candidateList)
        self._connect()
        self._fill()

    def _connect(self) -> None:
        ui, keys = self.ui, self.keys
        keys.add("登録を待つ全員を選ぶ・外す", "Ctrl+A", ui.candidateList.tick_all, ui.allButton)
        keys.add("選んだ方を登録する", "Ctrl+Return", self.register, ui.registerButton)
        keys.tell("Space", "選んだ行に印を付ける・外す")
        ui.courseCombo.currentIndexChanged.connect(self._narrow)
        ui.candidateList.opened.connect(self._open_person)
        self.model.ticked.connect(self._count)
        self.store.changed.connect(self._changed)

    def _fill(self) -> None:
        """Offer the courses and the levels, keeping what is chosen."""
        ui = self.ui
        rows = self.store.ask(queries.candidates_to_register)
        newest = sorted(rows, key=lambda one: one.completed_on, reverse=True)
        courses = dict.fromkeys(one.course for one in newest)
        fill_filter(ui.courseCombo, "すべての講座", [(name, name) for name in courses])
        chosen, first = ui.levelCombo.currentData(), ui.levelCombo.count() == 0
        ui.levelCombo.clear()
        ui.levelCombo.addItem("あとで決める", None)
        for level in self.store.ask(queries.levels):
            if not level.retired:
                ui.levelCombo.addItem(level.name, level.id)
        place = 1 if first else max(ui.levelCombo.findData(chosen), 0)
        ui.levelCombo.setCurrentIndex(min(place, ui.levelCombo.count() - 1))
        self._narrow()

    @Slot()
    def _narrow(self) -> None:
        """List who completed the chosen course."""
        self.model.show(Candidates(self.ui.courseCombo.currentData()))
        self._count()

    @Slot()
    def _count(self) -> None:
        listed, ticked = self.model.rowCount(), len(self.model.ticked_keys())
        ui = self.ui
        ui.countLabel.setText(f"{listed}人のうち{ticked}人を選択")
        ui.stack.setCurrentWidget(ui.candidateList if listed else self.nobody)
        ui.allButton.setEnabled(listed > 0)
        ui.registerButton.setEnabled(ticked > 0)

    @Slot()
    def register(self) -> None:
        """Register everybody ticked, in one step."""
        try:
            day = self.ui.dayEdit.value()
        except Refusal as refusal:
            self.store.refused.emit(refusal.text)
            return
        if day is None:
            self.store.refused.emit("登録日を入力してください。")
            self.ui.dayEdit.setFocus()
            return
        keys = [EnrollmentId(key) for key in self.model.ticked_keys()]
        label = f"サポーターの登録（{len(keys)}人）"
        level = self.ui.levelCombo.currentData()
        done = self.store.do(label, register_at_level, keys, day, level)
        if done is not None and done.result.skipped:
            names = "、".join(f"{name}さん" for name in done.result.skipped)
            self.said.emit(f"{names}はすでに登録されているため、そのままにしました。")

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if tables & (Candidates().tables | {"activity_level"}):
            self._fill()

    @Slot(int)
    def _open_person(self, key: int) -> None:
        found = self.store.ask(Candidates().rows, [key])
        if key in found:
            self.wanted.emit(Target("contacts", "person", found[key].person))

    @Slot()
    def _go_to_training(self) -> None:
        self.wanted.emit(Target("training"))
