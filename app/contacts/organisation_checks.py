"""What an organisation's record must be before it is stored."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

from app.contacts.checks import plain_email, plain_kana, repair, tidy_texts
from app.contacts.legal_forms import legal_form
from app.contacts.organisation import AffiliationDraft, OrganisationDraft
from app.kernel.errors import Refusal
from app.kernel.phones import normalise_phone
from app.kernel.postal import normalise_postal
from app.kernel.text import tidy

_FIELDS = tuple(field.name for field in fields(OrganisationDraft))
_TEXTS = tuple(field.name for field in fields(OrganisationDraft) if field.type == "str")
_PHONES = ("phone", "fax")


def checked_organisation(draft: OrganisationDraft, area_code: str = "0138") -> OrganisationDraft:
    """Return the record as it is stored: trimmed, numbers and reading in one spelling.

    The name keeps every character; the legal form it bears is filled in where none was given.
    Raises ``Refusal`` with a sentence for each field that cannot be stored.
    """
    problems: dict[str, str] = {}
    values = {name: getattr(draft, name) for name in _FIELDS}
    tidy_texts(values, _TEXTS)
    if not values["name"]:
        problems["name"] = "団体の名前を入力してください。"
    repair(values, problems, "kana", plain_kana)
    for name in _PHONES:
        repair(values, problems, name, lambda text: normalise_phone(text, area_code))
    repair(values, problems, "postal_code", normalise_postal)
    repair(values, problems, "email", plain_email)
    if problems:
        raise Refusal("".join(dict.fromkeys(problems.values())), fields=problems)
    values["legal_form"] = values["legal_form"] or legal_form(values["name"])
    return OrganisationDraft(**values)


def checked_affiliation(draft: AffiliationDraft) -> AffiliationDraft:
    """Return an affiliation as it is stored; raises ``Refusal`` where it ends before it starts."""
    if _is_backwards(draft.starts_on, draft.ends_on):
        text = "任期の終わりが始まりより前になっています。日付を確かめてください。"
        raise Refusal(text, fields={"ends_on": text})
    return AffiliationDraft(
        tidy(draft.role).text,
        draft.starts_on,
        draft.ends_on,
        draft.is_main,
        tidy(draft.note).text,
    )


def _is_backwards(first: date | None, last: date | None) -> bool:
    return first is not None and last is not None and last < first
