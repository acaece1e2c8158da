"""Disposing as one piece of work: erased in one transaction, then the file written anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.contacts.person import PersonId
from app.kernel.errors import Refusal
from app.kernel.progress import Progress, Silent
from app.retention import commands, queries
from app.retention.rule import NOT_DUE, DataKind, DueRow
from app.storage.backup import backups_of
from app.storage.store import Store

WARNING = "廃棄したものは、元に戻せません。操作の記録からも消え、「元に戻す」には出ません。"


@dataclass(frozen=True, slots=True)
class Disposed:
    """The keys of the records of a disposal, and the tables it touched."""

    records: tuple[int, ...]
    tables: frozenset[str]


def dispose_of(
    store: Store, chosen: Sequence[DueRow], *, by: str, progress: Progress | None = None
) -> Disposed:
    """Dispose of what was chosen, kind by kind; return the records of disposal there are of it.

    What went with the record it hung on is passed over.  May run on any thread.  Raises
    ``Refusal``, with nothing done, where something is not due any more.
    """
    steps = progress or Silent()
    today = store.now().date()
    _check(store.ask(queries.due, today), chosen)
    kinds = [kind for kind in DataKind if any(row.kind is kind for row in chosen)]
    made: list[int] = []
    tables: frozenset[str] = frozenset()
    try:
        for number, kind in enumerate(kinds):
            steps.step(number, len(kinds))
            left = {row.key for row in store.ask(queries.due, today) if row.kind is kind}
            keys = sorted(left & {row.key for row in chosen if row.kind is kind})
            if keys:
                label = f"廃棄: {kind.label} {len(keys)}件"
                done = store.note(label, commands.dispose, kind, keys, by=by)
                made.append(done.result)
                tables |= done.tables
    finally:
        store.compact()
    return Disposed(tuple(made), tables)


def _check(found: Sequence[DueRow], chosen: Sequence[DueRow]) -> None:
    if not chosen:
        raise Refusal("廃棄するものを選んでください。")
    known = {(row.kind, row.key) for row in found}
    if not {(row.kind, row.key) for row in chosen} <= known:
        raise Refusal(NOT_DUE)


def erase_person(store: Store, person: PersonId, *, by: str, reason: str = "") -> Disposed:
    """Erase one person who asked for it; return the record of disposal.  Fits any thread."""
    done = store.note("消去: 連絡先（人） 1件", commands.erase_person, person, by=by, reason=reason)
    store.compact()
    return Disposed((done.result,), done.tables)


def backups_left(store: Store) -> tuple[Path, ...]:
    """Return the backups that still hold what was disposed of, newest first."""
    found = backups_of(store.backups, store.place.path.stem)
    return tuple(one.path for one in found)


def about_backups(store: Store) -> str:
    """Say which backups still hold what was disposed of, and what to do about them."""
    found = backups_left(store)
    if not found:
        return (
            f"「{store.backups}」に控えはありません。"
            "ほかの場所に写した控えがあれば、それも消してください。"
        )
    return (
        f"廃棄の前に作った控え{len(found)}個には、廃棄したものが残っています（{store.backups}、"
        f"最も新しいものは「{found[0].name}」）。新しい控えを作って確かめてから、"
        "古い控えを消してください。ほかの場所に写した控えも同じです。"
    )
