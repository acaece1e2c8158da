"""A mailing: who is written to, what stands on each letter, and who is left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.consent_rule import NEEDED_BY
from app.contacts.organisation import OrganisationDraft, OrganisationId, OrganisationStatus
from app.contacts.organisation_card import AffiliationRow, OrganisationRow
from app.contacts.person import PersonDraft, PersonId, PersonStatus
from app.kernel.errors import Refusal
from app.kernel.labelled import Labelled
from app.office import queries as office
from app.reporting.addressed import addressed
from app.reporting.addressee import (
    Addressee,
    Bearer,
    horizontal,
    of_organisation,
    of_people,
    with_honorific,
)
from app.reporting.catalogue import Request
from app.reporting.mailing_choice import MailingChoice, MailingOrder


class Reason(Labelled):
    """Why somebody gets no letter."""

    BINNED = "binned", "ごみ箱にある"
    MOVED = "moved", "転出"
    DECEASED = "deceased", "逝去"
    WITHDRAWN = "withdrawn", "辞退"
    CLOSED = "closed", "休止・解散"
    NO_MAIL = "no_mail", "発送しない"
    NO_CONSENT = "no_consent", "案内の同意がない"
    NO_ADDRESS = "no_address", "住所がない"


_ONE_LINE = 18
"""So many full-width characters of an address stay legible on one line of a small label."""
_STATUS = {
    PersonStatus.MOVED: Reason.MOVED,
    PersonStatus.DECEASED: Reason.DECEASED,
    PersonStatus.WITHDRAWN: Reason.WITHDRAWN,
}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody who gets no letter, and why."""

    name: str
    reason: Reason
    person: PersonId | None = None
    organisation: OrganisationId | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """One piece of a mailing: whom it goes to, and what stands on it."""

    to: Addressee
    people: tuple[PersonId, ...] = ()
    organisation: OrganisationId | None = None
    district: str = ""


