"""Bringing in boundaries and towns from the command line, and the map that comes of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli.program import run
from tests.local_resources.geography import boundaries, towns


def test_that_a_map_is_imported_shown_drawn_and_taken_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = tmp_path / "事務所.kurashi"
    words = ["--data", str(tmp_path), "--office", str(office)]
    assert run([*words, "new", str(office)]) == 0
    assert run([*words, "map", "import", str(boundaries(tmp_path))]) == 0
    said = capsys.readouterr()
    assert "境界を11件取り込みました" in said.out
    assert "圏域の分からない境界が1件あります: 海岸線" in said.err
    assert run([*words, "map", "import", str(towns(tmp_path)), "--add"]) == 0
    assert "ほかの市町村の町1件" in capsys.readouterr().err
    assert run([*words, "map", "show", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"areas": 11, "districts": 10, "towns": 10}
    assert run([*words, "map", "show"]) == 0
    assert "境界\t11件（10圏域）" in capsys.readouterr().out

    target = tmp_path / "マップ.pdf"
    wanted = ["--view", "internal", "--size", "a3", "--district", "北部"]
    assert run([*words, "export", "resource-map", *wanted, "-o", str(target)]) == 0
    assert target.read_bytes().startswith(b"%PDF")

    assert run([*words, "map", "remove"]) == 0
    assert run([*words, "undo"]) == 0
    bad = tmp_path / "壊れた.geojson"
    bad.write_text("{", "utf-8")
    capsys.readouterr()
    assert run([*words, "map", "import", str(bad)]) == 2
    assert "壊れています" in capsys.readouterr().err
    assert run([*words, "map", "show", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["areas"] == 11
