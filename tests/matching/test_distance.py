"""Distances between places."""

from __future__ import annotations

import pytest

from app.matching.distance import Point, kilometres

STATION, TOWER = Point(41.7737, 140.7264), Point(41.7946, 140.7540)


def test_that_distances_are_those_of_the_map_in_both_directions() -> None:
    assert kilometres(STATION, TOWER) == kilometres(TOWER, STATION) == pytest.approx(3.3, abs=0.1)
    assert kilometres(STATION, STATION) == 0
    assert kilometres(Point(0, 0), Point(0, 180)) == pytest.approx(20015, abs=1)
