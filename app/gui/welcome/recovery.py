"""Showing the recovery sheet in the window, to be printed before work begins."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.gui.framework.dialogs import Dialogs
from app.gui.main_window import MainWindow
from app.gui.welcome.recovery_sheet import recovery_sheet
from app.gui.widgets.pdf_preview import PdfPreview


def show_recovery_sheet(
    window: MainWindow, path: Path, passphrase: str, today: date, dialogs: Dialogs
) -> PdfPreview:
    """Show the sheet; closing it leads to the first place of the office."""
    pdf = recovery_sheet(path, passphrase, today)
    preview = PdfPreview(pdf, "パスフレーズの控え", dialogs)
    preview.closed.connect(window.close_alone)
    window.show_alone(preview)
    return preview
