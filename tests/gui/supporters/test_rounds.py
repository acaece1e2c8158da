"""登録する, 保険, 更新と確認: many ticked, one step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.contacts.custom import Subject
from app.contacts.person import PersonId
from app.gui.contacts.card_panel import Owner
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.supporters.insurance_page import InsurancePage
from app.gui.supporters.person_panel import SupporterOfPersonPanel
from app.gui.supporters.register_page import RegisterPage
from app.gui.supporters.renewal_page import RenewalPage
from app.gui.supporters.supporters_place import SupportersPlace
from app.kernel.fiscal_year import FiscalYear
from app.supporters import commands, queries
from app.supporters.supporter import QualificationDraft, SupporterId, SupporterState
from app.training.course import EnrollmentId
from tests.conftest import Clock
from tests.gui.fake_dialogs import FakeDialogs
from tests.supporters.desk import SupporterDesk

CONTROL = Qt.KeyboardModifier.ControlModifier
TODAY = date(2026, 8, 1)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


@pytest.fixture
def register(completed: list[EnrollmentId], shown: SupportersPlace) -> RegisterPage:
    shown.show_part("candidates")
    page = shown.part
    assert isinstance(page, RegisterPage)
    return page


@pytest.fixture
def insurance(shown: SupportersPlace) -> InsurancePage:
    shown.show_part("insurance")
    page = shown.part
    assert isinstance(page, InsurancePage)
    return page


@pytest.fixture
def renewal(
    shown: SupportersPlace, desk: SupporterDesk, supporters: list[SupporterId]
) -> RenewalPage:
    licence = QualificationDraft("運転免許", expires_on=date(2026, 9, 1))
    desk.do(commands.add_qualification, supporters[1], licence)
    shown.show_part("renewal")
    page = shown.part
    assert isinstance(page, RenewalPage)
    return page


def test_that_those_who_completed_are_registered_in_one_step_at_a_level(
    register: RegisterPage, desk: SupporterDesk, observed: ObservableStore
) -> None:
    ui = register.ui
    assert not ui.registerButton.isEnabled()
    ui.candidateList.setFocus()
    ui.candidateList.setCurrentIndex(register.model.index(0, 0))
    press(Qt.Key.Key_Space)
    ui.candidateList.setCurrentIndex(register.model.index(2, 0))
    press(Qt.Key.Key_Space)
    assert ui.countLabel.text() == "3人のうち2人を選択"
    ui.levelCombo.setCurrentIndex(2)
    press(Qt.Key.Key_Return, CONTROL)
    rows = [row for row in desk.rows() if row.number in ("R8-002", "R8-003")]
    assert [row.level for row in rows] == ["単発の手伝い"] * 2
    assert register.model.rowCount() == 1
    observed.undo()
    assert register.model.rowCount() == 3


def test_that_a_day_is_needed_and_all_can_be_ticked_by_the_heading(
    register: RegisterPage, observed: ObservableStore, desk: SupporterDesk
) -> None:
    said: list[str] = []
    observed.refused.connect(said.append)
    header = register.ui.candidateList.horizontalHeader()
    QTest.mouseClick(
        header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, header.height() // 2)
    )
    assert len(register.model.ticked_keys()) == 3
    for typed in ("", "いつか"):
        register.ui.dayEdit.line.setText(typed)
        register.ui.registerButton.click()
    assert len(said) == 2
    register.ui.dayEdit.set_value(TODAY)
    register.ui.registerButton.click()
    assert register.ui.stack.currentWidget() is register.nobody
    assert len(desk.rows()) == 5


def test_that_insurance_is_joined_handed_in_and_taken_back(
    insurance: InsurancePage, desk: SupporterDesk, supporters: list[SupporterId]
) -> None:
    assert insurance.lacking.model.rowCount() == 2
    insurance.ui.leftList.setFocus()
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_Return, CONTROL)
    press(Qt.Key.Key_Return, CONTROL)
    assert insurance.joining.isHidden()
    assert insurance.lacking.model.rowCount() == 0
    assert [len(desk.card(one).insurances) for one in supporters] == [1, 1]
    insurance.ui.rightList.tick_all()
    insurance.begin_handing_in()
    press(Qt.Key.Key_Return, CONTROL)
    assert desk.card(supporters[0]).insurances[0].handed_in_on == TODAY
    insurance.covered.model.switch(insurance.covered.model.keys()[:1])
    insurance.remove()
    assert insurance.covered.model.rowCount() == 1
    wanted: list[Target] = []
    insurance.wanted.connect(wanted.append)
    insurance.ui.rightList.setCurrentIndex(insurance.covered.model.index(0, 0))
    insurance.ui.rightList.setFocus()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_P, CONTROL)
    assert wanted[0].kind == "supporter"
    assert str(wanted[1].key).startswith("insurance-roster")


def test_that_the_year_of_the_window_is_the_year_of_the_insurance(
    insurance: InsurancePage, desk: SupporterDesk, supporters: list[SupporterId]
) -> None:
    insurance.year.choose(FiscalYear(2027))
    insurance.ui.leftList.tick_all()
    insurance.begin_joining()
    assert insurance.joining.year.currentText() == "令和9年度"
    press(Qt.Key.Key_Return, CONTROL)
    assert desk.card(supporters[0]).insurances[0].covers_from == date(2027, 4, 1)


def test_that_many_are_confirmed_and_what_ends_is_seen(
    renewal: RenewalPage, desk: SupporterDesk, supporters: list[SupporterId]
) -> None:
    model = renewal.asking.model
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["石川　修"]
    texts = [renewal.ending.model.index(row, 1).data() for row in range(2)]
    assert texts == ["登録の有効期限", "運転免許"]
    renewal.ui.rightList.tick_all()
    renewal.begin_renewing()
    press(Qt.Key.Key_Return, CONTROL)
    assert desk.card(supporters[1]).draft.valid_until == date(2030, 3, 31)
    assert renewal.asking.model.rowCount() == 0
    assert renewal.ending.model.rowCount() == 1


def test_that_confirmations_and_expiry_are_one_step_each(
    renewal: RenewalPage,
    desk: SupporterDesk,
    supporters: list[SupporterId],
    observed: ObservableStore,
) -> None:
    renewal.ui.leftList.setFocus()
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_Return, CONTROL)
    press(Qt.Key.Key_Return, CONTROL)
    assert desk.card(supporters[1]).confirmations[0].confirmed_on == TODAY
    observed.undo()
    press(Qt.Key.Key_J, CONTROL)
    assert desk.card(supporters[1]).state is SupporterState.EXPIRED
    said: list[str] = []
    renewal.said.connect(said.append)
    renewal.expire()
    assert said == ["有効期限が切れた登録はありません。"]


@pytest.fixture
def panel(
    observed: ObservableStore, clock: Clock, qapp: object
) -> Iterator[SupporterOfPersonPanel]:
    clock.now = datetime(2026, 8, 1, 9)
    panel = SupporterOfPersonPanel(observed, FakeDialogs(), lambda: TODAY)
    yield panel
    panel.deleteLater()


def test_that_a_person_is_registered_from_their_own_card(
    panel: SupporterOfPersonPanel,
    desk: SupporterDesk,
    completed: list[EnrollmentId],
) -> None:
    candidate = desk.ask(queries.candidates_to_register)[0]
    wanted: list[Target] = []
    panel.wanted.connect(wanted.append)
    panel.show_owner(Owner(Subject.PERSON, candidate.person, candidate.name))
    panel.button.click()
    supporter = desk.ask(queries.supporter_of, candidate.person)
    assert desk.card(supporter).enrollment == candidate.enrollment
    panel.show_owner(Owner(Subject.PERSON, candidate.person, candidate.name))
    assert panel.button.isHidden()
    panel.lines.linked.emit(f"supporter:{supporter}")
    other: PersonId = desk.person("上田", "進")
    panel.show_owner(Owner(Subject.PERSON, other, "上田　進"))
    panel.button.click()
    assert wanted == [
        Target("supporters", "supporter", supporter), Target("supporters", "register", other)
    ]  # fmt: skip
