"""Saying who: somebody already in 連絡先, found by typing, or somebody new by name and kana."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.contacts import queries
from app.contacts.card import SearchHit
from app.contacts.person import PersonDraft
from app.gui.compiled.training.ui_who_form import Ui_WhoForm
from app.gui.framework.edit_form import EditForm
from app.gui.framework.page import Page
from app.gui.widgets.name_edit import ReadingLink
from app.gui.widgets.person_picker import SHOWN, Choice
from app.kernel.wareki import format_day


class WhoForm(QWidget):
    """A field to find people in, and fields for somebody new.

    ``picked(key)`` says that somebody known was chosen, ``submitted`` that a new person was
    typed in, ``cancelled`` that it is given up.
    """

    picked = Signal(int)
    submitted = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: Page | None = None
        self.ui = Ui_WhoForm()
        self.ui.setupUi(self)
        ui = self.ui
        self.form = EditForm(self)
        self._links = (
            ReadingLink([ui.familyEdit], ui.familyKanaEdit, ui.familyMark),
            ReadingLink([ui.givenEdit], ui.givenKanaEdit, ui.givenMark),
        )
        for name, editor in (
            ("family_name", ui.familyEdit),
            ("given_name", ui.givenEdit),
            ("family_kana", ui.familyKanaEdit),
            ("given_kana", ui.givenKanaEdit),
            ("phone", ui.phoneEdit),
        ):
            self.form.bind(name, editor)
        ui.same.title.setText("同じ方かもしれません。押すと、登録済みのその方にします。")
        ui.picker.picked.connect(self.picked)
        ui.same.wanted.connect(self.picked)
        self.form.submitted.connect(self.submitted)
        self.form.cancelled.connect(self.cancelled)
        self.form.edited.connect(self._look_for_same)
        self.setFocusProxy(ui.picker)

    def prepare(self, page: Page) -> None:
        """Say where people are looked for."""
        self._page = page
        self.ui.picker.prepare(self._find)

    def start(self) -> None:
        """Begin anew, empty."""
        self.ui.picker.line.clear()
        self.form.show_draft(PersonDraft())
        for link in self._links:
            link.loaded(guessed=False)
        self.ui.same.offer(())
        self.ui.picker.setFocus()

    def read(self) -> PersonDraft | None:
        """Return the new person as typed, or nothing where a field is not understood."""
        draft = self.form.read()
        if not isinstance(draft, PersonDraft):
            return None
        if not draft.name:
            self.form.mark({"family_name": "氏名を入力してください。"})
            return None
        return draft

    def mark(self, problems: Mapping[str, str]) -> None:
        """Show what is wrong under the fields."""
        self.form.mark(problems)

    def _find(self, text: str) -> list[Choice]:
        if self._page is None:
            return []
        _total, hits = self._page.store.ask(queries.search_people, text, SHOWN)
        return [Choice(hit.id, hit.name, _detail(hit)) for hit in hits]

    @Slot()
    def _look_for_same(self) -> None:
        if self._page is None:
            return
        ui = self.ui
        draft = PersonDraft(
            family_name=ui.familyEdit.text().strip(),
            given_name=ui.givenEdit.text().strip(),
            family_kana=ui.familyKanaEdit.text().strip(),
            given_kana=ui.givenKanaEdit.text().strip(),
        )
        known = bool(draft.given_name and draft.family_name)
        same = self._page.store.ask(queries.possible_same, draft, self._page.today) if known else ()
        ui.same.offer(same)


def _detail(hit: SearchHit) -> str:
    born = "" if hit.birth_date is None else f"{format_day(hit.birth_date, 'R8.4.1')}生"
    return "　".join(part for part in (hit.kana, born, hit.address) if part)
