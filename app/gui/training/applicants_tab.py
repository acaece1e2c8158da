"""The tab 申込者: who applied, who has a place, who waits; accepting, drawing lots, moving up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractItemView, QButtonGroup, QPushButton, QWidget

from app.gui.compiled.training.ui_applicants_tab import Ui_ApplicantsTab
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.framework.window_model import Column, WindowModel
from app.gui.training.application_card import ApplicationCard
from app.gui.training.application_form import ApplicationForm
from app.gui.training.course_tab import CourseTab
from app.gui.training.lottery import Lottery
from app.gui.widgets.empty_state import EmptyState
from app.kernel.wareki import format_day
from app.training import commands, queries
from app.training.course import CourseId, EnrollmentId, EnrollmentStatus, NumberOrder
from app.training.queries import ApplicationListing, ApplicationRow, Counts, Promotions


def _order(row: ApplicationRow) -> str:
    if row.waiting_order:
        return f"待ち{row.waiting_order}"
    return f"抽選{row.lottery_order}" if row.lottery_order else ""


def _age(row: ApplicationRow) -> str:
    return "" if row.person.age is None else str(row.person.age)


_ALWAYS = 4
"""How many chips stay when nobody is in their state: すべて 受付 受講決定 キャンセル待ち."""

_COLUMNS: tuple[Column[ApplicationRow], ...] = (
    Column("番号", lambda row: str(row.number or ""), number=True, width=3),
    Column("氏名", lambda row: row.person.name, width=8, tip=lambda row: row.person.kana),
    Column("状態", lambda row: row.status.label, width=7),
    Column("順番", _order, width=4),
    Column("申込日", lambda row: format_day(row.applied_on, "4/1(水)"), width=5),
    Column("年齢", _age, number=True, width=3),
    Column("圏域", lambda row: row.person.district, width=6),
    Column("電話", lambda row: row.person.phone, width=8),
)


class ApplicantsTab(CourseTab):
    """The chips narrow the list; the card at the right is that of the current application."""

    title = "申込者"
    tables: ClassVar[frozenset[str]] = frozenset(
        {"course", "enrollment", "person", "person_consideration"}
    )

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(page, parent)
        self.model: WindowModel[ApplicationRow] | None = None
        self._promotions: Promotions | None = None
        self.ui = Ui_ApplicantsTab()
        self.ui.setupUi(self)
        self.card = ApplicationCard(page)
        self.form = ApplicationForm(page)
        self.nobody = EmptyState("申込者を選んでください", "選んだ方の申込の中身がここに出ます。")
        for widget in (self.nobody, self.card, self.form):
            self.ui.side.addWidget(widget)
        self.empty = EmptyState(
            "申込はまだありません",
            "電話やFAXの申込を一人ずつ追加するか、届いた名簿（Excel・CSV）を取り込んでください。",
            "申込を追加",
        )
        self.ui.stack.addWidget(self.empty)
        self.ui.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.ui.splitter.setStretchFactor(0, 5)
        self.ui.splitter.setStretchFactor(1, 4)
        self.ui.splitter.setSizes([500, 400])
        self.ui.splitter.setChildrenCollapsible(False)
        self.lottery = Lottery(page)
        self._make_chips()
        self.setFocusProxy(self.ui.list)
        self._connect()

    def _make_chips(self) -> None:
        self._chips = QButtonGroup(self)
        self._statuses: list[EnrollmentStatus | None] = [None, *EnrollmentStatus]
        for number, status in enumerate(self._statuses):
            chip = QPushButton(status.label if status else "すべて", self.ui.chipRow)
            chip.setCheckable(True)
            chip.setChecked(status is None)
            self._chips.addButton(chip, number)
        self._chips.idClicked.connect(self._narrow)

    def _connect(self) -> None:
        ui = self.ui
        self.add_key("申込を追加", "Ctrl+Shift+A", self.add, ui.addButton)
        self.add_key("選んだ方を受講決定", "Ctrl+Return", self.accept, ui.acceptButton)
        self.add_key("申込を保存", "Ctrl+S", self.card.save)
        self.tell_key("Ctrl+A", "一覧の全員を選ぶ")
        self.empty.wanted.connect(self.add)
        ui.importButton.clicked.connect(self._import)
        ui.waitButton.clicked.connect(self.put_on_waiting)
        ui.lotButton.clicked.connect(self.draw)
        ui.promoButton.clicked.connect(self.promote)
        ui.rosterButton.clicked.connect(lambda: self.want_document("trainee-roster"))
        ui.tagsButton.clicked.connect(lambda: self.want_document("name-tags"))
        ui.searchEdit.textChanged.connect(self._narrow)
        ui.searchEdit.returnPressed.connect(ui.list.setFocus)
        ui.list.chosen.connect(self._chosen)
        self.form.added.connect(self._added)
        self.form.closed.connect(self._form_closed)
        self.card.wanted.connect(self.wanted)

    def reload(self) -> None:
        """Count again and show the list; it reads itself anew after a change."""
        if self.course is None:
            return
        if self.model is None:
            self.model = WindowModel(self.store, _COLUMNS, self._listing(self.course), self)
            self.ui.list.show_model(self.model, "applications")
        elif self.model.listing.course_id != self.course:
            self.ui.side.setCurrentWidget(self.nobody)
            self._narrow()
        counted = self.store.ask(queries.counts, self.course)
        self._show_counts(counted)
        self._show_promotions()
        self.ui.stack.setCurrentIndex(0 if counted.applicants else 1)
        if (key := self.ui.list.current_key()) is not None:
            self._show_card(key)

    def _listing(self, course: CourseId) -> ApplicationListing:
        status = self._statuses[self._chips.checkedId()]
        chosen = frozenset({status} if status else ())
        return ApplicationListing(course, self.page.today, chosen, self.ui.searchEdit.text())

    def _show_counts(self, counted: Counts) -> None:
        numbers = [counted.applicants] + [
            getattr(counted, status.value if status else "") for status in self._statuses[1:]
        ]
        for number, status in enumerate(self._statuses):
            label = status.label if status else "すべて"
            chip = self._chips.button(number)
            chip.setText(f"{label} {numbers[number]}")
            chip.setVisible(number < _ALWAYS or numbers[number] > 0 or chip.isChecked())
        free = f"空き{counted.free}名" if counted.free >= 0 else f"{-counted.free}名超過"
        told = [f"定員{counted.capacity}名　受講者{counted.capacity - counted.free}名　{free}"]
        if self.course is not None:
            told.append(self.lottery.told(self.course))
        self.ui.capacityLabel.setText("　".join(part for part in told if part))

    def _show_promotions(self) -> None:
        """Propose who moves up; nobody is moved before the button is pressed."""
        if self.course is None:
            return
        proposed = self.store.ask(queries.promotions, self.course, self.page.today)
        self._promotions = proposed
        wanted = bool(proposed.candidates)
        names = "、".join(f"{row.person.name}さん" for row in proposed.candidates)
        self.ui.promoLabel.setText(
            f"空きが{proposed.free}名分あります。キャンセル待ちの順に {names} を繰り上げられます。"
            if wanted
            else ""
        )
        self.ui.promoLabel.setVisible(wanted)
        self.ui.promoButton.setVisible(wanted)

    def may_leave(self) -> bool:
        """Store what was typed about the application; stay where that is refused."""
        return self.card.save()

    @Slot()
    def _narrow(self) -> None:
        if self.model is not None and self.course is not None:
            self.model.show(self._listing(self.course))

    @Slot(object)
    def _chosen(self, key: int | None) -> None:
        if key is None:
            self.ui.side.setCurrentWidget(self.nobody)
        elif self.card.row is None or self.card.row.id == key or self.card.save():
            self._show_card(key)

    def _show_card(self, key: int) -> None:
        if self.ui.side.currentWidget() is self.form:
            return
        there = self.card.show_application(EnrollmentId(key))
        self.ui.side.setCurrentWidget(self.card if there else self.nobody)

    def _selected(self) -> list[EnrollmentId]:
        if self.model is None:
            return []
        rows = self.ui.list.selectionModel().selectedRows()
        return [EnrollmentId(self.model.key(index)) for index in rows]

    @Slot()
    def accept(self) -> None:
        """Accept the chosen applicants, asking where that is beyond the capacity."""
        self._accept("受講決定", self._selected(), NumberOrder.KANA)

    def _accept(self, label: str, keys: Sequence[EnrollmentId], order: NumberOrder) -> None:
        if self.course is None:
            return
        counted = self.store.ask(queries.counts, self.course)
        over = len(keys) > max(counted.free, 0)
        if over and not self.dialogs.confirm(
            "定員を超えます",
            f"定員{counted.capacity}名に対して空きは{max(counted.free, 0)}名分です。"
            f"選んだ{len(keys)}名を定員を超えて受け入れますか。",
            "定員を超えて受け入れる",
        ):
            return
        self.store.do(f"{label}（{len(keys)}名）", commands.accept, keys, order, over_capacity=over)

    @Slot()
    def put_on_waiting(self) -> None:
        """Put the chosen at the end of the waiting list, in the order of the list."""
        keys = self._selected()
        self.store.do(f"キャンセル待ち（{len(keys)}名）", commands.put_on_waiting, keys)

    @Slot()
    def promote(self) -> None:
        """Give the free places to those proposed, in the order of the waiting list."""
        if self._promotions is not None and self._promotions.candidates:
            keys = [row.id for row in self._promotions.candidates]
            self._accept("繰り上げ", keys, NumberOrder.ASKED)

    @Slot()
    def draw(self) -> None:
        """Draw lots among the received applications."""
        if self.course is not None:
            self.lottery.draw(self.course)

    @Slot()
    def add(self) -> None:
        """Write down the next application beside the list."""
        if self.course is not None and self.card.save():
            self.ui.stack.setCurrentIndex(0)
            self.ui.side.setCurrentWidget(self.form)
            self.form.start(self.course)

    @Slot(int)
    def _added(self, key: int) -> None:
        self.ui.list.choose(key)

    @Slot()
    def _form_closed(self) -> None:
        self.ui.side.setCurrentWidget(self.nobody)
        if (key := self.ui.list.current_key()) is not None:
            self._show_card(key)
        self.ui.list.setFocus()

    @Slot()
    def _import(self) -> None:
        self.wanted.emit(Target("contacts", "import", str(self.course)))
