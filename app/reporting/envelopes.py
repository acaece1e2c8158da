"""封筒・はがき (section 3.16): one for each letter of a mailing, with the office as sender."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from app.documents.envelope_form import envelope_form
from app.kernel.phones import phone_digits
from app.office import queries as office
from app.reporting.addressee import vertical
from app.reporting.catalogue import Content, Request
from app.reporting.labels import letter_fields, mailing_content
from app.reporting.mailing import Letter, mailing

_DIGITS = 7


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
    return {
        **fields,
        **{f"郵便番号{place}": digits[place - 1].strip() for place in range(1, _DIGITS + 1)},
        "縦書き住所": vertical(letter.to.address),
        "縦書き建物": vertical(letter.to.building),
        "縦書き団体名": vertical(letter.to.organisation),
    }
