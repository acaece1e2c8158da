"""The assignment: as good as trying everything out, and the same whatever the order of ties."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from app.matching.assignment import assign

_SUPPORTERS = tuple("甲乙丙丁戊")


def best_of_all(
    candidates: dict[int, dict[str, int]], places: dict[int, int], capacity: dict[str, int]
) -> tuple[int, int]:
    """Return the most places that can be filled, and the most points with so many."""

    def tried(requests: tuple[int, ...], room: dict[str, int]) -> tuple[int, int]:
        if not requests:
            return 0, 0
        first, rest = requests[0], requests[1:]
        free = [one for one in candidates[first] if room[one]]
        found = []
        for count in range(min(places[first], len(free)) + 1):
            for given_to in combinations(free, count):
                left = {one: room[one] - (one in given_to) for one in room}
                filled, points = tried(rest, left)
                earned = sum(candidates[first][one] for one in given_to)
                found.append((filled + count, points + earned))
        return max(found)

    return tried(tuple(candidates), capacity)


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(
        st.integers(1, 4),
        st.dictionaries(st.sampled_from(_SUPPORTERS), st.integers(0, 12), max_size=5),
        max_size=4,
    ),
    st.lists(st.integers(0, 3), min_size=4, max_size=4),
    st.lists(st.integers(0, 2), min_size=5, max_size=5),
)
def test_that_the_assignment_equals_trying_everything_out(
    candidates: dict[int, dict[str, int]], wanted: list[int], room: list[int]
) -> None:
    places = {key: wanted[key - 1] for key in candidates}
    capacity = dict(zip(_SUPPORTERS, room, strict=True))
    found = assign(candidates, places, capacity)
    assert (found.filled, found.points) == best_of_all(candidates, places, capacity)
    used = [one for ones in found.given.values() for one in ones]
    assert all(used.count(one) <= capacity[one] for one in used)
    for key, ones in found.given.items():
        assert len(set(ones)) == len(ones) <= places[key]
        assert set(ones) <= candidates[key].keys()
    assert assign(candidates, places, capacity) == found


def test_that_more_places_filled_go_before_more_points() -> None:
    candidates = {1: {"甲": 100, "乙": 1}, 2: {"甲": 90}}
    found = assign(candidates, {1: 1, 2: 1}, {"甲": 1, "乙": 1})
    assert found.given == {1: ("乙",), 2: ("甲",)}
    assert (found.filled, found.points) == (2, 91)
