"""What was found, as docs/fidelity.md and as lines on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.fidelity.comparison import CLOSE, NEAR, Comparison, share
from bench.fidelity.faults import Fault
from bench.fidelity.pdf_text import MM
from bench.fidelity.scales import Scale

GOAL = 0.97
_HEADING = (
    "| workbook | pages | words | 0.5 mm | 1.5 mm | characters | 0.5 mm | 1.5 mm | median "
    "| left out |\n|---|---|---:|---:|---:|---:|---:|---:|---:|---:|"
)


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that was found."""

    found: Sequence[Comparison]
    scales: Sequence[Scale]
    refused: Sequence[tuple[str, str]]
    faults: Sequence[Fault]

    @property
    def worst(self) -> list[Comparison]:
        """Return the workbooks by how far they are from the goal."""
        return sorted(self.found, key=lambda one: min(_shares(one)))

    def lines(self) -> Iterator[str]:
        """Yield the table, one line a workbook, as Markdown."""
        yield _HEADING
        yield from map(_line, self.found)
        yield _total(self.found)

    def missed_goals(self) -> list[str]:
        """Return a sentence for every goal that is missed."""
        missed = [
            f"{one.name}: {one.our_pages} pages, LibreOffice {one.their_pages}"
            for one in self.found
            if not one.pages_agree
        ]
        for one in self.found:
            words, chars = _shares(one)
            if min(words, chars) < GOAL:
                missed.append(f"{one.name}: {words:.1%} of words, {chars:.1%} of characters")
        missed += [
            f"{scale.workbook}: scale {scale.ours} %, Excel stored {scale.stored} %"
            for scale in self.scales
            if scale.ours != scale.stored
        ]
        return missed

    def misses(self) -> Iterator[str]:
        """Yield every word that is not where LibreOffice has it; for our eyes, never committed."""
        for one in self.found:
            for page, word, offset in one.missed:
                off = f"{offset[0] * MM:+.2f},{offset[1] * MM:+.2f}" if offset else "not there"
                at = f"{word.x * MM:.1f},{word.y * MM:.1f}"
                yield "\t".join((one.name, str(page), at, off, word.text))


def _shares(one: Comparison) -> tuple[float, float]:
    return share(one.words, CLOSE), share(one.chars, CLOSE)


def _line(one: Comparison) -> str:
    pages = str(one.our_pages) if one.pages_agree else f"{one.our_pages} / {one.their_pages}"
    cells = (
        one.name, pages, f"{len(one.words):,}",
        _percent(one.words, CLOSE), _percent(one.words, NEAR), f"{len(one.chars):,}",
        _percent(one.chars, CLOSE), _percent(one.chars, NEAR), f"{one.median:.2f}",
        str(one.excused + one.unseen or ""),
    )  # fmt: skip
    return f"| {' | '.join(cells)} |"


def _total(found: Sequence[Comparison]) -> str:
    whole = Comparison("**all**", 0, sum(one.our_pages for one in found))
    whole.their_pages = whole.our_pages
    for one in found:
        whole.words += one.words
        whole.chars += one.chars
        whole.excused += one.excused
        whole.unseen += one.unseen
    return _line(whole)


def _percent(distances: Sequence[float], limit: float) -> str:
    return f"{int(share(distances, limit) * 1000) / 10:.1f} %" if distances else ""


def write_misses(report: Report, folder: Path) -> None:
    """Write the words that were missed, one a line."""
    (folder / "missed.txt").write_text("\n".join(report.misses()), "utf-8")
