"""Every document of the catalogue for the sample office, in both formats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonId
from app.contacts.queries import OrganisationListing, PersonListing
from app.kernel.fiscal_year import FiscalYear
from app.matching.match import MatchState
from app.matching.queries import MatchListing, RequestListing
from app.reporting.catalogue import Ask, Document, Request
from app.reporting.documents import DOCUMENTS
from app.reporting.mailing_choice import MailingChoice
from app.reporting.produce import produce
from app.reporting.supporter_choice import InsuredOf, SupporterChoice
from app.storage.store import Store
from app.training.queries import CourseListing, CourseRow

_FORMATS = ("xlsx", "pdf")
_PEOPLE, _ORGANISATIONS = 18, 6
"""Who gets the labels, envelopes and letters of the sample: two sheets of twelve."""

_LETTER = {
    "件名": "くらしのサポーター交流会のご案内",
    "本文": (
        "　晩秋の候、皆さまにはますますご健勝のこととお喜び申し上げます。\n"
        "　日ごろの活動を語り合う交流会を、下記のとおり開きます。ぜひご参加ください。"
    ),
    "日時": "令和8年12月16日（水）10時から11時30分まで",
    "会場": "函館市総合福祉センター 会議室",
    "内容": "活動の紹介、意見交換",
    "申込方法": "下の返信票をFAXで送るか、お電話でお知らせください。",
    "締切": "令和8年12月9日（水）",
    "返信先FAX": "0138-00-0001",
}


def write_documents(store: Store, folder: Path, today: date) -> Iterator[str]:
    """Write ``ID.xlsx`` and ``ID.pdf`` for every document; yield the names of the files.

    A document that is made for a course is made for each kind of course, the second as
    ``ID-….xlsx``; what may be made for a help request is made without one and with one.
    """
    chosen = _courses(store, FiscalYear.of(today))
    plain = Request(
        today,
        people=tuple(PersonId(key) for key in store.ask(PersonListing(today).keys)[:_PEOPLE]),
        organisations=tuple(
            OrganisationId(key) for key in store.ask(OrganisationListing().keys)[:_ORGANISATIONS]
        ),
        mailing=MailingChoice(texts=_LETTER),
        supporters=SupporterChoice(insured=InsuredOf.EVERYBODY),
        help_request=max(store.ask(RequestListing().keys), default=None),
        match=_helped(store),
        month=(today.replace(day=1) - timedelta(days=1)).month,
    )
    for document in DOCUMENTS:
        for name, request in _requests(document, chosen, plain):
            for kind in _FORMATS:
                target = folder / f"{name}.{kind}"
                produce(store, document, request, target, purpose="見本")
                yield target.name


def _requests(
    document: Document, chosen: list[CourseRow], plain: Request
) -> Iterator[tuple[str, Request]]:
    if Ask.PEOPLE not in document.asks:
        plain = replace(plain, people=(), organisations=())
    if Ask.HELP_REQUEST in document.asks:
        yield f"{document.id}-希望票", plain
        plain = replace(plain, help_request=None)
    if Ask.COURSE not in document.asks:
        yield document.id, plain
        return
    for row in chosen:
        if document.id == "certificate" and not row.completed:
            continue
        request = replace(plain, course=row.id)
        if Ask.SESSION in document.asks:
            request = replace(request, session=1)
        name = document.id if row is chosen[0] else f"{document.id}-{row.kind}"
        yield name, request


def _helped(store: Store) -> int | None:
    """Return the newest match that goes on: its slip and its sheet are printed."""
    return max(store.ask(MatchListing(state=MatchState.ACTIVE).keys), default=None)


def _courses(store: Store, year: FiscalYear) -> list[CourseRow]:
    """Return this year's courses, the first of them one that is over where there is one."""
    listing = CourseListing(year)
    rows = store.ask(listing.rows, store.ask(listing.keys))
    return sorted(rows.values(), key=lambda row: (not row.completed, row.kind))
