"""Districts and towns as values: what is seeded, listed and imported."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DistrictDraft:
    """日常生活圏域, and the centre that looks after it."""

    name: str
    centre: str = ""


@dataclass(frozen=True, slots=True)
class TownDraft:
    """町名, its reading, and the name of its district; no district means not known yet."""

    name: str
    kana: str = ""
    district: str = ""


@dataclass(frozen=True, slots=True)
class DistrictRow:
    """One line of the list of districts."""

    id: int
    name: str
    centre: str
    position: int
    towns: int


@dataclass(frozen=True, slots=True)
class TownRow:
    """One line of the list of towns."""

    id: int
    name: str
    kana: str
    district_id: int | None
    district: str


@dataclass(frozen=True, slots=True)
class TownsAssigned:
    """What became of an import of 町名→圏域, by the names of the towns."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    same: tuple[str, ...]
    refused: tuple[tuple[str, str], ...]
    """Town and reason."""
