"""The catalogue of documents (様式): what each is called, asks for and holds.

A document is a value before it is a file: ``make`` asks the records and returns what goes into
which tag of the form.  That value can be looked at, compared in a test, and kept as what was
sent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonId
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.kernel.labelled import Labelled
from app.reporting.mailing_choice import MailingChoice
from app.reporting.resource_choice import ResourceChoice
from app.reporting.supporter_choice import SupporterChoice
from app.training.course import SheetOrder


class Ask(Labelled):
    """What a document wants to know before it can be made."""

    YEAR = "year", "年度"
    COURSE = "course", "研修"
    SESSION = "session", "回"
    PERSON = "person", "連絡先"
    PEOPLE = "people", "宛先の方"
    RESOURCES = "resources", "社会資源の範囲"
    SUPPORTERS = "supporters", "サポーターの範囲"
    SUPPORTER = "supporter", "サポーター"
    HELP_REQUEST = "request", "希望票"
    MATCH = "match", "マッチング"
    MONTH = "month", "月"
    INSURED = "insured", "保険の名簿の範囲"
    NAMES = "names", "氏名を載せるか"
    DAY = "day", "日"
    SPAN = "span", "日・週・月"
    COUNCIL = "council", "協議体"
    MEETING = "meeting", "会議"
    MINUTES = "minutes", "会議録の書き方"


NEEDED = frozenset({Ask.COURSE, Ask.SESSION, Ask.PERSON})
"""What nothing can be made without; whatever else is asked has an answer of its own."""


@dataclass(frozen=True, slots=True)
class Request:
    """What one document is asked for."""

    today: date
    year: FiscalYear | None = None
    course: int | None = None
    session: int | None = None
    person: int | None = None
    order: str = "kana"
    edition: int | None = None
    """A registered form to use instead of the one that holds for the year."""
    people: tuple[PersonId, ...] = ()
    organisations: tuple[OrganisationId, ...] = ()
    search: int | None = None
    """A saved search; whom it finds is asked when the document is made."""
    mailing: MailingChoice = field(default_factory=MailingChoice)
    resources: ResourceChoice = field(default_factory=ResourceChoice)
    supporters: SupporterChoice = field(default_factory=SupporterChoice)
    supporter: int | None = None
    help_request: int | None = None
    match: int | None = None
    month: int | None = None
    """A month of the year, 1 to 12."""
    names: bool = False
    """Whether supporters are named where their numbers would do."""
    council: int | None = None
    meeting: int | None = None
    minutes: str = "summary"
    """How minutes are written: ``summary``, ``full``, or ``masked``, full without names."""
    day: date | None = None
    span: str = "day"
    """What a log is printed for, from ``day``: ``day``, ``week`` or ``month``."""

    @property
    def sheet_order(self) -> SheetOrder:
        """The order of the trainees.  Refuses one that does not exist."""
        if (order := SheetOrder.of_value(self.order)) is None:
            known = "、".join(f"{one.value}（{one.label}）" for one in SheetOrder)
            raise Refusal(f"並び順「{self.order}」はありません。使えるのは {known} です。")
        return order

    def need_course(self) -> int:
        """Return the course.  Refuses where none was named."""
        if self.course is None:
            raise Refusal("どの研修の書類かを選んでください。")
        return self.course

    def need_session(self) -> int:
        """Return the session.  Refuses where none was named."""
        if self.session is None:
            raise Refusal("第何回の書類かを選んでください。")
        return self.session

    def need_person(self) -> int:
        """Return the person.  Refuses where none was named."""
        if self.person is None:
            raise Refusal("どなたの書類かを選んでください。")
        return self.person

    def need_day(self) -> date:
        """Return the day, today where none was named."""
        return self.day or self.today

    def need_year(self) -> FiscalYear:
        """Return the fiscal year, the current one where none was named."""
        return self.year or FiscalYear.of(self.today)

    def need_month(self) -> tuple[date, date]:
        """Return the first and last day of the month; without one, today's or the year's last."""
        year = self.need_year()
        if self.month is None:
            return year.month(self.today.month if self.today in year else 3)
        if self.month not in range(1, 13):
            raise Refusal("月は1から12までの数で指定してください。")
        return year.month(self.month)


@dataclass(frozen=True, slots=True)
class Content:
    """What goes into a form: values for its single tags, and rows for its lists."""

    title: str
    fields: Mapping[str, Any]
    lists: Mapping[str, Sequence[Mapping[str, Any]]]
    form: str
    """File name of our own form in ``resources/forms``; empty where there is none."""
    people: int = 0
    """How many people are named in it: said before it leaves the PC, and recorded."""
    main_list: str = ""
    """The list that a csv of this document holds."""
    columns: Sequence[str] = ()
    """Which facts about people it shows."""
    year: FiscalYear | None = None
    """The fiscal year it belongs to, whose forms it is made with; none for that of the day."""
    drawn: bytes = b""
    """A form drawn for this very document, in place of ours; an edition goes before it."""
    retold: Mapping[str, str] = field(default_factory=dict)
    """Lists of ours that say in fewer lines what another list says, by name, with that one's."""
    remarks: Sequence[str] = ()
    """Sentences for whoever makes it, before it leaves: who was left out, and why."""

    def values(self) -> dict[str, Any]:
        """Return fields and lists in one, as forms take them."""
        return {**self.fields, **self.lists}


@dataclass(frozen=True, slots=True)
class Document:
    """One entry of the catalogue."""

    id: str
    name: str
    asks: tuple[Ask, ...]
    make: Callable[[Session, Request], Content]
    example: Mapping[str, Any]
    """Values as ``make`` would give them, of invented people: every name a form may use."""
    required: frozenset[str] = frozenset()
    """Names without which a form of this document makes no sense."""
    has_list: bool = True
    has_order: bool = True
    own: bool = False
    """Whether the office added it: then there is no form of ours."""

    @property
    def formats(self) -> tuple[str, ...]:
        return ("xlsx", "pdf", "json", "csv") if self.has_list else ("xlsx", "pdf", "json")

    @property
    def names(self) -> tuple[str, ...]:
        """Every name a form may use, those of lists whole: ``受講者.氏名``."""
        return tuple(names_of(self.example))


def first_values(values: Mapping[str, Any], before: str = "") -> dict[str, Any]:
    """Return by name what a form would show; of lists, what the first row with something has."""
    found: dict[str, Any] = {}
    for name, value in values.items():
        if not isinstance(value, list):
            found[before + name] = value
            continue
        for row in value:
            for inner, one in first_values(row, f"{before}{name}.").items():
                found[inner] = one if found.get(inner) in {None, ""} else found[inner]
    return found


def names_of(values: Mapping[str, Any], before: str = "") -> Iterator[str]:
    """Yield the names of fields and, after them, of the fields of lists, each once."""
    lists = {name: value for name, value in values.items() if isinstance(value, list)}
    yield from (before + name for name in values if name not in lists)
    for name, rows in lists.items():
        merged: dict[str, Any] = {}
        for row in rows:
            merged |= row
        yield from names_of(merged, f"{before}{name}.")
