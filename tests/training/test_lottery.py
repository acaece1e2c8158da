from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from app.training.lottery import draw

keys = st.lists(st.integers(1, 10_000), unique=True, max_size=60)


@given(keys, st.integers(0, 999_999_999), st.randoms())
def test_that_the_order_of_the_applications_does_not_matter(
    applications: list[int], seed: int, shuffler: object
) -> None:
    drawn = draw(applications, seed)
    assert draw(reversed(applications), seed) == drawn
    assert draw(sorted(applications), seed) == drawn
    assert sorted(drawn) == sorted(applications)


@given(keys, st.integers(0, 999_999_999), st.integers(10_001, 20_000))
def test_that_one_more_application_does_not_reorder_the_others(
    applications: list[int], seed: int, late: int
) -> None:
    with_late = draw([*applications, late], seed)
    assert tuple(key for key in with_late if key != late) == draw(applications, seed)


def test_that_a_seed_gives_the_order_it_always_gave() -> None:
    """The order announced to applicants must come out of every later version, too."""
    assert draw(range(1, 11), 20260401) == (8, 7, 2, 5, 3, 4, 1, 9, 6, 10)


def test_that_no_place_in_the_queue_is_favoured() -> None:
    first = Counter(draw(range(10), seed)[0] for seed in range(2_000))
    assert min(first.values()) > 140
    assert max(first.values()) < 270
