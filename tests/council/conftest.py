"""Fixtures of the tests of councils."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.storage.store import Store
from tests.conftest import Clock
from tests.council.chamber import Chamber


@pytest.fixture
def chamber(store: Store, clock: Clock) -> Chamber:
    """An empty office on 1 November 2026."""
    clock.now = datetime(2026, 11, 1, 9)
    return Chamber(store)
