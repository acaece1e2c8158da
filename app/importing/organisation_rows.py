"""What one row of a list says of an organisation."""

from __future__ import annotations

import re

from app.contacts.organisation import OrganisationDraft
from app.importing.addresses import read_address
from app.importing.drafts import DraftRow
from app.importing.fields import Field
from app.importing.findings import Findings
from app.importing.mapping import Mapping
from app.importing.names import first
from app.importing.organisation_merge import OPERATOR
from app.importing.table import SourceRow
from app.importing.values import read_email, read_phones
from app.kernel.kana import is_kana, to_hiragana

_TITLES = re.compile(
    r"^(代表取締役(?:社長|会長)?|取締役(?:社長|頭取)?|代表社員|代表理事|理事長|町会長|会長|社長|頭取"
    r"|施設長|センター長|支部長|支店長|所長|園長|院長|館長|校長|学長|事務局長|管理者|代表者?|知事|市長)"
    r"[\s　]*(?=\S)"
)
_UNKNOWN_NAME = "団体の名前がありません"


class OrganisationReader:
    """Reads the rows of one list of organisations."""

    def __init__(self, mapping: Mapping, area_code: str) -> None:
        self.mapping = mapping
        self.area_code = area_code

    def read(self, row: SourceRow) -> DraftRow[OrganisationDraft]:
        """Return what a row says, what was mended in it, and why it cannot be taken if so."""
        findings = Findings()
        draft = self._draft(row, findings)
        return DraftRow(
            row.number,
            draft,
            self._text(row, Field.DISTRICT),
            self._text(row, Field.KIND),
            mended=tuple(findings.mended),
            refused="" if draft.name else _UNKNOWN_NAME,
        )

    def _draft(self, row: SourceRow, findings: Findings) -> OrganisationDraft:
        address = read_address(row, self.mapping, findings)
        title, representative = self._representative(row)
        phone = self._number(row, Field.PHONE, findings)
        fax = self._number(row, Field.FAX, findings)
        kana = self._kana(row, findings)
        email = read_email(self._text(row, Field.EMAIL), findings)
        name = " ".join(self._text(row, Field.ORGANISATION).splitlines())
        short = self._text(row, Field.SHORT_NAME)
        return OrganisationDraft(
            name=name,
            short_name="" if short == name else short,
            kana=kana,
            legal_form=self._text(row, Field.LEGAL_FORM),
            representative_title=title,
            representative_name=representative,
            department=self._text(row, Field.DEPARTMENT),
            postal_code=address.postal_code,
            address_town=address.town,
            address_number=address.number,
            address_building=address.building,
            phone=phone,
            fax=fax,
            email=email,
            website=self._text(row, Field.WEBSITE),
            note="\n".join([*self._notes(row), *findings.kept]),
        )

    def _text(self, row: SourceRow, field: Field) -> str:
        return first(row, self.mapping, field)

    def _kana(self, row: SourceRow, findings: Findings) -> str:
        kana = self._text(row, Field.ORGANISATION_KANA)
        if not kana or is_kana(kana):
            return to_hiragana(kana)
        findings.keep(Field.ORGANISATION_KANA.label, kana)
        return ""

    def _representative(self, row: SourceRow) -> tuple[str, str]:
        """Return title and name of who stands for it; 「理事長　山田太郎」 is both in one cell."""
        title = self._text(row, Field.REPRESENTATIVE_TITLE)
        name = self._text(row, Field.REPRESENTATIVE)
        found = None if title else _TITLES.match(name)
        if found is not None:
            title, name = found[1], name[found.end() :]
        return title, name.replace("　", " ").strip()

    def _number(self, row: SourceRow, field: Field, findings: Findings) -> str:
        """Return the first number of a field; what else stands there is kept for the note."""
        numbers: list[str] = []
        for column in self.mapping.columns(field):
            found = read_phones(row.text(column), field.label, self.area_code, findings)
            numbers += [*found.fixed, *found.mobile]
        findings.kept += [f"{field.label}（ほか）: {number}" for number in numbers[1:]]
        return next(iter(numbers), "")

    def _notes(self, row: SourceRow) -> list[str]:
        texts = [row.text(column) for column in self.mapping.columns(Field.NOTE)]
        operator = self._text(row, Field.OPERATOR)
        run_by = [f"{OPERATOR}{operator}"] if operator else []
        return [*(text for text in texts if text), *run_by]
