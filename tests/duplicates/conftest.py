"""Fixtures of the tests of duplicates."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.storage.store import Store
from tests.conftest import Clock
from tests.duplicates.desk import Desk


@pytest.fixture
def desk(store: Store, clock: Clock) -> Desk:
    clock.now = datetime(2026, 8, 1, 9)
    return Desk(store)
