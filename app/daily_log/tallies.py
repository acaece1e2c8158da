"""Counting the entries of a period in every classification at once.

Each entry counts once in each of them, so all add up to the same entries.  対象者数 延べ is
everybody each time, 実 every person named once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from app.daily_log.log_entry import Means, SupportSort
from app.duties.crosswalk import UNSORTED, Crosswalk, SchemeRow, unsorted
from app.duties.duty import CategoryRow, DutyRow, once_by_name
from app.kernel.figure import Counted, Figure

KeyT = TypeVar("KeyT", bound=Hashable)


@dataclass(frozen=True, slots=True)
class EntryFact:
    """An entry as the tallies need it; ``people`` are those named, ``reached`` counts 延べ."""

    key: int
    duty_id: int
    kind_id: int | None
    means: Means
    support: SupportSort
    district_id: int | None
    minutes: int
    reached: int
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """The figures of some entries: how many, 対象者 延べ and 実, and minutes."""

    entries: Figure
    attendances: Figure
    people: Figure
    minutes: Figure


@dataclass(frozen=True, slots=True)
class Tallied(Generic[KeyT]):
    """One class of a classification with its figures."""

    of: KeyT
    tally: Tally


@dataclass(frozen=True, slots=True)
class DutyTally:
    """The entries of one duty, by means and together."""

    duty: DutyRow
    by_means: tuple[Figure, ...]
    """In the order of ``Means``."""
    tally: Tally


@dataclass(frozen=True, slots=True)
class SchemeTally:
    """The entries by the categories of one scheme; 未分類 stands last where it is needed."""

    scheme: SchemeRow
    categories: tuple[Tallied[CategoryRow], ...]


@dataclass(frozen=True, slots=True)
class Tallies:
    """A period in all classifications."""

    total: Tally
    by_duty: tuple[DutyTally, ...]
    by_means: tuple[Tallied[Means], ...]
    schemes: tuple[SchemeTally, ...]
    by_kind: tuple[Tallied[int | None], ...]
    by_district: tuple[Tallied[int | None], ...]
    by_support: tuple[Tallied[SupportSort], ...]


def tally(facts: Iterable[EntryFact]) -> Tally:
    """Return the figures of some entries."""
    facts = list(facts)
    keys = tuple(one.key for one in facts)
    people = dict.fromkeys(person for one in facts for person in one.people)
    return Tally(
        Figure(Counted.LOG_ENTRY, keys),
        Figure(Counted.LOG_ENTRY, keys, sum(one.reached for one in facts)),
        Figure(Counted.PERSON, tuple(people)),
        Figure(Counted.LOG_ENTRY, keys, sum(one.minutes for one in facts)),
    )


def tally_all(
    facts: Sequence[EntryFact],
    duties: Sequence[DutyRow],
    crosswalk: Crosswalk,
    kinds: Sequence[int],
    districts: Sequence[int],
) -> Tallies:
    """Count entries in every classification; classes without an entry stay where they are.

    Duties of several lists that bear one name are one duty, on the line of the last of them: the
    list is written anew with each contract, in the middle of a year too.  Kinds, districts and
    duties that entries bear though they are not among those given come after them; entries
    without one stand last, under nothing.
    """
    names = {int(duty.id): duty.name for duty in duties}
    of_duty = _grouped(facts, lambda one: names[one.duty_id])
    return Tallies(
        total=tally(facts),
        by_duty=tuple(_duty_tally(duty, of_duty[duty.name]) for duty in once_by_name(duties)),
        by_means=_tallied(facts, lambda one: one.means, list(Means)),
        schemes=tuple(_scheme_tally(scheme, facts, crosswalk) for scheme in crosswalk.schemes),
        by_kind=_tallied(facts, lambda one: one.kind_id, kinds),
        by_district=_tallied(facts, lambda one: one.district_id, districts),
        by_support=_tallied(facts, lambda one: one.support, list(SupportSort)),
    )


def _duty_tally(duty: DutyRow, facts: Sequence[EntryFact]) -> DutyTally:
    by_means = _grouped(facts, lambda one: one.means)
    cells = tuple(tally(by_means[one]).entries for one in Means)
    return DutyTally(duty, cells, tally(facts))


def _scheme_tally(
    scheme: SchemeRow, facts: Sequence[EntryFact], crosswalk: Crosswalk
) -> SchemeTally:
    found = _grouped(facts, lambda one: crosswalk.category(one.duty_id, one.kind_id, scheme.id).id)
    known = list(scheme.categories)
    if UNSORTED in found:
        known.append(unsorted(scheme.id))
    return SchemeTally(scheme, tuple(Tallied(one, tally(found[one.id])) for one in known))


def _tallied(
    facts: Sequence[EntryFact], place_of: Callable[[EntryFact], KeyT], known: Sequence[KeyT]
) -> tuple[Tallied[KeyT], ...]:
    found = _grouped(facts, place_of)
    others = sorted((key for key in found if key not in known), key=lambda key: key is None)
    return tuple(Tallied(key, tally(found[key])) for key in (*known, *others))


def _grouped(
    facts: Iterable[EntryFact], place_of: Callable[[EntryFact], KeyT]
) -> defaultdict[KeyT, list[EntryFact]]:
    found: defaultdict[KeyT, list[EntryFact]] = defaultdict(list)
    for one in facts:
        found[place_of(one)].append(one)
    return found
