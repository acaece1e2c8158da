"""What a saved search asks: conditions on fields of people or organisations.

A condition is kept as plain texts, so that an office file can be read by later versions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from app.contacts.custom import OWN, FieldKind, Subject
from app.kernel.errors import Refusal
from app.kernel.labelled import Labelled

_MOST_ROWS: Final = 20
PICKED_KINDS: Final = (FieldKind.CHOICE, FieldKind.YES_NO)
"""Kinds of own fields whose values are offered."""
Years = tuple[int | None, int | None]
"""The first and the last fiscal year, each open where there is none."""


class Comparison(Labelled):
    """How a field is compared with a value."""

    CONTAINS = "contains", "を含む"
    LACKS = "lacks", "を含まない"
    IS = "is", "である"
    IS_NOT = "is_not", "でない"
    EMPTY = "empty", "が空"
    FILLED = "filled", "に記入がある"
    AT_LEAST = "at_least", "以上"
    AT_MOST = "at_most", "以下"


class Takes(Labelled):
    """What a field is compared with."""

    TEXT = "text", "文字"
    NUMBER = "number", "数"
    CHOICE = "choice", "選択肢"
    NOTHING = "nothing", "なし"


_TEXT: Final = (
    Comparison.CONTAINS,
    Comparison.LACKS,
    Comparison.IS,
    Comparison.EMPTY,
    Comparison.FILLED,
)
_CHOICE: Final = (Comparison.IS, Comparison.IS_NOT)
_NUMBER: Final = (Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.IS)


class SearchField(Labelled):
    """The fields conditions may be on; own fields come on top of these."""

    ANYWHERE = "anywhere", "どこかの項目"
    NAME = "name", "氏名・名称"
    KANA = "kana", "ふりがな"
    ADDRESS = "address", "住所"
    NEIGHBOURHOOD = "neighbourhood", "町会"
    PHONE = "phone", "電話番号"
    EMAIL = "email", "メール"
    OCCUPATION = "occupation", "職業"
    QUALIFICATIONS = "qualifications", "資格"
    INTERESTS = "interests", "関心"
    NOTE = "note", "備考"
    DISTRICT = "district", "圏域"
    TAG = "tag", "タグ"
    STATUS = "status", "状態"
    NO_MAIL = "no_mail", "発送不要"
    FOLLOW_UP = "follow_up", "約束が残っている"
    SEX = "sex", "性別"
    AGE = "age", "年齢（今日）"
    AGE_IN_APRIL = "age_in_april", "年齢（年度初め）"
    AGE_ON_DAY = "age_on_day", "年齢（決めた日）"
    BIRTH_MONTH = "birth_month", "誕生月"
    ATTENDED = "attended", "出席した研修"
    COMPLETED = "completed", "修了した研修"
    CONSENT = "consent", "同意"
    MEMBER_KIND = "member_kind", "所属団体の種別"
    ROLE = "role", "役職"
    KIND = "kind", "団体種別"

    @property
    def takes(self) -> Takes:
        return _TAKES.get(self, Takes.TEXT)

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """How this field may be compared."""
        if self is SearchField.ANYWHERE:
            return _TEXT[:2]
        return _TEXT if self.takes is Takes.TEXT else _BY_KIND.get(self, _CHOICE)

    @property
    def by_years(self) -> bool:
        """Whether fiscal years may be named."""
        return self in (SearchField.ATTENDED, SearchField.COMPLETED)

    @property
    def by_day(self) -> bool:
        """Whether a day has to be named."""
        return self is SearchField.AGE_ON_DAY


_FIXED: Final = (
    SearchField.DISTRICT,
    SearchField.TAG,
    SearchField.STATUS,
    SearchField.SEX,
    SearchField.ATTENDED,
    SearchField.COMPLETED,
    SearchField.CONSENT,
    SearchField.MEMBER_KIND,
    SearchField.KIND,
)
_TAKES: Final[Mapping[SearchField, Takes]] = {
    **dict.fromkeys(_FIXED, Takes.CHOICE),
    SearchField.NO_MAIL: Takes.NOTHING,
    SearchField.FOLLOW_UP: Takes.NOTHING,
    SearchField.AGE: Takes.NUMBER,
    SearchField.AGE_IN_APRIL: Takes.NUMBER,
    SearchField.AGE_ON_DAY: Takes.NUMBER,
    SearchField.BIRTH_MONTH: Takes.NUMBER,
}
_BY_KIND: Final[Mapping[SearchField, tuple[Comparison, ...]]] = {
    SearchField.AGE: _NUMBER,
    SearchField.AGE_IN_APRIL: _NUMBER,
    SearchField.AGE_ON_DAY: _NUMBER,
    SearchField.BIRTH_MONTH: _CHOICE,
}
_BOTH: Final = (
    SearchField.ANYWHERE,
    SearchField.NAME,
    SearchField.KANA,
    SearchField.ADDRESS,
    SearchField.PHONE,
    SearchField.EMAIL,
    SearchField.NOTE,
    SearchField.DISTRICT,
    SearchField.TAG,
    SearchField.STATUS,
    SearchField.NO_MAIL,
    SearchField.FOLLOW_UP,
)


def fields_of(subject: Subject) -> tuple[SearchField, ...]:
    """Return the fields a search for people or organisations may have conditions on."""
    if subject is Subject.ORGANISATION:
        return (*_BOTH, SearchField.KIND)
    return tuple(field for field in SearchField if field is not SearchField.KIND)


def own_comparisons(kind: FieldKind) -> tuple[Comparison, ...]:
    """Return how an own field of a kind may be compared."""
    if kind in PICKED_KINDS:
        return (*_CHOICE, *(one for one in _TEXT if one not in _CHOICE))
    if kind is FieldKind.TEXT:
        return (*_TEXT, Comparison.IS_NOT)
    return (*_NUMBER, Comparison.IS_NOT, *(one for one in _TEXT if one not in _NUMBER))


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition.  ``field`` is a ``SearchField``'s value or ``own:`` and a field's key.

    ``value`` is what was typed, or the stored value or key of a choice.  ``years`` are those of
    courses, none for all of them; ``day`` is the one ages are counted on where it is stated.
    """

    field: str
    comparison: Comparison = Comparison.IS
    value: str = ""
    years: Years | None = None
    day: date | None = None

    @property
    def known(self) -> SearchField | None:
        """The field, none for one of the office's own."""
        return SearchField.of_value(self.field)


