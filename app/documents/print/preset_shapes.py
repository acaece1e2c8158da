"""The preset shapes that forms use, each written as a short recipe.

A recipe is a list of statements parted by ``;``: ``adj=25000`` is an adjust value, ``T l t r b``
the text's box, ``P`` a path, and anything else a guide with its formula.  Behind ``P`` may stand
``-fill``, ``-line`` (not stroked), ``+darken`` and the like, and ``@6,10``, the grid it counts on.
"""

from __future__ import annotations

import re
from functools import lru_cache

from app.documents.print.preset_arrows import ARROWS
from app.documents.print.preset_basics import BASICS
from app.documents.print.preset_flow import FLOW
from app.documents.sheet.outlines import Recipe, Step, Trace

_ADJUST = re.compile(r"(\w+)=(-?\d+)")
_GRID = re.compile(r"@(\d+),(\d+)")
_SHADES = ("darken", "darkenLess", "lighten", "lightenLess")
_SAME = {
    "straightConnector1": "line", "flowChartProcess": "rect", "flowChartDecision": "diamond",
    "flowChartConnector": "ellipse", "textBox": "rect", "actionButtonBlank": "rect",
}  # fmt: skip

_ALL = BASICS | ARROWS | FLOW


@lru_cache(maxsize=200)
def preset(name: str) -> Recipe | None:
    """Return the recipe of a preset shape; ``None`` for one that we cannot draw."""
    text = _ALL.get(_SAME.get(name, name))
    return None if text is None else _read(text)


def _read(text: str) -> Recipe:
    guides: list[tuple[str, str]] = []
    box, traces = ("l", "t", "r", "b"), []
    for statement in text.split(";"):
        words = statement.split()
        if words[0] == "T":
            box = (words[1], words[2], words[3], words[4])
        elif words[0].startswith("P"):
            traces.append(_trace(words))
        elif adjust := _ADJUST.fullmatch(words[0]):
            guides.append((adjust[1], f"val {adjust[2]}"))
        else:
            guides.append((words[0], " ".join(words[1:])))
    return Recipe(tuple(guides), box, tuple(traces))


def _trace(words: list[str]) -> Trace:
    head, grid = words[0], _GRID.search(words[0])
    shade = next((shade for shade in reversed(_SHADES) if f"+{shade}" in head), "norm")
    return Trace(
        tuple(_steps(words[1:])),
        "none" if "-fill" in head else shade,
        "-line" not in head,
        (float(grid[1]), float(grid[2])) if grid else (0.0, 0.0),
    )


def _steps(words: list[str]) -> list[Step]:
    steps: list[Step] = []
    for word in words:
        if word in {"M", "L", "A", "C", "Q", "Z"}:
            steps.append((word, ()))
        else:
            letter, names = steps[-1]
            steps[-1] = (letter, (*names, word))
    return steps
