"""What the map is drawn from: bringing in boundaries and positions of towns, and removing them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Slot

from app.gui.compiled.local_resources.ui_map_page import Ui_MapPage
from app.gui.framework.jobs import Job
from app.gui.framework.page import Page
from app.kernel.errors import Refusal
from app.kernel.progress import Progress
from app.local_resources import commands, queries
from app.local_resources.geo_file import read_map_file
from app.local_resources.map_area import MapFile, MapImport, MapState, remarks_on
from app.storage.store import Done, Store

KINDS: Final = (
    "境界・町の位置 (*.geojson *.json *.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods)"
    ";;すべてのファイル (*)"
)
TABLES: Final = frozenset({"map_area", "map_point"})
_REPLACE, _ADD = "すべて置き換える", "残して加える"


def _read(path: Path, _progress: Progress) -> MapFile | Refusal:
    try:
        return read_map_file(path)
    except Refusal as refusal:
        return refusal


def _write(
    store: Store,
    label: str,
    found: MapFile,
    add: bool,
    _progress: Progress,
) -> Done[MapImport] | Refusal:
    try:
        return store.do(label, commands.import_map, found, add=add)
    except Refusal as refusal:
        return refusal


def _state_text(state: MapState) -> str:
    if state == MapState():
        return (
            "まだ取り込んでいません。圏域や町の境界（GeoJSON）と、"
            "町名・緯度・経度の表（CSV・Excel）を取り込めます。"
        )
    return f"境界{state.areas}件（{state.districts}圏域）、町の位置{state.towns}件があります。"


def _found_text(done: MapImport) -> str:
    corners = f"（線の点{done.points:,}個）" if done.points != done.count else ""
    said = f"{done.what}を{done.count:,}件{corners}取り込みました。"
    return "\n".join((said, *remarks_on(done)))


class MapSource(QObject):
    """The buttons of the import: a file is read and stored on another thread, as one step."""

    def __init__(self, page: Page, ui: Ui_MapPage) -> None:
        super().__init__(page)
        self._page, self._ui = page, ui
        self._label = ""
        page.keys.add("境界・位置を取り込む", "Ctrl+I", self.choose_file, ui.importButton)
        page.keys.add("境界・位置を取り除く", "Ctrl+Shift+Delete", self.remove, ui.removeButton)
        page.store.changed.connect(self._changed)
        self._show("")

    @Slot()
    def choose_file(self) -> None:
        """Ask for a file and read it."""
        path = self._page.dialogs.ask_open_path("境界・位置を取り込む", KINDS)
        if path is None:
            return
        self._label = f"地図の取り込み: {path.name}"
        job = Job(partial(_read, path), title=f"「{path.name}」を読んでいます")
        job.succeeded.connect(self._have_read)
        self._start(job)

    @Slot()
    def remove(self) -> None:
        """Remove every boundary and every position of a town; it can be undone."""
        self._page.store.do("地図の境界と町の位置を取り除く", commands.remove_map)

    @Slot(object)
    def _have_read(self, found: MapFile | Refusal) -> None:
        if isinstance(found, Refusal):
            self._page.said.emit(found.text)
            return
        add = self._ask_add()
        if add is None:
            return
        work = partial(_write, self._page.store.plain, self._label, found, add)
        job = Job(work, title="地図を取り込んでいます", writes=True)
        job.succeeded.connect(self._written)
        self._start(job)

    def _ask_add(self) -> bool | None:
        """Ask what becomes of what is there; nothing if they thought better of it."""
        state = self._page.store.ask(queries.map_state)
        if state == MapState():
            return False
        chosen = self._page.dialogs.choose(
            "境界・位置を取り込む",
            f"{_state_text(state)}前に取り込んだ同じ種類のものを、どうしますか。"
            "「残して加える」では、同じ名前のものだけを置き換えます。",
            (_REPLACE, _ADD),
        )
        return None if chosen is None else chosen == 1

    @Slot(object)
    def _written(self, done: Done[MapImport] | Refusal) -> None:
        if isinstance(done, Refusal):
            self._page.said.emit(done.text)
            return
        self._page.store.announce(self._label, done)
        self._show(_found_text(done.result))

    def _start(self, job: Job) -> None:
        self._ui.importButton.setEnabled(False)
        job.ending.connect(self._ended)
        self._page.jobs.start(job)

    @Slot()
    def _ended(self) -> None:
        self._ui.importButton.setEnabled(True)

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self._show("")

    def _show(self, found: str) -> None:
        """Say what is there, and what was just brought in."""
        state = self._page.store.ask(queries.map_state)
        self._ui.stateLabel.setText(_state_text(state))
        self._ui.foundLabel.setText(found)
        self._ui.foundLabel.setVisible(bool(found))
        self._ui.removeButton.setEnabled(state != MapState())
