"""The tabs beside the grid, and the page around them, with real keys and clicks."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.training.applicants_tab import ApplicantsTab
from app.gui.training.attendance_tab import AttendanceTab
from app.gui.training.completion_tab import CompletionTab
from app.gui.training.overview_tab import OverviewTab
from app.gui.training.schedule_tab import ScheduleTab
from app.gui.training.training_page import TrainingPage, find_courses
from app.gui.widgets.time_edit import parse_time
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.storage.store import Store
from app.training import commands, queries
from app.training.course import CourseId, CourseStatus, EnrollmentStatus, SessionStatus
from tests.gui.fake_dialogs import FakeDialogs
from tests.gui.typing_japanese import type_text
from tests.training.office import DAY, Office


def statuses(store: Store, course: CourseId) -> list[EnrollmentStatus]:
    rows = store.ask(queries.ApplicationListing(course, DAY).keys)
    found = store.ask(queries.ApplicationListing(course, DAY).rows, rows)
    return [found[key].status for key in rows]


def test_that_a_course_is_opened_with_the_defaults_of_its_kind(
    page: TrainingPage, dialogs: FakeDialogs, store: Store
) -> None:
    dialogs.answers = ["ステップアップ研修"]
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.card.course is not None
    card = store.ask(queries.course, page.card.course)
    assert (card.kind, card.draft.capacity, len(card.sessions)) == ("ステップアップ研修", 30, 6)
    assert page.list.model.rowCount() == 2


def test_that_last_years_course_is_copied_into_the_year_shown(
    page: TrainingPage, dialogs: FakeDialogs, store: Store, course: CourseId
) -> None:
    page.year.choose(FiscalYear(2027))
    assert page.stack.currentWidget() is page.nothing
    assert page.list.ui.stack.currentWidget() is page.list.empty
    title = store.ask(queries.course, course).draft.title
    dialogs.answers = [title]
    page.list.ui.copyButton.click()
    assert page.card.course is not None
    card = store.ask(queries.course, page.card.course)
    assert card.year == FiscalYear(2027)
    assert "令和9年度" in card.draft.title


def test_that_courses_are_found_by_a_part_of_their_title(
    page: TrainingPage, observed: ObservableStore, course: CourseId
) -> None:
    (hit,) = find_courses(observed, "養成", 5)
    page.year.choose(FiscalYear(2030))
    page.open_target(hit.target)
    assert page.card.course == course
    assert page.year.value == FiscalYear(2026)


def test_that_the_list_folds_away_for_the_grid_and_comes_back_with_a_key(
    page: TrainingPage,
) -> None:
    page.card.show_tab(AttendanceTab)
    assert not page.list.isVisible()
    QTest.keyClick(page, Qt.Key.Key_F4)
    assert page.list.isVisible()
    QTest.keyClick(page, Qt.Key.Key_F4)
    assert not page.list.isVisible()
    page.card.show_tab(OverviewTab)
    assert page.list.isVisible()


def test_that_a_course_is_changed_in_its_form(
    page: TrainingPage, store: Store, course: CourseId
) -> None:
    tab = page.card.show_tab(OverviewTab)
    assert isinstance(tab, OverviewTab)
    tab.ui.venueEdit.setFocus()
    type_text(tab.ui.venueEdit, "総合福祉センター")
    QTest.keyClick(tab.ui.venueEdit, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert store.ask(queries.course, course).draft.venue == "総合福祉センター"
    tab.ui.recruitFromEdit.line.setText("r8.5.1")
    tab.ui.recruitToEdit.line.setText("r8.4.1")
    assert not tab.save()
    assert tab.ui.recruitToEdit.line.text() == "r8.4.1"
    assert store.ask(queries.course, course).draft.recruit_to is None


def test_that_a_course_is_not_finished_before_its_sessions_are(
    page: TrainingPage, store: Store, course: CourseId
) -> None:
    tab = page.card.show_tab(OverviewTab)
    assert isinstance(tab, OverviewTab)
    tab.ui.finishButton.click()
    assert "実施" in tab.ui.problemLabel.plain()
    assert store.ask(queries.course, course).draft.status is not CourseStatus.FINISHED


def test_that_a_binned_course_leaves_the_list_and_is_found_in_the_bin(
    page: TrainingPage, store: Store, course: CourseId
) -> None:
    tab = page.card.show_tab(OverviewTab)
    assert isinstance(tab, OverviewTab)
    tab.ui.binButton.click()
    assert page.list.model.rowCount() == 0
    page.open_target(Target("training", "course", course))
    assert page.list.ui.binCheck.isChecked()
    tab.ui.restoreButton.click()
    assert store.ask(queries.course, course).deleted_at is None


def test_that_days_are_proposed_without_holidays_and_taken_over(
    page: TrainingPage, store: Store, course: CourseId
) -> None:
    tab = page.card.show_tab(ScheduleTab)
    assert isinstance(tab, ScheduleTab)
    tab.ui.planButton.click()
    plan = tab.ui.plan.ui
    plan.firstEdit.line.setText("r8.7.13")
    assert "海の日" in plan.daysLabel.plain()
    plan.startEdit.line.setText("10")
    plan.applyButton.click()
    days = [one.draft.held_on for one in store.ask(queries.sessions, course)]
    assert days[:2] == [date(2026, 7, 13), date(2026, 7, 27)]
    assert store.ask(queries.sessions, course)[0].draft.starts_at == time(10)


def test_that_a_session_is_changed_and_put_off_for_snow(
    page: TrainingPage, dialogs: FakeDialogs, store: Store, course: CourseId
) -> None:
    tab = page.card.show_tab(ScheduleTab)
    assert isinstance(tab, ScheduleTab)
    tab.ui.table.setCurrentCell(3, 0)
    form = tab.ui.form
    type_text(form.ui.themeEdit, "見学")
    tab.ui.table.setCurrentCell(4, 0)
    assert store.ask(queries.sessions, course)[3].draft.theme == "見学"
    dialogs.answers = ["r8.7.8", "大雪のため"]
    form.ui.postponeButton.click()
    card = store.ask(queries.sessions, course)[4]
    assert (card.status, card.draft.held_on) == (SessionStatus.POSTPONED, date(2026, 7, 8))
    form.ui.restoreButton.click()
    assert store.ask(queries.sessions, course)[4].draft.held_on == date(2026, 7, 1)
    dialogs.answers = [""]
    form.ui.cancelButton.click()
    assert "理由" in form.ui.problemLabel.plain()
    tab.ui.addButton.click()
    assert len(store.ask(queries.sessions, course)) == 6
    form.ui.removeButton.click()
    assert len(store.ask(queries.sessions, course)) == 5


@pytest.fixture
def applicants(page: TrainingPage) -> ApplicantsTab:
    tab = page.card.show_tab(ApplicantsTab)
    assert isinstance(tab, ApplicantsTab)
    return tab


def test_that_an_application_of_somebody_new_is_written_down(
    applicants: ApplicantsTab, store: Store, course: CourseId
) -> None:
    applicants.ui.addButton.click()
    form = applicants.form.ui
    type_text(form.who.ui.familyEdit, "新規")
    type_text(form.who.ui.givenEdit, "申子")
    form.addButton.click()
    assert statuses(store, course).count(EnrollmentStatus.RECEIVED) == 1
    assert form.who.ui.familyEdit.text() == ""
    store.undo()
    assert EnrollmentStatus.RECEIVED not in statuses(store, course)


def test_that_beyond_the_capacity_nobody_is_accepted_unasked(
    applicants: ApplicantsTab,
    dialogs: FakeDialogs,
    office: Office,
    observed: ObservableStore,
    course: CourseId,
) -> None:
    (person,) = office.people(1, family_name="四十一")
    (key,) = office.apply(course, [person])
    observed.changed.emit(frozenset({"enrollment"}))
    applicants.ui.list.choose(key)
    dialogs.answers = [False]
    applicants.ui.acceptButton.click()
    assert "定員40名" in dialogs.asked[0][1]
    assert statuses(office.store, course).count(EnrollmentStatus.ACCEPTED) == 40
    applicants.ui.waitButton.click()
    assert statuses(office.store, course).count(EnrollmentStatus.WAITING) == 1
    assert not applicants.ui.promoButton.isVisible()


def test_that_a_freed_place_is_offered_and_given_only_when_asked(
    applicants: ApplicantsTab,
    dialogs: FakeDialogs,
    office: Office,
    observed: ObservableStore,
    course: CourseId,
) -> None:
    (person,) = office.people(1, family_name="待機")
    (waiting,) = office.apply(course, [person])
    observed.do("待ち", commands.put_on_waiting, [waiting])
    first = office.ask(queries.sheet, course).rows[0].enrollment
    applicants.ui.list.choose(first)
    dialogs.answers = ["都合が悪い"]
    applicants.card.ui.declineButton.click()
    assert statuses(office.store, course).count(EnrollmentStatus.WAITING) == 1
    assert "待機" in applicants.ui.promoLabel.plain()
    applicants.ui.promoButton.click()
    assert statuses(office.store, course).count(EnrollmentStatus.WAITING) == 0


def test_that_lots_are_drawn_with_a_number_that_is_shown(
    applicants: ApplicantsTab, dialogs: FakeDialogs, office: Office, course: CourseId
) -> None:
    dialogs.answers = ["たくさん"]
    applicants.ui.lotButton.click()
    assert office.ask(queries.course, course).lottery_seed is None
    office.apply(course, office.people(2, family_name="抽選"))
    dialogs.answers = ["77"]
    applicants.ui.lotButton.click()
    assert office.ask(queries.course, course).lottery_seed == 77
    assert "キャンセル待ち 2名" in dialogs.told[0]
    assert "番号77" in applicants.ui.capacityLabel.plain()


def test_that_considerations_stand_on_the_card_and_not_in_the_list(
    applicants: ApplicantsTab, office: Office, observed: ObservableStore, course: CourseId
) -> None:
    from app.contacts.commands import set_consideration  # noqa: PLC0415
    from app.contacts.person import Consideration  # noqa: PLC0415

    row = office.ask(queries.sheet, course).rows[0]
    observed.do("配慮", set_consideration, row.person, Consideration(wheelchair=True))
    applicants.ui.list.choose(row.enrollment)
    assert "車いす" in applicants.card.ui.needsLabel.plain()


def test_that_several_applicants_are_chosen_at_once(
    applicants: ApplicantsTab, office: Office, observed: ObservableStore, course: CourseId
) -> None:
    course2 = office.course(term=2)
    office.apply(course2, office.people(3, family_name="複数"))
    page = applicants.page
    assert isinstance(page, TrainingPage)
    observed.changed.emit(frozenset({"course"}))
    page.open_target(Target("training", "course", course2))
    applicants.ui.list.selectAll()
    applicants.ui.acceptButton.click()
    assert set(statuses(office.store, course2)) == {EnrollmentStatus.ACCEPTED}


def test_that_the_roster_import_is_led_to(applicants: ApplicantsTab, course: CourseId) -> None:
    wanted: list[Target] = []
    applicants.wanted.connect(wanted.append)
    applicants.ui.importButton.click()
    assert wanted == [Target("contacts", "import", str(course))]


def test_that_completion_is_confirmed_certified_and_reissued(
    page: TrainingPage, dialogs: FakeDialogs, office: Office, course: CourseId
) -> None:
    for session in office.sessions(course):
        office.store.do("出席", commands.mark_all_present, session)
    page.card.show_course(course)
    tab = page.card.show_tab(CompletionTab)
    assert isinstance(tab, CompletionTab)
    tab.ui.table.setCurrentIndex(tab.model.index(2, 0))
    tab.ui.table.setFocus()
    QTest.keyClick(tab.ui.table, Qt.Key.Key_Space)
    assert statuses(office.store, course).count(EnrollmentStatus.ACCEPTED) == 40
    tab.ui.confirmButton.click()
    assert statuses(office.store, course).count(EnrollmentStatus.COMPLETED) == 39
    assert tab.model.data(tab.model.index(2, 3)) == "確定・提案と異なる"
    tab.ui.issueButton.click()
    assert len(office.ask(queries.certificates, course)) == 39
    assert tab.model.data(tab.model.index(0, 5)) == "令8養-0001"
    tab.ui.table.setCurrentIndex(tab.model.index(0, 0))
    dialogs.answers = ["紛失のため"]
    tab.ui.againButton.click()
    assert "再交付1回" in tab.model.data(tab.model.index(0, 6))
    wanted: list[Target] = []
    page.wanted.connect(wanted.append)
    tab.ui.certificateButton.click()
    assert wanted == [Target("reporting", "document", f"certificate course={course}")]


def test_that_help_lists_the_keys_of_the_tab_that_is_shown(page: TrainingPage) -> None:
    page.card.show_tab(AttendanceTab)
    shown = {help_.keys for help_ in page.keys.help()}
    assert {"F2", "F6", "12 X", "Space"} <= shown
    page.card.show_tab(OverviewTab)
    assert not {"F2", "12 X"} & {help_.keys for help_ in page.keys.help()}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("10", time(10)),
        ("1030", time(10, 30)),
        ("９：５", time(9, 5)),
        ("10時半", time(10, 30)),
        ("午後1時", time(13)),
    ],
)
def test_that_times_are_understood_as_people_type_them(text: str, wanted: time) -> None:
    assert parse_time(text) == wanted


@pytest.mark.parametrize("text", ["25", "10:75", "朝", "", "99999"])
def test_that_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        parse_time(text)


def test_that_a_wheel_passing_over_a_number_changes_nothing(page: TrainingPage) -> None:
    tab = page.card.show_tab(OverviewTab)
    assert isinstance(tab, OverviewTab)
    spin = tab.ui.capacitySpin
    place = QPointF(5, 5)
    event = QWheelEvent(
        place,
        spin.mapToGlobal(place),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(spin, event)
    assert spin.value() == 40


def test_that_a_link_can_begin_a_new_course(
    page: TrainingPage, dialogs: FakeDialogs, store: Store
) -> None:
    dialogs.answers.append(1)
    page.open_target(Target("training", "new"))
    assert page.list.model.rowCount() == 2
