"""What of a resource is shown to whom (公開可否): the one rule lists, maps and pages follow.

The public sees what was consented to be published, and only the contact and telephone meant for
it; a mobile telephone is somebody's own and never among them.  Partners see what is for them as
well, and who represents it.  What is internal never leaves the office.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.local_resources.local_resource import LocalResourceDraft, ResourceStatus, View

_SEEN: Final[Mapping[View, frozenset[View]]] = {
    View.PUBLIC: frozenset({View.PUBLIC}),
    View.PARTNERS: frozenset({View.PUBLIC, View.PARTNERS}),
    View.INTERNAL: frozenset(View),
}
_SHOWN_TO_ALL: Final = frozenset({ResourceStatus.ACTIVE, ResourceStatus.PAUSED})
_MOBILE: Final = ("070", "080", "090")


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask, and at which number, as one kind of reader may see them."""

    name: str = ""
    phone: str = ""

    @property
    def line(self) -> str:
        """Both in one line."""
        return "　".join(part for part in (self.name, self.phone) if part)


def is_shown(draft: LocalResourceDraft, audience: View) -> bool:
    """Return whether a resource stands in a list for these readers.

    What has ended stands in none; the public sees nothing without a day of consent.
    """
    if draft.view not in _SEEN[audience] or draft.status is ResourceStatus.ENDED:
        return False
    if audience is View.PUBLIC:
        return draft.public_consent_on is not None and draft.status in _SHOWN_TO_ALL
    return True


def contact_for(draft: LocalResourceDraft, audience: View) -> Contact:
    """Return the contact these readers may see."""
    if audience is View.PUBLIC:
        mobile = is_mobile(draft.public_phone)
        return Contact(draft.public_contact, "" if mobile else draft.public_phone)
    public = Contact(draft.public_contact or draft.representative, draft.public_phone)
    if audience is View.PARTNERS:
        return public
    return Contact(draft.internal_contact or public.name, draft.internal_phone or public.phone)


def findings(draft: LocalResourceDraft) -> Mapping[str, str]:
    """Return, by field, what keeps a resource or a part of it off the public list."""
    if draft.view is not View.PUBLIC:
        return {}
    found = {}
    if draft.public_consent_on is None:
        found["public_consent_on"] = (
            "公開の同意を得た日がないため、公開用の一覧には載りません。"
            "同意を確かめて日付を入力してください。"
        )
    if is_mobile(draft.public_phone):
        found["public_phone"] = (
            "携帯電話の番号は公開用の一覧に載せません。公開できる番号を入力してください。"
        )
    if not (draft.public_contact or draft.public_phone or draft.website):
        found["public_contact"] = "公開用の連絡先がありません。"
    return found


def is_mobile(phone: str) -> bool:
    """Return whether a number, as it is stored, is that of a mobile telephone."""
    return phone.startswith(_MOBILE)
