"""Birth dates as they stand in lists: days, serial numbers, 和暦 in one cell or in four, a year."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.documents.table_file import Cell
from app.importing.fields import Field
from app.importing.findings import Findings
from app.importing.mapping import Mapping
from app.importing.names import first
from app.importing.table import SourceRow
from app.kernel.ages import age_band, age_on
from app.kernel.errors import Refusal
from app.kernel.wareki import parse_day

_EXCEL_BEGINS = date(1899, 12, 30)
_SERIALS = range(1000, 80_000)
_OLDEST = 120
_YEAR = re.compile(r"(18|19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Birth:
    """What is known of somebody's age: the day, or the year, or a band."""

    day: date | None = None
    year: int | None = None
    band: str = ""


def read_birth(row: SourceRow, mapping: Mapping, today: date, findings: Findings) -> Birth:
    """Return what a row says of somebody's birth; a day that cannot be right is asked about."""
    for column in mapping.columns(Field.BIRTH_DATE):
        if row.text(column):
            return _from_cell(row.cells[column], row, mapping, today, findings)
    return _from_parts(row, mapping, today, findings)


def read_day(cell: Cell, today: date, *, birth: bool = False) -> tuple[date, str]:
    """Return the day in a cell, and what had to be done to read it.

    Raises ``Refusal`` where it is none or could be several.
    """
    value = cell.value
    if isinstance(value, datetime):
        return value.date(), ""
    if isinstance(value, date):
        return value, ""
    text = unicodedata.normalize("NFKC", cell.text).strip().removesuffix(".0")
    if text.isascii() and text.isdigit() and len(text) == 5 and int(text) in _SERIALS:
        day = _EXCEL_BEGINS + timedelta(days=int(text))
        return day, f"Excelの日付の番号 {text} を {day:%Y-%m-%d} と読みました"
    return parse_day(text, today, birth=birth), ""


def _from_cell(
    cell: Cell, row: SourceRow, mapping: Mapping, today: date, findings: Findings
) -> Birth:
    text = cell.text.strip()
    era = first(row, mapping, Field.BIRTH_ERA)
    if _YEAR.fullmatch(text.removesuffix("年")):
        return _of_year(int(text[:4]), findings)
    try:
        if era and not isinstance(cell.value, date):
            day, said = parse_day(era + text, today, birth=True), ""
        else:
            day, said = read_day(cell, today, birth=True)
    except Refusal as refusal:
        return _asked(refusal.text, text, findings)
    if said:
        findings.mended.append(said)
    return _plausible(day, text, today, findings)


def _from_parts(row: SourceRow, mapping: Mapping, today: date, findings: Findings) -> Birth:
    if not mapping.has(Field.BIRTH_YEAR):
        return _of_age(row, mapping)
    era, year, month, day = (
        unicodedata.normalize("NFKC", first(row, mapping, field)).strip().removesuffix(".0")
        for field in (Field.BIRTH_ERA, Field.BIRTH_YEAR, Field.BIRTH_MONTH, Field.BIRTH_DAY)
    )
    year, month, day = year.removesuffix("年"), month.removesuffix("月"), day.removesuffix("日")
    if not year:
        return _of_age(row, mapping)
    if month and day:
        text = f"{era}{year}年{month}月{day}日"
        try:
            return _plausible(parse_day(text, today, birth=True), text, today, findings)
        except Refusal as refusal:
            return _asked(refusal.text, text, findings)
    if not era and _YEAR.fullmatch(year):
        return _of_year(int(year), findings)
    try:
        # The last day of the year: within the era wherever the year is.
        found = parse_day(f"{era}{year}年12月31日", today)
    except Refusal as refusal:
        return _asked(refusal.text, era + year, findings)
    return _of_year(found.year, findings)


def _of_year(year: int, findings: Findings) -> Birth:
    findings.mended.append(f"生年（{year}年）だけを取り込みます")
    return Birth(year=year)


def _of_age(row: SourceRow, mapping: Mapping) -> Birth:
    text = unicodedata.normalize("NFKC", first(row, mapping, Field.AGE)).strip()
    age = re.fullmatch(r"(?:満)?(\d{1,3})(?:\.0)?(?:歳|才)?", text)
    if age and int(age[1]) <= _OLDEST:
        return Birth(band=age_band(int(age[1])))
    return Birth(band=text[:20])


def _plausible(day: date, text: str, today: date, findings: Findings) -> Birth:
    if day > today:
        return _asked(f"生年月日「{text}」が今日より後の日付です。", text, findings)
    if age_on(day, today) > _OLDEST:
        return _asked(f"生年月日「{text}」では{age_on(day, today)}歳になります。", text, findings)
    return Birth(day)


def _asked(question: str, text: str, findings: Findings) -> Birth:
    findings.questions.append(question.rstrip("。"))
    findings.kept.append(f"生年月日（元の記載）: {text}")
    return Birth()
