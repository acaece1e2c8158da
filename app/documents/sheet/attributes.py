"""Attributes as numbers and truth values; nonsense counts as not given."""

from __future__ import annotations

from app.documents.form.markup import OFFICE_RELATIONS, Element, q

_RELATIONS = (
    OFFICE_RELATIONS,
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
    "urn:schemas-microsoft-com:office:office",
)

_LARGEST = 1e9


def flag(element: Element | None, name: str, *, default: bool = False) -> bool:
    """Return a truth value."""
    value = None if element is None else element.get(name)
    return default if value is None else value not in {"0", "false", "off"}


def whole(element: Element | None, name: str, default: int = 0) -> int:
    """Return an integer of at most nine digits."""
    value = "" if element is None else element.get(name, "")
    try:
        found = int(value)
    except ValueError:
        return default
    return found if abs(found) < _LARGEST else default


def number(element: Element | None, name: str, default: float = 0.0) -> float:
    """Return a number that is finite and less than a sheet could hold."""
    value = "" if element is None else element.get(name, "")
    try:
        found = float(value)
    except ValueError:
        return default
    return found if abs(found) < _LARGEST else default


def child_value(element: Element, name: str, default: str = "") -> str:
    """Return the ``val`` of a child; ``default`` where there is no such child."""
    child = element.find(q(name))
    return default if child is None else child.get("val", default)


def child_flag(element: Element, name: str) -> bool:
    """Return whether a child such as ``<b/>`` is there and not switched off."""
    child = element.find(q(name))
    return child is not None and flag(child, "val", default=True)


def relation_named(element: Element | None, name: str) -> str:
    """Return the relation that an attribute names (``id``, ``embed``, ``relid``); "" for none."""
    values = ("" if element is None else element.get(f"{{{space}}}{name}") for space in _RELATIONS)
    return next((value for value in values if value), "")
