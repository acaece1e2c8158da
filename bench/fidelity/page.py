"""docs/fidelity.md: the figures, how they were made, and the worst three."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench.fidelity.comparison import CLOSE, Comparison, share
from bench.fidelity.report import GOAL, Report
from bench.fidelity.scales import Scale
from bench.rounds import ROOT

PAGE = ROOT / "docs" / "fidelity.md"
PICTURES = ROOT / "docs" / "fidelity"
_INTRODUCTION = """# How near our prints are

Written by `make fidelity`; do not edit. Every workbook is printed by us, under the `libreoffice`
rules, and by LibreOffice, whose fonts are copies of ours (made for the run, never shipped) with the
widths that we set for the fonts the workbooks name. A word is what stands on one baseline without a
gap; the same text on the same page is looked for, the nearest first, and what is not there is a
miss. Distances are from where a word or a character begins. The goal is {goal:.0%} within
{close} mm in every workbook, and as many pages.

Both print a copy that says Excel wrote it, with the usual row height, paper, margins or font where
the file gives none: LibreOffice treats other programs' files otherwise. Left out are words that
LibreOffice writes into the file although their cell cuts them away (nothing of them can be seen),
and its own faults, which `bench/fidelity/faults.toml` lists with the reasons.
Agreement with LibreOffice says nothing on where both differ from Excel; for that there are only the
scales below.
"""
_ABSENT = "\n`../shared` was not there: only our own forms were compared.\n"
_SCALES = """
## Scales that Excel stored

A sheet that is fitted to pages keeps the scale Excel last computed. Ours, under the `excel` rules:

| workbook | stored | ours |
|---|---:|---:|"""
_WORST = """
## The worst three

By the smaller share of words or characters within {close} mm. In the pictures LibreOffice is on the
left and ours on the right; there are some of our own forms only.
"""
_NOTES = ROOT / "bench" / "fidelity" / "notes.md"


def write_page(report: Report, pictures: Mapping[str, Path], *, shared: bool) -> None:
    """Write the page anew."""
    PAGE.write_text("\n".join(_parts(report, pictures, shared=shared)) + "\n", "utf-8")


def _parts(report: Report, pictures: Mapping[str, Path], *, shared: bool) -> Iterator[str]:
    yield _INTRODUCTION.format(goal=GOAL, close=CLOSE)
    if not shared:
        yield _ABSENT
    yield from report.lines()
    missed = report.missed_goals()
    yield "\nEvery goal is met.\n" if not missed else "\nMissed:\n"
    yield from (f"* {sentence}" for sentence in missed)
    if report.scales:
        yield _SCALES
        yield from map(_scale, report.scales)
    yield _WORST.format(close=CLOSE)
    yield from _worst(report.worst[:3], {})
    yield "\nOf our own forms:\n"
    yield from _worst([one for one in report.worst if one.name in pictures], pictures)
    yield "\n## Workbooks that are not compared\n"
    yield from (f"* {name}: {sentence}" for name, sentence in report.refused)
    yield "\n## What LibreOffice does wrongly\n"
    yield from _faults(report)
    yield f"\n{_NOTES.read_text('utf-8').strip()}"


def _scale(scale: Scale) -> str:
    return f"| {scale.workbook} | {scale.stored} % | {scale.ours} % |"


def _worst(found: Sequence[Comparison], pictures: Mapping[str, Path]) -> Iterator[str]:
    for one in found:
        pages = sorted({miss.page for miss in one.missed})
        where = f"; misses on page {', '.join(map(str, pages))}" if pages else ""
        yield (
            f"* {one.name}: {share(one.words, CLOSE):.1%} of words, "
            f"{share(one.chars, CLOSE):.1%} of characters{where}"
        )
        if one.name in pictures:
            yield f"\n  ![{one.name}]({pictures[one.name].relative_to(PAGE.parent).as_posix()})\n"


def _faults(report: Report) -> Iterator[str]:
    reasons: dict[str, list[str]] = {}
    for fault in report.faults:
        names = reasons.setdefault(fault.reason, [])
        if fault.workbook not in names:
            names.append(fault.workbook)
    for reason, names in reasons.items():
        yield f"* {', '.join(names)}: {reason}"
