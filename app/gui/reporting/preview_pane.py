"""The right half of 報告と様式: the document itself, or a sentence where there is none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.gui.framework.dialogs import Dialogs
from app.gui.widgets.empty_state import EmptyState
from app.gui.widgets.pdf_preview import PdfPreview


class PreviewPane:
    """Shows one thing at a time and lets go of what it showed before."""

    def __init__(
        self,
        stack: QStackedWidget,
        dialogs: Dialogs,
        before: Callable[[], bool],
        left: Callable[[str], None],
    ) -> None:
        self._stack = stack
        self._dialogs = dialogs
        self._before = before
        self._left = left

    def show(self, pdf: bytes, title: str) -> None:
        """Show a document."""
        preview = PdfPreview(pdf, title, self._dialogs, before=self._before)
        preview.close_button.hide()
        preview.saved.connect(self._saved)
        preview.printed.connect(self._printed)
        self._put(preview)

    def show_only(self, pdf: bytes, title: str) -> None:
        """Show something that is to be looked at, neither printed nor saved."""
        preview = PdfPreview(pdf, title, self._dialogs)
        for button in (preview.close_button, preview.save, preview.print):
            button.hide()
            button.setEnabled(False)
        self._put(preview)

    def say(self, title: str, text: str) -> None:
        """Say why there is no document to see."""
        self._put(EmptyState(title, text))

    def _saved(self) -> None:
        self._left("pdf")

    def _printed(self) -> None:
        self._left("print")

    def clear(self) -> None:
        """Let go of what is shown."""
        while (old := self._stack.currentWidget()) is not None:
            self._stack.removeWidget(old)
            if isinstance(old, PdfPreview):
                old.release()
            old.deleteLater()

    def _put(self, widget: QWidget) -> None:
        self.clear()
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
