"""The place 報告と様式: reports in the making, what was handed in, letters, documents, forms.

A part is added with one line of ``PARTS``; its page is imported when it is first shown.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent

from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.parted_page import Part, PartedPage
from app.gui.framework.search import Hit
from app.gui.reporting.document_finder import find_documents
from app.gui.submissions.letter_finder import find_letters

if TYPE_CHECKING:  # imported when it is first shown
    from app.gui.forms.forms_page import FormsPage
    from app.gui.reporting.reporting_page import ReportingPage

_PAGES = "app.gui.submissions."


def find_forms(store: ObservableStore, text: str, limit: int) -> list[Hit]:
    """Find the forms of documents; the part that shows them is imported when it is looked for."""
    from app.gui.forms.forms_page import find_forms as find  # noqa: PLC0415  not at start

    return find(store, text, limit)


class ReportingPlace(PartedPage):
    """Passes links on: ``report_month``, ``report_year``, ``submission``, ``letter``, and more.

    ``document`` leads to 書類をつくる, ``form`` to 様式.
    """

    NAME = "reporting"
    TITLE = "報告と様式"
    PARTS = (
        Part(
            "month", "月次報告", "calendar", f"{_PAGES}month_page", "MonthPage", ("report_month",)
        ),
        Part("year", "年次報告", "reports", f"{_PAGES}year_page", "YearPage", ("report_year",)),
        Part(
            "submissions",
            "提出と訂正",
            "done",
            f"{_PAGES}submissions_page",
            "SubmissionsPage",
            ("submission",),
        ),
        Part("letters", "収発簿", "mail", f"{_PAGES}letters_page", "LettersPage", ("letter",)),
        Part(
            "documents",
            "書類をつくる",
            "document",
            "app.gui.reporting.reporting_page",
            "ReportingPage",
            ("document",),
        ),
        Part("forms", "様式", "table", "app.gui.forms.forms_page", "FormsPage", ("form",)),
    )
    finders = (find_documents, find_forms, find_letters)

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)
        add, show = self.keys.add, self.show_part
        add("「月次報告」を開く", "Alt+1", partial(show, "month"))
        add("「年次報告」を開く", "Alt+2", partial(show, "year"))
        add("「提出と訂正」を開く", "Alt+3", partial(show, "submissions"))
        add("「収発簿」を開く", "Alt+4", partial(show, "letters"))
        add("「書類をつくる」を開く", "Alt+5", partial(show, "documents"))
        add("「様式」を開く", "Alt+6", partial(show, "forms"))
        add("次の部分（月次・年次…）を開く", "Ctrl+PgDown", self.next_part)
        add("前の部分（月次・年次…）を開く", "Ctrl+PgUp", self.previous_part)

    @property
    def making(self) -> ReportingPage:
        """The part 書類をつくる."""
        return cast("ReportingPage", self.part_named("documents"))

    @property
    def forms(self) -> FormsPage:
        """The part 様式."""
        return cast("FormsPage", self.part_named("forms"))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DeferredDelete:
            for name in {"documents", "forms"} & set(self._made):
                cast("ReportingPage | FormsPage", self._made[name]).release()
        return super().event(event)
