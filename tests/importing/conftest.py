"""Lists as people send them, made in the test."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest

Made = Callable[..., Path]


@pytest.fixture
def xlsx(tmp_path: Path) -> Made:
    """Make a workbook of one sheet; ``None`` is an empty cell, ``merged`` are ranges."""

    def make(
        rows: Sequence[Sequence[object]], merged: Sequence[str] = (), name: str = "名簿.xlsx"
    ) -> Path:
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "名簿"
        for row in rows:
            sheet.append(list(row))
        for cells in merged:
            sheet.merge_cells(cells)
        book.save(tmp_path / name)
        return tmp_path / name

    return make


@pytest.fixture
def csv(tmp_path: Path) -> Callable[..., Path]:
    """Make a text file in an encoding."""

    def make(text: str, encoding: str = "cp932") -> Path:
        path = tmp_path / "名簿.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return make
