"""The texts that name somebody: as they are written now, and as the log once had them."""

from __future__ import annotations

from collections.abc import Iterable

from app.storage.changes import Image

_SHORTEST = 3
_PLACES = ("phone", "mobile", "fax", "email")


def person_names(images: Iterable[Image]) -> set[str]:
    """Return the full names these images of a person give, with and without a blank."""
    found = set()
    for image in images:
        for family, given in (("family_name", "given_name"), ("family_kana", "given_kana")):
            parts = [image.get(family), image.get(given)]
            if all(parts):
                found |= {str(parts[0]) + blank + str(parts[1]) for blank in ("　", " ", "")}
    return _long(found)


def organisation_names(images: Iterable[Image]) -> set[str]:
    """Return the names these images of an organisation give."""
    return _long({str(image["name"]) for image in images if image.get("name")})


def numbers(images: Iterable[Image]) -> set[str]:
    """Return telephone numbers and addresses for mail that these images give."""
    return _long({str(image[name]) for image in images for name in _PLACES if image.get(name)})


def _long(texts: set[str]) -> set[str]:
    """Leave out what is so short that it would be found in the middle of other words."""
    return {text for text in texts if len(text) >= _SHORTEST}
