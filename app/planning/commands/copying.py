"""Beginning a year's plan from that of another one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from app.duties import queries as duties
from app.duties.duty import DutyRow
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.planning.commands.items import add_item
from app.planning.commands.words import set_plan_year
from app.planning.plan import PlanItemId, PlanYearDraft
from app.planning.queries.plans import PlanItemRow, item_rows, words_of

_COPIED_WORDS = ("vision", "policy", "priorities", "structure")


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy did: the items it added, and by title those it did not.

    ``already`` were there (the same one, or one of the same duty and title); ``homeless`` belong
    to a duty the other year has no more.
    """

    items: tuple[PlanItemId, ...]
    words: bool
    already: tuple[str, ...]
    homeless: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """Say what was copied and what was not."""
        parts = [f"{len(self.items)}件の事業" if self.items else "", "文章" if self.words else ""]
        said = "と".join(part for part in parts if part)
        text = f"{said}を写しました。" if said else "写すものはありませんでした。"
        if self.already:
            text += f"すでにある{len(self.already)}件（{_some(self.already)}）はそのままです。"
        if self.homeless:
            text += (
                f"業務区分がなくなった{len(self.homeless)}件（{_some(self.homeless)}）は写していません。"
                "必要なら新しい区分で追加してください。"
            )
        return text


def copy_year(session: Session, source: FiscalYear, target: FiscalYear) -> Copied:
    """Copy the words that are still empty and the items with their targets, but no review.

    Raises ``Refusal`` where there is nothing to copy, or a year would be copied onto itself.
    """
    if source == target:
        raise Refusal("同じ年度には写せません。写す先の年度を選んでください。")
    items = item_rows(session, source)
    words = words_of(session, source)
    if not items and words == PlanYearDraft():
        raise Refusal(f"{source}の計画はまだありません。写すものがありません。")
    known = item_rows(session, target)
    offered = duties.duty_list(session, target.last_day)
    added, already, homeless = [], [], []
    for one in items:
        duty = _same_duty(one.duty, offered)
        if duty is None:
            homeless.append(one.draft.title)
        elif _is_there(one, duty, known):
            already.append(one.draft.title)
        else:
            draft = replace(one.draft, fiscal_year=target.start, duty_id=duty.id, actual=None)
            added.append(add_item(session, draft, copied_from=one.id))
    return Copied(
        tuple(added), _copy_words(session, words, target), tuple(already), tuple(homeless)
    )


def _same_duty(duty: DutyRow, offered: Sequence[DutyRow]) -> DutyRow | None:
    """Return the duty of another list that is this one: by key, or by its name."""
    by_key = (one for one in offered if one.id == duty.id)
    by_name = (one for one in offered if one.name == duty.name)
    return next(by_key, None) or next(by_name, None)


def _is_there(one: PlanItemRow, duty: DutyRow, known: Sequence[PlanItemRow]) -> bool:
    return any(
        other.copied_from == one.id
        or (other.duty.name == duty.name and other.draft.title == one.draft.title)
        for other in known
    )


def _copy_words(session: Session, words: PlanYearDraft, target: FiscalYear) -> bool:
    kept = words_of(session, target)
    filled = {
        name: getattr(words, name)
        for name in _COPIED_WORDS
        if getattr(words, name) and not getattr(kept, name)
    }
    if filled:
        set_plan_year(session, target, replace(kept, **filled))
    return bool(filled)


def _some(titles: Sequence[str]) -> str:
    first = "、".join(titles[:3])
    return f"{first}など" if len(titles) > 3 else first
