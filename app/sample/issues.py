"""Local issues of the sample office, the survey they partly came from, and what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from random import Random

from sqlalchemy.orm import Session

from app.contacts.organisation_card import OrganisationRow
from app.kernel.fiscal_year import FiscalYear
from app.local_issues import commands, queries
from app.local_issues.local_issue import (
    BroughtBy,
    Creation,
    IssueScope,
    IssueStage,
    LocalIssueDraft,
    LocalIssueId,
    Solidarity,
)
from app.local_resources.local_resource import LocalResourceId
from app.matching.need import Handling
from app.matching.queries import NeedListing
from app.office import queries as office
from app.sample.diary import Diary
from app.surveys import commands as surveys
from app.surveys import queries as survey_queries
from app.surveys.survey import (
    Answer,
    AnswerSheetDraft,
    QuestionDraft,
    QuestionKind,
    SurveyDraft,
    SurveyId,
)

_ISSUES: tuple[tuple[str, str, str, str, bool], ...] = (
    ("除雪", "冬の除雪の担い手が足りない", "高齢の世帯の玄関先まで手が回らない。",
     "サポーターと町会で分担する仕組みを話し合う", True),
    ("移動・買い物", "店がなくなり買い物に行けない", "バスの便も減り，歩いて行ける店がない。",
     "移動販売の事業者と場所を相談する", False),
    ("通いの場・サロン等の拡充", "歩いて行ける通いの場がない", "坂が多く，冬は出かけられない。",
     "空き店舗と町会館の利用を調べる", False),
    ("担い手の育成", "世話役の後継ぎがいない", "同じ方が長く続けており，代わりがいない。",
     "ステップアップ研修の修了者に声をかける", True),
    ("孤立・見守り", "ひとり暮らしの方の様子がわからない", "町会に入らない方とつながりがない。",
     "新聞店や郵便局と見守りの声かけを始める", False),
    ("複雑化・複合化した課題", "親と子の両方に支援がいる世帯がある", "相談先が分かれている。",
     "福祉拠点と多機関の会議につなぐ", False),
    ("支えあいの普及啓発", "助けを頼むことへの遠慮がある", "困っていても言い出せない方が多い。",
     "出前講座で頼み上手の話をする", False),
)  # fmt: skip
_WAY = (IssueStage.GATHERED, IssueStage.DISCUSSED, IssueStage.WORKED_ON, IssueStage.SOLVED)
_GOES_ON = 0.75
_SUBMITTED = 0.5
_QUESTIONS = (
    QuestionDraft(
        "助け合い活動をしていますか", QuestionKind.SINGLE, ("している", "検討中", "していない")
    ),
    QuestionDraft(
        "困っていることは何ですか",
        QuestionKind.MULTIPLE,
        ("除雪", "買い物", "ごみ出し", "話し相手", "担い手不足"),
    ),
    QuestionDraft("会の活動に満足していますか", QuestionKind.SCALE),
    QuestionDraft("活動に加わる人は何人ですか", QuestionKind.NUMBER),
    QuestionDraft("ご意見をお書きください", QuestionKind.FREE),
)
_SAID = (
    "冬の集まりが難しい。", "若い世代にも声をかけたい。", "役員の負担が大きい。",
    "サポーターに来てもらい助かった。", "",
)  # fmt: skip


class Issues:
    """The issues and surveys of the sample."""

    def __init__(
        self,
        random: Random,
        diary: Diary,
        neighbourhoods: Sequence[OrganisationRow],
        places: Sequence[LocalResourceId],
    ) -> None:
        self._random, self._diary = random, diary
        self._neighbourhoods, self._places = neighbourhoods, list(places)

    def plan_year(self, year: FiscalYear, count: int) -> None:
        """Plan the survey of a year and that many issues found in it."""
        asked = year.first_day + timedelta(days=60)
        self._diary.plan(asked, partial(self._ask, year))
        for one in self._random.sample(_ISSUES, min(count, len(_ISSUES))):
            day = year.first_day + timedelta(days=self._random.randint(20, 330))
            self._diary.plan(day, partial(self._find, one))

    def _find(self, one: tuple[str, str, str, str, bool], session: Session, on: date) -> None:
        kind, title, content, measures, city_wide = one
        random = self._random
        kinds = {row.name: row.id for row in queries.issue_kinds(session)}
        districts = [row.id for row in office.districts(session)]
        chosen = () if city_wide else tuple(random.sample(districts, random.randint(1, 2)))
        draft = LocalIssueDraft(
            title=title,
            found_on=on,
            kind_id=kinds.get(kind),
            scope=IssueScope.CITY if city_wide else IssueScope.DISTRICT,
            districts=chosen,
            brought_by=random.choice(list(BroughtBy)),
            content=content,
            solidarity=random.choice(list(Solidarity)),
            measures=measures,
            actors="町会、地域包括支援センター、第1層コーディネーター",
            review_on=on + timedelta(days=120),
        )
        key = commands.add_issue(session, draft)
        needs = NeedListing(handling=Handling.ISSUE).keys(session)
        if needs:
            commands.add_evidence(session, key, need=random.choice(needs))  # type: ignore[arg-type]
        self._next(key, 0, on)

    def _next(self, issue: LocalIssueId, place: int, on: date) -> None:
        if place < len(_WAY) and self._random.random() < _GOES_ON:
            day = on + timedelta(days=self._random.randint(25, 90))
            self._diary.plan(day, partial(self._step, issue, place))

    def _step(self, issue: LocalIssueId, place: int, session: Session, on: date) -> None:
        stage = _WAY[place]
        commands.step_issue(session, issue, stage, on=on)
        if stage is IssueStage.DISCUSSED and self._random.random() < _SUBMITTED:
            commands.submit_to_city(session, issue, proposal="次年度の事業で取り上げること", on=on)
            day = on + timedelta(days=45)
            self._diary.plan(day, partial(self._answer, issue))
        if stage is IssueStage.WORKED_ON and self._places:
            place_of = self._places.pop(self._random.randrange(len(self._places)))
            line = commands.add_issue_resource(session, issue, place_of, Creation.RELATED, on=on)
            day = on + timedelta(days=60)
            self._diary.plan(day, partial(self._settle, line))
        self._next(issue, place + 1, on)

    def _answer(self, issue: LocalIssueId, session: Session, on: date) -> None:
        taken_up = self._random.random() < 0.4
        said = "次年度の予算に反映する。" if taken_up else "引き続き検討する。"
        commands.answer_of_city(session, issue, answer=said, on=on, taken_up=taken_up)

    def _settle(self, line: int, session: Session, on: date) -> None:
        creation = self._random.choice((Creation.POSITIONED, Creation.ANNOUNCED, Creation.SETTLED))
        commands.change_issue_resource(session, line, creation, on=on)

    def _ask(self, year: FiscalYear, session: Session, on: date) -> None:
        draft = SurveyDraft(
            title=f"{year}　町会の助け合い活動に関するアンケート",
            fiscal_year=year.start,
            target="町会",
            purpose="町会の助け合い活動と困りごとを知る",
            way="郵送",
            starts_on=on,
            ends_on=on + timedelta(days=30),
            handed_out=len(self._neighbourhoods),
        )
        key = surveys.add_survey(session, draft)
        surveys.set_questions(session, key, _QUESTIONS)
        self._diary.plan(on + timedelta(days=25), partial(self._collect, key))

    def _collect(self, survey: SurveyId, session: Session, on: date) -> None:
        questions = survey_queries.survey_card(session, survey).questions
        random = self._random
        for one in self._neighbourhoods:
            if random.random() > 0.7:
                continue
            answers = []
            for question in questions:
                options = [option.id for option in question.options]
                answers.append(
                    Answer(
                        question.id,
                        tuple(
                            random.sample(options, 1 if question.kind is QuestionKind.SINGLE else 2)
                        )
                        if options
                        else (),
                        random.randint(1, 5)
                        if not options and question.kind is not QuestionKind.FREE
                        else None,
                        random.choice(_SAID) if question.kind is QuestionKind.FREE else "",
                    )
                )
            surveys.add_sheet(
                session,
                survey,
                AnswerSheetDraft(one.id, received_on=on, answers=tuple(answers)),
            )
