"""Surveys with their questions and sheets, in a real file; every step is undone and redone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts import commands as contacts
from app.contacts.organisation import OrganisationDraft
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.matching.need import NeedId
from app.matching.queries import NeedListing, need_card
from app.office import commands as office
from app.office.masters import DistrictDraft
from app.storage.base import Base
from app.storage.store import Store
from app.surveys import commands, queries
from app.surveys.survey import (
    Answer,
    AnswerSheetDraft,
    Question,
    QuestionDraft,
    QuestionKind,
    SurveyDraft,
    SurveyId,
)
from app.surveys.tabulation import CrossBy

ASKED = (
    QuestionDraft("助け合い活動がありますか", QuestionKind.SINGLE, ("ある", "ない")),
    QuestionDraft("困っていること", QuestionKind.MULTIPLE, ("除雪", "買い物", "通院")),
    QuestionDraft("活動への満足", QuestionKind.SCALE),
    QuestionDraft("会員の世帯数", QuestionKind.NUMBER),
    QuestionDraft("ご意見", QuestionKind.FREE),
)
TODAY = date(2026, 4, 1)
TABLES = ("survey", "survey_question", "survey_option", "answer_sheet", "survey_answer", "need")


class Desk:
    """A store with one survey; what is done is also undone and redone."""

    def __init__(self, store: Store) -> None:
        self.store = store
        store.do("圏域", office.seed_masters, [DistrictDraft("西部"), DistrictDraft("東部")], [])
        self.survey: SurveyId = self.do(
            commands.add_survey, SurveyDraft("町会アンケート", 2026, handed_out=10), ASKED
        )

    def do(self, command: Callable[..., Any], *args: Any) -> Any:
        before = self.store.ask(_rows)
        result = self.store.do("試す", command, *args).result
        after = self.store.ask(_rows)
        if after != before:
            self.store.undo()
            assert self.store.ask(_rows) == before
            self.store.redo()
            assert self.store.ask(_rows) == after
        return result

    @property
    def asked(self) -> tuple[Question, ...]:
        return self.store.ask(queries.questions_of, self.survey)

    def sheet(self, *ticks: int, many: tuple[int, ...] = (), **said: Any) -> AnswerSheetDraft:
        """Return a sheet: the places of ticks in questions 1 and 2, and what was said besides."""
        one, two, three, four, five = self.asked
        return AnswerSheetDraft(
            answers=(
                Answer(one.id, options=tuple(one.options[tick].id for tick in ticks)),
                Answer(two.id, options=tuple(two.options[tick].id for tick in many)),
                Answer(three.id, number=said.pop("step", None)),
                Answer(four.id, number=said.pop("number", None)),
                Answer(five.id, text=said.pop("text", "")),
            ),
            **said,
        )


def _rows(session: Session) -> dict[str, list[tuple[Any, ...]]]:
    tables = [Base.metadata.tables[name] for name in TABLES]
    return {
        table.name: [tuple(row) for row in session.execute(select(table).order_by(table.c.id))]
        for table in tables
    }


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store)


def test_that_sheets_are_numbered_replaced_and_counted_without_the_blank_ones(desk: Desk) -> None:
    first = desk.do(commands.add_sheet, desk.survey, desk.sheet(0, many=(0, 2), step=5, number=120))
    desk.do(commands.add_sheet, desk.survey, desk.sheet(1, many=(0,), text=" 雪が\r\n困る "))
    desk.do(commands.add_sheet, desk.survey, desk.sheet())
    desk.do(commands.change_sheet, first, desk.sheet(1, many=(1, 2), step=4, number=80))
    found = desk.store.ask(queries.results, desk.survey)
    one, two, three, four, five = found.questions
    assert (found.sheets.count, found.rate) == (3, Fraction(3, 10))
    assert [(one.label, one.figure.count, one.share) for one in one.tallies] == [
        ("ある", 0, Fraction(0)),
        ("ない", 2, Fraction(1)),
    ]
    assert (one.answered.count, one.blank.count) == (2, 1)
    assert [tally.figure.count for tally in two.tallies] == [1, 1, 1]
    assert "100％を超える" in two.note
    assert (three.mean, three.tallies[1].figure.keys) == (Fraction(4), (first,))
    assert (four.mean, four.middle, four.total) == (Fraction(80), Fraction(80), 80)
    assert [(one.number, one.text) for one in five.texts] == [(2, "雪が\n困る")]
    assert [row.number for row in desk.store.ask(queries.sheets, desk.survey)] == [1, 2, 3]
    desk.do(commands.remove_sheet, first)
    assert desk.do(commands.add_sheet, desk.survey, desk.sheet()) > 0
    assert [row.number for row in desk.store.ask(queries.sheets, desk.survey)] == [2, 3, 4]


def test_that_an_answer_that_cannot_be_is_refused_in_words(desk: Desk) -> None:
    one, two, _, four, five = desk.asked
    for draft, said in (
        (desk.sheet(0, 1), "問1：1つだけ選ぶ設問に2つ選んであります。"),
        (desk.sheet(step=6), "問3：1から5までの数"),
        (desk.sheet(number=-1), "問4：0以上の数"),
        (AnswerSheetDraft(answers=(Answer(five.id, number=3),)), "問5：数で答える設問では"),
        (AnswerSheetDraft(answers=(Answer(four.id, text="多い"),)), "問4：数字で"),
        (AnswerSheetDraft(answers=(Answer(one.id, options=(two.options[0].id,)),)), "選び直して"),
        (AnswerSheetDraft(received_on=date(2027, 1, 1)), "今日より後"),
    ):
        with pytest.raises(Refusal, match=said):
            desk.do(commands.add_sheet, desk.survey, draft)
    assert desk.store.ask(queries.sheets, desk.survey) == ()


def test_that_questions_change_without_losing_answers(desk: Desk) -> None:
    desk.do(commands.add_sheet, desk.survey, desk.sheet(0, many=(0,)))
    one, two, *rest = (question.draft for question in desk.asked)
    with pytest.raises(Refusal, match="回答が1件あるため、削除できません"):
        desk.do(commands.set_questions, desk.survey, [two, *rest])
    fewer = QuestionDraft(two.text, two.kind, ("買い物", "通院"), two.id)
    scale = QuestionDraft(one.text, QuestionKind.SCALE, id=one.id)
    with pytest.raises(Refusal, match="「除雪」には回答が1件"):
        desk.do(commands.set_questions, desk.survey, [one, fewer, *rest])
    with pytest.raises(Refusal, match="答え方を変えられません"):
        desk.do(commands.set_questions, desk.survey, [scale, two, *rest])
    retyped = QuestionDraft(two.text, two.kind, ("除雪・雪かき", "通院"), two.id)
    desk.do(commands.set_questions, desk.survey, [retyped, one, *rest[:2]])
    first, second, *_ = desk.store.ask(queries.results, desk.survey).questions
    assert [(one.label, one.figure.count) for one in first.tallies] == [
        ("除雪・雪かき", 1),
        ("通院", 0),
    ]
    assert (second.question.text, second.tallies[0].figure.count) == (one.text, 1)
    assert len(desk.asked) == 4


@pytest.mark.parametrize(
    ("drafts", "said"),
    [
        ([QuestionDraft(" ")], "問1：設問の文"),
        ([QuestionDraft("どれ", options=("一つ",))], "選択肢を2つ以上"),
        ([QuestionDraft("どれ", options=("同じ", "同じ "))], "「同じ」が2つ"),
        ([QuestionDraft("どれ", QuestionKind.FREE, ("あ", "い"))], "選ぶ設問にだけ"),
    ],
)
def test_that_questions_nobody_could_answer_are_refused(
    desk: Desk, drafts: list[QuestionDraft], said: str
) -> None:
    with pytest.raises(Refusal, match=said):
        desk.do(commands.set_questions, desk.survey, drafts)


def test_that_a_survey_is_asked_again_next_year_without_its_sheets(desk: Desk) -> None:
    desk.do(commands.add_sheet, desk.survey, desk.sheet(0))
    again = desk.do(commands.copy_survey, desk.survey, FiscalYear(2027))
    card = desk.store.ask(queries.survey_card, again)
    assert (card.row.title, card.row.fiscal_year, card.row.sheets) == ("町会アンケート", 2027, 0)
    texts = [(one.text, one.kind, [option.text for option in one.options]) for one in desk.asked]
    assert [
        (one.text, one.kind, [option.text for option in one.options]) for one in card.questions
    ] == texts
    listing = queries.SurveyListing(text="町会", year=FiscalYear(2027))
    assert desk.store.ask(listing.keys) == [again]
    desk.do(commands.bin_survey, again)
    assert desk.store.ask(listing.keys) == []
    with pytest.raises(Refusal, match="ごみ箱"):
        desk.do(commands.add_sheet, again, AnswerSheetDraft())
    desk.do(commands.restore_survey, again)


def test_that_districts_come_from_the_organisation_and_cross_tables_follow_their_order(
    desk: Desk,
) -> None:
    east = desk.do(
        contacts.add_organisation, OrganisationDraft("東川町会", district_id=2, district_fixed=True)
    )
    desk.do(commands.add_sheet, desk.survey, desk.sheet(0, organisation_id=east))
    desk.do(commands.add_sheet, desk.survey, desk.sheet(0, district_id=1))
    desk.do(commands.add_sheet, desk.survey, desk.sheet(1))
    one, *_ = desk.asked
    table = desk.store.ask(queries.cross, desk.survey, one.id, CrossBy.DISTRICT)
    assert table.columns == ("西部", "東部", "不明")
    assert [[cell.count for cell in row.cells] for row in table.rows] == [[1, 1, 0], [0, 0, 1]]
    with pytest.raises(Refusal, match="クロス集計に使えません"):
        desk.store.ask(queries.cross, desk.survey, desk.asked[4].id, CrossBy.DISTRICT)


def test_that_a_need_is_taken_out_of_what_somebody_wrote(desk: Desk) -> None:
    sheet = desk.do(
        commands.add_sheet,
        desk.survey,
        desk.sheet(many=(0, 1), text="通院の足がない", district_id=1),
    )
    desk.do(commands.need_from_answer, sheet, desk.asked[4].id)
    (key,) = desk.store.ask(NeedListing().keys)
    draft = desk.store.ask(need_card, NeedId(key), TODAY).draft
    assert (draft.content, draft.district_id) == ("通院の足がない", 1)
    assert draft.note == "アンケート「町会アンケート」の回答票1、問5から"
    offered = desk.store.ask(queries.need_offered, sheet, desk.asked[1].id, TODAY)
    assert offered.content == "除雪、買い物"
    with pytest.raises(Refusal, match="ニーズにする答えがありません"):
        desk.store.ask(queries.need_offered, sheet, desk.asked[0].id, TODAY)
