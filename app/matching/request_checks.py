"""What a request must be before it is stored, what is doubtful about it, and its state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date

from app.contacts.checks import repair, tidy_texts
from app.kernel.errors import Refusal
from app.kernel.phones import normalise_phone
from app.matching.match import MatchState
from app.matching.match_way import GOING_ON, PENDING
from app.matching.request import RequestDraft, RequestState, Rhythm
from app.supporters.availability import MONTHS_OF_YEAR, PARTS_OF_WEEK

NO_INDIVIDUAL_HELP = (
    "個人の名前は、設定で「個別の手伝い」を行うことにした事務所だけが記録できます。"
    "氏名を外して保存してください。"
)
BY_HAND = frozenset({RequestState.WITHDRAWN, RequestState.CLOSED})
"""States that only somebody's decision ends."""

_FIELDS = tuple(field.name for field in fields(RequestDraft))
_TEXTS = tuple(field.name for field in fields(RequestDraft) if field.type == "str")
_MOST_PEOPLE = 200
_MOST_TIMES = 31


def checked_request(
    draft: RequestDraft, today: date, area_code: str = "0138", *, individual_help: bool = False
) -> RequestDraft:
    """Return a request as it is stored: trimmed, its telephone number in one spelling.

    Raises ``Refusal`` with a sentence for each field that cannot be stored.
    """
    problems: dict[str, str] = {}
    values = {name: getattr(draft, name) for name in _FIELDS}
    tidy_texts(values, _TEXTS)
    repair(values, problems, "contact_phone", lambda text: normalise_phone(text, area_code))
    values["kinds"] = tuple(dict.fromkeys(draft.kinds))
    tidied = RequestDraft(**values)
    problems |= _who_and_what(tidied, individual_help=individual_help)
    problems |= _numbers(tidied)
    problems |= _days(tidied, today)
    if problems:
        raise Refusal("".join(dict.fromkeys(problems.values())), problems)
    return tidied


def request_doubts(draft: RequestDraft) -> Mapping[str, str]:
    """Return, by field, what is better asked about before supporters are."""
    found: dict[str, str] = {}
    if not draft.kinds:
        found["kinds"] = "希望する内容の区分が選ばれていません。候補の順位に反映できません。"
    if draft.rhythm is Rhythm.ONCE and draft.on_day is None:
        found["on_day"] = "手伝いの日が決まっていません。"
    if draft.rhythm is Rhythm.REGULAR and not draft.week and draft.local_resource_id is None:
        found["week"] = "手伝いの曜日が決まっていません。"
    if draft.on_day and draft.due_on and draft.due_on > draft.on_day:
        found["due_on"] = "返事の締切が手伝いの日より後になっています。"
    if draft.district_id is None:
        found["district_id"] = "圏域がわかりません。町名か活動の場を入力してください。"
    return found


def state_from_matches(
    state: RequestState, wanted: int, matches: Iterable[tuple[MatchState, bool]]
) -> RequestState:
    """Return the state of a request; one set by hand stays.

    Each match says its state and whether, if it ended, the help asked for was then done.
    """
    if state in BY_HAND:
        return state
    known = list(matches)
    taken = sum(one in GOING_ON or (one is MatchState.ENDED and is_done) for one, is_done in known)
    if taken >= wanted:
        return RequestState.FILLED
    if taken or any(one in PENDING for one, _ in known):
        return RequestState.ASKING
    return RequestState.OPEN


def is_done(rhythm: Rhythm, last_day: date | None, match_ended: date | None) -> bool:
    """Return whether a match that ended did all that was asked for.

    Help for once is done when its match ends; regular help when its last day has come, else
    the place is free again.
    """
    if rhythm is Rhythm.ONCE:
        return True
    return last_day is not None and match_ended is not None and match_ended >= last_day


def holds_place(
    state: MatchState, rhythm: Rhythm, last_day: date | None, match_ended: date | None
) -> bool:
    """Return whether a match holds one of the places asked for: it goes on, or did it all."""
    ended = state is MatchState.ENDED
    return state in GOING_ON or (ended and is_done(rhythm, last_day, match_ended))


def _who_and_what(draft: RequestDraft, *, individual_help: bool) -> dict[str, str]:
    found: dict[str, str] = {}
    if draft.person_id is not None and not individual_help:
        found["person_id"] = NO_INDIVIDUAL_HELP
    if (
        draft.organisation_id is None
        and draft.local_resource_id is None
        and draft.person_id is None
        and not draft.contact_name
    ):
        found["organisation_id"] = "どこからの希望か、団体・活動の場か担当者名を入力してください。"
    if not (draft.title or draft.content or draft.kinds):
        found["title"] = "何を手伝ってほしいか、件名か内容を入力してください。"
    return found


def _numbers(draft: RequestDraft) -> dict[str, str]:
    found: dict[str, str] = {}
    if not 1 <= draft.people_wanted <= _MOST_PEOPLE:
        found["people_wanted"] = f"必要人数は1から{_MOST_PEOPLE}までの数で入力してください。"
    if draft.times_a_month is not None and not 1 <= draft.times_a_month <= _MOST_TIMES:
        found["times_a_month"] = f"月の回数は1から{_MOST_TIMES}までの数で入力してください。"
    if not 0 <= draft.week < 1 << PARTS_OF_WEEK:
        found["week"] = "曜日を選び直してください。"
    if not 0 <= draft.months < 1 << MONTHS_OF_YEAR:
        found["months"] = "月を選び直してください。"
    return found


def _days(draft: RequestDraft, today: date) -> dict[str, str]:
    found: dict[str, str] = {}
    if draft.received_on > today:
        found["received_on"] = "受付日が今日より後の日付になっています。"
    if draft.starts_at and draft.ends_at and draft.ends_at <= draft.starts_at:
        found["ends_at"] = "終わりの時刻が始まりより前になっています。"
    if draft.starts_on and draft.ends_on and draft.ends_on < draft.starts_on:
        found["ends_on"] = "期間の終わりが始まりより前になっています。"
    return found
