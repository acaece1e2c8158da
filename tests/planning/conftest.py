"""Fixtures of the tests of plans."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.storage.store import Store
from tests.conftest import Clock
from tests.daily_log.office import seeded


@pytest.fixture
def office(store: Store, clock: Clock) -> Store:
    """An office with its duties on 1 June 2026, when last year is reviewed."""
    clock.now = datetime(2026, 6, 1, 9)
    return seeded(store)
