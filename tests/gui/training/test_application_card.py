"""The card of one application, through the window."""

from __future__ import annotations

from datetime import date

import pytest

from app.gui.framework.observable_store import ObservableStore
from app.gui.training.applicants_tab import ApplicantsTab
from app.gui.training.training_page import TrainingPage
from app.training import commands, queries
from app.training.course import CourseId, EnrollmentId, EnrollmentStatus
from tests.gui.fake_dialogs import FakeDialogs
from tests.training.office import DAY, Office


def status(office: Office, key: EnrollmentId) -> EnrollmentStatus:
    row = office.ask(queries.application, key, DAY)
    assert row is not None
    found = row.status
    assert isinstance(found, EnrollmentStatus)
    return found


@pytest.mark.parametrize("beyond", [True, False])
def test_that_who_left_comes_back_beyond_the_capacity_only_when_that_is_meant(
    page: TrainingPage,
    dialogs: FakeDialogs,
    office: Office,
    observed: ObservableStore,
    course: CourseId,
    *,
    beyond: bool,
) -> None:
    left = office.ask(queries.sheet, course).rows[0].enrollment
    observed.do("途中辞退", commands.withdraw, left, date(2026, 6, 10))
    (person,) = office.people(1, family_name="後任")
    observed.do("受講決定", commands.accept, office.apply(course, [person]))
    tab = page.card.show_tab(ApplicantsTab)
    assert isinstance(tab, ApplicantsTab)
    tab.ui.list.choose(left)
    dialogs.answers = [beyond]
    tab.card.ui.reinstateButton.click()
    assert "[定員を超えて受け入れる]" in dialogs.asked[-1][1]
    wanted = EnrollmentStatus.ACCEPTED if beyond else EnrollmentStatus.WITHDREW
    assert status(office, left) is wanted
