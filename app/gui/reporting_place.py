"""The place 報告と様式: making documents, and the forms they are made with."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, Qt, Slot

from app.gui.compiled.reporting.ui_reporting_place import Ui_ReportingPlace
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.page import Page
from app.gui.framework.parted_page import PartKeys
from app.gui.framework.search import Hit, Target
from app.gui.reporting.reporting_page import ReportingPage, find_documents

if TYPE_CHECKING:  # imported when it is first shown
    from app.gui.forms.forms_page import FormsPage

P = TypeVar("P", bound=Page)
TITLES = ("書類をつくる", "様式")
MAKING, FORMS = range(2)


def find_forms(store: ObservableStore, text: str, limit: int) -> list[Hit]:
    """Find the forms of documents; the part that shows them is imported when it is looked for."""
    from app.gui.forms.forms_page import find_forms as find  # noqa: PLC0415  not at start

    return find(store, text, limit)


class ReportingPlace(Page):
    """Passes links on: ``document`` to the first part, ``form`` to the second."""

    finders = (find_documents, find_forms)

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = Ui_ReportingPlace()
        self.ui.setupUi(self)
        self.ui.tabs.setDrawBase(False)
        self.ui.tabs.setExpanding(False)
        self.keys = PartKeys(self, lambda: self.part)
        self.making = self._add(ReportingPage)
        self._forms: FormsPage | None = None
        for title in TITLES:
            self.ui.tabs.addTab(title)
        self.keys.add("「書類をつくる」を開く", "Alt+1", self.show_making)
        self.keys.add("「様式」を開く", "Alt+2", self.show_forms)
        self.setFocusProxy(self.making)
        self.ui.tabs.currentChanged.connect(self._chosen)
        self.ui.tabs.tabBarClicked.connect(self._clicked, Qt.ConnectionType.QueuedConnection)

    def _add(self, kind: type[P]) -> P:
        made = kind(self.store, self.year, self.dialogs, self.jobs, self.clock, self)
        made.wanted.connect(self.wanted)
        made.said.connect(self.said)
        self.ui.tabStack.addWidget(made)
        return made

    @property
    def forms(self) -> FormsPage:
        """The part 様式, made when it is first shown."""
        if self._forms is None:
            from app.gui.forms.forms_page import FormsPage  # noqa: PLC0415  not at start

            self._forms = self._add(FormsPage)
        return self._forms

    @property
    def part(self) -> Page:
        """The part that is shown."""
        return self.forms if self.ui.tabs.currentIndex() == FORMS else self.making

    def open_target(self, target: Target) -> None:
        """Show the document or the form a link names."""
        self.ui.tabs.setCurrentIndex(FORMS if target.kind == "form" else MAKING)
        self.part.open_target(target)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DeferredDelete:
            self.making.release()
            if self._forms is not None:
                self._forms.release()
        return super().event(event)

    def may_leave(self) -> bool:
        return self.part.may_leave()

    @Slot()
    def show_making(self) -> None:
        """Show the documents."""
        self.ui.tabs.setCurrentIndex(MAKING)
        self.part.setFocus()

    @Slot()
    def show_forms(self) -> None:
        """Show the forms."""
        self.ui.tabs.setCurrentIndex(FORMS)
        self.part.setFocus()

    @Slot(int)
    def _chosen(self, number: int) -> None:
        shown = self.ui.tabStack.currentWidget()
        if isinstance(shown, Page) and shown is not self.part and not shown.may_leave():
            self.ui.tabs.blockSignals(True)  # noqa: FBT003  it never was left
            self.ui.tabs.setCurrentIndex(FORMS if number == MAKING else MAKING)
            self.ui.tabs.blockSignals(False)  # noqa: FBT003
            return
        self.setFocusProxy(self.part)
        self.ui.tabStack.setCurrentWidget(self.part)

    @Slot(int)
    def _clicked(self, number: int) -> None:
        """Let the keys of a part that was clicked work at once."""
        if number == self.ui.tabs.currentIndex():
            self.part.setFocus()
