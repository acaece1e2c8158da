"""The lists of 登録する, 保険 and 更新と確認; rows are read only as far as they are on screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from app.supporters import queries
from app.supporters.card import Candidate, Expiring, InsuranceRow, SupporterRow
from app.supporters.supporter import SupporterId

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_WHO = frozenset({"supporter", "person", "activity_level"})
_EACH: Final = 100


@dataclass(frozen=True, slots=True)
class Candidates:
    """Who completed a course (one of that title) and is not registered, by application."""

    course: str | None = None

    @property
    def tables(self) -> frozenset[str]:
        return frozenset({"enrollment", "course", "person", "supporter"})

    def found(self, session: Session) -> Mapping[int, Candidate]:
        """Return everybody, by the key of their application."""
        rows = queries.candidates_to_register(session)
        return {one.enrollment: one for one in rows if self.course in (None, one.course)}

    def keys(self, session: Session) -> Sequence[int]:
        return list(self.found(session))

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, Candidate]:
        found = self.found(session)
        return {key: found[key] for key in keys if key in found}


@dataclass(frozen=True, slots=True)
class Uninsured:
    """Who is registered and has no insurance of a fiscal year."""

    year: int
    day: date

    @property
    def tables(self) -> frozenset[str]:
        return _WHO | {"insurance"}

    def keys(self, session: Session) -> Sequence[int]:
        return queries.uninsured(session, self.year)

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, SupporterRow]:
        return {row.id: row for row in queries.supporters(session, keys, self.day)}


@dataclass(frozen=True, slots=True)
class InsuredRow:
    """A cover and whose it is."""

    cover: InsuranceRow
    who: SupporterRow


@dataclass(frozen=True, slots=True)
class Insured:
    """Every cover of a fiscal year, by its own key."""

    year: int
    day: date

    @property
    def tables(self) -> frozenset[str]:
        return _WHO | {"insurance"}

    def keys(self, session: Session) -> Sequence[int]:
        return [one.id for one in queries.insured(session, self.year)]

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, InsuredRow]:
        wanted = set(keys)
        covers = [one for one in queries.insured(session, self.year) if one.id in wanted]
        rows = queries.supporters(session, [one.supporter for one in covers], self.day)
        known = {row.id: row for row in rows}
        return {one.id: InsuredRow(one, known[one.supporter]) for one in covers}


@dataclass(frozen=True, slots=True)
class ToConfirm:
    """Who has not said in the fiscal year of ``day`` that they go on."""

    day: date

    @property
    def tables(self) -> frozenset[str]:
        return _WHO | {"supporter_state_change", "supporter_confirmation"}

    def keys(self, session: Session) -> Sequence[int]:
        return queries.to_confirm(session, self.day)

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, SupporterRow]:
        return {row.id: row for row in queries.supporters(session, keys, self.day)}


@dataclass(frozen=True, slots=True)
class Ending:
    """Registrations and qualifications that end by a day, or ended long ago.

    The keys begin with those of the supporters, see ``owner``.
    """

    last: date

    @property
    def tables(self) -> frozenset[str]:
        return _WHO | {"qualification"}

    @staticmethod
    def owner(key: int) -> SupporterId:
        """Return whose it is that ends."""
        return SupporterId(key // _EACH)

    def found(self, session: Session) -> Mapping[int, Expiring]:
        """Return everything that ends, the first to end first."""
        found: dict[int, Expiring] = {}
        for one in queries.expiring(session, date.min, self.last):
            key = one.supporter * _EACH
            while key in found:
                key += 1
            found[key] = one
        return found

    def keys(self, session: Session) -> Sequence[int]:
        return list(self.found(session))

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, Expiring]:
        found = self.found(session)
        return {key: found[key] for key in keys if key in found}
