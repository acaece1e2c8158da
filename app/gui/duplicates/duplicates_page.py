"""The part 同じ人かも: pairs at the left, the two records of one pair at the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QListWidgetItem

from app.contacts.custom import Subject
from app.duplicates.reason import Pair
from app.gui.compiled.duplicates.ui_duplicates_page import Ui_DuplicatesPage
from app.gui.duplicates.merge_view import MergeView
from app.gui.duplicates.merged_panel import LINKS
from app.gui.duplicates.pair_search import Found, find_pairs, merge_rows
from app.gui.duplicates.pair_view import PairView
from app.gui.framework import icons, view
from app.gui.framework.jobs import Job
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.widgets.empty_state import EmptyState

PAIRS, MERGES = range(2)
_SUBJECTS = (Subject.PERSON, Subject.ORGANISATION)
_TABLES = frozenset({"person", "organisation", "not_same", "merge"})
_VALUE = Qt.ItemDataRole.UserRole
_SIDES = (420, 680)


class DuplicatesPage(Page):
    """Looks for pairs on another thread, when the page is first seen and when asked to.

    Links: ``merge`` and ``organisation-merge`` with the key of a merge.
    """

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = Ui_DuplicatesPage()
        self.ui.setupUi(self)
        self.pair = PairView(self.store)
        self.merge = MergeView(self.store)
        self._nothing = EmptyState(
            "組を選んでください",
            "同じ人・同じ団体が2件登録されていると思われる組が左に並びます。"
            "選ぶと、ここで2件を見くらべ、1件にまとめられます。まとめたあとでも、"
            "いつでも元の2件に分けられます。",
        )
        for side in (self._nothing, self.pair, self.merge):
            self.ui.sideStack.addWidget(side)
        self.ui.splitter.setSizes(_SIDES)
        self.setFocusProxy(self.ui.pairList)
        self._stale = True
        self._add_keys()
        self._connect()
        self._draw()

    def _add_keys(self) -> None:
        ui, keys = self.ui, self.keys
        keys.add("同じと思われる組をさがし直す", "F5", self.search, ui.searchButton)
        keys.add("残す方を入れ替える", "Ctrl+T", self.pair.swap, self.pair.ui.swapButton)
        keys.tell("Enter", "組の一覧では項目の表へ移る。項目の表では、この内容で統合する")
        keys.tell("← →", "項目の表で、どちらの内容にするかを決める")
        keys.tell("F2", "項目の表で、内容を手で直す")
        keys.tell("N", "別人です（もう候補に出さない）")

    def _connect(self) -> None:
        ui = self.ui
        ui.subjectCombo.currentIndexChanged.connect(self._reload)
        ui.viewCombo.currentIndexChanged.connect(self._reload)
        ui.pairList.currentItemChanged.connect(self._chosen)
        ui.pairList.itemActivated.connect(self._activated)
        self.pair.settled.connect(self._settled)
        self.store.changed.connect(self._changed)
        view.current().changed.connect(self._draw)

    @Slot()
    def _draw(self) -> None:
        self.ui.searchButton.setIcon(icons.icon("refresh"))
        self.merge.ui.splitButton.setIcon(icons.icon("undo"))

    @property
    def subject(self) -> Subject:
        """Whether pairs of people or of organisations are shown."""
        return _SUBJECTS[self.ui.subjectCombo.currentIndex()]

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._stale:
            self._reload()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        shown = self.ui.sideStack.currentWidget()
        if event.key() == Qt.Key.Key_N and not event.modifiers() and shown is self.pair:
            self.pair.say_other()
        else:
            super().keyPressEvent(event)

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if not tables & _TABLES:
            return
        if self.isVisible():
            self._reload()
        else:
            self._stale = True

    @Slot()
    def _reload(self) -> None:
        self._stale = False
        if self.ui.viewCombo.currentIndex() == MERGES:
            self._show_merges()
        else:
            self.search()

    # Pairs

    @Slot()
    def search(self) -> None:
        """Look for pairs; the window stays free meanwhile."""
        self.ui.viewCombo.setCurrentIndex(PAIRS)
        job = Job(
            partial(find_pairs, self.store.plain, self.subject), title="同じ人をさがしています"
        )
        job.succeeded.connect(self._found)
        self.jobs.start(job)

    @Slot(object)
    def _found(self, found: Found) -> None:
        if found.subject is not self.subject or self.ui.viewCombo.currentIndex() != PAIRS:
            return
        ui = self.ui
        row = ui.pairList.currentRow()
        ui.pairList.clear()
        for pair, text in found.lines:
            item = QListWidgetItem(text)
            item.setData(_VALUE, pair)
            item.setToolTip("\n".join(map(str, pair.reasons)))
            ui.pairList.addItem(item)
        self._count(found.proposed)
        ui.pairList.setCurrentRow(min(max(row, 0), ui.pairList.count() - 1))

    def _count(self, proposed: int) -> None:
        total = self.ui.pairList.count()
        if not total:
            self.ui.countLabel.setText("同じと思われる組はありません。")
            self.ui.sideStack.setCurrentWidget(self._nothing)
        else:
            rest = f"、念のため見る組 {total - proposed}組" if total > proposed else ""
            self.ui.countLabel.setText(f"同じと思われる組 {proposed}組{rest}")

    @Slot()
    def _settled(self) -> None:
        """Take the pair out of the list at once; what else it settled shows when it is searched."""
        self.ui.pairList.takeItem(self.ui.pairList.currentRow())
        # Not to the next pair's table: a second Enter would merge that unread.
        self.ui.pairList.setFocus()

    # Merges

    def _show_merges(self) -> None:
        ui = self.ui
        ui.pairList.clear()
        rows = merge_rows(self.store, self.subject)
        for row, text in rows:
            item = QListWidgetItem(text)
            item.setData(_VALUE, row)
            ui.pairList.addItem(item)
        ui.countLabel.setText(f"統合 {len(rows)}件" if rows else "統合した記録はまだありません。")
        ui.sideStack.setCurrentWidget(self._nothing)
        ui.pairList.setCurrentRow(0)

    def open_target(self, target: Target) -> None:
        """Show a merge (``merge``, ``organisation-merge``), to be looked at or taken back."""
        ui = self.ui
        if target.kind not in LINKS or target.key is None:
            return
        ui.viewCombo.setCurrentIndex(MERGES)
        ui.subjectCombo.setCurrentIndex(_SUBJECTS.index(LINKS[target.kind]))
        self._reload()
        for number in range(ui.pairList.count()):
            if ui.pairList.item(number).data(_VALUE).id == int(target.key):
                ui.pairList.setCurrentRow(number)

    # What is chosen

    @Slot(QListWidgetItem)
    def _chosen(self, item: QListWidgetItem | None) -> None:
        value = None if item is None else item.data(_VALUE)
        if value is None:
            self.ui.sideStack.setCurrentWidget(self._nothing)
        elif isinstance(value, Pair):
            there = self.pair.show_pair(self.subject, value.a, value.b)
            self.ui.sideStack.setCurrentWidget(self.pair if there else self._nothing)
        else:
            self.merge.show_merge(value)
            self.ui.sideStack.setCurrentWidget(self.merge)

    @Slot(QListWidgetItem)
    def _activated(self, _item: QListWidgetItem) -> None:
        side = self.ui.sideStack.currentWidget()
        if side is self.pair:
            self.pair.begin()
        elif side is not None:
            side.setFocus()
