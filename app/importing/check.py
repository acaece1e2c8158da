"""From the rows of a list to drafts, saying of each row what was mended or is unclear.

No database is asked: who is known already is the plan's part.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingOf
from dataclasses import replace
from datetime import date
from typing import Any

from app.contacts.custom import Subject
from app.contacts.person import Consideration, ContactWay, PersonDraft
from app.importing.addresses import read_address
from app.importing.births import read_birth, read_day
from app.importing.drafts import (
    NO_APPLICATION,
    NOTHING_NEEDED,
    Application,
    DraftRow,
    Drafts,
)
from app.importing.fields import APPLICATION, Field
from app.importing.findings import Findings
from app.importing.mapping import Mapping
from app.importing.names import ORGANISATION, first, read_names
from app.importing.organisation_rows import OrganisationReader
from app.importing.own import own_text
from app.importing.resource_rows import ResourceReader
from app.importing.rows import no_record
from app.importing.table import LeftOut, SourceRow, SourceTable
from app.importing.values import (
    Phones,
    read_email,
    read_heard,
    read_mark,
    read_phones,
    read_sex,
    read_way,
    split_contact,
)
from app.kernel.errors import Refusal

_TEXTS: MappingOf[str, Field] = {
    "neighbourhood": Field.NEIGHBOURHOOD,
    "contact_hours": Field.CONTACT_HOURS,
    "occupation": Field.OCCUPATION,
    "qualifications": Field.QUALIFICATIONS,
    "interests": Field.INTERESTS,
}
_EMERGENCY: MappingOf[str, Field] = {
    "emergency_name": Field.EMERGENCY_NAME,
    "emergency_relation": Field.EMERGENCY_RELATION,
}
_NEEDS: MappingOf[str, tuple[Field, re.Pattern[str]]] = {
    "hearing": (Field.HEARING, re.compile(r"聴こえ|聞こえ|聴覚|難聴|補聴器|手話|筆記")),
    "wheelchair": (Field.WHEELCHAIR, re.compile(r"車いす|車椅子|車イス")),
    "pickup": (Field.PICKUP, re.compile(r"送迎")),
}


def check(table: SourceTable, mapping: Mapping, today: date, area_code: str = "0138") -> Drafts:
    """Return the drafts of a list.  Raises ``Refusal`` where no column says who is listed."""
    if not mapping.says_names(table.subject):
        raise Refusal(_no_names(table))
    rows: list[DraftRow[Any]] = []
    left_out = list(table.left_out)
    of_people = table.subject is Subject.PERSON
    reader = _reader(table.subject, mapping, today, area_code)
    for row in table.rows:
        reason = "" if table.cards else no_record(row, table, mapping)
        if reason:
            left_out.append(LeftOut(row.number, reason))
        else:
            read = reader.read(row)
            rows.append(replace(read, own=_own(row, mapping)) if mapping.own else read)
    return Drafts(table, mapping, tuple(_all_asked(rows) if of_people else rows), tuple(left_out))


def _reader(
    subject: Subject, mapping: Mapping, today: date, area_code: str
) -> _Reader | OrganisationReader | ResourceReader:
    if subject is Subject.PERSON:
        return _Reader(mapping, today, area_code)
    if subject is Subject.ORGANISATION:
        return OrganisationReader(mapping, area_code)
    return ResourceReader(mapping, area_code)


def _own(row: SourceRow, mapping: Mapping) -> dict[str, str]:
    return {
        column.name: own_text(row.cells[at]) for at, column in mapping.own.items() if row.text(at)
    }


def _all_asked(rows: list[DraftRow[PersonDraft]]) -> list[DraftRow[PersonDraft]]:
    """Ask about every row of a list whose names are mostly those of organisations."""
    odd = [any(said.endswith(ORGANISATION) for said in row.questions) for row in rows]
    if sum(odd) * 2 <= len(rows):
        return rows
    said = "この一覧の名前の多くは、団体や施設のものです。団体として取り込めます"
    return [
        row if asked else replace(row, questions=(*row.questions, said))
        for row, asked in zip(rows, odd, strict=True)
    ]


class _Reader:
    """Reads the rows of one list; what no column means is not looked for in every row."""

    def __init__(self, mapping: Mapping, today: date, area_code: str) -> None:
        self.mapping = mapping
        self.today = today
        self.area_code = area_code
        self._texts = [(name, field) for name, field in _TEXTS.items() if mapping.has(field)]
        self._applies = mapping.has(*APPLICATION)
        self._needs = mapping.has(Field.CONSIDERATION, *(field for field, _ in _NEEDS.values()))

    def read(self, row: SourceRow) -> DraftRow[PersonDraft]:
        findings = Findings()
        application = self._application(row, findings) if self._applies else NO_APPLICATION
        person = self._person(row, findings)
        return DraftRow(
            row.number,
            person,
            first(row, self.mapping, Field.DISTRICT),
            application=application,
            consideration=self._consideration(row) if self._needs else NOTHING_NEEDED,
            mended=tuple(findings.mended),
            questions=tuple(findings.questions),
            refused="" if person.family_name else "氏名がありません",
        )

    def _person(self, row: SourceRow, findings: Findings) -> PersonDraft:
        mapping = self.mapping
        names = read_names(row, mapping, findings)
        birth = read_birth(row, mapping, self.today, findings)
        address = read_address(row, mapping, findings)
        values: dict[str, Any] = {name: first(row, mapping, field) for name, field in self._texts}
        values.update(self._emergency(row, findings))
        values.update(self._numbers(row, findings))
        values["sex"] = read_sex(first(row, mapping, Field.SEX), findings)
        values["email"] = read_email(first(row, mapping, Field.EMAIL), findings)
        values["contact_by"] = self._way(row, Field.CONTACT_BY, findings)
        values["note"] = "\n".join([*self._notes(row), *findings.kept])
        return PersonDraft(
            family_name=names.family_name,
            given_name=names.given_name,
            family_kana=names.family_kana,
            given_kana=names.given_kana,
            kana_guessed=names.kana_guessed,
            former_name=names.former_name,
            birth_date=birth.day,
            birth_year=birth.year,
            age_band=birth.band,
            postal_code=address.postal_code,
            address_town=address.town,
            address_number=address.number,
            address_building=address.building,
            **values,
        )

    def _notes(self, row: SourceRow) -> list[str]:
        texts = (row.text(column) for column in self.mapping.columns(Field.NOTE))
        return [text for text in texts if text]

    def _numbers(self, row: SourceRow, findings: Findings) -> dict[str, str]:
        """Return telephone, mobile and fax, each number under what it is, not where it stood."""
        fixed: list[str] = []
        mobile: list[str] = []
        for field in (Field.PHONE, Field.MOBILE):
            for column in self.mapping.columns(field):
                found = self._phones(row.text(column), field.label, findings)
                fixed += found.fixed
                mobile += found.mobile
        for number in (*fixed[1:], *mobile[1:]):
            findings.kept.append(f"電話（ほか）: {number}")
        fax = self._phones(first(row, self.mapping, Field.FAX), "FAX", findings)
        return {
            "phone": next(iter(fixed), ""),
            "mobile": next(iter(mobile), ""),
            "fax": next(iter((*fax.fixed, *fax.mobile)), ""),
        }

    def _phones(self, text: str, what: str, findings: Findings) -> Phones:
        return read_phones(text, what, self.area_code, findings) if text else Phones()

    def _emergency(self, row: SourceRow, findings: Findings) -> dict[str, str]:
        """Return the emergency contact; in one cell it is name, (relation) and telephone."""
        if not self.mapping.has(Field.EMERGENCY, Field.EMERGENCY_PHONE, *_EMERGENCY.values()):
            return {}
        found: dict[str, str] = {}
        number = first(row, self.mapping, Field.EMERGENCY_PHONE)
        whole = first(row, self.mapping, Field.EMERGENCY)
        if whole:
            together = split_contact(whole)
            number = number or together.phone
            found = {"emergency_name": together.name, "emergency_relation": together.relation}
        for name, field in _EMERGENCY.items():
            found[name] = first(row, self.mapping, field) or found.get(name, "")
        phones = self._phones(number, "緊急連絡先の電話", findings)
        found["emergency_phone"] = next(iter((*phones.fixed, *phones.mobile)), "")
        return found

    def _application(self, row: SourceRow, findings: Findings) -> Application:
        return Application(
            self._day(row, findings),
            self._way(row, Field.APPLIED_BY, findings),
            read_heard(first(row, self.mapping, Field.HEARD_FROM)),
            first(row, self.mapping, Field.MOTIVE),
        )

    def _day(self, row: SourceRow, findings: Findings) -> date | None:
        for column in self.mapping.columns(Field.APPLIED_ON):
            if row.text(column):
                try:
                    return read_day(row.cells[column], self.today)[0]
                except Refusal:
                    findings.keep(Field.APPLIED_ON.label, row.text(column))
        return None

    def _way(self, row: SourceRow, field: Field, findings: Findings) -> ContactWay | None:
        text = first(row, self.mapping, field)
        way = read_way(text)
        if text and way is None:
            findings.keep(field.label, text)
        return way

    def _consideration(self, row: SourceRow) -> Consideration:
        flags: dict[str, bool] = {}
        details: list[str] = []
        for name, (field, words) in _NEEDS.items():
            flags[name], detail = read_mark(first(row, self.mapping, field))
            details += [detail] if detail else []
            for column in self.mapping.columns(Field.CONSIDERATION):
                flags[name] = flags[name] or words.search(row.text(column)) is not None
        for column in self.mapping.columns(Field.CONSIDERATION):
            asked, detail = read_mark(row.text(column))
            details += [detail] if asked and detail else []
        return Consideration(**flags, detail="、".join(dict.fromkeys(details)))


def _no_names(table: SourceTable) -> str:
    headings = [heading for heading in table.headings if heading]
    seen = "、".join(headings[:8]) + ("など" if len(headings) > 8 else "")
    found = f"見出しは「{seen}」です。" if headings else "見出しの行も見つかりませんでした。"
    if table.subject is Subject.RESOURCE:
        return (
            f"シート「{table.sheet}」に、社会資源の名称の列が見つかりません。{found}"
            "どの列が名称かを列の対応で指定してください。"
        )
    if table.subject is Subject.ORGANISATION:
        return (
            f"シート「{table.sheet}」に、団体の名前の列が見つかりません。{found}"
            "団体や施設の一覧であれば、どの列が団体名かを列の対応で指定してください。"
        )
    return (
        f"シート「{table.sheet}」に、人の氏名の列が見つかりません。{found}"
        "名簿であれば、どの列が氏名かを列の対応で指定してください。"
        "団体や施設の一覧であれば、団体として取り込んでください。"
    )
