"""What one row of a list says of a resource of the area."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from app.importing.addresses import read_address
from app.importing.drafts import DraftRow
from app.importing.fields import Field
from app.importing.findings import Findings
from app.importing.mapping import Mapping
from app.importing.names import first
from app.importing.table import SourceRow
from app.importing.values import read_phones
from app.kernel.kana import is_kana, to_hiragana
from app.local_resources.local_resource import LocalResourceDraft
from app.local_resources.opening import checked_opening
from app.local_resources.opening_text import opening_text, read_openings

_UNKNOWN_NAME = "名称がありません"
_NUMBER = re.compile(r"-?\d{1,3}(?:\.\d+)?")
_COUNT = re.compile(r"(\d{1,5})\s*[人名]?(?:程度|くらい|前後)?")


class ResourceReader:
    """Reads the rows of one list of resources."""

    def __init__(self, mapping: Mapping, area_code: str) -> None:
        self.mapping = mapping
        self.area_code = area_code

    def read(self, row: SourceRow) -> DraftRow[LocalResourceDraft]:
        """Return what a row says, what was mended in it, and why it cannot be taken if so."""
        findings = Findings()
        draft = self._draft(row, findings)
        return DraftRow(
            row.number,
            draft,
            self._text(row, Field.DISTRICT),
            self._text(row, Field.RESOURCE_KIND),
            run_by=self._text(row, Field.RUN_BY),
            mended=tuple(findings.mended),
            refused="" if draft.name else _UNKNOWN_NAME,
        )

    def _draft(self, row: SourceRow, findings: Findings) -> LocalResourceDraft:
        address = read_address(row, self.mapping, findings)
        phone = self._phone(row, findings)
        latitude, longitude = self._place(row, findings)
        kana = self._kana(row, findings)
        opening = self._opening(row)
        capacity = self._capacity(row, findings)
        notes = [row.text(column) for column in self.mapping.columns(Field.NOTE)]
        for field in (Field.FAX, Field.EMAIL):
            if text := self._text(row, field):
                findings.keep(field.label, text)
        return LocalResourceDraft(
            name=" ".join(self._text(row, Field.RESOURCE).splitlines()),
            kana=kana,
            venue=self._text(row, Field.VENUE),
            postal_code=address.postal_code,
            address_town=address.town,
            address_number=address.number,
            address_building=address.building,
            latitude=latitude,
            longitude=longitude,
            opening=opening,
            target=self._text(row, Field.TARGET),
            fee=self._text(row, Field.FEE),
            capacity=capacity,
            application=self._text(row, Field.APPLYING),
            content=self._text(row, Field.CONTENT),
            representative=self._text(row, Field.REPRESENTATIVE),
            internal_phone=phone,
            website=self._text(row, Field.WEBSITE),
            note="\n".join([*(text for text in notes if text), *findings.kept]),
        )

    def _text(self, row: SourceRow, field: Field) -> str:
        return first(row, self.mapping, field)

    def _kana(self, row: SourceRow, findings: Findings) -> str:
        kana = self._text(row, Field.RESOURCE_KANA)
        if not kana or is_kana(kana):
            return to_hiragana(kana)
        findings.keep(Field.RESOURCE_KANA.label, kana)
        return ""

    def _phone(self, row: SourceRow, findings: Findings) -> str:
        """Return the first number; whether it may be published is for the office to say."""
        numbers: list[str] = []
        for column in self.mapping.columns(Field.PHONE):
            found = read_phones(row.text(column), Field.PHONE.label, self.area_code, findings)
            numbers += [*found.fixed, *found.mobile]
        findings.kept += [f"電話（ほか）: {number}" for number in numbers[1:]]
        return next(iter(numbers), "")

    def _place(self, row: SourceRow, findings: Findings) -> tuple[float | None, float | None]:
        """Return latitude and longitude, or neither; one cell may hold both."""
        texts = [self._text(row, field) for field in (Field.LATITUDE, Field.LONGITUDE)]
        if not any(texts):
            return None, None
        found = _NUMBER.findall(unicodedata.normalize("NFKC", ",".join(filter(None, texts))))
        if len(found) == 2:
            latitude, longitude = (float(number) for number in found)
            if abs(latitude) <= 90 and abs(longitude) <= 180:
                return latitude, longitude
        findings.keep("緯度・経度", ",".join(texts))
        return None, None

    def _opening(self, row: SourceRow) -> str:
        """Return the words of the opening days.

        Weekdays and hours in columns of their own make days; what else is said is their note.
        """
        said = " ".join(self._text(row, Field.OPENING).splitlines())
        hours = [self._text(row, field) for field in (Field.STARTS_AT, Field.ENDS_AT)]
        parts = (self._text(row, Field.OPENING_WEEKDAYS), "～".join(hours) if any(hours) else "")
        regular = " ".join(part for part in parts if part)
        days = read_openings(regular)
        if len(days) == 1:
            return opening_text([checked_opening(replace(days[0], note=said.rstrip("。")))])
        return "。".join(part for part in (regular, said) if part)

    def _capacity(self, row: SourceRow, findings: Findings) -> int | None:
        text = self._text(row, Field.CAPACITY)
        found = _COUNT.fullmatch(unicodedata.normalize("NFKC", text))
        if found is not None:
            return int(found[1])
        if text:
            findings.keep(Field.CAPACITY.label, text)
        return None
