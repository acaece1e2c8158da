"""A meeting from the day it is written down to its final minutes, by key."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt

from app.council import queries
from app.council.meeting import MeetingId, MinutesState, Presence, Reply, ResolutionKind
from app.gui.council.meetings_page import MeetingsPage
from app.gui.council_place import CouncilPlace
from app.gui.framework.observable_store import ObservableStore
from tests.conftest import Clock
from tests.gui.council.conftest import Known
from tests.gui.council.hands import ALT, CONTROL, ENTER, press, write
from tests.gui.fake_dialogs import FakeDialogs


def new_meeting(page: MeetingsPage, day: str) -> MeetingId:
    """Write a meeting down on a day, all else as it is proposed."""
    press(Qt.Key.Key_N, held=CONTROL)
    assert page.form.ui.dayEdit.line.hasFocus()
    write(day)
    press(ENTER, held=CONTROL)
    return MeetingId(page.meetings.view.current_key() or 0)


def test_that_a_meeting_is_led_from_its_notice_to_its_final_minutes(
    shown: CouncilPlace,
    observed: ObservableStore,
    known: Known,
    dialogs: FakeDialogs,
    clock: Clock,
) -> None:
    page = shown.part
    assert isinstance(page, MeetingsPage)
    meeting = new_meeting(page, "r8.5.28")

    def card() -> queries.MeetingCard:
        return observed.ask(queries.meeting_card, meeting)

    assert (card().row.number, len(card().attendees)) == (1, 3)
    # The agenda: an issue that is open, and an item of its own.
    dialogs.answers = [True]
    press(Qt.Key.Key_B, held=CONTROL)
    press(Qt.Key.Key_G, held=CONTROL)
    write("年間の予定")
    press(ENTER, held=CONTROL)
    assert [item.title for item in card().agenda] == ["冬の見守りが足りない", "年間の予定"]
    assert card().agenda[0].issue_id == known.issue
    # The notice, then the replies as they come in.
    press(Qt.Key.Key_J, held=CONTROL)
    press(ENTER, ENTER)
    assert (card().draft.invited_on, card().draft.reply_by) == (
        date(2026, 5, 20),
        date(2026, 5, 21),
    )
    press(Qt.Key.Key_3, held=ALT)
    press(Qt.Key.Key_O, Qt.Key.Key_D)
    write("代わりの人")
    press(ENTER, ENTER)
    press(Qt.Key.Key_X)
    assert [one.draft.reply for one in card().attendees] == [Reply.COMES, Reply.PROXY, Reply.ABSENT]
    assert card().attendees[1].draft.proxy_name == "代わりの人"
    # It takes place: who replied is marked already, one came after all.
    clock.now = datetime(2026, 5, 29, 9)
    observed.changed.emit(frozenset({"meeting"}))
    press(Qt.Key.Key_J, held=CONTROL)
    press(Qt.Key.Key_End, Qt.Key.Key_O)
    marks = [one.draft.presence for one in card().attendees]
    assert marks == [Presence.PRESENT, Presence.PROXY, Presence.PRESENT]
    observed.undo()
    assert card().attendees[2].draft.presence is Presence.ABSENT
    # What was said, and what is to be done.
    press(Qt.Key.Key_2, held=ALT)
    press(Qt.Key.Key_Home)
    page.card.agenda.ui.opinionsEdit.setFocus()
    write("声かけの当番を決める")
    press(Qt.Key.Key_4, held=ALT)
    write("○事務局　定刻となったので")
    press(Qt.Key.Key_H, held=CONTROL)
    write("当番の表を作る")
    press(ENTER)
    write("包括支援センター")
    press(ENTER)
    write("r8.6.30")
    press(ENTER, held=CONTROL)
    assert card().agenda[0].opinions == "声かけの当番を決める"
    (left,) = card().resolutions
    assert (left.draft.kind, left.owner) == (ResolutionKind.HOMEWORK, "包括支援センター")
    assert left.draft.due_on == date(2026, 6, 30)
    # The minutes go round and are final: they can no longer be typed into.
    press(Qt.Key.Key_J, held=CONTROL)
    press(ENTER, ENTER)
    press(Qt.Key.Key_J, held=CONTROL)
    press(ENTER, ENTER)
    assert card().row.minutes is MinutesState.CONFIRMED
    assert card().draft.full_minutes == "○事務局　定刻となったので"
    assert page.card.minutes.ui.fullEdit.isReadOnly()
    # The homework returns in the agenda of the next meeting.
    following = new_meeting(page, "r8.7.30")
    after = observed.ask(queries.meeting_card, following)
    assert (after.row.number, after.row.members) == (2, 3)
    assert "当番の表を作る" in after.agenda[0].opinions
