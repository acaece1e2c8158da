"""What a card says of a person, group by group; what nobody has written down is left out."""

from __future__ import annotations

from collections.abc import Iterable

from app.contacts.card import PersonCard
from app.contacts.person import Consideration, PersonDraft
from app.gui.contacts.facts_grid import Fact, Group
from app.kernel.wareki import format_day


def groups_of(card: PersonCard) -> tuple[Group, ...]:
    """Return the groups that have anything to say, each with its facts."""
    draft = card.draft
    groups = (
        ("基本", (*_basics(card), *_glyphs(draft))),
        ("住所", _address(card)),
        ("連絡", _contact(draft)),
        ("緊急連絡先", _emergency(draft)),
        ("人となり", _self(draft)),
    )
    said = ((title, tuple(fact for fact in facts if fact[1])) for title, facts in groups)
    return tuple((title, facts) for title, facts in said if facts)


def needs_text(needs: Consideration) -> str:
    """Return what a person needs to take part, in one sentence."""
    marks = [
        word
        for word, asked in (
            ("聴こえに配慮", needs.hearing),
            ("車いす", needs.wheelchair),
            ("送迎", needs.pickup),
        )
        if asked
    ]
    said = "・".join(marks)
    return "\n".join(part for part in (said, needs.detail) if part) or "記録はありません。"


def birth_text(card: PersonCard) -> str:
    """Return the birth date with the age, or what is known in its place."""
    draft = card.draft
    if draft.birth_date is not None:
        return f"{format_day(draft.birth_date, '令和8年(2026年)4月1日(水)')}　{card.age}歳"
    if draft.birth_year is not None:
        return f"{draft.birth_year}年生まれ（{card.age_band}）"
    return draft.age_band


def _basics(card: PersonCard) -> Iterable[Fact]:
    draft = card.draft
    yield "生年月日", birth_text(card)
    yield "性別", "" if draft.sex is None else draft.sex.label
    yield "旧姓・通称", draft.former_name
    yield "敬称", draft.honorific
    yield "発送", "案内を送らない" if draft.no_mail else ""


def _glyphs(draft: PersonDraft) -> Iterable[Fact]:
    parts = ["入力できない字体がある" if draft.unenterable else "", draft.glyph_note]
    yield "外字", "　".join(part for part in parts if part)
    yield "代わりの字", draft.substitute


def _address(card: PersonCard) -> tuple[Fact, ...]:
    draft = card.draft
    postal = f"〒{draft.postal_code}" if draft.postal_code else ""
    chosen = "（手で指定）" if draft.district_fixed else ""
    return (
        ("住所", "　".join(part for part in (postal, card.address) if part)),
        ("圏域", f"{card.district}{chosen}" if card.district else ""),
        ("町会", draft.neighbourhood),
    )


def _contact(draft: PersonDraft) -> tuple[Fact, ...]:
    way = "" if draft.contact_by is None else draft.contact_by.label
    return (
        ("電話", draft.phone),
        ("携帯", draft.mobile),
        ("FAX", draft.fax),
        ("メール", draft.email),
        ("連絡方法", "　".join(part for part in (way, draft.contact_hours) if part)),
    )


def _emergency(draft: PersonDraft) -> tuple[Fact, ...]:
    relation = f"（{draft.emergency_relation}）" if draft.emergency_relation else ""
    return (("氏名", draft.emergency_name + relation), ("電話", draft.emergency_phone))


def _self(draft: PersonDraft) -> tuple[Fact, ...]:
    return (
        ("職業・経歴", draft.occupation),
        ("資格", draft.qualifications),
        ("趣味・特技", draft.interests),
    )
