"""Requests and their ranking: asked by key and by mouse, answers in the row, all at once."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester

from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.matching.ranking_painting import _flow
from app.gui.matching.ranking_rows import Asked, Candidate, Heading, Out, Row
from app.gui.matching.request_finder import find_requests
from app.gui.matching.requests_page import RequestsPage
from app.gui.matching_place import MatchingPlace
from app.matching import commands, queries
from app.matching.match import MatchState
from app.matching.request import RequestState, Rhythm
from tests.gui.fake_dialogs import FakeDialogs
from tests.gui.matching.conftest import TODAY, Known
from tests.gui.typing_japanese import type_text


@pytest.fixture
def page(place: MatchingPlace, known: Known) -> RequestsPage:
    """The part 希望票 with the first request chosen."""
    place.open_target(Target("matching", "request", known.requests[0]))
    page = place.part
    assert isinstance(page, RequestsPage)
    return page


def press(*keys: Qt.Key, control: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, held)


def rows(page: RequestsPage) -> list[Row]:
    return page.ranking.view.rows.rows


def texts(page: RequestsPage, kind: type[Asked | Candidate | Out]) -> list[str]:
    return [row.text for row in rows(page) if isinstance(row, kind)]


def test_that_who_could_help_stands_beside_a_request_with_every_reason(
    page: RequestsPage, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(page.ranking.view.rows, force_py=True)
    first, *_ = [row for row in rows(page) if isinstance(row, Candidate)]
    assert first.text == "1　青木　試"
    assert sum(reason.points for reason in first.ranked.reasons) == first.ranked.points
    said = [text for group in first.said for text in group]
    assert any("得意 +20" in text for text in said)
    assert any("保険" in text for text in first.warnings)
    tip = page.ranking.view.rows.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert all(text in tip for text in (*said, *first.warnings))
    assert texts(page, Out) == []
    page.ranking.view.setFocus()
    press(Qt.Key.Key_End, Qt.Key.Key_Return)
    assert texts(page, Out) == ["江藤　試"]
    press(Qt.Key.Key_Return)
    assert texts(page, Out) == []


def test_that_several_are_asked_with_two_keys_and_taken_back_with_one(
    page: RequestsPage, observed: ObservableStore
) -> None:
    press(Qt.Key.Key_F6, Qt.Key.Key_2, Qt.Key.Key_P)
    assert texts(page, Asked) == ["青木　試　R8-001", "石川　試　R8-002"]
    assert texts(page, Candidate) == ["1　上田　試"]
    assert "人数はそろっています" in page.ranking.heading.text()
    assert page.ranking.view.current is rows(page)[1]
    press(Qt.Key.Key_W)
    row = rows(page)[1]
    assert isinstance(row, Asked)
    assert "返事：保留" in row.said[0]
    observed.undo()
    observed.undo()
    assert texts(page, Asked) == []
    assert len(texts(page, Candidate)) == 3


def test_that_a_raised_hand_stands_first_and_is_lowered_by_the_same_key(
    page: RequestsPage,
) -> None:
    press(Qt.Key.Key_F6, Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_End, Qt.Key.Key_H)
    first = next(row for row in rows(page) if isinstance(row, Candidate))
    assert (first.text, first.badge.startswith("手挙げ")) == ("1　江藤　試", True)
    assert page.ranking.view.current is not None
    page.ranking.view.select_first(1)
    press(Qt.Key.Key_H)
    assert "1　青木　試" in texts(page, Candidate)


def test_that_keys_do_nothing_where_they_mean_nothing(
    page: RequestsPage, observed: ObservableStore
) -> None:
    label = observed.undo_label()
    press(Qt.Key.Key_F6, Qt.Key.Key_A, Qt.Key.Key_D, Qt.Key.Key_S, Qt.Key.Key_N)
    assert observed.undo_label() == label
    assert page.ranking.form.isHidden()
    page.requests.view.setFocus()
    press(Qt.Key.Key_P, Qt.Key.Key_H)
    assert observed.undo_label() == label


def test_that_a_supporter_let_go_on_the_card_is_asked(page: RequestsPage) -> None:
    model = page.ranking.view.rows
    data = model.mimeData([model.index(1)])
    drag = (
        Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )  # fmt: skip
    for event in (QDragEnterEvent(QPoint(5, 5), *drag), QDropEvent(QPoint(5, 5), *drag)):
        QApplication.sendEvent(page.card, event)
    assert texts(page, Asked) == ["青木　試　R8-001"]


def test_that_a_step_with_a_wrong_day_is_refused_under_its_field_and_esc_gives_up(
    page: RequestsPage, known: Known, observed: ObservableStore
) -> None:
    press(Qt.Key.Key_F6, Qt.Key.Key_1, Qt.Key.Key_P, Qt.Key.Key_S)
    form = page.ranking.form
    assert form.choiceCombo.hasFocus()
    form.choiceCombo.setCurrentIndex(form.choiceCombo.findData(MatchState.AGREED))
    form.dayEdit.set_value(date(2027, 1, 1))
    press(Qt.Key.Key_Return, control=True)
    assert not form.isHidden()
    shown = [one.text() for one in form.findChildren(type(form.titleLabel)) if one.isVisible()]
    assert any("まだ来ていない日" in text for text in shown)
    press(Qt.Key.Key_Escape)
    assert form.isHidden()
    assert page.ranking.view.hasFocus()
    (key,) = observed.ask(queries.MatchListing().keys)
    assert observed.ask(queries.match_card, key, TODAY).state is MatchState.ASKING


def test_that_the_form_shows_the_fields_of_its_rhythm_and_takes_the_column(
    page: RequestsPage, known: Known, observed: ObservableStore, dialogs: FakeDialogs
) -> None:
    press(Qt.Key.Key_F2)
    ui = page.form.ui
    assert page.ui.listSide.isHidden()
    assert (ui.dayEdit.isVisible(), ui.weekGrid.isVisible()) == (True, False)
    assert not ui.personEdit.isVisible()
    ui.rhythmCombo.setCurrentIndex(ui.rhythmCombo.findData(Rhythm.REGULAR))
    assert (ui.dayEdit.isVisible(), ui.weekGrid.isVisible()) == (False, True)
    ui.weekGrid.set_value(0b1001)
    ui.organisationEdit.line.clear()
    type_text(ui.organisationEdit.line, "新しい団体")
    press(Qt.Key.Key_Return, control=True)
    card = observed.ask(queries.request_card, known.requests[0], TODAY)
    assert (card.draft.rhythm, card.draft.week, card.draft.on_day) == (Rhythm.REGULAR, 0b1001, None)
    assert card.organisation == "新しい団体"
    assert not page.ui.listSide.isHidden()
    observed.undo()
    card = observed.ask(queries.request_card, known.requests[0], TODAY)
    assert card.organisation == "見本町会"


def test_that_a_word_the_list_does_not_have_stays_with_a_sentence(
    page: RequestsPage, dialogs: FakeDialogs
) -> None:
    press(Qt.Key.Key_N, control=True)
    ui = page.form.ui
    type_text(ui.titleEdit, "<b>手伝い</b>")
    ui.kindsEdit.line.setFocus()
    type_text(ui.kindsEdit.line, "1 存在しない")
    press(Qt.Key.Key_Return, control=True)
    assert page.side.editing
    assert ui.kindsEdit.line.hasFocus()
    assert ui.kindsEdit.line.text() == "1 存在しない"
    dialogs.answers = [True]
    page.form.give_up()


def test_that_all_open_requests_are_proposed_for_at_once_in_one_step(
    page: RequestsPage, observed: ObservableStore, known: Known
) -> None:
    press(Qt.Key.Key_B, control=True)
    pane = page.proposal.pane
    assert pane is not None
    listed = [pane.list.topLevelItem(n) for n in range(pane.list.topLevelItemCount())]
    assert [item.text(2) for item in listed if item is not None] == [
        "青木　試", "石川　試", "江藤　試", "（あと1人）",
    ]  # fmt: skip
    assert "条件に合う" in pane.list.topLevelItem(3).text(4)  # type: ignore[union-attr]
    press(Qt.Key.Key_Space)
    assert pane.applyButton.text() == "2人に打診する"
    press(Qt.Key.Key_Return, control=True)
    assert page.proposal.pane is None
    assert len(observed.ask(queries.MatchListing().keys)) == 2
    observed.undo()
    assert observed.ask(queries.MatchListing().keys) == []


def test_that_a_request_is_closed_reopened_and_found(
    page: RequestsPage, observed: ObservableStore, known: Known
) -> None:
    press(Qt.Key.Key_E, control=True)
    card = page.card.ui
    assert card.actForm.choiceCombo.hasFocus()
    press(Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Return)
    type_text(card.actForm.textEdit, "行事が中止")
    press(Qt.Key.Key_Return)
    shown = observed.ask(queries.request_card, known.requests[0], TODAY)
    assert (shown.state, shown.draft.note) == (RequestState.WITHDRAWN, "取下げ：行事が中止")
    assert texts(page, Candidate) == []
    page.card.reopen()
    assert len(texts(page, Candidate)) == 3
    (hit,) = find_requests(observed, "R8-001", 5)
    assert (hit.title, hit.target.key) == ("R8-001　見本サロン", known.requests[0])
    assert [one.target.key for one in find_requests(observed, "見本町会", 5)] == [hit.target.key]


def test_that_a_request_in_the_bin_can_not_be_asked_for(
    page: RequestsPage, observed: ObservableStore, known: Known
) -> None:
    press(Qt.Key.Key_Delete)
    assert page.ranking.request != known.requests[0]
    page.ui.binCheck.setChecked(True)
    page.requests.choose(known.requests[0])
    assert [row for row in rows(page) if not isinstance(row, Heading)] == []


def test_that_lines_break_between_reasons_and_inside_only_what_is_too_long(
    page: QWidget,
) -> None:
    font = page.font().toString()
    words = ("水の午前に活動できる +20", "車は要りません +10")
    assert _flow(words, 10_000, font) == ("　".join(words),)
    assert _flow(words, page.fontMetrics().horizontalAdvance(words[0]) + 2, font) == words
    assert "".join(_flow(words, 60, font)).replace("　", "") == "".join(words)


def test_that_what_is_done_elsewhere_is_seen_at_once(
    page: RequestsPage, observed: ObservableStore, known: Known
) -> None:
    observed.do("打診", commands.propose, known.supporters[:1], request=known.requests[0], on=TODAY)
    assert texts(page, Asked) == ["青木　試　R8-001"]
