"""Enumerations whose members carry the Japanese word the office uses for them."""

from __future__ import annotations

from enum import Enum
from typing import Self


class Labelled(Enum):
    """A choice with a stored value and a label: ``MALE = "male", "男性"``."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        member = object.__new__(cls)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def of_value(cls, value: str) -> Self | None:
        """Return the member that is stored as this value, or nothing."""
        return next((member for member in cls if member.value == value), None)

    @classmethod
    def of_label(cls, label: str) -> Self | None:
        """Return the member with this label, or nothing."""
        return next((member for member in cls if member.label == label), None)
