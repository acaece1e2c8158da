"""What a plan can count by itself: every measure with its unit and the duties it suits.

``signs`` are those of the eight duties of 令和4年度; a measure without any suits all of them.
How each is counted stands in ``app.planning.queries.measures``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from app.kernel.errors import Refusal
from app.kernel.text import quoted


class MeasureKey(Enum):
    """What is stored of a measure."""

    LOG_ENTRIES = "log_entries"
    LOG_VISITS = "log_visits"
    LOG_REACHED = "log_reached"
    LOG_PEOPLE = "log_people"
    FIRST_HELD = "first_held"
    FIRST_ATTENDED = "first_attended"
    SECOND_HELD = "second_held"
    SECOND_ATTENDED = "second_attended"
    CARE_HELD = "care_held"
    CARE_ATTENDED = "care_attended"
    OTHER_ATTENDED = "other_attended"
    SESSIONS = "sessions"
    APPLICANTS = "applicants"
    TRAINEES = "trainees"
    TRAINED = "trained"
    COMPLETED = "completed"
    REGISTERED_NEW = "registered_new"
    REGISTERED = "registered"
    CENTRE_NEW = "centre_new"
    CENTRE = "centre"
    REQUESTS = "requests"
    AGREED = "agreed"
    ACTIVE = "active"
    OCCASIONS = "occasions"
    HELP_GIVEN = "help_given"
    HELPERS = "helpers"
    NEEDS = "needs"
    RESOURCES = "resources"
    RESOURCES_NEW = "resources_new"
    RESOURCES_CONFIRMED = "resources_confirmed"
    RESOURCES_CREATED = "resources_created"
    ISSUES = "issues"
    ISSUES_SOLVED = "issues_solved"
    ISSUES_SUBMITTED = "issues_submitted"
    SURVEYS = "surveys"
    ANSWER_SHEETS = "answer_sheets"


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that is counted over a period; ``by_duty`` counts under one duty only.

    ``at_end`` is how many there are on the last day, all others what happened in the period.
    ``by_kind`` can be counted for one kind of course only, ``course_kind``.
    """

    key: MeasureKey
    name: str
    unit: str
    signs: tuple[str, ...] = ()
    by_duty: bool = False
    at_end: bool = False
    by_kind: bool = False
    course_kind: int | None = None

    @property
    def stored(self) -> str:
        """Return what an item of a plan keeps of it: completed, completed@2."""
        return self.key.value + ("" if self.course_kind is None else f"@{self.course_kind}")

    def of_kind(self, kind: int, name: str) -> Measure:
        """Return the measure for one kind of course, which has this name."""
        return replace(self, name=f"{self.name}（{name}）", course_kind=kind)


