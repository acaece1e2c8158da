"""封筒・はがき (section 3.16): one for each letter of a mailing, with the office as sender."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from app.documents.envelope_form import envelope_form
from app.kernel.phones import phone_digits
from app.office import queries as office
from app.reporting.addressee import Addressee, vertical
from app.reporting.catalogue import Content, Request
from app.reporting.labels import letter_fields, mailing_content
from app.reporting.mailing import Letter, mailing

_DIGITS = 7
_SHORT_ROLE = 6


def make(session: Session, request: Request) -> Content:
    """Return the envelopes or postcards of a mailing."""
    found = mailing(session, request)
    choice = request.mailing
    return mailing_content(
        session,
        request,
        found,
        title=f"宛名印刷　{choice.paper.label}",
        rows=[envelope_fields(one) for one in found.letters],
        fields={"縦書き事務所住所": vertical(office.settings(session).office_address)},
        form="envelopes.xlsx",
        drawn=envelope_form(
            choice.paper.value,
            portrait=choice.portrait,
            right=choice.right,
            down=choice.down,
            sender=choice.sender,
            count=len(found.letters),
        ),
    )


def envelope_fields(letter: Letter) -> dict[str, Any]:
    """Return what stands on one envelope: whole, digit by digit, and for vertical writing."""
    digits = phone_digits(letter.to.postal_code).ljust(_DIGITS)
    fields = letter_fields(letter)
    building, organisation, role = _columns(letter.to)
    return {
        **fields,
        **{f"郵便番号{place}": digits[place - 1].strip() for place in range(1, _DIGITS + 1)},
        "縦書き住所": vertical(letter.to.address),
        "縦書き建物": vertical(building),
        "縦書き団体名": vertical(organisation),
        "縦書き役職": vertical(role),
    }


def _columns(to: Addressee) -> tuple[str, str, str]:
    """Return what stands right of a name written downwards, and above it.

    Only a short role has room above the name; a longer one follows the organisation.
    """
    if len(to.role) <= _SHORT_ROLE:
        return to.building, to.organisation, to.role
    if not to.building:
        return to.organisation, to.role, ""
    return to.building, "　".join(part for part in (to.organisation, to.role) if part), ""
