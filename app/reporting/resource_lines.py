"""What a list of resources tells elsewhere, line by line or card by card.

Contacts of the office's own list and notes do not leave this way.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.documents.vcard_writer import Card
from app.kernel.kana import to_hiragana
from app.local_resources import queries
from app.local_resources.local_resource import LocalResourceDraft, LocalResourceId
from app.local_resources.resource_card import ResourceRow

HEADINGS = (
    "名称", "ふりがな", "区分", "運営主体", "内容", "開催日時", "冬期休止", "対象", "参加費",
    "申込", "会場", "郵便番号", "住所", "圏域", "代表者", "公開の連絡先", "公開の電話",
    "ホームページ",
    "サポーター受入", "公開可否", "公開の同意日", "状態", "情報確認日",
)  # fmt: skip
CARD_FACTS = ("名称", "ふりがな", "公開の電話", "郵便番号", "住所", "ホームページ")


def resource_lines(
    session: Session, keys: Sequence[int], _day: date
) -> dict[int, tuple[object, ...]]:
    """Return what stands in each column of ``HEADINGS``."""
    found = [LocalResourceId(key) for key in keys]
    drafts = queries.resource_drafts(session, found)
    rows = queries.resources(session, found)
    return {row.id: _line(row, drafts[row.id]) for row in rows if row.id in drafts}


def resource_cards(session: Session, keys: Sequence[int], _day: date) -> list[Card]:
    """Return the cards of an address book."""
    found = [LocalResourceId(key) for key in keys]
    drafts = queries.resource_drafts(session, found)
    return [_card(drafts[key]) for key in found if key in drafts]


def _line(row: ResourceRow, draft: LocalResourceDraft) -> tuple[object, ...]:
    return (
        row.name,
        row.kana,
        row.kind,
        row.organisation,
        draft.content,
        row.opening,
        draft.winter_break,
        draft.target,
        draft.fee,
        draft.application,
        row.venue,
        draft.postal_code,
        row.address,
        "全市" if row.city_wide else row.district,
        draft.representative,
        draft.public_contact,
        draft.public_phone,
        draft.website,
        "受け入れている" if row.takes_supporters else "",
        row.view.label,
        draft.public_consent_on,
        row.status.label,
        row.confirmed_on,
    )


def _card(draft: LocalResourceDraft) -> Card:
    return Card(
        organisation=draft.name,
        organisation_kana=to_hiragana(draft.kana),
        phone=draft.public_phone,
        postal_code=draft.postal_code,
        address=draft.address_town + draft.address_number,
        building=draft.address_building,
        website=draft.website,
    )
