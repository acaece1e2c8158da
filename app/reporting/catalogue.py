"""The catalogue of documents (様式): what each is called, asks for and holds.

A document is a value before it is a file: ``make`` asks the records and returns what goes into
which tag of the form.  That value can be looked at, compared in a test, and kept as what was
sent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.kernel.labelled import Labelled
from app.training.course import SheetOrder


class Ask(Labelled):
    """What a document wants to know before it can be made."""

    YEAR = "year", "年度"
    COURSE = "course", "研修"
    SESSION = "session", "回"


@dataclass(frozen=True, slots=True)
class Request:
    """What one document is asked for."""

    today: date
    year: FiscalYear | None = None
    course: int | None = None
    session: int | None = None
    person: int | None = None
    order: str = "kana"

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

    def need_year(self) -> FiscalYear:
        """Return the fiscal year, the current one where none was named."""
        return self.year or FiscalYear.of(self.today)


@dataclass(frozen=True, slots=True)
class Content:
    """What goes into a form: values for its single tags, and rows for its lists."""

    title: str
    fields: Mapping[str, Any]
    lists: Mapping[str, Sequence[Mapping[str, Any]]]
    form: str
    """File name of the form in ``resources/forms``."""
    people: int = 0
    """How many people are named in it: said before it leaves the PC, and recorded."""
    main_list: str = ""
    """The list that a csv of this document holds."""
    columns: Sequence[str] = ()
    """Which facts about people it shows."""

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
    has_list: bool = True
    has_order: bool = True

    @property
    def formats(self) -> tuple[str, ...]:
        return ("xlsx", "pdf", "json", "csv") if self.has_list else ("xlsx", "pdf", "json")
