"""Whatever is passed on with the program has its licence beside it."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import distribution
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
FONTS = sorted((ROOT / "resources" / "fonts").glob("*.ttf"))
LISTED = (ROOT / "licences" / "README.md").read_text(encoding="utf-8")


def _bundled() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: set[str] = set()
    waiting = [Requirement(text) for text in project["dependencies"]]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in found or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        found.add(name)
        waiting += [Requirement(text) for text in distribution(name).requires or ()]
    return found


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_that_a_font_may_be_embedded_and_has_its_licence(font: Path) -> None:
    family = font.stem.split("-")[0]
    licence = (font.parent / f"OFL-{family}.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    with TTFont(font) as outlines:
        assert "glyf" in outlines
        assert outlines["OS/2"].fsType == 0


@pytest.mark.parametrize("folder", ["fonts", "icons", "data"])
def test_that_what_others_made_stands_beside_its_source_and_licence(folder: str) -> None:
    found = {path.name for path in (ROOT / "resources" / folder).iterdir()}
    assert "README.md" in found
    assert any(name.startswith(("OFL-", "LICENSE")) for name in found)


def test_that_every_package_in_the_bundle_is_listed_with_its_licence() -> None:
    listed = {
        canonicalize_name(name) for name in re.findall(r"^\| `([^`]+)`", LISTED, re.MULTILINE)
    }
    assert _bundled() - listed == set()


def test_that_the_lock_pins_what_the_project_asks_for() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = [*project["dependencies"], *extras["dev"], *extras["build"]]
    pinned = set(re.findall(r"^([\w.-]+==[\w.]+)", lock, re.MULTILINE))
    missing = [text for text in asked if _canonical(text) not in pinned]
    assert missing == []


def _canonical(pin: str) -> str:
    name, version = pin.split("==")
    return f"{canonicalize_name(name)}=={version}"