@dataclass(frozen=True, slots=True)
class Search:
    """Conditions of which all must hold, or any."""

    subject: Subject = Subject.PERSON
    conditions: tuple[Condition, ...] = ()
    match_all: bool = True


def checked_search(search: Search) -> Search:
    """Return a search as it can be asked; raises ``Refusal`` for a condition that says nothing."""
    if len(search.conditions) > _MOST_ROWS:
        raise Refusal(f"条件は{_MOST_ROWS}個までにしてください。")
    for condition in search.conditions:
        _check(search.subject, condition)
    return search


def _check(subject: Subject, condition: Condition) -> None:
    field = condition.known
    if field is None:
        named = condition.field.removeprefix(OWN)
        if not condition.field.startswith(OWN) or not named.isascii() or not named.isdigit():
            raise Refusal("この条件の項目は、この版では使えません。条件を選び直してください。")
        return
    if field not in fields_of(subject) or condition.comparison not in field.comparisons:
        raise Refusal(f"「{field.label}」は、この探し方では使えません。条件を選び直してください。")
    number = condition.value.isascii() and condition.value.isdigit() and len(condition.value) <= 3
    if field.takes is Takes.NUMBER and not number:
        raise Refusal(f"「{field.label}」は数字で入力してください。")
    if field.by_day and condition.day is None:
        raise Refusal(f"「{field.label}」は、何月何日の年齢かを入力してください。")
    _check_years(condition.years)
    blank = condition.comparison in (Comparison.EMPTY, Comparison.FILLED)
    if field.takes is not Takes.NOTHING and not blank and not condition.value.strip():
        raise Refusal(f"「{field.label}」の値を入力してください。")


def _check_years(years: Years | None) -> None:
    first, last = years or (None, None)
    if first is not None and last is not None and last < first:
        raise Refusal("年度の初めと終わりが逆になっています。")


def to_json(search: Search) -> dict[str, Any]:
    """Return the conditions as they are stored."""
    rows = [
        {
            "field": one.field,
            "comparison": one.comparison.value,
            "value": one.value,
            "years": None if one.years is None else list(one.years),
            "day": None if one.day is None else one.day.isoformat(),
        }
        for one in search.conditions
    ]
    return {"all": search.match_all, "rows": rows}


def from_json(subject: Subject, stored: Mapping[str, Any]) -> Search:
    """Read stored conditions back."""
    conditions = tuple(
        Condition(
            row["field"],
            Comparison.of_value(row["comparison"]) or Comparison.IS,
            row["value"],
            None if row["years"] is None else (row["years"][0], row["years"][1]),
            # Files of versions before 年齢（決めた日） have no day.
            date.fromisoformat(row["day"]) if row.get("day") else None,
        )
        for row in stored["rows"]
    )
    return Search(subject, conditions, bool(stored["all"]))
