"""The side of a page of records: the card of the chosen one, its form, or a word where none is.

A page lays its ``.ui`` out, makes the three parts, and lets the side connect them::

    class SupportersPage(Page):
        def __init__(self, *made_with: object, **named: object) -> None:
            super().__init__(*made_with, **named)
            self.ui = Ui_SupportersPage()
            self.ui.setupUi(self)
            self.supporters = SupporterList(self.ui, self.store)
            self.card = SupporterCardView(self.store, self.dialogs, lambda: self.today)
            self.form = SupporterForm(self.store, self.dialogs, lambda: self.today)
            self.side = RecordSide(
                self, self.ui, self.supporters, self.card, self.form, EmptyState("一覧から…", "…")
            )
            self.side.add_keys(find="サポーターを探す", add="新しいサポーターを登録")
            self.side.add_bin_keys(commands.bin_supporter, commands.restore_supporter)

        def open_target(self, target: Target) -> None:
            self.side.open(target.key)

        def may_leave(self) -> bool:
            return self.side.may_leave()

"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar, cast

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QSplitter, QStackedWidget, QWidget

from app.gui.framework import view
from app.gui.framework.page import Page
from app.gui.records.record_card import RecordCard
from app.gui.records.record_form import RecordForm
from app.gui.records.record_list import RecordList

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

K = TypeVar("K", bound=int)
_LEAST_EMS = 22
_SIDES = (560, 450)
"""Widths of list and card until somebody moves the line between them, in pixels."""


class RecordPageUi(Protocol):
    """What a page of records has, by its name in Designer."""

    searchEdit: QLineEdit  # noqa: N815
    addButton: QPushButton  # noqa: N815
    splitter: QSplitter
    sideStack: QStackedWidget  # noqa: N815


class RecordSide(QObject, Generic[K]):
    """Shows card or form.  A form with unsaved input keeps its place until it is given up."""

    def __init__(
        self,
        page: Page,
        ui: RecordPageUi,
        records: RecordList,
        card: RecordCard[K],
        form: RecordForm[K],
        nothing: QWidget,
        sizes: tuple[int, int] = _SIDES,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._ui = ui
        self._records = records
        self._card = card
        self._form = form
        self._nothing = nothing
        self._sides = (nothing, card, form)
        for side in self._sides:
            ui.sideStack.addWidget(side)
        self._make_room()
        ui.splitter.setSizes(sizes)
        page.setFocusProxy(ui.searchEdit)
        self._connect()

    def _connect(self) -> None:
        self._records.chosen.connect(self._chosen)
        self._records.opened.connect(self._opened)
        self._records.first_wanted.connect(self.add)
        self._card.wanted.connect(self._page.wanted)
        self._form.saved.connect(self._saved)
        self._form.left.connect(self.show_card)
        self._form.other_wanted.connect(self._show_other)
        view.current().changed.connect(self._make_room)
        self._card.draw_icons()
        view.current().changed.connect(self._card.draw_icons)
        self._card.allow(shown=False)

    @Slot()
    def _make_room(self) -> None:
        """Leave card and form the width their fields need, however large letters are."""
        em = self._ui.sideStack.fontMetrics().horizontalAdvance("国")
        self._ui.sideStack.setMinimumWidth(round(em * _LEAST_EMS))

    def add_keys(self, *, find: str, add: str) -> None:
        """Add the keys of every page of records to the page's, in the words of its kind."""
        keys = self._page.keys
        keys.add(find, "Ctrl+F", self.find)
        keys.add(add, "Ctrl+N", self.add, self._ui.addButton)
        keys.add("編集", "F2", self.edit, self._card.buttons.editButton)
        keys.tell("Enter", "入力のときは次の欄へ、一覧では編集")
        keys.tell("Ctrl+Enter", "入力を保存")

    def add_bin_keys(
        self, to_bin: Callable[[Session, K], object], restore: Callable[[Session, K], object]
    ) -> None:
        """Add the keys that move whose card is shown to the bin and back; both can be undone."""
        keys, buttons = self._page.keys, self._card.buttons
        keys.add("ごみ箱へ移す", "Del", lambda: self.do("ごみ箱へ移動", to_bin), buttons.binButton)
        keys.add(
            "ごみ箱から戻す",
            "Ctrl+R",
            lambda: self.do("ごみ箱から復帰", restore),
            buttons.restoreButton,
        )

    def do(self, label: str, command: Callable[[Session, K], object]) -> None:
        """Run a command on the record whose card is shown; its name stands in the undo menu."""
        if self._card.key is not None:
            self._page.store.do(f"{label}（{self._card.name}）", command, self._card.key)

    # Going somewhere

    def open(self, key: int | str | None) -> None:
        """Show the record of a link."""
        if key is not None and self.may_leave():
            self._records.choose(int(key))

    def may_leave(self) -> bool:
        """Ask before typed text is dropped."""
        if self.editing and not self._form.may_leave():
            return False
        if not self._card.may_leave():
            return False
        if self.editing:
            self.show_card()
        return True

    @property
    def editing(self) -> bool:
        """Whether the form is shown."""
        return self._ui.sideStack.currentWidget() is self._form

    @Slot()
    def find(self) -> None:
        """Go to the search box."""
        self._ui.searchEdit.setFocus()
        self._ui.searchEdit.selectAll()

    # The card and the form

    @Slot(object)
    def _chosen(self, key: int | None) -> None:
        if key != self._records.view.current_key():
            return  # the page itself went back
        before = self._card.key
        if key is not None and before not in (None, key) and not self._card.may_leave():
            self._records.view.choose(before)
            return
        kept = self._form.dirty or (key is not None and self._form.key == key)
        if self._ui.sideStack.currentWidget() not in self._sides:
            return  # what the page shows there itself may hold what is being typed
        if not (self.editing and kept):
            self.show_card()

    @Slot()
    def show_card(self) -> None:
        """Show the card of the record the list stands on, if there is one."""
        key = self._records.view.current_key()
        shown = key is not None and self._card.show_record(cast("K", key))
        self._show(self._card if shown else self._nothing)

    def _show(self, side: QWidget) -> None:
        self._ui.sideStack.setCurrentWidget(side)
        self._card.allow(shown=side is self._card)

    @Slot()
    def add(self) -> None:
        """Begin a new record."""
        self.begin(self._form.start_new)

    def begin(self, start: Callable[[], object]) -> None:
        """Show the form with what ``start`` lets it begin with, where it may be left."""
        if not self.editing or self._form.may_leave():
            start()
            self._show_form()

    @Slot()
    def edit(self) -> None:
        """Change the record whose card is shown."""
        if self._card.key is not None and self._form.start_edit(self._card.key):
            self._show_form()

    def _show_form(self) -> None:
        self._show(self._form)
        self._form.form.focus_first()
        self._form.begin_in_view()

    @Slot(int)
    def _opened(self, _key: int) -> None:
        if self._card.buttons.editButton.isEnabled():
            self.edit()

    @Slot(int)
    def _saved(self, key: int) -> None:
        self._records.choose(key)
        self.show_card()
        self._records.view.setFocus()

    @Slot(int)
    def _show_other(self, key: int) -> None:
        if self._form.may_leave():
            self.show_card()
            self._records.choose(key)
