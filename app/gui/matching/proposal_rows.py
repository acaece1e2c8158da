"""A proposal for all open requests as a table: one row for each place that is to be filled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.matching import commands
from app.matching.match import MatchId
from app.matching.queries import Proposal
from app.matching.request import RequestId
from app.matching.scoring import Ranked
from app.supporters.supporter import SupporterId


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """Somebody proposed for a request; without anybody, how many remain without and why."""

    request: RequestId
    number: str
    title: str
    ranked: Ranked | None
    missing: int = 0
    why: str = ""

    @property
    def supporter(self) -> SupporterId | None:
        return None if self.ranked is None else self.ranked.offer.supporter

    @property
    def who(self) -> str:
        """Who is proposed, or how many are lacking."""
        return f"（あと{self.missing}人）" if self.ranked is None else self.ranked.offer.name

    @property
    def points(self) -> str:
        return "" if self.ranked is None else f"{self.ranked.points}点"

    @property
    def reasons(self) -> str:
        """Every reason that counts with its points."""
        if self.ranked is None:
            return self.why
        return "　".join(f"{one.text} {one.points:+d}" for one in self.ranked.reasons if one.points)

    @property
    def warnings(self) -> str:
        """What to see to before they are introduced."""
        return "" if self.ranked is None else "".join(self.ranked.warnings)


def rows_of(proposal: Proposal) -> list[ProposalRow]:
    """Return the rows: of each request those proposed, then what is still lacking."""
    rows: list[ProposalRow] = []
    for one in proposal.rows:
        key = (one.request, one.number, one.title)
        rows += [ProposalRow(*key, ranked) for ranked in one.proposed]
        if (missing := one.lacking - len(one.proposed)) > 0:
            rows.append(ProposalRow(*key, None, missing, _why(one.fitting, len(one.proposed))))
    return rows


def summary(proposal: Proposal) -> str:
    """Say in one sentence how many places the proposal fills."""
    if not proposal.lacking:
        return "いま人数の足りない希望票はありません。"
    left = proposal.lacking - proposal.filled
    rest = f"残る{left}人は、下の理由で見つかっていません。" if left else "すべて埋まります。"
    return (
        f"{len(proposal.rows)}件の希望票で足りない{proposal.lacking}人のうち、"
        f"{proposal.filled}人を提案します（合わせて{proposal.points:,}点）。{rest}"
    )


def accept(session: Session, rows: Sequence[ProposalRow], *, on: date) -> list[MatchId]:
    """Ask everybody who was accepted for what they are proposed for, in one step."""
    chosen: dict[RequestId, list[SupporterId]] = {}
    for row in rows:
        if row.supporter is not None:
            chosen.setdefault(row.request, []).append(row.supporter)
    return [
        match
        for request, supporters in chosen.items()
        for match in commands.propose(session, supporters, request=request, on=on)
    ]


def _why(fitting: int, given: int) -> str:
    if fitting == 0:
        return (
            "条件に合うサポーターがいません。日時や区分、圏域を見直せるか、相手に確かめてください。"
        )
    if fitting <= given:
        return f"条件に合うのは{fitting}人だけで、みな提案に入っています。"
    return f"条件に合う{fitting}人は、ほかの希望票に提案しているか、すでに手いっぱいです。"
