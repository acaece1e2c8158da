"""Fixtures of the training tests."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.storage.store import Store
from app.training import commands
from tests.conftest import Clock
from tests.training.office import Office


@pytest.fixture
def office(store: Store, clock: Clock) -> Office:
    """An office on 1 August 2026, with the course kinds and nothing else of courses."""
    clock.now = datetime(2026, 8, 1, 9)
    store.do("種別", commands.seed_kinds)
    return Office(store)