@dataclass(frozen=True, slots=True)
class Mailing:
    """Letters in the order asked for, and who is left out."""

    letters: tuple[Letter, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def named(self) -> int:
        """How many people and organisations the letters name."""
        return sum(max(len(one.people), 1) for one in self.letters)

    @property
    def remarks(self) -> tuple[str, ...]:
        """Say how many letters there are and who gets none, in words."""
        if not self.left_out:
            return ()
        counts = Counter(one.reason for one in self.left_out)
        parts = "、".join(
            f"{reason.label} {counts[reason]}件" for reason in Reason if counts[reason]
        )
        return (f"宛名{len(self.letters)}件。除いたもの{len(self.left_out)}件（{parts}）。",)


def mailing(session: Session, request: Request) -> Mailing:
    """Return the mailing a request asks for.

    Raises ``Refusal`` where nobody was named, or nobody of those named can be written to.
    """
    to = addressed(session, request)
    choice = request.mailing
    left_out: list[LeftOut] = []
    letters = _to_people(session, to.people, choice, request.today, left_out)
    letters += _to_organisations(session, to.organisations, choice, left_out)
    found = Mailing(tuple(_ordered(session, letters, request.order)), tuple(left_out))
    if not letters:
        raise Refusal(f"宛名にできる相手がいません。{''.join(found.remarks)}")
    return found


def _to_people(
    session: Session,
    keys: Sequence[PersonId],
    choice: MailingChoice,
    today: date,
    left_out: list[LeftOut],
) -> list[Letter]:
    drafts = contacts.drafts(session, keys)
    rows = contacts.people(session, list(dict.fromkeys(keys)), today)
    mains = contacts.main_affiliations(session, keys, today) if choice.with_role else {}
    places = _addresses(session, drafts, mains)
    unwilling = _unwilling(session, keys, choice)
    written: dict[PersonId, str] = {}
    for row in rows:
        reason = Reason.BINNED if row.deleted_at else _reason(drafts[row.id], places[row.id])
        if reason is None and row.id in unwilling:
            reason = Reason.NO_CONSENT
        if reason is None:
            written[row.id] = row.district
        else:
            left_out.append(LeftOut(row.name, reason, person=row.id))
    return [
        Letter(
            _addressee(session, group, drafts, mains, places[group[0]]),
            group,
            district=written[group[0]],
        )
        for group in _groups(session, list(written), choice)
    ]


def _reason(draft: PersonDraft, place: Addressee) -> Reason | None:
    if draft.status in _STATUS:
        return _STATUS[draft.status]
    if draft.no_mail:
        return Reason.NO_MAIL
    return None if place.address else Reason.NO_ADDRESS


def _unwilling(
    session: Session, keys: Sequence[PersonId], choice: MailingChoice
) -> frozenset[PersonId]:
    """Return who may not be written to: without consent, or only those who withdrew theirs."""
    item = NEEDED_BY["letter"]
    lacking = contacts.without_consent(session, keys, item)
    if choice.need_consent:
        return frozenset(lacking)
    return frozenset(
        key
        for key in lacking
        if any(row.consent.item is item for row in contacts.consents(session, key))
    )


def _groups(
    session: Session, keys: Sequence[PersonId], choice: MailingChoice
) -> list[tuple[PersonId, ...]]:
    """Return who gets a letter together, each at the place of the first of them."""
    if not choice.households:
        return [(key,) for key in keys]
    households = contacts.households(session, keys)
    wanted = set(keys)
    groups: dict[object, tuple[PersonId, ...]] = {}
    for key in keys:
        home = households.get(key)
        if home is None:
            groups["alone", key] = (key,)
        elif home.id not in groups:
            groups[home.id] = tuple(one.person for one in home.members if one.person in wanted)
    return list(groups.values())


def _addressee(
    session: Session,
    group: tuple[PersonId, ...],
    drafts: dict[PersonId, PersonDraft],
    mains: Mapping[PersonId, AffiliationRow],
    place: Addressee,
) -> Addressee:
    bearers = [
        Bearer(drafts[key].family_name, drafts[key].given_name, drafts[key].honorific)
        for key in group
    ]
    names = of_people(bearers)
    home = contacts.household(session, group[0]) if len(group) > 1 else None
    if home is not None and home.addressee:
        names = (with_honorific(home.addressee, ""),)
    main = mains.get(group[0])
    return Addressee(
        place.postal_code,
        place.address,
        place.building,
        main.organisation_name if main else "",
        main.draft.role if main else "",
        names,
    )


def _addresses(
    session: Session,
    drafts: dict[PersonId, PersonDraft],
    mains: Mapping[PersonId, AffiliationRow],
) -> dict[PersonId, Addressee]:
    """Return where each letter goes: home, or else to the main organisation where it is named."""
    homeless = [
        mains[key].organisation
        for key, draft in drafts.items()
        if key in mains and not draft.address_town + draft.address_number
    ]
    firms = contacts.organisation_drafts(session, homeless)
    return {
        key: _place(
            firms[mains[key].organisation]
            if key in mains and mains[key].organisation in firms and not _has_address(draft)
            else draft
        )
        for key, draft in drafts.items()
    }


def _has_address(draft: PersonDraft | OrganisationDraft) -> bool:
    return bool(draft.address_town or draft.address_number)


def _place(draft: PersonDraft | OrganisationDraft) -> Addressee:
    """Return where a letter goes; a long address without a building takes that line too."""
    town, number = horizontal(draft.address_town), horizontal(draft.address_number)
    building = horizontal(draft.address_building)
    if town and not building and _wide(town + number) > _ONE_LINE:
        return Addressee(draft.postal_code, town, number)
    return Addressee(
        draft.postal_code, horizontal(draft.address_town + draft.address_number), building
    )


def _wide(text: str) -> float:
    """Return how many full-width characters of room a text takes."""
    return sum(0.5 if char.isascii() else 1 for char in text)


def _to_organisations(
    session: Session,
    keys: Sequence[OrganisationId],
    choice: MailingChoice,
    left_out: list[LeftOut],
) -> list[Letter]:
    drafts = contacts.organisation_drafts(session, keys)
    letters = []
    for row in contacts.organisations(session, list(dict.fromkeys(keys))):
        draft = drafts[row.id]
        reason = _organisation_reason(row, draft)
        if reason is not None:
            left_out.append(LeftOut(row.name, reason, organisation=row.id))
            continue
        place = _place(draft)
        lines = of_organisation(
            draft.name,
            draft.department,
            draft.representative_title,
            draft.representative_name,
            choice.organisation,
        )
        to = Addressee(place.postal_code, place.address, place.building, *lines)
        letters.append(Letter(to, organisation=row.id, district=row.district))
    return letters


def _organisation_reason(row: OrganisationRow, draft: OrganisationDraft) -> Reason | None:
    if row.deleted_at:
        return Reason.BINNED
    if draft.status is not OrganisationStatus.ACTIVE:
        return Reason.CLOSED
    if draft.no_mail:
        return Reason.NO_MAIL
    return None if _has_address(draft) else Reason.NO_ADDRESS


def _ordered(session: Session, letters: list[Letter], order: str) -> list[Letter]:
    """Return letters in an order; those equal in it stay in 五十音 order, without it last."""
    match MailingOrder.of_value(order):
        case MailingOrder.POSTAL:
            return sorted(letters, key=lambda one: one.to.postal_code or "~")
        case MailingOrder.DISTRICT:
            places = {one.name: one.position for one in office.districts(session)}
            last = len(places) + 1
            return sorted(letters, key=lambda one: places.get(one.district, last))
        case MailingOrder.KANA:
            return letters
    known = "、".join(f"{one.value}（{one.label}）" for one in MailingOrder)
    raise Refusal(f"並び順「{order}」はありません。使えるのは {known} です。")
