"""What a local issue must be before it is stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date

from app.contacts.checks import tidy_texts
from app.kernel.errors import Refusal
from app.local_issues.local_issue import IssueScope, LocalIssueDraft

_FIELDS = tuple(field.name for field in fields(LocalIssueDraft))
_TEXTS = tuple(field.name for field in fields(LocalIssueDraft) if field.type == "str")


def checked_issue(draft: LocalIssueDraft, today: date) -> LocalIssueDraft:
    """Return an issue as it is stored: trimmed, a city-wide one without districts.

    Raises ``Refusal`` with a sentence for each field.
    """
    values = {name: getattr(draft, name) for name in _FIELDS}
    tidy_texts(values, _TEXTS)
    city_wide = draft.scope is IssueScope.CITY
    values["districts"] = () if city_wide else tuple(dict.fromkeys(draft.districts))
    tidied = LocalIssueDraft(**values)
    problems = dict(_problems(tidied, today))
    if problems:
        raise Refusal("".join(problems.values()), problems)
    return tidied


def _problems(draft: LocalIssueDraft, today: date) -> Iterator[tuple[str, str]]:
    if not draft.title:
        yield "title", "件名を入力してください。"
    if draft.found_on > today:
        yield "found_on", "把握した日が今日より後の日付になっています。"
    if draft.scope is not IssueScope.CITY and not draft.districts:
        yield "districts", "圏域を選んでください。市全体の課題は、広がりを「全市」にしてください。"
    if draft.review_on is not None and draft.review_on < draft.found_on:
        yield "review_on", "見直す日が把握した日より前になっています。"
    yield from _city_problems(draft, today)


def _city_problems(draft: LocalIssueDraft, today: date) -> Iterator[tuple[str, str]]:
    submitted, answered = draft.submitted_on, draft.answered_on
    if submitted is not None and not draft.found_on <= submitted <= today:
        yield "submitted_on", "市へ出した日は、把握した日から今日までの日にしてください。"
    if submitted is not None and not draft.proposal:
        yield "proposal", "市へ出した提案の内容を入力してください。"
    if answered is None:
        if draft.answer:
            yield "answered_on", "市の回答があった日を入力してください。"
        return
    if submitted is None:
        yield "submitted_on", "回答があるときは、市へ出した日も入力してください。"
    elif not submitted <= answered <= today:
        yield "answered_on", "市の回答の日は、市へ出した日から今日までの日にしてください。"
    if not draft.answer:
        yield "answer", "市の回答の内容を入力してください。"
