"""New parts of a package: names that are free, and relations that lead to them."""

from __future__ import annotations

import posixpath
import re

from lxml import etree

from app.documents.form.markup import OFFICE_RELATIONS, PACKAGE_RELATIONS
from app.documents.form.package import Package, relations_part

_EMPTY = f'<Relationships xmlns="{PACKAGE_RELATIONS}"/>'.encode()


def free_part(package: Package, like: str) -> str:
    """Return a name like another part's, with the first number that is free."""
    stem, ending = posixpath.splitext(like)
    stem = re.sub(r"[0-9]+$", "", stem)
    number = 1
    while package.find(f"{stem}{number}{ending}"):
        number += 1
    return f"{stem}{number}{ending}"


def relate(package: Package, source: str, target: str, kind: str) -> str:
    """Relate one part to another and return the relation's id; an existing one is used again.

    ``kind`` is the last word of the type (``image``, ``drawing``, ``worksheet``).
    """
    for relation in package.relations(source):
        if relation.kind == kind and package.find(relation.target) == target:
            return relation.id
    listing = package.find(relations_part(source))
    if listing is None:
        listing = relations_part(source)
        package.add_tree(listing, etree.fromstring(_EMPTY), "")
    tree = package.tree(listing)
    taken = {entry.get("Id") for entry in tree}
    number = len(taken) + 1
    while f"rId{number}" in taken:
        number += 1
    made = etree.SubElement(tree, f"{{{PACKAGE_RELATIONS}}}Relationship")
    made.set("Id", f"rId{number}")
    made.set("Type", f"{OFFICE_RELATIONS}/{kind}")
    made.set("Target", f"/{target}")
    package.touch(listing)
    return f"rId{number}"
