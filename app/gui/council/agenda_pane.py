"""The agenda of a meeting: its items in their order, what each is about and what was said."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Slot
from PySide6.QtWidgets import QApplication, QListWidgetItem, QWidget

from app.council import commands
from app.council.meeting import AgendaItemDraft
from app.council.queries import MeetingCard
from app.gui.compiled.council.ui_agenda_pane import Ui_AgendaPane
from app.gui.council.agenda_offers import offers, take_up
from app.gui.council.issue_choices import prepare_issue
from app.gui.council.room import fit_rows
from app.gui.framework import theme
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.edit_form import EditForm
from app.gui.framework.observable_store import ObservableStore
from app.gui.widgets.empty_state import EmptyState
from app.kernel.errors import Refusal

_NEW = AgendaItemDraft("")
_SHOWN = 20
_MOST = 6
"""How many items are seen at once before their list scrolls."""


class AgendaPane(QWidget):
    """An item is saved when its fields are left; each change is one step of undo."""

    def __init__(
        self, store: ObservableStore, dialogs: Dialogs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store, self._dialogs = store, dialogs
        self._card: MeetingCard | None = None
        self._items: list[AgendaItemDraft] = []
        self._row = -1
        self._writing = False
        self.ui = ui = Ui_AgendaPane()
        ui.setupUi(self)
        self._empty = EmptyState(
            "まだ議題がありません",
            "「議題を追加」で書くか、「宿題・課題から入れる」で、前の会議の宿題と地域課題から選びます。",
            "議題を追加",
        )
        ui.stack.addWidget(self._empty)
        prepare_issue(ui.issueEdit, store)
        self._bind()
        self._connect()
        self.setFocusProxy(ui.agendaList)

    def _bind(self) -> None:
        ui = self.ui
        self.form = EditForm(ui.itemSide)
        fields: Sequence[tuple[str, QWidget]] = (
            ("title", ui.titleEdit),
            ("issue_id", ui.issueEdit),
            ("opinions", ui.opinionsEdit),
        )
        for name, editor in fields:
            self.form.bind(name, editor)
            (editor.focusProxy() or editor).installEventFilter(self)

    def _connect(self) -> None:
        ui = self.ui
        self.form.submitted.connect(self._finish)
        self.form.cancelled.connect(self._give_up)
        self._empty.wanted.connect(self.add)
        ui.agendaList.currentRowChanged.connect(self._go)
        ui.proposeButton.clicked.connect(self.propose)
        ui.addButton.clicked.connect(self.add)
        ui.removeButton.clicked.connect(self.remove)
        ui.upButton.clicked.connect(self.move_up)
        ui.downButton.clicked.connect(self.move_down)

    # Showing

    def show_card(self, card: MeetingCard) -> None:
        """Show the agenda of a meeting; an item that is being typed stays."""
        anew = self._card is None or self._card.id != card.id
        self._card = card
        final = card.draft.minutes_confirmed_on is not None
        self.ui.opinionsEdit.setReadOnly(final)
        if anew or self._writing or not self.form.dirty:
            self._items = list(card.agenda)
            self._list(0 if anew else max(self._row, 0))

    def _list(self, row: int) -> None:
        names = self.ui.agendaList
        names.blockSignals(True)  # noqa: FBT003  the item is shown below, once
        names.clear()
        for number, item in enumerate(self._items, start=1):
            line = QListWidgetItem(f"{number}　{item.title}", names)
            line.setSizeHint(QSize(0, theme.row_height()))
        fit_rows(names, len(self._items), _MOST)
        names.setCurrentRow(min(row, len(self._items) - 1))
        names.blockSignals(False)  # noqa: FBT003
        self.ui.stack.setCurrentIndex(0 if self._items else 1)
        for button in (self.ui.upButton, self.ui.downButton, self.ui.removeButton):
            button.setEnabled(bool(self._items))
        self._show_item(names.currentRow())

    def _show_item(self, row: int) -> None:
        self._row = row
        self.form.show_draft(self._items[row] if 0 <= row < len(self._items) else _NEW)

    @Slot(int)
    def _go(self, row: int) -> None:
        """Show another item, unless the one that is being typed cannot be saved."""
        if self.save():
            self._show_item(row)
        else:
            self.ui.agendaList.setCurrentRow(self._row)

    # One item

    @Slot()
    def add(self) -> None:
        """Begin another item, at the end."""
        if self._card is not None and self.save():
            self._items.append(_NEW)
            self._list(len(self._items) - 1)
            self.ui.titleEdit.setFocus()

    @Slot()
    def save(self) -> bool:
        """Save what is being typed; return whether nothing is left to be saved."""
        if not self.form.dirty or not 0 <= self._row < len(self._items):
            return True
        item = self.form.read()
        if item is None:
            return False
        items = [*self._items]
        items[self._row] = item
        return self._keep(items, f"議題「{item.title[:_SHOWN]}」")

    @Slot()
    def _finish(self) -> None:
        if self.save():
            self.ui.agendaList.setFocus()

    @Slot()
    def _give_up(self) -> None:
        """Take back what is being typed; an item that was only begun goes."""
        self._show_item(self._row)
        self._drop_blank()
        self.ui.agendaList.setFocus()

    def _drop_blank(self) -> None:
        """Let go of an item that was begun and never written."""
        if self._items and self._items[-1] == _NEW and not self.form.dirty:
            self._items.pop()
            self._list(len(self._items) - 1)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._left)
        return False

    @Slot()
    def _left(self) -> None:
        """Save an item once the cursor is in none of its fields."""
        focus = QApplication.focusWidget()
        inside = focus is not None and self.ui.itemSide.isAncestorOf(focus)
        if not inside and self.save():
            self._drop_blank()

    # The whole agenda

    @Slot()
    def propose(self) -> None:
        """Offer what is open: homework of earlier meetings, issues of the district."""
        if self._card is None or not self.save():
            return
        found = self._store.ask(offers, self._card)
        if not found:
            self._dialogs.tell(
                "議題にできる、済んでいない宿題や、終わっていない地域課題はありません。"
            )
            return
        chosen = self._dialogs.choose_several(
            "議題に入れる", "議題に入れるものを選んでください。", [one.text for one in found]
        )
        if chosen:
            items = [found[number] for number in chosen]
            label = f"議題に{len(items)}件を入れる（{self._card.row.title}）"
            self._store.do(label, take_up, self._card.id, items)
            self.ui.agendaList.setFocus()

    @Slot()
    def remove(self) -> None:
        """Take the current item off the agenda."""
        if 0 <= self._row < len(self._items) and self.save():
            title = self._items[self._row].title
            left = [one for number, one in enumerate(self._items) if number != self._row]
            self._keep(left, f"議題「{title[:_SHOWN]}」を外す")

    @Slot()
    def move_up(self) -> None:
        """Let the current item come earlier."""
        self._move(-1)

    @Slot()
    def move_down(self) -> None:
        """Let the current item come later."""
        self._move(1)

    def _move(self, step: int) -> None:
        here, there = self._row, self._row + step
        if not self.save() or not (0 <= here < len(self._items) and 0 <= there < len(self._items)):
            return
        items = [*self._items]
        items[here], items[there] = items[there], items[here]
        self._row = there
        self._keep(items, "議題の順番")

    def _keep(self, items: Sequence[AgendaItemDraft], what: str) -> bool:
        """Store the agenda as it is to be, but for an item that was only begun."""
        card = self._card
        if card is None:
            return True
        stored = [item for item in items if item != _NEW]
        self._writing = True
        try:
            done = self._store.do(
                f"{what}（{card.row.title}）",
                commands.set_agenda,
                card.id,
                stored,
                on_refusal=self._refused,
            )
        finally:
            self._writing = False
        return done is not None

    def _refused(self, refusal: Refusal) -> None:
        if left := self.form.mark_refusal(refusal):
            self._store.refused.emit(left)
