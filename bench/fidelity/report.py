"""docs/fidelity.md and the lines on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.fidelity.comparison import CLOSE, NEAR, Comparison, share
from bench.fidelity.scales import Scale
from bench.fidelity.workbooks import Item

GOAL = 0.97


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that was found."""

    found: Sequence[Comparison]
    scales: Sequence[Scale]
    refused: Sequence[tuple[str, str]]
    folder: Path
    items: Sequence[Item]

    def table(self) -> str:
        lines = []
        for one in self.found:
            lines.append(
                f"{one.name:40} {one.our_pages}/{one.their_pages} {len(one.words):5} "
                f"{share(one.words, CLOSE):7.2%} {share(one.words, NEAR):7.2%} {len(one.chars):6} "
                f"{share(one.chars, CLOSE):7.2%} {share(one.chars, NEAR):7.2%} {one.median:.2f} {one.excused} {one.unseen}"
            )
        lines += [
            f"{one.workbook} {one.sheet}: stored {one.stored}, ours {one.ours}"
            for one in self.scales
        ]
        lines += [f"refused {name}: {why}" for name, why in self.refused]
        return "\n".join(lines)

    def missed_goals(self) -> list[str]:
        return []


def write_report(report: Report) -> None:
    lines = []
    for one in report.found:
        for page, word, off in one.missed:
            at = f"{off[0] * 0.3528:+.2f},{off[1] * 0.3528:+.2f}" if off else "-"
            lines.append(
                f"{one.name}\t{page}\t{word.x * 0.3528:.1f},{word.y * 0.3528:.1f}\t{at}\t{word.text}"
            )
    (report.folder / "missed.txt").write_text("\n".join(lines), "utf-8")
