"""What a card says of an organisation, group by group; what nobody has written down is left out."""

from __future__ import annotations

from app.contacts.organisation_card import OrganisationCard
from app.gui.contacts.facts_grid import Fact, Group


def groups_of(card: OrganisationCard) -> tuple[Group, ...]:
    """Return the groups that have anything to say, each with its facts."""
    groups = (("基本", _basics(card)), ("住所", _address(card)), ("連絡", _contact(card)))
    said = ((title, tuple(fact for fact in facts if fact[1])) for title, facts in groups)
    return tuple((title, facts) for title, facts in said if facts)


def _basics(card: OrganisationCard) -> tuple[Fact, ...]:
    draft = card.draft
    who = (draft.representative_title, draft.representative_name)
    return (
        ("種別", card.kind),
        ("法人格", draft.legal_form),
        ("略称", draft.short_name),
        ("代表者", "　".join(part for part in who if part)),
        ("担当部署", draft.department),
        ("協定", "結んでいる" if draft.agreement else ""),
        ("発送", "案内を送らない" if draft.no_mail else ""),
    )


def _address(card: OrganisationCard) -> tuple[Fact, ...]:
    draft = card.draft
    postal = f"〒{draft.postal_code}" if draft.postal_code else ""
    chosen = "（手で指定）" if draft.district_fixed else ""
    return (
        ("住所", "　".join(part for part in (postal, card.address) if part)),
        ("圏域", f"{card.district}{chosen}" if card.district else ""),
        ("活動の範囲", draft.reach.label),
    )


def _contact(card: OrganisationCard) -> tuple[Fact, ...]:
    draft = card.draft
    return (
        ("電話", draft.phone),
        ("FAX", draft.fax),
        ("メール", draft.email),
        ("ホームページ", draft.website),
        ("広報・SNS", draft.media),
    )
