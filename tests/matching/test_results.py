"""The figures of matching, recounted from the rows of generated offices by other means."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts import queries as contact_queries
from app.contacts.custom import Subject
from app.duplicates import commands as duplicates
from app.kernel.errors import Refusal
from app.kernel.figure import Figure
from app.kernel.fiscal_year import FiscalYear
from app.matching import commands, queries
from app.matching.figures import CrossTable
from app.matching.match import ActivityDraft, Answer, MatchId, MatchState
from app.matching.queries import Results
from app.matching.request import RequestDraft, RequestId, Rhythm
from app.storage.store import Store
from app.supporters.supporter import SupporterId
from app.supporters.tables import Supporter
from tests.conftest import Clock
from tests.matching.desk import Desk, rows_of

YEAR = FiscalYear(2026)
LAST = date(2027, 3, 31)


class RandomOffice:
    """Does things at random from March to March; what the rules refuse is left out."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk, self.random = desk, Random(seed)
        self.helpers = [desk.supporter(number) for number in range(5)]
        self.spots = [desk.place(f"場所{number}") for number in range(2)]
        self.requests: list[RequestId] = []
        self.matches: list[MatchId] = []
        self.today = date(2026, 3, 1)

    def run(self, steps: int) -> None:
        often = (self.ask, self.answer, self.go_on, self.go_on, self.slip, self.slip)
        for number in range(steps):
            self.today = date(2026, 3, 1) + timedelta(days=400 * number // steps)
            first = number < 5 or self.random.random() < 0.1
            done = self.request if first else self.random.choice((*often, self.throw_away))
            with suppress(Refusal):
                done()

    def request(self) -> None:
        draft = RequestDraft(
            self.today, contact_name="担当", title="手伝い",
            rhythm=self.random.choice(list(Rhythm)),
            kinds=tuple(self.random.sample((1, 2, 3), self.random.randrange(3))),
            local_resource_id=self.random.choice((None, *self.spots)),
            people_wanted=self.random.randint(1, 2),
        )  # fmt: skip
        self.requests.append(self.desk.store.do("票", commands.add_request, draft).result)

    def ask(self) -> None:
        helpers, where = self.random.sample(self.helpers, 2), self.random.choice(self.requests)
        if self.random.random() < 0.3:
            self._ask(helpers, resource=self.random.choice(self.spots))
        else:
            self._ask(helpers, request=where)

    def _ask(self, helpers: list[SupporterId], **where: Any) -> None:
        done = self.desk.store.do("打診", commands.propose, helpers, on=self.today, **where)
        self.matches.extend(done.result)

    def go_on(self) -> None:
        states = (MatchState.AGREED, MatchState.ACTIVE, MatchState.ACTIVE, MatchState.ENDED)
        self._do(commands.step, self.random.choice(states), on=self.today)

    def answer(self) -> None:
        self._do(commands.answer, self.random.choice(list(Answer)), on=self.today)

    def throw_away(self) -> None:
        if self.random.random() < 0.2:
            self._do(commands.bin_match)

    def slip(self) -> None:
        month = self.today.replace(day=1)
        lines = [
            ActivityDraft(
                self.random.choice((None, month.replace(day=self.random.randint(1, 3)))),
                self.random.randint(1, 3), self.random.randint(0, 200),
                kind_id=self.random.choice((None, 1, 2)),
            )
            for _ in range(self.random.randrange(4))
        ]  # fmt: skip
        self._do(commands.keep_slip, month, lines, received_on=None)

    def _do(self, command: Callable[..., Any], *given: Any, **named: Any) -> None:
        if self.matches:
            self.desk.store.do(
                "試す", command, self.random.choice(self.matches[-8:]), *given, **named
            )


def recount(session: Session) -> dict[str, list[int]]:
    """Return the table by month from bare rows, and the whole year as a thirteenth month."""
    stored = rows_of(session)
    people = dict(session.execute(select(Supporter.id, Supporter.person_id)).all())
    matches = {row[0]: row for row in stored["match"] if row[-1] is None}
    requests = {row[0]: row for row in stored["help_request"]}
    steps: dict[int, list[Any]] = {}
    for row in sorted(stored["match_step"], key=lambda row: (row[3], row[0])):
        steps.setdefault(row[1], []).append(row)
    slips = {row[0]: row for row in stored["activity_slip"] if row[1] in matches}
    lines = [(slips[row[1]], row) for row in stored["activity"] if row[1] in slips]
    spans = [(first, last) for first, last in YEAR.months] + [(YEAR.first_day, YEAR.last_day)]
    found: dict[str, list[int]] = {}

    def put(name: str, count: int) -> None:
        found.setdefault(name, []).append(count)

    for first, last in spans:
        put("received", sum(first <= row[2] <= last for row in requests.values()))
        for name, state in (
            ("asked", "ASKING"), ("agreed", "AGREED"), ("failed", "FAILED"), ("ended", "ENDED"),
        ):  # fmt: skip
            in_span = [
                key
                for key in matches
                for step in steps[key]
                if step[2].name == state and first <= step[3] <= last
            ]
            put(name, len(in_span))
        put(
            "active",
            sum(
                [step for step in steps[key] if step[3] <= last][-1:] != []
                and [step for step in steps[key] if step[3] <= last][-1][2].name == "ACTIVE"
                for key in matches
            ),
        )
        inside = [(slip, row) for slip, row in lines if first <= slip[2] <= last]
        put("attendances", sum(row[3] for _, row in inside))
        put("minutes", sum(row[4] for _, row in inside))
        put("people", len({people[matches[slip[1]][3]] for slip, _ in inside}))
        put("occasions", _occasions(inside, matches, requests))
    return found


def _occasions(inside: list[Any], matches: dict[int, Any], requests: dict[int, Any]) -> int:
    """Count once what several did on one day at one place, as often as one of them came."""
    came: dict[Any, int] = {}
    for slip, row in inside:
        match = matches[slip[1]]
        spot = match[2] if match[1] is None else requests[match[1]][7]
        where = f"場{spot}" if spot is not None else f"票{match[1]}"
        when = row[2] or f"行{row[0]}"
        came[where, when, match[0]] = came.get((where, when, match[0]), 0) + row[3]
    most: dict[Any, int] = {}
    for (where, when, _), times in came.items():
        most[where, when] = max(most.get((where, when), 0), times)
    return sum(most.values())


def sums(table: CrossTable) -> list[int]:
    rows = [sum(cell.count for cell in row) for row in table.cells]
    columns = [sum(row[at].count for row in table.cells) for at in range(len(table.columns))]
    assert rows == [one.count for one in table.row_totals]
    assert columns == [one.count for one in table.column_totals]
    assert sum(rows) == table.total.count
    return rows


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_that_every_figure_can_be_recounted_and_names_its_rows(
    store: Store, clock: Clock, seed: int
) -> None:
    clock.now = datetime(2027, 4, 10, 9)
    desk = Desk(store)
    desk.masters()
    RandomOffice(desk, seed).run(300)
    found: Results = desk.ask(queries.results, YEAR)
    expected = desk.ask(recount)
    for name, counts in expected.items():
        figures: list[Figure] = [getattr(one, name) for one in (*found.months, found.total)]
        assert [one.count for one in figures] == counts, name
        assert all(len(set(one.keys)) == len(one.keys) for one in figures)
    assert found.total.attendances.count >= found.total.occasions.count > 10
    assert found.total.people.count > 1
    assert sum(sums(found.received_by)) == found.total.received.count
    assert sum(sums(found.agreed_by)) == found.total.agreed.count
    assert sum(sums(found.attended_by)) == found.total.attendances.count
    assert sum(one.agreed.count for one in found.levels) == found.total.agreed.count
    assert sum(row.times for row in found.details) == found.total.attendances.count
    assert sum(row.minutes for row in found.details) == found.total.minutes.count
    lines = desk.ask(queries.activities, found.total.minutes.keys)
    assert sum(one.draft.minutes for one in lines) == found.total.minutes.count
    assert {row.request.id for row in found.details if row.request} >= set(
        found.total.received.keys
    )


def test_that_a_year_still_running_has_nothing_in_months_to_come(desk: Desk) -> None:
    match = desk.agreed(desk.request(rhythm=Rhythm.REGULAR), desk.supporter())
    desk.do(commands.step, match, MatchState.ACTIVE, on=date(2026, 6, 1))
    found: Results = desk.ask(queries.results, YEAR, date(2026, 8, 10))
    assert [one.active.count for one in found.months] == [0, 0, 1, 1, 1] + [0] * 7
    assert (found.total.active.count, found.total.last) == (1, date(2026, 8, 10))
    assert [(one.last.day) for one in found.months[:2]] == [monthrange(2026, 4)[1], 31]


def test_that_merged_people_count_once_and_organisations_take_their_requests_along(
    desk: Desk,
) -> None:
    one, other = desk.organisation("見本町会"), desk.organisation("見本町会２")
    request = desk.request(organisation_id=other, people_wanted=2, rhythm=Rhythm.REGULAR)
    for number in (1, 2):
        match = desk.agreed(request, desk.supporter(number))
        line = ActivityDraft(date(2026, 5, 20 + number), minutes=60)
        desk.do(commands.keep_slip, match, date(2026, 5, 1), [line], received_on=None)
    before: Results = desk.ask(queries.results, YEAR)
    assert (before.total.people.count, before.total.occasions.count) == (2, 2)
    firm = desk.ask(contact_queries.organisation_card, one, date(2026, 11, 1)).draft
    desk.store.do("統合", duplicates.merge, Subject.ORGANISATION, one, other, firm)
    card = desk.ask(queries.request_card, request, date(2026, 11, 1))
    assert card.draft.organisation_id == one
    people = [row.person for row in card.matches]
    kept = desk.ask(contact_queries.person_card, people[0], date(2026, 11, 1)).draft
    desk.store.do("統合", duplicates.merge, Subject.PERSON, *people, kept)
    after: Results = desk.ask(queries.results, YEAR)
    assert after.total.people.count == 1
    assert after.total.attendances.count == 2
