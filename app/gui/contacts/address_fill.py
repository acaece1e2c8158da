"""From a postal code to the town, and from the town to the district, never over what was typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QComboBox, QGroupBox, QLabel, QLineEdit

from app.contacts.postal_codes import Place, PostalCodes
from app.gui.contacts.entry import AUTOMATIC
from app.gui.contacts.town_list import TownList
from app.gui.framework.observable_store import ObservableStore
from app.gui.widgets.postal_edit import PostalEdit
from app.kernel.resources import resources
from app.office import queries as office

_SHORT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_HOME = "北海道"
"""Addresses within it are written without it."""


class AddressUi(Protocol):
    """The fields of an address, in the form of a person or of an organisation."""

    addressGroup: QGroupBox  # noqa: N815  the name in Designer
    postalEdit: PostalEdit  # noqa: N815
    postalLabel: QLabel  # noqa: N815
    townList: TownList  # noqa: N815
    townEdit: QLineEdit  # noqa: N815
    numberEdit: QLineEdit  # noqa: N815
    districtCombo: QComboBox  # noqa: N815


class AddressFill(QObject):
    """Connects the postal code, the list of towns, the address and the district of a form."""

    def __init__(self, ui: AddressUi, store: ObservableStore) -> None:
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
        ui.districtCombo.setSizeAdjustPolicy(_SHORT)
        ui.districtCombo.setMinimumContentsLength(10)
        ui.districtCombo.addItem("自動", AUTOMATIC)
        ui.districtCombo.addItem("なし（市外など）", None)
        for key, name in self._names.items():
            ui.districtCombo.addItem(name, key)

    def begin(self) -> None:
        """Forget what an earlier code stood for, and read the masters anew."""
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
