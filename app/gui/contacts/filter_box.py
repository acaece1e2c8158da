"""A box that narrows a list: its first line, which names it, leaves everything in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

_LETTERS = 6
_SHORT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


def fill_filter(combo: QComboBox, what: str, choices: Sequence[tuple[str, object]]) -> None:
    """Fill a filter for ``what`` (圏域 …), keeping what is chosen where it is still there.

    Its width does not follow the longest choice, which stands whole in the list that drops down.
    """
    combo.setSizeAdjustPolicy(_SHORT)
    combo.setMinimumContentsLength(_LETTERS)
    chosen = combo.currentData()
    combo.blockSignals(True)  # noqa: FBT003
    combo.clear()
    combo.addItem(what, None)
    combo.setItemData(0, f"{what}：すべて", Qt.ItemDataRole.ToolTipRole)
    for text, value in choices:
        combo.addItem(text, value)
    values = [value for _text, value in choices]
    combo.setCurrentIndex(values.index(chosen) + 1 if chosen in values else 0)
    combo.blockSignals(False)  # noqa: FBT003
    width = combo.fontMetrics().horizontalAdvance
    widest = max((width(text) for text, _value in choices), default=0)
    combo.view().setMinimumWidth(widest + combo.fontMetrics().height() * 2)
