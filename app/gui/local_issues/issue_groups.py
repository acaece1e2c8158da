"""What a card says of an issue; what nobody has written down is left out."""

from __future__ import annotations

from datetime import date

from app.gui.contacts.facts_grid import Fact, Group
from app.kernel.wareki import format_day
from app.local_issues.queries import IssueCard
from app.local_issues.stages import Step

_DAY = "令和8年4月1日"


def groups_of(card: IssueCard) -> tuple[Group, ...]:
    """Return the groups that have anything to say, each with its facts."""
    groups = (("課題", _issue(card)), ("段階", _stages(card)), ("対応", _work(card)))
    said = (*groups, ("市への提案", _city(card)))
    known = ((title, tuple(fact for fact in facts if fact[1])) for title, facts in said)
    return tuple((title, facts) for title, facts in known if facts)


def _issue(card: IssueCard) -> tuple[Fact, ...]:
    row, draft = card.row, card.draft
    brought = "　".join(part for part in (draft.brought_by.label, draft.brought_from) if part)
    return (
        ("内容", draft.content),
        ("圏域", f"{row.where}（{draft.scope.label}）" if row.districts else row.where),
        ("区分", row.kind),
        ("把握", f"{format_day(draft.found_on, _DAY)}　{brought}"),
        ("だれが担うか", draft.solidarity.label if draft.solidarity else ""),
        ("備考", draft.note),
    )


def _stages(card: IssueCard) -> tuple[Fact, ...]:
    return tuple((step.stage.label, _since(step)) for step in card.steps)


def _since(step: Step) -> str:
    return "　".join(part for part in (format_day(step.starts_on, _DAY), step.note) if part)


def _work(card: IssueCard) -> tuple[Fact, ...]:
    draft = card.draft
    return (
        ("対応案", draft.measures),
        ("関係する主体", draft.actors),
        ("成果", draft.outcome),
        ("見直す日", _day(draft.review_on)),
    )


def _city(card: IssueCard) -> tuple[Fact, ...]:
    draft = card.draft
    waiting = draft.submitted_on is not None and draft.answered_on is None
    return (
        ("提案", draft.proposal),
        ("市へ出した日", f"{_day(draft.submitted_on)}{'（回答待ち）' if waiting else ''}"),
        ("市の回答", draft.answer),
        ("回答の日", _day(draft.answered_on)),
        ("反映", "市の事業や予算に反映されました" if draft.taken_up else ""),
    )


def _day(day: date | None) -> str:
    return "" if day is None else format_day(day, _DAY)
