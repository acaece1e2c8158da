"""What of a document's values its form shows: a fact that many of them tell is told once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def told_labels(labels: frozenset[str], retold: Mapping[str, str]) -> frozenset[str]:
    """Return the names a form asks for; those of a list told in fewer lines, of the longer one.

    ``retold`` names both, as ``Content`` does.
    """
    found = set()
    for label in labels:
        name, dot, rest = label.partition(".")
        found.add(retold.get(name, name) + dot + rest)
    return frozenset(found)


def shown_values(values: Mapping[str, Any], labels: frozenset[str]) -> dict[str, Any]:
    """Return the values that these names (``講座名``, ``受講者.氏名``) ask for."""
    return _shown(values, labels, "")


def _shown(values: Mapping[str, Any], labels: frozenset[str], before: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in values.items():
        label = before + name
        if isinstance(value, list):
            if rows := [_shown(row, labels, f"{label}.") for row in value]:
                found[name] = [row for row in rows if row]
        elif label in labels:
            found[name] = value
    return found
