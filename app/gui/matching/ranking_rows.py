"""What the list beside a request shows: who was asked, who could be, and who is ruled out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.kernel.labelled import Labelled
from app.kernel.wareki import format_day
from app.matching import queries
from app.matching.match_way import OPEN
from app.matching.queries import MatchRow
from app.matching.request import RequestId
from app.matching.request_checks import BY_HAND
from app.matching.scoring import Excluded, Ranked, Ranking
from app.supporters.supporter import SupporterId

_DAY = "4月1日"

Said = tuple[tuple[str, ...], ...]
"""What stands below a name: groups of short texts, each group beginning a line of its own."""


class Section(Labelled):
    """What the rows of a list stand under."""

    ASKED = "asked", "打診した人"
    CANDIDATES = "candidates", "候補"
    MORE = "more", "続き"
    OUT = "out", "対象外"


@dataclass(frozen=True, slots=True)
class Heading:
    """A line over a section; one that can be opened says so."""

    section: Section
    text: str
    opens: bool = False

    @property
    def key(self) -> tuple[str, int]:
        return self.section.value, 0

    @property
    def said(self) -> Said:
        return ()

    @property
    def warnings(self) -> tuple[str, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who was asked, and how it stands."""

    match: MatchRow

    @property
    def key(self) -> tuple[str, int]:
        return "match", self.match.id

    @property
    def supporter(self) -> SupporterId:
        return self.match.supporter

    @property
    def text(self) -> str:
        return f"{self.match.name}　{self.match.supporter_number}"

    @property
    def badge(self) -> str:
        return self.match.state.label

    @property
    def said(self) -> Said:
        """Return the dates that say how far it has come, and what comes next."""
        match = self.match
        parts = [f"{_day(match.asked_on)}に打診"]
        if match.answer is not None:
            reason = f"（{match.decline_reason}）" if match.decline_reason else ""
            parts.append(f"返事：{match.answer.label}{reason}")
        for what, day in (
            ("顔合わせ", match.meeting_on),
            ("成立", match.agreed_on),
            ("開始", match.starts_on),
            ("終了", match.ends_on),
        ):
            if day is not None:
                parts.append(f"{what} {_day(day)}")
        if match.state in OPEN and match.follow_up_on is not None:
            parts.append(f"次の連絡 {_day(match.follow_up_on)}")
        return (tuple(parts),)

    @property
    def warnings(self) -> tuple[str, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could be asked: the place in the ranking, the reasons, what to see to."""

    place: int
    ranked: Ranked
    clashes: tuple[str, ...]
    has_hand: bool

    @property
    def key(self) -> tuple[str, int]:
        return "candidate", self.ranked.offer.supporter

    @property
    def supporter(self) -> SupporterId:
        return self.ranked.offer.supporter

    @property
    def text(self) -> str:
        return f"{self.place}　{self.ranked.offer.name}"

    @property
    def badge(self) -> str:
        hand = "手挙げ　" if self.has_hand else ""
        return f"{hand}{self.ranked.points}点"

    @property
    def said(self) -> Said:
        """Return every reason with its points, then those that bring none."""
        reasons = self.ranked.reasons
        counted = tuple(f"{one.text} {one.points:+d}" for one in reasons if one.points)
        without = tuple(one.text for one in reasons if not one.points)
        return (counted, (f"点なし：{without[0]}", *without[1:])) if without else (counted,)

    @property
    def warnings(self) -> tuple[str, ...]:
        return (*self.clashes, *self.ranked.warnings)


@dataclass(frozen=True, slots=True)
class Out:
    """Somebody who is ruled out, and why."""

    excluded: Excluded
    has_hand: bool

    @property
    def key(self) -> tuple[str, int]:
        return "out", self.excluded.offer.supporter

    @property
    def supporter(self) -> SupporterId:
        return self.excluded.offer.supporter

    @property
    def text(self) -> str:
        return self.excluded.offer.name

    @property
    def badge(self) -> str:
        return "手挙げ" if self.has_hand else ""

    @property
    def said(self) -> Said:
        return (self.excluded.reasons,)

    @property
    def warnings(self) -> tuple[str, ...]:
        return ()


Row = Heading | Asked | Candidate | Out


@dataclass(frozen=True, slots=True)
class Board:
    """Everything beside a request, read in one go."""

    request: RequestId
    number: str
    is_over: bool
    lacking: int
    matches: tuple[MatchRow, ...]
    ranking: Ranking
    clashes: dict[SupporterId, tuple[str, ...]]
    hands: frozenset[SupporterId]

    def rows(self, *, unfolded: bool) -> list[Row]:
        """Return the rows from the top; who is ruled out only where that is opened."""
        asked = {one.supporter for one in self.matches}
        ranking = self.ranking
        rows: list[Row] = []
        if self.matches:
            rows.append(Heading(Section.ASKED, f"打診した人（{len(self.matches)}人）"))
            rows += [Asked(one) for one in self.matches]
        if self.is_over:
            return rows
        rows.append(Heading(Section.CANDIDATES, f"候補（{ranking.total}人）"))
        rows += [
            Candidate(
                place,
                one,
                self.clashes.get(one.offer.supporter, ()),
                one.offer.supporter in self.hands,
            )
            for place, one in enumerate(ranking.rows, start=1)
        ]
        if (rest := ranking.total - len(ranking.rows)) > 0:
            rows.append(Heading(Section.MORE, f"続きの候補を出す（あと{rest}人）", opens=True))
        out = [one for one in ranking.ruled_out if one.offer.supporter not in asked]
        if out:
            verb = "閉じる" if unfolded else "理由を見る"
            rows.append(Heading(Section.OUT, f"対象外（{len(out)}人）　{verb}", opens=True))
        if unfolded:
            rows += [Out(one, one.offer.supporter in self.hands) for one in out]
        return rows


def board(session: Session, request: RequestId, day: date, limit: int) -> Board:
    """Read who was asked for a request and who could be, no more than ``limit`` of these."""
    card = queries.request_card(session, request, day)
    ranking = queries.ranked(session, request, day, limit)
    taken = sum(one.state in OPEN for one in card.matches)
    return Board(
        request=request,
        number=card.number,
        is_over=card.state in BY_HAND or card.deleted_at is not None,
        lacking=max(card.draft.people_wanted - taken, 0),
        matches=tuple(sorted(card.matches, key=_order)),
        ranking=ranking,
        clashes=queries.clashes(session, request, [one.offer.supporter for one in ranking.rows]),
        hands=frozenset(one.supporter for one in card.hands),
    )


def supporters_of(rows: Sequence[Row]) -> list[SupporterId]:
    """Return whom rows are about who can still be asked."""
    return [row.supporter for row in rows if isinstance(row, Candidate | Out)]


def _order(row: MatchRow) -> tuple[bool, date, int]:
    return row.state not in OPEN, row.asked_on, row.id


def _day(day: date) -> str:
    return format_day(day, _DAY)
