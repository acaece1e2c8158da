"""What is written down of an issue in a small form: its stage, evidence, resources, the city."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from app.gui.framework.observable_store import ObservableStore
from app.gui.local_issues.evidence_choices import prepare_need, prepare_survey
from app.gui.matching.act_form import Act, ActForm, Refused
from app.gui.matching.known import prepare_place
from app.kernel.errors import Refusal
from app.local_issues import commands
from app.local_issues.local_issue import Creation, IssueStage, LocalIssueId
from app.local_issues.queries import CreatedResource, IssueCard
from app.local_resources import commands as places
from app.local_resources.local_resource import LocalResourceDraft, LocalResourceId
from app.matching.need import NeedId
from app.surveys.survey import SurveyId

_STAGES, _CREATIONS = tuple(IssueStage), tuple(Creation)


def next_stage(stage: IssueStage) -> IssueStage:
    """Return the stage that most likely follows; of one that is over, that it is found again."""
    going = _STAGES[: _STAGES.index(IssueStage.SOLVED) + 1]
    return going[(going.index(stage) + 1) % len(going)] if stage in going else IssueStage.FOUND


def next_creation(row: CreatedResource) -> Creation | None:
    """Return how far a resource gets next, nothing once it has settled."""
    later = _CREATIONS[_CREATIONS.index(row.creation) + 1 :]
    return later[0] if later else None


class IssueActs:
    """Asks in the form of the card; each act is one step of undo."""

    def __init__(
        self, store: ObservableStore, form: ActForm, today: Callable[[], date], back: QWidget
    ) -> None:
        self._store, self._form, self._today, self._back = store, form, today, back

    def _do(self, refused: Refused, label: str, command: Any, *args: Any, **named: Any) -> bool:
        return self._store.do(label, command, *args, on_refusal=refused, **named) is not None

    # Stages

    def step(self, card: IssueCard) -> None:
        """Ask for the next stage; the likeliest is proposed."""
        now = card.row.stage
        self._form.begin(
            f"今は「{now.label}」",
            "進める",
            {"on": "その日", "choice": "次の段階", "text": "メモ"},
            Act(next_stage(now), self._today()),
            partial(self._step, card),
            choices=[(one.label, one) for one in IssueStage if one is not now],
            back=self._back,
        )

    def _step(self, card: IssueCard, act: Act, refused: Refused) -> bool:
        stage: IssueStage = act.choice
        label = f"課題：{stage.label}（{card.row.title}）"
        on = act.on or self._today()
        return self._do(
            refused, label, commands.step_issue, card.row.id, stage, on=on, note=act.text
        )

    # What it rests on

    def add_need(self, card: IssueCard) -> None:
        """Ask for a need the issue rests on."""
        prepare_need(self._form.toEdit, self._store)
        self._ask_evidence(card, "ニーズ", "need", NeedId)

    def add_survey(self, card: IssueCard) -> None:
        """Ask for a survey the issue rests on."""
        prepare_survey(self._form.toEdit, self._store)
        self._ask_evidence(card, "アンケート", "survey", SurveyId)

    def _ask_evidence(
        self, card: IssueCard, word: str, name: str, key: Callable[[int], object]
    ) -> None:
        def write(act: Act, refused: Refused) -> bool:
            if not isinstance(act.to, int):
                refused(Refusal("", {"to": f"根拠にする{word}を選んでください。"}))
                return False
            label = f"根拠の{word}を追加（{card.row.title}）"
            named = {name: key(act.to), "note": act.text}
            return self._do(refused, label, commands.add_evidence, card.row.id, **named)

        asked = {"to": word, "text": "メモ"}
        self._form.begin(f"{word}を根拠に加える", "加える", asked, Act(), write, back=self._back)

    # What came of it

    def add_resource(self, card: IssueCard) -> None:
        """Ask for a resource that came of the issue, known or new, and how far it has got."""
        prepare_place(self._form.toEdit, self._store)
        self._form.begin(
            "この課題からできた資源",
            "加える",
            {"to": "社会資源", "on": "その日", "choice": "どこまで", "text": "メモ"},
            Act(Creation.DISCOVERED, self._today()),
            partial(self._add_resource, card),
            choices=[(one.label, one) for one in Creation],
            back=self._back,
        )

    def _add_resource(self, card: IssueCard, act: Act, refused: Refused) -> bool:
        if act.to is None:
            refused(Refusal("", {"to": "社会資源を選ぶか、新しい名前を入力してください。"}))
            return False
        return self._do(
            refused,
            f"できた資源（{card.row.title}）",
            enter_resource,
            card.row.id,
            act.to,
            act.choice,
            on=act.on or self._today(),
            note=act.text,
        )

    def advance(self, card: IssueCard) -> None:
        """Ask which resource got how far; the first one's next step is proposed."""
        steps = [(row, next_creation(row)) for row in card.resources]
        choices = [(f"{row.name}：{to.label}", (row, to)) for row, to in steps if to is not None]
        if choices:
            self._form.begin(
                "できた資源を次へ",
                "進める",
                {"on": "その日", "choice": "資源と段階", "text": "メモ"},
                Act(choices[0][1], self._today(), text=choices[0][1][0].note),
                self._advance,
                choices=choices,
                back=self._back,
            )

    def _advance(self, act: Act, refused: Refused) -> bool:
        row, creation = act.choice
        return self._do(
            refused,
            f"資源：{creation.label}（{row.name}）",
            commands.change_issue_resource,
            row.id,
            creation,
            on=act.on or self._today(),
            note=act.text,
        )

    # The city

    def submit(self, card: IssueCard) -> None:
        """Ask what is proposed to the city, and when."""
        said = _one_line(card.draft.proposal)
        self._form.begin(
            "市へ提案する",
            "記録する",
            {"text": "提案の内容", "on": "市へ出した日"},
            Act(on=self._today(), text=said),
            partial(self._submit, card),
            back=self._back,
        )

    def _submit(self, card: IssueCard, act: Act, refused: Refused) -> bool:
        written = card.draft.proposal
        proposal = written if act.text == _one_line(written) else act.text
        label = f"市への提案（{card.row.title}）"
        on = act.on or self._today()
        return self._do(
            _renamed(refused, {"proposal": "text", "submitted_on": "on"}),
            label,
            commands.submit_to_city,
            card.row.id,
            proposal=proposal,
            on=on,
        )

    def answer(self, card: IssueCard) -> None:
        """Ask what the city answered."""
        self._form.begin(
            "市の回答",
            "記録する",
            {"text": "回答の内容", "on": "回答の日", "choice": "結果"},
            Act(choice=False, on=self._today(), text=_one_line(card.draft.answer)),
            partial(self._answer, card),
            choices=(("回答があった", False), ("市の事業や予算に反映された", True)),
            back=self._back,
        )

    def _answer(self, card: IssueCard, act: Act, refused: Refused) -> bool:
        return self._do(
            _renamed(refused, {"answer": "text", "answered_on": "on"}),
            f"市の回答（{card.row.title}）",
            commands.answer_of_city,
            card.row.id,
            answer=act.text,
            on=act.on or self._today(),
            taken_up=act.choice,
        )


def enter_resource(
    session: Session,
    issue: LocalIssueId,
    place: int | str,
    creation: Creation,
    *,
    on: date,
    note: str,
) -> int:
    """Name a resource that came of an issue; one that is not known yet is written down."""
    if isinstance(place, str):
        place = places.add_resource(session, LocalResourceDraft(name=place))
    return commands.add_issue_resource(
        session, issue, LocalResourceId(place), creation, on=on, note=note
    )


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


def _renamed(refused: Refused, names: dict[str, str]) -> Refused:
    def say(refusal: Refusal) -> None:
        fields = {names.get(name, name): text for name, text in refusal.fields.items()}
        refused(Refusal(refusal.text, fields))

    return say
