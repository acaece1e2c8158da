"""A survey by key: three questions, five sheets typed in, what they say across one another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.framework.year_choice import YearChoice
from app.gui.issues_place import IssuesPlace
from app.gui.surveys.survey_finder import find_surveys
from app.gui.surveys.surveys_page import SurveysPage
from app.kernel.fiscal_year import FiscalYear
from app.local_issues import commands as local_issues
from app.local_issues import queries as issue_queries
from app.local_issues.local_issue import IssueScope, LocalIssueDraft
from app.matching import queries as matching
from app.office import commands as office
from app.storage.store import Store
from app.surveys import commands, queries
from app.surveys.survey import QuestionDraft, QuestionKind, SurveyDraft, SurveyId
from app.wiring import default_masters
from tests.conftest import Clock
from tests.gui.council.hands import ALT, CONTROL, ENTER, press, write
from tests.gui.fake_dialogs import FakeDialogs
from tests.gui.typing_japanese import convert

QUESTIONS = (
    QuestionDraft("担い手は足りていますか", QuestionKind.SINGLE, ("はい", "いいえ")),
    QuestionDraft("困っていること", QuestionKind.MULTIPLE, ("除雪", "買い物", "通院")),
    QuestionDraft("ご意見", QuestionKind.FREE),
)
SHEETS = (("1", "13", ""), ("2", "1", "坂が多い"), ("2", "2,3", ""), ("", "1", ""), ("2", "1", ""))


@pytest.fixture
def page(store: Store, clock: Clock, qtbot: QtBot) -> Iterator[SurveysPage]:
    """The part アンケート with a survey that nobody has answered yet."""
    clock.now = datetime(2026, 5, 20, 9)
    store.note("準備", office.seed_masters, *default_masters())
    draft = SurveyDraft("町会アンケート", 2026, handed_out=10)
    store.note("準備", commands.add_survey, draft, QUESTIONS)
    jobs = Jobs()
    shown = IssuesPlace(
        ObservableStore(store), YearChoice(FiscalYear(2026)), FakeDialogs(), jobs, clock
    )
    qtbot.addWidget(shown)
    shown.resize(1150, 640)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.open_target(Target("issues", "survey", 1))
    page = shown.part
    assert isinstance(page, SurveysPage)
    yield page
    shown.close()
    jobs.close()


def key_of(page: SurveysPage) -> SurveyId:
    assert page.card.key is not None
    return page.card.key


def type_sheets(page: SurveysPage) -> None:
    """Type the sheets in as they lie on the desk, the first with its district."""
    press(Qt.Key.Key_3, held=ALT)
    for number, answers in enumerate(SHEETS):
        for text in ("2" if number == 0 else "", "", *answers, ""):
            if text[:1].isdigit():
                press(Qt.Key(ord(text[0])))
                write(text[1:])
            elif text:
                convert(page.card.sheets.grid, "さか", text)
            press(ENTER)
    assert page.card.sheets.wrong == 0


def test_that_a_survey_is_written_typed_in_and_counted(page: SurveysPage, store: Store) -> None:
    type_sheets(page)
    survey = key_of(page)
    rows = store.ask(queries.sheets, survey)
    assert [len(row.draft.answers) for row in rows] == [2, 3, 2, 1, 2]
    assert rows[0].district
    assert not rows[1].district
    grid = page.card.sheets.grid
    grid.go(4, grid.sheets.received_column)
    press(Qt.Key.Key_0)
    write("519")
    press(ENTER)
    assert grid.currentIndex().row() == 5, "and on to the next sheet"
    grid.go(5, 2)
    press(Qt.Key.Key_2, ENTER)
    days = [row.draft.received_on for row in store.ask(queries.sheets, survey)]
    assert days == [None] * 4 + [date(2026, 5, 19)] * 2, "the next came on the same day"
    press(Qt.Key.Key_Delete, held=CONTROL)
    press(Qt.Key.Key_4, held=ALT)
    pane = page.card.results
    pane.ui.questionCombo.setCurrentIndex(1)
    assert pane.table is not None
    assert [pane.table.text(row, 0) for row in range(4)] == ["1（25.0%）", "3（75.0%）", "4", "1"]
    pane.ui.byCombo.setCurrentIndex(pane.ui.byCombo.findText("問2", Qt.MatchFlag.MatchStartsWith))
    cells = [[one.count for one in row] for row in pane.table.cells]
    # Across the columns 除雪, 買い物, 通院 and their sum: yes, no, n, no answer.
    assert cells == [[1, 0, 1, 1], [2, 1, 1, 3], [3, 1, 2, 4], [1, 0, 0, 1]]
    pane.ui.figures.setFocus()
    pane.ui.figures.setCurrentIndex(pane.ui.figures.figures.index(1, 0))
    press(ENTER)
    assert [pane.model.row(pane.model.index(n, 0)).number for n in range(2)] == [2, 5]


def test_that_what_cannot_be_read_stays_marked_until_it_is_mended(
    page: SurveysPage, store: Store
) -> None:
    press(Qt.Key.Key_3, held=ALT)
    grid = page.card.sheets.grid
    grid.go(0, 2)
    press(Qt.Key.Key_9, ENTER)
    assert grid.currentIndex().column() == 2, "the cursor stays where it is wrong"
    assert "1から2" in page.card.sheets.ui.problemLabel.text()
    assert not store.ask(queries.sheets, key_of(page))
    press(ENTER, Qt.Key.Key_1, ENTER)
    (row,) = store.ask(queries.sheets, key_of(page))
    assert len(row.draft.answers) == 1
    assert grid.sheets.text(0, 2) == "9", "it went along with its sheet"
    assert isinstance(page.dialogs, FakeDialogs)
    page.dialogs.answers = [False]
    assert not page.may_leave(), "what could not be read is not lost without a word"
    grid.go(0, 2)
    press(Qt.Key.Key_2, ENTER)
    assert page.card.sheets.wrong == 0
    grid.go(0, 3)
    press(Qt.Key.Key_8)  # the editor is still open
    page.dialogs.answers = [True]
    assert page.may_leave()
    assert page.card.sheets.wrong == 0
    grid.go(0, 2)
    press(Qt.Key.Key_Delete)
    (row,) = store.ask(queries.sheets, key_of(page))
    assert len(row.draft.answers) == 1
    press(Qt.Key.Key_Delete, held=CONTROL)
    assert not store.ask(queries.sheets, key_of(page))


def test_that_answers_become_a_need_and_the_survey_evidence(
    page: SurveysPage, store: Store
) -> None:
    type_sheets(page)
    press(Qt.Key.Key_4, held=ALT)
    pane = page.card.results
    pane.ui.questionCombo.setCurrentIndex(3)
    assert pane.model.rowCount() == 1
    press(Qt.Key.Key_L, held=CONTROL)
    (need,) = store.ask(matching.NeedListing().keys)
    assert store.ask(matching.need_card, need, date(2026, 5, 20)).draft.content == "坂が多い"
    draft = LocalIssueDraft("冬の坂道", date(2026, 5, 20), scope=IssueScope.CITY)
    issue = store.note("課題", local_issues.add_issue, draft).result
    press(Qt.Key.Key_E, held=CONTROL)
    write("坂道")
    press(ENTER, ENTER)
    (row,) = store.ask(issue_queries.issue_card, issue).evidence
    assert row.survey_id == key_of(page)


def test_that_questions_are_added_and_kept_where_somebody_answered(
    page: SurveysPage, store: Store
) -> None:
    press(Qt.Key.Key_2, held=ALT)
    press(Qt.Key.Key_G, held=CONTROL)
    write("続けたいですか")
    press(ENTER, ENTER)
    write("はい")
    press(ENTER, held=CONTROL)
    assert not page.card.questions.form.isHidden(), "one option is no choice"
    page.card.questions.form.linesEdit.appendPlainText("いいえ")
    press(ENTER, held=CONTROL)
    asked = store.ask(queries.questions_of, key_of(page))
    assert [one.text for one in asked[3].options] == ["はい", "いいえ"]
    press(Qt.Key.Key_Up, held=ALT)
    assert store.ask(queries.questions_of, key_of(page))[2].text == "続けたいですか"
    assert [hit.title for hit in find_surveys(page.store, "町会", 5)] == ["町会アンケート"]
