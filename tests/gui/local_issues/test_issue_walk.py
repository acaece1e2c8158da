"""An issue from the needs it was gathered from to the answer of the city, by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.framework.year_choice import YearChoice
from app.gui.issues_place import IssuesPlace
from app.gui.local_issues.analysis_page import AnalysisPage
from app.gui.local_issues.issue_finder import find_issues
from app.gui.local_issues.issues_page import IssuesPage
from app.gui.matching.needs_page import NeedsPage
from app.kernel.fiscal_year import FiscalYear
from app.local_issues import commands, queries
from app.local_issues.local_issue import (
    Creation,
    IssueScope,
    IssueStage,
    LocalIssueDraft,
    LocalIssueId,
)
from app.matching.need import NeedId
from tests.conftest import Clock
from tests.gui.council.hands import CONTROL, ENTER, SHIFT, press, write
from tests.gui.fake_dialogs import FakeDialogs
from tests.gui.local_issues.conftest import TODAY
from tests.gui.resting import rest


@pytest.fixture
def page(shown: IssuesPlace) -> IssuesPage:
    page = shown.part
    assert isinstance(page, IssuesPage)
    return page


def city_wide(observed: ObservableStore) -> LocalIssueId:
    """Write down an issue of the whole city."""
    draft = LocalIssueDraft("冬の見守りが足りない", TODAY, scope=IssueScope.CITY)
    done = observed.do("課題", commands.add_issue, draft)
    assert done is not None
    return done.result


def test_that_an_issue_goes_on_in_the_next_year_until_it_is_ended(
    shown: IssuesPlace, page: IssuesPage, observed: ObservableStore
) -> None:
    issue = city_wide(observed)
    listed = page.issues.model.rowCount
    page.year.forward()
    assert listed() == 1, "it is not ended"
    page.year.back()
    page.year.back()
    assert listed() == 0, "it was not known yet"
    shown.open_target(Target("issues", "issue", issue))
    assert page.year.value == FiscalYear(2026)
    assert page.card.key == issue


def test_that_needs_become_an_issue_that_is_led_to_the_city(
    shown: IssuesPlace,
    page: IssuesPage,
    known: list[NeedId],
    observed: ObservableStore,
    dialogs: FakeDialogs,
    clock: Clock,
    qtbot: QtBot,
) -> None:
    jobs = Jobs()
    needs = NeedsPage(observed, YearChoice(FiscalYear(2026)), dialogs, jobs, clock)
    qtbot.addWidget(needs)
    needs.wanted.connect(shown.open_target)
    needs.show()
    needs.activateWindow()
    qtbot.waitUntil(needs.isActiveWindow)
    needs.open_target(Target("matching", "need", known[1]))
    needs.needs.view.setFocus()
    press(Qt.Key.Key_Down, held=SHIFT)
    press(Qt.Key.Key_B, held=CONTROL)
    write("買い物に行けない")
    press(ENTER)
    (row,) = queries_of(observed)
    assert len(observed.ask(queries.issue_card, row.id).evidence) == 2
    assert len(row.districts) == 1
    needs.close()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    page.issues.view.setFocus()
    assert page.card.key == row.id
    # The next stage, as it is proposed: gathered, discussed.
    press(Qt.Key.Key_J, held=CONTROL)
    press(ENTER, ENTER)
    # What came of it: a resource nobody knew, and its next step.
    press(Qt.Key.Key_G, held=CONTROL)
    write("移動販売")
    press(ENTER)
    press(ENTER)
    press(Qt.Key.Key_L, held=CONTROL)
    press(ENTER, ENTER)
    # To the city, and its answer.
    press(Qt.Key.Key_T, held=CONTROL)
    press(ENTER)
    assert observed.ask(queries.issue_draft, row.id).submitted_on is None, "nothing is proposed"
    page.card.ui.actForm.textEdit.setFocus()
    write("移動販売の場所を貸してほしい")
    press(ENTER)
    press(Qt.Key.Key_U, held=CONTROL)
    write("公園を使えます")
    press(ENTER)
    card = observed.ask(queries.issue_card, row.id)
    assert card.row.stage is IssueStage.DISCUSSED
    assert [(one.name, one.creation) for one in card.resources] == [("移動販売", Creation.RELATED)]
    assert (card.draft.proposal, card.draft.submitted_on) == ("移動販売の場所を貸してほしい", TODAY)
    assert card.draft.answer == "公園を使えます"
    press(Qt.Key.Key_B, held=CONTROL)
    assert observed.ask(queries.issue_card, row.id).row.stage is IssueStage.GATHERED
    jobs.close()


def queries_of(observed: ObservableStore) -> list[queries.IssueRow]:
    return observed.ask(
        lambda session: queries.issues(session, queries.IssueListing().keys(session))
    )


def test_that_an_issue_is_written_refused_and_found(
    page: IssuesPage, observed: ObservableStore
) -> None:
    press(Qt.Key.Key_N, held=CONTROL)
    write("集まる場所がない")
    press(ENTER, held=CONTROL)
    assert not queries_of(observed), "it is said under the field that no district is chosen"
    page.form.ui.districtsEdit.line.setFocus()
    write("1 3")
    press(ENTER, held=CONTROL)
    (row,) = queries_of(observed)
    assert len(row.districts) == 2
    assert [hit.title for hit in find_issues(observed, "集まる", 5)] == ["集まる場所がない"]
    press(Qt.Key.Key_Delete)
    assert page.issues.model.rowCount() == 0
    observed.undo()
    assert page.issues.model.rowCount() == 1


def test_that_evidence_is_added_by_its_number_and_taken_off(
    page: IssuesPage, known: list[NeedId], observed: ObservableStore
) -> None:
    issue = city_wide(observed)
    page.open_target(Target("issues", "issue", issue))
    press(Qt.Key.Key_E, held=CONTROL)
    press(ENTER, ENTER)
    assert not observed.ask(queries.issue_card, issue).evidence, "no need was chosen"
    page.card.ui.actForm.toEdit.line.setFocus()
    write("バス")
    press(ENTER, ENTER)
    (row,) = observed.ask(queries.issue_card, issue).evidence
    assert row.need_id == known[1]
    page.card._drop_evidence(row)
    assert not observed.ask(queries.issue_card, issue).evidence


def test_that_the_figures_of_the_year_open_their_issues(
    shown: IssuesPlace, observed: ObservableStore
) -> None:
    issue = city_wide(observed)
    shown.open_target(Target("issues", "part", "analysis"))
    page = shown.part
    assert isinstance(page, AnalysisPage)
    rest(page.jobs)
    wanted: list[Target] = []
    page.wanted.connect(wanted.append)
    table = page.table
    page.ui.figures.setCurrentIndex(
        page.ui.figures.figures.index(len(table.rows) - 1, len(table.columns) - 1)
    )
    press(ENTER)
    press(ENTER)
    assert wanted == [Target("issues", "issue", issue)]
