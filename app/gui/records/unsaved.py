"""Asking before what is typed and not saved yet is dropped."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.gui.framework.dialogs import Dialogs
from app.gui.framework.edit_form import EditForm


def may_drop_input(dialogs: Dialogs) -> bool:
    """Ask whether what is typed may go."""
    return dialogs.confirm(
        "入力をやめますか",
        "入力した内容はまだ保存されていません。やめると入力した内容は消えます。",
        "入力を捨てる",
    )


def may_drop_forms(widget: QWidget, dialogs: Dialogs) -> bool:
    """Ask before what is typed into the forms of a widget is dropped; then they are given up.

    A form that is hidden is over, whatever still stands in it; one in another tab is not.
    """
    unsaved = [form for form in widget.findChildren(EditForm) if form.open and form.dirty]
    if unsaved and not may_drop_input(dialogs):
        return False
    for form in unsaved:
        form.cancelled.emit()
    return True
