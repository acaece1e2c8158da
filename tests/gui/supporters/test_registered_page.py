"""The list of supporters, the card with its panels, and the form."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from app.contacts.person import ConsentItem
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.supporters.places_panel import PlacesPanel
from app.gui.supporters.record_panels import CentrePanel, InsurancePanel, QualificationPanel
from app.gui.supporters.registered_page import RegisteredPage
from app.gui.supporters.skill_panel import SkillPanel
from app.gui.supporters.standing_panels import (
    ConfirmationPanel,
    LevelPanel,
    StateEntry,
    StatePanel,
)
from app.gui.supporters.supporter_finder import find_supporters
from app.gui.supporters.supporter_panel import SupporterPanel
from app.gui.supporters.supporters_place import SupportersPlace
from app.supporters.availability import DayPart, parts_of
from app.supporters.lacking import Lack
from app.supporters.supporter import (
    EndReason,
    Skill,
    SupporterDraft,
    SupporterId,
    SupporterState,
    Transport,
)
from tests.gui.typing_japanese import type_text
from tests.supporters.desk import SupporterDesk

CONTROL = Qt.KeyboardModifier.ControlModifier


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


def type_here(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    type_text(focus, text)


def names(page: RegisteredPage) -> list[str]:
    model = page.supporters.model
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def panel(page: RegisteredPage, kind: type[SupporterPanel]) -> SupporterPanel:
    return next(one for one in page.card.panels if isinstance(one, kind))


def button(of: SupporterPanel, text: str) -> QPushButton:
    return next(one for one in of.findChildren(QPushButton) if one.text() == text)


@pytest.fixture
def aoki(page: RegisteredPage, supporters: list[SupporterId]) -> SupporterId:
    page.open_target(Target("supporters", "supporter", supporters[0]))
    assert page.card.key == supporters[0]
    return supporters[0]


def test_that_what_is_typed_and_chosen_narrows_the_list(
    page: RegisteredPage, shown: SupportersPlace, observed: ObservableStore
) -> None:
    assert names(page) == ["石川　修", "青木　花子"]
    type_text(page.ui.searchEdit, "R8")
    assert names(page) == ["青木　花子"]
    page.supporters.clear()
    shown.open_target(Target("supporters", "lacking", Lack.VALIDITY.value))
    assert names(page) == ["石川　修"]
    shown.open_target(Target("supporters", "lacking", "unknown"))
    assert names(page) == ["石川　修"]
    page.ui.searchEdit.setText("だれもいない")
    assert page.ui.listStack.currentWidget() is not page.ui.supporterList
    page.supporters.clear()
    assert [hit.title for hit in find_supporters(observed, "青木", 5)] == ["青木　花子"]


def test_that_the_card_warns_and_the_list_says_the_state(
    page: RegisteredPage, aoki: SupporterId, desk: SupporterDesk
) -> None:
    assert page.card.ui.nameLabel.text() == "青木　花子"
    assert "面談の記録がありません" in page.card.ui.warningLabel.plain()
    said: list[object] = []
    page.card.wanted.connect(said.append)
    click(page.card.ui.personButton)
    assert said == [Target("contacts", "person", desk.card(aoki).person.id)]


def test_that_a_state_asks_for_day_and_reason_in_the_panel(
    page: RegisteredPage, aoki: SupporterId, desk: SupporterDesk
) -> None:
    states = panel(page, StatePanel)
    assert isinstance(states, StatePanel)
    offered = [one for one in states.steps if not states.steps[one].isHidden()]
    assert offered == [
        SupporterState.PAUSED, SupporterState.CANCELLED, SupporterState.EXPIRED
    ]  # fmt: skip
    states.steps[SupporterState.PAUSED].click()
    assert states.form is not None
    press(Qt.Key.Key_Return)
    states.reason.setCurrentIndex(states.reason.findData(EndReason.HEALTH))
    press(Qt.Key.Key_Return)
    type_here("春まで")
    press(Qt.Key.Key_Return)
    assert states.form.isHidden()
    newest = desk.card(aoki).states[-1]
    assert (newest.state, newest.reason, newest.note) == (
        SupporterState.PAUSED, EndReason.HEALTH, "春まで"
    )  # fmt: skip
    assert not states.steps[SupporterState.REGISTERED].isHidden()
    states.steps[SupporterState.REGISTERED].click()
    states.form.form.show_draft(StateEntry(date(1990, 1, 1)))
    press(Qt.Key.Key_Return, CONTROL)
    assert not states.form.isHidden()
    press(Qt.Key.Key_Escape)
    assert states.form.isHidden()
    button(states, "消す").click()
    assert desk.card(aoki).state is SupporterState.REGISTERED


def test_that_a_level_keeps_who_decided_and_why(
    page: RegisteredPage, aoki: SupporterId, desk: SupporterDesk
) -> None:
    levels = panel(page, LevelPanel)
    levels.begin()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    type_here("見本　一郎")
    press(Qt.Key.Key_Return)
    type_here("面談で")
    press(Qt.Key.Key_Return)
    (row,) = desk.card(aoki).levels
    assert (row.level, row.decided_by, row.reason) == ("体験・見学から", "見本　一郎", "面談で")
    levels.begin()
    assert isinstance(levels, LevelPanel)
    assert levels.level.currentText() == "単発の手伝い"
    press(Qt.Key.Key_Escape)
    button(levels, "消す").click()
    assert desk.card(aoki).levels == ()


def test_that_skills_are_marked_in_the_grid_and_kept_in_one_step(
    page: RegisteredPage, aoki: SupporterId, desk: SupporterDesk, observed: ObservableStore
) -> None:
    skills = panel(page, SkillPanel)
    assert isinstance(skills, SkillPanel)
    skills.begin()
    assert QApplication.focusWidget() is skills.grid
    for key in (
        Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space,
        Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Return,
    ):  # fmt: skip
        press(key)
    known = {one.name: (one.skill, one.wished) for one in desk.card(aoki).skills}
    assert known == {"見守り": (Skill.GOOD, False), "買い物": (Skill.CAN, True)}
    observed.undo()
    assert desk.card(aoki).skills == ()


def test_that_insurance_qualifications_and_confirmations_are_written_on_the_card(
    page: RegisteredPage, aoki: SupporterId, desk: SupporterDesk
) -> None:
    insurance = panel(page, InsurancePanel)
    button(insurance, "保険の加入を記録…").click()
    press(Qt.Key.Key_Return, CONTROL)
    (cover,) = desk.card(aoki).insurances
    assert (cover.covers_from, cover.covers_until) == (date(2026, 8, 2), date(2027, 3, 31))
    button(insurance, "保険の加入を記録…").click()
    press(Qt.Key.Key_Return, CONTROL)
    assert insurance.form is not None
    assert "すでに加入しています" in insurance.form.problem.text()
    press(Qt.Key.Key_Escape)
    qualification = panel(page, QualificationPanel)
    button(qualification, "資格を追加…").click()
    press(Qt.Key.Key_Return, CONTROL)
    assert desk.card(aoki).qualifications == ()
    type_here("運転免許")
    press(Qt.Key.Key_Return, CONTROL)
    assert [one.draft.name for one in desk.card(aoki).qualifications] == ["運転免許"]
    confirmation = panel(page, ConfirmationPanel)
    confirmation.begin()
    day = QApplication.focusWidget()
    assert isinstance(day, QLineEdit)
    day.clear()
    press(Qt.Key.Key_Return, CONTROL)
    assert desk.card(aoki).confirmations == ()
    type_text(day, "r8.7.30")
    press(Qt.Key.Key_Return, CONTROL)
    assert [one.confirmed_on for one in desk.card(aoki).confirmations] == [date(2026, 7, 30)]


def test_that_the_centre_is_told_only_with_consent(
    page: RegisteredPage, aoki: SupporterId, desk: SupporterDesk
) -> None:
    centre = panel(page, CentrePanel)
    for consented in (False, True):
        if consented:
            desk.consent(desk.card(aoki).person.id, ConsentItem.TO_VOLUNTEER_CENTRE)
        centre.begin()
        press(Qt.Key.Key_Return)
        type_here("r8.7.1")
        press(Qt.Key.Key_Return, CONTROL)
        assert (desk.card(aoki).centre.requested_on is not None) is consented
        press(Qt.Key.Key_Escape)
    assert panel(page, PlacesPanel).lines.isVisible()


def test_that_the_form_changes_days_districts_and_transport(
    page: RegisteredPage, aoki: SupporterId, desk: SupporterDesk
) -> None:
    page.ui.supporterList.setFocus()
    press(Qt.Key.Key_F2)
    form = page.form.ui
    assert QApplication.focusWidget() is form.numberEdit
    form.weekGrid.setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is form.monthGrid
    type_text(form.districtsEdit.line, "2")
    type_text(form.transportEdit.line, "1 3")
    form.timesBox.setValue(4)
    form.noteEdit.setFocus()
    press(Qt.Key.Key_Return, CONTROL)
    card = desk.card(aoki)
    assert parts_of(card.draft.week) == ((0, DayPart.MORNING),)
    assert card.draft.transport == (Transport.WALK, Transport.CAR)
    assert card.draft.times_a_month == 4
    assert len(card.districts) == 1
    assert page.card.isVisible()
    assert not page.card.ui.weekGrid.isHidden()


def test_that_somebody_of_the_contacts_is_registered_without_typing_them_again(
    page: RegisteredPage, shown: SupportersPlace, desk: SupporterDesk
) -> None:
    person = desk.person("上田", "進")
    page.setFocus()
    press(Qt.Key.Key_N, CONTROL)
    assert QApplication.focusWidget() is page.form.ui.whoEdit.line
    press(Qt.Key.Key_Return, CONTROL)
    assert page.side.editing
    shown.open_target(Target("supporters", "register", person))
    assert page.form.ui.whoEdit.value() == person
    press(Qt.Key.Key_Return, CONTROL)
    assert page.card.ui.nameLabel.text() == "上田　進"
    assert desk.rows(text="上田")[0].number == "R8-002"


def test_that_many_are_confirmed_and_insured_at_once(
    page: RegisteredPage, desk: SupporterDesk, supporters: list[SupporterId]
) -> None:
    page.ui.supporterList.setFocus()
    page.ui.supporterList.selectAll()
    press(Qt.Key.Key_J, CONTROL)
    press(Qt.Key.Key_Return, CONTROL)
    assert [len(desk.card(one).confirmations) for one in supporters] == [1, 1]
    page.ui.supporterList.selectAll()
    press(Qt.Key.Key_I, CONTROL)
    press(Qt.Key.Key_Return, CONTROL)
    assert [len(desk.card(one).insurances) for one in supporters] == [1, 1]
    page.ui.supporterList.clearSelection()
    said: list[str] = []
    page.said.connect(said.append)
    page.many.begin_confirming()
    assert said
    assert page.many.confirming.isHidden()
    picked = page._people()
    assert set(picked.listed) == {desk.card(one).person.id for one in supporters}


def test_that_a_registration_goes_to_the_bin_and_back(
    page: RegisteredPage, aoki: SupporterId, desk: SupporterDesk
) -> None:
    page.ui.supporterList.setFocus()
    press(Qt.Key.Key_Delete)
    assert names(page) == ["石川　修"]
    page.ui.binCheck.setChecked(True)
    page.supporters.choose(aoki)
    assert not panel(page, StatePanel).isEnabled()
    page.card.ui.restoreButton.click()
    page.ui.binCheck.setChecked(False)
    assert desk.card(aoki).draft == SupporterDraft(
        number="R8-001", registered_on=date(2026, 6, 1), valid_until=date(2030, 3, 31)
    )
