from __future__ import annotations

import json
from pathlib import Path
from typing import cast

import pytest

SHARED = Path(__file__).parents[3] / "shared" / "data"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the public files to try the program on (../shared/data) are not here")
    return SHARED


@pytest.fixture(scope="session")
def hostile_texts(shared_data: Path) -> list[str]:
    file = shared_data / "10_csv_text_hostile" / "blns.json"
    return cast("list[str]", json.loads(file.read_text(encoding="utf-8")))
