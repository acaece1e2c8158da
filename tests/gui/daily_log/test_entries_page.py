"""Entries written with few keys, offered by the program, and led to from cards and Ctrl+K."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.contacts.custom import Subject
from app.daily_log import queries
from app.daily_log.log_entry import LogEntryDraft, LogEntryId, Means, With
from app.daily_log.queries import LogListing
from app.gui.contacts.card_panel import Owner
from app.gui.daily_log.entries_page import EntriesPage
from app.gui.daily_log.log_finder import find_entries
from app.gui.daily_log.log_panel import LogPanel
from app.gui.daily_log_place import DailyLogPlace
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.kernel.fiscal_year import FiscalYear
from app.timeline import commands as notes
from app.timeline.note import NoteDraft, NoteKind
from tests.gui.daily_log.conftest import TODAY, Known
from tests.gui.fake_dialogs import FakeDialogs
from tests.gui.typing_japanese import type_text

CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
MOST_KEYS = 14
"""An entry of under 30 seconds: two seconds a key leave the rest for the words."""


class Hands:
    """Presses keys where the cursor is, and counts them; words are not counted."""

    def __init__(self) -> None:
        self.pressed = 0

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        for key in keys:
            focus = QApplication.activePopupWidget() or QApplication.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, key, held)
            QApplication.processEvents()
            self.pressed += 1

    def write(self, text: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        type_text(focus, text)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def page(log_place: DailyLogPlace) -> EntriesPage:
    part = log_place.part
    assert isinstance(part, EntriesPage)
    return part


def newest(observed: ObservableStore) -> LogEntryDraft:
    keys = observed.ask(LogListing().keys)
    return observed.ask(queries.entry_card, LogEntryId(max(keys))).draft


def test_that_an_entry_takes_few_keys_beside_its_words(
    page: EntriesPage, observed: ObservableStore, known: Known, hands: Hands
) -> None:
    hands.press(Qt.Key.Key_N, held=CONTROL)
    hands.press(Qt.Key.Key_6)  # the duty; day and times are there already
    hands.press(Qt.Key.Key_E)  # the kind
    hands.press(Qt.Key.Key_3)  # by telephone
    hands.write("見本")
    hands.press(Qt.Key.Key_Down, Qt.Key.Key_Return)  # the place of an earlier entry
    hands.write("見本町")
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Return)  # nobody else
    hands.press(Qt.Key.Key_Return)  # as many as are named
    hands.write("除雪の相談")
    hands.press(Qt.Key.Key_Return)
    hands.write("担い手が足りない。")
    hands.press(Qt.Key.Key_Return, held=CONTROL)
    assert hands.pressed <= MOST_KEYS
    draft = newest(observed)
    assert (draft.on_day, draft.starts_at, draft.ends_at) == (TODAY, time(10, 15), time(11, 30))
    assert (draft.duty_id, draft.kind_id) == (known.duties[5].id, known.kinds[4])
    assert (draft.means, draft.place, draft.title) == (Means.CALL, "見本町会館", "除雪の相談")
    assert draft.contacts == (With(organisation_id=known.organisation),)
    assert draft.content == "担い手が足りない。"
    assert page.card.name == "除雪の相談"
    observed.plain.undo()
    assert len(observed.ask(LogListing().keys)) == len(known.entries)


def test_that_the_form_begins_where_its_day_and_its_first_field_are_seen(
    page: EntriesPage, hands: Hands
) -> None:
    hands.press(Qt.Key.Key_N, held=CONTROL)
    for field in (page.form.ui.dayEdit, page.form.ui.dutyChoice):
        assert field.visibleRegion().boundingRect().size() == field.size()


def test_that_what_is_missing_is_said_under_its_field_and_nothing_typed_is_lost(
    page: EntriesPage, hands: Hands
) -> None:
    hands.press(Qt.Key.Key_N, held=CONTROL)
    form = page.form
    form.ui.titleEdit.setFocus()
    hands.write("電話")
    hands.press(Qt.Key.Key_Return, held=CONTROL)
    said = [label.text() for label in form.findChildren(QLabel, "problem") if label.text()]
    assert said == ["業務区分を数字（1～8）で選んでください。"]
    assert form.ui.dutyChoice.hasFocus()
    assert form.ui.titleEdit.text() == "電話"


def test_that_several_contacts_stand_as_buttons_that_take_them_away(
    page: EntriesPage, known: Known, hands: Hands
) -> None:
    hands.press(Qt.Key.Key_N, held=CONTROL)
    chips = page.form.ui.contactsEdit
    chips.setFocus()
    hands.write("見本")
    QApplication.processEvents()
    QApplication.processEvents()
    choice = page.form.ui.dutyChoice
    row = choice.parentWidget()
    assert row.height() >= choice.heightForWidth(choice.width()), "the list pushes no duty out"
    chips.line.clear()
    hands.write("あおき")
    hands.press(Qt.Key.Key_Return)
    hands.write("新しい会")
    hands.press(Qt.Key.Key_Return)
    assert chips.value() == (With(person_id=known.person), "新しい会")
    hands.press(Qt.Key.Key_Backspace)
    assert chips.value() == (With(person_id=known.person),)


def test_that_the_same_is_written_again_for_now(
    page: EntriesPage, observed: ObservableStore, known: Known, hands: Hands
) -> None:
    page.entries.choose(known.entries[0])
    hands.press(Qt.Key.Key_L, held=CONTROL)
    QTest.mouseClick(page.form.ui.moreButton, Qt.MouseButton.LeftButton)
    assert page.form.ui.moreButton.hasFocus(), "the keys of the form work from its buttons too"
    hands.press(Qt.Key.Key_Return, held=CONTROL)
    draft = newest(observed)
    assert (draft.on_day, draft.title, draft.next_step) == (TODAY, "サロンの相談", "")
    assert len(draft.contacts) == 2


def test_that_a_step_that_was_taken_is_said_so(
    page: EntriesPage, observed: ObservableStore, known: Known, hands: Hands
) -> None:
    page.entries.choose(known.entries[0])
    hands.press(Qt.Key.Key_E, held=CONTROL)
    assert observed.ask(queries.entry_card, known.entries[0]).draft.next_done_on == TODAY
    assert not page.card.ui.doneButton.isEnabled()


def test_that_an_entry_of_another_year_says_so_and_shows_that_year(
    page: EntriesPage, known: Known, hands: Hands
) -> None:
    page.open_target(Target("log", "new", "2026-03-30"))
    assert page.form.ui.yearLabel.text().startswith("令和7年度の記録になります")
    hands.press(Qt.Key.Key_5)
    page.form.ui.titleEdit.setFocus()
    hands.write("年度末のまとめ")
    hands.press(Qt.Key.Key_Return, held=CONTROL)
    assert page.year.value == FiscalYear(2025)
    assert page.entries.model.rowCount() == 1
    assert page.card.name == "年度末のまとめ"


def test_that_entries_are_found_from_the_card_of_whom_they_were_with(
    observed: ObservableStore, known: Known, dialogs: FakeDialogs, qtbot: object
) -> None:
    panel = LogPanel(observed, dialogs, lambda: date(2026, 5, 20))
    panel.show_owner(Owner(Subject.PERSON, known.person))
    texts = [label.text() for label in panel.findChildren(QLabel)]
    assert len(texts) == 1
    assert f"log_entry:{known.entries[0]}" in texts[0]
    hits = find_entries(observed, "見本町会", 6)
    assert [hit.target.key for hit in hits] == [known.entries[0]]
    panel.deleteLater()


def test_that_what_is_known_is_taken_as_it_is_or_changed_first(
    page: EntriesPage, observed: ObservableStore, known: Known, hands: Hands
) -> None:
    for hour, text in ((9, "日程の相談"), (10, "会場の相談")):
        draft = NoteDraft(datetime(2026, 5, 19, hour), text, NoteKind.CALL, incoming=True)
        observed.do("メモ", notes.add_note, draft, person=known.person)
    assert len(page.offers.found) == 2
    assert page.offers.isVisible()
    hands.press(Qt.Key.Key_J, held=CONTROL)
    assert hands.pressed == 1
    assert newest(observed).contacts == (With(person_id=known.person),)
    assert len(page.offers.found) == 1
    hands.press(Qt.Key.Key_Delete, held=CONTROL)
    assert page.offers.isHidden(), "it is never offered again"
    observed.undo()
    hands.press(Qt.Key.Key_J, held=CONTROL | Qt.KeyboardModifier.ShiftModifier)
    page.form.ui.titleEdit.setText("会場を探す")
    hands.press(Qt.Key.Key_Return, held=CONTROL)
    assert newest(observed).title == "会場を探す"
    assert page.offers.isHidden()


def test_that_the_last_of_a_kind_fills_the_form_and_is_not_lost_unasked(
    page: EntriesPage, dialogs: FakeDialogs, hands: Hands
) -> None:
    form = page.form
    hands.press(Qt.Key.Key_N, held=CONTROL)
    hands.press(Qt.Key.Key_5)
    QTest.mouseClick(form.ui.likeButton, Qt.MouseButton.LeftButton)
    assert (form.ui.titleEdit.text(), form.ui.placeEdit.text()) == ("サロンの相談", "見本町会館")
    assert form.ui.startEdit.value() == time(10, 15)
    assert form.ui.titleEdit.hasFocus()
    dialogs.answers.append(False)
    hands.press(Qt.Key.Key_Escape)
    assert page.side.editing
    dialogs.answers.append(True)
    hands.press(Qt.Key.Key_Escape)
    assert not page.side.editing
