"""Councils and who sits on them: seats given, ended, renewed at once, and shown on cards."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.contacts import commands as contacts
from app.contacts.custom import Subject
from app.contacts.person import PersonDraft
from app.council import queries
from app.council.council import Office
from app.gui.contacts.card_panel import Owner
from app.gui.council.councils_page import CouncilsPage
from app.gui.council.meetings_page import MeetingsPage
from app.gui.council.seats_panel import SeatsPanel
from app.gui.council_place import CouncilPlace
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from tests.gui.council.conftest import TODAY, Known
from tests.gui.council.hands import CONTROL, ENTER, press, write
from tests.gui.fake_dialogs import FakeDialogs


@pytest.fixture
def page(shown: CouncilPlace, known: Known) -> CouncilsPage:
    shown.open_target(Target("council", "council", known.council))
    page = shown.part
    assert isinstance(page, CouncilsPage)
    return page


def test_that_a_seat_is_given_changed_and_ended(
    page: CouncilsPage, known: Known, observed: ObservableStore
) -> None:
    observed.do("人", contacts.add_people, [PersonDraft("江藤", "試", "えとう", "ためし")])
    press(Qt.Key.Key_G, held=CONTROL)
    write("えとう")
    press(ENTER)
    form = page.card.form
    form.officeCombo.setCurrentIndex(form.officeCombo.findData(Office.VICE_CHAIR))
    form.organisationEdit.setFocus()
    write("見本町会")
    press(ENTER)
    assert form.endEdit.value() == date(2027, 3, 31), "the term of the others"
    press(ENTER, held=CONTROL)
    seats = observed.ask(queries.members, known.council, TODAY)
    assert [row.name for row in seats][1] == "江藤　試", "after the chair"
    assert seats[1].seat == "見本町会"
    press(Qt.Key.Key_E, held=CONTROL)
    press(ENTER)
    write("転居")
    press(ENTER)
    (seat,) = observed.ask(queries.seats_of, seats[1].person_id)
    assert (seat.draft.ends_on, seat.draft.note) == (TODAY, "転居")
    press(Qt.Key.Key_G, held=CONTROL)
    write("あおき")
    press(ENTER)
    press(ENTER, held=CONTROL)
    shown = [label.text() for label in form.findChildren(QLabel) if label.isVisible()]
    assert any("すでに委員" in text for text in shown)
    press(Qt.Key.Key_Escape)
    assert page.ui.councilList.current_key() == known.council


def test_that_all_seats_go_on_in_one_step_and_back_in_one(
    page: CouncilsPage, known: Known, observed: ObservableStore
) -> None:
    press(Qt.Key.Key_J, held=CONTROL)
    press(ENTER, ENTER)
    after = observed.ask(queries.members, known.council, date(2027, 4, 1))
    assert [row.draft.ends_on for row in after] == [date(2029, 3, 31)] * 3
    assert page.card.model.rowCount() == 6
    observed.undo()
    assert page.card.model.rowCount() == 3


def test_that_the_councils_of_the_city_are_made_ready_once(
    page: CouncilsPage, observed: ObservableStore
) -> None:
    press(Qt.Key.Key_I, held=CONTROL)
    count = page.councils.model.rowCount()
    assert count > 1
    said: list[str] = []
    page.said.connect(said.append)
    press(Qt.Key.Key_I, held=CONTROL)
    assert page.councils.model.rowCount() == count
    assert said
    page.ui.searchEdit.setText("推進")
    assert page.councils.model.rowCount() == 1


def test_that_a_council_goes_to_the_bin_and_a_seat_written_by_mistake_goes(
    page: CouncilsPage, known: Known, observed: ObservableStore
) -> None:
    page.card.ui.memberList.setFocus()
    press(Qt.Key.Key_Delete)
    assert len(observed.ask(queries.members, known.council)) == 2
    page.councils.view.setFocus()
    press(Qt.Key.Key_Delete)
    assert page.ui.listStack.currentWidget() is not page.councils.view
    page.ui.binCheck.setChecked(True)
    page.councils.choose(known.council)
    press(Qt.Key.Key_R, held=CONTROL)
    page.ui.binCheck.setChecked(False)
    assert page.councils.model.rowCount() == 1


def test_that_a_council_is_changed_and_its_meeting_begun(
    page: CouncilsPage, shown: CouncilPlace, known: Known, observed: ObservableStore
) -> None:
    press(Qt.Key.Key_F2)
    ui = page.form.ui
    assert not ui.careCheck.isEnabled(), "only a second-layer council can be both"
    ui.purposeEdit.setFocus()
    write("地域の支え合いを話し合う")
    press(ENTER, held=CONTROL)
    card = observed.ask(queries.council_card, known.council, TODAY)
    assert card.draft.purpose == "地域の支え合いを話し合う"
    shown.wanted.connect(shown.open_target)
    press(Qt.Key.Key_M, held=CONTROL)
    part = shown.part
    assert isinstance(part, MeetingsPage)
    assert part.form.ui.councilCombo.currentData() == known.council


def test_that_a_card_of_a_person_names_their_seats(
    shown: CouncilPlace, observed: ObservableStore, dialogs: FakeDialogs, known: Known
) -> None:
    panel = SeatsPanel(observed, dialogs, lambda: TODAY, shown)
    panel.show_owner(Owner(Subject.PERSON, known.people[0], "青木　試"))
    (label,) = panel.findChildren(QLabel)
    assert "見本推進協議体" in label.text()
    assert "会長" in label.text()
    panel.show_owner(Owner(Subject.PERSON, 99))
    assert panel.isHidden()
