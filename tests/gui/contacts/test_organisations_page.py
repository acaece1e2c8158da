"""Organisations in the window: found, written down, binned, taken back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.contacts import commands, queries
from app.contacts.organisation import OrganisationDraft, OrganisationId
from app.contacts.person import PersonId
from app.gui.contacts.organisation_finder import find_organisations
from app.gui.contacts.organisations_page import OrganisationsPage
from app.gui.contacts_place import ContactsPlace
from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.framework.year_choice import YearChoice
from app.kernel.fiscal_year import FiscalYear
from app.storage.store import Store
from tests.conftest import Clock
from tests.gui.fake_dialogs import FakeDialogs
from tests.gui.typing_japanese import convert, preedit, type_text

ORGANISATIONS = (
    OrganisationDraft(
        "みなと町会", kana="みなとちょうかい", representative_title="会長",
        representative_name="見本　一郎", phone="0138-22-1111",
    ),
    OrganisationDraft("社会福祉法人あおば会", kana="しゃかいふくしほうじんあおばかい"),
)  # fmt: skip


@pytest.fixture
def organisations(store: Store, people: list[PersonId]) -> list[OrganisationId]:
    store.note("種別", commands.seed_organisation_kinds, ("町会・自治会", "社会福祉法人"))
    return store.note("団体", commands.add_organisations, ORGANISATIONS).result


@pytest.fixture
def place(
    observed: ObservableStore,
    organisations: list[OrganisationId],
    dialogs: FakeDialogs,
    jobs: Jobs,
    clock: Clock,
    qtbot: QtBot,
) -> Iterator[ContactsPlace]:
    """The whole place, shown, with four people and two organisations."""
    place = ContactsPlace(observed, YearChoice(FiscalYear(2026)), dialogs, jobs, clock)
    qtbot.addWidget(place)
    place.resize(1100, 800)
    place.show()
    place.activateWindow()
    qtbot.waitUntil(place.isActiveWindow)
    yield place
    place.close()


@pytest.fixture
def page(place: ContactsPlace) -> OrganisationsPage:
    place.show_part("organisations")
    page = place.part
    assert isinstance(page, OrganisationsPage)
    return page


def names(page: OrganisationsPage) -> list[str]:
    model = page.organisations.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def press(key: Qt.Key, *, control: bool = False) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(focus, key, modifier)


def test_that_keys_go_from_part_to_part_and_links_open_the_right_one(
    place: ContactsPlace, organisations: list[OrganisationId], people: list[PersonId]
) -> None:
    place.part.setFocus()
    press(Qt.Key.Key_PageDown, control=True)
    page = place.part
    assert isinstance(page, OrganisationsPage)
    assert "団体を探す" in [line.text for line in place.keys.help()]
    press(Qt.Key.Key_PageUp, control=True)
    assert place.part is place.people
    place.open_target(Target("contacts", "organisation", organisations[0]))
    assert place.part is page
    assert page.card.ui.nameLabel.text() == "みなと町会"
    place.open_target(Target("contacts", "person", people[0]))
    assert place.part is place.people
    assert place.people.card.ui.nameLabel.text() == "渡邉　太郎"


def test_that_the_legal_form_does_not_stand_in_the_way_of_the_order(
    page: OrganisationsPage, observed: ObservableStore
) -> None:
    assert names(page) == ["社会福祉法人あおば会", "みなと町会"]
    type_text(page.ui.searchEdit, "見本")
    assert names(page) == ["みなと町会"]
    page.organisations.clear()
    page.ui.tabBar.setCurrentIndex(1)
    assert names(page) == ["社会福祉法人あおば会"]
    hit = find_organisations(observed, "220111", 5) or find_organisations(observed, "221111", 5)
    assert [one.title for one in hit] == ["みなと町会"]


def test_that_an_organisation_is_written_down_with_the_keyboard(
    page: OrganisationsPage, observed: ObservableStore
) -> None:
    page.setFocus()
    press(Qt.Key.Key_N, control=True)
    form = page.form.ui
    assert QApplication.focusWidget() is form.nameEdit
    preedit(form.nameEdit, "はこだてふくしかい")
    convert(form.nameEdit, "はこだてふくしかい", "函館福祉会")
    form.nameEdit.setText(f"（福）{form.nameEdit.text()}")
    assert form.kanaEdit.text() == "はこだてふくしかい"
    assert form.legalCombo.currentText() == "自動（名称から：社会福祉法人）"
    type_text(form.phoneEdit.line, "23-2226")
    type_text(form.townEdit, "函館市島泊町")
    assert "自動（町名から：" in form.districtCombo.currentText()
    form.noteEdit.setFocus()
    press(Qt.Key.Key_Return, control=True)
    assert page.card.ui.nameLabel.text() == "（福）函館福祉会"
    assert names(page)[0] == "社会福祉法人あおば会"
    key = page.card.key
    assert key is not None
    draft = observed.ask(queries.organisation_drafts, [key])[key]
    assert (draft.phone, draft.legal_form) == ("0138-23-2226", "社会福祉法人")
    assert draft.district_id is not None
    observed.undo()
    assert "（福）函館福祉会" not in names(page)


def test_that_a_name_is_asked_for_and_input_kept_until_given_up(
    page: OrganisationsPage, dialogs: FakeDialogs, place: ContactsPlace
) -> None:
    page.ui.addButton.click()
    type_text(page.form.ui.emailEdit, "あおば")
    press(Qt.Key.Key_Return, control=True)
    assert QApplication.focusWidget() is page.form.ui.nameEdit
    dialogs.answers = [False, True]
    assert not place.show_part("people")
    assert place.ui.tabs.currentIndex() == 1
    assert place.show_part("people")
    assert page.ui.sideStack.currentWidget() is not page.form


def test_that_a_second_one_of_the_same_name_is_asked_about(
    page: OrganisationsPage, observed: ObservableStore, dialogs: FakeDialogs
) -> None:
    page.ui.addButton.click()
    type_text(page.form.ui.nameEdit, "（福）あおば会")
    dialogs.answers = [False, True]
    page.form.ui.saveButton.click()
    assert len(observed.ask(queries.OrganisationListing("あおば会").keys)) == 1
    assert page.ui.sideStack.currentWidget() is page.form
    page.form.ui.saveButton.click()
    assert len(observed.ask(queries.OrganisationListing("あおば会").keys)) == 2


def test_that_the_bin_gives_back(page: OrganisationsPage, observed: ObservableStore) -> None:
    page.ui.organisationList.setFocus()
    page.ui.organisationList.selectRow(1)
    assert page.card.ui.nameLabel.text() == "みなと町会"
    press(Qt.Key.Key_Delete)
    assert names(page) == ["社会福祉法人あおば会"]
    assert observed.undo_label() == "ごみ箱へ移動（みなと町会）"
    page.ui.binCheck.click()
    page.ui.organisationList.selectRow(0)
    page.ui.organisationList.setFocus()
    press(Qt.Key.Key_R, control=True)
    page.ui.binCheck.click()
    assert names(page) == ["社会福祉法人あおば会", "みなと町会"]
