"""Finding pairs away from the window's thread, and how they are written in the list."""

from __future__ import annotations

from dataclasses import dataclass

from app.contacts.custom import Subject
from app.duplicates.queries import MergeRow, candidates, merges, names
from app.duplicates.reason import Pair
from app.gui.framework.observable_store import ObservableStore
from app.kernel.progress import Progress
from app.kernel.wareki import format_day
from app.storage.store import Store


@dataclass(frozen=True, slots=True)
class Found:
    """The pairs of one subject, each with its line."""

    subject: Subject
    lines: tuple[tuple[Pair, str], ...]
    proposed: int


def find_pairs(store: Store, subject: Subject, progress: Progress) -> Found:
    """Look for pairs and write their lines."""
    pairs = store.ask(candidates, subject, progress)
    keys = sorted({key for pair in pairs for key in (pair.a, pair.b)})
    known = store.ask(names, subject, keys)
    lines = tuple((pair, _line(pair, known)) for pair in pairs)
    return Found(subject, lines, sum(pair.proposed for pair in pairs))


def _line(pair: Pair, known: dict[int, str]) -> str:
    sure = "" if pair.proposed else "　念のため"
    both = f"{known.get(pair.a, '')}　／　{known.get(pair.b, '')}"
    return f"{both}\n{pair.score}点{sure}　{_short(pair)}"


def _short(pair: Pair) -> str:
    agree = [reason for reason in pair.reasons if reason.points > 0]
    agree.sort(key=lambda reason: -reason.points)
    return "、".join(reason.text.removesuffix("です") for reason in agree[:3])


def merge_rows(store: ObservableStore, subject: Subject) -> list[tuple[MergeRow, str]]:
    """Return the merges with their lines, newest first."""
    return [(row, _merge_line(row)) for row in store.ask(merges, subject)]


def _merge_line(row: MergeRow) -> str:
    taken = "　（元の2件に分けました）" if row.taken_back_at else ""
    day = format_day(row.merged_at.date(), "R8.4.1")
    return f"{row.merged_name}　→　{row.kept_name}\n{day}{taken}"
