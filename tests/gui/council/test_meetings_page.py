"""The parts of a meeting one by one: what is refused, taken back, or typed by mistake."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.modeltest import ModelTester

from app.council import commands, queries
from app.council.meeting import (
    AgendaItemDraft,
    MeetingDraft,
    MeetingId,
    MeetingState,
    Presence,
    ResolutionDraft,
    ResolutionKind,
)
from app.gui.council.attendee_model import PRESENCE
from app.gui.council.council_finder import find_councils, find_meetings
from app.gui.council.councils_page import CouncilsPage
from app.gui.council.meetings_page import MeetingsPage
from app.gui.council_place import CouncilPlace
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.kernel.fiscal_year import FiscalYear
from app.storage.store import Store
from tests.gui.council.conftest import TODAY, Known
from tests.gui.council.hands import ALT, CONTROL, ENTER, SHIFT, press, write
from tests.gui.fake_dialogs import FakeDialogs


@pytest.fixture
def meeting(store: Store, known: Known) -> MeetingId:
    """A meeting of today with its members asked and two items on the agenda."""
    made = store.note("準備", commands.add_meeting, MeetingDraft(known.council, TODAY)).result
    store.note("準備", commands.invite, made)
    items = [AgendaItemDraft("はじめに"), AgendaItemDraft("これから")]
    store.note("準備", commands.set_agenda, made, items)
    return made


@pytest.fixture
def page(meeting: MeetingId, shown: CouncilPlace) -> MeetingsPage:
    shown.open_target(Target("council", "meeting", meeting))
    page = shown.part
    assert isinstance(page, MeetingsPage)
    return page


def test_that_all_present_fills_blanks_only_and_a_menu_names_the_marks(
    page: MeetingsPage,
    meeting: MeetingId,
    observed: ObservableStore,
    known: Known,
    qtmodeltester: ModelTester,
) -> None:
    grid = page.card.attendance.grid
    qtmodeltester.check(grid.people, force_py=True)
    press(Qt.Key.Key_3, held=ALT)
    assert grid.column() == PRESENCE, "its day has come"
    press(Qt.Key.Key_X)
    press(Qt.Key.Key_A, held=CONTROL | SHIFT)

    def marks() -> list[Presence | None]:
        rows = observed.ask(queries.meeting_card, meeting).attendees
        return [row.draft.presence for row in rows]

    assert marks() == [Presence.ABSENT, Presence.PRESENT, Presence.PRESENT]
    assert "出席2 代理0 欠席1 未記入0" in page.card.attendance.ui.countLabel.text()
    press(Qt.Key.Key_Delete)
    assert marks()[0] is None, "Delete takes the mark, not the meeting"
    grid._show_menu(grid.people.index(0, PRESENCE))
    (menu,) = grid.findChildren(QMenu)
    menu.actions()[1].trigger()
    menu.close()
    assert marks()[0] is Presence.PROXY
    form = page.card.attendance.ui.actForm
    assert form.textEdit.hasFocus()
    press(Qt.Key.Key_Escape)
    assert form.isHidden()


def test_that_who_is_no_member_comes_too_and_goes_again(
    page: MeetingsPage, meeting: MeetingId, observed: ObservableStore
) -> None:
    press(Qt.Key.Key_3, held=ALT)
    press(Qt.Key.Key_Delete, held=CONTROL)
    assert len(observed.ask(queries.meeting_card, meeting).attendees) == 2
    press(Qt.Key.Key_G, held=CONTROL)
    press(ENTER, ENTER)
    form = page.card.attendance.ui.actForm
    assert not form.isHidden(), "somebody has to be named"
    form.toEdit.setFocus()
    write("あおき")
    press(ENTER, ENTER)
    rows = observed.ask(queries.meeting_card, meeting).attendees
    assert [row.name for row in rows][-1] == "青木　試"


def test_that_the_agenda_is_put_in_order_and_a_title_is_wanted(
    page: MeetingsPage, meeting: MeetingId, observed: ObservableStore, known: Known
) -> None:
    def titles() -> list[str]:
        return [item.title for item in observed.ask(queries.meeting_card, meeting).agenda]

    press(Qt.Key.Key_2, held=ALT)
    press(Qt.Key.Key_Down, held=ALT)
    assert titles() == ["これから", "はじめに"]
    observed.undo()
    assert titles() == ["はじめに", "これから"]
    pane = page.card.agenda
    pane.ui.agendaList.setCurrentRow(0)
    pane.ui.titleEdit.setFocus()
    pane.ui.titleEdit.clear()
    press(Qt.Key.Key_F, held=CONTROL)
    assert (titles()[0], pane.ui.titleEdit.hasFocus()) == ("はじめに", True)
    write("<b>議題</b>" * 30)
    press(ENTER, held=CONTROL)
    assert titles()[0] == "<b>議題</b>" * 30
    pane.ui.issueEdit.setFocus()
    write("どこにもない課題")
    pane.ui.titleEdit.setFocus()
    assert not page.may_leave(), "what was typed is not lost"
    other = observed.do("会議", commands.add_meeting, MeetingDraft(known.council, TODAY))
    assert other is not None
    page.meetings.choose(other.result)
    assert page.meetings.view.current_key() == meeting
    pane.ui.titleEdit.setFocus()
    press(Qt.Key.Key_Escape)
    assert page.may_leave()
    press(Qt.Key.Key_G, held=CONTROL)
    press(Qt.Key.Key_F, held=CONTROL)
    assert len(titles()) == pane.ui.agendaList.count() == 2, "an item that was only begun goes"


def test_that_a_meeting_is_called_off_removed_and_brought_back(
    page: MeetingsPage, meeting: MeetingId, observed: ObservableStore
) -> None:
    press(Qt.Key.Key_E, held=CONTROL)
    write("大雪のため")
    press(ENTER)
    card = observed.ask(queries.meeting_card, meeting)
    assert (card.draft.state, card.draft.note) == (MeetingState.CANCELLED, "中止：大雪のため")
    assert not page.card.ui.nextButton.isEnabled()
    page.meetings.view.setFocus()
    press(Qt.Key.Key_Delete)
    assert observed.ask(queries.MeetingListing().keys) == []
    observed.undo()
    assert len(observed.ask(queries.meeting_card, meeting).agenda) == 2
    press(Qt.Key.Key_F4)
    assert page.ui.listSide.isHidden()


def test_that_meetings_and_councils_follow_the_year_of_the_window(
    page: MeetingsPage, shown: CouncilPlace, meeting: MeetingId, known: Known
) -> None:
    page.year.back()
    assert page.meetings.model.rowCount() == 0
    shown.show_part("councils")
    councils = shown.part
    assert isinstance(councils, CouncilsPage)
    councils.open_target(Target("council", "council", known.council))
    assert "（令和8年3月31日の時点）" in councils.card.ui.membersLabel.text()
    shown.open_target(Target("council", "meeting", meeting))
    assert page.year.value == FiscalYear(2026), "a link leads to the year of the meeting"
    assert page.card.key == meeting
    assert "時点" not in councils.card.ui.membersLabel.text()


def test_that_what_is_typed_on_a_card_is_not_lost_without_a_word(
    page: MeetingsPage, store: Store, known: Known, dialogs: FakeDialogs
) -> None:
    other = store.note("準備", commands.add_meeting, MeetingDraft(known.council, TODAY)).result
    page.store.changed.emit(frozenset({"meeting"}))
    before = page.card.key
    press(Qt.Key.Key_E, held=CONTROL)
    write("大雪")
    dialogs.answers = [False, False]
    assert not page.may_leave()
    page.meetings.view.choose(other)
    assert page.card.key == before, "the list goes back"
    dialogs.answers = [True]
    page.meetings.view.choose(other)
    assert page.card.key == other
    assert page.may_leave(), "what was given up is not asked for again"


def test_that_a_form_says_what_it_makes_ready_and_what_is_wrong(
    page: MeetingsPage, dialogs: FakeDialogs
) -> None:
    press(Qt.Key.Key_N, held=CONTROL)
    ui = page.form.ui
    said = ui.proposalLabel.text()
    assert "令和8年度の第2回" in said
    assert "出席者3人の名簿" in said
    assert "地域課題1件" in said
    press(ENTER, held=CONTROL)
    assert (page.side.editing, ui.dayEdit.line.hasFocus()) == (True, True)
    write("r8.6.10")
    ui.numberSpin.setValue(1)
    press(ENTER, held=CONTROL)
    assert page.side.editing, "there is a first one already"
    dialogs.answers = [True]
    press(Qt.Key.Key_Escape)
    assert not page.side.editing


def test_that_decisions_and_homework_are_changed_finished_and_removed(
    page: MeetingsPage, meeting: MeetingId, observed: ObservableStore
) -> None:
    press(Qt.Key.Key_5, held=ALT)
    press(Qt.Key.Key_G, held=CONTROL)
    write("年4回開く")
    press(ENTER, held=CONTROL)
    press(Qt.Key.Key_H, held=CONTROL)
    write("名簿を直す")
    press(ENTER)
    write("いしかわ")
    press(ENTER)
    press(ENTER, held=CONTROL)
    press(Qt.Key.Key_D, held=CONTROL)
    write("直した")
    press(ENTER)
    decision, homework = observed.ask(queries.meeting_card, meeting).resolutions
    assert (decision.draft.kind, decision.draft.text) == (ResolutionKind.DECISION, "年4回開く")
    assert (homework.owner, homework.draft.done_on) == ("石川　試", TODAY)
    assert homework.draft.result == "直した"
    press(Qt.Key.Key_Delete)
    assert len(observed.ask(queries.meeting_card, meeting).resolutions) == 1


def test_that_meetings_and_councils_are_found_and_homework_is_finished_in_its_list(
    meeting: MeetingId, shown: CouncilPlace, observed: ObservableStore
) -> None:
    (hit,) = find_meetings(observed, "これから", 5)
    assert hit.target == Target("council", "meeting", meeting)
    assert [one.target.kind for one in find_councils(observed, "推進", 5)] == ["council"]
    council = observed.ask(queries.meeting_card, meeting).draft.council_id
    spring = MeetingDraft(council, date(2026, 4, 1))
    earlier = observed.do("会議", commands.add_meeting, spring).result
    for text, due, of in (
        ("あと", date(2026, 9, 1), meeting),
        ("さき", date(2026, 5, 1), earlier),
    ):
        draft = ResolutionDraft(ResolutionKind.HOMEWORK, text, owner="事務局", due_on=due)
        observed.do("宿題", commands.add_resolution, of, draft)
    shown.show_part("homework")
    page = shown.part
    ui = page.ui  # type: ignore[attr-defined]
    assert "さき" in ui.textLabel.text()
    assert ui.countLabel.text() == "2件（期限切れ 1件）"
    ui.homeworkList.setFocus()
    press(Qt.Key.Key_S)
    write("済んだ")
    press(ENTER)
    assert "あと" in ui.textLabel.text()
    assert ui.countLabel.text() == "1件"
    shown.wanted.connect(shown.open_target)
    press(Qt.Key.Key_M, held=CONTROL)
    assert isinstance(shown.part, MeetingsPage)
    observed.undo()
    assert len(observed.ask(queries.homework)) == 2
