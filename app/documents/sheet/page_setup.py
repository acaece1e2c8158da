"""How a sheet goes onto paper: size, margins, scale, breaks, print area, titles, headers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from app.documents.form.addresses import LAST_COLUMN, LAST_ROW, Area, column_number
from app.documents.form.markup import Element, q
from app.documents.sheet.attributes import flag, number, whole
from app.documents.sheet.papers import A4, paper_size

_MARGINS = {"left": 0.75, "right": 0.75, "top": 1.0, "bottom": 1.0, "header": 0.5, "footer": 0.5}
"""In inches, of a sheet that says nothing."""

_WIDEST_MARGIN = 20.0
_PART = re.compile(r"(?:'(?:[^']|'')*'|[^,'])+")
_REFERENCE = re.compile(
    r"\$?(?P<c1>[A-Z]{1,3})?\$?(?P<r1>\d{1,7})?(?::\$?(?P<c2>[A-Z]{1,3})?\$?(?P<r2>\d{1,7})?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class HeaderFooter:
    """The codes of headers and footers; empty where the sheet has none.

    ``scales``: they grow and shrink with the sheet; ``aligned``: they keep to its side margins.
    """

    texts: dict[str, str] = field(default_factory=dict)
    first_differs: bool = False
    even_differs: bool = False
    scales: bool = True
    aligned: bool = True

    def text(self, kind: str, *, first: bool, even: bool) -> str:
        """Return the code for one page; ``kind`` is ``Header`` or ``Footer``."""
        if first and self.first_differs:
            return self.texts.get(f"first{kind}", "")
        which = "even" if even and self.even_differs else "odd"
        return self.texts.get(f"{which}{kind}", "")


@dataclass(frozen=True, slots=True)
class PageSetup:
    """All that the page dialog holds; lengths in points.

    ``fit_across``/``fit_down`` are pages, 0 for as many as it takes, ``None`` when the sheet is
    printed at ``scale`` percent.  ``errors`` is how errors of formulas are printed: ``displayed``,
    ``blank``, ``dash`` or ``NA``; a ``draft`` has no drawings.
    """

    width: float = A4[0]
    height: float = A4[1]
    margins: dict[str, float] = field(
        default_factory=lambda: {side: inches * 72 for side, inches in _MARGINS.items()}
    )
    centred_across: bool = False
    centred_down: bool = False
    scale: int = 100
    fit_across: int | None = None
    fit_down: int | None = None
    over_then_down: bool = False
    black_and_white: bool = False
    draft: bool = False
    errors: str = "displayed"
    first_page: int | None = None
    row_breaks: frozenset[int] = frozenset()
    column_breaks: frozenset[int] = frozenset()
    header_footer: HeaderFooter = field(default_factory=HeaderFooter)
    gridlines: bool = False
    headings: bool = False
    comments: bool = False

    @property
    def body_width(self) -> float:
        """Return the width between the margins."""
        return self.width - self.margins["left"] - self.margins["right"]

    @property
    def body_height(self) -> float:
        """Return the height between the margins."""
        return self.height - self.margins["top"] - self.margins["bottom"]


def read_page_setup(root: Element) -> PageSetup:
    """Read a worksheet's print settings."""
    setup, options = root.find(q("pageSetup")), root.find(q("printOptions"))
    margins = root.find(q("pageMargins"))
    width, height = paper_size(setup)
    fits = flag(root.find(f"{q('sheetPr')}/{q('pageSetUpPr')}"), "fitToPage")
    numbered = flag(setup, "useFirstPageNumber")
    return PageSetup(
        width=width,
        height=height,
        margins={
            side: min(max(number(margins, side, inches), 0), _WIDEST_MARGIN) * 72
            for side, inches in _MARGINS.items()
        },
        centred_across=flag(options, "horizontalCentered"),
        centred_down=flag(options, "verticalCentered"),
        scale=min(max(whole(setup, "scale", 100), 10), 400),
        fit_across=max(whole(setup, "fitToWidth", 1), 0) if fits else None,
        fit_down=max(whole(setup, "fitToHeight", 1), 0) if fits else None,
        over_then_down=setup is not None and setup.get("pageOrder") == "overThenDown",
        first_page=whole(setup, "firstPageNumber", 1) if numbered else None,
        black_and_white=flag(setup, "blackAndWhite"),
        draft=flag(setup, "draft"),
        errors="displayed" if setup is None else setup.get("errors", "displayed"),
        row_breaks=_breaks(root, "rowBreaks"),
        column_breaks=_breaks(root, "colBreaks"),
        header_footer=_header_footer(root.find(q("headerFooter"))),
        gridlines=flag(options, "gridLines") and flag(options, "gridLinesSet", default=True),
        headings=flag(options, "headings"),
        comments=setup is not None and setup.get("cellComments", "none") != "none",
    )


def _breaks(root: Element, group: str) -> frozenset[int]:
    entries = root.findall(f"{q(group)}/{q('brk')}")
    return frozenset(whole(entry, "id") for entry in entries if flag(entry, "man"))


def _header_footer(entry: Element | None) -> HeaderFooter:
    if entry is None:
        return HeaderFooter()
    texts = {child.tag.rpartition("}")[2]: child.text or "" for child in entry.iterchildren("{*}*")}
    return HeaderFooter(
        texts,
        first_differs=flag(entry, "differentFirst"),
        even_differs=flag(entry, "differentOddEven"),
        scales=flag(entry, "scaleWithDoc", default=True),
        aligned=flag(entry, "alignWithMargins", default=True),
    )


def read_references(formula: str) -> list[Area]:
    """Return the areas of a defined name (``Sheet1!$A$1:$C$9,Sheet1!$E:$F``).

    Whole rows and columns reach to the last of the sheet; what is no reference is left out.
    """
    found = []
    for part in _PART.findall(formula):
        match = _REFERENCE.fullmatch(part.rpartition("!")[2].strip())
        if match and ((match["c1"] and match["r1"]) or match["c2"] or match["r2"]):
            found.append(_area(match))
    return found


def _area(match: re.Match[str]) -> Area:
    ranged = bool(match["c2"] or match["r2"])
    left = column_number(match["c1"]) if match["c1"] else 1
    top = int(match["r1"]) if match["r1"] else 1
    right = column_number(match["c2"]) if match["c2"] else LAST_COLUMN if ranged else left
    bottom = int(match["r2"]) if match["r2"] else LAST_ROW if ranged else top
    return Area(
        max(min(top, bottom), 1), min(left, right),
        min(max(top, bottom), LAST_ROW), min(max(left, right), LAST_COLUMN),
    )  # fmt: skip
