"""What an entry can be tied to by hand."""

from __future__ import annotations

import shutil
from pathlib import Path

from app.daily_log.log_entry import LinkKind
from app.gui.daily_log.links_found import prepare_links
from app.gui.framework.observable_store import ObservableStore
from app.gui.widgets.chips_edit import ChipsEdit
from tests.gui.typing_japanese import type_text
from tests.sample_office import open_sample


def test_that_every_kind_of_work_is_found_by_its_words(
    sample_file: Path, tmp_path: Path, qapp: object
) -> None:
    store = open_sample(Path(shutil.copyfile(sample_file, tmp_path / "office.kurashi")))
    edit = ChipsEdit()
    prepare_links(edit, ObservableStore(store))
    offered = set()
    for text in ("の", "R8", "協議体", "研修"):
        edit.line.clear()
        type_text(edit.line, text)
        lines = edit.picker.list
        offered |= {lines.item(one).text() for one in range(lines.count())}
    for kind in set(LinkKind) - {LinkKind.NOTE}:  # a note is tied where it is offered
        assert any(line.endswith(kind.label) for line in offered), kind
    edit.deleteLater()
    store.close()
