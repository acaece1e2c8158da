"""What a list of people, organisations or resources tells elsewhere, by line or by card.

Neither what somebody needs to take part, nor notes, nor emergency contacts leave this way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.contacts import queries
from app.contacts.card import PersonRow, joined_address
from app.contacts.custom import Subject
from app.contacts.organisation import OrganisationDraft, OrganisationId
from app.contacts.organisation_card import AffiliationRow, OrganisationRow
from app.contacts.person import PersonDraft, PersonId
from app.documents.vcard_writer import Card
from app.kernel.kana import to_hiragana
from app.reporting import resource_lines

Line = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class ContactLines:
    """How contacts of one kind leave: what they are called, their facts, lines and cards.

    ``lines`` and ``cards`` leave out keys that are not there any more.
    """

    title: str
    unit: str
    headings: tuple[str, ...]
    card_facts: tuple[str, ...]
    lines: Callable[[Session, Sequence[int], date], Mapping[int, Line]]
    cards: Callable[[Session, Sequence[int], date], list[Card]]


def _people(session: Session, keys: Sequence[int], day: date) -> dict[int, Line]:
    people = [PersonId(key) for key in keys]
    drafts = queries.drafts(session, people)
    rows = queries.people(session, people, day)
    return {row.id: _person(row, drafts[row.id]) for row in rows if row.id in drafts}


def _person(row: PersonRow, draft: PersonDraft) -> Line:
    return (
        row.name,
        row.kana,
        "" if row.sex is None else row.sex.label,
        row.birth_date,
        row.age_band if row.age is None else row.age,
        draft.postal_code,
        joined_address(draft.address_town, draft.address_number, draft.address_building),
        row.district,
        row.neighbourhood,
        draft.phone,
        draft.mobile,
        draft.fax,
        draft.email,
        draft.honorific,
        row.status.label,
    )


def _people_cards(session: Session, keys: Sequence[int], day: date) -> list[Card]:
    people = [PersonId(key) for key in keys]
    drafts = queries.drafts(session, people)
    mains = queries.main_affiliations(session, people, day)
    return [_person_card(drafts[key], mains.get(key)) for key in people if key in drafts]


def _person_card(draft: PersonDraft, main: AffiliationRow | None) -> Card:
    return Card(
        draft.family_name,
        draft.given_name,
        to_hiragana(draft.family_kana),
        to_hiragana(draft.given_kana),
        main.organisation_name if main else "",
        main.draft.role if main else "",
        draft.phone,
        draft.mobile,
        draft.fax,
        draft.email,
        draft.postal_code,
        draft.address_town + draft.address_number,
        draft.address_building,
        draft.birth_date,
    )


def _organisations(session: Session, keys: Sequence[int], _day: date) -> dict[int, Line]:
    organisations = [OrganisationId(key) for key in keys]
    drafts = queries.organisation_drafts(session, organisations)
    rows = queries.organisations(session, organisations)
    return {row.id: _organisation(row, drafts[row.id]) for row in rows if row.id in drafts}


def _organisation(row: OrganisationRow, draft: OrganisationDraft) -> Line:
    return (
        row.name,
        draft.short_name,
        row.kana,
        row.kind,
        draft.representative_title,
        draft.representative_name,
        draft.department,
        draft.postal_code,
        row.address,
        row.district,
        row.reach.label,
        draft.phone,
        draft.fax,
        draft.email,
        draft.website,
        row.status.label,
    )


def _organisation_cards(session: Session, keys: Sequence[int], _day: date) -> list[Card]:
    organisations = [OrganisationId(key) for key in keys]
    drafts = queries.organisation_drafts(session, organisations)
    return [_organisation_card(drafts[key]) for key in organisations if key in drafts]


def _organisation_card(draft: OrganisationDraft) -> Card:
    runs = [part for part in (draft.representative_title, draft.representative_name) if part]
    return Card(
        organisation=draft.name,
        organisation_kana=to_hiragana(draft.kana),
        phone=draft.phone,
        fax=draft.fax,
        email=draft.email,
        postal_code=draft.postal_code,
        address=draft.address_town + draft.address_number,
        building=draft.address_building,
        website=draft.website,
        note="" if not runs else f"代表者：{'　'.join(runs)}",
    )


LINES: Mapping[Subject, ContactLines] = {
    Subject.PERSON: ContactLines(
        "連絡先一覧",
        "人",
        (
            "氏名", "ふりがな", "性別", "生年月日", "年齢・年代", "郵便番号", "住所", "圏域",
            "町会", "電話", "携帯", "FAX", "メール", "敬称", "状態",
        ),
        (
            "氏名", "ふりがな", "所属", "役職", "電話", "携帯", "FAX", "メール", "郵便番号", "住所",
            "生年月日",
        ),
        _people,
        _people_cards,
    ),
    Subject.ORGANISATION: ContactLines(
        "団体一覧",
        "件",
        (
            "名称", "略称", "ふりがな", "種別", "代表者の役職", "代表者", "担当部署", "郵便番号",
            "住所", "圏域", "範囲", "電話", "FAX", "メール", "ホームページ", "状態",
        ),
        (
            "名称", "ふりがな", "代表者の役職", "代表者", "電話", "FAX", "メール", "郵便番号",
            "住所", "ホームページ",
        ),
        _organisations,
        _organisation_cards,
    ),
    Subject.RESOURCE: ContactLines(
        "社会資源一覧",
        "件",
        resource_lines.HEADINGS,
        resource_lines.CARD_FACTS,
        resource_lines.resource_lines,
        resource_lines.resource_cards,
    ),
}  # fmt: skip
"""By kind of contact; own fields of the office come after the headings."""
