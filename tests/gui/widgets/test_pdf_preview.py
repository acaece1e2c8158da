from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from app.gui.welcome.recovery_sheet import recovery_sheet
from app.gui.widgets.pdf_pages import PdfPages
from app.gui.widgets.pdf_preview import PdfPreview
from tests.gui.fake_dialogs import FakeDialogs

A4 = (595.0, 842.0)


def three_pages() -> bytes:
    document = pypdfium2.PdfDocument.new()
    for _ in range(3):
        document.new_page(*A4)
    file = BytesIO()
    document.save(file)
    document.close()
    return file.getvalue()


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def preview(qtbot: QtBot, dialogs: FakeDialogs) -> Iterator[PdfPreview]:
    preview = PdfPreview(three_pages(), "出席簿", dialogs)
    preview.resize(700, 800)
    qtbot.addWidget(preview)
    preview.show()
    yield preview
    preview.release()


def test_that_the_first_page_is_drawn_to_fit(preview: PdfPreview, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not preview.sheet.pixmap().isNull())
    assert preview.number.text() == "1 / 3 ページ"
    shown = preview.sheet.pixmap()
    assert shown.height() <= preview.area.viewport().height()
    assert shown.height() / shown.width() == pytest.approx(A4[1] / A4[0], abs=0.02)


def test_that_pages_turn_and_stop_at_the_ends(preview: PdfPreview, qtbot: QtBot) -> None:
    assert not preview.back.isEnabled()
    for _ in range(3):
        qtbot.mouseClick(preview.forward, Qt.MouseButton.LeftButton)
    assert preview.page == 2
    assert not preview.forward.isEnabled()
    qtbot.mouseClick(preview.back, Qt.MouseButton.LeftButton)
    assert preview.number.text() == "2 / 3 ページ"


def test_that_it_grows_and_shrinks_and_fits_again(preview: PdfPreview) -> None:
    fit = preview.zoom.percent
    preview.show_larger()
    assert preview.zoom.percent > fit
    preview.show_smaller()
    preview.show_smaller()
    assert preview.zoom.percent < fit
    for _ in range(20):
        preview.show_larger()
    assert preview.zoom.percent == 300
    preview.show_fit()
    assert preview.zoom.percent == fit


def test_that_it_is_saved_whole(
    preview: PdfPreview, dialogs: FakeDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "出席簿.pdf"
    dialogs.answers = [target]
    with qtbot.waitSignal(preview.saved) as told:
        preview.save_file()
    assert told.args == [target]
    assert target.read_bytes() == preview._pdf
    assert list(tmp_path.iterdir()) == [target]


def test_that_a_place_that_cannot_be_written_is_told(
    preview: PdfPreview, dialogs: FakeDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    dialogs.answers = [tmp_path / "ない場所" / "出席簿.pdf", None]
    with qtbot.assertNotEmitted(preview.saved):
        preview.save_file()
        preview.save_file()
    assert len(dialogs.told) == 1


def test_that_the_chosen_pages_are_printed(
    preview: PdfPreview, dialogs: FakeDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    printer = QPrinter()
    printer.setResolution(300)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(2, 3)
    dialogs.answers = [printer]
    with qtbot.waitSignal(preview.printed):
        preview.print_pages()
    printed = pypdfium2.PdfDocument(str(tmp_path / "printed.pdf"))
    assert len(printed) == 2
    printed.close()


def test_that_printing_can_be_given_up(
    preview: PdfPreview, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    dialogs.answers = [None]
    with qtbot.assertNotEmitted(preview.printed):
        preview.print_pages()


def test_that_escape_closes(preview: PdfPreview, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preview.closed):
        qtbot.mouseClick(preview.close_button, Qt.MouseButton.LeftButton)
    preview.close()
    preview.release()


def test_that_what_is_no_pdf_is_a_fault(qapp: object) -> None:
    with pytest.raises(pypdfium2.PdfiumError):
        PdfPages(b"not a pdf")


def test_that_the_recovery_sheet_says_what_it_is_for(qapp: object) -> None:
    pdf = recovery_sheet(Path("office") / "見本.kurashi", "umi-wa Aoi 8", date(2026, 4, 1))
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    text = page.get_textpage().get_text_bounded()
    assert "umi-wa Aoi 8" in text
    assert "見本.kurashi" in text
    assert "令和8年4月1日" in text
    assert page.get_size() == pytest.approx(A4, abs=1)
    document.close()
