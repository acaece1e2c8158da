"""What a supporter can do (できること), wishes to do (希望), and the level of activity."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from app.matching.reason import Measure, Reason, against, portion
from app.matching.wanted import Load, Wanted
from app.matching.weights import Criterion, Weights
from app.supporters.offer import Ability, Offer
from app.supporters.supporter import Skill

_THIRDS = {Skill.GOOD: 3, Skill.CAN: 2}
_LEVELS_BELOW = 1
"""By how many levels somebody may be below what is wanted: with somebody more experienced."""

_Abilities = tuple[Ability | None, ...]


def ability(wanted: Wanted, weights: Weights) -> Measure:
    """Judge by what a supporter does well, wishes to do, and by the level."""
    keys = tuple(wanted.kinds)
    names = tuple(wanted.kinds.values())

    def part(offer: Offer, _load: Load) -> Hashable:
        return offer.level, *map(offer.kinds.get, keys)

    def reasons(offer: Offer, _load: Load) -> tuple[Reason, ...]:
        abilities = tuple(map(offer.kinds.get, keys))
        return (
            _kind(names, abilities, weights[Criterion.KIND]),
            _wish(names, abilities, weights[Criterion.WISH]),
            _level(wanted, offer.level, weights[Criterion.LEVEL]),
        )

    return Measure(part, reasons)


def _kind(names: Sequence[str], abilities: _Abilities, worth: int) -> Reason:
    """Count how well the kinds wanted are given; who gives none is ruled out."""
    if not names:
        return Reason("内容の区分は問いません", worth, Criterion.KIND)
    has = {name: one for name, one in zip(names, abilities, strict=True) if one is not None}
    if not has:
        return against(f"できることに{_listed(names)}がありません", Criterion.KIND)
    said = [f"「{name}」{_how(one)}" for name, one in has.items()]
    lacking = [name for name in names if name not in has]
    text = "、".join(said) + (f"（{_listed(lacking)}はできません）" if lacking else "")
    thirds = sum(_THIRDS[one.skill] for one in has.values())
    return Reason(text, portion(worth, thirds, 3 * len(names)), Criterion.KIND)


def _wish(names: Sequence[str], abilities: _Abilities, worth: int) -> Reason:
    """Count how many of the kinds wanted are wished for."""
    if not names:
        return Reason("希望の内容は問いません", worth, Criterion.WISH)
    pairs = zip(names, abilities, strict=True)
    wished = [name for name, one in pairs if one is not None and one.wished]
    text = f"{_listed(wished)}を希望" if wished else f"{_listed(names)}は希望に挙げていません"
    return Reason(text, portion(worth, len(wished), len(names)), Criterion.WISH)


def _level(wanted: Wanted, height: int | None, worth: int) -> Reason:
    """Count a level at least as wanted in full, one below by a third, none decided by half."""
    least = wanted.level
    if least is None:
        return Reason("活動レベルは問いません", worth, Criterion.LEVEL)
    if height is None:
        text = "活動レベルが決まっていません（半分の点）"
        return Reason(text, portion(worth, 1, 2), Criterion.LEVEL)
    name = f"活動レベル「{wanted.levels.get(height, height)}」"
    asked = f"求めるレベル「{wanted.levels.get(least, least)}」"
    if height >= least:
        return Reason(f"{name}は{asked}以上", worth, Criterion.LEVEL)
    text = f"{name}は{asked}より{least - height}つ下です"
    if height < least - _LEVELS_BELOW:
        return against(text, Criterion.LEVEL)
    return Reason(text, portion(worth, 1, 3), Criterion.LEVEL)


def _how(ability: Ability) -> str:
    return "が得意" if ability.skill is Skill.GOOD else "ができる"


def _listed(names: Sequence[str]) -> str:
    return "・".join(f"「{name}」" for name in names)
