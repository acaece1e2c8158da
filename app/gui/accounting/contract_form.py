"""The form of a contract: as many years are asked for as it runs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from app.accounting import commands, queries
from app.accounting.account import ContractDraft, ContractId
from app.gui.compiled.accounting.ui_contract_form import Ui_ContractForm
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.records.record_form import RecordForm
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.office import queries as office

if TYPE_CHECKING:
    from app.storage.store import Done

_EDITORS = (
    ("name", "nameEdit"),
    ("starts_on", "startsEdit"),
    ("ends_on", "endsEdit"),
    ("years", "yearsEdit"),
    ("refunds", "refundsCheck"),
    ("client", "clientEdit"),
    ("department", "departmentEdit"),
    ("contractor", "contractorEdit"),
    ("number", "numberEdit"),
    ("signed_on", "signedEdit"),
    ("note", "noteEdit"),
)


class ContractForm(RecordForm[ContractId]):
    """Stands where the list of contracts stands."""

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.ui = ui = Ui_ContractForm()
        ui.setupUi(self)
        ui.doubtLabel.hide()
        for edit, name in (
            (ui.startsEdit, "始まりの日"),
            (ui.endsEdit, "終わりの日"),
            (ui.signedEdit, "契約日"),
        ):
            edit.setProperty("below", True)  # noqa: FBT003
            edit.prepare(today, name)
        self.hold(ui, tuple((name, getattr(ui, editor)) for name, editor in _EDITORS))
        self.tidy_names(ui.nameEdit, ui.clientEdit, ui.departmentEdit, ui.contractorEdit)
        for edit in (ui.startsEdit, ui.endsEdit):
            edit.edited.connect(self._follow_days)

    def start_new(self) -> None:
        """Begin with a contract of this year, of the city, with the last one's words."""
        year = FiscalYear.of(self.today())
        last = next(iter(self.store.ask(queries.contracts)), None)
        draft = ContractDraft(
            name=last.draft.name if last else "",
            starts_on=year.first_day,
            ends_on=year.last_day,
            client=last.draft.client if last else self.store.ask(office.settings).city,
            department=last.draft.department if last else "",
        )
        self._start(None, draft, "新しい契約")

    def start_edit(self, key: ContractId) -> bool:
        """Begin with a stored contract; return whether it is still there."""
        found = next((one for one in self.store.ask(queries.contracts) if one.id == key), None)
        if found is None:
            self.store.refused.emit("この契約は削除されています。一覧から選び直してください。")
            return False
        self._start(key, found.draft, "契約の編集")
        return True

    def _start(self, key: ContractId | None, draft: ContractDraft, title: str) -> None:
        self.ui.yearsEdit.set_value(draft.years)
        self.ui.yearsEdit.show_years(FiscalYear.of(draft.starts_on), FiscalYear.of(draft.ends_on))
        self.begin(key, draft, title)

    @Slot()
    def _follow_days(self) -> None:
        """Ask for the amounts of the years the contract runs in."""
        try:
            first, last = self.ui.startsEdit.value(), self.ui.endsEdit.value()
        except Refusal:
            return
        if first is not None and last is not None and first <= last:
            self.ui.yearsEdit.show_years(FiscalYear.of(first), FiscalYear.of(last))

    def write(self, draft: ContractDraft) -> Done[ContractId] | None:
        """Write the contract down."""
        fields: dict[str, str] = {}
        for name, word in (("starts_on", "始まりの日"), ("ends_on", "終わりの日")):
            if getattr(draft, name) is None:
                fields[name] = f"{word}を入力してください。"
        if fields:
            self.refused(Refusal("".join(fields.values()), fields))
            return None
        label = "契約の追加" if self.key is None else "契約の変更"
        return self.store.do(
            f"{label}（{draft.name[:20]}）",
            keep_contract,
            self.key,
            draft,
            on_refusal=self.refused,
        )


def keep_contract(
    session: Session, contract: ContractId | None, draft: ContractDraft
) -> ContractId:
    """Write a contract down, new or known; return its key."""
    if contract is None:
        return commands.add_contract(session, draft)
    commands.change_contract(session, contract, draft)
    return contract
