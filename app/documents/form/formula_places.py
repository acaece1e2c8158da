"""Where formulas stand in a part: in which elements' texts and in which attributes.

Cells, conditions, validations, sparklines, charts, tables, hyperlinks, controls, linked shapes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.documents.form.markup import Element

_TEXTS = tuple(
    f"{{*}}{name}"
    for name in (
        "f", "formula", "formula1", "formula2", "calculatedColumnFormula", "totalsRowFormula",
    )
)  # fmt: skip
_HOLDERS = tuple(
    f"{{*}}{name}" for name in ("hyperlink", "formControlPr", "sp", "controlPr", "cameraTool")
)
_ATTRIBUTES = (
    "location", "fmlaLink", "fmlaRange", "fmlaTxbx", "textlink", "linkedCell", "listFillRange",
    "cellRange",
)  # fmt: skip


def formulas_in(root: Element) -> Iterator[tuple[Element, str, str]]:
    """Yield (element, attribute, formula); the attribute is empty for an element's text."""
    for element in root.iter(*_TEXTS):
        if element.text:
            yield element, "", element.text
    for element in root.iter(*_HOLDERS):
        for name in _ATTRIBUTES:
            if text := element.get(name):
                yield element, name, text


def put_formula(element: Element, attribute: str, text: str) -> None:
    """Put a formula in place of the one that stands there."""
    if attribute:
        element.set(attribute, text)
    else:
        element.text = text


def rename_formulas(root: Element, rename: Callable[[str], str]) -> None:
    """Change every formula of a part."""
    for element, attribute, text in list(formulas_in(root)):
        if (new := rename(text)) != text:
            put_formula(element, attribute, new)
