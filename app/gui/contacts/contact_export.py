"""The way from a list to a file: as what, which columns, what for and for whom.

Characters that シフトJIS lacks are asked about before anything is written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QPushButton

from app.gui.framework import icons, view
from app.gui.framework.jobs import Job
from app.gui.framework.page import Page
from app.gui.records.picked import Picked
from app.kernel.wareki import format_day
from app.reporting.contact_file import (
    Chosen,
    FileKind,
    Leaving,
    headings,
    lacking,
    write_contacts,
)
from app.reporting.contact_lines import LINES

_ARROW = "→"


class ExportEntry(QObject):
    """Writes the list of a page, or the rows selected in it, when the button is pressed."""

    def __init__(self, page: Page, button: QPushButton, picked: Callable[[], Picked]) -> None:
        super().__init__(page)
        self._page, self._picked = page, picked
        self.button = button
        self._draw()
        view.current().changed.connect(self._draw)
        page.keys.add("一覧をExcel・CSVに書き出す", "Ctrl+E", self.begin, button)

    @Slot()
    def _draw(self) -> None:
        self.button.setIcon(icons.icon("export"))

    @Slot()
    def begin(self) -> None:
        """Say what is about to leave, ask about it, and write it on another thread."""
        page, picked = self._page, self._picked()
        if not picked.keys:
            page.dialogs.tell("書き出す相手がいません。絞り込みを確かめてください。")
            return
        asked = self._ask(picked, Chosen(picked.subject, picked.keys, page.today))
        if asked is None:
            return
        chosen, leaving = asked
        ending, title = leaving.kind.ending, LINES[chosen.subject].title
        name = f"{title}_{format_day(page.today, '2026-04-01')}{ending}"
        kinds = f"{leaving.kind.label} (*{ending})"
        target = page.dialogs.ask_save_path("一覧を書き出す", name, kinds)
        if target is None:
            return
        if target.suffix.lower() != ending:
            target = target.with_name(f"{target.name}{ending}")
        plain = page.store.plain
        job = Job(
            lambda progress: write_contacts(plain, chosen, target, leaving, progress),
            title="一覧を書き出しています",
            writes=True,
        )
        job.succeeded.connect(self._written)
        page.jobs.start(job)

    @Slot(object)
    def _written(self, path: Path) -> None:
        self._page.store.changed.emit(frozenset({"export_record"}))
        self._page.said.emit(f"「{path.name}」に書き出し、提供記録に残しました。")

    def _ask(self, picked: Picked, chosen: Chosen) -> tuple[Chosen, Leaving] | None:
        """Ask as what, with which columns and substitutes, what for, for whom; or stop."""
        dialogs, plain = self._page.dialogs, self._page.store.plain
        lines, kinds = LINES[chosen.subject], tuple(FileKind)
        number = f"{len(chosen.keys):,}{lines.unit}"
        found = dialogs.choose(
            "一覧の書き出し",
            f"{'選んでいる' if picked.several else '一覧の'}{number}を、どの形式で書き出しますか。",
            [kind.label for kind in kinds],
        )
        if found is None or (narrowed := self._ask_columns(chosen, kinds[found])) is None:
            return None
        chosen, kind = narrowed, kinds[found]
        substitutes: Mapping[str, str] | None = {}
        if kind is FileKind.CSV_CP932:
            substitutes = self._ask_substitutes(lacking(plain, chosen))
        if substitutes is None:
            return None
        facts = "、".join(headings(plain, chosen, kind))
        title = f"{lines.title}の持ち出し"
        purpose = dialogs.ask_text(
            title,
            f"{number}の情報（{facts}）が外に出ます。\n提供記録に残す目的を確かめてください。",
            "連絡用名簿の作成",
        )
        if purpose is None:
            return None
        recipient = dialogs.ask_text(
            title,
            "だれに渡しますか（提供記録に残します）。事務所の中で使うなら、空のままで結構です。",
        )
        return (
            None if recipient is None else (chosen, Leaving(kind, purpose, recipient, substitutes))
        )

    def _ask_columns(self, chosen: Chosen, kind: FileKind) -> Chosen | None:
        """Ask which columns leave; cards always have the same facts."""
        if kind.cards:
            return chosen
        known = headings(self._page.store.plain, chosen, kind)
        kept = self._page.dialogs.choose_several(
            "一覧の書き出し", "書き出す項目を選んでください。要らない項目は外します。", known
        )
        return None if kept is None else replace(chosen, columns=tuple(known[n] for n in kept))

    def _ask_substitutes(self, missing: Mapping[str, str]) -> Mapping[str, str] | None:
        """Show each character シフトJIS lacks with what would stand in for it, to be changed."""
        if not missing:
            return {}
        typed = self._page.dialogs.ask_text(
            "シフトJISで書けない字",
            f"シフトJISで書けない字が{len(missing)}種類あります。このファイルの中だけで使う、"
            "代わりの字を確かめてください（矢印の右を書き換えられます）。台帳の字は変わりません。",
            "　".join(f"{char}{_ARROW}{instead}" for char, instead in missing.items()),
        )
        return None if typed is None else {**missing, **_read_substitutes(typed)}


def _read_substitutes(text: str) -> dict[str, str]:
    pairs = (word.partition(_ARROW) for word in text.split())
    return {char: instead for char, arrow, instead in pairs if char and arrow}
