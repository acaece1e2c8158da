"""What an edit of many at once (まとめて変更) would do to each of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.bulk_edit import (
    TAGGINGS,
    Draft,
    Edit,
    EditFate,
    EditField,
    EditLine,
    EditPlan,
    edited,
    obstacle,
    stored_text,
)
from app.contacts.checks import checked
from app.contacts.custom import Subject, read_value, shown
from app.contacts.organisation import OrganisationId
from app.contacts.organisation_checks import checked_organisation
from app.contacts.person import PersonDraft, PersonId
from app.contacts.queries.custom import custom_fields, custom_values_of
from app.contacts.queries.editable import editable_field, words_of
from app.contacts.queries.keys import chunks
from app.contacts.queries.organisations import organisation_drafts
from app.contacts.queries.people import drafts as person_drafts
from app.contacts.queries.tags import tag_names, tags
from app.contacts.tables import Organisation, Person
from app.kernel.errors import Refusal
from app.kernel.text import tidy
from app.office import queries as office
from app.office.towns import TownFinder

_GONE = "削除されています。"
_BINNED = "ごみ箱にあります。変えるときは、先にごみ箱から戻してください。"


@dataclass(frozen=True, slots=True)
class _Effect:
    """What an edit would do to one record."""

    before: str
    after: str
    same: bool
    reason: str = ""
    draft: Draft | None = None


_Effects = Callable[[int, Draft], _Effect]


def edit_plan(session: Session, edit: Edit, keys: Sequence[int], today: date) -> EditPlan:
    """Return what an edit would do to each of these records; nothing is changed.

    Raises ``Refusal`` for an edit that no record could take.
    """
    edit = replace(edit, value=tidy(edit.value).text)
    field = editable_field(session, edit)
    drafts = _drafts(session, edit.subject, keys)
    binned = _binned(session, edit.subject, keys)
    if edit.known is None:
        words, effects = _own_effects(session, edit, keys, today)
    else:
        words = next((one for one, value in field.choices or () if value == edit.value), edit.value)
        effects = (_tag_effects if edit.known in TAGGINGS else _column_effects)(
            session, edit, keys, today
        )
    lines: list[EditLine] = []
    changed: dict[int, Draft] = {}
    for key in keys:
        draft = drafts.get(key)
        if draft is None or key in binned:
            name, reason = ("", _GONE) if draft is None else (draft.name, _BINNED)
            lines.append(EditLine(key, name, "", "", EditFate.REFUSED, reason))
            continue
        effect = effects(key, draft)
        lines.append(_line(key, draft, effect))
        if effect.draft is not None and lines[-1].fate is EditFate.CHANGE:
            changed[key] = effect.draft
    return EditPlan(edit, field.label, words, tuple(lines), changed)


def _line(key: int, draft: Draft, effect: _Effect) -> EditLine:
    fate = EditFate.SAME if effect.same else EditFate.CHANGE
    if effect.reason:
        fate = EditFate.REFUSED
    return EditLine(key, draft.name, effect.before, effect.after, fate, effect.reason)


def _drafts(session: Session, subject: Subject, keys: Sequence[int]) -> Mapping[int, Draft]:
    if subject is Subject.PERSON:
        people = person_drafts(session, [PersonId(key) for key in keys])
        return cast("Mapping[int, Draft]", people)
    found = organisation_drafts(session, [OrganisationId(key) for key in keys])
    return cast("Mapping[int, Draft]", found)


def _binned(session: Session, subject: Subject, keys: Sequence[int]) -> set[int]:
    table = Person if subject is Subject.PERSON else Organisation
    found: set[int] = set()
    for chunk in chunks(keys):
        query = select(table.id).where(table.id.in_(chunk), table.deleted_at.is_not(None))
        found.update(session.scalars(query))
    return found


def _own_effects(
    session: Session, edit: Edit, keys: Sequence[int], today: date
) -> tuple[str, _Effects]:
    row = next(one for one in custom_fields(session, edit.subject) if one.id == edit.own)
    value = read_value(row.draft, edit.value, today)
    stored = custom_values_of(session, edit.subject, keys)
    after = shown(row.draft, value)

    def effect(key: int, _draft: Draft) -> _Effect:
        old = stored.get(key, {}).get(row.id, "")
        return _Effect(shown(row.draft, old), after, old == value)

    return after, effect


def _tag_effects(session: Session, edit: Edit, keys: Sequence[int], _today: date) -> _Effects:
    order = [row.name for row in tags(session)]
    name = next(row.name for row in tags(session) if str(row.id) == edit.value)
    borne = tag_names(session, edit.subject, keys)
    wanted = edit.known is EditField.TAG_ON

    def effect(key: int, _draft: Draft) -> _Effect:
        now = set(borne.get(key, ()))
        then = now | {name} if wanted else now - {name}
        before, after = ("、".join(one for one in order if one in some) for some in (now, then))
        return _Effect(before, after, now == then)

    return effect


def _column_effects(session: Session, edit: Edit, _keys: Sequence[int], today: date) -> _Effects:
    return _ColumnEffects(
        edit,
        {value: words for words, value in words_of(session, edit)},
        today,
        office.settings(session).area_code,
        office.town_finder(session),
    )


@dataclass(frozen=True)
class _ColumnEffects:
    """What an edit of a column would do; read once for many records."""

    edit: Edit
    labels: Mapping[str, str]
    today: date
    area_code: str
    towns: TownFinder

    def __call__(self, _key: int, draft: Draft) -> _Effect:
        after = edited(draft, self.edit)
        if self.edit.known is EditField.DISTRICT and not after.district_fixed:
            address = after.address_town + after.address_number
            after = replace(after, district_id=self.towns.district(address))
        before = self._words(draft)
        if after == draft:
            return _Effect(before, before, same=True)
        reason = obstacle(draft, after) or self._refusal(after)
        return _Effect(before, self._words(after), same=False, reason=reason, draft=after)

    def _words(self, draft: Draft) -> str:
        field = cast("EditField", self.edit.known)
        text = stored_text(draft, field)
        if not text:
            return ""
        by_hand = field is EditField.DISTRICT and draft.district_fixed
        return self.labels.get(text, text) + ("（手で指定）" if by_hand else "")

    def _refusal(self, draft: Draft) -> str:
        try:
            if isinstance(draft, PersonDraft):
                checked(draft, self.today, self.area_code)
            else:
                checked_organisation(draft, self.area_code)
        except Refusal as refusal:
            return f"カードの内容に直すところがあります：{refusal.text}"
        return ""
