"""Fixtures of the tests of matching."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.storage.store import Store
from tests.conftest import Clock
from tests.matching.desk import Desk


@pytest.fixture
def desk(store: Store, clock: Clock) -> Desk:
    """An office on 1 November 2026 with the masters of supporters."""
    clock.now = datetime(2026, 11, 1, 9)
    desk = Desk(store)
    desk.masters()
    return desk
