"""Fixtures of the tests of supporters."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.storage.store import Store
from app.supporters import commands
from app.supporters.masters import SupportKindDraft
from tests.conftest import Clock
from tests.supporters.desk import SupporterDesk

LEVELS = ("体験・見学から", "単発の手伝い", "定期的な手伝い")
KINDS = (SupportKindDraft("見守り", "見"), SupportKindDraft("買い物", "買"))


@pytest.fixture
def desk(store: Store, clock: Clock) -> SupporterDesk:
    """An office on 1 August 2026, with levels, kinds of support and nobody registered."""
    clock.now = datetime(2026, 8, 1, 9)
    store.do("見本", commands.seed_supporter_masters, LEVELS, KINDS)
    return SupporterDesk(store)
