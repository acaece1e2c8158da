"""A person (人) as the office writes them down, before and after storage.

Names are kept exactly as typed: 髙, 﨑, 𠮷 and variation sequences are never normalised.
Fields follow section 2.1 of the domain description.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, NewType

from app.kernel.labelled import Labelled

PersonId = NewType("PersonId", int)
HONORIFICS: Final = ("様", "殿", "先生", "御中", "")
"""敬称 that are offered; others may be written down."""


class Sex(Labelled):
    """性別; leaving it empty is always allowed."""

    MALE = "male", "男性"
    FEMALE = "female", "女性"
    OTHER = "other", "その他・無回答"


class PersonStatus(Labelled):
    """Whether the office still writes to this person."""

    ACTIVE = "active", "通常"
    MOVED = "moved", "転出"
    DECEASED = "deceased", "逝去"
    WITHDRAWN = "withdrawn", "辞退"


class ContactWay(Labelled):
    """連絡希望手段, and by which way an application came."""

    PHONE = "phone", "電話"
    FAX = "fax", "FAX"
    EMAIL = "email", "メール"
    POST = "post", "郵送"
    LINE = "line", "LINE"
    VISIT = "visit", "来所"
    WEB = "web", "Web"


class ConsentItem(Labelled):
    """What a person may consent to (同意項目, section 2.9)."""

    PURPOSE = "purpose", "利用目的の説明"
    ROSTER = "roster", "名簿への登載"
    TO_PLACES = "to_places", "活動先への氏名・電話の提供"
    TO_CITY = "to_city", "市への報告（氏名あり）"
    TO_VOLUNTEER_CENTRE = "to_volunteer_centre", "ボランティアセンターへの提供"
    TO_SECOND_LAYER = "to_second_layer", "第2層SC（包括）への提供"
    PUBLICITY = "publicity", "写真・氏名の広報掲載"
    INSURANCE = "insurance", "保険加入のための提供"
    MAILINGS = "mailings", "メール・LINE・郵送での案内"
    SENSITIVE = "sensitive", "要配慮個人情報の記録"
    RETENTION = "retention", "保存期間"


class ConsentWay(Labelled):
    """How a consent was given."""

    WRITTEN = "written", "書面"
    SPOKEN = "spoken", "口頭"
    FAX = "fax", "FAX"
    WEB = "web", "Web"


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """Everything an edit form or a row of an import says about a person."""

    family_name: str = ""
    given_name: str = ""
    family_kana: str = ""
    given_kana: str = ""
    kana_guessed: bool = False
    former_name: str = ""
    unenterable: bool = False
    substitute: str = ""
    glyph_note: str = ""
    sex: Sex | None = None
    birth_date: date | None = None
    birth_year: int | None = None
    age_band: str = ""
    postal_code: str = ""
    address_town: str = ""
    address_number: str = ""
    address_building: str = ""
    district_id: int | None = None
    district_fixed: bool = False
    neighbourhood: str = ""
    phone: str = ""
    mobile: str = ""
    fax: str = ""
    email: str = ""
    contact_by: ContactWay | None = None
    contact_hours: str = ""
    emergency_name: str = ""
    emergency_relation: str = ""
    emergency_phone: str = ""
    occupation: str = ""
    qualifications: str = ""
    interests: str = ""
    honorific: str = "様"
    no_mail: bool = False
    status: PersonStatus = PersonStatus.ACTIVE
    note: str = ""

    @property
    def name(self) -> str:
        """Family and given name in one, with one full-width space between them."""
        return "　".join(part for part in (self.family_name, self.given_name) if part)

    @property
    def kana(self) -> str:
        return "　".join(part for part in (self.family_kana, self.given_kana) if part)


@dataclass(frozen=True, slots=True)
class Consideration:
    """What somebody needs so that they can take part (配慮事項): sensitive, kept apart."""

    hearing: bool = False
    wheelchair: bool = False
    pickup: bool = False
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ConsentDraft:
    """One consent, as given or withdrawn."""

    item: ConsentItem
    given_on: date
    way: ConsentWay = ConsentWay.WRITTEN
    form_version: str = ""
    withdrawn_on: date | None = None
    note: str = ""
