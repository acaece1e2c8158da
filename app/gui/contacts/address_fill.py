"""From a postal code to the town, and from the town to the district, never over what was typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Slot

from app.contacts.postal_codes import Place, PostalCodes
from app.gui.compiled.contacts.ui_person_form import Ui_PersonForm
from app.gui.contacts.entry import AUTOMATIC
from app.gui.framework.observable_store import ObservableStore
from app.kernel.resources import resources
from app.office import queries as office

_HOME = "北海道"
"""Addresses within it are written without it."""


class AddressFill(QObject):
    """Connects the postal code, the list of towns, the address and the district of a form."""

    def __init__(self, ui: Ui_PersonForm, store: ObservableStore) -> None:
        super().__init__(ui.addressGroup)
        self._ui = ui
        self._store = store
        self._codes = PostalCodes(resources() / "data" / "postal_codes.zip")
        self._towns = store.ask(office.town_finder)
        self._names = {row.id: row.name for row in store.ask(office.districts)}
        ui.postalEdit.prepare(self._codes.places)
        ui.postalEdit.found.connect(self._found)
        ui.townList.picked.connect(self._take)
        ui.townList.left.connect(ui.townEdit.setFocus)
        ui.townEdit.textChanged.connect(self._show_district)
        ui.numberEdit.textChanged.connect(self._show_district)
        ui.districtCombo.addItem("自動", AUTOMATIC)
        ui.districtCombo.addItem("なし（市外など）", None)
        for key, name in self._names.items():
            ui.districtCombo.addItem(name, key)

    def begin(self) -> None:
        """Forget what an earlier person's code stood for, and read the masters anew."""
        self._towns = self._store.ask(office.town_finder)
        self._ui.townList.hide()
        self._say("")
        self._show_district()

    @Slot(object)
    def _found(self, places: Sequence[Place]) -> None:
        if not places:
            self._say("この郵便番号は見つかりません。住所はそのまま入力できます。")
        elif len(places) > 1 and not self._ui.townEdit.text().strip():
            self._say("この郵便番号の町名は一つではありません。選んでEnterを押してください。")
            self._ui.townList.offer(places)
        else:
            self._take(places[0])

    @Slot(object)
    def _take(self, place: Place) -> None:
        address = place.address.removeprefix(_HOME)
        typed = self._ui.townEdit.text().strip()
        if typed:
            same = typed.removeprefix(_HOME) == address
            kept = f"この郵便番号は「{address}」です。入力済みの住所はそのままにしました。"
            self._say("" if same else kept)
            return
        self._say(f"この郵便番号は「{place.office}」のものです。" if place.office else "")
        self._ui.townEdit.setText(address)
        following = self._ui.numberEdit if place.town else self._ui.townEdit
        following.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_district(self) -> None:
        """Say in the first choice which district follows from the town."""
        address = self._ui.townEdit.text() + self._ui.numberEdit.text()
        district = self._towns.district(address) if address.strip() else None
        name = "" if district is None else self._names.get(district, "")
        if name:
            text = f"自動（町名から：{name}）"
        else:
            text = (
                "自動（町名からは決まりません）"
                if address.strip()
                else "自動（町名から決まります）"
            )
        self._ui.districtCombo.setItemText(0, text)

    def _say(self, text: str) -> None:
        self._ui.postalLabel.setText(text)
        self._ui.postalLabel.setVisible(bool(text))
