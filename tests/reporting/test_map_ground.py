"""Pins and names on a map: none hides another, and none leaves the paper."""

from __future__ import annotations

import math
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.local_resources.geo_clip import clipped
from app.local_resources.geo_projection import Bounds, Projection, fitted, nice_length
from app.reporting.map_ground import Ground, encloses, ring_middle, spread

ROOM = Bounds(10, 20, 150, 120)
_POINTS = st.lists(st.tuples(st.floats(10, 150), st.floats(20, 120)), min_size=1, max_size=40)
_FAR = st.tuples(st.floats(-300, 300), st.floats(-300, 300))


@given(_POINTS)
def test_that_pins_stay_apart_on_the_paper_and_near_their_places(
    points: list[tuple[float, float]],
) -> None:
    drawn = spread(points, 6.0, ROOM)
    assert all(ROOM.holds(*at) for at in drawn)
    assert all(math.dist(a, b) >= 6.0 for a, b in combinations(drawn, 2))
    assert drawn[0] == points[0]
    far = 6.0 * (1 + math.sqrt(len(points)))
    assert all(math.dist(*pair) <= far for pair in zip(points, drawn, strict=True))
    assert spread(points, 6.0, ROOM) == drawn


def test_that_those_at_one_place_fan_out_around_it() -> None:
    drawn = spread([(80, 70)] * 7, 6.0, ROOM)
    assert drawn[0] == (80, 70)
    assert all(6.0 <= math.dist((80, 70), at) < 7.0 for at in drawn[1:4])


def test_that_a_name_keeps_off_what_is_taken_and_within_its_district() -> None:
    ground = Ground(ROOM)
    ground.take(Bounds(70, 60, 90, 80))
    left_half = [[(10, 20), (80, 20), (80, 120), (10, 120), (10, 20)]]
    found = ground.name_place((80, 70), (20, 4), 60, left_half)
    assert found is not None
    place, is_inside = found
    assert is_inside
    assert place[0] + 10 <= 80
    assert not (place[0] + 10 > 70 and 58 < place[1] < 82)
    again = ground.name_place((80, 70), (20, 4), 60, left_half)
    assert again is not None
    assert abs(again[0][1] - place[1]) >= 4 or abs(again[0][0] - place[0]) >= 20
    small = [[(78, 68), (82, 68), (82, 72), (78, 72), (78, 68)]]
    outside = ground.name_place((80, 70), (20, 4), 60, small, [left_half])
    assert outside is not None
    assert not outside[1]
    assert outside[0][0] - 10 >= 80
    assert Ground(ROOM).name_place((0, 0), (20, 4), 5, []) is None


@given(st.lists(_FAR, min_size=2, max_size=12), st.booleans())
def test_that_what_is_cut_at_a_frame_lies_in_it(
    line: list[tuple[float, float]], closed: bool
) -> None:
    if closed:
        line = [*line, line[0]]
    near = ROOM.grown(1e-6)
    for piece in clipped(line, ROOM):
        assert all(near.holds(*point) for point in piece)
        assert len(piece) >= 2


def test_that_a_ring_knows_its_middle_and_what_it_encloses() -> None:
    square = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)]
    hole = [(1.0, 1.0), (3.0, 1.0), (3.0, 3.0), (1.0, 3.0), (1.0, 1.0)]
    assert ring_middle(square) == ((2.0, 2.0), 16.0)
    assert ring_middle(square[:2]) == ((2.0, 0.0), 0)
    assert encloses([square], (2, 2))
    assert not encloses([square, hole], (2, 2))
    assert encloses([square, hole], (0.5, 2))


def test_that_a_scale_has_a_length_people_know() -> None:
    lengths = [nice_length(metres) for metres in (1, 19, 20, 49, 99.9, 100, 5_300)]
    assert lengths == [1, 10, 20, 20, 50, 100, 5_000]
    assert all(before <= after for before, after in pairwise(lengths))
    projection = Projection(140.7, 41.8)
    east, north = projection.metres((140.71, 41.81))
    assert (round(east), round(north)) == (829, 1112)
    scale = fitted(Bounds(0, 0, 1400, 500), ROOM)
    assert scale.place((0, 250)) == (10, 70)
    assert scale.place((1400, 500))[1] == 45
