"""Ranking 10,000 supporters for a request, and assigning supporters to many requests at once.

The anchors of the assignment are greedy (each request in turn takes the best who is free); what
it loses stands in the notes, beside the figures of the prototypes on the same machine as theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random

from app.matching import queries
from app.matching.assignment import assign
from app.matching.commands import add_request
from app.matching.request import RequestDraft
from app.matching.scoring import Ranking, rank
from app.matching.wanted import Load, Wanted
from app.matching.weights import weights_of
from app.storage.engine import Place, connected
from app.supporters.offer import Ability, Offer
from app.supporters.supporter import Skill, SupporterId, Transport
from bench.offices import copied, office_of, open_at
from bench.rounds import Line, alternate, compare, figure, timed

_TODAY = date(2026, 11, 20)
_SUPPORTERS = 10_000
_SHOWN = 20
_WEEKDAYS = 0b001001001001001
_TOWNS = {f"町{number}": number / 10 for number in range(300)}
_LEVELS = {height: f"レベル{height}" for height in range(1, 6)}
_WEIGHTS = weights_of({})

Points = dict[int, dict[int, int]]


def run(folder: Path) -> Iterator[Line]:
    yield from _rankings()
    yield from _of_an_office(folder)
    yield from _assignments()


def _rankings() -> Iterator[Line]:
    random = Random(10)
    offers = [_offer(random, number) for number in range(_SUPPORTERS)]
    loads = {offer.supporter: _load(random) for offer in offers if random.random() < 0.7}
    strict = Wanted(
        _TODAY, {1: "除雪"}, 2, _LEVELS, week=_WEEKDAYS, months=1, district=3,
        district_name="北部", distances=_TOWNS,
    )  # fmt: skip
    loose = Wanted(_TODAY, week=_WEEKDAYS, any_part=True, distances=_TOWNS)
    for name, wanted in (("one kind, day, place", strict), ("everybody fits", loose)):

        def ranked(wanted: Wanted = wanted, limit: int | None = _SHOWN) -> Ranking:
            found = rank(wanted, offers, loads, _WEIGHTS, limit)
            for row in found.rows[:_SHOWN]:
                assert sum(one.points for one in row.reasons) == row.points
            return found

        times = [timed(ranked) for _ in range(9)]
        note = f"{ranked().total} of {_SUPPORTERS} fit; prototype: 1.2 ms for points alone"
        yield figure(
            f"{_SUPPORTERS} ranked, first {_SHOWN} with reasons: {name}", times, 50, note=note
        )
        times = [timed(lambda: ranked(limit=None)) for _ in range(9)]
        yield figure(f"the same, all of them in order: {name}", times)


def _of_an_office(folder: Path) -> Iterator[Line]:
    """Rank for a request as the window does: supporters, matches and the request are read too."""
    path = copied(office_of(folder, _SUPPORTERS), "supporters")
    _register_all(path)
    store = open_at(path)
    draft = RequestDraft(_TODAY, contact_name="担当", title="雪かき", kinds=(13,), week=_WEEKDAYS)
    request = store.do("測定", add_request, draft).result
    times = [timed(lambda: store.ask(queries.ranked, request, _TODAY, _SHOWN)) for _ in range(7)]
    total = store.ask(queries.ranked, request, _TODAY, _SHOWN).total
    yield figure(f"{_SUPPORTERS} read from the office and ranked", times, note=f"{total} fit")
    store.copy_due = False
    store.close()


def _assignments() -> Iterator[Line]:
    shapes = ((40, 300, 1, 20.0, "1.5"), (40, 60, 1, None, "0.8"), (40, 300, 3, None, ""),
              (300, 300, 1, None, "278"))  # fmt: skip
    for requests, supporters, places, goal, prototype in shapes:
        points = _points(Random(requests + supporters), requests, supporters)
        wanted = dict.fromkeys(points, places)
        room = dict.fromkeys(range(supporters), 1)
        exact = partial(assign, points, wanted, room)
        greedy = partial(_greedy, points, wanted)
        found = alternate({"exact": partial(timed, exact), "greedy": partial(timed, greedy)})
        best, (filled, total) = exact(), greedy()
        note = (
            f"exact fills {best.filled} ({best.points} points), greedy {filled} "
            f"({1 - total / best.points:.1%} fewer points)"
        )
        if prototype:
            note += f"; prototype {prototype} ms"
        what = f"{requests} requests × {supporters} supporters, {places} each"
        if goal is None:
            yield compare(what, found["exact"], found["greedy"], None, note=note)
        else:
            yield figure(what, found["exact"], goal, note=note)


def _greedy(points: Points, places: Mapping[int, int]) -> tuple[int, int]:
    taken: set[int] = set()
    total = 0
    for request, candidates in points.items():
        free = (one for one in candidates.items() if one[0] not in taken)
        best = sorted(free, key=lambda one: -one[1])[: places[request]]
        taken |= {one for one, _ in best}
        total += sum(worth for _, worth in best)
    return len(taken), total


def _points(random: Random, requests: int, supporters: int) -> Points:
    """Return points as an office has them: some people fit well everywhere, most fit in few."""
    liked = [random.randint(0, 60) for _ in range(supporters)]
    known = [random.choice((0.02, 0.1, 0.3)) for _ in range(supporters)]
    return {
        request: {
            one: liked[one] + random.randint(0, 40)
            for one in range(supporters)
            if random.random() < known[one]
        }
        for request in range(requests)
    }


def _offer(random: Random, number: int) -> Offer:
    kinds = random.sample(range(24), random.randint(3, 20))
    return Offer(
        SupporterId(number),
        f"見本{number}",
        f"{random.random():.6f}",
        level=random.randint(1, 5),
        kinds={kind: Ability(random.choice(list(Skill)), random.random() < 0.5) for kind in kinds},
        week=random.getrandbits(21),
        months=random.choice((0, 0, 0, 4095, 255)),
        times_a_month=random.choice((None, 2, 4, 8)),
        districts=frozenset(random.sample(range(10), random.choice((0, 3, 5)))),
        home_district=random.randrange(10),
        town=f"町{random.randrange(300)}",
        transport=frozenset(random.sample(list(Transport), 2)),
        covers=((date(2026, 4, 1), date(2027, 3, 31)),),
    )


def _load(random: Random) -> Load:
    asked = _TODAY - timedelta(days=random.randrange(400))
    return Load(asked, random.randrange(3), random.randrange(3), random.randrange(5))


def _register_all(path: Path) -> None:
    """Register everybody of an office, by SQL: through the change log it would take minutes."""
    random = Random(3)
    with connected(Place(path)) as connection:
        people = [key for (key,) in connection.execute("SELECT id FROM person")]
        columns = (
            "id, person_id, number, basis, state, level_id, week, months, transport, gives_rides,"
            " one_to_one, interviewer, interview, motive, availability, wishes, considerations,"
            " other_programmes, note"
        )
        connection.execute("BEGIN")
        for key in people:
            row = (key, key, f"R8-{key}", "training", "registered", random.randint(1, 5),
                   random.getrandbits(21), 0, '["car"]', 0, 0, *[""] * 8)  # fmt: skip
            marks = ", ".join("?" for _ in row)
            connection.execute(f"INSERT INTO supporter ({columns}) VALUES ({marks})", row)
            for kind in random.sample(range(1, 25), 6):
                connection.execute(
                    "INSERT INTO supporter_skill (supporter_id, kind_id, skill, wished)"
                    " VALUES (?, ?, ?, ?)",
                    (key, kind, random.choice(("can", "good")), random.randrange(2)),
                )
        connection.execute("COMMIT")
