"""The shown list as a file: as what, what for and for whom; and characters シフトJIS lacks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from app.contacts.person import PersonId
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.jobs import Job, Jobs
from app.gui.framework.observable_store import ObservableStore
from app.kernel.wareki import format_day
from app.reporting.people_file import FileKind, Leaving, headings, lacking, write_people

_ARROW = "→"


def ask_and_write(
    store: ObservableStore,
    dialogs: Dialogs,
    jobs: Jobs,
    keys: Sequence[int],
    day: date,
    written: Callable[[Any], None],
) -> None:
    """Say what is about to leave, ask as what and what for, and write it on another thread.

    ``written`` is called with the path once the file is there and the record is kept.
    """
    if not keys:
        dialogs.tell("書き出す方がいません。絞り込みを確かめてください。")
        return
    people = [PersonId(key) for key in keys]
    leaving = _ask(store, dialogs, people, day)
    if leaving is None:
        return
    ending = leaving.kind.ending
    name = f"連絡先一覧_{format_day(day, '2026-04-01')}{ending}"
    kinds = f"{leaving.kind.label} (*{ending})"
    target = dialogs.ask_save_path("一覧を書き出す", name, kinds)
    if target is None:
        return
    if target.suffix.lower() != ending:
        target = target.with_name(f"{target.name}{ending}")
    plain = store.plain
    job = Job(
        lambda progress: write_people(plain, people, day, target, leaving, progress),
        title="一覧を書き出しています",
        writes=True,
    )
    job.succeeded.connect(written)
    jobs.start(job)


def _ask(
    store: ObservableStore, dialogs: Dialogs, people: Sequence[PersonId], day: date
) -> Leaving | None:
    """Ask as what, with which substitutes, what for and for whom; nothing to stop."""
    kinds = tuple(FileKind)
    chosen = dialogs.choose(
        "一覧の書き出し", "どの形式で書き出しますか。", [kind.label for kind in kinds]
    )
    if chosen is None:
        return None
    kind = kinds[chosen]
    substitutes: Mapping[str, str] | None = {}
    if kind is FileKind.CSV_CP932:
        substitutes = _ask_substitutes(dialogs, lacking(store.plain, people, day))
    if substitutes is None:
        return None
    purpose = dialogs.ask_text(
        "連絡先の一覧の持ち出し",
        f"{len(people):,}人の個人情報（{'、'.join(headings(store.plain, kind))}）が外に出ます。\n"
        "提供記録に残す目的を確かめてください。",
        "連絡用名簿の作成",
    )
    if purpose is None:
        return None
    recipient = dialogs.ask_text(
        "連絡先の一覧の持ち出し",
        "だれに渡しますか（提供記録に残します）。事務所の中で使うなら、空のままで結構です。",
    )
    return None if recipient is None else Leaving(kind, purpose, recipient, substitutes)


def _ask_substitutes(dialogs: Dialogs, missing: Mapping[str, str]) -> Mapping[str, str] | None:
    """Show each character シフトJIS lacks with what would stand in for it, to be changed."""
    if not missing:
        return {}
    typed = dialogs.ask_text(
        "シフトJISで書けない字",
        f"シフトJISで書けない字が{len(missing)}種類あります。このファイルの中だけで使う、代わりの字を"
        "確かめてください（矢印の右を書き換えられます）。台帳の字は変わりません。",
        "　".join(f"{char}{_ARROW}{instead}" for char, instead in missing.items()),
    )
    return None if typed is None else {**missing, **_read_substitutes(typed)}


def _read_substitutes(text: str) -> dict[str, str]:
    pairs = (word.partition(_ARROW) for word in text.split())
    return {char: instead for char, arrow, instead in pairs if char and arrow}
