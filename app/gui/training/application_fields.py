"""The choices of an application's form: by which way it came, and how they had heard of it."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from app.contacts.person import ContactWay
from app.training.course import HeardFrom

_OPEN = "（未記入）"


def fill_ways(combo: QComboBox) -> None:
    """Offer the ways an application may come (申込方法)."""
    combo.addItem(_OPEN, None)
    for way in ContactWay:
        combo.addItem(way.label, way)


def fill_heard(combo: QComboBox) -> None:
    """Offer how an applicant may have heard of the course (きっかけ)."""
    combo.addItem(_OPEN, None)
    for heard in HeardFrom:
        combo.addItem(heard.label, heard)
