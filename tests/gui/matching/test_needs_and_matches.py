"""Needs handed on and asked about, and matches led through their states in the window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.contacts.custom import Subject
from app.gui.contacts.card_panel import Owner
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.matching.fitting_panel import FittingPanel
from app.gui.matching.matches_page import MatchesPage
from app.gui.matching.needs_page import NeedsPage
from app.gui.matching.requests_page import RequestsPage
from app.gui.matching.requests_panel import RequestsPanel
from app.gui.matching_place import MatchingPlace
from app.local_issues.commands import issue_from_needs
from app.local_issues.local_issue import IssueScope, LocalIssueDraft
from app.matching import commands, queries
from app.matching.match import Answer, MatchId, MatchState
from app.matching.need import Handling
from app.office import commands as office
from app.office import queries as settings
from app.supporters.queries import supporter_card
from tests.gui.fake_dialogs import FakeDialogs
from tests.gui.matching.conftest import TODAY, Known
from tests.gui.typing_japanese import type_text

CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def press(*keys: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, held)


@pytest.fixture
def needs(place: MatchingPlace, known: Known) -> NeedsPage:
    """The part ニーズ with the need chosen."""
    place.open_target(Target("matching", "need", known.need))
    page = place.part
    assert isinstance(page, NeedsPage)
    return page


@pytest.fixture
def match(observed: ObservableStore, known: Known) -> MatchId:
    """The first supporter, asked for the first request; the second was asked too."""
    asked = known.supporters[:2]
    done = observed.do("打診", commands.propose, asked, request=known.requests[0], on=TODAY)
    assert done is not None
    return done.result[0]


@pytest.fixture
def matches(place: MatchingPlace, match: MatchId) -> MatchesPage:
    """The part マッチ with the first match chosen."""
    place.open_target(Target("matching", "match", match))
    page = place.part
    assert isinstance(page, MatchesPage)
    return page


def test_that_a_need_is_handed_on_and_its_result_written_down(
    needs: NeedsPage, observed: ObservableStore, known: Known
) -> None:
    press(Qt.Key.Key_L, held=CONTROL)
    form = needs.card.ui.actForm
    type_text(form.toEdit.line, "見本町")
    press(Qt.Key.Key_Return)
    assert form.toEdit.line.text() == "見本町会"
    assert form.laterEdit.value() == date(2026, 6, 3)
    press(Qt.Key.Key_Return)
    assert form.isHidden()
    card = observed.ask(queries.need_card, known.need, TODAY)
    assert (card.draft.handling, card.handed_to) == (Handling.HANDED_ON, "見本町会")
    assert card.draft.handed_to_id == known.organisation
    press(Qt.Key.Key_J, held=CONTROL)
    press(Qt.Key.Key_Return)
    assert not form.isHidden(), "a result has to be said"
    type_text(form.textEdit, "近所の方が運んでいる")
    press(Qt.Key.Key_Return)
    card = observed.ask(queries.need_card, known.need, TODAY)
    assert (card.draft.handling, card.draft.result) == (Handling.CLOSED, "近所の方が運んでいる")


def test_that_a_need_leads_to_the_issue_that_rests_on_it(
    needs: NeedsPage, observed: ObservableStore, known: Known, qtbot: QtBot
) -> None:
    draft = LocalIssueDraft("除雪の担い手", TODAY, scope=IssueScope.CITY)
    made = observed.do("課題", issue_from_needs, [known.need], draft)
    assert made is not None
    (line,) = (
        label
        for label in needs.card.ui.linesPanel.findChildren(QLabel)
        if "除雪の担い手" in label.text()
    )
    with qtbot.waitSignal(needs.card.wanted) as wanted:
        line.linkActivated.emit(f"issue:{made.result}")
    assert wanted.args == [Target("issues", "issue", made.result)]


def test_that_a_need_becomes_a_request_and_the_window_goes_there(
    needs: NeedsPage, place: MatchingPlace, observed: ObservableStore
) -> None:
    place.wanted.connect(place.open_target)
    press(Qt.Key.Key_G, held=CONTROL)
    page = place.part
    assert isinstance(page, RequestsPage)
    assert page.card.ui.nameLabel.text() == "膝が悪く、ごみ捨て場まで運べない"
    assert not needs.card.ui.requestButton.isEnabled()


def test_that_a_need_asks_for_no_name_unless_the_office_helps_single_people(
    needs: NeedsPage, observed: ObservableStore, dialogs: FakeDialogs
) -> None:
    press(Qt.Key.Key_N, held=CONTROL)
    ui = needs.form.ui
    assert (ui.personEdit.isVisible(), ui.anonymousLabel.isVisible()) == (False, True)
    needs.form.give_up()
    kept = replace(observed.ask(settings.settings), individual_help=True)
    observed.do("設定", office.change_settings, kept)
    press(Qt.Key.Key_N, held=CONTROL)
    assert (ui.personEdit.isVisible(), ui.anonymousLabel.isVisible()) == (True, False)
    ui.personEdit.setFocus()
    type_text(ui.personEdit.line, "あおき")
    ui.kindsEdit.line.setFocus()
    assert ui.personEdit.line.text() == "青木　試"
    type_text(ui.kindsEdit.line, "2 雪")
    press(Qt.Key.Key_Return)
    assert ui.kindsEdit.line.text() == "1 2"
    press(Qt.Key.Key_Return, held=CONTROL)
    (row, _) = observed.ask(queries.needs, observed.ask(queries.NeedListing().keys))
    assert row.kinds == ("除雪", "見守り")
    assert observed.ask(queries.need_card, row.id, TODAY).person == "青木　試"


def test_that_a_match_is_led_to_its_end_by_keys_and_back(
    matches: MatchesPage, match: MatchId, observed: ObservableStore
) -> None:
    card = matches.card
    shown = [label.text() for label in card.findChildren(QLabel)]
    assert any("石川" in text for text in shown), "who else was offered"
    press(Qt.Key.Key_A, held=CONTROL | Qt.KeyboardModifier.ShiftModifier)
    for state in (MatchState.AGREED, MatchState.ACTIVE, MatchState.ENDED):
        press(Qt.Key.Key_S, held=CONTROL)
        form = card.ui.actForm
        form.choiceCombo.setCurrentIndex(form.choiceCombo.findData(state))
        press(Qt.Key.Key_Return, held=CONTROL)
    found = observed.ask(queries.match_card, match, TODAY)
    assert (found.state, found.draft.answer) == (MatchState.ENDED, Answer.ACCEPTED)
    assert not card.ui.stepButton.isEnabled()
    press(Qt.Key.Key_S, held=CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert observed.ask(queries.match_card, match, TODAY).state is MatchState.ACTIVE
    observed.undo()
    assert observed.ask(queries.match_card, match, TODAY).state is MatchState.ENDED


def test_that_both_sides_words_and_the_next_call_are_written_in_the_form(
    matches: MatchesPage, match: MatchId, observed: ObservableStore
) -> None:
    press(Qt.Key.Key_F2)
    ui = matches.form.ui
    ui.followEdit.set_value(date(2026, 6, 1))
    type_text(ui.placeEdit, "とても助かった")
    ui.satisfactionCombo.setCurrentIndex(5)
    ui.agreedEdit.set_value(TODAY)
    press(Qt.Key.Key_Return, held=CONTROL)
    assert matches.side.editing, "a day of a state that was not reached is refused"
    ui.agreedEdit.set_value(None)
    press(Qt.Key.Key_Return, held=CONTROL)
    draft = observed.ask(queries.match_card, match, TODAY).draft
    assert (draft.follow_up_on, draft.satisfaction) == (date(2026, 6, 1), 5)
    assert draft.place_words == "とても助かった"


def test_that_an_incident_is_written_down_changed_and_removed(
    matches: MatchesPage, match: MatchId, observed: ObservableStore
) -> None:
    press(Qt.Key.Key_H, held=CONTROL)
    form = matches.card.ui.actForm
    press(Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return)
    type_text(form.textEdit, "段差でつまずいた")
    press(Qt.Key.Key_Return, held=CONTROL)
    (row,) = observed.ask(queries.match_card, match, TODAY).incidents
    assert (row.draft.content, row.draft.happened_on) == ("段差でつまずいた", TODAY)
    matches.card._remove_incident(row)
    assert observed.ask(queries.match_card, match, TODAY).incidents == ()


def test_that_cards_elsewhere_show_requests_and_what_fits(
    place: MatchingPlace, observed: ObservableStore, dialogs: FakeDialogs, known: Known
) -> None:
    asked = RequestsPanel(observed, dialogs, lambda: TODAY, place)
    asked.show_owner(Owner(Subject.ORGANISATION, known.organisation, "見本町会"))
    (label,) = [one for one in asked.findChildren(QLabel) if "R8-001" in one.text()]
    assert "会場の手伝い" in label.text()
    asked.show_owner(Owner(Subject.ORGANISATION, 99))
    assert asked.isHidden()
    fitting = FittingPanel(observed, lambda: TODAY, place)
    card = observed.ask(supporter_card, known.supporters[0], TODAY)
    fitting.show_card(card)
    fitting.show()
    QTest.mouseClick(fitting.more, Qt.MouseButton.LeftButton)
    texts = [one.text() for one in fitting.lines.findChildren(QLabel)]
    assert any("会場の手伝い" in text and "点" in text for text in texts)
