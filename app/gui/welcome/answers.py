"""What the first run asks, as typed and as understood."""

from __future__ import annotations

from dataclasses import dataclass

from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear

EMPTY, SAMPLE, IMPORT = "empty", "sample", "import"


@dataclass(frozen=True, slots=True)
class Answers:
    """An office to be made; ``start`` is one of the words above."""

    office_name: str
    city: str
    year: FiscalYear
    start: str = EMPTY
    encrypted: bool = False


@dataclass(frozen=True, slots=True)
class Questions:
    """The three fields of the first run."""

    office_name: str = ""
    city: str = "函館市"
    year: str = ""

    def answers(self, start: str, *, encrypted: bool) -> Answers:
        """Return what was answered.  Raises ``Refusal`` with the field that is not understood."""
        problems: dict[str, str] = {}
        if not self.office_name:
            problems["office_name"] = "事務所の名前を入力してください。"
        if not self.city:
            problems["city"] = "市町村を入力してください。"
        try:
            year = FiscalYear.parse(self.year)
        except Refusal as refusal:
            problems["year"] = refusal.text
        if problems:
            raise Refusal("入力を確かめてください。", problems)
        return Answers(self.office_name, self.city, year, start, encrypted)