_K = MeasureKey
MEASURES = (
    Measure(_K.LOG_ENTRIES, "日報の件数", "件", by_duty=True),
    Measure(_K.LOG_VISITS, "訪問の件数", "件", ("③", "⑥", "⑦"), by_duty=True),
    Measure(_K.LOG_REACHED, "対象者数（延べ）", "人", ("③", "④"), by_duty=True),
    Measure(_K.LOG_PEOPLE, "対象者数（実）", "人", by_duty=True),
    Measure(_K.FIRST_HELD, "第1層協議体の開催", "回", ("①", "⑧")),
    Measure(_K.FIRST_ATTENDED, "第1層協議体への参加", "回", ("①",)),
    Measure(_K.SECOND_HELD, "第2層協議体の開催", "回", ("②",)),
    Measure(_K.SECOND_ATTENDED, "第2層協議体への参加", "回", ("②",)),
    Measure(_K.CARE_HELD, "地域ケア会議の開催", "回", ("②",)),
    Measure(_K.CARE_ATTENDED, "地域ケア会議への参加", "回", ("②",)),
    Measure(_K.OTHER_ATTENDED, "連絡会・部会・その他の会議への参加", "回", ("②", "③")),
    Measure(_K.SESSIONS, "研修の開催", "回", ("⑤",), by_kind=True),
    Measure(_K.APPLICANTS, "研修の申込者", "人", ("⑤",), by_kind=True),
    Measure(_K.TRAINEES, "研修の出席 延べ人数", "人", ("⑤",), by_kind=True),
    Measure(_K.TRAINED, "研修の出席 実人数", "人", ("⑤",), by_kind=True),
    Measure(_K.COMPLETED, "研修の修了者", "人", ("⑤",), by_kind=True),
    Measure(_K.REGISTERED_NEW, "サポーターの新規登録", "人", ("⑤",)),
    Measure(_K.REGISTERED, "サポーターの登録者（期末）", "人", ("⑤",), at_end=True),
    Measure(_K.CENTRE_NEW, "ボランティアセンターへの新規登録", "人", ("⑤",)),
    Measure(_K.CENTRE, "ボランティアセンターの登録者（期末）", "人", ("⑤",), at_end=True),
    Measure(_K.REQUESTS, "お手伝い希望票の受付", "件", ("⑤", "⑥")),
    Measure(_K.AGREED, "マッチングの成立", "件", ("⑤",)),
    Measure(_K.ACTIVE, "活動中のマッチング（期末）", "件", ("⑤",), at_end=True),
    Measure(_K.OCCASIONS, "サポーターの活動 延べ回数", "回", ("⑤",)),
    Measure(_K.HELP_GIVEN, "サポーターの活動 延べ人数", "人", ("⑤",)),
    Measure(_K.HELPERS, "活動したサポーター 実人数", "人", ("⑤",)),
    Measure(_K.NEEDS, "支援ニーズの受付", "件", ("⑥",)),
    Measure(_K.RESOURCES, "把握している社会資源（期末）", "件", ("⑥",), at_end=True),
    Measure(_K.RESOURCES_NEW, "新しく把握した社会資源", "件", ("⑥",)),
    Measure(_K.RESOURCES_CONFIRMED, "情報を確認した社会資源", "件", ("⑥",)),
    Measure(_K.RESOURCES_CREATED, "課題から生まれ定着した資源", "件", ("⑦",)),
    Measure(_K.ISSUES, "把握した地域課題", "件", ("⑥", "⑧")),
    Measure(_K.ISSUES_SOLVED, "解決・定着した地域課題", "件", ("⑦", "⑧")),
    Measure(_K.ISSUES_SUBMITTED, "市に提案した地域課題", "件", ("⑧",)),
    Measure(_K.SURVEYS, "実施したアンケート", "件", ("⑥",)),
    Measure(_K.ANSWER_SHEETS, "アンケートの回答票", "枚", ("⑥",)),
)
"""Every measure, in the order it is offered."""

_KIND = re.compile("[0-9]{1,9}")
_BY_KEY = {one.key.value: one for one in MEASURES}


def measure_of(key: str) -> Measure | None:
    """Return a measure by what is stored of it, nothing for one nobody knows any more."""
    name, apart, kind = key.partition("@")
    found = _BY_KEY.get(name)
    if found is None or not apart:
        return found
    if not found.by_kind or not _KIND.fullmatch(kind):
        return None
    return replace(found, course_kind=int(kind))


def known_measure(key: str) -> Measure:
    """Return a measure; refuse in words where there is none."""
    found = measure_of(key)
    if found is None:
        text = f"{quoted(key)}という指標はありません。一覧から選び直してください。"
        raise Refusal(text, {"measure": text})
    return found


def suited(sign: str, offered: Sequence[Measure] = MEASURES) -> tuple[Measure, ...]:
    """Return all that is offered, what suits a duty by its sign first."""
    return tuple(sorted(offered, key=lambda one: _rank(one, sign)))


def _rank(one: Measure, sign: str) -> int:
    if sign in one.signs:
        return 0
    return 2 if one.signs else 1
