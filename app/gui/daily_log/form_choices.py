"""Filling the choices of the form of an entry, and what its lines offer again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QComboBox

from app.daily_log import queries
from app.daily_log.log_entry import LogEntryDraft, Means, SupportSort
from app.duties import queries as duties
from app.gui.compiled.daily_log.ui_log_form import Ui_LogForm
from app.gui.framework.observable_store import ObservableStore
from app.office import queries as office
from app.staff import queries as staff

_UNKNOWN = "（決まっていない）"


def offer_duties(ui: Ui_LogForm, store: ObservableStore, day: date) -> None:
    """Offer the duties that hold on a day; the one chosen stays chosen where it is among them."""
    rows = store.ask(duties.duty_list, day)
    chosen = ui.dutyChoice.value()
    ui.dutyChoice.offer([(row.label, row.id) for row in rows])
    ui.dutyChoice.set_value(chosen)


def offer_choices(ui: Ui_LogForm, store: ObservableStore, own: LogEntryDraft) -> None:
    """Offer everything else there is to choose from; a retired one where the entry bears it."""
    kinds = [
        (row.name, row.id)
        for row in store.ask(duties.activity_kinds)
        if not row.retired or row.id == own.kind_id
    ]
    ui.kindCombo.offer(kinds)
    ui.kindCombo.setPlaceholderText("A・B・C…のキーか、↓で選ぶ")
    means = enumerate(Means, start=1)
    ui.meansChoice.offer([(f"{number} {one.label}", one) for number, one in means])
    ui.supportChoice.offer([(one.label, one) for one in SupportSort])
    districts = [(row.name, row.id) for row in store.ask(office.districts)]
    _fill(ui.districtCombo, _UNKNOWN, districts)
    people = [(row.name, row.id) for row in store.ask(staff.staff)]
    _fill(ui.staffCombo, _UNKNOWN, people)
    _fill(ui.careCombo, "いいえ", [(f"{name}のセンターが主催", key) for name, key in districts])


def recall_texts(ui: Ui_LogForm, store: ObservableStore) -> None:
    """Offer the places and titles of earlier entries again, the latest first."""
    before = store.ask(queries.similar)
    ui.placeEdit.recall(before.places)
    ui.titleEdit.recall(before.titles)


def _fill(combo: QComboBox, nothing: str, choices: Sequence[tuple[str, int]]) -> None:
    combo.clear()
    combo.addItem(nothing, None)
    for name, key in choices:
        combo.addItem(name, key)
